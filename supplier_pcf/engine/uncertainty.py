"""From a study to its spread: how uncertain every amount and every factor is, and where that was taken from.

A factor spreads by what its publisher or a stated judgement says, else by its pedigree; an amount by its pedigree.
One cause for each factor, and one for each meter or amount that was entered.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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


_STATED = {"published_interval": SigmaOrigin.PUBLISHED, "stated": SigmaOrigin.PUBLISHED}
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
    run = _Run(own_first(study.factors, library), matrix)
    lines = {line.id: line for line in result.flows}
    for flow in study.flows():
        line = lines.get(flow.id)
        if line is not None and line.counted and line.stage is not Stage.OUTBOUND_TRANSPORT:
            run.take(flow, line)
    causes = {key: found.told() for key, found in run.causes.items()}
    return Uncertainties(parts=tuple(run.parts), causes=causes)


@dataclass(slots=True)
class _Found:
    """A cause in the making: the widest of its spreads counts as its own."""

    key: str
    factor_id: str
    sigma: float
    origin: SigmaOrigin
    flow_ids: dict[str, None] = field(default_factory=dict)

    def told(self) -> Uncertain:
        return Uncertain(
            key=self.key,
            flow_ids=tuple(self.flow_ids),
            factor_id=self.factor_id,
            sigma=self.sigma,
            origin=self.origin,
        )


@dataclass(slots=True)
class _Run:
    """Goes through the lines of one footprint; spreads that were worked out once are kept."""

    find: Find
    matrix: Matrix
    parts: list[Part] = field(default_factory=list)
    causes: dict[str, _Found] = field(default_factory=dict)
    _sigmas: dict[tuple[object, ...], float] = field(default_factory=dict)

    def take(self, flow: Flow, line: FlowResult) -> None:
        """The line by its amount and by every factor behind it."""
        amount = self._amount(flow, line)
        for name, kg, factor in _factored(flow, line, self.find):
            self.parts.append(Part(name, kg, (self._factor(flow, line, factor), amount)))

    def _note(
        self, key: str, flow: Flow, sigma: float, origin: SigmaOrigin, factor_id: str = ""
    ) -> Cause:
        found = self.causes.get(key)
        if found is None:
            found = self.causes[key] = _Found(key, factor_id, sigma, origin)
        elif sigma > found.sigma:
            found.sigma = sigma
        found.flow_ids[flow.id] = None
        return Cause(key, sigma)

    def _amount(self, flow: Flow, line: FlowResult) -> Cause:
        """The amount by its pedigree; a meter that several flows read is one cause."""
        meter = flow.meter_id if isinstance(flow, EnergyUse) else None
        facts = flow.facts
        known = (flow.origin, facts.site_coverage, facts.covers_period, line.unit)
        sigma = self._sigmas.get(known)
        if sigma is None:
            transport = dimension_of(line.unit) is Dimension.TRANSPORT_WORK
            basic = BASIC_TRANSPORT if transport else BASIC
            sigma = self._sigmas[known] = sigma_by_scores(basic, amount_scores(flow), self.matrix)
        key = f"meter/{meter}" if meter else f"amount/{flow.id}"
        return self._note(key, flow, sigma, SigmaOrigin.PEDIGREE)

    def _factor(self, flow: Flow, line: FlowResult, factor: EmissionFactor) -> Cause:
        """As stated with the factor, else by how well it fits this line."""
        key, sigma = f"factor/{factor.id}", factor.sigma_ln
        if sigma is not None:
            origin = _STATED.get(factor.sigma_origin, SigmaOrigin.JUDGEMENT)
            return self._note(key, flow, sigma, origin, factor.id)
        known = (factor.row_type, line.time, line.geography, line.technology)
        sigma = self._sigmas.get(known)
        if sigma is None:
            sigma = self._sigmas[known] = sigma_by_fit(factor, line, self.matrix)
        return self._note(key, flow, sigma, SigmaOrigin.PEDIGREE, factor.id)


def amount_scores(flow: Flow) -> dict[Indicator, float]:
    """How sure an amount is by how it came about and by what it covers, 1 to 5."""
    facts = flow.facts
    reliability = _RELIABILITY.get(flow.origin, _UNKNOWN) if flow.origin else _UNKNOWN
    scores = {Indicator.RELIABILITY: reliability}
    if facts.site_coverage is not None:
        scores[Indicator.COMPLETENESS] = 1.0 if facts.site_coverage >= 1 else _UNKNOWN - 2
    elif facts.covers_period is False:
        scores[Indicator.COMPLETENESS] = _UNKNOWN - 2
    return scores


def sigma_by_fit(factor: EmissionFactor, line: FlowResult, matrix: Matrix) -> float:
    """sigma_ln of a published factor that states no spread, by how well it fits a line."""
    basic = BASIC_OTHER_GASES if factor.row_type is RowType.GWP else BASIC
    scores = {
        Indicator.RELIABILITY: _PUBLISHED_FIGURE,
        Indicator.TIME: line.time,
        Indicator.GEOGRAPHY: line.geography,
        Indicator.TECHNOLOGY: line.technology,
    }
    return sigma_by_scores(basic, scores, matrix)


Factored = tuple[str, float, EmissionFactor]
"""A part of a line by its id, its kg CO2e per declared unit, and its factor."""


def _factored(flow: Flow, line: FlowResult, find: Find) -> Iterator[Factored]:
    """The line by its factor; recycled parts and the parts of a kilowatt hour by their own factors."""
    factor = find(line.factor_id)
    if factor is None:
        return
    kg = line.kg_co2e
    if line.power is None and not getattr(flow, "recycled_factor_id", None):
        yield flow.id, kg, factor
        return
    others = tuple(_others(flow, line, factor, find))
    yield flow.id, math.fsum((kg, *(-part for _, part, _ in others))), factor
    yield from others


def _others(flow: Flow, line: FlowResult, factor: EmissionFactor, find: Find) -> Iterator[Factored]:
    """What of a line is not by its main factor."""
    amount = line.amount or 0.0
    if isinstance(flow, Material) and flow.recycled_factor_id and not holds_recycled(factor):
        recycled = find(flow.recycled_factor_id)
        if recycled is not None:
            share = entered_share(flow) or 0.0
            yield f"{flow.id}/recycled", amount * share * recycled.kg_co2e, recycled
    for part in line.power.parts[1:] if line.power else ():
        added = find(part.factor_id)
        if added is not None and not part.left_out:
            sent = 1 - line.power.loss_share if line.power and part.with_losses else 1.0
            yield f"{flow.id}/{added.id}", amount * part.kg_co2e / sent, added
