"""What is handed to a spreadsheet: texts it must not compute, and tables as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from supplier_pcf.domain.numbers import decimal_string

Cell = str | float | None

FORMULA = (*("=", "+", "-", "@"), *("\t", "\r", "\n", "\0"), *("＝", "＋", "－", "＠"))
"""How a text begins that a spreadsheet would take for a formula; some read the wide signs as the narrow ones."""
_FORBIDDEN = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), " "
)


def guarded(text: str) -> str:
    """A text as it may stand in a cell: what looks like a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(FORMULA) else text


def in_workbook(text: str) -> str:
    """The same for a cell of a workbook: signs that XML 1.0 forbids become blanks, else no file can be made."""
    return guarded(text.translate(_FORBIDDEN))


def unguarded(text: str) -> str:
    """The text of a cell without such an apostrophe."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA) else text


def csv_bytes(rows: Iterable[Sequence[Cell]], separator: str = ",") -> bytes:
    """A table as RFC 4180 has it, in UTF-8 with byte order mark: texts guarded, numbers with all digits.

    Raises:
        ValueError: a number is not finite.
    """
    return b"\xef\xbb\xbf" + csv_text(rows, separator).encode()


def csv_text(rows: Iterable[Sequence[Cell]], separator: str = ",", line_end: str = "\r\n") -> str:
    """The same as text, for a clipboard.

    Raises:
        ValueError: a number is not finite.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator=line_end)
    writer.writerows([_text(cell) for cell in row] for row in rows)
    return out.getvalue()


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    return "" if cell is None else decimal_string(cell)
