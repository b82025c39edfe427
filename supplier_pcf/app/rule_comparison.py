"""One study under every rule set: what changes, by how much, and where the rule is written.

From the study's own rule set to another the rules are exchanged topic by topic, and the study is calculated after
each step; so what each topic does is measured, and the steps add up to the whole difference.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from supplier_pcf.checks import findings
from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.domain.finding import Finding, errors
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.legacy_quality import LegacyQuality, legacy_quality
from supplier_pcf.engine.result import Result
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import (
    RULE_SETS,
    TOPICS,
    LeadValue,
    QualityScale,
    Reach,
    RuleSet,
    Topic,
    rule_set,
)
from supplier_pcf.words import Params, Said

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a rule set makes of a study; kg CO2e are per declared unit, shares in percent."""

    leading: float
    exempted_percent: float
    primary_percent: float | None
    ratings: Ratings | None
    findings: tuple[Finding, ...]

    @property
    def stopped_by(self) -> tuple[Finding, ...]:
        """The findings that keep the footprint from leaving the house."""
        return errors(self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A topic that the rule set answers otherwise, and the study before and after that answer."""

    topic: str
    says: Said
    clause: str
    """Empty where the rule was not read in a text."""
    before: Figures
    after: Figures
    due_from: float | None = None
    """The leading figure from which a new footprint is due, where that is the topic."""
    rated: LegacyQuality | None = None
    """The study on the older scale of data quality, where that is the topic."""

    @property
    def effects(self) -> tuple[Said, ...]:
        """What it does to this study, as sentences; one that says so where it does nothing."""
        found = tuple(_effects(self.before, self.after))
        if self.due_from is not None:
            found = (*found, ("rules.effect.due", {"kg": self.due_from}))
        if self.rated is not None and self.rated.ratings is not None:
            mean, coverage = self.rated.ratings.mean, self.rated.coverage_percent
            found = (*found, ("rules.effect.scale", {"mean": mean, "coverage": coverage}))
        return found or (("rules.effect.nothing", {}),)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderRules:
    """A rule set with what it makes of the study, and every difference to the study's own."""

    rules: RuleSet
    is_own: bool
    figures: Figures
    differences: tuple[Difference, ...]


def compare_rules(study: Study, library: FactorLibrary, as_of: date) -> tuple[UnderRules, ...]:
    """The study under every rule set, each against the one it is made under (else the base standard)."""
    own = rule_set(study.rule_set) or RULE_SETS[0]
    runs = _Runs(study, library, as_of)
    return tuple(_walk(runs, own, other) for other in RULE_SETS)


def _walk(runs: _Runs, own: RuleSet, other: RuleSet) -> UnderRules:
    present = replace(own, id=other.id, title=other.title, clauses=other.clauses)
    figures, found = runs.figures(present), []
    for topic in TOPICS:
        answers = {name: getattr(other, name) for name in topic.fields}
        if all(getattr(present, name) == value for name, value in answers.items()):
            continue
        present, before = replace(present, **answers), figures
        figures = runs.figures(present)
        found.append(
            Difference(
                topic=topic.name,
                says=rule_said(other, topic),
                clause=other.clauses.get(topic.name, ""),
                before=before,
                after=figures,
                due_from=_due_from(other, topic, figures),
                rated=runs.rated(present) if topic.name == "scale" else None,
            )
        )
    return UnderRules(rules=other, is_own=own is other, figures=figures, differences=tuple(found))


@dataclass(slots=True)
class _Runs:
    """One study under many rules, worked out again only where an answer reaches."""

    study: Study
    library: FactorLibrary
    as_of: date
    _results: dict[Key, Result] = field(default_factory=dict)
    _findings: dict[Key, tuple[Finding, ...]] = field(default_factory=dict)

    def figures(self, rules: RuleSet) -> Figures:
        """What these rules make of the study."""
        result = self._result(rules)
        including = rules.lead is LeadValue.INCLUDING_UPTAKE
        return Figures(
            leading=result.including if including else result.excluding,
            exempted_percent=result.exempted_percent,
            primary_percent=result.primary_data_share_including
            if including
            else result.primary_data_share_excluding,
            ratings=result.ratings_including if including else result.ratings_excluding,
            findings=self._found(rules, result),
        )

    def rated(self, rules: RuleSet) -> LegacyQuality | None:
        """The study on the scale of 1 to 3, where the rules ask for it."""
        if rules.quality_scale is not QualityScale.ONE_TO_THREE:
            return None
        result = self._result(rules)
        examined = Examined(self.study, result, self.library, rules)
        return legacy_quality(self.study, result, examined.factor)

    def _result(self, rules: RuleSet) -> Result:
        key = _answers(rules, Reach.NUMBERS)
        if key not in self._results:
            self._results[key] = calculate(self.study, self.library, rules, self.as_of)
        return self._results[key]

    def _found(self, rules: RuleSet, result: Result) -> tuple[Finding, ...]:
        key = (rules.id, *_answers(rules, Reach.NUMBERS), *_answers(rules, Reach.CHECKS))
        if key not in self._findings:
            study = replace(self.study, rule_set=rules.id)
            self._findings[key] = findings(Examined(study, result, self.library, rules))
        return self._findings[key]


def _answers(rules: RuleSet, reach: Reach) -> Key:
    topics = (topic for topic in TOPICS if topic.reach is reach)
    return tuple(getattr(rules, name) for topic in topics for name in topic.fields)


def rule_said(rules: RuleSet, topic: Topic) -> Said:
    """What a rule set says on a topic."""
    value = getattr(rules, topic.fields[0])
    code = f"rules.{topic.name}"
    params: Params = {"rules": rules.title}
    if value is None:
        return f"{code}.none", params
    if isinstance(value, bool):
        return f"{code}.{'yes' if value else 'no'}", params
    if isinstance(value, StrEnum):
        return f"{code}.{value.value}", params
    if topic.name == "cut_off":
        code = f"{code}.{'blocks' if rules.cut_off_blocks else 'warns'}"
    return code, {**params, "value": value}


def _due_from(rules: RuleSet, topic: Topic, figures: Figures) -> float | None:
    if topic.name != "update" or rules.update_above_percent is None:
        return None
    return figures.leading + abs(figures.leading) * rules.update_above_percent / 100


def _effects(before: Figures, after: Figures) -> Iterator[Said]:
    old, new = _numbers(before), _numbers(after)
    for name in new:
        if name in old and not math.isclose(old[name], new[name], rel_tol=1e-12):
            yield f"rules.effect.{name}", {"before": old[name], "after": new[name]}
    if bool(before.stopped_by) is not bool(after.stopped_by):
        yield ("rules.effect.stopped" if after.stopped_by else "rules.effect.released"), {}
    more = len(after.findings) - len(before.findings)
    if more:
        yield ("rules.effect.more" if more > 0 else "rules.effect.fewer"), {"count": abs(more)}


def _numbers(figures: Figures) -> dict[str, float]:
    """The figures that a sentence can be about, by the end of its code."""
    known = {"leading": figures.leading, "exempted": figures.exempted_percent}
    if figures.primary_percent is not None:
        known["primary"] = figures.primary_percent
    if figures.ratings is not None:
        for name in ("technology", "time", "geography"):
            known[name] = getattr(figures.ratings, name)
    return known
