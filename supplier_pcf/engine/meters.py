"""What a meter says within the reference period, and what of it belongs to production."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.study import Period


def metered(meter: Meter, period: Period) -> float:
    """The sum of a meter's readings in its own unit; a reading half inside the period counts by its days."""
    return _sum(
        r.amount * _part_inside(r.start, r.end, period.start, period.end) for r in meter.readings
    )


def taken_off(meter: Meter) -> float:
    """What of a meter serves offices, canteens or others, in its unit (Catena-X v4, 4.2); 0 without amounts.

    An amount that is negative or no number takes nothing off; a finding says so.
    """
    return _sum(
        part.amount
        for part in meter.parts
        if not part.belongs and part.amount is not None and 0 <= part.amount < math.inf
    )


def production_amount(meter: Meter, period: Period) -> float:
    """What of a meter's sum serves production, in its unit; never below zero."""
    read = metered(meter, period)
    off = taken_off(meter) if meter.parts else 0.0
    return max(0.0, read - off) if off else read


def included_uses(uses: Sequence[EnergyUse]) -> frozenset[str]:
    """Ids of uses that another one already holds: own compressor, own boiler (STANDARDS D.2).

    One that points to nothing, to itself or in a circle is held by none: it stays owed.
    """
    into = {use.id: use.included_in for use in uses}
    return frozenset(i for i, by in into.items() if by is not None and _is_held(i, into))


def _is_held(use_id: str, into: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    now: str | None = use_id
    while now is not None:
        if now in seen or now not in into:
            return False
        seen.add(now)
        now = into[now]
    return True


def _sum(amounts: Iterable[float]) -> float:
    """The sum; infinite where it is too large for a number, so that the line says so."""
    try:
        return math.fsum(amounts)
    except OverflowError:
        return math.inf


def _part_inside(start: date, end: date, first: date | None, last: date | None) -> float:
    begin = start if first is None else max(start, first)
    finish = end if last is None else min(end, last)
    days = (end - start).days + 1
    inside = (finish - begin).days + 1
    return max(0, inside) / days if days > 0 else 0.0
