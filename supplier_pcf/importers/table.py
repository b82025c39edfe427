"""A table as it stands in a file: cells by row and column, and how large it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST_BYTES = 50 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
MOST_CELLS = 6_000_000
MOST_SHEETS = 200
LONGEST_TEXT = 500

Merged = tuple[int, int, int, int]
"""First row, first column, last row, last column of a merged range; counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet, or one text file: `rows[0][0]` is cell A1; an empty cell is an empty text."""

    file: str
    sheet: str = ""
    rows: Sequence[Sequence[object]] = ()
    merged: tuple[Merged, ...] = ()
    hidden: bool = False
    encoding: str = ""
    """How the text was decoded, where the file itself does not say."""
    uncalculated: frozenset[tuple[int, int]] = frozenset()
    """Cells holding a formula that has no stored result."""


def letters(column: int) -> str:
    """The letters of a column counted from 0: A, B, … Z, AA."""
    text, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        text = chr(65 + digit) + text
    return text


def cell_name(row: int, column: int) -> str:
    """The name of a cell as a spreadsheet shows it, from a row and column counted from 0."""
    return f"{letters(column)}{row + 1}"


def text_of(cell: object) -> str:
    """A cell as clean text: whole numbers without a decimal point, no line breaks, no control signs."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        cell = int(cell)
    text = cell if isinstance(cell, str) else "" if cell is None else str(cell)
    text = " ".join(text.split())
    if len(text) > LONGEST_TEXT:
        text = text[: LONGEST_TEXT - 1] + "…"
    return text if text.isprintable() else "".join(c for c in text if c.isprintable())
