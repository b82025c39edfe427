"""The charts of a result as neutral drawings; each prints the same numbers as its table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from supplier_pcf.domain.flows import Stage
from supplier_pcf.domain.numbers import percent
from supplier_pcf.engine.result import FlowResult, Result
from supplier_pcf.report.chart_parts import (
    PITCH,
    SIZE,
    Axis,
    NumberColumn,
    axis_for,
    bar,
    column_heads,
    row_area,
    text_label,
)
from supplier_pcf.report.drawing import (
    Anchor,
    Area,
    Drawing,
    Line,
    Rect,
    Role,
    Shape,
    Text,
    stage_role,
)
from supplier_pcf.report.figures import (
    ContributionRow,
    StageRow,
    contribution_rows,
    stage_rows,
)
from supplier_pcf.report.labels import Translate, stage_title
from supplier_pcf.report.metrics import approximate_width

_BAR = 17.0
_CHIP = 7.0
_PERCENT_COLUMN = 46.0


def stage_bar(
    result: Result, translate: Translate, language: str, *, width: float = 300
) -> Drawing:
    """One bar of all stages, and under it every stage with kg and percent, and the sum."""
    _ = translate
    rows = stage_rows(result)
    column = NumberColumn(
        (*(row.kg for row in rows), result.excluding), language, width - _PERCENT_COLUMN
    )
    shapes: list[Shape] = [*_stacked(rows, width, language)]
    areas = [*_segment_areas(rows, shapes)]
    y = _BAR + 14
    shapes += column_heads(_("kg CO₂e"), _("share"), column.right, width, y)
    for row in rows:
        y += PITCH
        shapes += (
            _chip(row.stage, y),
            text_label(stage_title(row.stage, _), 14, y, column.left - 14),
        )
        areas.append(row_area(y, width, stage_key(row.stage)))
        shapes += column.numbers(row.kg, row.percent, y, width)
    shapes.append(Line(x1=0, y1=y + 5, x2=width, y2=y + 5))
    y += PITCH + 1
    shapes.append(text_label(_("Sum without biogenic uptake"), 0, y, column.left, bold=True))
    whole = None if rows[0].percent is None else Decimal(100)
    shapes += column.numbers(result.excluding, whole, y, width, bold=True)
    return Drawing(
        width=width,
        height=y + 4,
        shapes=tuple(shapes),
        title=_("Life cycle stages"),
        areas=tuple(areas),
    )


def stage_key(stage: Stage) -> str:
    """What a table knows all rows of a stage by."""
    return f"stage/{stage.value}"


def flow_key(flow: FlowResult | None) -> str:
    """What a table knows the row of a flow by; empty for many flows as one."""
    return f"{flow.kind}/{flow.id}" if flow else ""


def contributions(
    result: Result, translate: Translate, language: str, *, width: float = 420, top: int = 8
) -> Drawing:
    """The largest flows as bars with label, kg and percent, and all others as one row."""
    _ = translate
    rows = contribution_rows(result, top)
    column = NumberColumn(tuple(row.kg for row in rows), language, width - _PERCENT_COLUMN)
    bars_from = width * 0.38
    axis = axis_for((row.kg for row in rows), bars_from, max(column.left - 8, bars_from + 10))
    y = 8.0
    shapes: list[Shape] = [*column_heads(_("kg CO₂e"), _("share"), column.right, width, y)]
    areas: list[Area] = []
    for row in rows:
        y += PITCH
        shapes.append(text_label(contribution_title(row, _), 0, y, bars_from - 8))
        shapes.append(bar(axis, row.kg, stage_role(row.flow.stage if row.flow else None), y - 7))
        shapes += column.numbers(row.kg, row.percent, y, width)
        areas.append(row_area(y, width, flow_key(row.flow)))
    if rows:
        zero = axis.x(0)
        shapes.append(Line(x1=zero, y1=13, x2=zero, y2=y + 3))
    return Drawing(
        width=width,
        height=y + 6,
        shapes=tuple(shapes),
        title=_("Main contributions"),
        areas=tuple(areas),
    )


def contribution_title(row: ContributionRow, translate: Translate) -> str:
    """The name of a row; a flow without a name is called so."""
    _ = translate
    if row.flow is None:
        return _("{count} more").format(count=row.others)
    return " ".join(row.flow.name.split()) or _("(no name)")


def _chip(stage: Stage, y: float) -> Rect:
    return Rect(x=0, y=y - 6.5, width=_CHIP, height=_CHIP, fill=stage_role(stage), radius=1.5)


def _segment_areas(rows: Sequence[StageRow], segments: Sequence[Shape]) -> Iterable[Area]:
    """The part of the bar that is a stage."""
    for row in rows:
        for part in segments:
            if isinstance(part, Rect) and part.fill is stage_role(row.stage):
                key = stage_key(row.stage)
                yield Area(x=part.x, y=part.y, width=part.width, height=part.height, row=key)


def _stacked(rows: Sequence[StageRow], width: float, language: str) -> Iterable[Shape]:
    """Segments side by side: negative ones left of zero, positive ones right of it."""
    low = sum(row.kg for row in rows if row.kg < 0)
    high = sum(row.kg for row in rows if row.kg > 0)
    axis = Axis(left=0, right=width, low=low, high=high)
    yield Rect(x=0, y=0, width=width, height=_BAR, fill=Role.PANEL)
    down, up = 0.0, 0.0
    for row in rows:
        start = up if row.kg > 0 else down
        yield from _segment(axis, start, row.kg, row.stage, percent(row.percent, language))
        if row.kg > 0:
            up += row.kg
        else:
            down += row.kg
    if low < 0:
        yield Line(x1=axis.x(0), y1=-2, x2=axis.x(0), y2=_BAR + 2, stroke=Role.TEXT)


def _segment(axis: Axis, start: float, kg: float, stage: Stage, text: str) -> Iterable[Shape]:
    left, right = sorted((axis.x(start), axis.x(start + kg)))
    if right <= left:
        return
    gap = 0.8 if right - left > 4 else 0.0
    yield Rect(x=left, y=0, width=right - left - gap, height=_BAR, fill=stage_role(stage))
    if approximate_width(text, SIZE, bold=True) + 8 < right - left:
        middle = (left + right - gap) / 2
        yield Text(
            x=middle,
            y=_BAR / 2 + 2.9,
            text=text,
            role=Role.ON_COLOUR,
            anchor=Anchor.MIDDLE,
            bold=True,
        )
