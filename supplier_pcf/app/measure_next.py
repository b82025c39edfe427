"""The numbers to measure next, by name and in sentences, with what each gains."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.once import Once
from supplier_pcf.domain.edits import kind_of
from supplier_pcf.domain.numbers import percent, significant
from supplier_pcf.engine.measure_next import Ask, Measure, known_well, measure_next
from supplier_pcf.engine.pedigree import CLASSIC, Matrix
from supplier_pcf.engine.spread import CERTAINTY
from supplier_pcf.report.sureness import whole_percent
from supplier_pcf.rules import LeadValue
from supplier_pcf.words import Said

__all__ = ["Ask", "Measure", "MeasureRow"]

SHOWN = 3
"""So many numbers are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """One number to measure or ask for: who knows it, what that gains, and where it is entered."""

    measure: Measure
    name: str
    """Of the first row it is behind, and how many more."""
    place: str
    """Of that row, as in findings."""
    said: tuple[Said, ...]
    """What to do, then each gain."""


_ROWS: Once[tuple[MeasureRow, ...]] = Once()


def measure_rows(
    done: Calculated, language: str = "en", matrix: Matrix = CLASSIC
) -> tuple[MeasureRow, ...]:
    """What gains most first, three at most; calculated once for a result."""
    return _ROWS.value(lambda: _rows(done, language, matrix), done, language, matrix.id)


def known_measures(
    done: Calculated, language: str = "en", matrix: Matrix = CLASSIC
) -> tuple[MeasureRow, ...] | None:
    """The same where it was calculated already, else None: for whoever must be quick."""
    return _ROWS.known(done, language, matrix.id)


def assumed_said(matrix: Matrix = CLASSIC, language: str = "en") -> Said:
    """What is assumed of a number that is known well."""
    reach = 100 * math.expm1(CERTAINTY * known_well(matrix))
    return "measure.assumed", {"percent": whole_percent(reach, language)}


def _rows(done: Calculated, language: str, matrix: Matrix) -> tuple[MeasureRow, ...]:
    examined = done.examined
    rules = examined.rules
    found = measure_next(
        examined.study,
        examined.library,
        rules,
        examined.result.as_of,
        matrix,
        with_uptake=rules.lead is LeadValue.INCLUDING_UPTAKE,
    )
    return tuple(_row(done, measure, language) for measure in found[:SHOWN])


def _row(done: Calculated, measure: Measure, language: str) -> MeasureRow:
    kg = {line.id: abs(line.kg_co2e) for line in done.result.flows if line.counted}
    first = max(measure.flow_ids, key=lambda flow_id: kg.get(flow_id, 0.0))
    names = {flow.id: " ".join(flow.name.split()) for flow in done.study.flows()}
    more = f" +{len(measure.flow_ids) - 1}" if len(measure.flow_ids) > 1 else ""
    name = f"{names.get(first) or first}{more}"
    kind = kind_of(done.study, first)
    field = "factor" if measure.factor_id else "amount"
    return MeasureRow(
        measure=measure,
        name=name,
        place=f"{kind}/{first}/{field}" if kind else "",
        said=((f"measure.{measure.ask.value}", {"name": name}), *_gains(measure, language)),
    )


def _gains(measure: Measure, language: str) -> Iterator[Said]:
    before, after = measure.before, measure.after
    now, then = (whole_percent(s.plus_minus_percent, language) for s in (before, after))
    if now != then:
        yield "measure.spread", {"before": now, "after": then}
    shares = tuple(percent(s.primary_percent, language, 0) for s in (before, after))
    if shares[0] != shares[1]:
        yield "measure.primary", {"before": shares[0], "after": shares[1]}
    ratings = tuple(significant(s.rating, language, 2) for s in (before, after))
    if ratings[0] != ratings[1]:
        yield "measure.rating", {"before": ratings[0], "after": ratings[1]}
