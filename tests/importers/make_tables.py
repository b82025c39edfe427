"""Tables for the tests: workbooks and text files as companies send them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

Row = Sequence[object]


def workbook(
    path: Path, rows: Iterable[Row], *, sheet: str = "BOM", merge: Sequence[str] = ()
) -> Path:
    """A workbook with one sheet holding these rows."""
    return sheets(path, {sheet: rows}, merge=merge)


def sheets(path: Path, by_name: dict[str, Iterable[Row]], *, merge: Sequence[str] = ()) -> Path:
    """A workbook with several sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in by_name.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append([None if cell == "" else cell for cell in row])
        for cells in merge:
            page.merge_cells(cells)
    book.save(path)
    return path


def big_workbook(path: Path, rows: int) -> Path:
    """A bill of many lines in three levels, written as a stream."""
    book = Workbook(write_only=True)
    page = book.create_sheet("BOM")
    page.append(["Level", "Part number", "Name", "Material", "Quantity", "Unit",
                 "Net weight (g)", "Gross weight (g)", "Supplier", "Origin", "Remark"])  # fmt: skip
    for index in range(rows):
        level = 1 if index % 10 == 0 else 2
        gross = f"{1_000 + index % 900:,}.5" if index % 3 else 1_900.0
        page.append([level, f"P-{index:05d}", f"Part {index}", "DC01", 1 + index % 4, "pcs",
                     0.5 + index % 700, gross, "Mill", "CN", ""])  # fmt: skip
    book.save(path)
    return path


def text(path: Path, lines: Iterable[str], encoding: str = "utf-8") -> Path:
    """A text file of these lines."""
    path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
    return path
