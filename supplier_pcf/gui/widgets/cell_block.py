"""A block of cells as tab-separated text: out to Excel, and back in."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from supplier_pcf.app.entering import Unreadable, shown_number
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.widgets.cells import Column, Kind, read_text, value_in_full, with_value
from supplier_pcf.gui.widgets.row_edits import with_rows

OWN_FORMAT = "application/x-supplier-pcf-cells"
"""The same block with every unit, for pasting within the program."""

Block = list[list[str]]


def block_in(text: str) -> Block:
    """The cells of a pasted text; a cell in quotes may hold tabs and line breaks."""
    if text.count('"') % 2:
        return [line.split("\t") for line in text.splitlines()]
    return [row or [""] for row in csv.reader(io.StringIO(text, newline=""), delimiter="\t")]


def block_as_text(block: Block) -> str:
    """The cells as Excel takes them."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(block)
    return out.getvalue()


def cell_for_excel(column: Column, row: Any, context: Context) -> str:
    """The cell's text, a plain number where its unit is the column's own."""
    value = column.get(row)
    if isinstance(value, Quantity) and value.unit == column.unit:
        return shown_number(value.value, context.decimal)
    if column.kind is Kind.READ_ONLY and column.hint is not None and not column.title:
        return column.hint(row, context)
    return value_in_full(column, row, context)


@dataclass(frozen=True, slots=True)
class Pasted:
    """The study with a block in it, and how many cells were not taken."""

    study: Study
    not_taken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a block goes: the kind of rows, the first row and column, and how a row is made."""

    kind: str
    columns: Sequence[Column]
    row: int
    column: int
    make: Callable[[Study], Any]


def paste(study: Study, block: Block, target: Target, context: Context) -> Pasted:
    """The study with this block, with new rows where it reaches beyond the last one."""
    rows = list(getattr(study, target.kind))
    missing = target.row + len(block) - len(rows)
    for _time in range(missing):
        rows.append(target.make(with_rows(study, target.kind, rows)))
    not_taken = 0
    for at, line in enumerate(block, start=target.row):
        new, lost = _with_cells(rows[at], line, target, context)
        rows[at], not_taken = new, not_taken + lost
    return Pasted(with_rows(study, target.kind, rows), not_taken)


def _with_cells(row: Any, line: list[str], target: Target, context: Context) -> tuple[Any, int]:
    columns = target.columns[target.column :]
    lost = sum(1 for text in line[len(columns) :] if text.strip())
    for column, text in zip(columns, line, strict=False):
        if column.put is None:
            shown = ("", value_in_full(column, row, context), cell_for_excel(column, row, context))
            lost += column.key != "counted" and text.strip() not in shown
            continue
        value = read_text(column, text, row, context)
        if isinstance(value, Unreadable):
            lost += 1
        else:
            row = with_value(column, row, value)
    return row, lost
