"""Scenarios under today as bars of their stages; each prints the same numbers as its table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from supplier_pcf.domain.flows import PCF_STAGES, Stage
from supplier_pcf.domain.numbers import NOTHING, percent
from supplier_pcf.report.chart_parts import PITCH, SIZE, Axis, column_heads, row_area, text_label
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
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.labels import Translate, stage_title
from supplier_pcf.report.metrics import approximate_width

_BAR = 9.0
_CHIP = 7.0
_KG_COLUMN = 52.0
_PERCENT_COLUMN = 62.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioBar:
    """One bar: kg CO2e per declared unit by stage, and the difference to today in percent."""

    title: str
    kg: float | None
    """None where there is no figure."""
    stages: Mapping[Stage, float]
    percent: float | None
    """None for today itself, and where there is no figure."""


def scenario_bars(
    bars: Sequence[ScenarioBar], translate: Translate, language: str, *, width: float = 420
) -> Drawing:
    """Every scenario as its name, its figure and a bar of its stages, and under them what the colours mean."""
    _ = translate
    kg_right = width - _PERCENT_COLUMN
    axis = _axis(bars, kg_right - _KG_COLUMN)
    y = 8.0
    shapes: list[Shape] = [*column_heads(_("kg CO₂e"), _("against today"), kg_right, width, y)]
    areas: list[Area] = []
    for number, each in enumerate(bars):
        y += PITCH
        areas.append(row_area(y, width, str(number), height=PITCH + 4 + _BAR))
        shapes.append(text_label(each.title, 0, y, kg_right - _KG_COLUMN - 8))
        shapes += _figures(each, language, kg_right, width, y)
        y += 4
        shapes += _stacked(each, axis, y)
        y += _BAR
    if axis.low < 0:
        shapes.append(Line(x1=axis.x(0), y1=12, x2=axis.x(0), y2=y + 2, stroke=Role.TEXT))
    legend, y = _legend(bars, _, width, y + PITCH)
    shapes += legend
    return Drawing(
        width=width,
        height=y + 5,
        shapes=tuple(shapes),
        title=_("Scenarios"),
        areas=tuple(areas),
    )


def signed_percent(value: float | None, language: str) -> str:
    """A difference in percent with its sign; a dash where there is none."""
    if value is None:
        return NOTHING
    text = percent(value, language)
    return f"+{text}" if value > 0 else text


def _axis(bars: Iterable[ScenarioBar], right: float) -> Axis:
    known = [each.stages.values() for each in bars if each.kg is not None]
    low = min((sum(kg for kg in kgs if kg < 0) for kgs in known), default=0.0)
    high = max((sum(kg for kg in kgs if kg > 0) for kgs in known), default=0.0)
    return Axis(left=0, right=max(right, 40.0), low=low, high=high)


def _figures(
    each: ScenarioBar, language: str, kg_right: float, width: float, y: float
) -> Iterator[Text]:
    for text, right in (
        (kg_text(each.kg, language), kg_right),
        (signed_percent(each.percent, language), width),
    ):
        yield Text(x=right, y=y, text=text, size=SIZE, anchor=Anchor.END)


def _stacked(each: ScenarioBar, axis: Axis, y: float) -> Iterator[Rect]:
    """The stages side by side: negative ones left of zero, positive ones right of it."""
    yield Rect(x=axis.left, y=y, width=axis.right - axis.left, height=_BAR, fill=Role.PANEL)
    if each.kg is None:
        return
    down, up = 0.0, 0.0
    for stage in PCF_STAGES:
        kg = each.stages.get(stage, 0.0)
        start = up if kg > 0 else down
        left, right = sorted((axis.x(start), axis.x(start + kg)))
        if right > left:
            gap = 0.8 if right - left > 4 else 0.0
            yield Rect(x=left, y=y, width=right - left - gap, height=_BAR, fill=stage_role(stage))
        if kg > 0:
            up += kg
        else:
            down += kg


def _legend(
    bars: Sequence[ScenarioBar], translate: Translate, width: float, y: float
) -> tuple[list[Shape], float]:
    """A chip and its word for every stage that is seen, in as many lines as they need."""
    shapes: list[Shape] = []
    x = 0.0
    for stage in PCF_STAGES:
        if not any(each.stages.get(stage) for each in bars):
            continue
        title = stage_title(stage, translate)
        room = _CHIP + 5 + approximate_width(title, SIZE) + 14
        if x and x + room > width:
            x, y = 0.0, y + PITCH
        shapes += (
            Rect(x=x, y=y - 6.5, width=_CHIP, height=_CHIP, fill=stage_role(stage), radius=1.5),
            Text(x=x + _CHIP + 5, y=y, text=title, size=SIZE, role=Role.MUTED),
        )
        x += room
    return shapes, y
