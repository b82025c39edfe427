"""The same study with one thing otherwise: another sharing, other power, other input, a figure more or less.

Each is a function from study to study; what it does to the footprint is found by calculating again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from supplier_pcf.domain.edits import set_flow
from supplier_pcf.domain.energy import ElectricitySource, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import AllocationBasis, Basis, Flow, Material
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.study import COUNTED_KINDS, CoProductMethod, Study
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.electricity import is_power, supply_of
from supplier_pcf.engine.sharing import PLANT_BASES

SHARED = (*PLANT_BASES, AllocationBasis.SHARE)
"""Ways for a plant's amount to reach the product that could have been another one."""
UNCONTRACTED = (ElectricitySource.GRID, ElectricitySource.RESIDUAL)
_SCALED = (
    "fossil",
    "biogenic_non_co2",
    "land_use_change",
    "land_management",
    "land_removals",
    "aircraft",
)
"""Buckets of a figure; what a plant took up while it grew is not in doubt with them."""


def set_factor(study: Study, factor: EmissionFactor) -> Study:
    """The same study with this factor wherever its id is asked for: a study's own come first."""
    others = tuple(f for f in study.factors if f.id != factor.id)
    return replace(study, factors=(*others, factor))


def factor_times(study: Study, factor: EmissionFactor, times: float) -> Study:
    """The same study with a factor so many times as large."""
    scaled: dict[str, Any] = {name: getattr(factor, name) * times for name in _SCALED}
    for name in ("direct", "upstream"):
        part = getattr(factor, name)
        scaled[name] = None if part is None else part * times
    return set_factor(study, replace(factor, **scaled))


def amount_times(study: Study, key: str, times: float) -> Study | None:
    """The same study with a meter or an amount so many times as large; None where it is no single number.

    `key` is that of a cause of spread: `meter/<id>` or `amount/<id of the flow>`.
    """
    kind, _, number = key.partition("/")
    if kind == "meter":
        meters = tuple(_read(m, times) if m.id == number else m for m in study.meters)
        return replace(study, meters=meters)
    flow = study.flow(number)
    other = None if flow is None else scaled(flow, times)
    return None if other is None else set_flow(study, other)


def _read(meter: Meter, times: float) -> Meter:
    readings = tuple(replace(r, amount=r.amount * times) for r in meter.readings)
    parts = tuple(
        p if p.amount is None else replace(p, amount=p.amount * times) for p in meter.parts
    )
    return replace(meter, readings=readings, parts=parts)


def scaled(flow: Flow, times: float) -> Flow | None:
    """The flow with its amount so many times as large, and all that is taken off it; None where it has none."""
    if isinstance(flow, Transport):
        return _scaled_leg(flow, times)
    names = ("amount", "gross_amount", "returned", "recovered", "exported")
    found = {n: q for n in names if isinstance(q := getattr(flow, n, None), Quantity)}
    if found.keys().isdisjoint(("amount", "gross_amount")):
        return None
    more: dict[str, Any] = {name: quantity.times(times) for name, quantity in found.items()}
    return replace(flow, **more)


def _scaled_leg(leg: Transport, times: float) -> Transport | None:
    """By what the leg is counted by: its amount, the fuel of the trip, else the kilometres.

    Tonne-kilometres and litres per kilometre both grow with the kilometres.
    """
    if leg.amount is not None:
        return replace(leg, amount=leg.amount.times(times))
    if leg.fuel is not None and leg.fuel.total is not None:
        return replace(leg, fuel=replace(leg.fuel, total=leg.fuel.total.times(times)))
    return None if leg.distance is None else replace(leg, distance=leg.distance.times(times))


def shared_sites(study: Study) -> tuple[str, ...]:
    """The ids of the sites whose amounts reach the product by a basis that was chosen."""
    sites = (_site_of(study, flow) for flow in study.flows() if _is_shared(flow))
    return tuple(dict.fromkeys(sites))


def by_basis(study: Study, site_id: str, basis: AllocationBasis) -> Study:
    """The same study with every shared amount of a site shared by this basis."""
    changed: dict[str, Any] = {}
    for kind in COUNTED_KINDS:
        changed[kind] = tuple(_by(study, f, site_id, basis) for f in getattr(study, kind))
    return replace(study, **changed)


def _by(study: Study, flow: Flow, site_id: str, basis: AllocationBasis) -> Flow:
    allocation = flow.allocation
    if allocation is None or not _is_shared(flow) or _site_of(study, flow) != site_id:
        return flow
    return replace(flow, allocation=replace(allocation, basis=basis))


def _is_shared(flow: Flow) -> bool:
    is_metered = isinstance(flow, EnergyUse) and flow.meter_id is not None
    of_plant = flow.basis is Basis.PER_PERIOD or is_metered
    return of_plant and flow.allocation is not None and flow.allocation.basis in SHARED


def _site_of(study: Study, flow: Flow) -> str:
    named = flow.allocation.site_id if flow.allocation else ""
    own: str = named or getattr(flow, "site_id", "")
    site = study.site(own)
    return site.id if site else own


def by_method(study: Study, method: CoProductMethod) -> Study:
    """The same study with burdens shared with co-products by this method."""
    return replace(study, co_product_method=method)


def uncontracted(study: Study) -> tuple[EnergyUse, ...]:
    """The uses of power that no contract and no own plant covers."""
    return tuple(u for u in study.energy_uses if is_power(u) and u.source in UNCONTRACTED)


def by_power(study: Study, factor_ids: Iterable[tuple[str, tuple[str, ...]]]) -> Study:
    """The same study with uses of power counted by these factors, the main one first, by id of the use."""
    wanted = dict(factor_ids)
    uses = tuple(_powered(u, wanted[u.id]) if u.id in wanted else u for u in study.energy_uses)
    return replace(study, energy_uses=uses)


def _powered(use: EnergyUse, factor_ids: tuple[str, ...]) -> EnergyUse:
    """Losses that were entered stay where nothing is added that holds them."""
    main, *added = factor_ids
    loss = None if added else use.loss_share
    return replace(use, factor_id=main, added_factor_ids=tuple(added), loss_share=loss)


def site_id_of(study: Study, use: EnergyUse) -> str:
    """The site a use of power belongs to: a part of a supply takes that of the supply."""
    return supply_of(study, use).site_id


def recycled(study: Study, material: Material, share: float) -> Study:
    """The same study with so much recycled input in a material, 0 to 1."""
    changed = replace(material, recycled_pre_consumer=None, recycled_post_consumer=share)
    return set_flow(study, changed)
