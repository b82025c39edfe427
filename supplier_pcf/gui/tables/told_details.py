"""Details of the selected row with a sentence under them that tells what they do to its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.tables.cells import Column
from supplier_pcf.gui.tables.flow_table import FlowTable
from supplier_pcf.gui.tables.row_details import RowDetails
from supplier_pcf.gui.widgets.part import quiet

Tell = Callable[[Context, str], str]
"""The sentence about a row, by its id."""


class ToldDetails(QWidget):
    """A form of the selected row, and its story; without a row it says what to do first."""

    def __init__(
        self, context: Context, table: FlowTable, columns: Sequence[Column], tell: Tell
    ) -> None:
        super().__init__()
        self._context, self._table, self._tell_of = context, table, tell
        select_first(table)
        self.form = RowDetails(context, table, columns, with_proof=True)
        self.story = quiet("", f"{table.kind}-story")
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.form)
        column.addWidget(self.story)
        table.selected.connect(lambda _row_id: self._tell())
        bind.follow(context, self, self._tell)

    def _tell(self) -> None:
        row_id = self._table.current_id()
        first = self._context.translate("Add a row to the table first.")
        self.story.setText(self._tell_of(self._context, row_id) if row_id else first)
        self.story.setVisible(bool(self.story.text()))


def select_first(table: FlowTable) -> None:
    """Something is selected where there is something."""
    if not table.current_id() and table.model.rowCount():
        table.view.go(table.model.index(0, table.model.column_of("name")))
