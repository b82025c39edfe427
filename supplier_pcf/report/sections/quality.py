"""How good the data is, and where it comes from."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.factor import EmissionFactor, GwpSet, Layer, Ratings
from supplier_pcf.domain.flows import PCF_STAGES, Material, Origin
from supplier_pcf.engine.chain import chain_shares
from supplier_pcf.engine.legacy_quality import legacy_quality
from supplier_pcf.engine.weighted import with_uptake, without_uptake
from supplier_pcf.report.context import Report, Room
from supplier_pcf.report.drawing import Anchor
from supplier_pcf.report.labels import origin_title
from supplier_pcf.report.layout import BODY, LABEL, STRONG, Grid, Words, titled
from supplier_pcf.report.reasons import reason_kind
from supplier_pcf.rules import QualityScale

_VALUE = 56.0


def quality(report: Report, width: float) -> Flowable:
    """Primary data share and ratings on both bases, shares of the chain, and why large rows are secondary."""
    _ = report.translate
    rows = [
        [Words(title, BODY, max_lines=2), Words(value, STRONG, anchor=Anchor.END, max_lines=1)]
        for title, value in (*_leading(report), *_chain(report))
    ]
    grid = Grid(rows, [width - _VALUE - 8, _VALUE], row_gap=2, rules=range(len(rows) - 1))
    base = " ".join(filter(None, (_base(report), _other_base(report))))
    body: list[Flowable] = [grid, Words(base, LABEL), Words(_origins(report), BODY)]
    why = _reasons(report)
    return titled(_("Data quality"), [*body, Words(why, BODY)] if why else body)


def _base(report: Report) -> str:
    _ = report.translate
    if report.rules.quality_scale is QualityScale.ONE_TO_THREE:
        return _(
            "Base: the footprint without biogenic uptake. Ratings: 1 is best, 3 is worst; rows above 5 % of the "
            "footprint are rated."
        )
    if report.leads_with_uptake:
        return _("Base: the footprint with biogenic uptake. Ratings: 1 is best, 5 is worst.")
    return _("Base: the footprint without biogenic uptake. Ratings: 1 is best, 5 is worst.")


def _leading(report: Report) -> Iterator[tuple[str, str]]:
    _ = report.translate
    share, ratings = _on_base(report, with_uptake=report.leads_with_uptake)
    yield _("Primary data share (PDS)"), report.percent(share)
    if report.rules.quality_scale is QualityScale.ONE_TO_THREE:
        yield from _legacy(report)
        return
    for title, value in zip(_titles(report), _three(ratings), strict=True):
        yield title, report.number(value)


def _titles(report: Report) -> tuple[str, str, str]:
    _ = report.translate
    return (
        _("Technological representativeness"),
        _("Temporal representativeness"),
        _("Geographical representativeness"),
    )


def _on_base(report: Report, *, with_uptake: bool) -> tuple[float | None, Ratings | None]:
    result = report.result
    if with_uptake:
        return result.primary_data_share_including, result.ratings_including
    return result.primary_data_share_excluding, result.ratings_excluding


def _three(ratings: Ratings | None) -> tuple[float | None, ...]:
    return (ratings.technology, ratings.time, ratings.geography) if ratings else (None,) * 3


def _legacy(report: Report) -> Iterator[tuple[str, str]]:
    """The five ratings from 1 to 3 and how much of the footprint they are about."""
    _ = report.translate
    found = legacy_quality(report.study, report.result, report.factor_by_id)
    rated = found.ratings
    three = (rated.technology, rated.time, rated.geography) if rated else (None,) * 3
    for title, value in zip(_titles(report), three, strict=True):
        yield title, report.number(value)
    yield _("Completeness of the data"), report.number(rated.completeness if rated else None)
    yield _("Reliability"), report.number(rated.reliability if rated else None)
    yield _("Mean of the five"), report.number(rated.mean if rated else None)
    yield _("Part of the footprint rated"), report.percent(found.coverage_percent)


def _other_base(report: Report) -> str:
    """Share and ratings on the base that does not lead, where both differ."""
    if not report.has_uptake:
        return ""
    _ = report.translate
    share, ratings = _on_base(report, with_uptake=not report.leads_with_uptake)
    text = (
        _("Without biogenic uptake: {share} primary; ratings {ratings}.")
        if report.leads_with_uptake
        else _("With biogenic uptake: {share} primary; ratings {ratings}.")
    )
    three = " · ".join(report.number(value) for value in _three(ratings))
    return text.format(share=report.percent(share), ratings=three)


def _chain(report: Report) -> Iterator[tuple[str, str]]:
    """Verified and certified shares, where somebody in the chain has them."""
    _, assurance = report.translate, report.study.assurance
    told = any(f.verified_share or f.certified_share for f in report.factors.values())
    if assurance.level is AssuranceLevel.NONE and not assurance.has_certified_program and not told:
        return
    weight = with_uptake if report.leads_with_uptake else without_uptake
    shares = chain_shares(report.study, report.result, report.factor_by_id, weight)
    yield _("Verified along the chain"), report.percent(shares.verified)
    yield _("Under a certified program"), report.percent(shares.certified)


def _reasons(report: Report) -> str:
    """Which part of the footprint is primary, and why the rest is not; the largest part first."""
    _, flows = report.translate, report.flows_by_id()
    parts: dict[str, list[float]] = {}
    for line in report.result.flows:
        flow, factor = flows.get(line.id), report.factor_of(line)
        if line.counted and line.stage in PCF_STAGES and flow is not None and factor is not None:
            kind = reason_kind(flow, factor, report.rules, _)
            parts.setdefault(kind, []).append(line.buckets.absolute_excluding_uptake)
    sums = {kind: math.fsum(sizes) for kind, sizes in parts.items()}
    whole = math.fsum(sums.values())
    if not whole > 0:
        return ""
    told = [
        f"{kind} {report.percent(100 * size / whole)}"
        for kind, size in sorted(sums.items(), key=lambda each: -each[1])
    ]
    return _("Parts of the footprint by their data: {parts}.").format(parts=_(", ").join(told))


def _origins(report: Report) -> str:
    _ = report.translate
    flows = report.flows_by_id()
    counted = [flows[f.id] for f in report.result.flows if f.counted and f.id in flows]
    found = Counter(flow.origin for flow in counted)
    parts = [
        f"{origin_title(origin, _)} {found[origin]}" for origin in (*Origin, None) if found[origin]
    ]
    return _("Amounts of the {count} rows counted: {origins}.").format(
        count=len(counted), origins=_(", ").join(parts)
    )


def sources(report: Report, room: Room) -> Flowable:
    """The publications behind the factors used, with edition and licence, and the GWP sets."""
    _ = report.translate
    cited = Counter(citation(report, factor) for factor in used_factors(report))
    lines = [f"{text} ({count})" for text, count in cited.most_common()]
    body: list[Flowable] = [
        Words(text, BODY, bullet=True, max_lines=5) for text in lines[: room.sources]
    ]
    more = len(lines) - room.sources
    if more > 0:
        body.append(Words(_("and {count} more").format(count=more), BODY, bullet=True))
    body.append(Words(_("In brackets: number of rows that use the source."), LABEL))
    body.append(Words(_gwp(report), BODY))
    return titled(_("Data sources"), body)


def used_factors(report: Report) -> Iterator[EmissionFactor]:
    """The factor of every counted row, and of the recycled part of a material."""
    flows = report.flows_by_id()
    for line in report.result.flows:
        flow = flows.get(line.id)
        recycled = flow.recycled_factor_id if isinstance(flow, Material) else None
        added = [p.factor_id for p in line.power.parts if not p.left_out] if line.power else []
        for factor_id in (line.factor_id, recycled, *added) if line.counted else ():
            if factor_id is not None and factor_id in report.factors:
                yield report.factors[factor_id]


def citation(report: Report, factor: EmissionFactor) -> str:
    """Who published a factor, where, under which licence."""
    _ = report.translate
    layers = {
        Layer.OWN: _("own factor"),
        Layer.SUPPLIER: _("footprint from the supplier"),
        Layer.LICENSED: _("licensed data"),
    }
    parts = (
        factor.publisher,
        factor.document,
        factor.edition,
        factor.licence,
        layers.get(factor.layer, ""),
    )
    return _(", ").join(_distinct(parts)) or _("source not stated")


def _distinct(parts: Sequence[str]) -> Iterator[str]:
    """The parts that say something which the parts before do not contain."""
    said = ""
    for part in filter(None, map(str.strip, parts)):
        if part not in said:
            yield part
        said += f"{part}\n"


def _gwp(report: Report) -> str:
    _ = report.translate
    words = {
        GwpSet.MIXED: _("mixed"),
        GwpSet.CO2_ONLY: _("CO₂ only"),
        GwpSet.UNKNOWN: _("not stated"),
    }
    names = [
        words.get(GwpSet(name), name) if name in {*GwpSet} else name
        for name in report.result.gwp_sets
    ]
    return _("Global warming potentials over 100 years (IPCC): {sets}.").format(
        sets=_(", ").join(names) or _("not stated")
    )
