"""The numbers that colleagues can be asked for: of which rows, by which team, how each is read and put.

A path names one number: `materials/<id>/supplier`, `meters/<id>/2025-03`, `sites/<id>/<output id>/units`.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from supplier_pcf.domain import edits
from supplier_pcf.domain.collection import Team
from supplier_pcf.domain.flows import Flow
from supplier_pcf.domain.site import Meter, Reading
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.transport import Payer, TransportMode
from supplier_pcf.domain.units import UNITS, Quantity, dimension_of


class Kind(StrEnum):
    """How an answer is read."""

    TEXT = "text"
    PLACE = "place"
    NUMBER = "number"
    SHARE = "share"
    """A percentage."""
    QUANTITY = "quantity"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a row that can be asked for."""

    rows: str
    """The tuple of the study: `materials`, `process_steps`, `meters`."""
    name: str
    team: Team
    kind: Kind
    unit: str = ""
    """In which it is asked where nothing is known; fixed for a plain number."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One number asked for: where it goes, what it is about, and what is known already."""

    path: str
    item: str
    """Name of the row."""
    field: Field
    unit: str
    known: Any = None
    """Text, number, share or quantity as it stands in the study; nothing: it is missing."""


_P, _M, _F, _L = Team.PURCHASING, Team.PRODUCTION, Team.FACILITY, Team.LOGISTICS


def _field(rows: str, name: str, team: Team, kind: Kind, unit: str = "", **more: Any) -> Field:
    return Field(rows=rows, name=name, team=team, kind=kind, unit=unit, **more)


FIELDS: tuple[Field, ...] = (
    _field("materials", "supplier", _P, Kind.TEXT),
    _field("materials", "origin_place", _P, Kind.PLACE),
    _field("materials", "recycled_pre_consumer", _P, Kind.SHARE, "%"),
    _field("materials", "recycled_post_consumer", _P, Kind.SHARE, "%"),
    _field("outside_processes", "supplier", _P, Kind.TEXT),
    _field("outside_processes", "place", _P, Kind.PLACE),
    _field("product", "volume", _M, Kind.NUMBER),
    _field("product", "mass", _M, Kind.QUANTITY, "kg"),
    _field("materials", "gross_amount", _M, Kind.QUANTITY, "kg"),
    _field("process_steps", "reject_share", _M, Kind.SHARE, "%"),
    _field("process_steps", "cycle_seconds", _M, Kind.NUMBER, "s"),
    _field("process_steps", "parts_per_cycle", _M, Kind.NUMBER),
    _field("sites", "units", _M, Kind.NUMBER),
    _field("sites", "mass_per_unit", _M, Kind.QUANTITY, "kg"),
    _field("sites", "machine_hours", _M, Kind.NUMBER, "h"),
    _field("meters", "reading", _F, Kind.NUMBER),
    _field("process_steps", "power_kw", _F, Kind.NUMBER, "kW"),
    _field("direct_emissions", "amount", _F, Kind.QUANTITY, "kg"),
    _field("wastes", "amount", _F, Kind.QUANTITY, "kg"),
    _field("transports", "from_place", _L, Kind.TEXT),
    _field(
        "transports", "mode", _L, Kind.CHOICE, choices=tuple(mode.value for mode in TransportMode)
    ),
    _field("transports", "distance", _L, Kind.QUANTITY, "km"),
    _field("transports", "paid_by", _L, Kind.CHOICE, choices=tuple(p.value for p in Payer)),
    _field("packaging", "amount", _L, Kind.QUANTITY, "kg"),
    _field("packaging", "units_per_package", _L, Kind.NUMBER),
    _field("packaging", "trips", _L, Kind.NUMBER),
)
"""In the order they are asked."""


def asks(study: Study, team: Team) -> tuple[Ask, ...]:
    """Every number a team is asked for, row by row in the order of the study."""
    found: list[Ask] = []
    for rows in dict.fromkeys(field.rows for field in FIELDS if field.team is team):
        fields = [field for field in FIELDS if field.rows == rows and field.team is team]
        found += _of_rows(study, rows, fields)
    return tuple(found)


def all_asks(study: Study) -> dict[str, Ask]:
    """Every number that anybody can be asked for, by its path."""
    return {ask.path: ask for team in Team for ask in asks(study, team)}


def with_answer(study: Study, path: str, value: Any) -> Study:
    """The study with this value at its place; unchanged where the row is gone."""
    rows, *rest = path.split("/")
    if rows == "product":
        changes: dict[str, Any] = {rest[-1]: value}
        return replace(study, product=replace(study.product, **changes))
    if rows == "meters":
        return _with_reading(study, rest[0], rest[1], value)
    if rows == "sites":
        return _with_output(study, rest, value)
    if rows == "process_steps":
        return replace(study, process_steps=_with(study.process_steps, rest[0], rest[1], value))
    flow = next((flow for flow in getattr(study, rows) if flow.id == rest[0]), None)
    return study if flow is None else edits.set_flow(study, _put(flow, rest[1], value))


def months(study: Study) -> tuple[date, ...]:
    """The first days of the months that lie wholly in the reference period, forty at most."""
    start, end = study.period.start, study.period.end
    if start is None or end is None:
        return ()
    found: list[date] = []
    month = start if start.day == 1 else _next(start)
    while _last(month) <= end and len(found) < _MOST_MONTHS:
        found.append(month)
        month = _next(month)
    return tuple(found)


_MOST_MONTHS = 40


def _of_rows(study: Study, rows: str, fields: list[Field]) -> Iterator[Ask]:
    if rows == "meters":
        for meter in study.meters:
            yield from _of_meter(study, meter, fields[0])
        return
    for path, item, row in _named_rows(study, rows):
        for field in fields:
            yield _ask(f"{path}/{field.name}", item, field, row)


def _named_rows(study: Study, rows: str) -> Iterator[tuple[str, str, Any]]:
    """Path, name and value of every row of a kind."""
    if rows == "product":
        yield "product", study.product.name, study.product
    elif rows == "sites":
        for site in study.sites:
            for output in site.outputs:
                yield f"sites/{site.id}/{output.id}", output.name or output.id, output
    else:
        for row in _counted(study, rows):
            yield f"{rows}/{row.id}", row.name or row.id, row


def _counted(study: Study, rows: str) -> Iterator[Any]:
    """Rows that are counted themselves: no assembly, nothing left out."""
    parents = {material.parent_id for material in study.materials}
    for row in getattr(study, rows):
        is_out = isinstance(row, Flow) and row.exclusion is not None
        if not is_out and not (rows == "materials" and row.id in parents and not row.factor_id):
            yield row


def _ask(path: str, item: str, field: Field, row: Any) -> Ask:
    known = getattr(row, field.name)
    if field.kind is Kind.CHOICE and known is not None:
        known = known.value
    unit = field.unit
    if field.kind is Kind.QUANTITY:
        like = known or getattr(row, "amount", None)
        unit = like.unit if like is not None else unit
    return Ask(path=path, item=item, field=field, unit=unit, known=known or None)


def _of_meter(study: Study, meter: Meter, field: Field) -> Iterator[Ask]:
    """A number for each month, but for those that a longer reading holds already."""
    for month in months(study):
        last = _last(month)
        over = [r for r in meter.readings if r.start <= last and r.end >= month]
        whole = [r for r in over if (r.start, r.end) == (month, last)]
        if over and not whole:
            continue
        yield Ask(
            path=f"meters/{meter.id}/{month:%Y-%m}",
            item=f"{meter.name or meter.id} {month:%Y-%m}",
            field=field,
            unit=meter.unit,
            known=whole[0].amount if whole else None,
        )


def _with_reading(study: Study, meter_id: str, month: str, amount: float | None) -> Study:
    first = date.fromisoformat(f"{month}-01")
    last = _last(first)

    def read(meter: Meter) -> Meter:
        kept = [r for r in meter.readings if (r.start, r.end) != (first, last)]
        if amount is not None:
            kept.append(Reading(start=first, end=last, amount=amount))
        return replace(meter, readings=tuple(sorted(kept, key=lambda r: r.start)))

    meters = tuple(read(m) if m.id == meter_id else m for m in study.meters)
    return replace(study, meters=meters)


def _with_output(study: Study, rest: list[str], value: Any) -> Study:
    site_id, output_id, name = rest
    sites = tuple(
        replace(site, outputs=_with(site.outputs, output_id, name, value))
        if site.id == site_id
        else site
        for site in study.sites
    )
    return replace(study, sites=sites)


def _with(rows: tuple[Any, ...], row_id: str, name: str, value: Any) -> tuple[Any, ...]:
    return tuple(_put(row, name, value) if row.id == row_id else row for row in rows)


def _put(row: Any, name: str, value: Any) -> Any:
    if value is not None and name == "mode":
        value = TransportMode(value)
    if value is not None and name == "paid_by":
        value = Payer(value)
    empty = "" if isinstance(getattr(row, name), str) and value is None else value
    changes: dict[str, Any] = {name: empty}
    return replace(row, **changes)


def _last(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def _next(month: date) -> date:
    year, number = (month.year + 1, 1) if month.month == 12 else (month.year, month.month + 1)
    return date(year, number, 1)


def units_for(ask: Ask) -> tuple[str, ...]:
    """The units an answer may come in, the one asked in first."""
    if ask.field.kind is not Kind.QUANTITY:
        return (ask.unit,) if ask.unit else ()
    measured = dimension_of(ask.unit)
    others = (unit.id for unit in UNITS.values() if unit.dimension is measured)
    return tuple(dict.fromkeys((ask.unit, *others)))


def fits(ask: Ask, value: Quantity) -> bool:
    """Whether a quantity is of the kind that is asked for."""
    return dimension_of(value.unit) is dimension_of(ask.unit)
