"""What people type into fields: numbers in any clear writing, with or without a unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from supplier_pcf.domain.numbers import decimal_string
from supplier_pcf.domain.units import UNITS, Dimension, Quantity, dimension_of, ratio
from supplier_pcf.importers.dates import AmbiguousDate, Span, read_date
from supplier_pcf.importers.numbers import (
    Ambiguous,
    NotANumber,
    Number,
    Problem,
    narrow,
    read_number,
)
from supplier_pcf.importers.unit_words import unit_of

_COUNTED = {"\N{CJK UNIFIED IDEOGRAPH-4E07}": 4, "\N{CJK UNIFIED IDEOGRAPH-4EBF}": 8}
"""Ten thousand and a hundred million, as Chinese counts: 3.5万 pieces."""
_ENERGY = frozenset({Dimension.ENERGY, Dimension.ENERGY_NET, Dimension.ENERGY_GROSS})
"""A bill says which heating value it means; the field cannot know it before."""
_VOLUME = frozenset({Dimension.VOLUME, Dimension.NORMAL_VOLUME})
_DIGITS = 12
"""Significant digits that are kept when a typed unit is converted: 350 g is 0.35 kg, without dust."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Typed text that cannot be taken as it stands; the code has its sentence in `words`."""

    code: str
    text: str
    more: tuple[tuple[str, str], ...] = ()
    """What else the sentence names."""

    @property
    def params(self) -> Mapping[str, str | int | float]:
        """What the sentence is filled in with."""
        return {"text": self.text, **dict(self.more)}


def entered_number(
    text: str, decimal: str, unit: str = "", *, proven: bool = False
) -> float | Unreadable | None:
    """The number in a text, None for an empty one; `decimal` is the user's own decimal mark.

    A number that has two readings, such as 1,234, is taken where its mark is the user's own, or
    where the mark is `proven`; else it is handed back. `unit` is that of the field: it may be typed
    along, and so may another unit of its kind, which is converted.
    """
    read = _read(text, decimal, proven=proven)
    if not isinstance(read, Number):
        return read
    if not read.unit or read.unit.casefold() == narrow(unit).casefold():
        return read.value
    typed, own = unit_of(read.unit), unit_of(unit)
    if typed is None:
        code = "entry.unknown_unit" if own else "entry.not_a_number"
        return Unreadable(code, text)
    if own is None:
        return Unreadable("entry.no_unit", text)
    if dimension_of(typed) is not dimension_of(own):
        return Unreadable("entry.other_unit", text, (("unit", unit),))
    return float(f"{read.value * ratio(typed, own):.{_DIGITS}g}")


def entered_quantity(
    text: str, unit: str, decimal: str, *, proven: bool = False, only: Iterable[str] = ()
) -> Quantity | Unreadable | None:
    """The quantity in a text such as "12.5 g"; without a unit of its own it is in `unit`.

    Where `only` names units, one of another kind is handed back.
    """
    read = _read(text, decimal, proven=proven)
    if not isinstance(read, Number):
        return read
    found = unit_of(read.unit) if read.unit else unit
    if found is None or found not in UNITS:
        return Unreadable("entry.unknown_unit", text)
    if not _is_of(found, only):
        return Unreadable("entry.other_unit", text, (("unit", unit),))
    return Quantity(read.value, found)


def entered_share(text: str, decimal: str, *, proven: bool = False) -> float | Unreadable | None:
    """A share between 0 and 1 from a percentage such as "12,5" or "12.5 %"."""
    bare = text.replace("%", "").replace("％", "")
    number = entered_number(bare, decimal, proven=proven)
    if isinstance(number, Unreadable):
        return replace(number, text=text)
    if number is None:
        return None
    return number / 100 if 0 <= number <= 100 else Unreadable("entry.not_a_share", text)


def entered_day(text: str) -> date | Unreadable | None:
    """The day in a text such as 2025-12-31, 31.12.2025 or 2025年12月31日, None for an empty one."""
    if not text.strip():
        return None
    read = read_date(text)
    if isinstance(read, AmbiguousDate):
        first, second, year = (int(part) for part in re.split(r"\D+", narrow(text)))
        days = sorted({date(year, first, second), date(year, second, first)})
        more = (("one", days[0].isoformat()), ("other", days[-1].isoformat()))
        return Unreadable("entry.two_days", text, more)
    is_day = isinstance(read, Span) and read.is_day
    return read.start if isinstance(read, Span) and is_day else Unreadable("entry.not_a_day", text)


def two_readings(text: str, decimal: str) -> Unreadable:
    """That a text such as 1,234 is one of two numbers, each written so that it is the only one."""
    read = read_number(text)
    if not isinstance(read, Ambiguous):
        return Unreadable("entry.not_a_number", text)
    larger, smaller = sorted((read.with_comma, read.with_point), key=abs, reverse=True)
    more = (("one", shown_number(larger, decimal)), ("other", shown_number(smaller, decimal)))
    return Unreadable("entry.two_readings", text, more)


def _read(text: str, decimal: str, *, proven: bool) -> Number | Unreadable | None:
    """What stands in a text, with the user's own decimal mark where that settles it."""
    read = read_number(text)
    if isinstance(read, Ambiguous):
        if not proven and decimal not in narrow(text):
            return two_readings(text, decimal)
        read = read.settled(decimal)
    if isinstance(read, NotANumber):
        is_huge = read.problem is Problem.ABSURD
        return Unreadable("entry.too_large" if is_huge else "entry.not_a_number", text)
    return None if read is None else _counted(read)


def _counted(number: Number) -> Number:
    """3.5万件 is 35,000 pieces; 万千瓦时 is a unit of its own."""
    zeros = _COUNTED.get(number.unit[:1])
    if zeros is None or unit_of(number.unit) is not None:
        return number
    value = float(Decimal(repr(number.value)).scaleb(zeros))
    return replace(number, value=value, unit=number.unit[1:].strip())


def _is_of(unit: str, only: Iterable[str]) -> bool:
    """Whether a unit measures what one of these does; bills of energy and gas know several kinds."""
    kinds = {dimension_of(each) for each in only}
    kind = dimension_of(unit)
    return (
        not kinds
        or kind in kinds
        or any(kind in group and kinds & group for group in (_ENERGY, _VOLUME))
    )


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
