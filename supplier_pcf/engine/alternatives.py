"""The same study with one thing otherwise: another sharing, other power, other input, a figure more or less.

Each is a function from study to study; what it does to the footprint is found by calculating again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from supplier_pcf.domain.edits import kind_of
from supplier_pcf.domain.energy import ElectricitySource, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import AllocationBasis, Basis, Flow, Material
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.study import FLOW_KINDS, CoProductMethod, Study
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


def with_flow(study: Study, flow: Flow) -> Study:
    """The same study with this flow in place of the one of its id."""
    kind = kind_of(study, flow.id)
    if kind is None:
        return study
    flows = tuple(flow if f.id == flow.id else f for f in getattr(study, kind))
    return replace(study, **{kind: flows})  # type: ignore[arg-type]


def with_factor(study: Study, factor: EmissionFactor) -> Study:
    """The same study with this factor wherever its id is asked for: a study's own come first."""
    others = tuple(f for f in study.factors if f.id != factor.id)
    return replace(study, factors=(*others, factor))


def factor_times(study: Study, factor: EmissionFactor, times: float) -> Study:
    """The same study with a factor so many times as large."""
    scaled: dict[str, Any] = {name: getattr(factor, name) * times for name in _SCALED}
    for name in ("direct", "upstream"):
        part = getattr(factor, name)
        scaled[name] = None if part is None else part * times
    return with_factor(study, replace(factor, **scaled))


def amount_times(study: Study, key: str, times: float) -> Study | None:
    """The same study with a meter or an amount so many times as large; None where it is no single number.

    `key` is that of a cause of spread: `meter/<id>` or `amount/<id of the flow>`.
    """
    kind, _, number = key.partition("/")
    if kind == "meter":
        meters = tuple(_read(m, times) if m.id == number else m for m in study.meters)
        return replace(study, meters=meters)
    flow = next((f for f in study.flows() if f.id == number), None)
    changes = {} if flow is None else _scaled(flow, times)
    return with_flow(study, replace(flow, **changes)) if flow and changes else None


def _read(meter: Meter, times: float) -> Meter:
    readings = tuple(replace(r, amount=r.amount * times) for r in meter.readings)
    parts = tuple(
        p if p.amount is None else replace(p, amount=p.amount * times) for p in meter.parts
    )
    return replace(meter, readings=readings, parts=parts)


def _scaled(flow: Flow, times: float) -> dict[str, Any]:
    """The numbers of a flow that are its amount, each so many times as large."""
    names = ("amount", "gross_amount", "returned", "recovered", "exported")
    found = {n: q for n in names if isinstance(q := getattr(flow, n, None), Quantity)}
    if not found and isinstance(flow, Transport):
        if flow.fuel is not None and flow.fuel.total is not None:
            return {"fuel": replace(flow.fuel, total=_times(flow.fuel.total, times))}
        found = {"distance": flow.distance} if flow.fuel is None and flow.distance else {}
    return {name: _times(quantity, times) for name, quantity in found.items()}


def _times(quantity: Quantity, times: float) -> Quantity:
    return Quantity(quantity.value * times, quantity.unit)


def shared_sites(study: Study) -> tuple[str, ...]:
    """The ids of the sites whose amounts reach the product by a basis that was chosen."""
    sites = (_site_of(study, flow) for flow in study.flows() if _is_shared(flow))
    return tuple(dict.fromkeys(sites))


def by_basis(study: Study, site_id: str, basis: AllocationBasis) -> Study:
    """The same study with every shared amount of a site shared by this basis."""
    changed: dict[str, Any] = {}
    for kind in FLOW_KINDS:
        if kind != "co_products":
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
    return with_flow(study, changed)
