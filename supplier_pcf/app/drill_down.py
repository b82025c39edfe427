"""One row of the result opened up: its steps, the factors behind it with their sources, and what proves it."""

from __future__ import annotations

from dataclasses import dataclass

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.evidence import listed, title_of
from supplier_pcf.checks.examined import place
from supplier_pcf.domain.factor import Layer
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.engine.traced import Part, StepKind, Trace, TraceStep, traced

__all__ = ["Part", "StepKind", "Trace", "TraceStep"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A factor behind the row: what it is and where it was published."""

    kind: StepKind
    name: str
    kg_co2e: float
    """Of one unit; that of a licensed factor stays in the window."""
    unit: str
    times: float
    publisher: str = ""
    document: str = ""
    table: str = ""
    years: str = ""
    place: str = ""
    licence: str = ""
    is_licensed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillDown:
    """A counted row: multiplied through, its steps and sources give its kg CO2e per declared unit."""

    row_id: str
    place: str
    name: str
    unit: str
    steps: tuple[TraceStep, ...]
    amount: float
    kg_per_unit: float
    kg_co2e: float
    sources: tuple[Source, ...]
    evidence: tuple[str, ...]
    """Titles of the documents."""


def drill_down(done: Calculated, row_id: str, language: str) -> DrillDown | None:
    """The row opened up; None where it is not counted."""
    examined = done.examined
    found = next(((f, line) for f, line in examined.lines() if line.id == row_id), None)
    if found is None:
        return None
    flow, line = found
    trace = traced(examined.study, examined.result, flow, line, examined.factor)
    if trace is None or not trace.steps:
        return None
    return DrillDown(
        row_id=row_id,
        place=place(line.kind, flow),
        name=" ".join(line.name.split()),
        unit=line.unit,
        steps=trace.steps,
        amount=trace.amount,
        kg_per_unit=trace.kg_per_unit,
        kg_co2e=trace.kg_co2e,
        sources=tuple(_source(done, part, language, line.unit) for part in trace.parts),
        evidence=tuple(map(title_of, listed(examined.study, flow.evidence))),
    )


def _source(done: Calculated, part: Part, language: str, unit: str) -> Source:
    factor = done.examined.factor(part.factor_id) if part.factor_id else None
    if factor is None:
        return Source(kind=part.kind, name="", kg_co2e=part.kg_co2e, unit="kg C", times=part.times)
    years = dict.fromkeys(str(year) for year in (factor.year_from, factor.year_to) if year)
    return Source(
        kind=part.kind,
        name=name_in(factor, language),
        kg_co2e=part.kg_co2e,
        unit=unit,
        times=part.times,
        publisher=factor.publisher,
        document=factor.document,
        table=factor.table,
        years="–".join(years),
        place=factor.place,
        licence=factor.licence,
        is_licensed=factor.layer is Layer.LICENSED,
    )
