"""From one footprint to another as a waterfall: both figures as bars, and between them every cause where it begins."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supplier_pcf.domain.numbers import NOTHING, significant
from supplier_pcf.engine.difference import Cause, CauseKind, Difference
from supplier_pcf.report.chart_parts import PITCH, SIZE, Axis, NumberColumn, row_area, text_label
from supplier_pcf.report.drawing import Anchor, Area, Drawing, Line, Rect, Role, Shape, Text
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.labels import Translate, unit_title
from supplier_pcf.report.metrics import approximate_width

TOP_CAUSES = 8
"""How many causes the chart shows one by one."""
_HEIGHT = 8.0
_NARROW = 0.5
"""Where the changes are smaller than this part of the figures, the axis does not begin at zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One bar: from where to where, in kg CO2e; a figure stands on zero."""

    title: str
    kg: float
    start: float
    end: float
    is_figure: bool = False
    row: str = ""
    """The number of the cause in its table, from nought; empty where it is none."""


def cause_title(cause: Cause, translate: Translate, names: Mapping[str, str]) -> str:
    """What a cause is called; `names` has those of factors that several rows share."""
    _ = translate
    title = {
        CauseKind.AMOUNT: _("What goes in: {name}"),
        CauseKind.LOSSES: _("Losses: {name}"),
        CauseKind.SHARE: _("Share of one piece: {name}"),
        CauseKind.UNIT: _("Mass of one piece"),
        CauseKind.FACTOR: _("Emission factor: {name}"),
        CauseKind.NEW: _("New: {name}"),
        CauseKind.GONE: _("Gone: {name}"),
        CauseKind.COUNTED: _("Counted now: {name}"),
        CauseKind.UNCOUNTED: _("No longer counted: {name}"),
        CauseKind.UPTAKE: _("Biogenic uptake of the product"),
        CauseKind.METHOD: _("Other rules"),
    }[cause.kind].format(name=cause_name(cause, names) or _("(no name)"))
    if cause.kind is CauseKind.FACTOR and cause.lines > 1:
        rows = _("(rows: {count})").format(count=cause.lines)
        return f"{title} {rows}"
    return title


def cause_name(cause: Cause, names: Mapping[str, str]) -> str:
    """The row a cause is about; the factor where several rows have it."""
    if cause.kind is CauseKind.FACTOR and cause.lines > 1:
        return names.get(cause.factor_after, cause.name)
    return " ".join(cause.name.split())


def signed_kg(kg: float, language: str) -> str:
    """kg CO2e with its sign."""
    text = kg_text(kg, language)
    return f"+{text}" if kg > 0 and text[0].isdigit() else text


def level_text(value: float | None, unit: str, language: str, translate: Translate) -> str:
    """What changed, with its unit."""
    if value is None:
        return NOTHING
    told = significant(value, language)
    return " ".join(part for part in (told, level_unit(unit, translate)) if part)


def level_unit(unit: str, translate: Translate) -> str:
    """A unit such as `kWh/kg` as a reader knows it."""
    _ = translate
    words = {"kg CO2e": "kg CO₂e", "value": _("of value")}
    return "/".join(words.get(part) or unit_title(part, _) for part in unit.split("/"))


def steps(
    made: Difference,
    ends: tuple[str, str],
    translate: Translate,
    names: Mapping[str, str],
    top: int = TOP_CAUSES,
) -> tuple[Step, ...]:
    """The older figure, the largest causes with all others as one, the newer figure; `ends` names the two."""
    _ = translate
    causes = made.causes if len(made.causes) <= top + 1 else made.causes[:top]
    parts = [(cause_title(cause, _, names), cause.kg) for cause in causes]
    others = made.causes[len(causes) :]
    if others:
        title = _("{count} more").format(count=len(others))
        parts.append((title, math.fsum(cause.kg for cause in others)))
    at = made.before
    found = [Step(title=ends[0], kg=at, start=0.0, end=at, is_figure=True)]
    for number, (title, kg) in enumerate(parts):
        row = str(number) if number < len(causes) else ""
        found.append(Step(title=title, kg=kg, start=at, end=at + kg, row=row))
        at += kg
    found.append(Step(title=ends[1], kg=made.after, start=0.0, end=made.after, is_figure=True))
    return tuple(found)


def waterfall(
    rows: Sequence[Step], translate: Translate, language: str, *, width: float = 420
) -> Drawing:
    """The steps as bars under each other, each with its label and its kg CO2e."""
    _ = translate
    column = NumberColumn([row.kg for row in rows], language, width - 4)
    left = width * 0.42
    axis = _axis(rows, left, max(column.left - 8, left + 10))
    y = 8.0
    shapes: list[Shape] = [_head(_("kg CO₂e"), width - 4, y)]
    areas: list[Area] = []
    for row, following in zip(rows, (*rows[1:], None), strict=True):
        y += PITCH
        areas.append(row_area(y, width, row.row))
        shapes.append(text_label(row.title, 0, y, left - 8, bold=row.is_figure))
        shapes.append(_bar(axis, row, y - 7))
        shapes.append(_number(row, column, language, y))
        if following is not None:
            x = axis.x(row.end)
            shapes.append(Line(x1=x, y1=y + 1, x2=x, y2=y + PITCH - 7))
    if axis.low > 0:
        y += PITCH
        text = _("The bars begin at {kg} kg CO₂e, not at zero.")
        shapes.append(
            Text(
                x=left,
                y=y,
                text=text.format(kg=kg_text(axis.low, language)),
                size=7,
                role=Role.MUTED,
            )
        )
    return Drawing(
        width=width,
        height=y + 6,
        shapes=tuple(shapes),
        title=_("What changed, cause by cause"),
        areas=tuple(areas),
    )


def _axis(rows: Sequence[Step], left: float, right: float) -> Axis:
    """From zero, or from below the lowest point where the changes would hardly be seen."""
    points = [
        point for row in rows for point in (row.end, *(() if row.is_figure else (row.start,)))
    ]
    low, high = min(points), max(points)
    if low > 0 and high - low < _NARROW * high:
        span = (high - low) or high
        return Axis(left=left, right=right, low=_round_down(max(low - span / 2, 0.0)), high=high)
    return Axis(left=left, right=right, low=min(low, 0.0), high=max(high, 0.0))


def _round_down(kg: float) -> float:
    """Two digits, so that it can be said."""
    if kg <= 0:
        return 0.0
    unit = 10.0 ** (math.floor(math.log10(kg)) - 1)
    return math.floor(kg / unit) * unit


def _bar(axis: Axis, row: Step, y: float) -> Rect:
    begin = max(row.start, axis.low) if row.is_figure else row.start
    start, end = sorted((axis.x(begin), axis.x(row.end)))
    role = Role.OTHERS if row.is_figure else Role.WARNING if row.kg > 0 else Role.ACCENT
    return Rect(x=start, y=y, width=max(end - start, 0.6), height=_HEIGHT, fill=role)


def _number(row: Step, column: NumberColumn, language: str, y: float) -> Text:
    text = kg_text(row.kg, language) if row.is_figure else signed_kg(row.kg, language)
    _whole, mark, decimals = text.partition(column.mark)
    x = column.right - column.tail + approximate_width(mark + decimals, SIZE)
    return Text(x=x, y=y, text=text, anchor=Anchor.END, bold=row.is_figure)


def _head(text: str, right: float, y: float) -> Text:
    return Text(x=right, y=y, text=text, size=7, role=Role.MUTED, anchor=Anchor.END)


def column_titles(translate: Translate, ends: tuple[str, str]) -> tuple[str, ...]:
    """The titles of the table of causes: cause, then, now, kg CO2e."""
    _ = translate
    return _("Cause"), ends[0], ends[1], _("kg CO₂e")
