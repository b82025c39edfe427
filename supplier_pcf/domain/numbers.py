"""How a number becomes text: significant digits, grouping and decimal mark by language, plain decimals.

Rounding is half to even on the shortest decimal that names the number: 0.125 to two digits is 0.12,
and so is 0.115 (a sum in binary would have to guess). What is shown is rounded; sums never are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal, localcontext

MINUS = "\N{MINUS SIGN}"
NOTHING = "\N{EN DASH}"
"""Stands where there is no number."""
_HUNDRED = Decimal(100)
_WIDE = Context(prec=800)
"""Holds every digit of every float, so that rounding never fails for size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberStyle:
    """The marks of a language: between thousands, before decimals, before the percent sign."""

    group: str
    decimal: str
    before_percent: str


_STYLES = {
    "en": NumberStyle(group=",", decimal=".", before_percent="\N{NO-BREAK SPACE}"),
    "zh_CN": NumberStyle(group=",", decimal=".", before_percent=""),
    "de": NumberStyle(group=".", decimal=",", before_percent="\N{NO-BREAK SPACE}"),
}


_GROUPS = {",": ".", ".": ","}
"""The mark between thousands that goes with a decimal mark."""


def number_style(language: str) -> NumberStyle:
    """The marks of this language; those of English where it is unknown.

    A language that brings a decimal mark of its user's own (`i18n.Spoken`) is written with that.
    """
    style = _STYLES.get(language, _STYLES["en"])
    mark: str = getattr(language, "decimal", "")
    if mark in ("", style.decimal):
        return style
    return replace(style, decimal=mark, group=_GROUPS[mark])


def exact(value: float) -> Decimal:
    """The shortest decimal that reads back as this very number.

    Raises:
        ValueError: it is not a finite number.
    """
    if not math.isfinite(value):
        raise ValueError(f"not a finite number: {value}")
    return Decimal(repr(float(value)))


def decimal_string(value: float) -> str:
    """The number for files: every digit, a point, no exponent, no grouping, no empty decimals.

    Raises:
        ValueError: it is not a finite number.
    """
    text = format(exact(value), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def rounded(value: float, digits: int = 3) -> Decimal:
    """The number with so many significant digits, half to even.

    Raises:
        ValueError: it is not a finite number.
    """
    number = exact(value)
    if not number:
        return Decimal(0)
    shown = _quantized(number, number.adjusted() - digits + 1)
    if shown.adjusted() > number.adjusted():  # 9.996 became 10.00
        shown = _quantized(number, shown.adjusted() - digits + 1)
    return shown


def _quantized(number: Decimal, exponent: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(exponent), rounding=ROUND_HALF_EVEN, context=_WIDE)


def significant(value: float | None, language: str = "en", digits: int = 3) -> str:
    """The number with so many significant digits for people; a dash where there is none."""
    if value is None or not math.isfinite(value):
        return NOTHING
    return _localised(rounded(value, digits), language)


def fixed(value: float | Decimal | None, language: str = "en", decimals: int = 1) -> str:
    """The number with so many decimals for people; a dash where there is none."""
    if value is None or not math.isfinite(value):
        return NOTHING
    number = value if isinstance(value, Decimal) else exact(value)
    return _localised(_quantized(number, -decimals), language)


def percent(value: float | Decimal | None, language: str = "en", decimals: int = 1) -> str:
    """A number that is already in percent, with its sign: 12.3 becomes 12.3 %."""
    text = fixed(value, language, decimals)
    return text if text == NOTHING else f"{text}{number_style(language).before_percent}%"


def percent_in_digits(value: float | None, language: str = "en", digits: int = 3) -> str:
    """The same with significant digits, where small ones matter: 0.0435 %."""
    text = significant(value, language, digits)
    return text if text == NOTHING else f"{text}{number_style(language).before_percent}%"


def _localised(number: Decimal, language: str) -> str:
    style = number_style(language)
    whole, _, decimals = format(abs(number), "f").partition(".")
    grouped = f"{int(whole):,}".replace(",", style.group)
    sign = MINUS if number < 0 else ""
    return f"{sign}{grouped}{style.decimal}{decimals}" if decimals else f"{sign}{grouped}"


def shares(parts: Sequence[float], decimals: int = 1) -> tuple[Decimal, ...] | None:
    """Every part in percent of their sum, rounded so that they add up to exactly 100.

    Each share is rounded down; the units still missing go to the largest remainders, the first of
    equals first. Negative parts have negative shares. None where the sum is zero.

    Raises:
        ValueError: a part is not a finite number.
    """
    numbers = [exact(part) for part in parts]
    with localcontext(_WIDE):
        whole = sum(numbers, Decimal(0))
        return _shares(numbers, whole, Decimal(1).scaleb(-decimals)) if whole else None


def _shares(numbers: Sequence[Decimal], whole: Decimal, unit: Decimal) -> tuple[Decimal, ...]:
    raw = [number * _HUNDRED / whole for number in numbers]
    floors = [share.quantize(unit, rounding=ROUND_FLOOR) for share in raw]
    missing = int((_HUNDRED - sum(floors, Decimal(0))) / unit)
    by_remainder = sorted(range(len(raw)), key=lambda i: floors[i] - raw[i])
    raised = frozenset(by_remainder[:missing])
    return tuple(floor + unit if i in raised else floor for i, floor in enumerate(floors))
