"""A data model as data: which properties an object has, of what kind, and what in a document breaks that.

The official schema files are not ours to ship, so a format writes its model in these words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum, auto
from typing import Any, NamedTuple

Json = Mapping[str, Any]

_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_TIME = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII | re.IGNORECASE
)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[!-~]+")
_LONGEST = 1000
"""Digits beyond this are no number anybody wrote."""
_SHOWN = 60


class What(Enum):
    """What is wrong with a property."""

    MISSING = auto()
    WRONG = auto()
    """It is there, but not of the kind or not from the list that the model asks for."""
    UNKNOWN = auto()


class Fault(NamedTuple):
    """One property that breaks the model."""

    what: What
    where: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value may be: a test, and the properties of an object or the kind of every item of a list."""

    fits: Callable[[object], bool]
    properties: Mapping[str, Property] | None = None
    item: Kind | None = None


class Property(NamedTuple):
    """One property of an object."""

    kind: Kind
    is_required: bool = False


Properties = Mapping[str, Property]


def faults(document: object, properties: Properties, path: str = "") -> Iterator[Fault]:
    """Every property of an object that is missing, unknown or of the wrong kind, with its place."""
    found = as_object(document)
    for name, wanted in properties.items():
        here = f"{path}{name}"
        if name not in found:
            if wanted.is_required:
                yield Fault(What.MISSING, here)
        else:
            yield from _value_faults(found[name], wanted.kind, here)
    for name in found:
        if name not in properties:
            yield Fault(What.UNKNOWN, f"{path}{name}", name)


def _value_faults(value: object, kind: Kind, path: str) -> Iterator[Fault]:
    if value is None or (value in ([], {}) and (kind.item or kind.properties)):
        yield Fault(What.MISSING, path)
    elif not kind.fits(value):
        yield Fault(What.WRONG, path, shown(value))
    elif kind.properties is not None:
        yield from faults(value, kind.properties, f"{path}/")
    elif kind.item is not None:
        for index, item in enumerate(as_list(value)):
            yield from _value_faults(item, kind.item, f"{path}/{index}")


def shown(value: object) -> str:
    """A value as a finding quotes it: printable, and cut where it is long."""
    text = value if isinstance(value, str) else _told(value)
    text = "".join(letter if letter.isprintable() else " " for letter in text[: 2 * _SHOWN])
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _told(value: object) -> str:
    return type(value).__name__ if isinstance(value, dict | list) else str(value)


def decimal(value: object) -> Decimal | None:
    """The number that a text writes without exponent, or nothing."""
    if isinstance(value, str) and len(value) <= _LONGEST and _DECIMAL.fullmatch(value):
        return Decimal(value)
    return None


def number(value: object) -> Decimal | None:
    """The number of a plain decimal text or of a JSON number, or nothing."""
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(repr(value)) if math.isfinite(value) else None
    return decimal(value)


def time(value: object) -> datetime | None:
    """The point in time a text with a zone names, or nothing."""
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        return None
    try:
        return datetime.fromisoformat(value.upper())
    except ValueError:
        return None


def as_object(value: object) -> Json:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """The value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def as_text(value: object) -> str:
    """The value if it is a text, else an empty one."""
    return value if isinstance(value, str) else ""


# --- the kinds -----------------------------------------------------------------------------------


def one_of(names: Sequence[str]) -> Kind:
    """A text from a list."""
    known = frozenset(names)
    return Kind(lambda value: isinstance(value, str) and value in known)


def pattern(expression: str) -> Kind:
    """A text of this form, from its first to its last character."""
    form = re.compile(expression, re.ASCII)
    return Kind(lambda value: isinstance(value, str) and form.fullmatch(value) is not None)


def whole_between(low: int, high: int) -> Kind:
    """A whole JSON number in these bounds, both included."""
    return Kind(
        lambda value: (
            isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        )
    )


def list_of(item: Kind) -> Kind:
    """A list with at least one item, each of this kind and none twice."""
    return Kind(lambda value: isinstance(value, list) and _is_distinct(value), item=item)


def object_of(properties: Properties) -> Kind:
    """An object with these properties."""
    return Kind(lambda value: isinstance(value, dict), properties=properties)


def required(**kinds: Kind) -> dict[str, Property]:
    """Properties that must be there."""
    return {name: Property(kind, is_required=True) for name, kind in kinds.items()}


def optional(**kinds: Kind) -> dict[str, Property]:
    """Properties that may be there."""
    return {name: Property(kind) for name, kind in kinds.items()}


TEXT = Kind(lambda value: isinstance(value, str))
FULL_TEXT = Kind(lambda value: isinstance(value, str) and bool(value))
DECIMAL = Kind(lambda value: decimal(value) is not None)
NUMBER = Kind(lambda value: not isinstance(value, str) and number(value) is not None)
"""A JSON number."""
BOOLEAN = Kind(lambda value: isinstance(value, bool))
TIME = Kind(lambda value: time(value) is not None)
UUID = Kind(lambda value: isinstance(value, str) and _UUID.fullmatch(value) is not None)
URI = Kind(lambda value: isinstance(value, str) and _URI.fullmatch(value) is not None)
OBJECT = Kind(lambda value: isinstance(value, dict))


def _is_distinct(items: list[Any]) -> bool:
    return all(item not in items[:index] for index, item in enumerate(items[:200]))
