"""What people type into fields: numbers in any clear writing, with or without a unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from supplier_pcf.domain.numbers import decimal_string
from supplier_pcf.domain.units import UNITS, Quantity
from supplier_pcf.importers.numbers import Ambiguous, Number, read_number
from supplier_pcf.importers.unit_words import unit_of


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Typed text that cannot be taken as it stands; the code has its sentence in `words`."""

    code: str
    text: str


def entered_number(text: str, decimal: str) -> float | Unreadable | None:
    """The number in a text, None for an empty one; `decimal` is the user's own decimal mark.

    A number that has two readings, such as 1,234, is taken in the user's own writing.
    """
    read = read_number(text)
    if read is None:
        return None
    if isinstance(read, Ambiguous):
        read = read.settled(decimal)
    if isinstance(read, Number) and not read.unit:
        return read.value
    return Unreadable("entry.not_a_number", text)


def entered_quantity(text: str, unit: str, decimal: str) -> Quantity | Unreadable | None:
    """The quantity in a text such as "12.5 g"; without a unit of its own it is in `unit`."""
    read = read_number(text)
    if read is None:
        return None
    if isinstance(read, Ambiguous):
        read = read.settled(decimal)
    if not isinstance(read, Number):
        return Unreadable("entry.not_a_number", text)
    found = unit_of(read.unit) if read.unit else unit
    if found is None or found not in UNITS:
        return Unreadable("entry.unknown_unit", text)
    return Quantity(read.value, found)


def entered_share(text: str, decimal: str) -> float | Unreadable | None:
    """A share between 0 and 1 from a percentage such as "12,5" or "12.5 %"."""
    number = entered_number(text.replace("%", "").replace("％", ""), decimal)
    if number is None or isinstance(number, Unreadable):
        return number
    return number / 100 if 0 <= number <= 100 else Unreadable("entry.not_a_share", text)


def has_two_readings(text: str) -> bool:
    """Whether a comma or point leaves open which number it is, as in 1,234."""
    return isinstance(read_number(text), Ambiguous)


def proven_mark(texts: Iterable[str]) -> str:
    """The decimal mark that these numbers show: , or . or none where they show none or both."""
    marks = {read.mark for read in map(read_number, texts) if isinstance(read, Number)} - {""}
    return marks.pop() if len(marks) == 1 else ""


def shown_number(value: float | None, decimal: str) -> str:
    """A number as it is edited: all its digits, the user's decimal mark, no grouping."""
    return "" if value is None else decimal_string(value).replace(".", decimal)


def shown_share(share: float | None, decimal: str) -> str:
    """A share as percentage, as it is edited."""
    return "" if share is None else shown_number(round(share * 100, 10), decimal)
