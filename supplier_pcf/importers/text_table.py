"""A text file as a table: find out its encoding and its separator, then read it."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from pathlib import Path

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.importers.table import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Table

SEPARATORS = ("\t", ";", "|", ",")
MOST_BREAKS = 40
_LOOKED_AT = 200
_HIGH = re.compile(rb"[\x80-\xff]+")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(path: Path) -> Table:
    """The table of a text file, rows and columns as a spreadsheet would show them.

    Raises:
        Refusal: it is not text, has no columns, or is too large.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refusal(
            "import.file_unreadable", file=path.name, reason=error.strerror or ""
        ) from error
    text, encoding = decoded(content, path.name)
    rows = _rows(text, path.name)
    if not any(cell.strip() for row in rows for cell in row):
        raise Refusal("import.file_empty", file=path.name)
    return Table(file=path.name, rows=rows, encoding=encoding)


def decoded(content: bytes, file: str) -> tuple[str, str]:
    """The text of a file, and its encoding where the file itself does not say.

    Raises:
        Refusal: the bytes are not text.
    """
    declared = next((name for bom, name in _BOMS if content.startswith(bom)), "")
    guessed = declared or _guessed(content)
    try:
        text = content.decode(guessed)
    except UnicodeError as error:
        raise Refusal("import.not_text", file=file) from error
    if "\x00" in text:
        raise Refusal("import.not_text", file=file)
    return text, "" if declared or guessed == "utf-8" else guessed


def _guessed(content: bytes) -> str:
    """The likeliest encoding of bytes that carry no mark: UTF-16, UTF-8, GB18030 or Windows-1252."""
    head = content[:4096]
    for start, name in ((0, "utf-16-be"), (1, "utf-16-le")):
        zeros = head[start::2].count(0)
        if zeros > len(head) // 5 and zeros > 4 * head[1 - start :: 2].count(0):
            return name
    if _decodes(content, "utf-8"):
        return "utf-8"
    runs = [len(run) for run in _HIGH.findall(content)]
    paired = sum(run for run in runs if run % 2 == 0)
    if paired >= 0.6 * sum(runs) and _decodes(content, "gb18030"):
        return "gb18030"
    return "cp1252"


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeError:
        return False
    return True


def _rows(text: str, file: str) -> list[list[str]]:
    lines = text.splitlines()
    if len(lines) > MOST_ROWS:
        raise Refusal("import.too_many_rows", file=file, limit=MOST_ROWS)
    separator, told = _separator(lines)
    if told:
        lines[0] = ""
    try:
        rows = [
            [cell.strip() for cell in row] for row in csv.reader(_kept(lines), delimiter=separator)
        ]
    except csv.Error as error:
        raise Refusal("import.quotes_open", file=file) from error
    if any(cell.count("\n") > MOST_BREAKS for row in rows for cell in row if "\n" in cell):
        raise Refusal("import.quotes_open", file=file)
    widest = max((len(row) for row in rows), default=0)
    if widest > MOST_COLUMNS or widest * len(rows) > MOST_CELLS:
        raise Refusal("import.too_many_columns", file=file, limit=MOST_COLUMNS)
    return [row + [""] * (widest - len(row)) for row in rows]


def _kept(lines: list[str]) -> list[str]:
    """The lines with their ends, so that a quoted line break stays inside its cell."""
    return [line + "\n" for line in lines]


def _separator(lines: list[str]) -> tuple[str, bool]:
    """The separator of the columns, and whether the first line tells it (`sep=;`)."""
    first = lines[0].strip() if lines else ""
    if first.casefold().startswith("sep=") and len(first) == 5:
        return first[4], True
    sample = [line for line in lines[:_LOOKED_AT] if line.strip()]
    return max(SEPARATORS, key=lambda mark: _fit(sample, mark)), False


def _fit(lines: list[str], mark: str) -> tuple[float, int]:
    """How well a separator fits: the share of lines with the usual number of columns, and that number."""
    widths = Counter(_width(line, mark) for line in lines)
    several = [(count, width) for width, count in widths.items() if width > 1]
    if not several:
        return 0.0, 0
    count, width = max(several)
    return round(count / max(1, len(lines)), 1), width


def _width(line: str, mark: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=mark), []))
    except csv.Error:
        return 0
