"""The coverage of a footprint by evidence as a bar with its two marks, over the lines it is made of."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal

from supplier_pcf.domain.numbers import percent, shares
from supplier_pcf.engine.coverage import MARKS, Coverage, CoveredLine
from supplier_pcf.report.chart_parts import (
    PITCH,
    SIZE,
    NumberColumn,
    column_heads,
    row_area,
    text_label,
)
from supplier_pcf.report.drawing import Anchor, Area, Drawing, Line, Rect, Role, Shape, Text
from supplier_pcf.report.labels import Translate

_BAR = 16.0
_BAR_TOP = 14.0
_STATE = 140.0
_PERCENT = 46.0
_CHIP = 7.0


def coverage_bar(
    found: Coverage, translate: Translate, language: str, *, width: float = 420, top: int = 12
) -> Drawing:
    """The proven part from the left, marks at 80 and 95 %, and the heaviest lines with what each lacks."""
    _ = translate
    shapes: list[Shape] = [*_bar(found, language, width)]
    areas: list[Area] = []
    y = _BAR_TOP + _BAR + 20
    lines = found.lines[:top]
    parts = shares([line.kg for line in found.lines]) or (None,) * len(found.lines)
    column = NumberColumn(tuple(line.kg for line in lines), language, width - _STATE - _PERCENT)
    right = width - _STATE
    shapes += column_heads(_("kg CO₂e"), _("share"), column.right, right, y)
    shapes.append(Text(x=right + 10, y=y, text=_("Evidence"), size=7, role=Role.MUTED))
    for line, share in zip(lines, parts, strict=False):
        y += PITCH
        shapes += _row(line, share, column, y, right)
        areas.append(row_area(y, width, f"{line.kind}/{line.id}"))
        shapes.append(text_label(state_title(line, _), right + 10, y, _STATE - 10))
    rest = len(found.lines) - len(lines)
    if rest > 0:
        y += PITCH
        shapes.append(text_label(_("{count} more").format(count=rest), 14, y, column.left - 14))
    title = _("Coverage by evidence")
    return Drawing(width=width, height=y + 6, shapes=tuple(shapes), title=title, areas=tuple(areas))


def state_title(line: CoveredLine, translate: Translate) -> str:
    """What of a line is proven, in two or three words."""
    _ = translate
    if line.is_proven:
        return _("proven")
    if line.has_amount:
        return _("factor without source")
    return _("no document") if line.has_source else _("neither document nor source")


def _bar(found: Coverage, language: str, width: float) -> Iterable[Shape]:
    reached = found.percent or 0.0
    bottom = _BAR_TOP + _BAR
    yield Rect(x=0, y=_BAR_TOP, width=width, height=_BAR, fill=Role.PANEL)
    yield Rect(x=0, y=_BAR_TOP, width=width * reached / 100, height=_BAR, fill=Role.ACCENT)
    is_wide = width * reached / 100 > 44
    yield Text(
        x=6 if is_wide else width * reached / 100 + 5,
        y=_BAR_TOP + _BAR / 2 + 2.9,
        text=percent(_reached(found.percent), language),
        role=Role.ON_COLOUR if is_wide else Role.TEXT,
        bold=True,
    )
    for mark in MARKS.values():
        x = width * mark / 100
        yield Line(x1=x, y1=_BAR_TOP - 3, x2=x, y2=bottom + 3, stroke=Role.TEXT, thickness=1.2)
        label = percent(mark, language, 0)
        yield Text(x=x, y=_BAR_TOP - 6, text=label, size=SIZE, anchor=Anchor.MIDDLE)


def _reached(value: float | None) -> float | None:
    """Rounded down: 79.96 is not yet 80."""
    return None if value is None else math.floor(10 * value + 1e-6) / 10


def _row(
    line: CoveredLine, share: Decimal | None, column: NumberColumn, y: float, right: float
) -> Iterable[Shape]:
    """The share is rounded over all lines at once, as it is wherever rows stand with theirs."""
    role = Role.ACCENT if line.is_proven else Role.OTHERS
    yield Rect(x=0, y=y - 6.5, width=_CHIP, height=_CHIP, fill=role, radius=1.5)
    yield text_label(line.name, 14, y, column.left - 14)
    yield from column.numbers(line.kg, share, y, right)
