"""The top of a sheet as it stands, for showing where its headings are when they were not found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from supplier_pcf.importers.headers import Synonyms
from supplier_pcf.importers.outcome import ColumnUse, Source
from supplier_pcf.importers.table import Table, letters, text_of

MOST_SHOWN_ROWS = 60
MOST_SHOWN_COLUMNS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Peek:
    """The first rows of a sheet as texts, and the names of all sheets."""

    sheet: str = ""
    sheets: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def peek(tables: tuple[Table, ...], sheet: str) -> Peek:
    """The top of this sheet; of the first one where none of that name is there."""
    table = next((t for t in tables if t.sheet == sheet), tables[0])
    rows = tuple(
        tuple(text_of(cell) for cell in row[:MOST_SHOWN_COLUMNS])
        for row in table.rows[:MOST_SHOWN_ROWS]
    )
    names = tuple(t.sheet for t in tables if not t.hidden or t is table)
    return Peek(sheet=table.sheet, sheets=names, rows=rows)


def likely_header_row(seen: Peek) -> int:
    """The row (from 1) that looks most like headings: the first with the most texts that are no numbers."""
    words = [len([t for t in row if any(c.isalpha() for c in t)]) for row in seen.rows]
    most = max(words, default=0)
    return words.index(most) + 1 if most else 1


def raw_source(
    file: str, seen: Peek, header_row: int, synonyms: Synonyms, mapping: Mapping[str, str]
) -> Source:
    """The columns of a table that makes no sense yet: what their headings say, and the user's word."""
    headings = seen.rows[header_row - 1] if header_row <= len(seen.rows) else ()
    width = max((len(row) for row in seen.rows), default=0)
    told = {column: field for field, column in mapping.items() if column}
    used: set[str] = set(told.values())
    columns = []
    for index in range(width):
        heading = headings[index] if index < len(headings) else ""
        match = synonyms.match(heading) if 0 < len(heading) <= 80 else None
        field = told.get(letters(index), "")
        if not field and match and match.field not in {*used, *mapping, "other", "total"}:
            field = match.field
            used.add(field)
        if heading or field or any(index < len(r) and r[index] for r in seen.rows[header_row:]):
            columns.append(ColumnUse(column=letters(index), heading=heading, field=field))
    others = tuple(name for name in seen.sheets if name != seen.sheet)
    return Source(
        file=file, sheet=seen.sheet, sheets=others, header_row=header_row, columns=tuple(columns)
    )
