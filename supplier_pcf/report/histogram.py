"""The draws of a footprint as a neutral drawing: how often each figure came, the median and both limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from supplier_pcf.domain.numbers import fixed
from supplier_pcf.engine.draws import Drawn
from supplier_pcf.report.chart_parts import PITCH, SIZE, Axis, text_label
from supplier_pcf.report.drawing import Anchor, Drawing, Line, Rect, Role, Shape, Text
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.labels import Translate
from supplier_pcf.report.metrics import approximate_width

_TOP = 14.0
_HEIGHT = 84.0
_GAP = 0.6


def histogram(drawn: Drawn, translate: Translate, language: str, *, width: float = 420) -> Drawing:
    """Bars over kg CO2e per declared unit, the limits as lines, and under them the figures of the table."""
    _ = translate
    axis = Axis(left=0, right=width, low=drawn.edges[0], high=drawn.edges[-1])
    foot = _TOP + _HEIGHT
    shapes: list[Shape] = [*_bars(drawn, axis), Line(x1=0, y1=foot, x2=width, y2=foot)]
    shapes += _marks(drawn, axis, language, width)
    y = foot
    for title, kg in marked(drawn, _):
        y += PITCH
        shapes.append(text_label(title, 0, y, width * 0.8))
        shapes.append(Text(x=width, y=y, text=kg_text(kg, language), size=SIZE, anchor=Anchor.END))
    title = _("How often each figure came in {count} draws, kg CO₂e").format(
        count=fixed(drawn.count, language, 0)
    )
    return Drawing(width=width, height=y + 4, shapes=tuple(shapes), title=title)


def marked(drawn: Drawn, _: Translate) -> tuple[tuple[str, float], ...]:
    """The figures that are marked, with what they are, in kg CO2e."""
    return (
        (_("Lower limit: 2.5 % of the draws are below"), drawn.low),
        (_("Median: half of the draws are below"), drawn.median),
        (_("Upper limit: 2.5 % of the draws are above"), drawn.high),
    )


def _bars(drawn: Drawn, axis: Axis) -> Iterator[Rect]:
    """As high as their part of the most frequent one; between the limits in the colour of the matter."""
    most = max(drawn.counts)
    pairs = zip(drawn.edges, drawn.edges[1:], drawn.counts, strict=False)
    for start, end, count in pairs:
        height = _HEIGHT * count / most
        left, right = axis.x(start), axis.x(end)
        inside = drawn.low <= (start + end) / 2 <= drawn.high
        fill = Role.PRODUCTION if inside else Role.OTHERS
        gap = _GAP if right - left > 3 * _GAP else 0.0
        yield Rect(
            x=left, y=_TOP + _HEIGHT - height, width=right - left - gap, height=height, fill=fill
        )


def _marks(drawn: Drawn, axis: Axis, language: str, width: float) -> Iterable[Shape]:
    """A line at each marked figure with its number above, moved so that it stays on the sheet."""
    end = -SIZE
    for kg in (drawn.low, drawn.median, drawn.high):
        x, text = axis.x(kg), kg_text(kg, language)
        yield Line(x1=x, y1=_TOP - 3, x2=x, y2=_TOP + _HEIGHT, stroke=Role.TEXT, thickness=1.0)
        half = approximate_width(text, SIZE) / 2
        middle = min(max(x, half), width - half)
        if middle - half > end:
            yield Text(x=middle, y=SIZE, text=text, size=SIZE, anchor=Anchor.MIDDLE)
            end = middle + half + SIZE / 2
