"""A table of texts as it comes from outside, read with suspicion: bytes in, rows of cells by column out.

UTF-8 with or without byte order mark, separated by semicolons, commas or tabs, quoted after RFC 4180
(https://www.rfc-editor.org/rfc/rfc4180). Nothing in a cell is ever run or computed; a cell is a text.
"""

from __future__ import annotations

import csv
import io
from collections import Counter

from supplier_pcf.domain.finding import Refusal

MAX_BYTES = 20 * 1024 * 1024
MAX_COLUMNS = 1_000
MAX_ROWS = 10_000
_SEPARATORS = (";", ",", "\t")

Row = dict[str, str]


def parsed_table(data: bytes, name: str) -> list[Row]:
    """The rows below the heading, each cell under the name of its column; empty rows are left out.

    Raises:
        Refusal: it is too large, not UTF-8 text, wrongly quoted, or its columns cannot be told apart.
    """
    if len(data) > MAX_BYTES:
        raise Refusal("table.too_large", file=name, limit=MAX_BYTES // 1024**2)
    lines = _lines(_text(data, name), name)
    if not lines:
        raise Refusal("table.empty", file=name)
    heading = [cell.strip() for cell in lines[0]]
    _require_columns(heading, name)
    rows = []
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) > len(heading) and any(cell.strip() for cell in cells[len(heading) :]):
            raise Refusal("table.row_too_long", file=name, row=number)
        if any(cell.strip() for cell in cells):
            rows.append(dict(zip(heading, cells, strict=False)))
    if not rows:
        raise Refusal("table.empty", file=name)
    return rows


def _text(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal("table.not_utf8", file=name) from error
    if "\0" in text:
        raise Refusal("table.not_utf8", file=name)
    return text


def _lines(text: str, name: str) -> list[list[str]]:
    """The cells of every line, the separator being the one found most often in the first."""
    first = text.lstrip().partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    lines: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            lines.append(cells)
            if len(lines) > MAX_ROWS or len(cells) > MAX_COLUMNS:
                raise Refusal("table.too_many", file=name, rows=MAX_ROWS, columns=MAX_COLUMNS)
    except csv.Error as error:
        raise Refusal("table.broken", file=name, row=reader.line_num) from error
    while lines and not any(cell.strip() for cell in lines[0]):
        lines.pop(0)
    return lines


def _require_columns(heading: list[str], name: str) -> None:
    for column, times in Counter(heading).items():
        if column and times > 1:
            raise Refusal("table.double_column", file=name, column=column[:60])
