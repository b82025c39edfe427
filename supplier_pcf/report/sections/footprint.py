"""The result: the large number, the stages, and the kinds of emissions and removals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from supplier_pcf.domain.flows import Stage
from supplier_pcf.report.charts import stage_bar
from supplier_pcf.report.context import Report
from supplier_pcf.report.drawing import Anchor
from supplier_pcf.report.layout import (
    BODY,
    HERO,
    LABEL,
    METRIC,
    STRONG,
    Gap,
    Grid,
    Number,
    NumberColumn,
    Panel,
    Stack,
    Style,
    Words,
    titled,
)
from supplier_pcf.report.paint import Picture

_HERO_WIDTH = 200.0
_VALUE_WIDTH = 62.0
_KG_WIDTH = 52.0
_STAGES_PART = 0.58
_GUTTER = 24.0
_UNIT = Style(size=10, leading=13.5)


def hero(report: Report, width: float) -> Flowable:
    """The footprint of one declared unit, large, and beside it every way to state it."""
    _ = report.translate
    result = report.result
    value = result.including if report.leads_with_uptake else result.excluding
    shown = report.kg(value if result.rows_counted else None)
    left = Stack(
        [
            Words(shown, HERO, max_lines=1),
            Words(_("kg CO₂e per {unit}").format(unit=report.unit), _UNIT, max_lines=2),
            Gap(2),
            Words(_scope(report), LABEL, max_lines=2),
        ]
    )
    inner = width - 2 * 14
    right = Stack([Gap(6), _values(report, inner - _HERO_WIDTH - 16)])
    return Panel(
        Grid([[left, right]], [_HERO_WIDTH, inner - _HERO_WIDTH - 16], gutter=16), padding=14
    )


def _scope(report: Report) -> str:
    _ = report.translate
    if not report.has_uptake:
        return _("from cradle to gate; no biogenic uptake in the product")
    if report.leads_with_uptake:
        return _("from cradle to gate, with biogenic uptake")
    return _("from cradle to gate, without biogenic uptake")


def _values(report: Report, width: float) -> Flowable:
    """A small table: without uptake, with it, outbound transport; per declared unit and per kg."""
    _ = report.translate
    result = report.result
    lines = [(_("Without biogenic uptake"), result.excluding)]
    if report.has_uptake:
        lines.append((_("With biogenic uptake of the product"), result.including))
    if any(flow.stage is Stage.OUTBOUND_TRANSPORT for flow in result.flows):
        outbound = result.outbound.excluding_uptake
        lines.append((_("Outbound transport, apart from the footprint"), outbound))
    heads = (_("kg CO₂e"), _("per {unit}").format(unit=report.unit), _("per kg of product"))
    rows: list[Sequence[Flowable]] = [
        [
            Words(head, LABEL, anchor=Anchor.END if n else Anchor.START, max_lines=2)
            for n, head in enumerate(heads)
        ]
    ]
    mass = result.mass_kg
    for title, kg in lines:
        values = (kg, kg / mass if mass else None) if result.rows_counted else (None, None)
        rows.append([Words(title, BODY, max_lines=2), *(_metric(report, v) for v in values)])
    widths = [width - 2 * _VALUE_WIDTH - 2 * 8, _VALUE_WIDTH, _VALUE_WIDTH]
    return Grid(rows, widths, row_gap=4, rules=range(len(rows) - 1))


def _metric(report: Report, value: float | None) -> Number:
    return Number(report.kg(value), METRIC)


def stages(report: Report, width: float) -> Flowable:
    """The stages as a bar with its table, and beside it the kinds of emissions."""
    _ = report.translate
    left = (width - _GUTTER) * _STAGES_PART
    right = width - _GUTTER - left
    chart = Picture(stage_bar(report.result, _, report.language, width=left))
    return Grid(
        [
            [
                titled(_("Life cycle stages"), [chart], gap=3),
                titled(_("Emissions and removals by kind"), list(_by_kind(report, right)), gap=3),
            ]
        ],
        [left, right],
        gutter=_GUTTER,
    )


def _by_kind(report: Report, width: float) -> Iterator[Flowable]:
    _ = report.translate
    yield _kinds(report, width)
    carbon = report.result.carbon
    lines = []
    if carbon.biogenic is not None:
        text = _("Biogenic carbon content of the product: {kg} kg.")
        lines.append(text.format(kg=report.number(carbon.biogenic)))
    if carbon.fossil:
        text = _("Fossil carbon content of the product: {kg} kg.")
        lines.append(text.format(kg=report.number(carbon.fossil)))
    if carbon.recycled:
        text = _("Recycled carbon content of the product: {kg} kg.")
        lines.append(text.format(kg=report.number(carbon.recycled)))
    if carbon.packaging_biogenic:
        text = _("Biogenic carbon content of its packaging: {kg} kg.")
        lines.append(text.format(kg=report.number(carbon.packaging_biogenic)))
    if lines:
        yield Stack([Gap(4), *(Words(line, LABEL, max_lines=2) for line in lines)])


def _kinds(report: Report, width: float) -> Flowable:
    _ = report.translate
    buckets = report.result.buckets
    lines = [
        (_("Fossil, without aircraft"), buckets.fossil, True),
        (_("Biogenic methane and nitrous oxide"), buckets.biogenic_non_co2, True),
        (_("Land use change"), buckets.land_use_change, True),
        (_("Land management"), buckets.land_management, False),
        (_("Removals by land management"), buckets.land_removals, False),
        (_("Aircraft"), buckets.aircraft, True),
    ]
    shown = [(title, kg) for title, kg, always in lines if always or kg]
    after = [(_("Biogenic uptake of the product"), buckets.uptake_product)]
    after.append((_("Biogenic uptake of packaging (information)"), buckets.uptake_packaging))
    apart = [(title, kg) for title, kg in after if kg]
    total = (_("Sum without biogenic uptake"), report.result.excluding)
    return _kg_table(report, [*shown, total, *apart], len(shown), width)


def _kg_table(
    report: Report, lines: Sequence[tuple[str, float]], strong: int, width: float
) -> Flowable:
    _ = report.translate
    texts = [report.kg(kg) for __, kg in lines]
    column = NumberColumn.of(texts, report.decimal_mark, _KG_WIDTH)
    rows: list[list[Flowable]] = [
        [Words("", LABEL), Words(_("kg CO₂e"), LABEL, anchor=Anchor.END, max_lines=1)]
    ]
    for number, ((title, __), text) in enumerate(zip(lines, texts, strict=True)):
        style = STRONG if number == strong else BODY
        rows.append([Words(title, style, max_lines=2), column.cell(text, style)])
    return Grid(rows, [width - 8 - _KG_WIDTH, _KG_WIDTH], row_gap=4, rules=[strong])
