"""What the materials page says beside its table: how much goes in, and whether the masses add up."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.domain.flows import Basis, Material
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity, UnitMismatch
from supplier_pcf.engine.amounts import Amounts, amounts_of
from supplier_pcf.engine.bill_of_materials import depths, steps_from, without_returned
from supplier_pcf.engine.carbon import in_product
from supplier_pcf.engine.declared_unit import unit_kg
from supplier_pcf.engine.recycling import WouldBeCredit, entered_share, would_be_credit
from supplier_pcf.engine.result import MassBalance, NotCounted


@dataclass(frozen=True, slots=True, kw_only=True)
class MassCheck:
    """Net masses in kg of one piece: counted, left out, the product; None where it is not known."""

    counted: float
    left_out: float
    product: float | None
    without_mass: int
    """Rows in the product that have no mass yet; the sums are too low by these."""

    @property
    def gap(self) -> float | None:
        """kg of the product that no row explains; negative where the rows weigh more."""
        if self.product is None or self.without_mass:
            return None
        return self.product - self.counted - self.left_out


def mass_check(study: Study) -> MassCheck:
    """The net masses of the materials against the mass of the product."""
    amounts = amounts_of(study)
    counted, missing = _sum(amounts, (m for m in study.materials if in_product(m, amounts)))
    parents = {m.parent_id for m in study.materials}
    out = [
        m
        for m in study.materials
        if m.exclusion is not None
        and m.id not in parents
        and in_product(replace(m, exclusion=None), amounts)
    ]
    left_out, missing_too = _sum(amounts, out)
    return MassCheck(
        counted=counted,
        left_out=left_out,
        product=unit_kg(study),
        without_mass=missing + missing_too,
    )


def _sum(amounts: Amounts, materials: Iterable[Material]) -> tuple[float, int]:
    masses = [amounts.net_mass(m) for m in materials]
    known = [kg for kg in masses if kg is not None]
    return math.fsum(known), len(masses) - len(known)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """How the amount of a material came about, in its own unit, for one of itself."""

    name: str
    unit: str
    net: float | None
    steps: tuple[ProcessStep, ...]
    """Those whose losses count; none where the gross amount was entered."""
    gross: float | None
    is_entered: bool
    """The gross amount was entered, not worked out."""
    is_auxiliary: bool
    returned: float
    """What goes straight back into the same process."""
    goes_in: float | None
    quantity: float
    """How many of it are in one product, all levels multiplied."""
    levels: tuple[tuple[str, float], ...]
    """Every assembly it is in, from the nearest up, with how many of it go into the one above."""
    one_product: float | None
    """What one product gets of it, all levels and shares included; None where that cannot be said."""
    is_for_period: bool
    """Entered for all that the plant made in the period."""
    not_counted: str
    """Code of why the row is not counted by itself; empty where it is."""


def way_in(study: Study, material_id: str) -> WayIn | None:
    """How much of a material goes in, step by step; None where there is no such row."""
    material = next((m for m in study.materials if m.id == material_id), None)
    if material is None:
        return None
    amounts = amounts_of(study)
    place = amounts.places[material.id]
    gross, one = amounts.gross_of_one(material), amounts.per_unit(material)
    known = None if isinstance(gross, NotCounted) else gross
    goes_in = None if known is None else without_returned(material, known)
    is_entered = material.gross_amount is not None
    by_steps = not is_entered and not material.is_auxiliary
    return WayIn(
        name=material.name or material.designation or material.part_number or material.id,
        unit=known[1] if known else "",
        net=_in_unit(material.amount, known[1] if known else ""),
        steps=_that_lose(study, material) if by_steps else (),
        gross=known[0] if known else None,
        is_entered=is_entered,
        is_auxiliary=material.is_auxiliary,
        returned=known[0] - goes_in[0] if known and goes_in else 0.0,
        goes_in=goes_in[0] if goes_in else None,
        quantity=place.quantity,
        levels=_levels(study, material),
        one_product=None if isinstance(one, NotCounted) else one[0],
        is_for_period=material.basis is Basis.PER_PERIOD,
        not_counted=place.not_counted.value if place.not_counted else "",
    )


def _in_unit(amount: Quantity | None, unit: str) -> float | None:
    try:
        return None if amount is None else amount.to(unit)
    except UnitMismatch:
        return None


def _that_lose(study: Study, material: Material) -> tuple[ProcessStep, ...]:
    steps = steps_from(study.process_steps, material.enters_at)
    return tuple(s for s in steps if s.reject_share or s.material_yield not in (None, 1.0))


def _levels(study: Study, material: Material) -> tuple[tuple[str, float], ...]:
    by_id, seen, found = {m.id: m for m in study.materials}, {material.id}, []
    above = by_id.get(material.parent_id or "")
    while above is not None and above.id not in seen:
        seen.add(above.id)
        count = 1.0 if above.quantity_per is None else above.quantity_per
        found.append((above.name or above.part_number or above.id, count))
        above = by_id.get(above.parent_id or "")
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecycledMix:
    """What recycled content does to a material's factor, in kg CO2e per unit without uptake."""

    share: float
    """The recycled part by mass as entered, 0 to 1."""
    unit: str
    virgin: float
    recycled: float | None
    """None where no factor of the recycled part is chosen, or it cannot be mixed in."""
    holds: float
    """The recycled input that the factor states to hold already; then nothing is mixed in."""

    @property
    def mixed(self) -> float:
        """(1 - R) x virgin + R x recycled (STANDARDS D.1), or the factor as it stands."""
        if self.recycled is None or self.holds:
            return self.virgin
        return (1 - self.share) * self.virgin + self.share * self.recycled


def recycled_mix(done: Calculated, material_id: str) -> RecycledMix | None:
    """How recycled content enters a material's factor; None where there is none or no factor."""
    material = next((m for m in done.study.materials if m.id == material_id), None)
    factor = None if material is None else done.examined.factor(material.factor_id)
    if material is None or factor is None:
        return None
    share, holds = entered_share(material), factor.recycled_content or 0.0
    if not share and not holds:
        return None
    again = done.examined.factor(material.recycled_factor_id)
    is_alike = again is not None and again.unit == factor.unit
    return RecycledMix(
        share=share or 0.0,
        unit=factor.unit,
        virgin=factor.kg_co2e,
        recycled=again.kg_co2e if again is not None and is_alike else None,
        holds=holds,
    )


class Look(StrEnum):
    """What to look at where masses do not add up, by what the numbers point to."""

    NO_BALANCE = "no_balance"
    """A mass is missing."""
    FINE = "fine"
    NET_IS_NOT_THE_PRODUCT = "net_is_not_the_product"
    """The net masses of the rows are not the mass of the product."""
    LOSS_WITHOUT_WASTE = "loss_without_waste"
    """More is lost on the way than is entered as waste and co-products."""
    WASTE_WITHOUT_LOSS = "waste_without_loss"


_FINE = 0.02
"""Of the input: within it the masses add up (STANDARDS D.1)."""


def where_to_look(balance: MassBalance | None) -> Look:
    """The larger of the two gaps that a mass balance can have."""
    if balance is None:
        return Look.NO_BALANCE
    if abs(balance.relative) <= _FINE:
        return Look.FINE
    left_over = balance.wastes + balance.co_products
    in_product, in_waste = balance.net - balance.product, balance.lost - left_over
    if abs(in_product) > abs(in_waste):
        return Look.NET_IS_NOT_THE_PRODUCT
    return Look.LOSS_WITHOUT_WASTE if in_waste > 0 else Look.WASTE_WITHOUT_LOSS


def balance_of(done: Calculated) -> MassBalance | None:
    """Mass in against mass out, in kg per declared unit."""
    return done.result.mass_balance


def scrap_credit(done: Calculated) -> WouldBeCredit:
    """What credits for sold scrap would do, for information; no line where nothing to replace is named."""
    return would_be_credit(done.study, done.examined.library, done.result)


__all__ = [
    "Look",
    "MassBalance",
    "MassCheck",
    "RecycledMix",
    "WayIn",
    "WouldBeCredit",
    "balance_of",
    "depths",
    "mass_check",
    "recycled_mix",
    "scrap_credit",
    "way_in",
    "where_to_look",
]
