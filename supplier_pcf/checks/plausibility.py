"""Numbers that cannot be, or hardly can: signs, shares, yields, masses, distances."""

from __future__ import annotations

import math
from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.checks.magnitude import slips_of_mass
from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.transport import Transport, TransportPurpose
from supplier_pcf.domain.units import UnitMismatch
from supplier_pcf.engine.carbon import in_product
from supplier_pcf.engine.declared_unit import unit_kg

_MASS_GAP_NOTE, _MASS_GAP_WARNING = 0.02, 0.05
_BOM_GAP = 0.05
_HALF_EQUATOR_KM = 20_040.0


def amounts_are_not_negative(examined: Examined) -> Iterator[Finding]:
    """Only removals and uptakes may be negative (STANDARDS D, number tests)."""
    for kind, flow in examined.flows():
        if flow.amount is not None and flow.amount.value < 0:
            yield _error("flow.negative", place(kind, flow, "amount"), name=named(flow))


def shares_are_shares(examined: Examined) -> Iterator[Finding]:
    """Recycled shares, yields and reject shares lie between nothing and all."""
    for material in examined.study.materials:
        before = material.recycled_pre_consumer or 0.0
        after = material.recycled_post_consumer or 0.0
        if min(before, after) < 0 or before + after > 1:
            where = place("materials", material, "recycled_post_consumer")
            yield _error("material.recycled_share", where, name=named(material))
    for step in examined.study.process_steps:
        kept = 1.0 if step.material_yield is None else step.material_yield
        rejected = 0.0 if step.reject_share is None else step.reject_share
        if not (0 < kept <= 1 and 0 <= rejected < 1):
            name = step.name or step.id
            field = "reject_share" if 0 < kept <= 1 else "material_yield"
            yield _error("step.yield", f"process_steps/{step.id}/{field}", name=name)


def gross_is_not_below_net(examined: Examined) -> Iterator[Finding]:
    """More goes in than comes out; the commonest slip is the net mass in both columns."""
    for material in examined.study.materials:
        if material.gross_amount is None or material.amount is None:
            continue
        try:
            gross = material.gross_amount.to(material.amount.unit)
        except UnitMismatch:
            where = place("materials", material, "gross_amount")
            yield _error("material.gross_unit", where, name=named(material))
            continue
        if gross < material.amount.value:
            where = place("materials", material, "gross_amount")
            yield _warning("material.gross_below_net", where, name=named(material))


def bill_of_materials_weighs_the_product(examined: Examined) -> Iterator[Finding]:
    """The net masses of the materials together are the mass of the product."""
    mass = unit_kg(examined.study)
    amounts = examined.amounts
    parts = [(m, amounts.net_mass(m)) for m in examined.study.materials if in_product(m, amounts)]
    known = [(m, kg) for m, kg in parts if kg is not None]
    if mass is None or not known or len(known) < len(parts):
        return
    sum_kg = math.fsum(kg for _, kg in known)
    if abs(sum_kg - mass) > _BOM_GAP * mass:
        yield _warning(
            "materials.mass_gap", "product/mass", parts=round(sum_kg, 4), product=round(mass, 4)
        )
        yield from slips_of_mass(known, mass)


def mass_balances(examined: Examined) -> Iterator[Finding]:
    """What went in is in the product, in co-products or in the waste (ISO 14067 clause 6.4.3)."""
    balance = examined.result.mass_balance
    if balance is None or abs(balance.relative) <= _MASS_GAP_NOTE:
        return
    wide = abs(balance.relative) > _MASS_GAP_WARNING
    yield Finding(
        code="result.mass_balance",
        severity=Severity.WARNING if wide else Severity.NOTE,
        where="mass_balance",
        clause="ISO 14067:2018, 6.4.3",
        params={
            "inputs": round(balance.inputs, 4),
            "outputs": round(balance.inputs - balance.difference, 4),
            "percent": round(100 * balance.relative, 1),
        },
    )


def plants_made_what_the_study_says(examined: Examined) -> Iterator[Finding]:
    """The plants' output of this product adds up to its volume."""
    volume = examined.study.product.volume
    made = [o.units for s in examined.study.sites for o in s.outputs if o.is_this_product]
    known = [units for units in made if units is not None]
    if volume is None or not known or len(known) < len(made):
        return
    if abs(math.fsum(known) - volume) > 0.005 * volume:
        yield _warning(
            "product.volume_differs", "product/volume", volume=volume, made=math.fsum(known)
        )


def legs_are_on_this_planet(examined: Examined) -> Iterator[Finding]:
    """No leg is longer than half the equator."""
    for leg in examined.study.transports:
        if leg.distance is None:
            continue
        try:
            km = leg.distance.to("km")
        except UnitMismatch:
            continue
        if km > _HALF_EQUATOR_KM:
            where = place("transports", leg, "distance")
            yield _warning("transport.far", where, name=named(leg), km=f"{km:.0f}")


def outbound_has_a_payer(examined: Examined) -> Iterator[Finding]:
    """Outbound transport is reported only by the one who answers for it (Catena-X v4, 5.2.3)."""
    for leg in examined.study.transports:
        if _is_unpaid_outbound(leg):
            where = place("transports", leg, "paid_by")
            yield _warning("transport.no_payer", where, name=named(leg))


def parents_exist(examined: Examined) -> Iterator[Finding]:
    """A line of the bill of materials stands under an assembly that is in it."""
    ids = {m.id for m in examined.study.materials}
    for material in examined.study.materials:
        if material.parent_id and material.parent_id not in ids:
            where = place("materials", material, "parent_id")
            yield _warning("material.no_parent", where, name=named(material))


def levels_hold_a_mass_once(examined: Examined) -> Iterator[Finding]:
    """A part with its own factor stands for its components, which are then not counted."""
    parents = {m.parent_id for m in examined.study.materials if m.parent_id}
    for material in examined.study.materials:
        if isinstance(material, Material) and material.id in parents and material.factor_id:
            yield Finding(
                code="material.closes_branch",
                severity=Severity.NOTE,
                where=place("materials", material, "factor"),
                params={"name": named(material)},
            )


def _is_unpaid_outbound(leg: Transport) -> bool:
    return leg.purpose is TransportPurpose.OUTBOUND and leg.paid_by is None


def _error(code: str, where: str, **params: Param) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, where=where, params=params)


def _warning(code: str, where: str, **params: Param) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, where=where, params=params)
