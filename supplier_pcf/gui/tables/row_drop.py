"""A supplier's file that is dropped on a row of a table."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QRubberBand, QToolTip, QWidget

from supplier_pcf.app.choosing import flow_of, need_of, takes_footprint
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.factors.dropped_file import footprint_in
from supplier_pcf.gui.tables.rows_table import RowsTable


class RowDrop(QObject):
    """Lets a footprint be dropped on a row of a table, and shows on which while it is dragged."""

    def __init__(self, context: Context, table: RowsTable) -> None:
        super().__init__(table)
        self._context, self._table = context, table
        self.band = QRubberBand(QRubberBand.Shape.Rectangle, table.view.viewport())
        self.band.hide()
        table.view.viewport().setAcceptDrops(True)
        table.view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Only what can be taken on this very row is accepted; the rest is for the window."""
        if event.type() == QEvent.Type.DragLeave:
            self._point_at("")
            return True
        if not isinstance(event, QDropEvent):
            return False
        path, at = footprint_in(event.mimeData()), event.position().toPoint()
        row_id = self._row_at(at) if path is not None else ""
        is_dropped = not isinstance(event, QDragMoveEvent)
        self._point_at("" if is_dropped else row_id, at)
        if not row_id:
            # whoever is entered hears of the moves that follow
            event.setAccepted(path is not None and event.type() == QEvent.Type.DragEnter)
            return True
        event.acceptProposedAction()
        if is_dropped and path is not None:
            self._table.select(row_id, "factor")
            take = partial(drop_on_row, self._context, row_id, path, self._table)
            QTimer.singleShot(0, self, take)
        return True

    def _row_at(self, at: QPoint) -> str:
        """The row under the pointer whose factor a footprint can be."""
        table = self._table
        row_id = table.model.id_at(table.view.rowAt(at.y()))
        flow = flow_of(self._context.study, row_id) if row_id else None
        fits = flow is not None and takes_footprint(need_of(self._context.session, flow))
        return row_id if fits else ""

    def _point_at(self, row_id: str, at: QPoint | None = None) -> None:
        """Frame the row and say what a drop would do; nothing where there is none."""
        view = self._table.view
        self.band.setVisible(bool(row_id))
        flow = flow_of(self._context.study, row_id) if row_id else None
        if flow is None or at is None:
            QToolTip.hideText()
            return
        row = view.rowAt(at.y())
        area = view.viewport()
        self.band.setGeometry(
            QRect(0, view.rowViewportPosition(row), area.width(), view.rowHeight(row))
        )
        text = self._context.translate("Drop the supplier's footprint on “{name}”")
        name = need_of(self._context.session, flow).name
        QToolTip.showText(area.mapToGlobal(at), text.format(name=name), area)


def drop_on_row(context: Context, row_id: str, path: Path, parent: QWidget) -> None:
    """Look at the file and take its figure for the row."""
    from supplier_pcf.gui.factors.received_file import read_received, take_received

    file = read_received(context, path, parent)
    if file is not None:
        take_received(context, file, row_id, parent)
