"""The screening run: the same study with nothing left out, and what is left out as a part of that.

It shows that what was left out is little (ISO 14067 clause 6.3.4.3; Catena-X v4, 4.3; STANDARDS D.12); the footprint
itself is never scaled up with it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from supplier_pcf.domain.flows import Flow, Stage
from supplier_pcf.domain.study import FLOW_KINDS, Study
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.result import NOT_OWED, FlowResult, NotCounted
from supplier_pcf.engine.weighted import exempted_percent
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenedRow:
    """One row of the screening run, in kg CO2e per declared unit."""

    id: str
    name: str
    stage: Stage
    kg: float
    percent: float
    """Of the sum of all rows without their signs."""
    left_out: bool
    is_estimate: bool
    """Its figure was entered, for it could not be calculated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """A study with nothing left out, its largest rows first."""

    kg: float
    """The footprint without uptake, with all that was left out."""
    rows: tuple[ScreenedRow, ...]
    exempted_percent: float
    """What the study leaves out, as the screening run counts it."""
    stated_percent: float
    """The same as the study states it, where estimates that were entered stand before calculations."""
    unknown: tuple[str, ...]
    """Ids of rows for which there is neither a calculation nor an estimate."""

    def below(self, percent: float) -> tuple[ScreenedRow, ...]:
        """The rows that are each less than this of the whole: what might be left out."""
        return tuple(row for row in self.rows if row.percent < percent)


def nothing_left_out(study: Study) -> Study:
    """The same study without a single exclusion, its packaging counted."""
    kinds: dict[str, Any] = {
        kind: tuple(map(_taken_back, getattr(study, kind))) for kind in FLOW_KINDS
    }
    return replace(study, scope=replace(study.scope, packaging_included=True), **kinds)


def _taken_back(flow: Flow) -> Flow:
    return flow if flow.exclusion is None else replace(flow, exclusion=None)


def screen(study: Study, library: FactorLibrary, rules: RuleSet, as_of: date) -> Screening:
    """The screening run; a row that cannot be calculated stands with its entered estimate."""
    present = calculate(study, library, rules, as_of)
    whole = calculate(nothing_left_out(study), library, rules, as_of)
    pairs = [
        (now, then)
        for now, then in zip(present.flows, whole.flows, strict=True)
        if then.stage is not Stage.OUTBOUND_TRANSPORT
    ]
    known = [(now, then) for now, then in pairs if _is_known(now, then)]
    base = math.fsum(abs(_kg(now, then)) for now, then in known)
    rows = [_row(now, then, base) for now, then in known]
    left_out = math.fsum(abs(row.kg) for row in rows if row.left_out)
    return Screening(
        kg=math.fsum(row.kg for row in rows),
        rows=tuple(sorted(rows, key=lambda row: -abs(row.kg))),
        exempted_percent=exempted_percent(present.excluding, left_out),
        stated_percent=present.exempted_percent,
        unknown=tuple(then.id for now, then in pairs if _is_unknown(now, then)),
    )


def _is_known(now: FlowResult, then: FlowResult) -> bool:
    return then.counted or (now.estimate != 0 and then.reason not in NOT_OWED)


def _is_unknown(now: FlowResult, then: FlowResult) -> bool:
    """Neither calculated nor estimated, and not a level whose parts are counted instead."""
    return not then.counted and not now.estimate and then.reason not in NOT_OWED


def _kg(now: FlowResult, then: FlowResult) -> float:
    return then.kg_co2e if then.counted else now.estimate


def _row(now: FlowResult, then: FlowResult, base: float) -> ScreenedRow:
    kg = _kg(now, then)
    return ScreenedRow(
        id=then.id,
        name=then.name,
        stage=then.stage,
        kg=kg,
        percent=100 * abs(kg) / base if base else 0.0,
        left_out=now.reason is NotCounted.EXCLUDED,
        is_estimate=not then.counted,
    )
