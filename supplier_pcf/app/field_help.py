"""Where do I find this? For every field: where its answer is found, and what an answer looks like."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from supplier_pcf.paths import resources

Told = str | Mapping[str, str]

_NUMBERS = re.compile(r"-\d+(?=-)")
_DECIMAL = re.compile(r"^(\d+)\.(\d+)(?= |$)")


class FieldHelp(NamedTuple):
    """What is said about one field."""

    where: str = ""
    """On which paper, meter or screen the answer stands; empty where the page itself says it."""
    example: str = ""
    """An answer as somebody at a plant would type it."""


class AskedField(NamedTuple):
    """A field somebody asks about."""

    name: str
    """As `plain_name` gives it; terms of the glossary lead here by it."""
    label: str
    where: str
    example: str = ""
    unit: str = ""


def plain_name(name: str) -> str:
    """The name of a field without what differs from row to row: `site-0-name` is `site-name`."""
    return _NUMBERS.sub("", name.replace("_", "-").replace("-detail-", "-"))


def field_help(name: str, language: str) -> FieldHelp:
    """What is known of the field or column of this name."""
    told = _told()
    plain = plain_name(name)
    entry = told.get(plain)
    while entry is None and "-" in plain:
        plain = plain.rpartition("-")[0]
        entry = told.get(f"{plain}-*")
    if entry is None:
        return FieldHelp()
    return FieldHelp(_in(entry.get("where", ""), language), _in(entry.get("example", ""), language))


def known_fields() -> frozenset[str]:
    """The names something is written about; a star at the end stands for any."""
    return frozenset(_told())


def _in(told: Told, language: str) -> str:
    """One text stands for all languages; its decimal point is then the user's."""
    if not isinstance(told, str):
        return told[language]
    return _DECIMAL.sub(r"\1,\2", told) if language == "de" else told


@cache
def _told() -> Mapping[str, Mapping[str, Told]]:
    path = resources() / "glossary" / "fields.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
