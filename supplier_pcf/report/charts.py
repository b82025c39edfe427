"""The charts of a result as neutral drawings; each prints the same numbers as its table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from supplier_pcf.domain.flows import Stage
from supplier_pcf.domain.numbers import number_style, percent
from supplier_pcf.engine.result import Result
from supplier_pcf.report.breaking import elide
from supplier_pcf.report.drawing import Anchor, Drawing, Line, Rect, Role, Shape, Text, stage_role
from supplier_pcf.report.figures import (
    ContributionRow,
    StageRow,
    contribution_rows,
    kg_text,
    stage_rows,
)
from supplier_pcf.report.labels import Translate, stage_title
from supplier_pcf.report.metrics import approximate_width

_SIZE = 8.0
_PITCH = 15.5
_BAR = 17.0
_CHIP = 7.0
_PERCENT_COLUMN = 46.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Maps kg CO2e to points between two edges; zero lies where negative values need it."""

    left: float
    right: float
    low: float
    high: float

    def x(self, kg: float) -> float:
        """Where this value lies."""
        if self.high <= self.low:
            return self.left
        return self.left + (kg - self.low) / (self.high - self.low) * (self.right - self.left)


def stage_bar(
    result: Result, translate: Translate, language: str, *, width: float = 300
) -> Drawing:
    """One bar of all stages, and under it every stage with kg and percent, and the sum."""
    _ = translate
    rows = stage_rows(result)
    column = _Column(
        (*(row.kg for row in rows), result.excluding), language, width - _PERCENT_COLUMN
    )
    shapes: list[Shape] = [*_stacked(rows, width, language)]
    y = _BAR + 14
    shapes += _heads(_("kg CO₂e"), _("share"), column.right, width, y)
    for row in rows:
        y += _PITCH
        shapes += (_chip(row.stage, y), _label(stage_title(row.stage, _), 14, y, column.left - 14))
        shapes += column.numbers(row.kg, row.percent, y, width)
    shapes.append(Line(x1=0, y1=y + 5, x2=width, y2=y + 5))
    y += _PITCH + 1
    shapes.append(_label(_("Sum without biogenic uptake"), 0, y, column.left, bold=True))
    whole = None if rows[0].percent is None else Decimal(100)
    shapes += column.numbers(result.excluding, whole, y, width, bold=True)
    return Drawing(width=width, height=y + 4, shapes=tuple(shapes), title=_("Life cycle stages"))


def contributions(
    result: Result, translate: Translate, language: str, *, width: float = 420, top: int = 8
) -> Drawing:
    """The largest flows as bars with label, kg and percent, and all others as one row."""
    _ = translate
    rows = contribution_rows(result, top)
    column = _Column(tuple(row.kg for row in rows), language, width - _PERCENT_COLUMN)
    bars_from = width * 0.38
    axis = axis_for((row.kg for row in rows), bars_from, max(column.left - 8, bars_from + 10))
    y = 8.0
    shapes: list[Shape] = [*_heads(_("kg CO₂e"), _("share"), column.right, width, y)]
    for row in rows:
        y += _PITCH
        shapes.append(_label(contribution_title(row, _), 0, y, bars_from - 8))
        shapes.append(bar(axis, row.kg, stage_role(row.flow.stage if row.flow else None), y - 7))
        shapes += column.numbers(row.kg, row.percent, y, width)
    if rows:
        zero = axis.x(0)
        shapes.append(Line(x1=zero, y1=13, x2=zero, y2=y + 3))
    return Drawing(width=width, height=y + 6, shapes=tuple(shapes), title=_("Main contributions"))


def contribution_title(row: ContributionRow, translate: Translate) -> str:
    """The name of a row; a flow without a name is called so."""
    _ = translate
    if row.flow is None:
        return _("{count} more").format(count=row.others)
    return " ".join(row.flow.name.split()) or _("(no name)")


def axis_for(kgs: Iterable[float], left: float, right: float) -> Axis:
    """An axis on which all these bars and zero have room."""
    values = [0.0, *kgs]
    return Axis(left=left, right=right, low=min(values), high=max(values))


def bar(axis: Axis, kg: float, role: Role, y: float, height: float = 8.0) -> Rect:
    """A bar from zero to the value; negative ones run to the left."""
    start, end = sorted((axis.x(0), axis.x(kg)))
    return Rect(x=start, y=y, width=end - start, height=height, fill=role)


def _chip(stage: Stage, y: float) -> Rect:
    return Rect(x=0, y=y - 6.5, width=_CHIP, height=_CHIP, fill=stage_role(stage), radius=1.5)


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
    if approximate_width(text, _SIZE, bold=True) + 8 < right - left:
        middle = (left + right - gap) / 2
        yield Text(
            x=middle,
            y=_BAR / 2 + 2.9,
            text=text,
            role=Role.ON_COLOUR,
            anchor=Anchor.MIDDLE,
            bold=True,
        )


def _label(text: str, x: float, y: float, room: float, *, bold: bool = False) -> Text:
    shown = elide(text, room, lambda part: approximate_width(part, _SIZE, bold=bold))
    return Text(x=x, y=y, text=shown, size=_SIZE, bold=bold)


def _heads(first: str, second: str, x: float, width: float, y: float) -> Iterable[Text]:
    for text, right in ((first, x), (second, width)):
        yield Text(x=right, y=y, text=text, size=7, role=Role.MUTED, anchor=Anchor.END)


class _Column:
    """A column of numbers that stand under each other at their decimal mark."""

    def __init__(self, values: Sequence[float], language: str, right: float) -> None:
        self.language = language
        self.right = right
        self.mark = number_style(language).decimal
        self.tail = max((self._tail(kg_text(v, language)) for v in values), default=0.0)
        wholes = (approximate_width(kg_text(v, language), _SIZE, bold=True) for v in values)
        self.left = right - self.tail - max(wholes, default=0.0) - _SIZE

    def _tail(self, text: str) -> float:
        _, mark, decimals = text.partition(self.mark)
        return approximate_width(mark + decimals, _SIZE)

    def numbers(
        self, kg: float, share: Decimal | None, y: float, width: float, *, bold: bool = False
    ) -> Iterable[Text]:
        """The texts of one row: kg aligned at the mark, percent at the right edge."""
        text = kg_text(kg, self.language)
        x = self.right - self.tail + self._tail(text)
        yield Text(x=x, y=y, text=text, size=_SIZE, anchor=Anchor.END, bold=bold)
        yield Text(
            x=width,
            y=y,
            text=percent(share, self.language),
            size=_SIZE,
            anchor=Anchor.END,
            bold=bold,
        )
