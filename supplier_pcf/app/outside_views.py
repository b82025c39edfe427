"""What the pages for bought processes, packaging, waste and transport show beside what is entered."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.domain.edits import set_flow
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import Dimension, Quantity, dimension_of
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.bill_of_materials import places


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A material that a leg can carry: its name, kg of it for one unit of the product, and whether it does."""

    id: str
    name: str
    kg: float | None
    is_carried: bool


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


def loads(study: Study, leg_id: str) -> tuple[Load, ...]:
    """Every material that is counted by itself, for choosing what a leg carries."""
    leg = next((t for t in study.transports if t.id == leg_id), None)
    amounts = Amounts(study)
    whole = places(study.materials)
    return tuple(
        Load(
            id=material.id,
            name=material.name or material.designation or material.part_number,
            kg=amounts.gross_mass(material),
            is_carried=leg is not None and material.id in leg.carries,
        )
        for material in study.materials
        if whole[material.id].not_counted is None
    )


def set_carried(study: Study, leg_id: str, material_id: str, is_carried: bool) -> Study:
    """The same study, with a material put on a leg or taken off; an entered mass gives way to it."""
    leg = next((t for t in study.transports if t.id == leg_id), None)
    if leg is None:
        return study
    rest = tuple(m for m in leg.carries if m != material_id)
    carries = (*rest, material_id) if is_carried else rest
    return set_flow(study, replace(leg, carries=carries, carried_mass=None))


def with_mass(leg: Transport, mass: Quantity | None) -> Transport:
    """The same leg with an entered mass, which takes the place of the materials chosen."""
    return replace(leg, carried_mass=mass, carries=leg.carries if mass is None else ())
