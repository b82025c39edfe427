"""Sheets of an Excel workbook as tables; formulas are never run, their stored results are read."""

from __future__ import annotations

from pathlib import Path

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.importers.archive import inspect
from supplier_pcf.importers.sheet_scan import SheetFacts
from supplier_pcf.importers.table import MOST_SHEETS, Table


def read(path: Path, sheet: str | None = None) -> tuple[Table, ...]:
    """The worksheets of a workbook that hold something, hidden ones last.

    Raises:
        Refusal: it is damaged, protected by a password, hostile, or has no such sheet.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    facts = inspect(path)
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            sheets = [s for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
            names = _wanted([s.name for s in sheets], sheet, path.name)
            hidden = {s.name for s in sheets if s.visible != SheetVisibleEnum.Visible}
            tables = [_table(book, n, path.name, facts, hidden=n in hidden) for n in names]
    except (CalamineError, OSError, ValueError) as error:
        raise Refusal("import.damaged", file=path.name) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the reader's own fault, no subclass of ours
            raise
        raise Refusal("import.damaged", file=path.name) from error
    filled = [table for table in tables if table.rows]
    if not filled:
        raise Refusal("import.no_sheet", file=path.name)
    return tuple(sorted(filled, key=lambda table: table.hidden))


def _wanted(names: list[str], sheet: str | None, file: str) -> list[str]:
    if sheet is None:
        return names[:MOST_SHEETS]
    if sheet not in names:
        raise Refusal("import.no_such_sheet", file=file, sheet=sheet, sheets=", ".join(names[:12]))
    return [sheet]


def _table(
    book: object, name: str, file: str, facts: dict[str, SheetFacts], *, hidden: bool
) -> Table:
    found = book.get_sheet_by_name(name)  # type: ignore[attr-defined]
    rows: list[list[object]] = found.to_python(skip_empty_area=False)
    known = facts.get(name, SheetFacts())
    for (row, column), text in known.errors.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = text
    merged = tuple((*first, *last) for first, last in found.merged_cell_ranges or ())
    return Table(
        file=file,
        sheet=name,
        rows=rows,
        merged=merged,
        hidden=hidden,
        uncalculated=frozenset(known.uncalculated),
    )
