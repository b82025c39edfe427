"""All that a section of the report needs to know, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from supplier_pcf.checks.checklist import Judged
from supplier_pcf.checks.power_decision import Decision
from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.factor_ids import factor_ids
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.flows import Flow
from supplier_pcf.domain.numbers import NOTHING, number_style, percent, significant
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.result import FlowResult, Result
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.labels import Translate, per_unit
from supplier_pcf.report.sureness import Sureness
from supplier_pcf.rules import LeadValue, RuleSet
from supplier_pcf.words import Said

Supposed = tuple[Said, ...]
"""What is told of one scenario: codes of sentences and their values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A study with its result, and how to speak about it."""

    study: Study
    result: Result
    findings: tuple[Finding, ...]
    factors: Mapping[str, EmissionFactor]
    rules: RuleSet
    language: str
    as_of: date
    now: datetime
    translate: Translate
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    """What the rules ask for in each block of electricity, by the id of its flow."""
    sureness: Sureness | None = None
    """How sure the figure is; None where that cannot be said: then there is no page of it."""
    supposed: tuple[Supposed, ...] = ()
    """The scenarios the user wants to be told of; they are never part of the result."""

    checklist: tuple[Judged, ...] = ()
    """Every point of the checklist as it stands; empty where nothing was judged."""

    def number(self, value: float | None) -> str:
        """Three significant digits in the marks of the language."""
        return significant(value, self.language)

    def kg(self, value: float | None) -> str:
        """kg CO2e as charts and tables print it."""
        return kg_text(value, self.language)

    def percent(self, value: float | Decimal | None, decimals: int = 1) -> str:
        """A percentage in the marks of the language."""
        return percent(value, self.language, decimals)

    def digits_percent(self, value: float | None) -> str:
        """A percentage of any size with three significant digits."""
        text = self.number(value)
        return text if text == NOTHING else f"{text}{number_style(self.language).before_percent}%"

    @property
    def decimal_mark(self) -> str:
        """What stands before the decimals."""
        return number_style(self.language).decimal

    @property
    def unit(self) -> str:
        """What the footprint is for, such as `piece`."""
        declared = self.result.declared_unit
        return per_unit(declared.amount, declared.unit, self.language, self.translate)

    @property
    def leads_with_uptake(self) -> bool:
        """Whether the rule set looks at the value with biogenic uptake first."""
        return self.rules.lead is LeadValue.INCLUDING_UPTAKE

    @property
    def has_uptake(self) -> bool:
        """Whether both values differ."""
        return self.result.buckets.uptake_product != 0

    @property
    def states_verification(self) -> bool:
        """Whether the study names who verified it, and the statement."""
        held = self.study.assurance
        is_verified = held.level is not AssuranceLevel.NONE
        return is_verified and bool(held.provider.strip() and held.statement.strip())

    def flows_by_id(self) -> dict[str, Flow]:
        """The flows of the study as entered."""
        return {flow.id: flow for flow in self.study.flows()}

    def factor_of(self, line: FlowResult) -> EmissionFactor | None:
        """The factor of a counted line, where it is at hand."""
        return self.factors.get(line.factor_id) if line.factor_id else None

    def factor_by_id(self, factor_id: str | None) -> EmissionFactor | None:
        """The factor of this id, where it is at hand."""
        return None if factor_id is None else self.factors.get(factor_id)

    def is_licensed(self, line: FlowResult) -> bool:
        """Whether kg by amount would give away a value that may not be passed on."""
        flow = self.flows_by_id().get(line.id)
        factors = map(self.factors.get, () if flow is None else factor_ids(flow))
        return any(factor is not None and factor.layer is Layer.LICENSED for factor in factors)

    def factor_title(self, factor: EmissionFactor) -> str:
        """The factor's name in the language of the report, else in English."""
        return name_in(factor, self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much of each list is shown one by one; the rest is summed up or counted."""

    contributions: int = 12
    name_lines: int = 2
    factor_lines: int = 2
    findings: int = 12
    exclusions: int = 6
    sources: int = 8
    electricity: int = 5
    shares: int = 5
    text_lines: int = 6


_ONE_LINE_BELOW = 0.8


def shortened(full: Room, part: float) -> Room:
    """A room with about this part of every list, never less than one of each; factors in one line."""
    return Room(
        contributions=max(3, round(full.contributions * part)),
        name_lines=full.name_lines if part > _ONE_LINE_BELOW else 1,
        factor_lines=1,
        findings=max(1, round(full.findings * part)),
        exclusions=max(1, round(full.exclusions * part)),
        sources=max(1, round(full.sources * part)),
        electricity=max(1, round(full.electricity * part)),
        shares=max(1, round(full.shares * part)),
        text_lines=max(1, round(full.text_lines * part)),
    )
