"""Filling cells down, as in Excel: by key, by dragging the corner of the selection, by a double click on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRubberBand, QWidget

from supplier_pcf.gui.base.theme import colours
from supplier_pcf.gui.tables import table_paste

if TYPE_CHECKING:
    from supplier_pcf.gui.base.context import Context
    from supplier_pcf.gui.tables.cells import Column
    from supplier_pcf.gui.tables.flow_table_model import FlowTableModel
    from supplier_pcf.gui.tables.flow_table_view import FlowTableView
    from supplier_pcf.gui.tables.table_rows import Rows

_SIZE = 9
_LEFT = Qt.MouseButton.LeftButton


class Filled(Protocol):
    """What must be known of a table to fill its cells."""

    context: Context
    source: Rows
    model: FlowTableModel
    view: FlowTableView

    def block(self) -> tuple[list[int], list[Column]]:
        """The rows and columns selected."""

    def is_whole(self) -> bool:
        """Whether the selection is one block, without gaps."""

    def take(self, done: table_paste.Pasted, label: str) -> None:
        """Take over what became of the study, as one step of undo."""


class TableFill(QObject):
    """Fills the rows under the selection with what is selected: each time one step of undo."""

    def __init__(self, table: Filled) -> None:
        super().__init__(table.view)
        self._table = table
        self.handle = FillHandle(self, table.view.viewport())
        view, model = table.view, table.model
        view.viewport().installEventFilter(self)
        chosen = view.selectionModel()
        for signal in (
            chosen.selectionChanged,
            chosen.currentChanged,
            model.modelReset,
            model.layoutChanged,
            model.rowsInserted,
            model.rowsRemoved,
            view.horizontalHeader().sectionResized,
            view.verticalScrollBar().valueChanged,
            view.horizontalScrollBar().valueChanged,
        ):
            signal.connect(self.place)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The corner is elsewhere once the table has another size."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def told(self) -> str:
        """What the handle is for."""
        _ = self._table.context.translate
        return _("Drag down to fill the cells below. A double click fills to the end.")

    def down(self) -> None:
        """The first row of the selection into the rows under it; of one row, what stands above it."""
        rows, _columns = self._table.block()
        if not self._table.is_whole():
            return
        if len(rows) > 1:
            self._fill(rows[:1], rows[1:])
        elif rows and rows[0] > 0:
            self._fill([rows[0] - 1], rows)

    def to_row(self, last: int) -> None:
        """The rows of the selection over and over into those under it, up to this one."""
        rows, columns = self._table.block()
        last = min(last, self._table.model.rowCount() - 1)
        if not rows or last <= rows[-1] or not self._table.is_whole():
            return
        self._fill(rows, list(range(rows[-1] + 1, last + 1)))
        model = self._table.model
        ends = [model.column_of(column.key) for column in (columns[0], columns[-1])]
        area = QItemSelection(model.index(rows[0], ends[0]), model.index(last, ends[1]))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._table.view.selectionModel().select(area, flag)

    def to_end(self) -> None:
        """Into all rows under the selection."""
        self.to_row(self._table.model.rowCount() - 1)

    def _fill(self, sources: list[int], rows: list[int]) -> None:
        table, model = self._table, self._table.model
        study = table.context.study
        target = table_paste.Target(
            rows=table.source, columns=table.block()[1], ids=[model.id_at(row) for row in rows]
        )
        ids = [model.id_at(row) for row in sources]
        done = table_paste.fill(study, ids, target, model.unread)
        table.take(done, table.context.translate("Fill down"))

    def corner(self) -> QRect:
        """Where the block that is selected ends, in the view; empty where it cannot be filled down."""
        rows, columns = self._table.block()
        model, view = self._table.model, self._table.view
        if not rows or not any(column.put is not None for column in columns):
            return QRect()
        last = model.index(rows[-1], model.column_of(columns[-1].key))
        cell = view.visualRect(last)
        inside = view.viewport().rect()
        return cell if inside.contains(cell.bottomRight() - QPoint(1, 1)) else QRect()

    def place(self, *_args: object) -> None:
        """Put the handle at the corner of the selection."""
        cell = self.corner()
        self.handle.setVisible(not cell.isEmpty())
        if not cell.isEmpty():
            self.handle.move(cell.bottomRight() - QPoint(_SIZE - 2, _SIZE - 2))
            self.handle.raise_()

    def row_at(self, at: QPoint) -> int:
        """The row at a place of the view; the last one under all."""
        row = self._table.view.rowAt(at.y())
        return row if row >= 0 else (-1 if at.y() < 0 else self._table.model.rowCount() - 1)

    def area_to(self, row: int) -> QRect:
        """The cells from under the selection to a row, in the view; empty where there are none."""
        rows, columns = self._table.block()
        if not rows or row <= rows[-1]:
            return QRect()
        model, view = self._table.model, self._table.view
        ends = [model.column_of(column.key) for column in (columns[0], columns[-1])]
        first, last = model.index(rows[-1] + 1, ends[0]), model.index(row, ends[1])
        return view.visualRect(first).united(view.visualRect(last))

    def show_row(self, row: int) -> None:
        """Scroll so that a row is in sight."""
        view = self._table.view
        view.scrollTo(self._table.model.index(row, view.currentIndex().column()))


class FillHandle(QWidget):
    """The small square at the corner of the selection."""

    def __init__(self, fill: TableFill, area: QWidget) -> None:
        super().__init__(area)
        self._fill = fill
        self.band: QRubberBand | None = None
        """The frame around what would be filled, while the corner is dragged."""
        self.setObjectName("fill-handle")
        self.setFixedSize(_SIZE, _SIZE)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setToolTip(fill.told())
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the colour of the frame around the current cell, with a light edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        painter.fillRect(self.rect().adjusted(2, 2, -1, -1), QColor(colours(self.palette()).accent))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The drag begins."""
        if event.button() == _LEFT and self.band is None:
            self.band = QRubberBand(QRubberBand.Shape.Rectangle, self.parentWidget())
        event.setAccepted(event.button() == _LEFT)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Frame what would be filled."""
        row = self._row(event)
        if self.band is None:
            return
        if row >= 0:
            self._fill.show_row(row)
        area = self._fill.area_to(row)
        self.band.setGeometry(area)
        self.band.setVisible(not area.isEmpty())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fill what is framed."""
        band, self.band = self.band, None
        if band is not None:
            is_framed = not band.isHidden()
            band.hide()
            band.deleteLater()
            if is_framed:
                self._fill.to_row(self._row(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fill to the end."""
        if event.button() == _LEFT:
            self._fill.to_end()

    def _row(self, event: QMouseEvent) -> int:
        return self._fill.row_at(self.mapToParent(event.position().toPoint()))
