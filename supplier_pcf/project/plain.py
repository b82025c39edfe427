"""Records as plain values without their defaults, so that a file shows what was entered and no more."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Any

from supplier_pcf.guard.json_text import Steps
from supplier_pcf.project.shape import Kind, Shape, fields

_LARGEST = 10**18

Plain = Callable[[Any], Any]


class Unfit(Exception):
    """A value that no file can hold; the steps to it gather as the exception rises."""

    def __init__(self, value: object) -> None:
        super().__init__(value)
        self.value = value
        self.steps: Steps = ()


def plain(record: Any) -> dict[str, Any]:
    """The record as a mapping of names to plain values, in declared order, defaults left out.

    Raises:
        Unfit: a number is not finite or too big.
    """
    found: dict[str, Any] = {}
    kind: Any = type(record)
    for name, default, convert in _writers(kind):
        value = getattr(record, name)
        if value is default or value == default:
            continue
        try:
            found[name] = value if convert is None or value is None else convert(value)
        except Unfit as error:
            error.steps = (name, *error.steps)
            raise
    return found


@cache
def _writers(record: type) -> tuple[tuple[str, Any, Plain | None], ...]:
    return tuple((f.name, f.default, _writer(f.shape)) for f in fields(record).values())


def _writer(shape: Shape) -> Plain | None:
    return _rows_writer(shape) if shape.kind is Kind.ROWS else _WRITERS.get(shape.kind)


def _rows_writer(shape: Shape) -> Plain:
    convert = _writer(shape.rows) if shape.rows is not None else None

    def rows(values: tuple[Any, ...]) -> list[Any]:
        if convert is None:
            return list(values)
        found: list[Any] = []
        try:
            for value in values:
                found.append(convert(value))  # noqa: PERF401 - the row is named when it fails
        except Unfit as error:
            error.steps = (len(found), *error.steps)
            raise
        return found

    return rows


def _number(value: float) -> float:
    """A finite number, always written the same way: 5 as 5.0, and no negative zero."""
    try:
        number = float(value) + 0.0
    except OverflowError as error:
        raise Unfit(value) from error
    if not math.isfinite(number):
        raise Unfit(value)
    return number


def _whole_number(value: int) -> int:
    if abs(value) >= _LARGEST:
        raise Unfit(value)
    return value


_WRITERS: dict[Kind, Plain] = {
    Kind.RECORD: plain,
    Kind.NUMBER: _number,
    Kind.WHOLE_NUMBER: _whole_number,
    Kind.DAY: lambda day: day.isoformat(),
    Kind.CHOICE: lambda choice: choice.value,
}
