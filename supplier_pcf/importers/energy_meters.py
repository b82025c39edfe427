"""Meters with their readings, from the amounts of a table; what is doubtful is named, not counted."""

from __future__ import annotations

import math
from bisect import bisect, insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.finding import Finding, Param
from supplier_pcf.domain.site import Meter, Reading
from supplier_pcf.domain.units import Dimension, dimension_of, ratio
from supplier_pcf.importers.carriers import is_own_power
from supplier_pcf.importers.dates import AmbiguousDate, MonthOnly, Span
from supplier_pcf.importers.energy_entries import Entry
from supplier_pcf.importers.numbers import Ambiguous, NotANumber
from supplier_pcf.importers.outcome import Trouble, note, warning
from supplier_pcf.importers.table import cell_name
from supplier_pcf.importers.unit_words import unit_beside

UNLIKE = 10.0
_FITTING = {
    Dimension.MASS, Dimension.VOLUME, Dimension.NORMAL_VOLUME, Dimension.ENERGY,
    Dimension.ENERGY_NET, Dimension.ENERGY_GROSS,
}  # fmt: skip
_GASES = {Carrier.NATURAL_GAS, Carrier.LPG, Carrier.HYDROGEN}


@dataclass(slots=True)
class Series:
    """The readings of one meter in order of time as they are gathered, and the row of each."""

    id: str
    name: str
    carrier: Carrier
    unit: str
    readings: list[Reading] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """An amount that is not counted, and why."""

    entry: Entry
    trouble: Trouble
    meter_id: str = ""


@dataclass(slots=True)
class Gathered:
    """All meters of a table, and what could not be used."""

    series: dict[str, Series] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    used_rows: dict[int, str] = field(default_factory=dict)


def gather(found: Iterable[Entry]) -> Gathered:
    """Put each amount to its meter, or name what keeps it from being counted."""
    gathered = Gathered()
    for entry in found:
        trouble = _put(gathered, entry)
        if trouble:
            known = gathered.series.get(entry.series)
            meter = known.id if known else ""
            gathered.doubts.append(Doubt(entry=entry, trouble=trouble, meter_id=meter))
    return gathered


def _put(gathered: Gathered, entry: Entry) -> Trouble | None:
    """Add one amount to its meter; the reason where it cannot be."""
    value = _amount(entry)
    if isinstance(value, Trouble):
        return value
    days = _days(entry)
    if isinstance(days, Trouble):
        return days
    unit = _unit(entry)
    if isinstance(unit, Trouble):
        return unit
    if entry.carrier is None:
        return Trouble(code="import.carrier_unknown", params=_at(entry, entry.name))
    series = gathered.series.setdefault(entry.series, _new(gathered, entry, entry.carrier, unit))
    if dimension_of(unit) is not dimension_of(series.unit):
        params = _at(entry, unit)
        return Trouble(code="import.unit_changes", params={**params, "unit": series.unit})
    overlap = _overlap(series, days, entry)
    if overlap:
        return overlap
    amount = value * ratio(unit, series.unit)
    insort(series.readings, Reading(start=days.start, end=days.end, amount=amount), key=_start)
    gathered.used_rows[entry.row] = series.id
    return None


def _at(entry: Entry, value: Param) -> dict[str, Param]:
    cell = cell_name(entry.row, entry.column)
    return {"cell": cell, "value": value, "heading": entry.name}


def _amount(entry: Entry) -> float | Trouble:
    reading = entry.reading
    if isinstance(reading, Ambiguous):
        both: Mapping[str, Param] = {
            "with_comma": reading.with_comma,
            "with_point": reading.with_point,
        }
        params = {**_at(entry, reading.text), **both}
        return Trouble(code="import.number_ambiguous", params=params)
    if isinstance(reading, NotANumber):
        return Trouble(code=f"import.{reading.problem}", params=_at(entry, reading.text))
    if reading is None:
        return Trouble(code="import.not_a_number", params=_at(entry, ""))
    if reading.value < 0:
        return Trouble(code="import.negative_reading", params=_at(entry, reading.value))
    return reading.value


def _days(entry: Entry) -> Span | Trouble:
    params = _at(entry, entry.date_text)
    if isinstance(entry.days, AmbiguousDate):
        return Trouble(code="import.date_ambiguous", params=params)
    if isinstance(entry.days, MonthOnly):
        return Trouble(code="import.year_missing", params=params)
    return entry.days or Trouble(code="import.date_unreadable", params=params)


def _unit(entry: Entry) -> str | Trouble:
    """The unit of an amount: beside it, in the unit column, or in the heading."""
    beside = getattr(entry.reading, "unit", "")
    written = beside or entry.unit_text
    unit = unit_beside(written) if written else entry.unit
    if written and unit is None:
        return Trouble(code="import.unit_unknown", params=_at(entry, written))
    if unit is None:
        value = getattr(entry.reading, "value", "")
        return Trouble(code="import.unit_missing", params=_at(entry, value))
    fitting = {Dimension.ENERGY} if entry.carrier is Carrier.ELECTRICITY else _FITTING
    if dimension_of(unit) not in fitting:
        return Trouble(code="import.unit_does_not_fit", params=_at(entry, unit))
    return unit


def _new(gathered: Gathered, entry: Entry, carrier: Carrier, unit: str) -> Series:
    same = sum(series.carrier is carrier for series in gathered.series.values())
    slug = carrier.value.replace("_", "-")
    own_id = f"meter-{slug}" if not same else f"meter-{slug}-{same + 1}"
    return Series(id=own_id, name=entry.name, carrier=carrier, unit=unit)


def _overlap(series: Series, days: Span, entry: Entry) -> Trouble | None:
    """A month entered twice, or bills whose days overlap by more than the day they meet on.

    Only the readings just before and just after can overlap, as none kept so far do.
    """
    at = bisect(series.readings, days.start, key=_start)
    for index in range(max(0, at - 1), min(at + 1, len(series.readings))):
        reading = series.readings[index]
        shared = (min(reading.end, days.end) - max(reading.start, days.start)).days + 1
        if shared > 1 or (shared == 1 and days.is_day):
            same = reading.start == days.start and reading.end == days.end
            code = "import.month_twice" if same else "import.bills_overlap"
            other = series.rows[index] + 1
            return Trouble(code=code, params={**_at(entry, entry.date_text), "other_row": other})
    series.rows.insert(at, entry.row)
    return None


def _start(reading: Reading) -> date:
    return reading.start


def meters_of(gathered: Gathered, note_text: str) -> tuple[Meter, ...]:
    """The meters with their readings in order of time."""
    return tuple(
        Meter(
            id=series.id,
            name=series.name,
            carrier=series.carrier,
            unit=series.unit,
            readings=tuple(series.readings),
            note=note_text,
        )
        for series in gathered.series.values()
        if series.readings
    )


def findings_of(meters: tuple[Meter, ...]) -> list[Finding]:
    """What is odd about the meters: months missing, a month unlike the others, units to look at."""
    found: list[Finding] = []
    for meter in meters:
        where = f"meters/{meter.id}"
        missing = _missing(meter, meters)
        if missing:
            found.append(
                warning("import.months_missing", f"{where}/readings", name=meter.name,
                        count=len(missing), months=", ".join(missing[:12]))
            )  # fmt: skip
        found += _unlike(meter, f"{where}/readings")
        if meter.carrier in _GASES and dimension_of(meter.unit) is Dimension.ENERGY:
            found.append(
                warning("import.heating_value_open", f"{where}/unit", name=meter.name,
                        unit=meter.unit)
            )  # fmt: skip
        if is_own_power(meter.name):
            found.append(note("import.own_power", name=meter.name))
    return found + _short(meters)


def months_of(meter: Meter) -> set[tuple[int, int]]:
    """The months, as (year, month), that a meter's readings touch."""
    months: set[tuple[int, int]] = set()
    for reading in meter.readings:
        year, month = reading.start.year, reading.start.month
        while (year, month) <= (reading.end.year, reading.end.month):
            months.add((year, month))
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return months


def _missing(meter: Meter, meters: tuple[Meter, ...]) -> list[str]:
    """The months between the first and the last of the table that this meter has not."""
    every = set().union(*(months_of(other) for other in meters))
    (year, month), last = min(every), max(every)
    own, missing = months_of(meter), []
    while (year, month) <= last:
        if (year, month) not in own:
            missing.append(f"{year}-{month:02d}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return missing


def _short(meters: tuple[Meter, ...]) -> list[Finding]:
    every = set().union(*(months_of(meter) for meter in meters)) if meters else set()
    return [warning("import.less_than_a_year", count=len(every))] if 0 < len(every) < 12 else []


def _unlike(meter: Meter, where: str) -> list[Finding]:
    """Readings more than ten times the middle one: more likely a slip than a month."""
    amounts = [reading.amount for reading in meter.readings if reading.amount > 0]
    if len(amounts) < 4:
        return []
    middle = median(amounts)
    return [
        warning("import.unlike_other_months", where, name=meter.name, value=reading.amount,
                unit=meter.unit, month=f"{reading.start:%Y-%m}", usual=middle)
        for reading in meter.readings
        if reading.amount > UNLIKE * middle
    ]  # fmt: skip


def total_of(meter: Meter) -> float:
    """The sum of a meter's readings."""
    return math.fsum(reading.amount for reading in meter.readings)
