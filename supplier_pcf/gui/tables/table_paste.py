"""What a block of pasted texts makes of a study, and what of it could not be taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from supplier_pcf.app.entering import Unreadable, has_two_readings, proven_mark, two_readings
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.tables.cell_block import Block, cell_for_excel
from supplier_pcf.gui.tables.cells import (
    NUMERIC,
    Column,
    read_text,
    value_in_full,
    with_value,
)
from supplier_pcf.gui.tables.table_pending import Cell
from supplier_pcf.gui.tables.table_rows import Rows, with_new_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a block goes."""

    rows: Rows
    columns: Sequence[Column]
    """From the first one on, in the order they stand on screen."""
    ids: Sequence[str]
    """The rows from the first one on, as they stand on screen; more are added where that can be."""
    decimal: str = ""
    """The decimal mark of the texts; empty: what the block itself shows."""


@dataclass(slots=True)
class Pasted:
    """The study with a block in it, and what the block held beyond that."""

    study: Study
    cells: dict[Cell, Unreadable | None] = field(default_factory=dict)
    """Every cell that was written to; what could not be read stays in it as typed."""
    cut_columns: int = 0
    cut_rows: int = 0
    fixed: int = 0
    """Cells that are worked out and would have been written to."""

    @property
    def unread(self) -> dict[Cell, Unreadable]:
        """The texts that could not be read."""
        return {cell: read for cell, read in self.cells.items() if read is not None}


def paste(study: Study, block: Block, target: Target, context: Context) -> Pasted:
    """The study with this block, with new rows where it reaches beyond the last one."""
    block = _without_blank_end(block, len(target.ids))
    ids = list(target.ids)[: len(block)]
    missing = len(block) - len(ids)
    if missing and target.rows.add is not None:
        known = frozenset(target.rows.ids(study))
        study = with_new_rows(study, target.rows, missing)
        ids += [row_id for row_id in target.rows.ids(study) if row_id not in known]
    done = Pasted(study, cut_rows=len(block) - len(ids))
    done.cut_columns = _reach(block) - len(target.columns)
    done.cut_columns = max(done.cut_columns, 0)
    mark = target.decimal or decimal_mark(block, target.columns)
    by_id = {row.id: row for row in target.rows.get(study)}
    new = []
    for row_id, line in zip(ids, block, strict=False):
        filled = _with_line(by_id[row_id], line, target.columns, (context, mark), done)
        if filled is not by_id[row_id]:
            new.append(filled)
    done.study = target.rows.put(study, new) if new else study
    return done


def fill(
    study: Study,
    sources: Sequence[str],
    target: Target,
    typed: Callable[[Any, Column], Unreadable | None],
) -> Pasted:
    """The study with the values of the source rows in the target's, over and over in their order.

    Values go as they are, not as texts: a factor stays the very one. Where `typed` knows a text of a source
    that could not be read, the text goes along.
    """
    done = Pasted(study)
    by_id = {row.id: row for row in target.rows.get(study)}
    new = []
    for at, row_id in enumerate(target.ids):
        source, old = by_id[sources[at % len(sources)]], by_id[row_id]
        row = old
        for column in target.columns:
            if column.put is None:
                continue
            unread, value = typed(source, column), column.get(source)
            filled = row if unread else with_value(column, row, value)
            if not unread and filled is row and value != column.get(row):
                unread = Unreadable("entry.not_here", str(value))
            done.cells[row_id, column.key] = unread
            row = filled
        if row is not old:
            new.append(row)
    done.study = target.rows.put(study, new) if new else study
    return done


def decimal_mark(block: Block, columns: Sequence[Column]) -> str:
    """The decimal mark that the block shows in the columns that hold numbers."""
    numeric = [at for at, column in enumerate(columns) if column.kind in NUMERIC]
    return proven_mark(line[at] for line in block for at in numeric if at < len(line))


def _without_blank_end(block: Block, fit: int) -> Block:
    """Empty lines at the end make no new rows."""
    end = len(block)
    while end > fit and not any(text.strip() for text in block[end - 1]):
        end -= 1
    return block[:end]


def _reach(block: Block) -> int:
    """How many columns of the block hold something."""
    filled = (at + 1 for line in block for at, text in enumerate(line) if text.strip())
    return max(filled, default=0)


def _with_line(
    row: Any,
    line: Iterable[str],
    columns: Sequence[Column],
    writing: tuple[Context, str],
    done: Pasted,
) -> Any:
    for column, text in zip(columns, line, strict=False):
        if column.put is None:
            done.fixed += _differs(column, text, row, writing[0])
            continue
        value = _read(column, text, row, *writing)
        is_read = not isinstance(value, Unreadable)
        if not is_read and not text.strip():
            continue
        done.cells[row.id, column.key] = None if is_read else value
        row = with_value(column, row, value) if is_read else row
    return row


def _differs(column: Column, text: str, row: Any, context: Context) -> bool:
    """Whether something else was to be put where the program works out what stands."""
    shown = ("", value_in_full(column, row, context), cell_for_excel(column, row, context))
    return column.key != "counted" and text.strip() not in shown


def _read(column: Column, text: str, row: Any, context: Context, mark: str) -> Any | Unreadable:
    if column.kind in NUMERIC and not mark and has_two_readings(text):
        return two_readings(text.strip(), context.decimal)
    return read_text(column, text, row, context, mark)


def not_taken(done: Pasted, context: Context, first: str) -> str:
    """What of a block was not taken, in sentences; `first` is the one about the first such cell."""
    _ = context.translate
    told: Mapping[str, int] = {
        _("Cells whose text stays as pasted until you correct it: {count}."): (
            len(done.unread) if len(done.unread) > 1 else 0
        ),
        _("The block is wider than the table. Columns left out: {count}."): done.cut_columns,
        _("The block is longer than the table. Rows left out: {count}."): done.cut_rows,
        _("Cells that the program works out and that stay as they are: {count}."): done.fixed,
    }
    words = [first] if done.unread else []
    return " ".join([*words, *(text.format(count=n) for text, n in told.items() if n)])


@dataclass(slots=True)
class Emptied:
    """Rows with cells that are empty now, by id, and what became of each cell."""

    rows: dict[str, Any] = field(default_factory=dict)
    cells: dict[Cell, Unreadable | None] = field(default_factory=dict)


def emptied(
    cells: Iterable[tuple[int, Column]], row_at: Callable[[int], Any], context: Context
) -> Emptied:
    """The rows with nothing in these cells; a choice without an empty value keeps what it has."""
    done = Emptied()
    for number, column in cells:
        old = row_at(number)
        row = done.rows.get(old.id, old)
        value = None if column.put is None else read_text(column, "", row, context)
        if column.put is None or isinstance(value, Unreadable):
            continue
        done.cells[old.id, column.key] = None
        done.rows[old.id] = with_value(column, row, value)
    return done
