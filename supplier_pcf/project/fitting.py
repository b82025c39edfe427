"""Plain values held against our records: unknown names, and named tuples brought into order."""

from __future__ import annotations

import difflib
from functools import cache
from typing import Any

from supplier_pcf.guard.json_text import Steps
from supplier_pcf.project.shape import Field, Shape, fields, is_row

_SHOWN = 40


class Misfit(Exception):
    """Something that our records do not know; the steps to it gather as the exception rises."""

    def __init__(self, code: str, *steps: str | int, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.steps: Steps = steps
        self.params = params


def fit(node: Any, record: type, *, newer: bool) -> None:
    """Refuses unknown names and brings named tuples into the order msgspec expects; in place.

    Raises:
        Misfit: a name is unknown, or a named tuple holds something else than numbers.
    """
    if type(node) is not dict:
        return
    known, below = layout(record)
    if not node.keys() <= known:
        _pass_over_or_refuse(node, record, newer=newer)
    for name, shape in below:
        value = node.get(name)
        if value is None:
            continue
        try:
            if shape.rows is None:
                node[name] = _fit_one(value, shape.of, newer=newer)
            elif type(value) is list:
                _fit_rows(value, shape.rows.of, newer=newer)
        except Misfit as error:
            error.steps = (name, *error.steps)
            raise


def _fit_rows(rows: list[Any], record: type, *, newer: bool) -> None:
    number = 0
    try:
        for number, row in enumerate(rows):  # noqa: B007 - the row is named when it fails
            fit(row, record, newer=newer)
    except Misfit as error:
        error.steps = (number, *error.steps)
        raise


def _fit_one(value: Any, record: type, *, newer: bool) -> Any:
    fit(value, record, newer=newer)
    return _row(value, record) if is_row(record) else value


def _pass_over_or_refuse(node: dict[str, Any], record: type, *, newer: bool) -> None:
    known = fields(record)
    for name in sorted(node.keys() - known.keys()):
        if not newer:
            raise _unknown(name, known)
        del node[name]


@cache
def layout(record: type) -> tuple[frozenset[str], tuple[tuple[str, Shape], ...]]:
    """The names a record has, and those of them that hold records."""
    known = fields(record)
    below = tuple((f.name, f.shape) for f in known.values() if f.shape.record is not None)
    return frozenset(known), below


def _unknown(name: str, known: dict[str, Field]) -> Misfit:
    similar = difflib.get_close_matches(name[:_SHOWN], known, n=1)
    if similar:
        return Misfit("file.unknown_key_similar", name, similar=similar[0])
    return Misfit("file.unknown_key", name)


def _row(value: Any, record: type) -> list[Any]:
    """A named tuple of numbers as the list msgspec reads it from."""
    if type(value) is not dict:
        raise Misfit("file.expected_object")
    for name, entry in value.items():
        if type(entry) not in (int, float):
            raise Misfit("file.expected_number", name)
    return [value.get(f.name, f.default) for f in fields(record).values()]
