"""Numbers as people write them: read where they are clear, handed back in both readings where not."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

ABSURD = 1e12
LONGEST = 60


class Problem(StrEnum):
    """Why a cell is not a number."""

    TEXT = "not_a_number"
    ERROR_VALUE = "error_value"
    DATE = "date_for_number"
    ABSURD = "absurd"


@dataclass(frozen=True, slots=True)
class Number:
    """A number that can be read in one way only, the unit written beside it, and its decimal mark.

    `mark` is the decimal mark the writing proves (`,` or `.`), or empty where it proves none.
    """

    value: float
    unit: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Text such as 1,234 that is one number with a decimal comma and another with a decimal point."""

    text: str
    with_comma: float
    with_point: float
    unit: str = ""

    def settled(self, mark: str) -> Number:
        """The number it is where the decimal mark is known."""
        return Number(self.with_comma if mark == "," else self.with_point, self.unit)


@dataclass(frozen=True, slots=True)
class NotANumber:
    """What stands in a cell that holds no number, and of which kind it is."""

    text: str
    problem: Problem


Reading = Number | Ambiguous | NotANumber | None
"""What a cell says; None for an empty one."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys([0x3000, 0xA0, 0x2007, 0x2009, 0x200A, 0x202F], 0x20)
_MARKS = {0x2019: 0x27, 0xB4: 0x27, 0x60: 0x27, 0x2212: 0x2D, 0x2013: 0x2D, 0xFEFF: None}
_NARROW = {**_WIDE, **_SPACES, **_MARKS}
_FULL_STOP = re.compile(r"(?<=[0-9０-９])[。｡](?=[0-9０-９])")
"""A Chinese keyboard gives this where a decimal point is meant."""
_EMPTY = {"", "-", "--", "—", "/", "\\", "n/a", "无", "k.a.", "."}
_SHAPE = re.compile(
    r"(?P<sign>[+-]?) ?(?P<body>[.,]?[0-9](?:[0-9.,' ]*[0-9])?[.,]?)"
    r"(?P<exponent>[eE][+-]?[0-9]{1,3})?(?P<minus>-(?= |$))? ?(?P<unit>[^0-9\s.,'+-].{0,23})?"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:(?: [0-9]{3})+|(?:'[0-9]{3})+)(?:[.,][0-9]*)?")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,3}(?:[.,][0-9]{2})+[.,][0-9]{3}")


def narrow(text: str) -> str:
    """The text with full-width characters, odd spaces and apostrophes in their plain form."""
    return " ".join(text.translate(_NARROW).split())


def shown(cell: object) -> str:
    """A cell as text for a sentence: short, in one line."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < ABSURD:
        cell = int(cell)
    text = " ".join(str(cell).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def read_number(cell: object) -> Reading:
    """What a cell says as a number; typed numbers are never ambiguous."""
    if cell is None or isinstance(cell, str):
        return _from_text(cell or "")
    if isinstance(cell, bool):
        return NotANumber(shown(cell), Problem.TEXT)
    if isinstance(cell, int | float):
        return _checked(float(cell), Number(float(cell)), shown(cell))
    if isinstance(cell, date | time | timedelta):
        return NotANumber(shown(cell), Problem.DATE)
    return NotANumber(shown(cell), Problem.TEXT)


def _checked(value: float, number: Number, text: str) -> Reading:
    if not math.isfinite(value) or abs(value) > ABSURD:
        return NotANumber(text, Problem.ABSURD)
    return number


def _from_text(raw: str) -> Reading:
    text = narrow(_FULL_STOP.sub(".", raw))
    if text.casefold() in _EMPTY:
        return None
    if text.startswith("#"):
        return NotANumber(shown(text), Problem.ERROR_VALUE)
    if text.startswith("(") and text.endswith(")"):
        text = "-" + text[1:-1]
    found = _SHAPE.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        return NotANumber(shown(raw), Problem.TEXT)
    sign = -1.0 if found["sign"] == "-" or found["minus"] else 1.0
    exponent = found["exponent"] or ""
    return _with_sign(_body(found["body"], exponent), sign, (found["unit"] or "").strip(), raw)


def _with_sign(
    values: tuple[float, float, str] | None, sign: float, unit: str, raw: str
) -> Reading:
    if values is None:
        return NotANumber(shown(raw), Problem.TEXT)
    comma, point, mark = sign * values[0], sign * values[1], values[2]
    if comma != point:
        return Ambiguous(shown(raw), comma, point, unit)
    return _checked(comma, Number(comma, unit, mark), shown(raw))


def _body(body: str, exponent: str) -> tuple[float, float, str] | None:
    """The values with decimal comma and decimal point, and the mark that is proven."""
    spaced = " " in body or "'" in body
    if spaced and not _GROUPED.fullmatch(body):
        return None
    digits = body.replace(" ", "").replace("'", "")
    commas, points = digits.count(","), digits.count(".")
    if not commas and not points:
        return _one(digits, exponent, "")
    if commas and points:
        mark = "," if digits.rfind(",") > digits.rfind(".") else "."
        return _mixed(digits, mark, exponent)
    other = "." if commas else ","
    if commas + points > 1:
        return _one(_joined(digits), exponent, other) if _THOUSANDS.fullmatch(digits) else None
    return _single(digits, exponent, "," if commas else ".", decimal=spaced or bool(exponent))


def _mixed(digits: str, mark: str, exponent: str) -> tuple[float, float, str] | None:
    head, _, tail = digits.rpartition(mark)
    if mark in head or not tail.isdigit() or not _THOUSANDS.fullmatch(head):
        return None
    return _one(f"{_joined(head)}.{tail}", exponent, mark)


def _single(
    digits: str, exponent: str, mark: str, *, decimal: bool
) -> tuple[float, float, str] | None:
    """One mark only: thousands or decimals cannot be told where exactly three digits follow."""
    head, _, tail = digits.partition(mark)
    as_decimal = float(f"{head or 0}.{tail or 0}{exponent}")
    if decimal or len(tail) != 3 or not 1 <= len(head) <= 3 or head.startswith("0"):
        return as_decimal, as_decimal, mark
    as_thousands = float(head + tail)
    return (as_decimal, as_thousands, "") if mark == "," else (as_thousands, as_decimal, "")


def _joined(digits: str) -> str:
    return digits.replace(",", "").replace(".", "")


def _one(digits: str, exponent: str, mark: str) -> tuple[float, float, str]:
    value = float(digits + exponent)
    return value, value, mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The numbers of one column, with its decimal mark where the column itself shows it.

    `settled` counts the values that were ambiguous and are read by `mark`; `proof` is the index of
    the value that shows the mark; `mixed` says that the column shows both marks.
    """

    readings: tuple[Reading, ...]
    mark: str = ""
    settled: int = 0
    proof: int | None = None
    mixed: bool = False

    @property
    def unclear(self) -> int:
        """How many values stay ambiguous."""
        return sum(isinstance(reading, Ambiguous) for reading in self.readings)


def read_column(cells: Iterable[object], decimal: str | None = None) -> Column:
    """The numbers of a column; `decimal` (`,` or `.`) settles what is ambiguous, else the column does."""
    readings = [read_number(cell) for cell in cells]
    if not any(isinstance(reading, Ambiguous) for reading in readings):
        return Column(readings=tuple(readings), mark=decimal or "")
    proofs = _proofs(readings)
    mark = decimal or (next(iter(proofs)) if len(proofs) == 1 else "")
    if not mark:
        return Column(readings=tuple(readings), mixed=len(proofs) > 1)
    settled = tuple(r.settled(mark) if isinstance(r, Ambiguous) else r for r in readings)
    count = sum(isinstance(reading, Ambiguous) for reading in readings)
    proof = None if decimal else proofs[mark]
    return Column(readings=settled, mark=mark, settled=count, proof=proof)


def _proofs(readings: Sequence[Reading]) -> dict[str, int]:
    """The decimal marks a column shows, with the index of the first value that shows each."""
    found: dict[str, int] = {}
    for index, reading in enumerate(readings):
        if isinstance(reading, Number) and reading.mark:
            found.setdefault(reading.mark, index)
    return found
