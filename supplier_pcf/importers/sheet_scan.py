"""Walk through the XML of a workbook before the reader builds tables from it.

The reader allocates the whole rectangle from the first to the last cell, so a file made to harm could
take all memory with two cells. This walk checks that cells come in order and stay within limits, that
texts stay small, and that there is no document type; it also notes errors and formulas without a
stored result, which the reader shows as empty cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from supplier_pcf.importers.table import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

LONGEST_SHARED = 40_000
MOST_SHARED = 4_000_000
MOST_TEXT = 200_000_000
_REF = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


class Unsafe(Exception):
    """The XML is not what a spreadsheet program writes; `code` is the refusal's."""

    def __init__(self, code: str, limit: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.limit = limit


@dataclass(slots=True)
class SheetFacts:
    """What a walk through a sheet found; cells by row and column from 0."""

    rows: int = 0
    columns: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncalculated: set[tuple[int, int]] = field(default_factory=set)


def walk(chunks: Iterable[bytes], scan: Scan | SharedScan | None = None) -> None:
    """Read a part from beginning to end; `scan` is told of every element.

    Raises:
        Unsafe: it has a document type, an odd encoding, or goes beyond the limits.
        expat.ExpatError: it is not XML.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.XmlDeclHandler = _utf8_only
    if scan is not None:
        scan.attach(parser)
    for chunk in chunks:
        parser.Parse(chunk, False)
    parser.Parse(b"", True)
    if scan is not None:
        scan.finish()


def _no_doctype(*_: object) -> None:
    raise Unsafe("import.suspicious")


def _utf8_only(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.casefold() not in {"utf-8", "utf8", "us-ascii"}:
        raise Unsafe("import.suspicious")


class SharedScan:
    """The lengths of the shared texts of a workbook, in their order."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def attach(self, parser: expat.XMLParserType) -> None:
        """Listen to a parser."""
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._data

    def finish(self) -> None:
        """Nothing is left to do at the end."""

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        if name == "si" or name.endswith(":si"):
            self.lengths.append(0)
            if len(self.lengths) > MOST_SHARED:
                raise Unsafe("import.suspicious")

    def _data(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)
            if self.lengths[-1] > LONGEST_SHARED:
                raise Unsafe("import.suspicious")


class Scan:
    """A walk through one sheet: positions, errors, formulas without results, amount of text."""

    def __init__(self, facts: SheetFacts, shared: Sequence[int]) -> None:
        self._facts = facts
        self._shared = shared
        self._row = self._column = 0
        self._type = self._kind = ""
        self._has_value = self._wanted = False
        self._text: list[str] = []
        self._total = 0

    def attach(self, parser: expat.XMLParserType) -> None:
        """Listen to a parser."""
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._data

    def finish(self) -> None:
        """Settle the last cell."""
        self._settle()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2] if ":" in name else name
        if name == "c":
            self._settle()
            self._cell(attributes)
        elif name == "v":
            self._has_value, self._wanted = True, bool(self._kind)
        elif name == "f":
            self._has_value, self._wanted = True, False
            self._kind = "f" if self._type == "n" else self._kind
        elif name == "row":
            self._settle()
            self._new_row(attributes.get("r"))
        else:
            self._has_value, self._wanted = self._has_value or name == "is", False

    def _data(self, text: str) -> None:
        self._total += len(text)
        if self._wanted:
            self._text.append(text)

    def _new_row(self, told: str | None) -> None:
        row = self._row + 1 if told is None else int(told) if told.isdecimal() else 0
        if row <= self._row:
            raise Unsafe("import.damaged")
        self._row, self._column = row, 0

    def _cell(self, attributes: dict[str, str]) -> None:
        """Take the next cell: it has to lie to the right of the last one, in the row it stands in."""
        told = attributes.get("r")
        column = self._column + 1
        if told is not None:
            found = _REF.fullmatch(told)
            if found is None or int(found[2]) != self._row:
                raise Unsafe("import.damaged")
            column = column_number(found[1])
        if column <= self._column or not self._row:
            raise Unsafe("import.damaged")
        self._column = column
        self._type = attributes.get("t", "n")
        self._kind = self._type if self._type in {"s", "e"} else ""
        self._has_value = self._wanted = False

    def _settle(self) -> None:
        """Note what the cell just left held, and keep within the limits."""
        if self._kind:
            self._note("".join(self._text).strip())
            self._text.clear()
            self._kind = ""
        facts = self._facts
        if self._has_value and (self._row > facts.rows or self._column > facts.columns):
            facts.rows, facts.columns = max(facts.rows, self._row), max(facts.columns, self._column)
            check_reach(facts.rows, facts.columns)
        self._has_value = False

    def _note(self, text: str) -> None:
        place = self._row - 1, self._column - 1
        if self._kind == "e":
            self._facts.errors[place] = text[:12] if text.startswith("#") else "#"
        elif self._kind == "f" and not text:
            self._facts.uncalculated.add(place)
        elif self._kind == "s" and text.isdecimal() and int(text) < len(self._shared):
            self._total += self._shared[int(text)]
            if self._total > MOST_TEXT:
                raise Unsafe("import.expands_too_far")


def check_reach(rows: int, columns: int) -> None:
    """Refuse a rectangle of cells too large to build.

    Raises:
        Unsafe: there are too many rows, or too many columns for so many rows.
    """
    if rows > MOST_ROWS:
        raise Unsafe("import.too_many_rows", MOST_ROWS)
    if columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise Unsafe("import.too_many_columns", MOST_COLUMNS)


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """The number of a column from its letters: A is 1."""
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value
