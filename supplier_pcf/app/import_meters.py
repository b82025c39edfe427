"""Meters from bills beside the meters a study has: which is which, and which months there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import count
from math import isclose

from supplier_pcf.domain.site import Meter, Reading
from supplier_pcf.domain.units import dimension_of, ratio
from supplier_pcf.importers.energy import EnergyImport
from supplier_pcf.importers.energy_meters import months_of

NEW_METER = ""
"""What a meter that was read goes to where it is none of the study's."""

Month = tuple[int, int]
"""Year and month."""


class MonthState(StrEnum):
    """What a table has for one month of a meter."""

    THERE = "there"
    MISSING = "missing"
    TWICE = "twice"
    """A second bill covers the same days; only the first is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCell:
    """One month of a meter: its state, and what its bills say in the meter's unit.

    The amount is None where no bill begins in the month.
    """

    state: MonthState
    amount: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthStrip:
    """The months of one meter as the table has them."""

    meter: Meter
    cells: tuple[MonthCell, ...]


def months_of_table(bills: EnergyImport) -> tuple[Month, ...]:
    """Every month from the first to the last of the table, at least a year where there is one."""
    every = set().union(*(months_of(meter) for meter in bills.meters)) if bills.meters else set()
    if not every:
        return ()
    (year, month), last = min(every), max(every)
    if year == last[0]:
        month, last = 1, (year, 12)
    found = []
    while (year, month) <= last:
        found.append((year, month))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return tuple(found)


def month_strips(bills: EnergyImport) -> tuple[MonthStrip, ...]:
    """Which months are there, which are missing, and which stand twice, by meter."""
    months = months_of_table(bills)
    twice = {(own, (day.year, day.month)) for own, day in bills.doubles}
    return tuple(
        MonthStrip(meter=meter, cells=tuple(_cell(meter, month, twice) for month in months))
        for meter in bills.meters
    )


def _cell(meter: Meter, month: Month, twice: set[tuple[str, Month]]) -> MonthCell:
    begun = [r.amount for r in meter.readings if (r.start.year, r.start.month) == month]
    amount = sum(begun) if begun else None
    if (meter.id, month) in twice:
        return MonthCell(state=MonthState.TWICE, amount=amount)
    is_there = month in months_of(meter)
    return MonthCell(state=MonthState.THERE if is_there else MonthState.MISSING, amount=amount)


def usual_target(known: Sequence[Meter], read: Meter) -> str:
    """The id of the meter of the study these bills are of; NEW_METER where none is clearly the same.

    It is the one of the same name, or that has one of these very readings, or the only one of its
    form of energy whose days none of these bills covers.
    """
    alike = [m for m in known if may_hold(m, read)]
    named = [m for m in alike if m.name.strip().casefold() == read.name.strip().casefold()]
    if named:
        return named[0].id
    same = [m for m in alike if _shares_a_reading(m, read)]
    if same:
        return same[0].id
    if len(alike) == 1 and not months_of(alike[0]) & months_of(read):
        return alike[0].id
    return NEW_METER


def _shares_a_reading(known: Meter, read: Meter) -> bool:
    """Whether the same days say the same in both."""
    times = ratio(read.unit, known.unit)
    told = {(r.start, r.end): r.amount * times for r in read.readings}
    return any(
        isclose(told.get((r.start, r.end), -1.0), r.amount) for r in known.readings if r.amount
    )


def may_hold(known: Meter, read: Meter) -> bool:
    """Whether these bills can be bills of that meter: the same form of energy, measured alike."""
    alike = dimension_of(known.unit) is dimension_of(read.unit)
    return alike and known.carrier is read.carrier


def merged_meters(
    known: Sequence[Meter], read: Iterable[Meter], targets: Mapping[str, str] | None = None
) -> tuple[Meter, ...]:
    """The meters read as they are to stand in the study, under known ids where they are known.

    Of a known meter all stays but the readings whose days the bills cover.
    """
    by_id, taken = {m.id: m for m in known}, {m.id for m in known}
    found: dict[str, Meter] = {}
    for meter in read:
        target = (targets or {}).get(meter.id, usual_target(known, meter))
        old = found.get(target) or by_id.get(target)
        if old is None or not may_hold(old, meter):
            own = _free(meter.id, taken)
            found[own] = replace(meter, id=own)
        else:
            own = old.id
            found[own] = _with_readings(old, meter)
        taken.add(own)
    return tuple(found.values())


def _with_readings(old: Meter, new: Meter) -> Meter:
    """The old meter; readings of the same days are those of the bills now."""
    times = ratio(new.unit, old.unit)
    told = [replace(r, amount=r.amount * times) for r in new.readings]
    told.sort(key=_start)
    kept = [r for r in old.readings if not any(_overlap(r, o) for o in _around(told, r))]
    readings = tuple(sorted([*kept, *told], key=_start))
    return replace(old, readings=readings, name=old.name or new.name, note=new.note or old.note)


def _around(told: Sequence[Reading], reading: Reading) -> Sequence[Reading]:
    """Those that can cover its days: the bills of one table do not overlap."""
    first = max(0, bisect_left(told, reading.start, key=_start) - 1)
    return told[first : bisect_right(told, reading.end, key=_start)]


def _overlap(first: Reading, second: Reading) -> bool:
    """Whether two readings share more than the day on which bills meet."""
    shared = (min(first.end, second.end) - max(first.start, second.start)).days + 1
    return shared > 1 or (shared == 1 and first.start == second.start)


def _start(reading: Reading) -> date:
    return reading.start


def _free(wanted: str, taken: set[str]) -> str:
    return (
        wanted
        if wanted not in taken
        else next(f"{wanted}-{n}" for n in count(2) if f"{wanted}-{n}" not in taken)
    )
