"""Recycled content by cut-off, and the credit for sold scrap that is shown and never given."""

from __future__ import annotations

import math
from dataclasses import dataclass

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import UnitMismatch, ratio
from supplier_pcf.engine.result import FlowResult, Result
from supplier_pcf.factors.library import Factors, own_first


def entered_share(material: Material) -> float | None:
    """The recycled part of a material's mass, before and after use together, 0 to 1; None if not said."""
    before, after = material.recycled_pre_consumer, material.recycled_post_consumer
    return None if before is None and after is None else (before or 0.0) + (after or 0.0)


def holds_recycled(factor: EmissionFactor) -> bool:
    """Whether recycled input is inside the figure already: then a share must not be mixed in again."""
    return bool(factor.recycled_content)


def mixed(virgin: Buckets, recycled: Buckets, share: float) -> Buckets:
    """EF = (1 - R) x virgin + R x recycled, per unit: cut-off (STANDARDS D.1; Catena-X v4, 5.2.5)."""
    new, old = virgin.times(1 - share), recycled.times(share)
    return Buckets(*(one + other for one, other in zip(new, old, strict=True)))


@dataclass(frozen=True, slots=True)
class ScrapLine:
    """One waste that could stand in for something: kg of it and kg CO2e, per declared unit."""

    waste_id: str
    name: str
    kg: float
    factor_id: str
    kg_co2e_per_kg: float

    @property
    def kg_co2e(self) -> float:
        """What a credit would take off."""
        return self.kg * self.kg_co2e_per_kg


@dataclass(frozen=True, slots=True)
class WouldBeCredit:
    """What credits for scrap would do to the footprint, in kg CO2e per declared unit, without uptake."""

    lines: tuple[ScrapLine, ...]
    without_credit: float
    """The footprint as it is."""

    @property
    def total(self) -> float:
        """All that credits would take off."""
        return math.fsum(line.kg_co2e for line in self.lines)

    @property
    def with_credit(self) -> float:
        """The footprint as it must not be stated under cut-off rules."""
        return self.without_credit - self.total


def would_be_credit(study: Study, library: Factors, result: Result) -> WouldBeCredit:
    """The credit of every waste that names what it may replace; for information only (STANDARDS D.1, V8)."""
    find = own_first(study.factors, library)
    wanted = {w.id: w.replaces_factor_id for w in study.wastes if w.replaces_factor_id}
    found = []
    for line in result.flows:
        factor = find(wanted.get(line.id))
        credit = None if factor is None else _line(line, factor)
        if credit is not None:
            found.append(credit)
    return WouldBeCredit(tuple(found), result.excluding)


def _line(line: FlowResult, factor: EmissionFactor) -> ScrapLine | None:
    if line.amount is None or not line.amount > 0:
        return None
    try:
        kg, per_kg = line.amount * ratio(line.unit, "kg"), ratio("kg", factor.unit)
    except UnitMismatch:
        return None
    return ScrapLine(line.id, line.name, kg, factor.id, factor.kg_co2e * per_kg)
