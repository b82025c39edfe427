"""The headings of a table: a click sorts, the user's widths are kept, columns can be hidden."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QTableView

from supplier_pcf.app.table_looks import Look, look_of, looks_file, remember_look
from supplier_pcf.gui.tables.flow_table_model import FlowTableModel


class TableHeading(QObject):
    """Watches over the headings of one table and remembers how the user likes them."""

    def __init__(self, view: QTableView, model: FlowTableModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._header = view.horizontalHeader()
        self._first = [view.columnWidth(at) for at in range(model.columnCount())]
        self._look = look_of(looks_file(), model.kind)
        self._resized: set[int] = set()
        self._is_pressed = False
        self._apply()
        self._watch()

    def _apply(self) -> None:
        for key, wide in self._look.widths.items():
            at = self._model.column_of(key)
            if at >= 0:
                self._view.setColumnWidth(at, wide)
        for key in self._look.hidden:
            at = self._model.column_of(key)
            if at >= 0:
                self._view.setColumnHidden(at, True)

    def _watch(self) -> None:
        header, view = self._header, self._view
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        self._model.order_changed.connect(self._follow_order)
        header.sectionResized.connect(self._was_resized)
        header.sectionHandleDoubleClicked.connect(self.reset_width)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_menu)
        header.viewport().installEventFilter(self)

    def _follow_order(self) -> None:
        """Another study stands in its own order."""
        if not self._model.order.sorted_by:
            self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Only what the user pulls is remembered, once he lets go."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._is_pressed = True
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._is_pressed = False
            if self._resized:
                self._keep_widths()
        return False

    def _was_resized(self, column: int, _old: int, _new: int) -> None:
        is_stretched = column == self._header.count() - 1 and self._header.stretchLastSection()
        if self._is_pressed and not is_stretched:
            self._resized.add(column)

    def _keep_widths(self) -> None:
        columns = self._model.columns
        widths = {columns[at].key: self._view.columnWidth(at) for at in self._resized}
        self._resized.clear()
        self._keep(self._look._replace(widths={**self._look.widths, **widths}))

    def reset_width(self, column: int) -> None:
        """The column is as wide as at first."""
        self._resized.discard(column)
        self._view.setColumnWidth(column, self._first[column])
        key = self._model.columns[column].key
        widths = {name: wide for name, wide in self._look.widths.items() if name != key}
        self._keep(self._look._replace(widths=widths))

    def hide(self, column: int) -> None:
        """Do not show a column, now and at the next start."""
        key = self._model.columns[column].key
        self._view.setColumnHidden(column, True)
        self._keep(self._look._replace(hidden=(*self._look.hidden, key)))

    def show_all(self) -> None:
        """Show the columns that the user hid."""
        for key in self._look.hidden:
            self._view.setColumnHidden(self._model.column_of(key), False)
        self._keep(self._look._replace(hidden=()))

    def _keep(self, look: Look) -> None:
        self._look = look
        remember_look(looks_file(), self._model.kind, look)

    def _show_menu(self, at: QPoint) -> None:
        column = self._header.logicalIndexAt(at)
        if column >= 0:
            self.menu(column).exec(self._header.mapToGlobal(at))

    def menu(self, column: int) -> QMenu:
        """What can be done with a column."""
        _, sort = self._model.context.translate, self._view.sortByColumn
        order, key = Qt.SortOrder, self._model.columns[column].key
        menu = QMenu(self._view)
        menu.addAction(_("Smallest or A first"), partial(sort, column, order.AscendingOrder))
        menu.addAction(_("Largest or Z first"), partial(sort, column, order.DescendingOrder))
        plain = menu.addAction(_("Order of the study"), partial(sort, -1, order.AscendingOrder))
        plain.setEnabled(bool(self._model.order.sorted_by))
        menu.addSeparator()
        menu.addAction(_("Width as at first"), partial(self.reset_width, column))
        shown = sum(not self._header.isSectionHidden(at) for at in range(self._header.count()))
        hide = menu.addAction(_("Hide this column"), partial(self.hide, column))
        hide.setEnabled(shown > 1 and key != "name")
        menu.addAction(_("Show hidden columns"), self.show_all).setEnabled(bool(self._look.hidden))
        return menu
