"""How much of the footprint documents prove: the amount of a line, and the source of its factor (STANDARDS E.2)."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.energy import EnergyUse, InstrumentProof
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_ids import factor_ids
from supplier_pcf.domain.flows import Flow, Stage, Waste
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.result import FlowResult, Result

FactorOf = Callable[[str], EmissionFactor | None]

MARKS: Mapping[AssuranceLevel, float] = {
    AssuranceLevel.REGULAR: 80.0,
    AssuranceLevel.IN_DEPTH: 95.0,
}
"""Percent of the footprint that evidence has to cover, by the depth of the verification."""

_FULL = 1e-9
"""Percent within which a mark counts as reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredLine:
    """One counted line: its weight in kg CO2e per declared unit without sign, and what of it is proven."""

    id: str
    kind: str
    """Name of the tuple on `Study`, such as `materials`."""
    name: str
    kg: float
    percent: float
    """Of the sum of all weights."""
    has_amount: bool
    """A document stands behind the amount."""
    has_source: bool
    """Every factor of the line names its source."""

    @property
    def is_proven(self) -> bool:
        """Both sides of the line."""
        return self.has_amount and self.has_source


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The counted lines of a footprint, the heaviest first, and how much of it is proven."""

    lines: tuple[CoveredLine, ...] = ()

    @property
    def percent(self) -> float | None:
        """Percent of the footprint, by weight without sign; None where nothing weighs anything."""
        if not any(line.kg for line in self.lines):
            return None
        return math.fsum(line.percent for line in self.lines if line.is_proven)

    @property
    def open(self) -> tuple[CoveredLine, ...]:
        """The lines that are not proven and weigh something, the heaviest first."""
        return tuple(line for line in self.lines if line.kg and not line.is_proven)

    def reaches(self, level: AssuranceLevel) -> bool:
        """Whether the mark of this depth is reached."""
        mark, reached = MARKS.get(level, 0.0), self.percent
        return reached is not None and reached >= mark - _FULL

    def to_reach(self, level: AssuranceLevel) -> tuple[tuple[CoveredLine, float], ...]:
        """The fewest lines that lead to the mark, each with the percent reached once it is proven."""
        reached, found = self.percent or 0.0, []
        for line in self.open:
            if reached >= MARKS.get(level, 0.0) - _FULL:
                break
            reached += line.percent
            found.append((line, reached))
        return tuple(found)


def coverage(
    study: Study, result: Result, factor: FactorOf, lost: Collection[str] = ()
) -> Coverage:
    """The coverage of the footprint by evidence; transport to the customer is not part of it.

    `lost` are the ids of documents whose files are gone or changed: they prove nothing.
    """
    shown = frozenset(e.id for e in study.evidence if e.can_be_shown and e.id not in lost)
    weighed = [
        (flow, line, abs(line.kg_co2e))
        for flow, line in zip(study.flows(), result.flows, strict=True)
        if line.counted and line.stage is not Stage.OUTBOUND_TRANSPORT
    ]
    whole = math.fsum(kg for *_rest, kg in weighed)
    sources: dict[str, bool] = {}

    def named(factor_id: str) -> bool:
        if factor_id not in sources:
            sources[factor_id] = has_source(factor(factor_id))
        return sources[factor_id]

    lines = [
        _covered(study, flow, line, kg / whole if whole else 0.0, shown, named)
        for flow, line, kg in weighed
    ]
    return Coverage(lines=tuple(sorted(lines, key=lambda line: -line.kg)))


def documents_of(study: Study, flow: Flow) -> tuple[str, ...]:
    """The documents behind the amount of a line: its own, those of its meter, those of its supply."""
    found = list(flow.evidence)
    if isinstance(flow, EnergyUse):
        meter = study.meter(flow.meter_id) if flow.meter_id else None
        found += meter.evidence if meter else ()
        found += (flow.proof or InstrumentProof()).evidence
        supply = next((u for u in study.energy_uses if u.id == flow.part_of), None)
        if supply is not None and supply.part_of is None:
            found += documents_of(study, supply)
    return tuple(dict.fromkeys(found))


def has_source(factor: EmissionFactor | None) -> bool:
    """Whether somebody else can look the factor up: it names a publisher and a document."""
    return factor is not None and bool(factor.publisher.strip() and factor.document.strip())


def _covered(
    study: Study,
    flow: Flow,
    line: FlowResult,
    share: float,
    shown: frozenset[str],
    named: Callable[[str], bool],
) -> CoveredLine:
    spare = flow.replaces_factor_id if isinstance(flow, Waste) else None
    ids = [i for i in factor_ids(flow) if i != spare or i == flow.factor_id]
    return CoveredLine(
        id=flow.id,
        kind=line.kind,
        name=flow.name or flow.id,
        kg=abs(line.kg_co2e),
        percent=100 * share,
        has_amount=not shown.isdisjoint(documents_of(study, flow)),
        has_source=all(map(named, ids)),
    )
