"""How a table was left, to be found again in one that is built anew in another language or size."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt

from supplier_pcf.gui.tables.rows_table import RowsTable


class TableLeft:
    """How the rows are ordered and picked out: by their ids, which no language changes."""

    def __init__(self, table: RowsTable) -> None:
        self._order = table.model.order
        self._found = table.finder.left()

    def give_back(self, table: RowsTable) -> None:
        """Order and pick out the rows of another table of the same rows in the same way."""
        if self._found is not None:
            table.finder.resume(*self._found)
        if self._order.is_plain:
            return
        orders, heading = Qt.SortOrder, table.view.horizontalHeader()
        if self._order.sorted_by:
            turned = orders.DescendingOrder if self._order.descending else orders.AscendingOrder
            with QSignalBlocker(heading):
                heading.setSortIndicator(table.model.column_of(self._order.sorted_by), turned)
        table.model.arrange(self._order)
