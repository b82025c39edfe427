"""An issue: a study with its result and the identity under which it leaves the house."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.buckets import Buckets, total
from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.flows import Flow, Material, Stage
from supplier_pcf.domain.record import Release
from supplier_pcf.domain.scenario_edits import outside_scenarios
from supplier_pcf.domain.study import FLOW_KINDS, Period, Study
from supplier_pcf.domain.transport import Payer, Transport
from supplier_pcf.engine.result import FlowResult, Result
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.formats.shared.times import midnight, parse_utc, utc_text
from supplier_pcf.rules import RuleSet
from supplier_pcf.rules.validity import valid_until

_NO_ID = str(UUID(int=0))
_NAMES_OF = {Layer.SUPPLIER: "Data of suppliers", Layer.OWN: "Own data"}
"""What factors that name others are called in a confidential issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """All that a format is written from."""

    study: Study
    result: Result
    library: FactorLibrary
    rules: RuleSet
    release: Release
    findings: tuple[Finding, ...] = ()
    """What the checks say; printed where a format has room for it."""

    @classmethod
    def of(
        cls,
        examined: Examined,
        release: Release | None = None,
        findings: tuple[Finding, ...] = (),
    ) -> Issue:
        """The issue of an examined study; without a release a draft of the day of calculation."""
        return cls(
            study=examined.study,
            result=examined.result,
            library=examined.library,
            rules=examined.rules,
            release=release
            or Release(id=_NO_ID, created=utc_text(midnight(examined.result.as_of))),
            findings=outside_scenarios(findings),
        )

    @property
    def created(self) -> datetime:
        """When it was released, UTC."""
        return parse_utc(self.release.created)

    @property
    def is_confidential(self) -> bool:
        """Whether it keeps names of rows and suppliers to itself."""
        return self.study.scope.is_confidential

    def lines(self) -> Iterator[tuple[Flow, FlowResult]]:
        """Every flow beside its part in the result."""
        flows = {(line.kind, line.id): line for line in self.result.flows}
        for kind in FLOW_KINDS:
            for flow in getattr(self.study, kind):
                line = flows.get((kind, flow.id))
                if line is not None:
                    yield flow, line

    def paid_outbound(self) -> Buckets | None:
        """Transport to the customer that we pay for, kg CO2e per declared unit; nothing where we pay for none."""
        paid = self.paid_legs()
        return total(line.buckets for line in paid) if paid else None

    def paid_legs(self) -> list[FlowResult]:
        """The legs to the customer that count and that we pay for."""
        return [
            line
            for flow, line in self.lines()
            if line.stage is Stage.OUTBOUND_TRANSPORT
            and line.counted
            and isinstance(flow, Transport)
            and flow.paid_by is Payer.US
        ]

    def factor(self, factor_id: str | None) -> EmissionFactor | None:
        """The factor of this id, the study's own first; of a confidential issue without the supplier's name."""
        own = next((f for f in self.study.factors if f.id == factor_id), None)
        found = own or self.library.get(factor_id or "")
        if found is not None and self.is_confidential and found.layer in _NAMES_OF:
            return replace(
                found, name=_NAMES_OF[found.layer], publisher="", document="", edition=""
            )
        return found

    def used_factors(self) -> tuple[EmissionFactor, ...]:
        """The factors behind the counted lines, each once, in the order of the flows."""
        ids: dict[str, None] = {}
        for flow, line in self.lines():
            if line.counted:
                ids.update(dict.fromkeys(_factor_ids(flow, line)))
        found = (self.factor(factor_id) for factor_id in ids)
        return tuple(factor for factor in found if factor is not None)


def _factor_ids(flow: Flow, line: FlowResult) -> Iterator[str]:
    if line.factor_id is not None:
        yield line.factor_id
    if isinstance(flow, Material) and flow.recycled_factor_id is not None:
        yield flow.recycled_factor_id
    if line.power is not None:
        yield from (part.factor_id for part in line.power.parts if not part.left_out)


@dataclass(frozen=True, slots=True)
class Span:
    """A time from a start to an end that is not in it."""

    start: datetime
    end: datetime


def reference_period(period: Period) -> Span | None:
    """The reference period with its end exclusive, days from midnight UTC; None while open."""
    if period.start is None or period.end is None:
        return None
    return Span(midnight(period.start), midnight(period.end) + timedelta(days=1))


def validity(issue: Issue) -> Span | None:
    """From release, never before the reference period is over, for the years the rules allow.

    It ends three years after the reference period at the latest (PACT 3; Catena-X v4).
    """
    reference = reference_period(issue.study.period)
    if reference is None:
        return None
    start = max(midnight(issue.created.date()), reference.end)
    return Span(start, valid_until(start, reference.end, issue.rules))
