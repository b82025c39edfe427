"""From a study to its footprint: lines of amount times factor, summed by bucket and stage."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

from supplier_pcf.domain.buckets import Buckets, total
from supplier_pcf.domain.flows import PCF_STAGES, Stage
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.balance import mass_balance
from supplier_pcf.engine.carbon import carbon_content
from supplier_pcf.engine.declared_unit import unit_kg
from supplier_pcf.engine.lines import Lines
from supplier_pcf.engine.power_result import power_result
from supplier_pcf.engine.result import NOT_OWED, CoProductShare, FlowResult, Result
from supplier_pcf.engine.weighted import exempted_percent, weighted, with_uptake, without_uptake
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import RuleSet


def calculate(study: Study, library: FactorLibrary, rules: RuleSet, as_of: date) -> Result:
    """The footprint of one declared unit in kg CO2e; never raises for an incomplete study.

    Args:
        study: what is known.
        library: the bundled factors; the study's own factors are looked up first.
        rules: the rule set that decides where standards differ.
        as_of: the day of issue, for the age of data.
    """
    run = Lines(study, library, rules, as_of)
    lines = tuple(run.lines())
    inside = [r for r in lines if r.counted and r.stage is not Stage.OUTBOUND_TRANSPORT]
    whole = total(r.buckets for r in inside)
    mass = None if run.units is None else _times(unit_kg(study), run.units)
    return Result(
        study_id=study.id,
        rule_set=rules.id,
        as_of=as_of,
        declared_unit=study.declared_unit,
        units_per_declared_unit=run.units,
        mass_kg=mass,
        buckets=whole,
        outbound=total(r.buckets for r in lines if _is_outbound(r)),
        stages=_by_stage(inside),
        flows=lines,
        exempted_percent=exempted_percent(whole.excluding_uptake, _left_out(lines)),
        carbon=carbon_content(run.carbon_lines(), run.packaging_carbon(), run.packaging_fossil()),
        mass_balance=mass_balance(run, mass),
        co_product_share=run.joint or CoProductShare(),
        power=power_result(run, lines, whole.excluding_uptake),
        **_quality(inside, whole),
        **_said_of(run, lines),
    )


def _quality(inside: list[FlowResult], whole: Buckets) -> dict[str, Any]:
    """Shares and ratings on both bases; without uptake they are the same."""
    excluding = weighted(inside, without_uptake)
    including = weighted(inside, with_uptake) if whole.uptake_product else excluding
    return {
        "primary_data_share_excluding": excluding.primary_percent(),
        "primary_data_share_including": including.primary_percent(),
        "ratings_excluding": excluding.ratings(),
        "ratings_including": including.ratings(),
    }


def _said_of(run: Lines, lines: tuple[FlowResult, ...]) -> dict[str, Any]:
    """How many rows were counted, and what the factors behind them rest on."""
    owed = [r for r in lines if r.reason is None or r.reason not in NOT_OWED]
    used = run.used.values()
    return {
        "rows_counted": sum(1 for r in owed if r.counted),
        "rows_total": len(owed),
        "factor_sets": tuple(sorted({f.set_id for f in used if f.set_id})),
        "gwp_sets": tuple(sorted({f.gwp_set.value for f in used})),
    }


def _by_stage(lines: list[FlowResult]) -> dict[Stage, Buckets]:
    found: dict[Stage, list[Buckets]] = {stage: [] for stage in PCF_STAGES}
    for line in lines:
        found[line.stage].append(line.buckets)
    return {stage: total(parts) for stage, parts in found.items()}


def _is_outbound(line: FlowResult) -> bool:
    return line.counted and line.stage is Stage.OUTBOUND_TRANSPORT


def _left_out(lines: tuple[FlowResult, ...]) -> float:
    """kg CO2e of what was left out inside the boundary."""
    return math.fsum(r.estimate for r in lines if r.stage is not Stage.OUTBOUND_TRANSPORT)


def _times(mass: float | None, units: float) -> float | None:
    return None if mass is None else mass * units
