"""What the pages for bought processes, packaging, waste and transport show beside what is entered."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.domain.edits import set_flow
from supplier_pcf.domain.flows import Basis, Flow, PackagingKind, Waste, WasteTreatment
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import Dimension, Quantity, dimension_of
from supplier_pcf.engine.amounts import amounts_of
from supplier_pcf.engine.bill_of_materials import places
from supplier_pcf.engine.burning import burnt_carbon, lacks_the_burning, states_its_carbon
from supplier_pcf.engine.result import NotCounted


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a leg can carry: its name, kg of it for one unit of the product, and whether it does."""

    id: str
    kind: str
    """`materials`, `packaging` or `wastes`."""
    name: str
    kg: float | None
    is_carried: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageStory:
    """One package: what it weighs, and how many pieces and trips share it."""

    weight: Quantity
    pieces: float | None
    trips: float | None
    """None for one way."""
    amount: Quantity
    """For one unit of the product."""
    moved_kg: float | None
    """kg of it that travel with one unit of the product."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WasteStory:
    """One waste for one declared unit: what its burning sets free, and what it might replace."""

    amount: Quantity
    treatment: WasteTreatment
    kg_co2e: float | None
    """Counted, its burnt carbon included."""
    carbon: float | None = None
    """kg of fossil carbon that is burnt; None where none is stated."""
    carbon_inside: bool = False
    """The factor covers the burning, so that the carbon is not added."""
    replaced: float | None = None
    """kg CO2e of what the waste would stand in for: told, never taken off."""


def amount_of_line(done: Calculated, flow_id: str) -> Quantity | None:
    """What a row amounts to for one declared unit; None where it cannot be said."""
    line = next((line for line in done.result.flows if line.id == flow_id), None)
    if line is None or line.amount is None:
        return None
    return Quantity(line.amount, line.unit)


def sold_scrap(done: Calculated) -> float | None:
    """kg of waste that is sold, for one declared unit; None where none is sold or no mass is known."""
    sold = {waste.id for waste in done.study.wastes if waste.sold}
    known = [
        Quantity(line.amount, line.unit).to("kg")
        for line in done.result.flows
        if line.id in sold and line.amount is not None and dimension_of(line.unit) is Dimension.MASS
    ]
    return math.fsum(known) if known else None


def package_story(study: Study, package_id: str) -> PackageStory | None:
    """How the weight of a package is shared; None where it cannot be."""
    package = next((p for p in study.packaging if p.id == package_id), None)
    if package is None or package.amount is None or package.basis is Basis.PER_PERIOD:
        return None
    amounts = amounts_of(study)
    amount = amounts.per_unit(package)
    if isinstance(amount, NotCounted):
        return None
    return PackageStory(
        weight=package.amount,
        pieces=package.units_per_package,
        trips=package.trips if package.kind is PackagingKind.RETURNABLE else None,
        amount=Quantity(*amount),
        moved_kg=amounts.moved_mass(package.id),
    )


def waste_story(done: Calculated, waste_id: str) -> WasteStory | None:
    """What to tell of a waste; None where its amount is not known."""
    waste = next((w for w in done.study.wastes if w.id == waste_id), None)
    line = next((line for line in done.result.flows if line.id == waste_id), None)
    if waste is None or line is None or line.amount is None:
        return None
    factor = done.examined.factor(waste.factor_id)
    carbon, inside = None, False
    if factor is not None and line.counted and states_its_carbon(waste):
        inside = not lacks_the_burning(factor)
        carbon = burnt_carbon(waste, factor, line.amount)
    return WasteStory(
        amount=Quantity(line.amount, line.unit),
        treatment=waste.treatment,
        kg_co2e=line.kg_co2e if line.counted else None,
        carbon=carbon,
        carbon_inside=inside,
        replaced=_replaced(done, waste, Quantity(line.amount, line.unit)),
    )


def _replaced(done: Calculated, waste: Waste, amount: Quantity) -> float | None:
    """kg CO2e of what a waste would stand in for."""
    factor = done.examined.factor(waste.replaces_factor_id)
    if factor is None or dimension_of(factor.unit) is not dimension_of(amount.unit):
        return None
    return amount.to(factor.unit) * factor.kg_co2e


def loads(study: Study, leg_id: str) -> tuple[Load, ...]:
    """Every material that is counted by itself, every package and waste, for choosing what a leg carries."""
    leg = next((t for t in study.transports if t.id == leg_id), None)
    carried = () if leg is None else leg.carries
    amounts = amounts_of(study)
    whole = places(study.materials)
    materials = [m for m in study.materials if whole[m.id].not_counted is None]
    kinds: dict[str, Sequence[Flow]] = {
        "materials": materials,
        "packaging": study.packaging,
        "wastes": [w for w in study.wastes if w.treatment is not WasteTreatment.WASTE_WATER],
    }
    return tuple(
        Load(
            id=flow.id,
            kind=kind,
            name=flow.name
            or getattr(flow, "designation", "")
            or getattr(flow, "part_number", "")
            or flow.id,
            kg=amounts.moved_mass(flow.id),
            is_carried=flow.id in carried,
        )
        for kind, flows in kinds.items()
        for flow in flows
    )


def set_carried(study: Study, leg_id: str, flow_id: str, is_carried: bool) -> Study:
    """The same study, with something put on a leg or taken off; an entered mass gives way to it."""
    leg = next((t for t in study.transports if t.id == leg_id), None)
    if leg is None:
        return study
    rest = tuple(m for m in leg.carries if m != flow_id)
    carries = (*rest, flow_id) if is_carried else rest
    return set_flow(study, replace(leg, carries=carries, carried_mass=None))


def with_mass(leg: Transport, mass: Quantity | None) -> Transport:
    """The same leg with an entered mass, which takes the place of what was chosen."""
    return replace(leg, carried_mass=mass, carries=leg.carries if mass is None else ())
