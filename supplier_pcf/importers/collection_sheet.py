"""A collection sheet that came back: for each number its path, what was answered, and in which cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from supplier_pcf.domain.collection import SHEET_MARK
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.guard.spreadsheet import unguarded
from supplier_pcf.importers.reading import read_tables
from supplier_pcf.importers.table import Table, cell_name, text_of

_NEEDED = frozenset({"path", "answer"})
_LOOKED_AT = 40
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One row as it came back."""

    path: str
    item: str
    asked: str
    sent: str
    """What was known when the sheet was written."""
    answer: object
    """The cell as it is read: text, number or nothing."""
    unit: str
    note: str
    cell: str
    """Name of the cell with the answer, such as F12."""
    is_formula: bool = False
    """A formula whose result nobody stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """A sheet that came back: which one, and its rows."""

    sheet_id: str
    rows: tuple[Reply, ...]


def read_collection_sheet(path: Path) -> Replies:
    """The answers on a sheet; columns and rows may have been moved.

    Raises:
        Refusal: it is no such sheet, damaged, too large or hostile.
    """
    for table in read_tables(path):
        found = _replies(table)
        if found is not None:
            return found
    raise Refusal("collect.not_a_sheet", file=path.name)


def _replies(table: Table) -> Replies | None:
    marks = (text_of(cell) for row in table.rows[:_LOOKED_AT] for cell in row)
    mark = next((text for text in marks if text.startswith(SHEET_MARK)), None)
    heading = _heading(table)
    if mark is None or heading is None:
        return None
    number, at = heading
    if len(table.rows) - number > MOST_ROWS:
        raise Refusal("import.too_many_rows", file=table.file, limit=MOST_ROWS)
    return Replies(
        sheet_id=mark.removeprefix(SHEET_MARK).strip(), rows=tuple(_rows(table, number + 1, at))
    )


def _heading(table: Table) -> tuple[int, Mapping[str, int]] | None:
    """The row of codes, and where each column stands."""
    for number, row in enumerate(table.rows[:_LOOKED_AT]):
        at = {text_of(cell): column for column, cell in enumerate(row) if text_of(cell)}
        if at.keys() >= _NEEDED:
            return number, at
    return None


def _rows(table: Table, first: int, at: Mapping[str, int]) -> Iterator[Reply]:
    for number, row in enumerate(table.rows[first:], start=first):

        def cell(name: str, row: object = row) -> object:
            assert isinstance(row, list | tuple)
            column = at.get(name, len(row))
            return row[column] if column < len(row) else None

        path = text_of(cell("path"))
        if "/" not in path:
            continue
        yield Reply(
            path=path,
            item=unguarded(text_of(cell("item"))),
            asked=unguarded(text_of(cell("asked"))),
            sent=text_of(cell("sent")),
            answer=cell("answer"),
            unit=unguarded(text_of(cell("unit"))),
            note=unguarded(text_of(cell("note"))),
            cell=cell_name(number, at["answer"]),
            is_formula=(number, at["answer"]) in table.uncalculated,
        )
