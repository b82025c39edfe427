"""The view of a flow table: keys, menu requests, its height, and what it says when empty."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableView,
    QWidget,
)

from supplier_pcf.gui.widgets.cells import Kind
from supplier_pcf.gui.widgets.flow_table_delegate import FlowTableDelegate, open_list
from supplier_pcf.gui.widgets.flow_table_model import FlowTableModel

_ROW_PADDING = 12
_MOST = 9
"""Rows in sight before the table scrolls by itself."""
_EMPTY = 3
"""Rows' room for what an empty table says."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_Hint = QAbstractItemDelegate.EndEditHint


class FlowTableView(QTableView):
    """A table that answers to Excel's keys and leaves what they mean to its owner."""

    copy_asked = Signal()
    paste_asked = Signal()
    delete_asked = Signal()
    fill_asked = Signal()
    move_asked = Signal(int)
    factor_asked = Signal(str)
    """Id of the row whose factor is to be chosen."""
    row_selected = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, model: FlowTableModel, empty: str) -> None:
        super().__init__()
        self._model = model
        self._most, self._padding = _MOST, _ROW_PADDING
        self.setModel(model)
        self.setItemDelegate(FlowTableDelegate(self, model))
        self._empty = QLabel(empty, self.viewport())
        self._empty.setObjectName(f"{model.kind}-empty")
        self._empty.setProperty("role", "quiet")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look()
        self._watch()
        self._fit()

    def _look(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self._empty.text())
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)
        rows.setMinimumWidth(3 * self.fontMetrics().averageCharWidth() + _ROW_PADDING)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setMinimumSectionSize(24)
        for at, column in enumerate(self._model.columns):
            self.setColumnWidth(at, max(column.width, heading.sectionSizeHint(at)))
        heading.setStretchLastSection(True)

    def _watch(self) -> None:
        model = self._model
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._fit)
        self.horizontalHeader().sectionResized.connect(self._fit)
        self.selectionModel().currentChanged.connect(self._current_moved)
        model.modelReset.connect(lambda: self.row_selected.emit(""))
        self.customContextMenuRequested.connect(self.menu_asked)
        self.doubleClicked.connect(self._ask_for_factor)

    def show_rows(self, most: int, padding: int = _ROW_PADDING) -> None:
        """Be as high as the rows are, up to so many; `padding` is what a row is higher than its text."""
        self._most, self._padding = most, padding
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + padding)
        self._fit()

    def _fit(self) -> None:
        """As high as its rows, within bounds, with room for the bar under them where there is one."""
        rows = self._model.rowCount()
        one = self.verticalHeader().defaultSectionSize()
        heading = self.horizontalHeader()
        height = heading.sizeHint().height() + 2 * self.frameWidth()
        is_off = self.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if heading.length() > self.viewport().width() and not is_off:
            height += self.horizontalScrollBar().sizeHint().height()
        shown = rows or _EMPTY
        self.setMinimumHeight(height + one * min(shown, self._most))
        self.setMaximumHeight(height + one * shown)
        self._empty.setVisible(rows == 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._empty.setGeometry(self.viewport().rect().adjusted(24, 0, -24, 0))

    def whole_rows_selected(self) -> bool:
        """Whether rows are selected as a whole, by their numbers."""
        return bool(self.selectionModel().selectedRows())

    def _current_moved(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.row() != before.row():
            self.row_selected.emit(self._model.id_at(current.row()))

    def _ask_for_factor(self, index: QModelIndex) -> bool:
        asked = index.isValid() and self._model.columns[index.column()].kind is Kind.FACTOR
        if asked:
            self.factor_asked.emit(self._model.id_at(index.row()))
        return asked

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.state() == QAbstractItemView.State.EditingState:
            open_list(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._took(event):
            super().keyPressEvent(event)

    def _took(self, event: QKeyEvent) -> bool:
        if self.state() == QAbstractItemView.State.EditingState:
            return False
        key, modifiers = event.key(), event.modifiers()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif key == Qt.Key.Key_D and modifiers == _CONTROL:
            self.fill_asked.emit()
        elif (
            key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and modifiers & Qt.KeyboardModifier.AltModifier
        ):
            self.move_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (*_ENTER, Qt.Key.Key_F2) and self._ask_for_factor(self.currentIndex()):
            pass
        elif key in _ENTER:
            self._down()
        elif key in _TAB and (self._is_at_end(key) or modifiers & _CONTROL):
            self._leave(forward=key == Qt.Key.Key_Tab)
        else:
            return False
        return True

    def go(self, index: QModelIndex) -> None:
        """Make this the current cell and the whole selection."""
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, select)
        self.scrollTo(index)

    def _is_at_end(self, key: int) -> bool:
        """Whether Tab would leave the last cell, or Shift and Tab the first."""
        index, model = self.currentIndex(), self._model
        if not index.isValid():
            return True
        if key == Qt.Key.Key_Tab:
            return (index.row() + 1, index.column() + 1) == (model.rowCount(), model.columnCount())
        return (index.row(), index.column()) == (0, 0)

    def _leave(self, *, forward: bool) -> None:
        """On to the next field: a table must not hold who works without a mouse."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    def _down(self) -> None:
        index = self.currentIndex()
        below = index.siblingAtRow(index.row() + 1)
        if below.isValid():
            self.go(below)

    def closeEditor(self, editor: QWidget, hint: _Hint) -> None:
        """Enter goes on below, as in Excel; Escape shows the value the cell has."""
        index = self.currentIndex()
        super().closeEditor(editor, hint)
        if hint == _Hint.SubmitModelCache:
            self._down()
        elif hint == _Hint.RevertModelCache and index.isValid():
            self._model.forget_problem(index)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.show_rows(self._most, self._padding)
