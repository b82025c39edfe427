"""Which rows of a bill are lines, and which are titles, totals, page breaks, remarks or packaging."""

from __future__ import annotations

import re

from supplier_pcf.importers.bom_columns import NUMBERS, BomTable, is_repeated_heading
from supplier_pcf.importers.headers import plain
from supplier_pcf.importers.numbers import Number
from supplier_pcf.importers.synonyms import (
    AUXILIARY_CATEGORIES,
    PACKAGING_CATEGORIES,
    PACKAGING_NAMES,
    REMARK_STARTS,
    TOTAL_WORDS,
)
from supplier_pcf.importers.table import text_of

_TOTALS = frozenset(plain(word) for word in TOTAL_WORDS.split("|"))
_FIRST_SIGNS = {sign for word in TOTAL_WORDS.split("|") for sign in (word[0], word[0].upper())}
_PACKAGING = frozenset(plain(word) for word in PACKAGING_CATEGORIES.split("|"))
_AUXILIARY = frozenset(plain(word) for word in AUXILIARY_CATEGORIES.split("|"))
_PAGE = re.compile(
    r"(第\s*\d+\s*页|共\s*\d+\s*页|page\s*:?\s*\d|seite\s*:?\s*\d|blatt\s*:?\s*\d|打印(日期|时间|人)"
    r"|print(ed| date)|druckdatum|gedruckt)"
)
_RULER = re.compile(r"[-=_*. ]+")


def reason_to_ignore(bom: BomTable, row: int) -> str:
    """The code of the reason why a row is no line of the bill; empty where it is one."""
    cells = bom.table.rows[row]
    filled = [cell for cell in cells if cell not in ("", None)]
    if not filled:
        return "import.blank_row"
    first = text_of(filled[0])
    if len(filled) > 2 and isinstance(filled[0], int | float):
        first = ""
    if is_total(cells):
        return "import.total_row"
    if is_repeated_heading(bom, row):
        return "import.repeated_heading"
    return "" if _has_numbers(bom, row) else _furniture(bom, row, first, len(filled))


def _furniture(bom: BomTable, row: int, first: str, filled: int) -> str:
    """Rows without a number: remarks, page lines, and single texts outside the naming columns."""
    text = first.casefold()
    if _RULER.fullmatch(text):
        return "import.blank_row"
    if text.startswith(REMARK_STARTS):
        return "import.remark_row"
    if _PAGE.match(text):
        return "import.page_row"
    named = bom.text(row, "name") or bom.text(row, "part_number") or bom.text(row, "material")
    return "import.remark_row" if filled == 1 and not named else ""


def is_total(cells: object) -> bool:
    """Whether a row sums up others: one of its first texts is a word for a total."""
    if not isinstance(cells, list | tuple):
        return False
    texts = [cell for cell in cells if isinstance(cell, str) and cell][:4]
    return any(
        len(t) <= 24 and t.lstrip()[:1] in _FIRST_SIGNS and plain(t) in _TOTALS for t in texts
    )


def _has_numbers(bom: BomTable, row: int) -> bool:
    at = row - bom.first_row
    return any(isinstance(bom.numbers[f].readings[at], Number) for f in NUMBERS if f in bom.fields)


def is_packaging(bom: BomTable, row: int) -> bool:
    """Whether the row's own category says packaging."""
    return (
        plain(bom.text(row, "category")) in _PACKAGING
        or plain(bom.text(row, "level")) in _PACKAGING
    )


def looks_like_packaging(name: str) -> bool:
    """Whether the name alone suggests packaging."""
    text = name.casefold()
    return any(word in text for word in PACKAGING_NAMES)


def is_auxiliary(bom: BomTable, row: int) -> bool:
    """Whether the row's category says that it is used up in production."""
    return plain(bom.text(row, "category")) in _AUXILIARY
