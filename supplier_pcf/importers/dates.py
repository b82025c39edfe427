"""Months and days as bills and tables write them; a date that can be two days is not decided."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime

from supplier_pcf.importers.numbers import narrow


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` to `end`, both included; one day, one month, or the days of a bill."""

    start: date
    end: date

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class AmbiguousDate:
    """Text such as 03/04/2025 that is one day written day first and another written month first."""

    text: str


@dataclass(frozen=True, slots=True)
class MonthOnly:
    """A month whose year stands elsewhere."""

    month: int


DateReading = Span | AmbiguousDate | MonthOnly | None

_NAMES = (
    "jan january januar jänner 一月",
    "feb february februar 二月",
    "mar march märz mrz 三月",
    "apr april 四月",
    "may mai 五月",
    "jun june juni 六月",
    "jul july juli 七月",
    "aug august 八月",
    "sep sept september 九月",
    "oct october okt oktober 十月",
    "nov november 十一月",
    "dec december dez dezember 十二月",
)
MONTHS = {word: number for number, words in enumerate(_NAMES, 1) for word in words.split()}

_YEAR_FIRST = re.compile(r"((?:19|20)\d\d) ?[-/.年] ?(\d{1,2})(?: ?[-/.月] ?(\d{1,2}) ?日?)? ?月?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)?")
_MONTH_YEAR = re.compile(r"(\d{1,2}) ?[-/.] ?((?:19|20)\d\d)")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?((?:19|20)\d\d)")
_WORD_YEAR = re.compile(r"(?:(\d{1,2})[. -]*)?([^\W\d_]{3,9})\.?[ ,'/-]*((?:19|20)\d\d)")
_YEAR_WORD = re.compile(r"((?:19|20)\d\d)[ ,/-]*([^\W\d_]{3,9})\.?")
_MONTH_ALONE = re.compile(r"(\d{1,2}) ?月(?:份)?|([^\W\d_]{2,9})\.?")
_TO = re.compile(r" ?(?:~|至|到|\bbis\b|\bto\b|—) ?| - |(?<=\d{4}[-/.]\d\d[-/.]\d\d)-(?=\d{4})")
_SHORT_RANGE = re.compile(r"(\d{4}\D\d{1,2}\D\d{1,2})-(\d{4}\D\d{1,2}\D\d{1,2})")


def month_span(year: int, month: int) -> Span | None:
    """The days of a month, or nothing where there is no such month."""
    if not 1 <= month <= 12 or not 1990 <= year <= 2100:
        return None
    return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def read_date(cell: object) -> DateReading:
    """The days a cell names; None where it names none."""
    if isinstance(cell, datetime):
        return _plausible(cell.date())
    if isinstance(cell, date):
        return _plausible(cell)
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return _compact(str(int(cell))) if float(cell).is_integer() and cell > 190_000 else None
    text = narrow(str(cell)).casefold()
    return _from_text(text) if 2 <= len(text) <= 40 else None


def _plausible(day: date) -> Span | None:
    return Span(day, day) if 1990 <= day.year <= 2100 else None


def _day(year: int, month: int, day: int) -> Span | None:
    if month_span(year, month) is None:
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Span(date(year, month, day), date(year, month, day))


def _from_text(text: str) -> DateReading:
    return _range(text) or _numeric(text) or _worded(text)


def _range(text: str) -> Span | None:
    short = _SHORT_RANGE.fullmatch(text)
    parts = short.groups() if short else tuple(_TO.split(text))
    if len(parts) != 2:
        return None
    first, last = (_numeric(p) or _worded(p) for p in parts)
    if isinstance(first, Span) and isinstance(last, Span) and first.start <= last.end:
        return Span(first.start, last.end)
    return None


def _numeric(text: str) -> DateReading:
    if found := _YEAR_FIRST.fullmatch(text):
        year, month = int(found[1]), int(found[2])
        return _day(year, month, int(found[3])) if found[3] else month_span(year, month)
    if found := _MONTH_YEAR.fullmatch(text):
        return month_span(int(found[2]), int(found[1]))
    if found := _DAY_MONTH_YEAR.fullmatch(text):
        return _day_and_month(text, int(found[1]), int(found[3]), int(found[4]), found[2])
    return _compact(text)


def _compact(text: str) -> Span | None:
    found = _COMPACT.fullmatch(text)
    if not found:
        return None
    year, month = int(found[1]), int(found[2])
    return _day(year, month, int(found[3])) if found[3] else month_span(year, month)


def _day_and_month(text: str, first: int, second: int, year: int, mark: str) -> DateReading:
    if mark == "." or first > 12 or first == second:
        return _day(year, second, first)
    if second > 12:
        return _day(year, first, second)
    return AmbiguousDate(text)


def _worded(text: str) -> DateReading:
    if found := _WORD_YEAR.fullmatch(text):
        month = MONTHS.get(found[2], 0)
        year = int(found[3])
        return _day(year, month, int(found[1])) if found[1] else month_span(year, month)
    if found := _YEAR_WORD.fullmatch(text):
        return month_span(int(found[1]), MONTHS.get(found[2], 0))
    if found := _MONTH_ALONE.fullmatch(text):
        month = int(found[1]) if found[1] else MONTHS.get(found[2], 0)
        return MonthOnly(month) if 1 <= month <= 12 else None
    return None
