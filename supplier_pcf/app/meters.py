"""Meters filled month by month or with one figure, and what of them does not belong to production."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from supplier_pcf.domain.edits import set_meters
from supplier_pcf.domain.site import Meter, MeterPart, MeterPartKind, Reading
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.meters import metered, production_amount, taken_off

Span = tuple[date, date]
"""First and last day, both included."""

_MOST_MONTHS = 36

BELONGING: tuple[MeterPartKind, ...] = (
    MeterPartKind.IDLE,
    MeterPartKind.HALL_LIGHT,
    MeterPartKind.HALL_HEAT,
    MeterPartKind.QUALITY_CONTROL,
    MeterPartKind.PROCESS_IT,
    MeterPartKind.INTERNAL_TRANSPORT,
)
"""What serves production and stays on the meter (Catena-X v4, 4.2)."""

NOT_BELONGING: tuple[MeterPartKind, ...] = (
    MeterPartKind.OFFICES,
    MeterPartKind.CANTEEN,
    MeterPartKind.CHARGING,
    MeterPartKind.PASSED_ON,
    MeterPartKind.OTHER,
)
"""What serves something else and is taken off."""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One line of the form for a meter: a span of days with its amount, None where nothing is entered."""

    start: date
    end: date
    amount: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterBalance:
    """What a meter reads, what is taken off it, what is left for production; in its unit."""

    read: float
    off: float
    left: float
    unit: str


def balance_of(study: Study, meter_id: str) -> MeterBalance | None:
    """The arithmetic of a meter within the reference period; None without readings."""
    meter = study.meter(meter_id)
    if meter is None or not meter.readings:
        return None
    return MeterBalance(
        read=metered(meter, study.period),
        off=taken_off(meter),
        left=production_amount(meter, study.period),
        unit=meter.unit,
    )


def part_of_meter(study: Study, meter_id: str, kind: MeterPartKind) -> MeterPart | None:
    """What is said of one kind of consumer behind a meter."""
    meter = study.meter(meter_id)
    return None if meter is None else next((p for p in meter.parts if p.kind is kind), None)


def hold_part(study: Study, meter_id: str, kind: MeterPartKind, is_held: bool) -> Study:
    """The same study, its meter holding this kind of consumer or not."""
    known = part_of_meter(study, meter_id, kind)
    if (known is not None) is is_held:
        return study
    part = MeterPart(kind=kind, belongs=kind in BELONGING) if is_held else None
    return _with_part(study, meter_id, kind, part)


def set_part_amount(
    study: Study, meter_id: str, kind: MeterPartKind, amount: float | None
) -> Study:
    """The same study with the amount of a consumer behind a meter, in the meter's unit."""
    known = part_of_meter(study, meter_id, kind)
    part = known or MeterPart(kind=kind, belongs=kind in BELONGING)
    return _with_part(study, meter_id, kind, replace(part, amount=amount))


def set_part_source(study: Study, meter_id: str, kind: MeterPartKind, source: str) -> Study:
    """The same study, saying where the amount of a consumer behind a meter is from."""
    known = part_of_meter(study, meter_id, kind)
    part = known or MeterPart(kind=kind, belongs=kind in BELONGING)
    return _with_part(study, meter_id, kind, replace(part, source=source))


def _with_part(study: Study, meter_id: str, kind: MeterPartKind, part: MeterPart | None) -> Study:
    meter = study.meter(meter_id)
    if meter is None:
        return study
    parts = tuple(p for p in meter.parts if p.kind is not kind)
    order = (*BELONGING, *NOT_BELONGING)
    kept = sorted((*parts, *([part] if part else [])), key=lambda p: order.index(p.kind))
    return set_meters(study, [replace(meter, parts=tuple(kept))])


def form_span(study: Study, meter: Meter | None, today: date) -> Span:
    """The days a meter is asked for: the reference period, else the last year it has, else last year."""
    period = study.period
    if period.start and period.end and period.start <= period.end:
        return period.start, period.end
    year = today.year - 1
    if meter is not None and meter.readings:
        year = max(reading.end for reading in meter.readings).year
    return date(year, 1, 1), date(year, 12, 31)


def month(year: int, number: int) -> Span:
    """First and last day of a month."""
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def months(span: Span) -> Iterator[Span]:
    """The whole months a span touches, three years of them at most."""
    first, _ = month(span[0].year, span[0].month)
    for _ in range(_MOST_MONTHS):
        if first > span[1]:
            return
        whole = month(first.year, first.month)
        yield whole
        first = whole[1] + timedelta(days=1)


def whole_amount(meter: Meter, span: Span) -> float | None:
    """The one figure entered for the whole span or more of it; None where there is no such figure."""
    found = [r.amount for r in meter.readings if _covers(r, span)]
    return found[0] if len(found) == 1 and len(list(months(span))) > 1 else None


def reading_rows(meter: Meter, span: Span) -> tuple[ReadingRow, ...]:
    """The lines to fill: what bills say, by their own days, and every month that none of them touches."""
    kept = [r for r in meter.readings if len(list(months(span))) < 2 or not _covers(r, span)]
    rows = [ReadingRow(r.start, r.end, r.amount) for r in kept]
    for first, last in months(span):
        if not any(r.start <= last and r.end >= first for r in kept):
            rows.append(ReadingRow(first, last))
    return tuple(sorted(rows, key=lambda row: (row.start, row.end)))


def set_span(study: Study, meter_id: str, span: Span, amount: float | None) -> Study:
    """The same study with this amount for a span of days; None empties it.

    It takes the place of readings it holds and of one that holds it: a year gives way to its months.
    """
    meter = study.meter(meter_id)
    if meter is None:
        return study
    start, end = span
    kept = [
        r
        for r in meter.readings
        if not (start <= r.start and r.end <= end) and not _covers(r, span)
    ]
    if amount is not None:
        known = next((r for r in meter.readings if (r.start, r.end) == span), None)
        note = known.note if known else ""
        kept.append(Reading(start=start, end=end, amount=amount, note=note))
    readings = tuple(sorted(kept, key=lambda r: (r.start, r.end)))
    return set_meters(study, [replace(meter, readings=readings)])


def set_spans(study: Study, meter_id: str, amounts: Iterable[tuple[Span, float | None]]) -> Study:
    """The same study with several amounts of one meter, as a pasted column brings them."""
    for span, amount in amounts:
        study = set_span(study, meter_id, span, amount)
    return study


def set_meter_unit(study: Study, meter_id: str, unit: str) -> Study:
    """The same study, with the readings of this meter taken in another unit; the numbers stay."""
    meter = study.meter(meter_id)
    return study if meter is None else set_meters(study, [replace(meter, unit=unit)])


def _covers(reading: Reading, span: Span) -> bool:
    return reading.start <= span[0] and span[1] <= reading.end
