"""Is an own factor complete, and can it be true: findings while it is being entered."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from supplier_pcf.domain.factor import EmissionFactor, RowType
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.units import dimension_of, ratio
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.making import Findings
from supplier_pcf.factors.own import FactorDraft, missing

FAR = 10.0
"""So many times above the highest or below the lowest of its category is worth a second look."""
_ENOUGH = 5
"""Factors a category must have to say what is usual."""


def examine(draft: FactorDraft, library: FactorLibrary) -> tuple[Finding, ...]:
    """What an own factor still lacks, errors first, and what of it looks strange."""
    said = Findings()
    value = draft.buckets.excluding_uptake if draft.buckets else draft.kg_co2e
    for name in missing(draft):
        bad = name == "kg_co2e" and value is not None
        said.error("own.value" if bad else f"own.missing_{name}", name)
    _numbers(draft, said)
    if not draft.publisher.strip():
        said.warning("own.no_publisher", "publisher")
    if value is not None and math.isfinite(value) and value >= 0:
        _magnitude(draft, value, library, said)
    return tuple(said.found)


def _numbers(draft: FactorDraft, said: Findings) -> None:
    if draft.year_from and draft.year_to and draft.year_from > draft.year_to:
        said.error("own.years", "year_from", first=draft.year_from, last=draft.year_to)
    if not 0 <= draft.primary_share <= 1:
        said.error("own.primary_share", "primary_share", value=f"{100 * draft.primary_share:g}")
    if draft.recycled_content is not None and not 0 <= draft.recycled_content <= 1:
        said.error("own.recycled_content", "recycled_content")
    if draft.sigma_ln is not None and not 0 <= draft.sigma_ln < math.inf:
        said.error("own.spread", "sigma_ln")
    if draft.grid_kwh is not None and not 0 <= draft.grid_kwh < math.inf:
        said.error("own.grid_kwh", "grid_kwh")
    _received(draft, said)


def _received(draft: FactorDraft, said: Findings) -> None:
    """What a sender tells with his footprint, within what can be."""
    rated, name = draft.ratings, draft.name
    for score in () if rated is None else (rated.technology, rated.time, rated.geography):
        if not 1 <= score <= 5:
            said.error("received.bad_rating", "ratings", factor=name, value=score)
    for field in ("verified_share", "certified_share"):
        share = getattr(draft, field)
        if share is not None and not 0 <= share <= 1:
            said.error("received.bad_share", field, factor=name, percent=100 * share)
    if draft.exempted_percent is not None and not 0 <= draft.exempted_percent <= 100:
        percent = draft.exempted_percent
        said.error("received.bad_share", "exempted_percent", factor=name, percent=percent)
    for field in ("outbound", "biogenic_carbon"):
        kg = getattr(draft, field)
        if kg is not None and not 0 <= kg < math.inf:
            said.error("received.negative_part", field, factor=name, kg=kg)
    if draft.uptake is not None and not -math.inf < draft.uptake <= 0:
        said.error("received.positive_uptake", "uptake", factor=name, kg=draft.uptake)
    if draft.valid_until and not _is_day(draft.valid_until):
        until = draft.valid_until
        said.error("received.day_unreadable", "valid_until", factor=name, until=until)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _magnitude(draft: FactorDraft, value: float, library: FactorLibrary, said: Findings) -> None:
    if value == 0:
        said.warning("own.zero", "kg_co2e")
        return
    usual = [kg for kg in _alike(draft, library) if kg > 0]
    if len(usual) < _ENOUGH:
        return
    low, high = min(usual), max(usual)
    if value > FAR * high or value < low / FAR:
        said.warning(
            "own.far_from_category",
            "kg_co2e",
            value=f"{value:.3g}",
            low=f"{low:.3g}",
            high=f"{high:.3g}",
            unit=draft.unit,
            category=draft.category,
        )


def _alike(draft: FactorDraft, library: FactorLibrary) -> Iterator[float]:
    """Figures of the same category and boundary, per unit of the draft."""
    for factor in library:
        if _is_alike(factor, draft):
            yield factor.kg_co2e * ratio(draft.unit, factor.unit)


def _is_alike(factor: EmissionFactor, draft: FactorDraft) -> bool:
    measured = dimension_of(draft.unit)
    return (
        factor.row_type is RowType.FACTOR
        and factor.category == draft.category != ""
        and (draft.boundary is None or factor.boundary is draft.boundary)
        and measured is not None
        and dimension_of(factor.unit) is measured
    )
