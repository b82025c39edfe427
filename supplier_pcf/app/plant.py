"""What a plant used and made: energy added, shared and removed, products of the plant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from supplier_pcf.app.proposals import propose_for_energy
from supplier_pcf.domain.edits import add_flows, remove_flows, set_flow, set_meters
from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Flow, Origin
from supplier_pcf.domain.site import Meter, PlantOutput, Reading, Site
from supplier_pcf.domain.study import Period, Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.machine_power import machine_power, shared_power
from supplier_pcf.engine.meters import metered
from supplier_pcf.engine.result import NotCounted
from supplier_pcf.factors.library import FactorLibrary

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


def set_included(study: Study, use_id: str, into: str | None) -> Study:
    """The same study, a use of energy being contained in another one; None: it is bought."""
    use = energy_use(study, use_id)
    return study if use is None else set_flow(study, replace(use, included_in=into))


def uses_that_may_hold(study: Study, use_id: str) -> tuple[EnergyUse, ...]:
    """The other uses of energy whose way does not lead back to this one."""
    into = {use.id: use.included_in for use in study.energy_uses}

    def leads_back(start: str) -> bool:
        now: str | None = start
        for _step in into:
            if now is None or now == use_id:
                break
            now = into.get(now)
        return now is not None

    return tuple(u for u in study.energy_uses if u.id != use_id and not leads_back(u.id))


def set_average(study: Study, site_id: str, factor_id: str | None) -> Study:
    """The same study, a plant's scope 2 counted by this average; None: by the one published for its place."""
    sites = tuple(
        replace(s, inventory_factor_id=factor_id) if s.id == site_id else s for s in study.sites
    )
    return replace(study, sites=sites)


def machine_power_of(study: Study) -> tuple[float | None, float | None]:
    """kWh of one piece by power and cycle time of the machines, and by its share of the meters."""
    expected = machine_power(study.process_steps)
    return (None, None) if expected is None else (expected.kwh, shared_power(study))


def amount_of(study: Study, flow: Flow) -> Quantity | None:
    """The amount of a flow before it is shared: what its meter reads, less what is not production or counted elsewhere."""
    amount = Amounts(replace(study, materials=())).before_sharing(flow)
    return None if isinstance(amount, NotCounted) else Quantity(*amount)


def set_allocation(
    study: Study, flow_id: str, basis: AllocationBasis, share: float | None = None
) -> Study:
    """The same study, with a plant's amount brought to this product by a basis; None keeps the share entered."""
    flow = study.flow(flow_id)
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
    flow = study.flow(flow_id)
    return study if flow is None else set_flow(study, with_share(flow, share))


def set_share_reason(study: Study, flow_id: str, reason: str) -> Study:
    """The same study, saying why a plant's amount is shared as it is."""
    flow = study.flow(flow_id)
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


def _is_whole(period: Period) -> bool:
    return period.start is not None and period.end is not None and period.start <= period.end
