"""Rows of a result as a table of our own: CSV or workbook, texts as texts, numbers with all digits."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from supplier_pcf.guard.spreadsheet import Cell, csv_bytes, in_workbook


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A row of headings, then the rows."""
    return csv_bytes([headings, *rows])


def as_workbook(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet with a filter over its headings."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.append(list(headings))
    for row in rows:
        sheet.append([in_workbook(cell) if isinstance(cell, str) else cell for cell in row])
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
