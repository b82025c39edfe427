"""Comparing sums of printed numbers with the roundings that their digits admit."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

_LARGEST_ROUNDING = Decimal("0.005")
_RELATIVE = Decimal("0.005")


def allowed(total: Decimal, *parts: Decimal) -> Decimal:
    """How far a printed total may be from its printed parts.

    Half a unit in the last place of every number, 0.005 at most, or 0.5 % of the larger side.
    """
    rounding_ = sum(map(rounding, (total, *parts)), Decimal(0))
    return max(rounding_, _RELATIVE * max(abs(total), abs(sum(parts, Decimal(0)))))


def rounding(number: Decimal) -> Decimal:
    """Half a unit in the last place that is written, 0.005 at most; a zero is a zero."""
    if not number:
        return Decimal(0)
    exponent = number.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    return min(_LARGEST_ROUNDING, Decimal(5).scaleb(places - 1))


def are_equal(value: Decimal, expected: Decimal, *more: Decimal) -> bool:
    """Whether two numbers agree within 0.5 % or the roundings of these printed numbers."""
    widest = sum(more, Decimal(0))
    return abs(value - expected) <= max(widest, _RELATIVE * max(abs(value), abs(expected)))


def agree(total: Decimal, parts: Iterable[Decimal]) -> bool:
    """Whether a total is the sum of its parts as far as their digits tell."""
    summands = tuple(parts)
    return abs(total - sum(summands, Decimal(0))) <= allowed(total, *summands)
