"""How the cells of a flow table are painted and edited."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from supplier_pcf.gui.base.theme import colours
from supplier_pcf.gui.tables.cells import Column, Kind
from supplier_pcf.gui.tables.flow_table_model import FlowTableModel

Index = QModelIndex | QPersistentModelIndex
_GAP = 4
_MARGIN = 4
_SLACK = 2
"""Widths of text are rounded; without this a text that just fits is cut."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class FlowTableDelegate(QStyledItemDelegate):
    """Values with their unit in a quieter colour; a line or a list to edit them."""

    def __init__(self, view: QTableView, model: FlowTableModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        is_current = index == self._view.currentIndex()
        cell = QStyleOptionViewItem(option)
        cell.state &= ~QStyle.StateFlag.State_HasFocus
        if self._column(index).kind is Kind.TICK:
            super().paint(painter, cell, index)
        else:
            self.initStyleOption(cell, index)
            cell.text = ""
            style = cell.widget.style() if cell.widget else QApplication.style()
            style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
            painter.setFont(cell.font)
            self._draw(painter, cell, index)
        if is_current:
            self._outline(painter, cell)

    def _outline(self, painter: QPainter, cell: QStyleOptionViewItem) -> None:
        """The current cell as in Excel: framed, thicker while keys go there."""
        wide = 2 if self._view.hasFocus() else 1
        painter.save()
        painter.setPen(QPen(QColor(colours(cell.palette).accent), wide))
        painter.drawRect(cell.rect.adjusted(wide // 2, wide // 2, -1, -1))
        painter.restore()

    def _draw(self, painter: QPainter, cell: QStyleOptionViewItem, index: Index) -> None:
        value, beside, look = self._model.painted(index)
        inside = cell.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        metrics = painter.fontMetrics()
        if self._column(index).is_right:
            texts = self._model.texts_beside(index.column())
            room = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            room += _SLACK if room else 0
            number = metrics.horizontalAdvance(value) + _SLACK
            room = max(0, min(room, inside.width() - number - _GAP))
            first = inside.adjusted(0, 0, -(room + _GAP) if room else 0, 0)
            second = inside.adjusted(inside.width() - room, 0, 0, 0)
            align = Qt.AlignmentFlag.AlignRight
        else:
            room = min(metrics.horizontalAdvance(beside) + _SLACK, inside.width() // 2)
            most = inside.width() - (room + 2 * _GAP if beside else 0)
            used = min(metrics.horizontalAdvance(value), most) + 2 * _GAP if value else 0
            first, second = (
                inside.adjusted(0, 0, most - inside.width(), 0),
                inside.adjusted(used, 0, 0, 0),
            )
            align = Qt.AlignmentFlag.AlignLeft
        self._write(painter, cell, (first, align), (value, look))
        if beside and second.width() > _MARGIN:
            self._write(painter, cell, (second, Qt.AlignmentFlag.AlignLeft), (beside, "quiet"))

    def _write(
        self,
        painter: QPainter,
        cell: QStyleOptionViewItem,
        where: tuple[QRect, Qt.AlignmentFlag],
        what: tuple[str, str],
    ) -> None:
        (rect, align), (text, look) = where, what
        elide = Qt.TextElideMode.ElideRight
        painter.setPen(_colour(cell, look))
        painter.drawText(
            rect, align | _MIDDLE, painter.fontMetrics().elidedText(text, elide, rect.width())
        )

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._column(index)
        editor: QLineEdit | QComboBox
        if column.kind is Kind.CHOICE:
            editor = self._list(parent, column)
        else:
            editor = QLineEdit(parent)
            editor.setFrame(False)
            if self._column(index).is_right:
                editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setObjectName(f"editor-{column.key}")
        editor.setAccessibleName(column.title)
        editor.setAutoFillBackground(True)
        return editor

    def _list(self, parent: QWidget, column: Column) -> QComboBox:
        box = QComboBox(parent)
        for value, words in column.options(self._model.context) if column.options else ():
            box.addItem(words, value)

        def chosen(_index: int) -> None:
            self.commitData.emit(box)
            self.closeEditor.emit(box, QAbstractItemDelegate.EndEditHint.NoHint)

        box.activated.connect(chosen)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(text))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            if editor.currentData() is not None:
                self._model.put(index.row(), self._column(index), editor.currentData())
        elif isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(self._model.index(index.row(), index.column()), editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        rect = option.rect
        wide = max(rect.width(), editor.minimumSizeHint().width())
        editor.setGeometry(rect.x(), rect.y(), wide, rect.height())

    def _column(self, index: Index) -> Column:
        return self._model.columns[index.column()]


def _colour(cell: QStyleOptionViewItem, look: str) -> QColor:
    palette = cell.palette
    if look == "problem":
        return QColor(colours(palette).warning)
    if look == "quiet":
        return QColor(colours(palette).quiet)
    return palette.color(QPalette.ColorRole.Text)


def open_list(view: QTableView) -> None:
    """Unfold the list of the cell being edited, so that one double click is enough."""
    box = view.viewport().findChild(QComboBox)
    if isinstance(box, QComboBox):
        QTimer.singleShot(0, box, box.showPopup)
