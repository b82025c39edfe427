"""Does the plant add up: meters, what is taken off them, energy counted once, power of the machines?"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.site import Meter, PlantOutput
from supplier_pcf.domain.study import Period
from supplier_pcf.engine.machine_power import machine_power, shared_power
from supplier_pcf.engine.meters import included_uses, metered, taken_off

_LEAST, _MOST = 0.3, 3.0
"""Shared power over power of the machines (STANDARDS D.2)."""
_MADE = frozenset({Carrier.COMPRESSED_AIR, Carrier.STEAM, Carrier.HEAT, Carrier.COLD})
"""What a plant often makes itself from power or fuel."""
_PRODUCTION = "Catena-X PCF Rulebook v4, 4.2"
_ONCE = "ISO 14067:2018, 5.12"


def volume_is_positive(examined: Examined) -> Iterator[Finding]:
    """A product of which none were made cannot carry a plant's amount."""
    volume = examined.study.product.volume
    if volume is not None and not 0 < volume < math.inf:
        yield _finding("product.volume_not_positive", Severity.ERROR, "product/volume")


def plant_figures_are_not_negative(examined: Examined) -> Iterator[Finding]:
    """What a plant made is a number of pieces, hours, kilograms and money, none of them below zero."""
    for site in examined.study.sites:
        for output in site.outputs:
            if any(not 0 <= figure < math.inf for figure in _figures(output)):
                where = f"outputs/{site.id}/{output.id}"
                name = output.name or output.id
                yield _finding("plant.negative_figure", Severity.ERROR, where, {"name": name})


def _figures(output: PlantOutput) -> Iterator[float]:
    mass = None if output.mass_per_unit is None else output.mass_per_unit.value
    for figure in (output.units, mass, output.machine_hours, output.price_per_unit):
        if figure is not None:
            yield figure


def readings_can_be(examined: Examined) -> Iterator[Finding]:
    """Readings are not negative, end after they begin, and no two of one meter are of the same days."""
    for meter in examined.study.meters:
        where, name = f"meters/{meter.id}/readings", meter.name or meter.id
        if any(not 0 <= r.amount < math.inf for r in meter.readings):
            yield _finding("meter.negative", Severity.ERROR, where, {"name": name})
        if any(r.end < r.start for r in meter.readings):
            yield _finding("meter.reading_order", Severity.ERROR, where, {"name": name})
        twice = _twice(meter)
        if twice is not None:
            day = twice.isoformat()
            yield _finding(
                "meter.readings_overlap", Severity.WARNING, where, {"name": name, "day": day}
            )


def _twice(meter: Meter) -> date | None:
    """The first day that two readings hold."""
    last: date | None = None
    for reading in sorted(meter.readings, key=lambda r: (r.start, r.end)):
        if last is not None and reading.start <= last:
            return reading.start
        last = reading.end if last is None else max(last, reading.end)
    return None


def meters_are_read_without_gaps(examined: Examined) -> Iterator[Finding]:
    """Every day of the reference period is in a reading: a missing month is not zero."""
    period = examined.study.period
    used = {u.meter_id for u in examined.study.energy_uses}
    for meter in examined.study.meters:
        if meter.id not in used or not meter.readings:
            continue
        days, missing = _days_missing(meter, period)
        if missing:
            where, name = f"meters/{meter.id}/readings", meter.name or meter.id
            facts: dict[str, Param] = {"name": name, "missing": missing, "days": days}
            yield _finding("meter.readings_missing", Severity.WARNING, where, facts)


def _days_missing(meter: Meter, period: Period) -> tuple[int, int]:
    """The days of the period, and how many of them no reading holds."""
    if period.start is None or period.end is None or period.end < period.start:
        return 0, 0
    days = (period.end - period.start).days + 1
    covered, free = 0, period.start
    for reading in sorted(meter.readings, key=lambda r: (r.start, r.end)):
        begin, end = max(reading.start, free), min(reading.end, period.end)
        if begin <= end:
            covered += (end - begin).days + 1
            free = end + timedelta(days=1) if end < date.max else end
    return days, days - covered


def parts_of_meters_are_sound(examined: Examined) -> Iterator[Finding]:
    """What is taken off a meter has an amount, is not negative and not more than the meter reads."""
    study = examined.study
    for meter in study.meters:
        where, name = f"meters/{meter.id}/parts", meter.name or meter.id
        off = [part for part in meter.parts if not part.belongs]
        for part in off:
            about: dict[str, Param] = {"name": name, "part": part.kind.value}
            if part.amount is None:
                yield _finding("meter.part_no_amount", Severity.WARNING, where, about)
            elif not 0 <= part.amount < math.inf:
                yield _finding("meter.part_negative", Severity.ERROR, where, about)
        if off and meter.readings and taken_off(meter) > metered(meter, study.period):
            about = {"off": taken_off(meter), "read": metered(meter, study.period)}
            about |= {"name": name, "unit": meter.unit}
            yield _finding("meter.parts_exceed", Severity.ERROR, where, about)


def energy_is_counted_once(examined: Examined) -> Iterator[Finding]:
    """What another use of energy holds points to one that is there and is counted itself."""
    uses = examined.study.energy_uses
    ids, held = {u.id for u in uses}, included_uses(uses)
    for use in uses:
        if use.included_in is None or use.id in held:
            continue
        code = (
            "energy.included_nowhere" if _ends_nowhere(use, uses, ids) else "energy.included_circle"
        )
        where = place("energy_uses", use, "included_in")
        yield _finding(code, Severity.ERROR, where, {"name": named(use)}, _ONCE)


def _ends_nowhere(use: EnergyUse, uses: tuple[EnergyUse, ...], ids: set[str]) -> bool:
    into = {u.id: u.included_in for u in uses}
    now, seen = use.included_in, {use.id}
    while now is not None and now in ids and now not in seen:
        seen.add(now)
        now = into[now]
    return now is not None and now not in ids


def made_energy_says_where_it_is_counted(examined: Examined) -> Iterator[Finding]:
    """Air, steam, heat or cold beside power or fuel: bought, or made here and counted there already?"""
    uses = examined.study.energy_uses
    has_source = any(u.carrier not in _MADE for u in uses)
    for use in uses:
        is_open = use.factor_id is None and use.included_in is None and use.exclusion is None
        if has_source and is_open and use.carrier in _MADE:
            where = place("energy_uses", use, "included_in")
            yield _finding(
                "energy.bought_or_made", Severity.WARNING, where, {"name": named(use)}, _ONCE
            )


def shared_power_fits_the_machines(examined: Examined) -> Iterator[Finding]:
    """The share of the meter is of the size that power and cycle time of the machines let expect."""
    expected = machine_power(examined.study.process_steps)
    shared = None if expected is None else shared_power(examined.study)
    if expected is None or shared is None:
        return
    times = shared / expected.kwh
    if times < _LEAST or (times > _MOST and expected.is_whole):
        facts: dict[str, Param] = {"shared": shared, "expected": expected.kwh, "times": times}
        where = next(
            place("energy_uses", u, "allocation")
            for u in examined.study.energy_uses
            if u.carrier is Carrier.ELECTRICITY
        )
        yield _finding("energy.beside_machine_power", Severity.WARNING, where, facts)


def _finding(
    code: str,
    severity: Severity,
    where: str,
    params: dict[str, Param] | None = None,
    clause: str = _PRODUCTION,
) -> Finding:
    return Finding(code=code, severity=severity, where=where, clause=clause, params=params or {})
