"""A table as it stands in a file: cells by row and column, read from a workbook or a text file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from supplier_pcf.domain.finding import Refusal

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


def read_tables(path: Path, sheet: str | None = None) -> tuple[Table, ...]:
    """The tables of a file; with `sheet` that sheet only.

    Raises:
        Refusal: the file is missing, is no table, is damaged, too large or hostile.
    """
    from supplier_pcf.importers import text_table, workbook

    head = _opened(path)
    if head.startswith(b"PK\x03\x04"):
        return workbook.read(path, sheet)
    _refuse_others(path, head)
    return (text_table.read(path),)


def _opened(path: Path) -> bytes:
    """The first bytes of a file that can be read and is not too large."""
    name = path.name
    if path.is_dir():
        raise Refusal("import.is_a_folder", file=name)
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(4096)
    except FileNotFoundError:
        raise Refusal("import.file_missing", file=name) from None
    except OSError as error:
        raise Refusal("import.file_unreadable", file=name, reason=error.strerror or "") from error
    if size == 0:
        raise Refusal("import.file_empty", file=name)
    if size > MOST_BYTES:
        raise Refusal("import.file_too_large", file=name, limit=MOST_BYTES // 1024**2)
    return head


def _refuse_others(path: Path, head: bytes) -> None:
    """Refuse what is neither a workbook nor text, naming what it is."""
    name, start = path.name, head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise Refusal(_compound_file(path), file=name)
    if start.startswith(b"%pdf"):
        raise Refusal("import.is_pdf", file=name)
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<meta", b"<head")):
        raise Refusal("import.is_web_page", file=name)
    if start.startswith((b"<?xml", b"<workbook")):
        raise Refusal("import.is_xml", file=name)
    if start.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8", b"ii*\x00", b"mm\x00*")):
        raise Refusal("import.is_picture", file=name)
    if path.suffix.casefold() in {".xlsx", ".xlsm"}:
        raise Refusal("import.not_a_workbook", file=name)


def _compound_file(path: Path) -> str:
    """Whether an OLE file is an encrypted workbook or one of the old kind."""
    content = path.read_bytes()
    encrypted = "EncryptedPackage".encode("utf-16-le") in content
    return "import.is_encrypted" if encrypted else "import.is_old_workbook"
