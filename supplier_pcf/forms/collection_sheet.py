"""A workbook that asks colleagues for numbers: one row a number, printable, with lists for unit and choice."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supplier_pcf.domain.collection import SHEET_MARK
from supplier_pcf.guard.spreadsheet import in_workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = ("path", "sent", "item", "asked", "known", "answer", "unit", "where", "why", "note")
"""Codes of the columns in a hidden row; the first two columns are hidden as well."""
_WIDTHS = (3, 3, 26, 30, 13, 16, 8, 30, 30, 20)
_LINE = 15.0
"""Points of height for each line of text in a row; not every program makes room by itself."""
_FONT = "Calibri"
_HIDDEN = 2
_ANSWER, _UNIT = COLUMNS.index("answer"), COLUMNS.index("unit")
_ASKED, _HEAD, _EDGE = "FFF6E0", "1B7A5A", "D5DBE0"
_LONGEST_LIST = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One number asked for, in the reader's words."""

    path: str
    sent: str
    """What was known, as the program writes it; tells later whether the study has changed."""
    item: str
    asked: str
    known: str
    unit: str
    units: tuple[str, ...]
    choices: tuple[str, ...]
    where: str
    why: str


def as_workbook(
    sheet_id: str, title: str, lead: Sequence[str], heads: Sequence[str], lines: Sequence[Line]
) -> bytes:
    """The sheet as .xlsx; `heads` are the headings from `item` on."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.title = "PCF"
    sheet.append([f"{SHEET_MARK} {sheet_id}", "", in_workbook(title)])
    for text in lead:
        sheet.append(["", "", in_workbook(text)])
    sheet.append(list(COLUMNS))
    sheet.append(["", "", *heads])
    first = sheet.max_row + 1
    for line in lines:
        sheet.append(list(_cells(line)))
    _dress(sheet, first, lines)
    _print_well(sheet, first)
    _offer_lists(sheet, first, lines)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(line: Line) -> tuple[str, ...]:
    told = (line.item, line.asked, line.known, "", line.unit, line.where, line.why, "")
    return (in_workbook(line.path), line.sent, *map(in_workbook, told))


def _dress(sheet: Worksheet, first: int, lines: Sequence[Line]) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    edge = Border(bottom=Side(style="thin", color=_EDGE))
    sheet.cell(1, _HIDDEN + 1).font = Font(name=_FONT, bold=True, size=14)
    for cell in sheet[first - 1]:
        cell.font, cell.fill = (
            Font(name=_FONT, bold=True, color="FFFFFF"),
            PatternFill("solid", fgColor=_HEAD),
        )
    before = ""
    for number, line in enumerate(lines, start=first):
        for cell in sheet[number]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = edge
            if isinstance(cell.value, str):
                cell.data_type = "s"
        if line.item != before:
            sheet.cell(number, _HIDDEN + 1).font = Font(name=_FONT, bold=True)
        before = line.item
        sheet.row_dimensions[number].height = _LINE * _lines(line)
        sheet.cell(number, _ANSWER + 1).fill = PatternFill("solid", fgColor=_ASKED)
    for number, width in enumerate(_WIDTHS, start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.hidden = width, number <= _HIDDEN
    sheet.row_dimensions[first - 2].hidden = True
    sheet.freeze_panes = f"{get_column_letter(_HIDDEN + 2)}{first}"


def _lines(line: Line) -> int:
    """How many lines the tallest cell of a row needs."""
    cells = zip(_cells(line)[_HIDDEN:], _WIDTHS[_HIDDEN:], strict=True)
    return max(-(-_columns(text) // max(width - 2, 1)) for text, width in cells) or 1


def _columns(text: str) -> int:
    """Width of a text in digits; signs of East Asia are twice as wide."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _print_well(sheet: Worksheet, first: int) -> None:
    """A4 across, as wide as the page, headings on every page."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{first - 1}:{first - 1}"
    sheet.HeaderFooter.oddFooter.right.text = "&P / &N"  # type: ignore[union-attr]
    sheet.page_margins.left = sheet.page_margins.right = 0.4


def _offer_lists(sheet: Worksheet, first: int, lines: Sequence[Line]) -> None:
    """One list for all rows with the same choice; anything else is told when the sheet is read back."""
    from openpyxl.utils import get_column_letter as letters
    from openpyxl.worksheet.datavalidation import DataValidation

    lists: dict[tuple[int, tuple[str, ...]], DataValidation] = {}
    for number, line in enumerate(lines, start=first):
        for column, options in ((_ANSWER, line.choices), (_UNIT, line.units)):
            formula = f'"{",".join(options)}"'
            if len(options) < 2 or len(formula) > _LONGEST_LIST:
                continue
            offered = lists.get((column, options))
            if offered is None:
                offered = DataValidation("list", formula1=formula, allow_blank=True)
                offered.showErrorMessage = False
                lists[column, options] = offered
                sheet.add_data_validation(offered)
            offered.add(f"{letters(column + 1)}{number}")
