"""Findings in a list, each a sentence with *Go there*."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.base.theme import colours

if TYPE_CHECKING:
    from supplier_pcf.domain.finding import Finding

Index = QModelIndex | QPersistentModelIndex
Translate = Callable[[str], str]
_ROW = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_ORDER = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words."""

    severity: str
    weight: str
    """The severity in words."""
    text: str
    where: str


def told(finding: Finding, translate: Translate) -> Told:
    """A finding as the user reads it."""
    from supplier_pcf.words import sentence

    severity = finding.severity.value
    text = sentence(finding.code, finding.params, translate)
    return Told(severity, weight(severity, translate), text, finding.where)


def weight(severity: str, _: Translate) -> str:
    """How much a finding matters, in words."""
    words = {"error": _("Settle"), "warning": _("Look at"), "note": _("Note")}
    return words[severity]


class FindingsModel(QAbstractListModel):
    """The findings on show, what must be settled first."""

    def __init__(self, translate: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translate = translate
        self._findings: tuple[Finding, ...] = ()
        self._told: dict[int, Told] = {}

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show these; nothing moves where they are the same as before."""
        new = tuple(sorted(findings, key=lambda f: _ORDER[f.severity.value]))
        if new == self._findings:
            return
        self.beginResetModel()
        self._findings = new
        self._told.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._findings):
            return None
        row = self._row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.weight}: {row.text}"
        return row if role == _ROW else None

    def _row(self, number: int) -> Told:
        """In words once somebody looks: there may be thousands."""
        if number not in self._told:
            self._told[number] = told(self._findings[number], self._translate)
        return self._told[number]


_BATCH = 50
"""Rows that are measured at once; more of them in turns, between which events are answered."""
_LEAST = 120
"""Height that is always left to findings, in pixels; they scroll."""


class FindingsList(QListView):
    """Click a finding, or press Enter on it, to go to its place."""

    chosen = Signal(str)

    def __init__(self, translate: Translate, name: str, most_rows: int = 3) -> None:
        """With `most_rows` the list is as tall as its rows, up to so many; 0: as tall as it may be."""
        super().__init__()
        _ = translate
        self._most_rows = most_rows
        self.setObjectName(name)
        self.setAccessibleName(_("What this page still needs"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setBatchSize(_BATCH)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.found = FindingsModel(translate, self)
        self.setModel(self.found)
        self.setItemDelegate(_Painter(self, _("Go there"), [weight(s, _) for s in _ORDER]))
        self.clicked.connect(self._go)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show these; without any the list takes no room."""
        self.found.show_findings(findings)
        modes = QListView.LayoutMode
        is_long = self.found.rowCount() > _BATCH
        self.setLayoutMode(modes.Batched if is_long else modes.SinglePass)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def _fit(self) -> None:
        if not self._most_rows:
            return
        rows = self.found.rowCount()
        heights = (self.sizeHintForRow(row) for row in range(min(rows, self._most_rows)))
        wanted = sum(heights) + (2 * SPACE if rows > self._most_rows else 0)
        self.setFixedHeight(min(wanted, max(self.window().height() // 4, _LEAST)))
        self.setVisible(rows > 0)

    def _go(self, index: QModelIndex) -> None:
        row = index.data(_ROW)
        if row is not None:
            self.chosen.emit(row.where)


class _Painter(QStyledItemDelegate):
    """Paints a coloured edge, the severity, the sentence and the link."""

    def __init__(self, view: QListView, link: str, weights: list[str]) -> None:
        super().__init__(view)
        self._view, self._link, self._weights = view, link, weights

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        font = self._view.font()
        room = QRect(0, 0, width, 10_000)
        text = self._parts(room, font)[1]
        flags = Qt.TextFlag.TextWordWrap
        needed = QFontMetrics(font).boundingRect(text, flags, index.data() or "").height()
        return QSize(width, needed + SPACE + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Told = index.data(_ROW)
        found = colours(option.palette)
        colour = {"error": found.error, "warning": found.warning}.get(row.severity, found.quiet)
        font = self._view.font()
        painter.save()
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.fillRect(option.rect, QColor(found.tint))
        edge = QRect(option.rect.left(), option.rect.top() + 1, 3, option.rect.height() - 2)
        painter.fillRect(edge, QColor(colour))
        weight_box, text_box, link_box = self._parts(option.rect.adjusted(0, 4, 0, 0), font)
        painter.setFont(_bold(font))
        painter.setPen(QColor(colour))
        painter.drawText(weight_box, Qt.AlignmentFlag.AlignLeft, row.weight)
        painter.setPen(QColor(found.accent))
        painter.drawText(link_box, Qt.AlignmentFlag.AlignRight, self._link)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(text_box, Qt.TextFlag.TextWordWrap, row.text)
        painter.restore()

    def _parts(self, area: QRect, font: QFont) -> tuple[QRect, QRect, QRect]:
        """Where severity, sentence and link stand."""
        metrics = QFontMetrics(_bold(font))
        head = max(metrics.horizontalAdvance(word) for word in self._weights) + 2 * SPACE
        link = metrics.horizontalAdvance(self._link) + SPACE
        left = area.left() + SPACE + 4
        text = QRect(left + head, area.top(), area.width() - head - link - 4 * SPACE, area.height())
        end = QRect(area.right() - link - SPACE, area.top(), link, area.height())
        return QRect(left, area.top(), head, area.height()), text, end


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
