"""A table as text from outside: semicolons, commas or tabs between cells, names in its first row."""

from __future__ import annotations

import csv
import io
from collections import Counter

from supplier_pcf.domain.finding import Refusal

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 10_000
MAX_COLUMNS = 1000
_SEPARATORS = ";\t,"
_BOM = b"\xef\xbb\xbf"

Row = dict[str, str]


def parse(data: bytes, file: str, max_bytes: int = MAX_BYTES) -> list[Row]:
    """The rows of a table by the names in its first row; nothing in a cell is ever carried out.

    Raises:
        Refusal: it is too big, empty, no UTF-8 text, or its rows do not fit their names.
    """
    if len(data) > max_bytes:
        raise Refusal("file.too_big", file=file, limit=max_bytes // 1024**2)
    lines = _lines(_text(data, file), file)
    if not lines:
        raise Refusal("file.empty", file=file)
    names = [name.strip() for name in lines[0][1]]
    if len(names) > MAX_COLUMNS or len(lines) > MAX_ROWS + 1:
        raise Refusal("file.too_many_values", file=file, limit=MAX_ROWS * MAX_COLUMNS)
    double = next((n for n, count in Counter(filter(None, names)).items() if count > 1), None)
    if double is not None:
        raise Refusal("file.key_twice", file=file, path=double)
    return [_row(names, cells, number, file) for number, cells in lines[1:]]


def _text(data: bytes, file: str) -> str:
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal("file.not_utf8", file=file) from error
    if "\x00" in text:
        raise Refusal("file.not_utf8", file=file)
    return text


def _lines(text: str, file: str) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with the line it ends in."""
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((reader.line_num, cells))
            if len(found) > MAX_ROWS + 1:
                break
    except csv.Error as error:
        raise Refusal("file.bad_table", file=file, line=reader.line_num) from error
    return found


def _row(names: list[str], cells: list[str], number: int, file: str) -> Row:
    if any(cell.strip() for cell in cells[len(names) :]):
        raise Refusal("file.bad_table", file=file, line=number)
    row = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name}
    return {**dict.fromkeys(filter(None, names), ""), **row}
