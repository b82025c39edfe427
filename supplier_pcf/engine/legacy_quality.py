"""Data quality on the older scale of 1 to 3, from the same facts (PACT v2; Catena-X v2, table 5; FORMATS 8.4).

Scores of 1 to 5 are never converted: the classes of age differ, so each scale is worked out from the facts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import EmissionFactor, Layer, RowType
from supplier_pcf.domain.flows import ActivityFacts, Flow, Origin, Stage, TechnologyFit
from supplier_pcf.domain.places import geography_score
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.quality import site_of, stated_place
from supplier_pcf.engine.result import FlowResult, Result
from supplier_pcf.engine.weighted import mean, without_uptake

GOOD, FAIR, POOR = 1.0, 2.0, 3.0
RATED_ABOVE = 0.05
"""PACT v2 rates what is more than this part of the footprint."""
_YEARS = 5
_HALF = 0.5
_NEAR = {1: GOOD, 2: GOOD, 3: FAIR}
_OWN_TECHNOLOGY = (TechnologyFit.EXACT, TechnologyFit.SAME_COMPANY)
_OWN_NUMBERS = (Origin.MEASURED, Origin.CALCULATED)


@dataclass(frozen=True, slots=True)
class LegacyRatings:
    """Five ratings from 1 (good) to 3 (poor)."""

    technology: float
    time: float
    geography: float
    completeness: float
    reliability: float

    @property
    def mean(self) -> float:
        """DQR = (TeR + GeR + TiR + C + R) / 5."""
        parts = (self.technology, self.geography, self.time, self.completeness, self.reliability)
        return math.fsum(parts) / len(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegacyQuality:
    """The ratings of a footprint on the older scale, and how much of it was rated."""

    ratings: LegacyRatings | None
    """None where nothing is large enough to be rated."""
    coverage_percent: float
    """How much of the footprint the rated lines are."""
    lines: tuple[tuple[str, LegacyRatings], ...] = ()
    """The rated lines by the id of their flow, the largest first."""


def legacy_quality(
    study: Study,
    result: Result,
    factor_of: Callable[[str | None], EmissionFactor | None],
    above: float = RATED_ABOVE,
    weight: Callable[[Buckets], float] = without_uptake,
) -> LegacyQuality:
    """The ratings of all lines above this part of the footprint, weighted with their absolute size.

    Catena-X v2 rates every line: `above` is 0 then.
    """
    flows = {flow.id: flow for flow in study.flows()}
    sized = [(weight(line.buckets), line) for line in result.flows if _is_inside(line)]
    whole = math.fsum(size for size, _ in sized)
    rated: list[tuple[float, str, LegacyRatings]] = []
    for size, line in sorted(sized, key=lambda each: -each[0]):
        factor, flow = factor_of(line.factor_id), flows.get(line.id)
        if factor is not None and flow is not None and size > above * whole:
            rated.append((size, line.id, rate(study, flow, factor)))
    means = weighted_means([size for size, _, _ in rated], [_scores(r) for _, _, r in rated])
    covered = math.fsum(size for size, _, _ in rated)
    return LegacyQuality(
        ratings=LegacyRatings(*means) if means else None,
        coverage_percent=100 * covered / whole if whole > 0 else 0.0,
        lines=tuple((flow_id, ratings) for _, flow_id, ratings in rated),
    )


def weighted_means(
    weights: Sequence[float], rows: Sequence[Sequence[float]]
) -> tuple[float, ...] | None:
    """The mean of every column, each row with its weight; None without any weight."""
    whole = math.fsum(weights)
    if not whole > 0:
        return None
    return tuple(mean(weights, column, whole) for column in zip(*rows, strict=True))


def rate(study: Study, flow: Flow, factor: EmissionFactor) -> LegacyRatings:
    """One line: technology, time and place of its data, completeness and reliability of its amount."""
    of_gas = factor.row_type is RowType.GWP
    return LegacyRatings(
        technology=_of_own_process(flow) if of_gas else _technology(flow, factor),
        time=_time(study, _last_day(study, flow) if of_gas else _end_of(factor)),
        geography=GOOD if of_gas else _geography(study, flow, factor),
        completeness=completeness(flow.facts, flow.origin),
        reliability=_reliability(flow.origin),
    )


def completeness(facts: ActivityFacts, origin: Origin | None) -> float:
    """1 all sites and the whole period; 2 one of the two; 3 less than half of both, or unknown.

    Where nothing is said, a measured or calculated amount is the plant's own of the whole period.
    """
    sites, whole_period = facts.site_coverage, facts.covers_period
    if sites is None and whole_period is None and origin in _OWN_NUMBERS:
        return GOOD
    if sites is None or whole_period is None:
        return POOR
    if whole_period:
        return GOOD if sites >= 1 else FAIR
    return FAIR if sites > _HALF else POOR


def _reliability(origin: Origin | None) -> float:
    if origin is Origin.MEASURED:
        return GOOD
    return FAIR if origin is Origin.CALCULATED else POOR


def _technology(flow: Flow, factor: EmissionFactor) -> float:
    """Data of the very same technology are good, of a library at best fair."""
    if flow.technology_fit in _OWN_TECHNOLOGY:
        return GOOD if factor.primary_share > 0 or factor.layer is Layer.SUPPLIER else FAIR
    known = (TechnologyFit.AVERAGE_SAME, TechnologyFit.SIMILAR)
    return FAIR if flow.technology_fit in known else POOR


def _of_own_process(flow: Flow) -> float:
    """A gas set free on site: the process is the plant's own, unless the amount is a guess."""
    fit = flow.facts.technology
    if fit is not None:
        return {TechnologyFit.SIMILAR: FAIR, TechnologyFit.AVERAGE_SAME: FAIR}.get(
            fit, GOOD if fit in _OWN_TECHNOLOGY else POOR
        )
    return GOOD if flow.origin in _OWN_NUMBERS else POOR


def _time(study: Study, last_day: date | None) -> float:
    """1 of the reporting year, 2 less than five years older, 3 older or unknown."""
    start, end = study.period.start, study.period.end
    if last_day is None or start is None or end is None:
        return POOR
    if last_day >= start:
        return GOOD
    return FAIR if last_day > _years_before(end, _YEARS) else POOR


def _years_before(day: date, years: int) -> date:
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year - years, day=last)


def _end_of(factor: EmissionFactor) -> date | None:
    year = factor.year_to
    return None if year is None or not 0 < year <= date.max.year else date(year, 12, 31)


def _last_day(study: Study, flow: Flow) -> date | None:
    try:
        return date.fromisoformat(flow.facts.period_end)
    except ValueError:
        return None if flow.facts.period_end else study.period.end


def _geography(study: Study, flow: Flow, factor: EmissionFactor) -> float:
    """1 the same country or a part of it, 2 the same region of the world, 3 the world or unknown."""
    places = [stated_place(flow) or site_of(flow, study)]
    if not places[0]:
        places = [site.place for site in study.sites]
    return max((_near(factor.place, place) for place in places), default=POOR)


def _near(factor_place: str, place: str) -> float:
    return _NEAR.get(geography_score(factor_place, place), POOR)


def _scores(ratings: LegacyRatings) -> tuple[float, ...]:
    return (
        ratings.technology,
        ratings.time,
        ratings.geography,
        ratings.completeness,
        ratings.reliability,
    )


def _is_inside(line: FlowResult) -> bool:
    return line.counted and line.stage is not Stage.OUTBOUND_TRANSPORT
