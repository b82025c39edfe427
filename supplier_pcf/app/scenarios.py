"""Scenarios beside the study of today: what each would change, a piece and a year, and what it rests on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from supplier_pcf.app.calculation import Calculated, calculated
from supplier_pcf.domain.factor import Layer
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.flows import PCF_STAGES, Material, Stage
from supplier_pcf.domain.numbers import percent as percent_text
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.scenario import Lever, Scenario, ScenarioChange
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.recycling import entered_share
from supplier_pcf.engine.result import NOT_OWED, Result
from supplier_pcf.engine.scenarios import NotMade, apply, target
from supplier_pcf.engine.sharing import units_made
from supplier_pcf.guard.spreadsheet import Cell, csv_bytes
from supplier_pcf.i18n import translator
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.labels import Translate, per_unit
from supplier_pcf.words import Params, Said, same

_YEAR = (365, 366)
_NOTHING = 1e-9
"""A change of less than this part of the figure is rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioView:
    """One scenario calculated; kg CO2e per declared unit without biogenic uptake."""

    scenario: Scenario
    kg: float | None
    """None where a row that counts today has no number in it: what is missing is never zero."""
    today: float
    tonnes_a_year: float | None
    """What changes in a year, t CO2e; None where the year's volume is not known."""
    stages: Mapping[Stage, float]
    new_findings: tuple[Finding, ...]
    """What the checks would say that they do not say today."""
    not_made: tuple[NotMade, ...]
    without_number: tuple[str, ...]
    """Names of rows that count today and have no number in it."""
    study: Study
    """The study with the scenario put on it."""

    @property
    def difference(self) -> float | None:
        """Against today; negative where it falls."""
        return None if self.kg is None else self.kg - self.today

    @property
    def percent(self) -> float | None:
        """The difference in percent of today."""
        if self.difference is None or not self.today:
            return None
        return 100 * self.difference / abs(self.today)

    @property
    def changes_something(self) -> bool:
        """Whether the figure is another one."""
        return self.difference is not None and abs(self.difference) > _NOTHING * abs(self.today)

    @property
    def assumes_proof(self) -> bool:
        """Whether power counts in it as bought with certificates that nobody has yet."""
        failed = {made.change for made in self.not_made}
        made = (c for c in self.scenario.changes if c not in failed)
        return any(c.lever is Lever.POWER and c.number for c in made)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Today and every scenario."""

    today: float
    """kg CO2e per declared unit, without biogenic uptake."""
    stages: Mapping[Stage, float]
    units_a_year: float | None
    """Declared units in a year."""
    scenarios: tuple[ScenarioView, ...]


def side_by_side(done: Calculated) -> SideBySide:
    """Every scenario of the study, each calculated whole, with its checks."""
    return SideBySide(
        today=done.result.excluding,
        stages=_stages(done.result),
        units_a_year=units_a_year(done),
        scenarios=tuple(scenario_view(done, scenario) for scenario in done.study.scenarios),
    )


def scenario_view(done: Calculated, scenario: Scenario) -> ScenarioView:
    """One scenario beside the study of today, with what the checks would newly say."""
    examined = done.examined
    applied = apply(examined.study, scenario, examined.library)
    alone = replace(applied.study, scenarios=())
    then = calculated(alone, examined.library, done.result.as_of)
    known = {(f.code, f.where) for f in done.findings}
    new = tuple(f for f in then.findings if (f.code, f.where) not in known)
    return _view(done, scenario, applied.study, then.result, applied.not_made, new)


def quick_view(done: Calculated, scenario: Scenario) -> ScenarioView:
    """The same without the checks: for an answer in a sentence."""
    examined = done.examined
    applied = apply(examined.study, scenario, examined.library)
    result = calculate(applied.study, examined.library, examined.rules, done.result.as_of)
    return _view(done, scenario, applied.study, result, applied.not_made, ())


def _view(
    done: Calculated,
    scenario: Scenario,
    study: Study,
    result: Result,
    not_made: tuple[NotMade, ...],
    new: tuple[Finding, ...],
) -> ScenarioView:
    lost = _without_number(done.result, result)
    kg = None if lost else result.excluding
    a_year = units_a_year(done)
    changed = None if kg is None else kg - done.result.excluding
    return ScenarioView(
        scenario=scenario,
        kg=kg,
        today=done.result.excluding,
        tonnes_a_year=None if changed is None or a_year is None else changed * a_year / 1000,
        stages=_stages(result),
        new_findings=new,
        not_made=not_made,
        without_number=lost,
        study=study,
    )


def _stages(result: Result) -> dict[Stage, float]:
    return {stage: result.stages[stage].excluding_uptake for stage in PCF_STAGES}


def _without_number(today: Result, then: Result) -> tuple[str, ...]:
    """Rows without a number that have one today; those the scenario adds, too."""
    counted = {(line.kind, line.id) for line in today.flows if line.counted}
    known = {(line.kind, line.id) for line in today.flows}
    return tuple(
        line.name or line.id
        for line in then.flows
        if not line.counted
        and line.reason not in NOT_OWED
        and ((line.kind, line.id) in counted or (line.kind, line.id) not in known)
    )


def units_a_year(done: Calculated) -> float | None:
    """Declared units made in a year: the units of the period, brought to 365 days where it is no year."""
    study, units = done.study, done.result.units_per_declared_unit
    made, start, end = units_made(study), study.period.start, study.period.end
    if made is None or not made > 0 or not units or start is None or end is None:
        return None
    days = (end - start).days + 1
    if days < 1:
        return None
    return made / units if days in _YEAR else made / units * 365 / days


# --- in words ------------------------------------------------------------------------------------


def name_of(scenario: Scenario) -> str:
    """What a scenario is called."""
    return scenario.name or scenario.id


def effect_said(
    view: ScenarioView, done: Calculated, language: str = "en", translate: Translate = same
) -> Said:
    """What a scenario would do, in one sentence."""
    told: Params = {"scenario": name_of(view.scenario)}
    if view.without_number:
        return "scenario.no_figure", {**told, "row": view.without_number[0]}
    if not view.scenario.changes:
        return "scenario.empty", told
    if view.difference is None or not view.changes_something:
        if view.not_made:
            return not_made_said(done.study, view.scenario, view.not_made[0])
        return "scenario.same", told
    declared = done.result.declared_unit
    told |= {
        "kg": kg_text(abs(view.difference), language),
        "percent": percent_text(None if view.percent is None else abs(view.percent), language),
        "unit": per_unit(declared.amount, declared.unit, language, translate),
    }
    code = "scenario.less" if view.difference < 0 else "scenario.more"
    if view.tonnes_a_year is None:
        return code, told
    return f"{code}_a_year", {**told, "tonnes": significant(abs(view.tonnes_a_year), language)}


def remarks_said(view: ScenarioView) -> tuple[Said, ...]:
    """What is to be known beside the effect: proof that is assumed, changes not made, what stays."""
    return tuple(_remarks(view))


def _remarks(view: ScenarioView) -> Iterator[Said]:
    if view.assumes_proof:
        yield "scenario.assumes_proof", {}
    changes = view.scenario.changes
    if any(c.lever is Lever.REJECTS for c in changes):
        yield "scenario.energy_stays", {}
    if any(c.lever is Lever.RECYCLED_SHARE and c.factor_id for c in changes):
        yield "scenario.look_at_factor", {}
    if any(c.lever is Lever.FACTOR and _kind(c) == "transports" for c in changes):
        yield "scenario.same_way", {}
    if view.not_made:
        yield "scenario.partly", {"count": len(view.not_made)}


def not_made_said(study: Study, scenario: Scenario, made: NotMade) -> Said:
    """Why a change could not be made."""
    return f"scenario.{made.reason.value}", {
        "scenario": name_of(scenario),
        "row": row_name(study, made.change),
    }


def row_name(study: Study, change: ScenarioChange) -> str:
    """The name of what a change is about; its id where it has none or is gone."""
    row = target(study, change.where)
    return getattr(row, "name", "") or change.where.rpartition("/")[2]


def change_said(done: Calculated, change: ScenarioChange, language: str = "en") -> Said:
    """What a change is, with its numbers."""
    row = target(done.study, change.where)
    factor_id = change.factor_id or getattr(row, "recycled_factor_id", None)
    factor = done.examined.factor(factor_id)
    before = entered_share(row) if isinstance(row, Material) else None
    return f"scenario.change.{change.lever.value}", {
        "row": row_name(done.study, change),
        "share": share_text(change.number, language),
        "before": share_text(before or 0.0, language),
        "factor": name_in(factor, language) if factor else "…",
    }


def share_text(share: float | None, language: str) -> str:
    """A share as percent without useless decimals."""
    if share is None or not math.isfinite(share):
        return "…"
    whole = abs(share * 100 - round(share * 100)) < 1e-9
    return percent_text(share * 100, language, 0 if whole else 1)


def proof_said(scenario: Scenario) -> tuple[Said, ...]:
    """What would prove a scenario, by its levers: proposed where the user wrote nothing of his own."""
    codes = dict.fromkeys(_proof_of(change) for change in scenario.changes)
    return tuple((f"scenario.proof.{code}", {}) for code in codes)


def _kind(change: ScenarioChange) -> str:
    return change.where.partition("/")[0]


def _proof_of(change: ScenarioChange) -> str:
    kind = _kind(change)
    if kind == "transports":
        return "transport"
    if kind == "wastes":
        return "loss"
    if change.lever is Lever.AMOUNT and kind == "energy_uses":
        return "energy"
    return change.lever.value


def answer_said(done: Calculated, language: str = "en", translate: Translate = same) -> Said:
    """What would lower the figure, in one sentence: the scenario that takes most off, else where to look first."""
    if not done.result.rows_counted or not done.result.excluding > 0:
        return "scenario.nothing", {}
    views = [quick_view(done, scenario) for scenario in done.study.scenarios]
    known = [view for view in views if view.difference is not None]
    if known:
        best = min(known, key=lambda view: view.kg or 0.0)
        return effect_said(best, done, language, translate)
    if views:
        return effect_said(views[0], done, language, translate)
    inside = (f for f in done.result.flows if f.counted and f.stage in PCF_STAGES)
    first = max(inside, key=lambda f: f.kg_co2e)
    part = percent_text(100 * first.kg_co2e / done.result.excluding, language)
    return "scenario.none", {"row": first.name or first.id, "percent": part}


def told_in_report(done: Calculated, language: str) -> tuple[tuple[Said, ...], ...]:
    """What the PDF report says of the scenarios that the user wants told; nothing of a confidential study.

    A scenario with a licensed factor stays at home: what it changes would tell the factor's value.
    """
    if done.study.scope.is_confidential:
        return ()
    wanted = [s for s in done.study.scenarios if s.in_report and not _is_licensed(done, s)]
    views = (quick_view(done, scenario) for scenario in wanted)
    translate = translator(language)
    return tuple(
        (effect_said(view, done, language, translate), *_assumed(view))
        for view in views
        if view.changes_something and not view.not_made
    )


def _assumed(view: ScenarioView) -> tuple[Said, ...]:
    return (("scenario.assumes_proof", {}),) if view.assumes_proof else ()


def _is_licensed(done: Calculated, scenario: Scenario) -> bool:
    found = (done.examined.factor(change.factor_id) for change in scenario.changes)
    return any(factor is not None and factor.layer is Layer.LICENSED for factor in found)


# --- as a table ----------------------------------------------------------------------------------


def scenario_table(found: SideBySide) -> bytes:
    """All of them side by side as CSV, figures with every digit."""
    stages = [stage.value for stage in PCF_STAGES]
    rows: list[Sequence[Cell]] = [
        ("scenario", "kg_co2e", "difference", "percent", "tonnes_a_year", *stages),
        ("today", found.today, 0.0, 0.0, 0.0, *(found.stages[stage] for stage in PCF_STAGES)),
    ]
    for view in found.scenarios:
        split = [None if view.kg is None else view.stages[stage] for stage in PCF_STAGES]
        figures = (view.kg, view.difference, view.percent, view.tonnes_a_year, *split)
        rows.append((name_of(view.scenario), *figures))
    return csv_bytes(rows)
