"""What verifiers most often find beside numbers: forgotten rows, mixed bases, wrong years (STANDARDS E.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from supplier_pcf.checks.examined import Examined, named, place, short
from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.flows import AllocationBasis, Waste
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.transport import TransportPurpose
from supplier_pcf.domain.units import Dimension, dimension_of
from supplier_pcf.engine.energy_balance import MeterBalance, energy_balances, given_by_hand
from supplier_pcf.engine.sharing import PLANT_BASES, plant_shares

_BALANCE = "ISO 14067:2018, 6.4.3"
_SHARING = "ISO 14067:2018, 6.4.6.2"
_VARIANTS = "ISO 14067:2018, 6.4.6.1"
_BOUNDARY = "ISO 14067:2018, 6.3.4.1"
_PERIOD = "ISO 14067:2018, 6.3.6"
_UNCERTAINTY = "ISO 14067:2018, 6.6"
_ROUNDING = 1e-9


def meters_reach_a_product(examined: Examined) -> Iterator[Finding]:
    """What a meter reads goes somewhere, and not twice: the balance of energy (ISO 14067 clause 6.4.3)."""
    for balance in energy_balances(examined.study):
        left = balance.read - balance.passed_on
        told: dict[str, Param] = {
            "name": balance.name,
            "left": short(left),
            "unit": balance.unit,
        }
        if not balance.uses and left > _ROUNDING * balance.read:
            yield _about_meter("energy.meter_unused", balance, told)
        elif balance.unallocated < -_ROUNDING * max(balance.read, 1.0):
            told["given"] = short(balance.here + balance.others)
            yield _about_meter("energy.meter_over", balance, told)


def _about_meter(code: str, balance: MeterBalance, told: dict[str, Param]) -> Finding:
    severity = Severity.ERROR if code == "energy.meter_over" else Severity.WARNING
    where = f"meters/{balance.id}/readings"
    return Finding(code=code, severity=severity, where=where, clause=_BALANCE, params=told)


def shares_by_hand_have_a_reason(examined: Examined) -> Iterator[Finding]:
    """A share that was entered and not worked out says why; what it leaves over is named."""
    for use in given_by_hand(examined.study.energy_uses):
        by = use.allocation
        if by is None or by.share is None or by.reason.strip() or use.exclusion is not None:
            continue
        told: dict[str, Param] = {
            "name": named(use),
            "percent": round(100 * by.share, 2),
            "rest": round(100 * (1 - by.share), 2),
        }
        where = place("energy_uses", use, "allocation")
        yield _found("sharing.no_reason", Severity.WARNING, where, _SHARING, told)


def one_plant_shares_by_one_basis(examined: Examined) -> Iterator[Finding]:
    """Energy of one kind at one plant is shared by one basis, or the rows that differ say why."""
    study = examined.study
    for site in study.sites:
        first: dict[Carrier, AllocationBasis] = {}
        for use in _shared_uses(study, site):
            if use.allocation is None or use.allocation.reason.strip():
                continue
            if first.setdefault(use.carrier, use.allocation.basis) is use.allocation.basis:
                continue
            told: dict[str, Param] = {"name": named(use), "site": site.name or site.id}
            where = place("energy_uses", use, "allocation")
            yield _found("sharing.mixed_bases", Severity.WARNING, where, _SHARING, told)


def other_bases_can_be_compared(examined: Examined) -> Iterator[Finding]:
    """Where a plant is shared, at least one other basis can be worked out, so that its effect can be shown."""
    study = examined.study
    for site in study.sites:
        used = {u.allocation.basis for u in _shared_uses(study, site) if u.allocation is not None}
        if not used or len(site.outputs) < 2:
            continue
        others = (b for b in PLANT_BASES if b not in used)
        if all(plant_shares(site.outputs, basis) is None for basis in others):
            told: dict[str, Param] = {"site": site.name or site.id}
            where = f"outputs/{site.id}"
            yield _found("sharing.one_basis", Severity.NOTE, where, _VARIANTS, told)


def _shared_uses(study: Study, site: Site) -> Iterator[EnergyUse]:
    """The rows of energy that count and are shared among what this site made."""
    for use in study.energy_uses:
        by = use.allocation
        if by is None or by.basis not in PLANT_BASES:
            continue
        is_counted = use.part_of is None and use.exclusion is None
        if is_counted and study.site(by.site_id or use.site_id) is site:
            yield use


def amounts_are_of_the_period(examined: Examined) -> Iterator[Finding]:
    """An amount that ends before the reference period begins is of another year."""
    begin = examined.study.period.start
    if begin is None:
        return
    for flow, line in examined.lines():
        ended = flow.facts.period_end
        if line.counted and _is_before(ended, begin):
            told: dict[str, Param] = {"name": named(flow), "day": ended}
            where = place(line.kind, flow, "amount")
            yield _found("flow.other_period", Severity.WARNING, where, _PERIOD, told)


def _is_before(day: str, begin: date) -> bool:
    """What is no day is told elsewhere."""
    try:
        return date.fromisoformat(day) < begin
    except ValueError:
        return False


def nothing_usual_is_forgotten(examined: Examined) -> Iterator[Finding]:
    """A part that is made of something, in a plant that uses energy, is packed and carried too."""
    study = examined.study
    kinds = {line.kind for line in examined.result.flows if line.counted}
    is_made = {"materials", "energy_uses"} <= kinds
    if "energy_uses" in kinds and not study.materials and not study.outside_processes:
        yield _forgotten("materials.missing", "materials", Severity.WARNING)
    if is_made and study.scope.packaging_included and not study.packaging:
        yield _forgotten("packaging.missing", "packaging", Severity.NOTE)
    if is_made and not study.transports:
        yield _forgotten("transport.missing", "transports", Severity.NOTE)
    if is_made and _goes_out(study) and not _comes_back(study):
        yield _forgotten("transport.internal_missing", "transports", Severity.NOTE)


def _goes_out(study: Study) -> bool:
    """Whether parts are sent out to a bought process; one known by its power alone is done where parts come from."""
    sent = (process.amount for process in study.outside_processes if process.exclusion is None)
    return any(a is not None and dimension_of(a.unit) is not Dimension.ENERGY for a in sent)


def _comes_back(study: Study) -> bool:
    """Whether a leg between plants is entered, or one that carries what goes out."""
    sent = {process.id for process in study.outside_processes}
    return any(
        leg.purpose is TransportPurpose.INTERNAL or not sent.isdisjoint(leg.carries)
        for leg in study.transports
    )


def something_is_lost(examined: Examined) -> Iterator[Finding]:
    """Steps of production without any loss: the net mass stands where the gross mass belongs."""
    study = examined.study
    if not study.process_steps or not study.materials:
        return
    by_step = any(s.material_yield is not None or s.reject_share for s in study.process_steps)
    by_row = any(m.gross_amount is not None for m in study.materials)
    if by_step or by_row or any(_is_scrap(waste) for waste in study.wastes):
        return
    entered = [m.amount for m in study.materials if m.amount is not None and not m.is_auxiliary]
    if any(dimension_of(amount.unit) is Dimension.MASS for amount in entered):
        yield _forgotten("materials.nothing_lost", "materials", Severity.NOTE, _BALANCE)


def _is_scrap(waste: Waste) -> bool:
    return not waste.of_packaging


def uncertainty_can_be_said(examined: Examined) -> Iterator[Finding]:
    """A footprint comes with how far it may be off; nothing can be said where it is not above zero."""
    result = examined.result
    if result.rows_counted and not result.excluding > 0:
        yield _found("result.no_uncertainty", Severity.WARNING, "result", _UNCERTAINTY, {})


def _forgotten(code: str, where: str, severity: Severity, clause: str = _BOUNDARY) -> Finding:
    return _found(code, severity, where, clause, {})


def _found(
    code: str, severity: Severity, where: str, clause: str, params: dict[str, Param]
) -> Finding:
    return Finding(code=code, severity=severity, where=where, clause=clause, params=params)
