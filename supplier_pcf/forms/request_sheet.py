"""The sheet a supplier fills in: one row a field, by the names of the PACT data model, in our own layout."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supplier_pcf.guard.spreadsheet import in_workbook

SHEET = "PCF"
HEADINGS = ("field", "answer", "required")
ANSWER = 2
"""The column to fill in, counted from 1."""
_WIDTHS = (46, 34, 10, 62, 62, 48)
_ASKED = "FFF6E0"
_HEAD = "1B7A5A"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One row of the sheet."""

    field: str
    """Its name in the data model; what the model does not have stands without a path."""
    required: bool = False
    answer: str = ""
    """What is known already."""
    explained: Mapping[str, str]
    """What it means, by the language's own name."""


def as_workbook(title: str, lead: Sequence[str], questions: Sequence[Question]) -> bytes:
    """The sheet as .xlsx: title, how to answer, a row of headings, a row for each question."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.title = SHEET
    sheet.append([in_workbook(title)])
    for line in lead:
        sheet.append([in_workbook(line)])
    heading = len(lead) + 2
    languages = list(questions[0].explained) if questions else []
    sheet.append([*HEADINGS, *languages])
    for question in questions:
        told = [in_workbook(question.field), in_workbook(question.answer)]
        required = "x" if question.required else ""
        sheet.append([*told, required, *(question.explained[name] for name in languages)])
    sheet["A1"].font = Font(bold=True, size=14)
    for cell in sheet[heading]:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor=_HEAD)
    for row in sheet.iter_rows(min_row=heading + 1):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        row[ANSWER - 1].fill = PatternFill("solid", fgColor=_ASKED)
        row[ANSWER - 1].number_format = "General"
    for letter, width in zip("ABCDEF", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"B{heading + 1}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
