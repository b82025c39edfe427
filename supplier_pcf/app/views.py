"""What a page shows of a result: ready-made rows, shares and drawings, so that the window needs no engine."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.coverage import coverage_of
from supplier_pcf.app.once import Once
from supplier_pcf.app.session import Session
from supplier_pcf.checks.examined import Examined, place
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.finding import Finding, errors
from supplier_pcf.domain.flows import PCF_STAGES, Flow, Stage
from supplier_pcf.engine.result import NOT_OWED, FlowResult, MassBalance, Result
from supplier_pcf.project.whole import write_whole
from supplier_pcf.report import charts, figures
from supplier_pcf.report.coverage_bar import coverage_bar
from supplier_pcf.report.drawing import (
    BAND_STRENGTH,
    DARK,
    LIGHT,
    Anchor,
    Area,
    Band,
    Drawing,
    Line,
    Palette,
    Polyline,
    Rect,
    Role,
    Shape,
    Text,
)
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.labels import Translate, part_title, per_unit, stage_title, unit_title
from supplier_pcf.report.sankey import sankey
from supplier_pcf.report.svg import to_svg
from supplier_pcf.rules import LeadValue

TOP_CONTRIBUTIONS = 8
"""How many flows the chart shows one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """The figures of a result; None where there is no number, which is never zero."""

    unit: str
    """What the footprint is for, such as `piece`."""
    leading: float | None
    """The figure the rule set looks at first."""
    excluding: float | None
    including: float | None
    per_kg: float | None
    """Per kg of product, without uptake."""
    leading_per_kg: float | None
    """The same of the figure the rule set looks at first."""
    outbound: float | None
    """Transport to the customer, apart from the footprint; None where there is none."""
    rows_counted: int
    rows_total: int
    need_you: int
    """Rows that are owed a number and have none."""
    complete: bool
    rule_set: str
    leads_with_uptake: bool
    has_uptake: bool
    primary_percent: float | None
    """On the leading base."""
    ratings: Ratings | None
    """On the leading base, 1 to 5."""
    combustion_is_primary: bool
    certificate_is_primary: bool
    exempted_percent: float
    cut_off_percent: float | None
    mass_balance: MassBalance | None
    first_error: Finding | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageLine:
    """One stage of the life cycle, in kg CO2e per declared unit and percent of the footprint."""

    stage: Stage
    title: str
    kg: float
    percent: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionLine:
    """One of the largest flows, or the rest: then it has no stage and no place."""

    title: str
    kg: float
    percent: Decimal | None
    stage: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowRow:
    """One flow with its part in the footprint, or with the reason why it has none."""

    id: str
    place: str
    """Where it is entered, such as `materials/<id>`."""
    name: str
    stage: str
    amount: float | None
    unit: str
    factor: str
    kg: float | None
    percent: Decimal | None
    """Of the footprint; None for what is not part of it."""
    apart: bool
    """Counted, but reported beside the footprint."""
    reason: str
    """Code of why it is not counted; empty for counted rows."""
    is_owed: bool
    """Without a number, and it should have one."""
    left_out_because: str
    estimate: float | None
    """kg CO2e of what was left out on purpose."""


def result_view(session: Session, translate: Translate, language: str) -> ResultView:
    """The figures of the present result."""
    done = session.calculated
    result, rules = done.result, done.examined.rules
    with_uptake = rules.lead is LeadValue.INCLUDING_UPTAKE
    counted = bool(result.rows_counted)
    leading = result.including if with_uptake else result.excluding
    declared = result.declared_unit
    has_outbound = any(f.stage is Stage.OUTBOUND_TRANSPORT and f.counted for f in result.flows)
    return ResultView(
        unit=per_unit(declared.amount, declared.unit, language, translate),
        leading=leading if counted else None,
        excluding=result.excluding if counted else None,
        including=result.including if counted else None,
        per_kg=result.per_kg if counted else None,
        leading_per_kg=leading / result.mass_kg if counted and result.mass_kg else None,
        outbound=result.outbound.excluding_uptake if has_outbound else None,
        rows_counted=result.rows_counted,
        rows_total=result.rows_total,
        need_you=result.rows_total - result.rows_counted,
        complete=result.complete,
        rule_set=rules.title,
        leads_with_uptake=with_uptake,
        has_uptake=result.buckets.uptake_product != 0,
        primary_percent=result.primary_data_share_including
        if with_uptake
        else result.primary_data_share_excluding,
        ratings=result.ratings_including if with_uptake else result.ratings_excluding,
        combustion_is_primary=rules.combustion_is_primary,
        certificate_is_primary=rules.matched_certificate_is_primary,
        exempted_percent=result.exempted_percent,
        cut_off_percent=rules.cut_off_percent,
        mass_balance=result.mass_balance,
        first_error=next(iter(errors(done.findings)), None),
    )


def stage_rows(session: Session, translate: Translate) -> tuple[StageLine, ...]:
    """Every stage of the footprint in the order of the life cycle."""
    return tuple(
        StageLine(
            stage=row.stage,
            title=stage_title(row.stage, translate),
            kg=row.kg,
            percent=row.percent,
        )
        for row in figures.stage_rows(session.calculated.result)
    )


def contribution_rows(
    session: Session, translate: Translate, top: int = TOP_CONTRIBUTIONS
) -> tuple[ContributionLine, ...]:
    """The largest flows first, and the rest as one row."""
    return tuple(
        ContributionLine(
            title=charts.contribution_title(row, translate),
            kg=row.kg,
            percent=row.percent,
            stage=stage_title(row.flow.stage, translate) if row.flow else "",
            place=f"{row.flow.kind}/{row.flow.id}" if row.flow else "",
        )
        for row in figures.contribution_rows(session.calculated.result, top)
    )


_ROWS: Once[tuple[FlowRow, ...]] = Once()


def flow_rows(session: Session, translate: Translate, language: str) -> tuple[FlowRow, ...]:
    """Every row of the study: those inside the footprint by size, then those apart, then the rest."""
    return rows_of(session.calculated, translate, language)


def rows_of(done: Calculated, translate: Translate, language: str) -> tuple[FlowRow, ...]:
    """The same of any result; those of the last one are remembered."""
    work = partial(_flow_rows, done, translate, language)
    return _ROWS.value(work, done, translate, language)


def _flow_rows(done: Calculated, translate: Translate, language: str) -> tuple[FlowRow, ...]:
    percents = _percents(done.result)
    rows = [
        _flow_row(
            done.examined, flow, line, percents.get((line.kind, line.id)), translate, language
        )
        for flow, line in done.examined.lines()
    ]
    return tuple(sorted(rows, key=lambda row: (row.kg is None, row.apart, -abs(row.kg or 0.0))))


def places_of(session: Session, row: str) -> frozenset[str]:
    """The rows that a part of a drawing stands for: those of a stage, or the one of this place."""
    flows = figures.counted_flows(session.calculated.result)
    inside = (f for f in flows if row in (charts.stage_key(f.stage), charts.flow_key(f)))
    return frozenset(map(charts.flow_key, inside))


def stage_drawing(session: Session, translate: Translate, language: str, width: float) -> Drawing:
    """The stages as one bar with its table, so many points wide."""
    return charts.stage_bar(session.calculated.result, translate, language, width=width)


def contribution_drawing(
    session: Session, translate: Translate, language: str, width: float
) -> Drawing:
    """The largest flows as bars, so many points wide."""
    return charts.contributions(
        session.calculated.result, translate, language, width=width, top=TOP_CONTRIBUTIONS
    )


def sankey_drawing(session: Session, translate: Translate, language: str, width: float) -> Drawing:
    """The largest flows as bands into their stages, and the stages into the product."""
    return sankey(
        session.calculated.result, translate, language, width=width, top=TOP_CONTRIBUTIONS
    )


def coverage_drawing(
    session: Session, translate: Translate, language: str, width: float
) -> Drawing:
    """The coverage by evidence as a bar over its lines, so many points wide."""
    found = coverage_of(session.calculated, session.attachments)
    return coverage_bar(found, translate, language, width=width)


def drawing_svg(drawing: Drawing) -> str:
    """The drawing as an SVG document for paper."""
    return to_svg(drawing)


def _flow_row(
    examined: Examined,
    flow: Flow,
    line: FlowResult,
    percent: Decimal | None,
    translate: Translate,
    language: str,
) -> FlowRow:
    exclusion, factor = flow.exclusion, examined.factor(line.factor_id)
    return FlowRow(
        id=line.id,
        place=place(line.kind, flow),
        name=" ".join(line.name.split()),
        stage=stage_title(line.stage, translate),
        amount=line.amount,
        unit=unit_title(line.unit, translate),
        factor=name_in(factor, language) if factor else line.factor_id or "",
        kg=line.kg_co2e if line.counted else None,
        percent=percent,
        apart=line.counted and line.stage not in PCF_STAGES,
        reason=line.reason.value if line.reason else "",
        is_owed=not line.counted and line.reason not in NOT_OWED,
        left_out_because=exclusion.reason if exclusion else "",
        estimate=line.estimate if exclusion else None,
    )


def _percents(result: Result) -> dict[tuple[str, str], Decimal | None]:
    """Percent of every flow inside, the same as in the chart and in the report."""
    flows, percents = figures.counted_flows(result), figures.flow_percents(result)
    return {(f.kind, f.id): part for f, part in zip(flows, percents, strict=True)}


__all__ = [
    "BAND_STRENGTH",
    "DARK",
    "LIGHT",
    "TOP_CONTRIBUTIONS",
    "Anchor",
    "Area",
    "Band",
    "ContributionLine",
    "Drawing",
    "FlowRow",
    "Line",
    "MassBalance",
    "Palette",
    "Polyline",
    "Rect",
    "ResultView",
    "Role",
    "Shape",
    "StageLine",
    "Text",
    "contribution_drawing",
    "contribution_rows",
    "drawing_svg",
    "flow_rows",
    "kg_text",
    "part_title",
    "places_of",
    "result_view",
    "rows_of",
    "sankey_drawing",
    "stage_drawing",
    "stage_rows",
    "write_whole",
]
