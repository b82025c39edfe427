"""Comparing figures that were rounded before they were written."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

_LARGEST_ROUNDING = Decimal("0.005")
_RELATIVE = Decimal("0.005")


def agree(total: Decimal, parts: Iterable[Decimal]) -> bool:
    """Whether a total is the sum of its parts as far as their digits tell.

    Half a unit in the last place of every number, 0.005 at most, or 0.5 % of the larger side.
    """
    summands = list(parts)
    expected = sum(summands, Decimal(0))
    rounding = sum(map(_rounding, (total, *summands)), Decimal(0))
    return abs(total - expected) <= max(rounding, _RELATIVE * max(abs(total), abs(expected)))


def _rounding(number: Decimal) -> Decimal:
    if not number:
        return Decimal(0)
    exponent = number.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    return min(_LARGEST_ROUNDING, Decimal(5).scaleb(places - 1))
