"""The shape of our records, read off their types: which fields, of what kind, with what default."""

from __future__ import annotations

import dataclasses
import types
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

NOTHING: Any = object()
"""The default of a field that has to be there."""


class Kind(StrEnum):
    """What may stand in a place of the file."""

    RECORD = "object"
    ROWS = "list"
    NUMBER = "number"
    WHOLE_NUMBER = "whole_number"
    TEXT = "text"
    YES_NO = "yes_no"
    DAY = "date"
    CHOICE = "choice"


_PLAIN_KINDS: dict[type, Kind] = {
    bool: Kind.YES_NO,
    int: Kind.WHOLE_NUMBER,
    float: Kind.NUMBER,
    str: Kind.TEXT,
    date: Kind.DAY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One place: its kind, the type behind it, and the shape of what a list holds."""

    kind: Kind
    of: type
    rows: Shape | None = None

    @property
    def record(self) -> type | None:
        """The type of the records in this place or in the rows of this list."""
        shape = self.rows if self.rows is not None else self
        return shape.of if shape.kind is Kind.RECORD else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a record."""

    name: str
    shape: Shape
    default: Any = NOTHING


@cache
def fields(record: type) -> dict[str, Field]:
    """The fields of a record or named tuple, in the order they are declared."""
    hints = get_type_hints(record)
    if is_row(record):
        defaults: dict[str, Any] = record._field_defaults  # type: ignore[attr-defined]
        names: list[str] = list(record._fields)  # type: ignore[attr-defined]
    else:
        defaults = {f.name: _default(f) for f in dataclasses.fields(record)}
        names = list(defaults)
    return {
        name: Field(name=name, shape=_shape(hints[name]), default=defaults.get(name, NOTHING))
        for name in names
    }


def is_row(record: type) -> bool:
    """Whether this type is a named tuple, which the codec would write as a list without names."""
    return issubclass(record, tuple)


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    return NOTHING if field.default_factory is dataclasses.MISSING else field.default_factory()


def _shape(hint: Any) -> Shape:
    hint = _without_none(hint)
    if get_origin(hint) is tuple:
        return Shape(kind=Kind.ROWS, of=tuple, rows=_shape(get_args(hint)[0]))
    if hint in _PLAIN_KINDS:
        return Shape(kind=_PLAIN_KINDS[hint], of=hint)
    if issubclass(hint, Enum):
        return Shape(kind=Kind.CHOICE, of=hint)
    return Shape(kind=Kind.RECORD, of=hint)


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint
