"""What points of the checklist ask beyond findings: whether a point applies, and what it still needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from supplier_pcf.checks.claims import texts_claim_nothing_more
from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.carbon import CARBON_KINDS
from supplier_pcf.domain.energy import Carrier, ElectricitySource
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_names import named_factor
from supplier_pcf.domain.finding import Param
from supplier_pcf.domain.flows import AllocationBasis, Flow, Origin
from supplier_pcf.domain.transport import TransportMode
from supplier_pcf.engine.electricity import CONTRACTS
from supplier_pcf.engine.result import FlowResult

PARETO = 0.8
"""The largest rows that together make so much of the footprint are the important ones (Catena-X and ISO practice)."""
_TEN_YEARS_DAYS = 3653
_OWN = frozenset({"energy_uses", "direct_emissions", "wastes"})
"""Kinds of rows of processes under own control."""
_GOOD = (Origin.MEASURED, Origin.CALCULATED)


class Lack(NamedTuple):
    """What a point still needs: a code with its sentence, where it is settled, and values."""

    code: str
    where: str
    params: Mapping[str, Param] = {}


Applies = Callable[[Examined], bool]
Needs = Callable[[Examined], Lack | None]


def important(examined: Examined) -> Iterator[tuple[Flow, FlowResult]]:
    """The largest counted rows that together make 80 % of the footprint."""
    counted = [(f, r) for f, r in examined.lines() if r.counted and r.kg_co2e > 0]
    counted.sort(key=lambda each: -each[1].kg_co2e)
    left = PARETO * sum(line.kg_co2e for _, line in counted)
    for flow, line in counted:
        if left <= 0:
            return
        left -= line.kg_co2e
        yield flow, line


def _is_shared(examined: Examined) -> bool:
    by = (u.allocation for u in examined.study.energy_uses)
    return bool(examined.study.co_products) or any(
        a is not None and a.basis is not AllocationBasis.ALL for a in by
    )


def _has_power(examined: Examined) -> bool:
    return any(use.carrier is Carrier.ELECTRICITY for use in examined.study.energy_uses)


def _takes_from(*sources: ElectricitySource) -> Applies:
    return lambda examined: any(use.source in sources for use in examined.study.energy_uses)


def _flies(examined: Examined) -> bool:
    by_air = any(leg.mode is TransportMode.AIR for leg in examined.study.transports)
    forced = any(factor.radiative_forcing for _, _, factor in examined.factored())
    return by_air or forced or bool(examined.result.buckets.aircraft)


def _has_grown(examined: Examined) -> bool:
    return any(_grown(examined))


def _was_released_again(examined: Examined) -> bool:
    return any(release.version > 1 for release in examined.study.releases)


def _has_forerunner(examined: Examined) -> bool:
    return examined.study.forerunner is not None


def _claims_whole_life(examined: Examined) -> bool:
    return any(f.code == "claim.whole_life" for f in texts_claim_nothing_more(examined))


APPLIES: Mapping[str, tuple[Applies, str]] = {
    "partial": (lambda examined: bool(examined.received()), "checklist.na.received"),
    "scope_changes": (_was_released_again, "checklist.na.released_once"),
    "report_changes": (_was_released_again, "checklist.na.released_once"),
    "share_variants": (_is_shared, "checklist.na.not_shared"),
    "share_order": (_is_shared, "checklist.na.not_shared"),
    "report_sharing": (_is_shared, "checklist.na.not_shared"),
    "tracking": (_has_forerunner, "checklist.na.no_forerunner"),
    "report_tracking": (_has_forerunner, "checklist.na.no_forerunner"),
    "power_whole": (_has_power, "checklist.na.no_power"),
    "residual": (_has_power, "checklist.na.no_power"),
    "power_location": (_has_power, "checklist.na.no_power"),
    "report_power": (_has_power, "checklist.na.no_power"),
    "own_power": (_takes_from(ElectricitySource.ON_SITE), "checklist.na.no_own_power"),
    "direct_line": (_takes_from(ElectricitySource.DIRECT_LINE), "checklist.na.no_direct_line"),
    "instruments": (_takes_from(*CONTRACTS), "checklist.na.no_contract"),
    "aircraft": (_flies, "checklist.na.no_flight"),
    "land_use_change": (_has_grown, "checklist.na.nothing_grown"),
    "report_alternatives": (_claims_whole_life, "checklist.na.to_the_gate"),
}
"""Points that do not concern every study, and the sentence that says why not."""


def _goal_is_written(examined: Examined) -> Lack | None:
    return _first_empty(examined, "application", "reason", "audience")


def _limits_are_written(examined: Examined) -> Lack | None:
    shared = ("allocation_text",) if _is_shared(examined) else ()
    return _first_empty(examined, "limitations", *shared)


def _first_empty(examined: Examined, *fields: str) -> Lack | None:
    scope = examined.study.scope
    empty = next((name for name in fields if not getattr(scope, name).strip()), None)
    return None if empty is None else Lack("checklist.lack.text", f"scope/{empty}")


def _changes_have_reasons(examined: Examined) -> Lack | None:
    later = [r for r in examined.study.releases if r.version > 1]
    bare = next((r for r in later if not r.reason.strip()), None)
    if bare is None:
        return None
    return Lack("checklist.lack.change_reason", "releases", {"version": bare.version})


def _own_data_is_measured(examined: Examined) -> Lack | None:
    for flow, line in examined.lines():
        if line.kind in _OWN and line.counted and flow.origin not in _GOOD:
            where = place(line.kind, flow, "origin")
            return Lack("checklist.lack.site_data", where, {"name": named(flow)})
    return None


def _important_data_is_primary(examined: Examined) -> Lack | None:
    for flow, line in important(examined):
        if line.kind not in _OWN and not line.primary_share > 0:
            where = place(line.kind, flow, "factor")
            return Lack("checklist.lack.primary", where, {"name": named(flow)})
    return None


def _secondary_data_is_justified(examined: Examined) -> Lack | None:
    return _sources_are_named(examined) or _fit_is_stated(examined)


def _sources_are_named(examined: Examined) -> Lack | None:
    for flow, line, factor in examined.factored():
        if not factor.publisher.strip() and not factor.is_received:
            told = {"name": named(flow), "factor": named_factor(factor)}
            return Lack("checklist.lack.source", place(line.kind, flow, "factor"), told)
    return None


def _fit_is_stated(examined: Examined) -> Lack | None:
    for flow, line in important(examined):
        if line.primary_share > 0 or flow.technology_fit is not None or flow.factor_reason.strip():
            continue
        where = place(line.kind, flow, "factor")
        return Lack("checklist.lack.fit", where, {"name": named(flow)})
    return None


def _is_rated(examined: Examined) -> Lack | None:
    rated = examined.result.ratings_excluding is not None
    return None if rated else Lack("checklist.lack.ratings", "result")


def _years_can_be_compared(examined: Examined) -> Lack | None:
    study, before = examined.study, examined.study.forerunner
    if before is None:
        return None
    if before.declared_unit != study.declared_unit:
        return Lack("checklist.lack.other_unit", "declared_unit")
    if before.rule_set != study.rule_set:
        return Lack("checklist.lack.other_rules", "rule_set")
    return None


def _within_ten_years(examined: Examined) -> Lack | None:
    start, end = examined.study.period.start, examined.study.period.end
    if start is None or end is None or (end - start).days <= _TEN_YEARS_DAYS:
        return None
    return Lack("checklist.lack.ten_years", "period")


def _carbon_is_known(examined: Examined) -> Lack | None:
    known = examined.result.carbon.biogenic is not None
    return None if known else Lack("checklist.lack.carbon", "materials")


def _land_use_change_is_said(examined: Examined) -> Lack | None:
    for flow, line, factor in _grown(examined):
        if not factor.land_use_change and not flow.factor_reason.strip():
            where = place(line.kind, flow, "factor")
            told = {"name": named(flow), "factor": named_factor(factor)}
            return Lack("checklist.lack.land_use_change", where, told)
    return None


def _grown(examined: Examined) -> Iterator[tuple[Flow, FlowResult, EmissionFactor]]:
    """Rows of what grew on land: with biogenic carbon by their kind or as entered."""
    for flow, line, factor in examined.factored():
        kind = CARBON_KINDS.get(getattr(flow, "carbon_kind", None) or "")
        share = getattr(flow, "biogenic_carbon_share", None)
        if share or (share is None and kind is not None and kind.biogenic):
            yield flow, line, factor


def _all_is_counted(examined: Examined) -> Lack | None:
    result = examined.result
    if result.complete:
        return None
    told = {"counted": result.rows_counted, "all": result.rows_total}
    return Lack("checklist.lack.incomplete", "result", told)


def _something_is_counted(examined: Examined) -> Lack | None:
    return None if examined.result.rows_counted else _all_is_counted(examined)


def _processes_are_listed(examined: Examined) -> Lack | None:
    study = examined.study
    listed = study.process_steps or study.outside_processes
    return None if listed else Lack("checklist.lack.processes", "process_steps")


def _extra_values_are_known(examined: Examined) -> Lack | None:
    return _all_is_counted(examined) or _carbon_is_known(examined)


NEEDS: Mapping[str, Needs] = {
    "goal": _goal_is_written,
    "scope_changes": _changes_have_reasons,
    "report_changes": _changes_have_reasons,
    "site_data": _own_data_is_measured,
    "important_data": _important_data_is_primary,
    "secondary_data": _secondary_data_is_justified,
    "quality": _is_rated,
    "tracking": _years_can_be_compared,
    "report_tracking": _years_can_be_compared,
    "timing": _within_ten_years,
    "report_timing": _within_ten_years,
    "carbon_content": _carbon_is_known,
    "land_use_change": _land_use_change_is_said,
    "interpretation": _all_is_counted,
    "uncertainty": _something_is_counted,
    "limits": _limits_are_written,
    "sensitivity": _all_is_counted,
    "stage_values": _all_is_counted,
    "separate_values": _all_is_counted,
    "extra_values": _extra_values_are_known,
    "report_processes": _processes_are_listed,
    "report_sources": _sources_are_named,
    "report_quality": _is_rated,
    "report_uncertainty": _something_is_counted,
    "report_conclusions": _limits_are_written,
    "report_optional": _all_is_counted,
}
"""What points ask beyond findings."""
