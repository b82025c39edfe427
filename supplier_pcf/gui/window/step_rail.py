"""The steps at the left: where one is, how far each is, how much each still needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate

from supplier_pcf.gui.base.sizes import SPACE, is_large, wide
from supplier_pcf.gui.base.theme import Colours, colours
from supplier_pcf.gui.window.plain_paint import fill, outline, solid

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    Index = QModelIndex | QPersistentModelIndex

_CIRCLE, _LARGEST_CIRCLE = 20, 30


class Mark(NamedTuple):
    """What the rail says about one step."""

    id: str
    number: int
    title: str
    state: str = "untouched"
    state_words: str = ""
    errors: int = 0
    warnings: int = 0

    @property
    def open_count(self) -> int:
        """Things to settle or to look at."""
        return self.errors + self.warnings

    @property
    def spoken(self) -> str:
        """The same for a screen reader."""
        return ", ".join(part for part in (self.title, self.state_words) if part)


class StepRail(QListWidget):
    """A list of steps; arrows move in it, a click or Enter shows the page."""

    chosen = Signal(str)

    def __init__(self, marks: Sequence[Mark], name: str) -> None:
        super().__init__()
        self.setObjectName("step-rail")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._marks = tuple(marks)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        for mark in marks:
            QListWidgetItem(mark.title, self)
        self.setFixedWidth(self._needed_width(marks))
        self.setMinimumHeight(len(marks) * self.sizeHintForRow(0) + SPACE)
        self.currentItemChanged.connect(self._choose)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Say this about the steps."""
        from PySide6.QtCore import Qt

        before, self._marks = self._marks, tuple(marks)
        for row, mark in enumerate(marks):
            item = self.item(row)
            said = item.data(Qt.ItemDataRole.AccessibleTextRole)
            if mark != before[row] or said != mark.spoken:
                item.setText(mark.title)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, mark.spoken)
                self.update(self.indexFromItem(item))

    def show_tips(self, tips: Sequence[str]) -> None:
        """One line on each step, when the pointer rests on it."""
        for row, tip in enumerate(tips):
            self.item(row).setToolTip(tip)

    def show_current(self, step_id: str) -> None:
        """Mark this step as the one on show, without choosing it again."""
        self.blockSignals(True)
        try:
            for row, mark in enumerate(self._marks):
                if mark.id == step_id:
                    self.setCurrentRow(row)
        finally:
            self.blockSignals(False)

    def mark(self, row: int) -> Mark:
        """What is said about a step."""
        return self._marks[row]

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self._marks[self.row(item)].id)

    def _needed_width(self, marks: Sequence[Mark]) -> int:
        widest = max(self.fontMetrics().horizontalAdvance(m.title + "  ") for m in marks)
        return widest + _circle_size() + 10 * SPACE


class _Painter(QStyledItemDelegate):
    """Paints number or tick, title and count of a step.

    Texts are placed by their measures and states are asked of the list: the names of `Qt` and `QStyle`
    take long to load, and this is in the window's first picture.
    """

    def __init__(self, rail: StepRail) -> None:
        super().__init__(rail)
        self._rail = rail

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as needed; never wider than the list."""
        around = SPACE if is_large() else 2 * SPACE
        return QSize(1, max(option.fontMetrics.height() + around, _circle_size() + around))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rail = self._rail
        mark = rail.mark(index.row())
        found = colours(option.palette)
        here = index.row() == rail.currentRow()
        focused = here and rail.hasFocus()
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here:
            fill(painter, area, found.tint)
            edge = QRectF(area.left(), area.top(), 4 if focused else 3, area.height())
            fill(painter, edge, found.accent)
        _circle(painter, _square(area), mark, found, option)
        _title(painter, area, mark, option, bold=here)
        if mark.open_count:
            _badge(painter, area, mark, found, option)
        if focused:
            frame = QPainterPath()
            frame.addRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
            outline(painter, frame, found.accent, 1, dotted=True)
        painter.restore()


def _circle_size() -> int:
    """In pixels; it holds a letter of any size."""
    return wide(_CIRCLE, _LARGEST_CIRCLE)


def _square(area: QRectF) -> QRectF:
    size = _circle_size()
    return QRectF(area.left() + 2 * SPACE, area.center().y() - size / 2, size, size)


def _circle(
    painter: QPainter, box: QRectF, mark: Mark, found: Colours, option: QStyleOptionViewItem
) -> None:
    colour, text = {
        "complete": (found.accent, "✓"),
        "problem": (found.error, "!"),
        "in_work": (found.accent, str(mark.number)),
    }.get(mark.state, (found.quiet, str(mark.number)))
    ring = QPainterPath()
    ring.addEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
    if mark.state == "complete":
        painter.fillPath(ring, solid(found.tint))
    outline(painter, ring, colour, 1.2)
    font = _sized(option.font, 0.85, bold=True)
    written = QPainterPath()
    written.addText(_start_of(box, text, QFontMetrics(font)), font, text)
    painter.fillPath(written, solid(colour))


def _title(
    painter: QPainter, area: QRectF, mark: Mark, option: QStyleOptionViewItem, *, bold: bool
) -> None:
    """In the painter's own pen, which is that of the list's text."""
    font = _sized(option.font, 1.0, bold=bold)
    painter.setFont(font)
    left = area.left() + 2 * SPACE + _circle_size() + SPACE + 4
    painter.drawText(QPointF(left, _line_in(area, QFontMetrics(font))), mark.title)


def _badge(
    painter: QPainter, area: QRectF, mark: Mark, found: Colours, option: QStyleOptionViewItem
) -> None:
    text = str(mark.open_count) if mark.open_count < 100 else "99+"
    font = _sized(option.font, 0.85, bold=True)
    metrics = QFontMetrics(font)
    width = max(20.0, metrics.horizontalAdvance(text) + 10.0)
    height = max(18.0, metrics.height())
    top = area.center().y() - height / 2
    box = QRectF(area.right() - 2 * SPACE - width, top, width, height)
    rounded = QPainterPath()
    rounded.addRoundedRect(box, 4, 4)
    painter.fillPath(rounded, solid(found.error_tint if mark.errors else found.warning_tint))
    painter.setFont(font)
    painter.setPen(QColor(found.error if mark.errors else found.warning))
    painter.drawText(_start_of(box, text, metrics), text)


def _start_of(box: QRectF, text: str, metrics: QFontMetrics) -> QPointF:
    """Where a text begins that stands in the middle of a box."""
    left = box.center().x() - metrics.horizontalAdvance(text) / 2
    return QPointF(left, _line_in(box, metrics))


def _line_in(area: QRectF, metrics: QFontMetrics) -> float:
    """The line on which a text stands halfway up an area."""
    return area.center().y() + (metrics.ascent() - metrics.descent()) / 2


def _sized(font: QFont, factor: float, *, bold: bool) -> QFont:
    sized = QFont(font)
    if font.pointSizeF() > 0:
        sized.setPointSizeF(font.pointSizeF() * factor)
    sized.setBold(bold)
    return sized
