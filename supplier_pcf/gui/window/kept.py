"""How the user left a page, to be found again when it is built anew: what is unfolded, sorted, chosen, scrolled to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from supplier_pcf.gui.pages.page import Page
from supplier_pcf.gui.tables.rows_table import RowsTable
from supplier_pcf.gui.tables.table_left import TableLeft
from supplier_pcf.gui.widgets.more import More

if TYPE_CHECKING:
    from supplier_pcf.gui.result.result_table import ResultTable

_DEEP = 4
"""Details lie in details, no deeper than this."""
_FILTERS = ("result-filter",)
"""Lines whose words pick out rows, beside those of the tables of flows."""


class Kept:
    """What of a page is not in the study, by the names of its widgets, which no language changes."""

    def __init__(self, page: Page) -> None:
        self._open = [m.objectName() for m in page.findChildren(More) if m.button.isChecked()]
        self._orders = {table.kind: TableLeft(table) for table in page.findChildren(RowsTable)}
        self._results = {table.objectName(): table.left() for table in _results(page)}
        self._lines = {
            name: line.text()
            for name in _FILTERS
            if (line := page.findChild(QLineEdit, name)) and line.text()
        }
        self._chosen = {
            view.objectName(): (view.currentIndex().row(), view.currentIndex().column())
            for view in page.findChildren(QTableView)
            if view.objectName() and view.currentIndex().isValid()
        }
        self._scrolled = page.verticalScrollBar().value(), page.horizontalScrollBar().value()
        field = QApplication.focusWidget()
        is_here = field is not None and page.isAncestorOf(field)
        self._field = field.objectName() if is_here and field is not None else ""
        self._cursor = field.cursorPosition() if isinstance(field, QLineEdit) else 0

    def give_back(self, page: Page) -> None:
        """Leave the new page as the old one was left."""
        self._unfold(page)
        self._arrange(page)
        self._choose(page)
        self._unfold(page)
        self._focus(page)
        QTimer.singleShot(0, page, lambda: self._scroll(page))

    def _unfold(self, page: Page) -> None:
        for _level in range(_DEEP):
            closed = [
                more
                for more in page.findChildren(More)
                if more.objectName() in self._open and not more.button.isChecked()
            ]
            if not closed:
                return
            for more in closed:
                more.open()

    def _arrange(self, page: Page) -> None:
        """Rows stand where they stood, also where another language would order them otherwise."""
        for table in page.findChildren(RowsTable):
            if table.kind in self._orders:
                self._orders[table.kind].give_back(table)
        for result in _results(page):
            if result.objectName() in self._results:
                result.sortByColumn(*self._results[result.objectName()])
        for name, text in self._lines.items():
            line = page.findChild(QLineEdit, name)
            if line is not None:
                line.setText(text)

    def _choose(self, page: Page) -> None:
        for view in page.findChildren(QTableView):
            row, column = self._chosen.get(view.objectName(), (-1, -1))
            if row >= 0 and view.model() is not None:
                view.setCurrentIndex(view.model().index(row, column))

    def _focus(self, page: Page) -> None:
        field = page.findChild(QWidget, self._field) if self._field else None
        if field is None:
            return
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.setCursorPosition(self._cursor)

    def _scroll(self, page: Page) -> None:
        if any(self._scrolled):
            page.complete()
            page.column.activate()
        page.verticalScrollBar().setValue(self._scrolled[0])
        page.horizontalScrollBar().setValue(self._scrolled[1])


def _results(page: Page) -> list[ResultTable]:
    from supplier_pcf.gui.result.result_table import ResultTable

    return page.findChildren(ResultTable)
