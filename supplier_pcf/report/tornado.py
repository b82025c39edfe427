"""What other choices and figures would make of a footprint, as bars around the present one, the widest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from supplier_pcf.engine.sensitivity import Variation
from supplier_pcf.report.chart_parts import PITCH, SIZE, Axis, row_area, text_label
from supplier_pcf.report.drawing import Anchor, Area, Drawing, Line, Rect, Role, Shape, Text
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.labels import Translate
from supplier_pcf.report.metrics import approximate_width
from supplier_pcf.report.variations import variation_title

_NAMES_PART = 0.42
_BAR = 8.0


class Named(NamedTuple):
    """A variation and the name of what it is about."""

    variation: Variation
    name: str


def tornado(
    rows: Sequence[Named], translate: Translate, language: str, *, width: float = 420, top: int = 10
) -> Drawing:
    """The widest variations as bars from the lowest to the highest footprint, kg CO2e per declared unit."""
    _ = translate
    shown = rows[:top]
    title = _("What would change the figure")
    if not shown:
        return Drawing(width=width, height=SIZE, title=title)
    numbers = [kg_text(kg, language) for v, _name in shown for kg in (v.low, v.high)]
    heads = (_("lowest"), _("highest"))
    column = max(approximate_width(text, SIZE) for text in (*numbers, *heads)) + SIZE
    left = width * _NAMES_PART
    axis = _axis(shown, left, width - 2 * column - SIZE)
    shapes: list[Shape] = [*_heads(heads, width, column)]
    shapes += _base(shown[0].variation.base, axis, language)
    areas: list[Area] = []
    y = SIZE
    for number, (variation, name) in enumerate(shown):
        y += PITCH
        areas.append(row_area(y, width, str(number)))
        shapes.append(text_label(variation_title(variation, name, _), 0, y, left - SIZE))
        shapes += _bars(variation, axis, y)
        for kg, right in ((variation.low, width - column), (variation.high, width)):
            text = kg_text(kg, language)
            shapes.append(Text(x=right, y=y, text=text, size=SIZE, anchor=Anchor.END))
    x = axis.x(shown[0].variation.base)
    shapes.append(Line(x1=x, y1=SIZE + 4, x2=x, y2=y + 4, stroke=Role.TEXT, thickness=1.0))
    return Drawing(width=width, height=y + 6, shapes=tuple(shapes), title=title, areas=tuple(areas))


def _axis(shown: Sequence[Named], left: float, right: float) -> Axis:
    """From the lowest to the highest of all, not from zero: the differences are what counts here."""
    low = min(row.variation.low for row in shown)
    high = max(row.variation.high for row in shown)
    return Axis(left=left, right=max(right, left + SIZE), low=low, high=high)


def _heads(heads: tuple[str, str], width: float, column: float) -> Iterator[Text]:
    for text, right in zip(heads, (width - column, width), strict=True):
        yield Text(x=right, y=SIZE, text=text, size=7, role=Role.MUTED, anchor=Anchor.END)


def _base(kg: float, axis: Axis, language: str) -> Iterator[Text]:
    """The present footprint above its line, kept within the bars' part of the sheet."""
    text = kg_text(kg, language)
    half = approximate_width(text, SIZE, bold=True) / 2
    x = min(max(axis.x(kg), axis.left + half), axis.right - half)
    yield Text(x=x, y=SIZE, text=text, size=SIZE, anchor=Anchor.MIDDLE, bold=True)


def _bars(variation: Variation, axis: Axis, y: float) -> Iterator[Rect]:
    """Below the present footprint to the left of it, above to the right; choices in another colour than figures."""
    role = Role.PRODUCTION if variation.is_choice else Role.OTHERS
    base = axis.x(variation.base)
    for start, end in ((axis.x(variation.low), base), (base, axis.x(variation.high))):
        if end > start:
            yield Rect(x=start, y=y - 7, width=end - start, height=_BAR, fill=role)
