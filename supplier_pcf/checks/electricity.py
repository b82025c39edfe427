"""Is power counted as the rule set asks, and only once (ISO 14067 clause 6.4.9.4; Catena-X v4, 5.2.6)?"""

from __future__ import annotations

import math
from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.checks.power_decision import (
    Decision,
    PowerKind,
    PowerLack,
    decide,
    fits,
    same_market,
)
from supplier_pcf.domain.energy import ElectricitySource, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, PowerMix
from supplier_pcf.domain.factor_names import named_factor
from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.engine.electricity import (
    CONTRACTS,
    OWN_SOURCES,
    blocks_of,
    held,
    is_power,
    supplies,
    supply_of,
)
from supplier_pcf.engine.result import FlowResult
from supplier_pcf.factors.power_mix import mix_of
from supplier_pcf.rules import ElectricityFallback, RuleSet

_CLAUSE = "ISO 14067:2018, 6.4.9.4"
_ALLOCATION = "ISO 14067:2018, 6.4.6.1"
_ROUNDING = 1e-9

_ASKED = {
    ElectricityFallback.FOSSIL_MIX: ("electricity.no_fossil_fallback", Severity.WARNING),
    ElectricityFallback.MARKET_BASED: ("electricity.no_market_fallback", Severity.NOTE),
}
"""The consumption mix of the base standard is the average mix itself, so there is nothing to say."""

Decided = tuple[EnergyUse, FlowResult, EmissionFactor, Decision]


def _decided(examined: Examined) -> Iterator[Decided]:
    """Every counted use of electricity with its factor and what the rules ask for."""
    for flow, line in examined.lines_of("energy_uses"):
        factor = examined.factor(flow.factor_id)
        if not isinstance(flow, EnergyUse) or factor is None or flow.exclusion is not None:
            continue
        if line.counted and is_power(flow):
            decision = decide(flow, examined.study, examined.rules, examined.library)
            yield flow, line, factor, decision


def _found(
    code: str, severity: Severity, use: EnergyUse, field: str, clause: str = "", **params: Param
) -> Finding:
    where = place("energy_uses", use, field)
    told = {"name": named(use), **params}
    return Finding(code=code, severity=severity, where=where, clause=clause or _CLAUSE, params=told)


def _heavy(rules: RuleSet) -> Severity:
    """What the car makers' rules warn of is a note under the others."""
    asks = rules.electricity_fallback is ElectricityFallback.FOSSIL_MIX
    return Severity.WARNING if asks else Severity.NOTE


def power_without_contract_follows_the_rules(examined: Examined) -> Iterator[Finding]:
    """An average mix stands where the rule set asks for the residual or the fossil one."""
    for use, _, factor, decision in _decided(examined):
        if mix_of(factor) is not PowerMix.CONSUMPTION:
            continue
        asked = _ASKED.get(examined.rules.electricity_fallback)
        if decision.kind is PowerKind.RESIDUAL:
            asked = asked or ("electricity.residual_known", Severity.WARNING)
        elif decision.kind not in (PowerKind.FOSSIL, PowerKind.CONSUMPTION):
            continue
        if asked is not None:
            code, severity = asked
            told = {"rules": examined.rules.title}
            yield _found(code, severity, use, "factor", decision.clause, **told)


def claimed_power_is_proven(examined: Examined) -> Iterator[Finding]:
    """A factor of one way of generation stands on power that counts as the grid's, or the other way round."""
    for use, _, factor, decision in _decided(examined):
        if fits(decision.kind, factor) is not False:
            continue
        told = {"factor": named_factor(factor), "rules": examined.rules.title}
        if mix_of(factor) in (PowerMix.TECHNOLOGY, PowerMix.SUPPLIER):
            code = "electricity.claim_without_proof"
            yield _found(code, Severity.WARNING, use, "factor", decision.clause, **told)
        elif decision.kind in (PowerKind.INSTRUMENT, PowerKind.SUPPLIER):
            code = "electricity.contract_not_used"
            yield _found(code, Severity.WARNING, use, "factor", decision.clause, **told)


def contracts_are_proven(examined: Examined) -> Iterator[Finding]:
    """The five criteria are answered, and each has its document (ISO 14067 clause 6.4.9.4.4)."""
    for use, _, __, decision in _decided(examined):
        clause = decision.clause
        if decision.failed_criteria:
            count = len(decision.failed_criteria)
            code = "electricity.criterion_not_met"
            yield _found(code, Severity.NOTE, use, "proof", clause, count=count)
        elif decision.open_criteria:
            count = len(decision.open_criteria)
            code = "electricity.criteria_open"
            yield _found(code, Severity.WARNING, use, "proof", clause, count=count)
        elif PowerLack.CERTIFICATES in decision.lacks:
            code = "electricity.ppa_without_certificates"
            yield _found(code, Severity.WARNING, use, "proof", clause)
        elif decision.without_file:
            count = len(decision.without_file)
            code, severity = "electricity.criterion_without_file", _heavy(examined.rules)
            yield _found(code, severity, use, "proof", clause, count=count)


def own_power_is_proven(examined: Examined) -> Iterator[Finding]:
    """Of own power it is said whether its certificates were sold, and a meter or document proves it."""
    for use, _, __, decision in _decided(examined):
        if use.source not in OWN_SOURCES:
            continue
        if PowerLack.CERTIFICATES_KEPT in decision.lacks:
            code = "electricity.certificates_sold_open"
            yield _found(code, Severity.WARNING, use, "proof", decision.clause)
        elif PowerLack.METER_PROOF in decision.lacks:
            code, severity = "electricity.own_power_not_metered", _heavy(examined.rules)
            yield _found(code, severity, use, "proof", decision.clause)


def certificates_are_of_the_market(examined: Examined) -> Iterator[Finding]:
    """A contract counts in its own market only: its factor is not of another one."""
    for use, _, factor, decision in _decided(examined):
        if use.source not in (*CONTRACTS, ElectricitySource.SUPPLIER_MIX):
            continue
        site = examined.study.site(supply_of(examined.study, use).site_id)
        is_placed = site is not None and site.place and factor.place not in ("", "GLO")
        if site is not None and is_placed and not same_market(factor.place, site.place):
            code, told = "electricity.other_market", {"place": factor.place, "site": site.place}
            yield _found(code, Severity.WARNING, use, "factor", decision.clause, **told)


def blocks_belong_to_a_meter(examined: Examined) -> Iterator[Finding]:
    """Every part of a supply points to a use of electricity that is no part itself."""
    uses = examined.study.energy_uses
    known = supplies(uses)
    for use in uses:
        if use.part_of is not None and use.id not in known:
            yield _found("electricity.bad_part_of", Severity.ERROR, use, "part_of", _ALLOCATION)


def blocks_fit_their_meter(examined: Examined) -> Iterator[Finding]:
    """The parts of a supply are not more than its meter, and own power not less than what was fed in."""
    run = examined.amounts
    for use in examined.study.energy_uses:
        whole = run.before_blocks(use)
        if not isinstance(whole, tuple) or not is_power(use):
            continue
        if use.exported is not None and _more(use.exported.value, use.exported.unit, whole):
            yield _found("electricity.exported_more", Severity.ERROR, use, "exported")
        own = [run.before_blocks(block) for block in blocks_of(examined.study, use.id)]
        taken = [examined.in_unit(b, whole[1]) for b in own if isinstance(b, tuple)]
        sums = math.fsum(value for value in taken if value is not None)
        if sums > whole[0] * (1 + _ROUNDING):
            told: dict[str, Param] = {"taken": sums, "metered": whole[0], "unit": whole[1]}
            code = "electricity.blocks_exceed_meter"
            yield _found(code, Severity.ERROR, use, "amount", "", **told)


def _more(value: float, unit: str, whole: tuple[float, str]) -> bool:
    found = Examined.in_unit((value, unit), whole[1])
    return found is not None and found > whole[0] * (1 + _ROUNDING)


def power_parts_are_counted_once(examined: Examined) -> Iterator[Finding]:
    """Losses, grid and upstream are not added to a factor that holds them."""
    for use, line, factor in _powered(examined):
        lost = use.loss_share
        if lost and factor.includes_grid_losses:
            yield _found("electricity.losses_twice", Severity.WARNING, use, "loss_share")
        added = [f for f in map(examined.factor, use.added_factor_ids) if f is not None]
        for part in added:
            if held(factor, part):
                told = {"factor": named_factor(part)}
                code = "electricity.part_twice"
                yield _found(code, Severity.WARNING, use, "added_factors", **told)
        lossy = line.power is not None and line.power.loss_share > 0
        if lossy and any(f.includes_grid_losses for f in added):
            yield _found("electricity.losses_in_grid_part", Severity.NOTE, use, "loss_share")


def _powered(examined: Examined) -> Iterator[tuple[EnergyUse, FlowResult, EmissionFactor]]:
    for flow, line, factor in examined.factored():
        if isinstance(flow, EnergyUse) and factor.id == flow.factor_id:
            yield flow, line, factor


def location_result_is_known(examined: Examined) -> Iterator[Finding]:
    """The result with the average mix of the place can be told wherever power is counted."""
    uses = {use.id: use for use in examined.study.energy_uses}
    contracted = any(use.source in CONTRACTS for use in uses.values())
    for line in examined.result.power.lacks:
        severity = Severity.WARNING if contracted else Severity.NOTE
        yield _found("electricity.no_location_mix", severity, uses[line.id], "location")
