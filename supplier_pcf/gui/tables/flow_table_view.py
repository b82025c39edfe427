"""The view of a table: keys, menu requests, its height, and what it says when empty."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableView,
    QWidget,
)

from supplier_pcf.gui.base.sizes import wide
from supplier_pcf.gui.tables.cells import Kind
from supplier_pcf.gui.tables.flow_table_delegate import FlowTableDelegate, open_list
from supplier_pcf.gui.tables.flow_table_model import FlowTableModel
from supplier_pcf.gui.tables.table_heading import TableHeading
from supplier_pcf.gui.tables.table_keys import edge, wish_of

_ROW_PADDING = 12
_MOST = 9
"""Rows in sight before the table scrolls by itself."""
_EMPTY = 3
"""Rows' room for what an empty table says."""

_Key = Qt.Key
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_TAB = (_Key.Key_Tab, _Key.Key_Backtab)
_ARROWS = (_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_Move = QAbstractItemView.CursorAction
_STEPS = {
    _Move.MoveUp: (0, -1),
    _Move.MoveDown: (0, 1),
    _Move.MoveLeft: (-1, 0),
    _Move.MoveRight: (1, 0),
}
"""Columns and rows that an arrow goes."""
_Hint = QAbstractItemDelegate.EndEditHint


class FlowTableView(QTableView):
    """A table that answers to Excel's keys and leaves what they mean to its owner."""

    asked = Signal(str)
    """A wish, as `table_keys` names it."""
    move_asked = Signal(int)
    row_dragged = Signal(int, int)
    """Where a row stood, and where it was dropped."""
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
        model.is_seen = self.isVisible
        self._look()
        self.heading = TableHeading(self, model)
        self._watch()
        self.let_rows_be_dragged(model.source.reorder is not None)
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
        self.setAccessibleDescription(self._empty.text())
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)
        rows.setMinimumWidth(3 * self.fontMetrics().averageCharWidth() + _ROW_PADDING)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setMinimumSectionSize(24)
        for at, column in enumerate(self._model.columns):
            self.setColumnWidth(at, max(wide(column.width), heading.sectionSizeHint(at)))
        heading.setStretchLastSection(True)

    def let_rows_be_dragged(self, may: bool) -> None:
        """Whether rows can be moved by their numbers."""
        self.verticalHeader().setSectionsMovable(may)

    def _row_moved(self, row: int, before: int, to: int) -> None:
        """The view keeps the model's order; the study is to have the new one."""
        if before != row:
            return
        rows = self.verticalHeader()
        rows.blockSignals(True)
        rows.moveSection(to, before)
        rows.blockSignals(False)
        self.viewport().update()
        QTimer.singleShot(0, self, lambda: self.row_dragged.emit(row, to))

    def _watch(self) -> None:
        model = self._model
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._fit)
        self.horizontalHeader().sectionResized.connect(self._fit)
        self.verticalHeader().sectionMoved.connect(self._row_moved)
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
        self._empty.setVisible(rows == 0 and not self._model.order.words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._empty.setGeometry(self.viewport().rect().adjusted(24, 0, -24, 0))

    def whole_rows_selected(self) -> bool:
        """Whether rows are selected as a whole, by their numbers."""
        return bool(self.selectionModel().selectedRows())

    def ranges(self) -> list[QItemSelectionRange]:
        """The parts of the selection."""
        picked = self.selectionModel().selection()
        return [picked.at(i) for i in range(picked.count())]

    def is_one_block(self) -> bool:
        """Whether the same columns are selected in every row there is a selection in."""
        parts, columns = self.ranges(), dict[int, set[int]]()
        if len(parts) < 2:
            return True
        for part in parts:
            shown = {c for c in range(part.left(), part.right() + 1) if not self.isColumnHidden(c)}
            for row in range(part.top(), part.bottom() + 1):
                columns[row] = columns.get(row, set()) | shown
        return len({frozenset(of) for of in columns.values()}) <= 1

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
        wish = wish_of(event)
        if wish == "restore" and self._model.order.is_plain:
            return self._model.forget_problem(self.currentIndex())
        if wish:
            self.asked.emit(wish)
        elif key in (_Key.Key_Up, _Key.Key_Down) and modifiers & _ALT:
            self.move_asked.emit(-1 if key == _Key.Key_Up else 1)
        elif key == _Key.Key_Space and modifiers in (_CONTROL, _SHIFT):
            self._select_whole(column=modifiers == _CONTROL)
        elif key in (*_ENTER, _Key.Key_F2) and self._ask_for_factor(self.currentIndex()):
            pass
        elif key in _ENTER:
            self._down(-1 if modifiers & _SHIFT else 1)
        elif key in _TAB and (self._is_at_end(key) or modifiers & _CONTROL):
            self._leave(forward=key == _Key.Key_Tab)
        else:
            return False
        return True

    def _select_whole(self, *, column: bool) -> None:
        """The columns of the selection from top to bottom, or its rows from end to end."""
        flag = QItemSelectionModel.SelectionFlag
        whole = flag.Columns if column else flag.Rows
        chosen = self.selectionModel()
        chosen.select(chosen.selection(), flag.Select | whole)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Ctrl and an arrow go to the end of a filled stretch of cells, as in Excel."""
        step = _STEPS.get(action)
        index = self.currentIndex()
        if step is None or not modifiers & _CONTROL or not index.isValid():
            return super().moveCursor(action, modifiers)
        return self._edge(index, *step)

    def _edge(self, index: QModelIndex, across: int, down: int) -> QModelIndex:
        model = self._model
        if down:
            at = edge(
                index.row(), down, model.rowCount(), lambda r: model.is_filled(r, index.column())
            )
            return index.siblingAtRow(at)
        shown = [i for i in range(model.columnCount()) if not self.isColumnHidden(i)]
        at = edge(
            shown.index(index.column()),
            across,
            len(shown),
            lambda i: model.is_filled(index.row(), shown[i]),
        )
        return index.siblingAtColumn(shown[at])

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """With Ctrl an arrow selects as without it; only the way is longer."""
        if isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            held = event.modifiers() & ~_CONTROL
            event = QKeyEvent(event.type(), event.key(), held)
        return super().selectionCommand(index, event)

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

    def _down(self, by: int = 1) -> None:
        index = self.currentIndex()
        below = index.siblingAtRow(index.row() + by)
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
