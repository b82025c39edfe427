"""Materials: what is fed back, recycled content counted once, carbon, levels and the steps they enter at."""

from __future__ import annotations

import math
from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.factor_names import named_factor
from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.units import Quantity, UnitMismatch
from supplier_pcf.engine.amounts import amounts_of
from supplier_pcf.engine.recycling import entered_share, holds_recycled
from supplier_pcf.engine.result import NotCounted
from supplier_pcf.rules import Recycling

_LOSSES = "ISO 14067:2018, 6.4.3"
_RECYCLING = "ISO 14067:2018, 6.4.6.3"
_CARBON = "ISO 14067:2018, 6.4.9.3"
_SAME_SHARE = 0.05
_POSITIVE = ("gross_amount", "returned", "mass_per_unit")


def masses_are_positive(examined: Examined) -> Iterator[Finding]:
    """A product weighs something, and nothing about a material is negative."""
    mass = examined.study.product.mass
    if mass is not None and not mass.value > 0:
        yield _found(Severity.ERROR, "product.mass_not_positive", "product/mass", _LOSSES)
    for material in examined.study.materials:
        for field in _POSITIVE:
            if _is_negative(getattr(material, field)):
                where = place("materials", material, field)
                yield _error("material.not_positive", where, _LOSSES, name=named(material))
        if material.quantity_per is not None and material.quantity_per < 0:
            where = place("materials", material, "quantity_per")
            yield _error("material.not_positive", where, _LOSSES, name=named(material))


def less_is_fed_back_than_is_lost(examined: Examined) -> Iterator[Finding]:
    """What goes straight back is part of the loss, never of what stays in the product (STANDARDS D.1)."""
    fed_back = [m for m in examined.study.materials if m.returned is not None]
    amounts = amounts_of(examined.study) if fed_back else None
    for material in fed_back:
        if amounts is None or material.returned is None or material.returned.value < 0:
            continue
        gross = amounts.gross_of_one(material)
        is_structure = amounts.places[material.id].not_counted is not None
        if is_structure or isinstance(gross, NotCounted):
            continue
        where = place("materials", material, "returned")
        try:
            back = material.returned.to(gross[1])
            net = 0.0 if material.amount is None else material.amount.to(gross[1])
        except UnitMismatch:
            yield _error("material.returned_unit", where, _LOSSES, name=named(material))
            continue
        if back > (gross[0] - net) * (1 + 1e-9):
            lost = max(gross[0] - net, 0.0)
            yield _error(
                "material.returned_too_much",
                where,
                _LOSSES,
                name=named(material),
                returned=round(back, 4),
                lost=round(lost, 4),
                unit=gross[1],
            )


def recycled_input_is_counted_once(examined: Examined) -> Iterator[Finding]:
    """A factor that holds recycled input already leaves the shares as information (STANDARDS D.1, guard)."""
    cuts_off = examined.rules.recycling is Recycling.CUT_OFF
    for material in examined.study.materials:
        factor = examined.factor(material.factor_id)
        share = entered_share(material)
        if factor is None or material.exclusion is not None:
            continue
        told: dict[str, Param] = {"name": named(material), "factor": named_factor(factor)}
        if not holds_recycled(factor):
            if share and material.recycled_factor_id is None:
                yield _recycled(material, "material.recycled_idle", Severity.NOTE, told)
            continue
        told["holds"] = round(100 * (factor.recycled_content or 0.0), 1)
        if material.recycled_factor_id is not None:
            severity = Severity.ERROR if cuts_off else Severity.WARNING
            yield _recycled(material, "material.recycled_twice", severity, told)
        elif share is not None and abs(share - (factor.recycled_content or 0.0)) > _SAME_SHARE:
            told["share"] = round(100 * share, 1)
            yield _recycled(material, "material.recycled_differs", Severity.WARNING, told)


def _recycled(material: Material, code: str, severity: Severity, told: dict[str, Param]) -> Finding:
    where = place("materials", material, "recycled_factor_id")
    return Finding(code=code, severity=severity, where=where, clause=_RECYCLING, params=told)


def carbon_is_a_share(examined: Examined) -> Iterator[Finding]:
    """Carbon of all kinds is between nothing and all of a material."""
    for material in examined.study.materials:
        fossil = material.fossil_carbon_share or 0.0
        biogenic = material.biogenic_carbon_share or 0.0
        recycled = material.recycled_carbon_share or 0.0
        if min(fossil, biogenic, recycled) < 0 or max(fossil + biogenic, recycled) > 1:
            where = place("materials", material, "fossil_carbon_share")
            yield _error("material.carbon_share", where, _CARBON, name=named(material))


def steps_entered_exist(examined: Examined) -> Iterator[Finding]:
    """A material enters at a step that there is; else all steps' losses are on it."""
    steps = {step.id for step in examined.study.process_steps}
    for material in examined.study.materials:
        if material.enters_at is not None and material.enters_at not in steps:
            where = place("materials", material, "enters_at")
            yield _found(Severity.WARNING, "material.no_step", where, _LOSSES, name=named(material))


def biogenic_results_are_due(examined: Examined) -> Iterator[Finding]:
    """Where a rule set asks for biogenic results only above a limit: which of the limits is passed."""
    limit, result = examined.rules.biogenic_above_percent, examined.result
    if limit is None:
        return
    carbon, mass = result.carbon.biogenic or 0.0, result.mass_kg or 0.0
    of_mass = 100 * carbon / mass if mass else 0.0
    buckets = result.buckets
    land = (
        buckets.biogenic_non_co2,
        buckets.land_use_change,
        buckets.land_management,
        buckets.land_removals,
        buckets.uptake_product,
    )
    whole = abs(result.excluding)
    of_total = 100 * math.fsum(map(abs, land)) / whole if whole else 0.0
    if of_mass > limit or of_total > (examined.rules.cut_off_percent or math.inf):
        yield Finding(
            code="result.biogenic_due",
            severity=Severity.NOTE,
            where="result/biogenic",
            clause=examined.rules.clauses.get("biogenic", ""),
            params={
                "mass": round(of_mass, 1),
                "total": round(of_total, 1),
                "rules": examined.rules.title,
            },
        )


def _is_negative(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.value < 0


def _error(code: str, where: str, clause: str, **params: Param) -> Finding:
    return _found(Severity.ERROR, code, where, clause, **params)


def _found(severity: Severity, code: str, where: str, clause: str, **params: Param) -> Finding:
    return Finding(code=code, severity=severity, where=where, clause=clause, params=params)
