"""What a user can do with scenarios, study in, study out, and the study as it is without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from supplier_pcf.domain.factor_ids import study_factor_ids
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.scenario import Scenario, ScenarioChange
from supplier_pcf.domain.study import Study


def scenario_of(study: Study, scenario_id: str) -> Scenario | None:
    """The scenario of this id."""
    return next((s for s in study.scenarios if s.id == scenario_id), None)


def set_scenario(study: Study, scenario: Scenario) -> Study:
    """The same study with this scenario in place of the one with its id, or after the others."""
    if scenario_of(study, scenario.id) is None:
        return replace(study, scenarios=(*study.scenarios, scenario))
    kept = tuple(scenario if s.id == scenario.id else s for s in study.scenarios)
    return replace(study, scenarios=kept)


def remove_scenario(study: Study, scenario_id: str) -> Study:
    """The same study without this scenario."""
    left = tuple(s for s in study.scenarios if s.id != scenario_id)
    return study if len(left) == len(study.scenarios) else replace(study, scenarios=left)


def duplicate_scenario(study: Study, scenario_id: str, new_id: str, name: str) -> Study:
    """The same study with a copy of this scenario under another name, right behind it."""
    scenario = scenario_of(study, scenario_id)
    if scenario is None:
        return study
    at = study.scenarios.index(scenario) + 1
    copy = replace(scenario, id=new_id, name=name)
    return replace(study, scenarios=(*study.scenarios[:at], copy, *study.scenarios[at:]))


def add_changes(study: Study, scenario_id: str, changes: tuple[ScenarioChange, ...]) -> Study:
    """The same study, with these changes in the scenario too; one of the same lever on the same row gives way."""
    scenario = scenario_of(study, scenario_id)
    if scenario is None:
        return study
    new = {(c.lever, c.where) for c in changes}
    kept = tuple(c for c in scenario.changes if (c.lever, c.where) not in new)
    return set_scenario(study, replace(scenario, changes=(*kept, *changes)))


def set_change(study: Study, scenario_id: str, number: int, change: ScenarioChange) -> Study:
    """The same study with this change as the one of this number, counted from 0."""
    scenario = scenario_of(study, scenario_id)
    if scenario is None or not 0 <= number < len(scenario.changes):
        return study
    changes = (*scenario.changes[:number], change, *scenario.changes[number + 1 :])
    return set_scenario(study, replace(scenario, changes=changes))


def remove_change(study: Study, scenario_id: str, number: int) -> Study:
    """The same study with one change less in the scenario."""
    scenario = scenario_of(study, scenario_id)
    if scenario is None or not 0 <= number < len(scenario.changes):
        return study
    changes = (*scenario.changes[:number], *scenario.changes[number + 1 :])
    return set_scenario(study, replace(scenario, changes=changes))


def scenario_factor_ids(study: Study) -> Iterator[str]:
    """The factors that scenarios point to; some may come more than once."""
    for scenario in study.scenarios:
        for change in scenario.changes:
            if change.factor_id:
                yield change.factor_id


def outside_scenarios(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of the study itself: what leaves the house says nothing of scenarios."""
    return tuple(f for f in findings if f.where.partition("/")[0] != "scenarios")


def without_scenarios(study: Study) -> Study:
    """The study as it stands: no scenarios, and no own factor that nothing but a scenario may point to."""
    used = set(study_factor_ids(study))
    factors = tuple(f for f in study.factors if f.id in used)
    return replace(study, scenarios=(), factors=factors)
