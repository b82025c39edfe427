"""The steps at the left: where one is, how far each is, how much each still needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from supplier_pcf.gui.page import SPACE
from supplier_pcf.gui.theme import Colours, colours

Index = QModelIndex | QPersistentModelIndex
_CIRCLE = 20
_MARK = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the rail says about one step."""

    id: str
    number: int
    title: str
    state: str = "untouched"
    state_words: str = ""
    errors: int = 0
    warnings: int = 0

    @property
    def count(self) -> int:
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
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for mark in marks:
            item = QListWidgetItem(self)
            item.setData(_MARK, mark)
        self.show_marks(marks)
        self.setFixedWidth(self._needed_width(marks))
        self.setMinimumHeight(len(marks) * self.sizeHintForRow(0) + SPACE)
        self.currentItemChanged.connect(self._choose)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Say this about the steps."""
        for row, mark in enumerate(marks):
            item = self.item(row)
            if item.data(_MARK) != mark or not item.text():
                item.setData(_MARK, mark)
                item.setText(mark.title)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, mark.spoken)

    def show_tips(self, tips: Sequence[str]) -> None:
        """One line on each step, when the pointer rests on it."""
        for row, tip in enumerate(tips):
            self.item(row).setToolTip(tip)

    def show_current(self, step_id: str) -> None:
        """Mark this step as the one on show, without choosing it again."""
        self.blockSignals(True)
        try:
            for row in range(self.count()):
                if self.mark(row).id == step_id:
                    self.setCurrentRow(row)
        finally:
            self.blockSignals(False)

    def mark(self, row: int) -> Mark:
        """What is said about a step."""
        mark: Mark = self.item(row).data(_MARK)
        return mark

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_MARK).id)

    def _needed_width(self, marks: Sequence[Mark]) -> int:
        widest = max(self.fontMetrics().horizontalAdvance(m.title + "  ") for m in marks)
        return widest + _CIRCLE + 10 * SPACE


class _Painter(QStyledItemDelegate):
    """Paints number or tick, title and count of a step."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = max(option.fontMetrics.height() + 2 * SPACE, _CIRCLE + 2 * SPACE)
        return QSize(super().sizeHint(option, index).width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mark: Mark = index.data(_MARK)
        found = colours(option.palette)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here:
            painter.fillRect(area, QColor(found.tint))
            painter.fillRect(
                QRectF(area.left(), area.top(), 4 if focused else 3, area.height()),
                QColor(found.accent),
            )
        if focused:
            painter.setPen(QPen(QColor(found.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        _circle(painter, _square(area), mark, found, option)
        _title(painter, area, mark, option, bold=here)
        if mark.count:
            _badge(painter, area, mark, found, option)
        painter.restore()


def _square(area: QRectF) -> QRectF:
    return QRectF(area.left() + 2 * SPACE, area.center().y() - _CIRCLE / 2, _CIRCLE, _CIRCLE)


def _circle(
    painter: QPainter, box: QRectF, mark: Mark, found: Colours, option: QStyleOptionViewItem
) -> None:
    colour, text = {
        "complete": (found.accent, "✓"),
        "problem": (found.error, "!"),
        "in_work": (found.accent, str(mark.number)),
    }.get(mark.state, (found.quiet, str(mark.number)))
    painter.setPen(QPen(QColor(colour), 1.2))
    painter.setBrush(QColor(found.tint) if mark.state == "complete" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
    painter.setFont(_sized(option.font, 0.85, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _title(
    painter: QPainter, area: QRectF, mark: Mark, option: QStyleOptionViewItem, *, bold: bool
) -> None:
    painter.setFont(_sized(option.font, 1.0, bold=bold))
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    left = 2 * SPACE + _CIRCLE + SPACE + 4
    place = area.adjusted(left, 0, -5 * SPACE, 0)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, flags, mark.title)


def _badge(
    painter: QPainter, area: QRectF, mark: Mark, found: Colours, option: QStyleOptionViewItem
) -> None:
    text = str(mark.count) if mark.count < 100 else "99+"
    font = _sized(option.font, 0.85, bold=True)
    painter.setFont(font)
    width = max(20.0, painter.fontMetrics().horizontalAdvance(text) + 10.0)
    box = QRectF(area.right() - 2 * SPACE - width, area.center().y() - 9, width, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(found.error_tint if mark.errors else found.warning_tint))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(found.error if mark.errors else found.warning))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _sized(font: QFont, factor: float, *, bold: bool) -> QFont:
    sized = QFont(font)
    if font.pointSizeF() > 0:
        sized.setPointSizeF(font.pointSizeF() * factor)
    sized.setBold(bold)
    return sized
