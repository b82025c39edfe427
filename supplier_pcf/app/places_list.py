"""The countries a site can stand in, and which of them are told apart by province."""

from __future__ import annotations

from functools import cache
from itertools import product
from string import ascii_uppercase

from supplier_pcf.domain.places import WITH_SUBDIVISIONS, kind


@cache
def countries() -> tuple[str, ...]:
    """The ISO 3166-1 code of every country, in alphabetical order."""
    codes = ("".join(letters) for letters in product(ascii_uppercase, repeat=2))
    return tuple(code for code in codes if kind(code) == "country")


def has_subdivisions(country: str) -> bool:
    """Whether the state or province counts for how near a factor is (PACT 3)."""
    return country in WITH_SUBDIVISIONS


def entered_subdivision(text: str, country: str) -> str | None:
    """The ISO 3166-2 code in a typed text such as `CN-ZJ` or `zj`; None where it is no such code."""
    code = text.strip().upper()
    if not code:
        return ""
    if not code.startswith(f"{country}-"):
        code = f"{country}-{code}"
    return code if kind(code) == "subdivision" else None
