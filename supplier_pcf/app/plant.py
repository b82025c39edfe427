"""What a plant used and made: meters filled month by month, energy added and removed, products of the plant."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from supplier_pcf.app.proposals import propose_for_energy
from supplier_pcf.domain.edits import add_flows, remove_flows, set_flow, set_meters
from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Flow, Origin
from supplier_pcf.domain.study import Meter, Period, PlantOutput, Reading, Site, Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.amounts import Amounts, metered
from supplier_pcf.factors.library import FactorLibrary

Span = tuple[date, date]
"""First and last day, both included."""

_MOST_MONTHS = 36

CARRIER_UNITS: Mapping[Carrier, tuple[str, ...]] = {
    Carrier.ELECTRICITY: ("kWh", "MWh", "10MWh"),
    Carrier.NATURAL_GAS: ("m3", "kWh gross", "kWh net", "MWh gross", "Nm3", "GJ net"),
    Carrier.LPG: ("l", "kg", "t"),
    Carrier.DIESEL: ("l", "kg", "t"),
    Carrier.PETROL: ("l", "kg", "t"),
    Carrier.HEATING_OIL: ("l", "kg", "t"),
    Carrier.COAL: ("t", "kg", "GJ net", "tce"),
    Carrier.BIOMASS: ("t", "kg", "m3", "kWh net"),
    Carrier.STEAM: ("t", "kg", "GJ", "kWh"),
    Carrier.HEAT: ("kWh", "MWh", "GJ"),
    Carrier.COLD: ("kWh", "MWh", "GJ"),
    Carrier.COMPRESSED_AIR: ("m3", "Nm3", "kWh"),
    Carrier.HYDROGEN: ("kg", "Nm3"),
    Carrier.OTHER: ("kWh", "MJ", "kg", "l", "m3", "t"),
}
"""The units bills of each carrier come in, the usual one first."""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One line of the form for a meter: a span of days with its amount, None where nothing is entered."""

    start: date
    end: date
    amount: float | None = None


def fresh_id(study: Study, start: str) -> str:
    """An id that no flow, meter, site or product of a plant has: `start`, or with a number."""
    taken = {flow.id for flow in (*study.flows(), *study.co_products)}
    taken |= {meter.id for meter in study.meters} | {site.id for site in study.sites}
    taken |= {output.id for site in study.sites for output in site.outputs}
    number = 1
    name = start
    while name in taken:
        number += 1
        name = f"{start}-{number}"
    return name


def energy_use(study: Study, use_id: str) -> EnergyUse | None:
    """The use of energy of this id."""
    return next((use for use in study.energy_uses if use.id == use_id), None)


def meter_of(study: Study, use_id: str) -> Meter | None:
    """The meter whose readings a use of energy is the sum of."""
    use = energy_use(study, use_id)
    return None if use is None or use.meter_id is None else study.meter(use.meter_id)


def total_of(study: Study, use: EnergyUse) -> Quantity | None:
    """What was used: the meter's sum within the reference period, else the amount entered."""
    if use.meter_id is None:
        return use.amount
    meter = study.meter(use.meter_id)
    if meter is None or not meter.readings:
        return None
    return Quantity(metered(meter, study.period), meter.unit)


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


def set_reading(study: Study, meter_id: str, year: int, number: int, amount: float | None) -> Study:
    """The same study with this amount for a month of a meter."""
    return set_span(study, meter_id, month(year, number), amount)


def set_year_total(study: Study, meter_id: str, year: int, amount: float | None) -> Study:
    """The same study with one figure for a whole year of a meter."""
    return set_span(study, meter_id, (date(year, 1, 1), date(year, 12, 31)), amount)


def set_spans(study: Study, meter_id: str, amounts: Iterable[tuple[Span, float | None]]) -> Study:
    """The same study with several amounts of one meter, as a pasted column brings them."""
    for span, amount in amounts:
        study = set_span(study, meter_id, span, amount)
    return study


def set_meter_unit(study: Study, meter_id: str, unit: str) -> Study:
    """The same study, with the readings of this meter taken in another unit; the numbers stay."""
    meter = study.meter(meter_id)
    return study if meter is None else set_meters(study, [replace(meter, unit=unit)])


def add_energy_use(
    study: Study, site_id: str, carrier: Carrier, unit: str = "", name: str = ""
) -> Study:
    """The same study with a meter and a use of energy that is its sum; its share stays open."""
    meter_id = fresh_id(study, f"meter-{carrier.value.replace('_', '-')}")
    site = study.site(site_id)
    where = site.id if site else site_id
    unit = unit or CARRIER_UNITS[carrier][0]
    meter = Meter(id=meter_id, site_id=where, name=name, carrier=carrier, unit=unit)
    use = EnergyUse(
        id=fresh_id(study, f"use-{meter_id}"),
        name=name,
        carrier=carrier,
        site_id=where,
        meter_id=meter_id,
        basis=Basis.PER_PERIOD,
        allocation=Allocation(basis=AllocationBasis.SHARE, site_id=where),
        origin=Origin.MEASURED,
    )
    return add_flows(set_meters(study, [meter]), "energy_uses", [use])


def with_proposed_factor(study: Study, use_id: str, library: FactorLibrary) -> Study:
    """The same study; a use of energy without factor gets the one of its country or fuel, if just one fits."""
    use = energy_use(study, use_id)
    if use is None:
        return study
    site = study.site(use.site_id) or next(iter(study.sites), None)
    total = total_of(study, use)
    meter = meter_of(study, use_id)
    unit = meter.unit if meter else total.unit if total else ""
    year = study.period.end.year if study.period.end else None
    place = site.place if site else ""
    return set_flow(study, propose_for_energy(use, library, place, year, unit))


def add_meter(study: Study, use_id: str) -> Study:
    """The same study, with a use of energy that had an amount of its own read from a new meter."""
    use = energy_use(study, use_id)
    if use is None or use.meter_id is not None:
        return study
    unit = use.amount.unit if use.amount else CARRIER_UNITS[use.carrier][0]
    meter = Meter(
        id=fresh_id(study, f"meter-{use.carrier.value.replace('_', '-')}"),
        site_id=use.site_id,
        name=use.name,
        carrier=use.carrier,
        unit=unit,
    )
    if use.amount is not None and use.basis is Basis.PER_PERIOD and _is_whole(study.period):
        start, end = study.period.start, study.period.end
        if start and end:
            reading = Reading(start=start, end=end, amount=use.amount.value)
            meter = replace(meter, readings=(reading,))
    allocation = use.allocation or Allocation(basis=AllocationBasis.SHARE, site_id=use.site_id)
    read = replace(
        use, meter_id=meter.id, amount=None, basis=Basis.PER_PERIOD, allocation=allocation
    )
    return set_flow(set_meters(study, [meter]), read)


def remove_energy_uses(study: Study, use_ids: Iterable[str]) -> Study:
    """The same study without these uses of energy and the meters that nothing else reads."""
    gone = frozenset(use_ids)
    meters = {use.meter_id for use in study.energy_uses if use.id in gone}
    without = remove_flows(study, gone)
    meters -= {use.meter_id for use in without.energy_uses}
    return replace(without, meters=tuple(m for m in without.meters if m.id not in meters))


def find_flow(study: Study, flow_id: str) -> Flow | None:
    """The flow of this id."""
    return next((flow for flow in study.flows() if flow.id == flow_id), None)


def amount_of(study: Study, flow: Flow) -> Quantity | None:
    """The amount of a flow before it is shared: of its meter, if it has one, less what is counted elsewhere."""
    if not isinstance(flow, EnergyUse):
        return flow.amount
    left = Amounts(study).before_sharing(flow)
    return Quantity(*left) if isinstance(left, tuple) else None


def set_allocation(
    study: Study, flow_id: str, basis: AllocationBasis, share: float | None = None
) -> Study:
    """The same study, with a plant's amount brought to this product by a basis; None keeps the share entered."""
    flow = find_flow(study, flow_id)
    return study if flow is None else set_flow(study, shared_by(flow, basis, share))


def shared_by(flow: Flow, basis: AllocationBasis, share: float | None = None) -> Flow:
    """The same flow, shared by this basis at its own site."""
    known = _allocation(flow)
    kept = known.share if share is None else share
    return replace(flow, allocation=replace(known, basis=basis, share=kept))


def at_site(use: EnergyUse, site_id: str) -> EnergyUse:
    """The same use of energy at another plant, shared among what that plant made."""
    allocation = replace(use.allocation, site_id=site_id) if use.allocation else None
    return replace(use, site_id=site_id, allocation=allocation)


def with_share(flow: Flow, share: float | None) -> Flow:
    """The same flow with a share of the plant's amount that was entered; None leaves it open."""
    known = replace(_allocation(flow), basis=AllocationBasis.SHARE, share=share)
    return replace(flow, allocation=known)


def set_share(study: Study, flow_id: str, share: float | None) -> Study:
    """The same study with an entered share of a plant's amount."""
    flow = find_flow(study, flow_id)
    return study if flow is None else set_flow(study, with_share(flow, share))


def set_share_reason(study: Study, flow_id: str, reason: str) -> Study:
    """The same study, saying why a plant's amount is shared as it is."""
    flow = find_flow(study, flow_id)
    if flow is None:
        return study
    return set_flow(study, replace(flow, allocation=replace(_allocation(flow), reason=reason)))


def for_the_period(flow: Flow, basis: Basis) -> Flow:
    """The same flow, entered for a piece or for the whole period; a new share of the plant stays open."""
    if basis is Basis.PER_UNIT:
        return replace(flow, basis=basis, allocation=None)
    share = flow.allocation or Allocation(
        basis=AllocationBasis.SHARE, site_id=getattr(flow, "site_id", "")
    )
    return replace(flow, basis=basis, allocation=share)


def add_output(study: Study, site_id: str) -> Study:
    """The same study with one more product of a plant; the first one is this product itself."""
    if study.site(site_id) is None:
        site = Site(id=site_id or fresh_id(study, "site"))
        study = replace(study, sites=(*study.sites, site))
        site_id = site.id
    is_first = not any(o.is_this_product for s in study.sites for o in s.outputs)
    product = study.product
    output = PlantOutput(
        id=fresh_id(study, "output"),
        name=product.name if is_first else "",
        is_this_product=is_first,
        units=product.volume if is_first else None,
        mass_per_unit=product.mass if is_first else None,
        price_per_unit=product.price if is_first else None,
    )
    return _with_outputs(study, site_id, lambda outputs: (*outputs, output))


def set_output(study: Study, site_id: str, output: PlantOutput) -> Study:
    """The same study with this product of a plant in place of the one with its id."""
    return _with_outputs(
        study, site_id, lambda outputs: tuple(output if o.id == output.id else o for o in outputs)
    )


def set_outputs(study: Study, site_id: str, outputs: Iterable[PlantOutput]) -> Study:
    """The same study with these products of a plant in place of those with their ids."""
    for output in outputs:
        study = set_output(study, site_id, output)
    return study


def remove_outputs(study: Study, site_id: str, ids: Iterable[str]) -> Study:
    """The same study without these products of a plant."""
    gone = frozenset(ids)
    return _with_outputs(
        study, site_id, lambda outputs: tuple(o for o in outputs if o.id not in gone)
    )


def _with_outputs(
    study: Study,
    site_id: str,
    change: Callable[[Sequence[PlantOutput]], tuple[PlantOutput, ...]],
) -> Study:
    site = study.site(site_id)
    if site is None:
        return study
    changed = replace(site, outputs=change(site.outputs))
    return replace(study, sites=tuple(changed if s is site else s for s in study.sites))


def _allocation(flow: Flow) -> Allocation:
    return flow.allocation or Allocation(site_id=getattr(flow, "site_id", ""))


def _covers(reading: Reading, span: Span) -> bool:
    return reading.start <= span[0] and span[1] <= reading.end


def _is_whole(period: Period) -> bool:
    return period.start is not None and period.end is not None and period.start <= period.end
