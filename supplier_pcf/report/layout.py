"""What a page is built of: words, grids, stacks and panels that know their height before they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from reportlab.platypus import Flowable

from supplier_pcf.report import fonts
from supplier_pcf.report.breaking import break_lines
from supplier_pcf.report.drawing import Anchor, Rect, Role, Text
from supplier_pcf.report.paint import paint_path, paint_rect, paint_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text looks."""

    size: float = 8.0
    leading: float = 11.0
    role: Role = Role.TEXT
    bold: bool = False


BODY = Style()
STRONG = Style(bold=True)
SMALL = Style(size=7, leading=9.4, role=Role.MUTED)
TABLE = Style(size=7.2, leading=9.4)
STRONG_SMALL = Style(size=7.2, leading=9.4, bold=True)
LABEL = Style(size=6.8, leading=9.4, role=Role.MUTED)
HEADING = Style(size=10, leading=14, bold=True)
TITLE = Style(size=19, leading=24, bold=True)
SUBTITLE = Style(size=9.5, leading=13, role=Role.MUTED)
HERO = Style(size=36, leading=40, bold=True)
METRIC = Style(size=12, leading=15.5, bold=True)
BULLET = "•"
_BULLET_INDENT = 8.0
_ASCENT = 0.78


class Words(Flowable):
    """A text in lines, cut with an ellipsis after `max_lines`; `indent` is kept free on the right."""

    def __init__(
        self,
        text: str,
        style: Style = BODY,
        *,
        anchor: Anchor = Anchor.START,
        max_lines: int | None = None,
        indent: float = 0.0,
        bullet: bool = False,
    ) -> None:
        super().__init__()
        self.text = fonts.clean(text)
        self.style = style
        self.anchor = anchor
        self.max_lines = max_lines
        self.indent = indent
        self.start = _BULLET_INDENT if bullet else 0.0
        self._lines: tuple[str, ...] = ()

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Breaks the text; the height is that of its lines."""
        room = width - self.indent - self.start
        style = self.style
        self._lines = break_lines(
            self.text, room, lambda t: fonts.width(t, style.size, bold=style.bold), self.max_lines
        )
        self.width, self.height = width, len(self._lines) * style.leading
        return width, self.height

    def draw(self) -> None:
        """Writes the lines from the top down."""
        left, right = self.start, self.width - self.indent
        x = {Anchor.START: left, Anchor.MIDDLE: (left + right) / 2, Anchor.END: right}[self.anchor]
        y = self.height - (self.style.leading - self.style.size) / 2 - self.style.size * _ASCENT
        if self.start:
            self._write(BULLET, 1.5, y, Anchor.START)
        for line in self._lines:
            self._write(line, x, y, self.anchor)
            y -= self.style.leading

    def _write(self, text: str, x: float, y: float, anchor: Anchor) -> None:
        style = self.style
        shape = Text(
            x=x, y=y, text=text, size=style.size, role=style.role, anchor=anchor, bold=style.bold
        )
        paint_text(self.canv, shape)


class Gap(Flowable):
    """Room to breathe."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room, as high as asked."""
        return width, self.height

    def draw(self) -> None:
        """Nothing to see."""


class Stack(Flowable):
    """Flowables under each other."""

    def __init__(self, children: Sequence[Flowable], gap: float = 0.0) -> None:
        super().__init__()
        self.children = tuple(children)
        self.gap = gap
        self._heights: tuple[float, ...] = ()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The sum of the heights and the gaps between them."""
        self._heights = tuple(child.wrap(width, height)[1] for child in self.children)
        self.width = width
        self.height = sum(self._heights) + self.gap * max(len(self.children) - 1, 0)
        return width, self.height

    def draw(self) -> None:
        """Draws from the top down."""
        y = self.height
        for child, height in zip(self.children, self._heights, strict=True):
            y -= height
            child.drawOn(self.canv, 0, y)
            y -= self.gap


class Leading(Stack):
    """A heading with what must not be parted from it; it does not stand alone at the foot of a page."""


def paged(
    parts: Iterable[Flowable], width: float, room: float, gap: float
) -> Iterator[list[Flowable]]:
    """The parts in order, as many on a page as it holds; a heading takes its first row along."""
    page: list[Flowable] = []
    used = 0.0
    for part in parts:
        height = part.wrap(width, room)[1] + gap
        need = height + (3 * BODY.leading if isinstance(part, Leading) else 0.0)
        if page and used + need > room:
            yield page
            page, used = [], 0.0
        page.append(part)
        used += height
    if page:
        yield page


class Marked(Flowable):
    """A section with a quiet mark at the right end of its heading."""

    def __init__(self, section: Flowable, mark: str) -> None:
        super().__init__()
        self.section = section
        self.mark = Words(mark, LABEL, anchor=Anchor.END, max_lines=1)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the section alone."""
        self.mark.wrap(width, height)
        self.width, self.height = self.section.wrap(width, height)
        return self.width, self.height

    def draw(self) -> None:
        """The mark stands on the line of the heading."""
        self.section.drawOn(self.canv, 0, 0)
        lower = (HEADING.leading + HEADING.size - LABEL.leading - LABEL.size) / 2
        self.mark.drawOn(self.canv, 0, self.height - self.mark.height - lower)


class Grid(Flowable):
    """Rows of cells in columns of given widths; `rules` draws a line under each of the first rows."""

    def __init__(
        self,
        rows: Sequence[Sequence[Flowable]],
        widths: Sequence[float],
        *,
        gutter: float = 8.0,
        row_gap: float = 0.0,
        rules: Sequence[int] = (),
    ) -> None:
        super().__init__()
        self.rows = tuple(tuple(row) for row in rows)
        self.widths = tuple(widths)
        self.gutter = gutter
        self.row_gap = row_gap
        self.rules = frozenset(rules)
        self._heights: tuple[float, ...] = ()

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        """As wide as its columns; a row is as high as its highest cell."""
        self._heights = tuple(
            max(cell.wrap(w, height)[1] for cell, w in zip(row, self.widths, strict=True))
            for row in self.rows
        )
        self.width = sum(self.widths) + self.gutter * (len(self.widths) - 1)
        self.height = sum(self._heights) + self.row_gap * max(len(self.rows) - 1, 0)
        return self.width, self.height

    def draw(self) -> None:
        """Draws from the top down; cells hang from the top of their row."""
        y = self.height
        for number, (row, height) in enumerate(zip(self.rows, self._heights, strict=True)):
            x = 0.0
            for cell, width in zip(row, self.widths, strict=True):
                cell.drawOn(self.canv, x, y - cell.height)
                x += width + self.gutter
            y -= height
            if number in self.rules:
                under = y - self.row_gap / 2
                paint_path(self.canv, ((0, under), (self.width, under)), Role.LINE, 0.6)
            y -= self.row_gap


class Panel(Flowable):
    """A flowable on a coloured ground; with `edge`, a stripe at the left."""

    def __init__(
        self,
        child: Flowable,
        *,
        fill: Role = Role.PANEL,
        edge: Role | None = None,
        padding: float = 12.0,
    ) -> None:
        super().__init__()
        self.child = child
        self.fill = fill
        self.edge = edge
        self.padding = padding

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The child and the padding around it."""
        inner = self.child.wrap(width - 2 * self.padding, height)[1]
        self.width, self.height = width, inner + 2 * self.padding
        return width, self.height

    def draw(self) -> None:
        """Draws the ground, then the child."""
        paint_rect(self.canv, self._ground(self.width, self.fill))
        if self.edge:
            paint_rect(self.canv, self._ground(3.0, self.edge))
        self.child.drawOn(self.canv, self.padding, self.padding)

    def _ground(self, width: float, fill: Role) -> Rect:
        return Rect(x=0, y=0, width=width, height=self.height, fill=fill, radius=0)


class Shrunk(Flowable):
    """A flowable made smaller as a whole if it is higher than the room: the last resort."""

    def __init__(self, child: Flowable, room: float) -> None:
        super().__init__()
        self.child = child
        self.room = room
        self.scale = 1.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Never higher than the room."""
        height = self.child.wrap(width, self.room)[1]
        self.scale = min(1.0, self.room / height) if height else 1.0
        self.width, self.height = width, height * self.scale
        return width, self.height

    def draw(self) -> None:
        """Draws the child, scaled."""
        self.canv.saveState()
        self.canv.scale(self.scale, self.scale)
        self.child.drawOn(self.canv, 0, 0)
        self.canv.restoreState()


def titled(title: str, body: Sequence[Flowable], gap: float = 2.0) -> Stack:
    """A section: its heading and what stands under it."""
    return Stack([Words(title, HEADING, max_lines=2), *body], gap)


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """Numbers of one column, to stand under each other at their decimal mark."""

    mark: str
    tail: float
    """Room kept for decimals; longer ones reach to the right edge and out of line."""

    @classmethod
    def of(cls, texts: Sequence[str], mark: str, width: float, style: Style = BODY) -> Self:
        """A column of this width with room for every number among these."""
        tails = [fonts.width(_decimals(t, mark), style.size, bold=style.bold) for t in texts]
        wholes = [fonts.width(t.partition(mark)[0], style.size, bold=True) for t in texts]
        room = width - max(wholes, default=0.0)
        return cls(mark, max(min(max(tails, default=0.0), room), 0.0))

    def cell(self, text: str, style: Style = BODY) -> Number:
        """One number, moved so that its mark stands in the column's line."""
        own = fonts.width(_decimals(text, self.mark), style.size, bold=style.bold)
        return Number(text, style, indent=max(self.tail - own, 0.0))


class Number(Words):
    """A number at the right edge; it is never broken or cut."""

    def __init__(self, text: str, style: Style = BODY, *, indent: float = 0.0) -> None:
        super().__init__(text, style, anchor=Anchor.END, indent=indent)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """One line, whatever its width."""
        self._lines = (self.text,)
        self.width, self.height = width, self.style.leading
        return width, self.height


def _decimals(text: str, mark: str) -> str:
    _, found, decimals = text.partition(mark)
    return found + decimals
