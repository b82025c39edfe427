"""The flows that make up most of the footprint, with amount, factor, kg and share."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from supplier_pcf.domain.numbers import NOTHING
from supplier_pcf.report.chart_parts import Axis, axis_for, bar
from supplier_pcf.report.charts import contribution_title
from supplier_pcf.report.context import Report, Room
from supplier_pcf.report.drawing import Anchor, Drawing, Line, Shape, stage_role
from supplier_pcf.report.figures import ContributionRow, contribution_rows
from supplier_pcf.report.labels import unit_title
from supplier_pcf.report.layout import BODY, LABEL, Grid, NumberColumn, Style, Words, titled
from supplier_pcf.report.paint import Picture

_BAR = 48.0
_AMOUNT = 44.0
_UNIT = 46.0
_KG = 46.0
_SHARE = 36.0
_GUTTER = 8.0
_NAME_PART = 0.54
_FACTOR = Style(size=7.5, leading=11)


def contributions(report: Report, room: Room, width: float) -> Flowable:
    """A table with one bar a row; what is not shown one by one is its last row."""
    _ = report.translate
    rows = contribution_rows(report.result, room.contributions)
    if not rows:
        return titled(_("Main contributions"), [Words(_("No flow is counted yet."), BODY)])
    text = width - _BAR - _AMOUNT - _UNIT - _KG - _SHARE - 6 * _GUTTER + (_GUTTER - 4)
    name = text * _NAME_PART
    widths = [name, _AMOUNT, _UNIT, text - name - (_GUTTER - 4), _BAR, _KG, _SHARE]
    cells = [_heads(report), *_cells(report, rows, room)]
    return titled(
        _("Main contributions"), [Grid(cells, widths, gutter=_GUTTER, row_gap=3.2, rules=[0])]
    )


def _heads(report: Report) -> Sequence[Flowable]:
    _ = report.translate
    left = (_("Flow"), None), (_("Amount"), Anchor.END), (_("Unit"), None), (_("Factor"), None)
    right = ("", None), (_("kg CO₂e"), Anchor.END), (_("share"), Anchor.END)
    return [
        Words(text, LABEL, anchor=anchor or Anchor.START, max_lines=1)
        for text, anchor in left + right
    ]


def _cells(
    report: Report, rows: Sequence[ContributionRow], room: Room
) -> Sequence[Sequence[Flowable]]:
    amounts = [_amount(report, row) for row in rows]
    kgs = [report.kg(row.kg) for row in rows]
    amount_column = NumberColumn.of(amounts, report.decimal_mark, _AMOUNT)
    kg_column = NumberColumn.of(kgs, report.decimal_mark, _KG)
    axis = axis_for((row.kg for row in rows), 0, _BAR)
    return [
        [
            Words(contribution_title(row, report.translate), BODY, max_lines=room.name_lines),
            amount_column.cell(amount),
            Words(_unit(report, row), BODY, max_lines=1),
            Words(_factor(report, row), _FACTOR, max_lines=room.factor_lines),
            Picture(_bar(axis, row)),
            kg_column.cell(kg),
            Words(_share(report, row), BODY, anchor=Anchor.END, max_lines=1),
        ]
        for row, amount, kg in zip(rows, amounts, kgs, strict=True)
    ]


def _bar(axis: Axis, row: ContributionRow) -> Drawing:
    role = stage_role(row.flow.stage if row.flow else None)
    shapes: tuple[Shape, ...] = (bar(axis, row.kg, role, 2, 7),)
    if axis.low < 0:
        shapes += (Line(x1=axis.x(0), y1=0, x2=axis.x(0), y2=11),)
    return Drawing(width=_BAR, height=11, shapes=shapes)


def _amount(report: Report, row: ContributionRow) -> str:
    """The amount, but beside a licensed factor, whose value it would give away."""
    if row.flow is None or report.is_licensed(row.flow):
        return ""
    return report.number(row.flow.amount)


def _unit(report: Report, row: ContributionRow) -> str:
    if row.flow is None or report.is_licensed(row.flow):
        return ""
    return unit_title(row.flow.unit, report.translate)


def _factor(report: Report, row: ContributionRow) -> str:
    if row.flow is None:
        return ""
    factor = report.factor_of(row.flow)
    return report.factor_title(factor) if factor else row.flow.factor_id or NOTHING


def _share(report: Report, row: ContributionRow) -> str:
    return report.percent(row.percent)
