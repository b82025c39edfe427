"""How good the data is, and where it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from supplier_pcf.domain.factor import EmissionFactor, GwpSet, Layer
from supplier_pcf.domain.flows import Material, Origin
from supplier_pcf.report.context import Report, Room
from supplier_pcf.report.drawing import Anchor
from supplier_pcf.report.labels import origin_title
from supplier_pcf.report.layout import BODY, LABEL, STRONG, Grid, Words, titled

_VALUE = 56.0


def quality(report: Report, width: float) -> Flowable:
    """Primary data share and ratings on their base, and how many amounts were measured."""
    _ = report.translate
    rows = [
        [Words(title, BODY, max_lines=2), Words(value, STRONG, anchor=Anchor.END, max_lines=1)]
        for title, value in _ratings(report)
    ]
    base = (
        _("Base: the footprint with biogenic uptake. Ratings: 1 is best, 5 is worst.")
        if report.leads_with_uptake
        else _("Base: the footprint without biogenic uptake. Ratings: 1 is best, 5 is worst.")
    )
    grid = Grid(rows, [width - _VALUE - 8, _VALUE], row_gap=2, rules=range(len(rows) - 1))
    return titled(_("Data quality"), [grid, Words(base, LABEL), Words(_origins(report), BODY)])


def _ratings(report: Report) -> Iterator[tuple[str, str]]:
    _ = report.translate
    result = report.result
    share, ratings = (
        (result.primary_data_share_including, result.ratings_including)
        if report.leads_with_uptake
        else (result.primary_data_share_excluding, result.ratings_excluding)
    )
    yield _("Primary data share (PDS)"), report.percent(share)
    technology, time, geography = (
        (ratings.technology, ratings.time, ratings.geography) if ratings else (None,) * 3
    )
    yield _("Technological representativeness"), report.number(technology)
    yield _("Temporal representativeness"), report.number(time)
    yield _("Geographical representativeness"), report.number(geography)


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
    cited = Counter(_citation(report, factor) for factor in _used(report))
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


def _used(report: Report) -> Iterator[EmissionFactor]:
    """The factor of every counted row, and of the recycled part of a material."""
    flows = report.flows_by_id()
    for line in report.result.flows:
        flow = flows.get(line.id)
        recycled = flow.recycled_factor_id if isinstance(flow, Material) else None
        added = [p.factor_id for p in line.power.parts if not p.left_out] if line.power else []
        for factor_id in (line.factor_id, recycled, *added) if line.counted else ():
            if factor_id is not None and factor_id in report.factors:
                yield report.factors[factor_id]


def _citation(report: Report, factor: EmissionFactor) -> str:
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
