"""What charts are made of: an axis, bars, labels that fit, and numbers under each other at their decimal mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from supplier_pcf.domain.numbers import number_style, percent
from supplier_pcf.report.breaking import elide
from supplier_pcf.report.drawing import Anchor, Area, Rect, Role, Text
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.metrics import approximate_width

SIZE = 8.0
"""Points of ordinary text."""
PITCH = 15.5
"""Points from one row to the next."""


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


def axis_for(kgs: Iterable[float], left: float, right: float) -> Axis:
    """An axis on which all these bars and zero have room."""
    values = [0.0, *kgs]
    return Axis(left=left, right=right, low=min(values), high=max(values))


def bar(axis: Axis, kg: float, role: Role, y: float, height: float = 8.0) -> Rect:
    """A bar from zero to the value; negative ones run to the left."""
    start, end = sorted((axis.x(0), axis.x(kg)))
    return Rect(x=start, y=y, width=end - start, height=height, fill=role)


def text_label(text: str, x: float, y: float, room: float, *, bold: bool = False) -> Text:
    """A label cut with an ellipsis where it has no room."""
    shown = elide(text, room, lambda part: approximate_width(part, SIZE, bold=bold))
    return Text(x=x, y=y, text=shown, size=SIZE, bold=bold)


def row_area(y: float, width: float, row: str, *, height: float = PITCH) -> Area:
    """All of a line of text whose baseline is here, as wide as the sheet; `height` where its bar is under it."""
    return Area(x=0, y=y - PITCH + 4.5, width=width, height=height, row=row)


def column_heads(first: str, second: str, x: float, width: float, y: float) -> Iterable[Text]:
    """The small headings of two columns that end at these places."""
    for text, right in ((first, x), (second, width)):
        yield Text(x=right, y=y, text=text, size=7, role=Role.MUTED, anchor=Anchor.END)


class NumberColumn:
    """A column of numbers that stand under each other at their decimal mark."""

    def __init__(self, values: Sequence[float], language: str, right: float) -> None:
        self.language = language
        self.right = right
        self.mark = number_style(language).decimal
        self.tail = max((self._tail(kg_text(v, language)) for v in values), default=0.0)
        wholes = (approximate_width(kg_text(v, language), SIZE, bold=True) for v in values)
        self.left = right - self.tail - max(wholes, default=0.0) - SIZE

    def _tail(self, text: str) -> float:
        _, mark, decimals = text.partition(self.mark)
        return approximate_width(mark + decimals, SIZE)

    def numbers(
        self, kg: float, share: Decimal | None, y: float, width: float, *, bold: bool = False
    ) -> Iterable[Text]:
        """The texts of one row: kg aligned at the mark, percent at the right edge."""
        text = kg_text(kg, self.language)
        x = self.right - self.tail + self._tail(text)
        yield Text(x=x, y=y, text=text, size=SIZE, anchor=Anchor.END, bold=bold)
        yield Text(
            x=width,
            y=y,
            text=percent(share, self.language),
            size=SIZE,
            anchor=Anchor.END,
            bold=bold,
        )
