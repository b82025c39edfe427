"""From a study to its spread: how uncertain every amount and every factor is, and where that was taken from.

A factor spreads by what its publisher or a stated judgement says, else by its pedigree; an amount by its pedigree.
One cause for each factor, and one for each meter or amount that was entered.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, RowType
from supplier_pcf.domain.flows import Flow, Material, Origin, Stage
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Dimension, dimension_of
from supplier_pcf.engine.pedigree import (
    BASIC,
    BASIC_OTHER_GASES,
    BASIC_TRANSPORT,
    CLASSIC,
    Indicator,
    Matrix,
    sigma_by_scores,
)
from supplier_pcf.engine.recycling import entered_share, holds_recycled
from supplier_pcf.engine.result import FlowResult, Result
from supplier_pcf.engine.spread import Cause, Part
from supplier_pcf.factors.library import Factors, Find, own_first


class SigmaOrigin(StrEnum):
    """Where a spread was taken from."""

    PUBLISHED = "published"
    """The publisher's own interval."""
    JUDGEMENT = "judgement"
    """Judged when the factor was taken up; its note says by what."""
    PEDIGREE = "pedigree"
    """Worked out from how well the data fits."""


_STATED = {"published_interval": SigmaOrigin.PUBLISHED}
_RELIABILITY = {
    Origin.MEASURED: 1.0,
    Origin.CALCULATED: 2.0,
    Origin.ESTIMATED: 4.0,
    Origin.ASSUMED: 5.0,
}
_UNKNOWN = 5.0
_PUBLISHED_FIGURE = 2.0
"""Reliability of a published average: checked data, partly from assumptions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertain:
    """A cause of spread by its key: a factor or an amount, sigma_ln, and where that is from."""

    key: str
    flow_ids: tuple[str, ...]
    factor_id: str = ""
    """Empty where it is an amount."""
    sigma: float
    origin: SigmaOrigin

    @property
    def gsd2(self) -> float:
        """The squared geometric standard deviation, exp(2 sigma)."""
        return math.exp(2 * self.sigma)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertainties:
    """The lines of a footprint with their causes, and what is known of each cause."""

    parts: tuple[Part, ...]
    causes: Mapping[str, Uncertain]


def uncertainties(
    study: Study, result: Result, library: Factors, matrix: Matrix = CLASSIC
) -> Uncertainties:
    """Every counted line of the footprint, without biogenic uptake and outbound transport."""
    find = own_first(study.factors, library)
    lines = {line.id: line for line in result.flows}
    parts: list[Part] = []
    causes: dict[str, Uncertain] = {}
    for flow in study.flows():
        line = lines.get(flow.id)
        if line is None or not line.counted or line.stage is Stage.OUTBOUND_TRANSPORT:
            continue
        amount = _amount(flow, line, matrix)
        _note(causes, amount)
        for name, kg, factor in _factored(flow, line, find):
            found = _factor(flow, line, factor, matrix)
            _note(causes, found)
            parts.append(
                Part(name, kg, (Cause(found.key, found.sigma), Cause(amount.key, amount.sigma)))
            )
    return Uncertainties(parts=tuple(parts), causes=causes)


def _note(causes: dict[str, Uncertain], found: Uncertain) -> None:
    known = causes.get(found.key)
    if known is not None:
        found = Uncertain(
            key=known.key,
            flow_ids=tuple(dict.fromkeys((*known.flow_ids, *found.flow_ids))),
            factor_id=known.factor_id,
            sigma=known.sigma,
            origin=known.origin,
        )
    causes[found.key] = found


def _factored(
    flow: Flow, line: FlowResult, find: Find
) -> Iterator[tuple[str, float, EmissionFactor]]:
    """The line by its factor; a material with a recycled part by both of its factors."""
    factor = find(line.factor_id)
    if factor is None:
        return
    recycled = None
    if isinstance(flow, Material) and flow.recycled_factor_id and not holds_recycled(factor):
        recycled = find(flow.recycled_factor_id)
    if isinstance(flow, Material) and recycled is not None and line.amount is not None:
        share = entered_share(flow) or 0.0
        kg = line.amount * share * recycled.kg_co2e
        yield flow.id, line.kg_co2e - kg, factor
        yield f"{flow.id}/recycled", kg, recycled
        return
    yield flow.id, line.kg_co2e, factor


def _amount(flow: Flow, line: FlowResult, matrix: Matrix) -> Uncertain:
    """The amount by its pedigree; a meter that several flows read is one cause."""
    meter = flow.meter_id if isinstance(flow, EnergyUse) else None
    facts = flow.facts
    scores = {
        Indicator.RELIABILITY: _RELIABILITY.get(flow.origin, _UNKNOWN) if flow.origin else _UNKNOWN
    }
    if facts.site_coverage is not None:
        scores[Indicator.COMPLETENESS] = 1.0 if facts.site_coverage >= 1 else _UNKNOWN - 2
    elif facts.covers_period is False:
        scores[Indicator.COMPLETENESS] = _UNKNOWN - 2
    transport = dimension_of(line.unit) is Dimension.TRANSPORT_WORK
    basic = BASIC_TRANSPORT if transport else BASIC
    return Uncertain(
        key=f"meter/{meter}" if meter else f"amount/{flow.id}",
        flow_ids=(flow.id,),
        sigma=sigma_by_scores(basic, scores, matrix),
        origin=SigmaOrigin.PEDIGREE,
    )


def _factor(flow: Flow, line: FlowResult, factor: EmissionFactor, matrix: Matrix) -> Uncertain:
    """As stated with the factor, else by how well it fits this line."""
    if factor.sigma_ln is not None:
        origin = _STATED.get(factor.sigma_origin, SigmaOrigin.JUDGEMENT)
        sigma = factor.sigma_ln
    else:
        origin = SigmaOrigin.PEDIGREE
        basic = BASIC_OTHER_GASES if factor.row_type is RowType.GWP else BASIC
        scores = {
            Indicator.RELIABILITY: _PUBLISHED_FIGURE,
            Indicator.TIME: line.time,
            Indicator.GEOGRAPHY: line.geography,
            Indicator.TECHNOLOGY: line.technology,
        }
        sigma = sigma_by_scores(basic, scores, matrix)
    return Uncertain(
        key=f"factor/{factor.id}",
        flow_ids=(flow.id,),
        factor_id=factor.id,
        sigma=sigma,
        origin=origin,
    )
