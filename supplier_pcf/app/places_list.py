"""The countries a site can stand in, and which of them are told apart by province."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from string import ascii_uppercase

from supplier_pcf.domain.places import WITH_SUBDIVISIONS, contains, kind
from supplier_pcf.i18n import LANGUAGES, translator
from supplier_pcf.importers.numbers import narrow
from supplier_pcf.words.places import OTHER_NAMES, PLACES, place_name

_BESIDE = frozenset({"CN-HK", "CN-MO", "CN-TW"})
"""Codes of China that have a country's code of their own as well."""
_BETWEEN = re.compile(r"[\s,;/|()、，；]+")
_PROVINCE = (" province", " sheng", " shi", "省", "市")
"""What may stand behind the name of a province of China."""


@cache
def countries() -> tuple[str, ...]:
    """The ISO 3166-1 code of every country, in alphabetical order."""
    codes = ("".join(letters) for letters in product(ascii_uppercase, repeat=2))
    return tuple(code for code in codes if kind(code) == "country")


def has_subdivisions(country: str) -> bool:
    """Whether the state or province counts for how near a factor is (PACT 3)."""
    return country in WITH_SUBDIVISIONS


def entered_place(text: str) -> str | None:
    """The id of the place in a text: its code, or its name in any language; None where it is no such place."""
    words = narrow(text).strip(" .,;")
    named = _named(words) if words else ""
    if named is not None:
        return named
    code = words.upper()
    return code if kind(code) in ("country", "subdivision") and _may_be(code) else None


def place_within(text: str) -> str | None:
    """The most exact place that a longer text names, such as Zhejiang of “浙江 宁波”; None for none, or for two."""
    whole = entered_place(text)
    if whole is not None:
        return whole
    found = {_names().get(part.casefold(), "") for part in _BETWEEN.split(narrow(text))} - {""}
    exact = {code for code in found if not any(contains(code, other) for other in found - {code})}
    return exact.pop() if len(exact) == 1 else None


def entered_subdivision(text: str, country: str) -> str | None:
    """The ISO 3166-2 code in a typed text such as `CN-ZJ`, `zj` or Zhejiang; None where it is no such code."""
    words = narrow(text).strip(" .,;")
    if not words:
        return ""
    named = _named(words)
    if named is not None and named.startswith(f"{country}-"):
        return named
    code = words.upper()
    code = code if code.startswith(f"{country}-") else f"{country}-{code}"
    return code if kind(code) == "subdivision" and _may_be(code) else None


def _named(words: str) -> str | None:
    """The place of this name; of a Chinese province also with the word for province behind it."""
    name = words.casefold()
    if name in _by_name():
        return _by_name()[name]
    shorter = (name.removesuffix(end).strip() for end in _PROVINCE if name.endswith(end))
    found = (_by_name().get(each, "") for each in shorter)
    return next((code for code in found if code.startswith("CN-")), None)


def _may_be(code: str) -> bool:
    """Whether there can be such a place: of China all provinces are known, of others their form."""
    return not code.startswith("CN-") or code in PLACES or code in _BESIDE


@cache
def _names() -> dict[str, str]:
    """Ids of places by their names in every language we speak, in small letters."""
    return {
        place_name(code, translator(language)).casefold(): code
        for language in LANGUAGES
        for code in PLACES
    }


@cache
def _by_name() -> dict[str, str]:
    """The same with their codes, and with what else they are called."""
    codes = {code.casefold(): code for code in PLACES}
    return {**codes, **OTHER_NAMES, **_names()}
