"""All rows of the result: a filter over the table, the table, and what stands behind the row that is chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit

from supplier_pcf.app.views import places_of
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.result.quality_parts import row_quality_more, row_trace_more
from supplier_pcf.gui.result.result_table import ResultTable
from supplier_pcf.gui.widgets.card import Card, label
from supplier_pcf.gui.widgets.dialog_parts import plain_button


class RowsCard(Card):
    """The table follows the result; what unfolds under it follows the table."""

    def __init__(self, context: Context) -> None:
        _ = context.translate
        super().__init__(_("All rows"), "card-rows")
        self._context = context
        self.table = ResultTable(context)
        self.filter = QLineEdit()
        self.filter.setObjectName("result-filter")
        self.filter.setPlaceholderText(_("Show rows with this text: a name, a stage, a factor"))
        self.filter.setAccessibleName(_("Show rows with this text: a name, a stage, a factor"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.shown = label(role="quiet", name="result-filter-said")
        self.save = plain_button("result-save-rows", _("&Save table…"), self._save)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.filter, 1)
        row.addWidget(self.shown)
        row.addWidget(self.save)
        self.column.addLayout(row)
        self.column.addWidget(self.table)
        hint = _(
            "Per declared unit, losses and shares included. A click on a heading sorts, Ctrl+C copies with "
            "all digits, a double click goes to where the row is entered."
        )
        self.column.addWidget(label(hint, "quiet"))
        self.row_trace = row_trace_more(context, self.table)
        self.row_quality = row_quality_more(context, self.table)
        self.column.addWidget(self.row_trace)
        self.column.addWidget(self.row_quality)
        rows = self.table.sorted
        rows.setFilterKeyColumn(-1)
        rows.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._narrow("")

    def choose(self, row: str) -> bool:
        """Choose the row of a flow, or all of a stage; what the filter hides is shown again."""
        places = places_of(self._context.session, row)
        if self.table.choose(places):
            return True
        self.filter.clear()
        return self.table.choose(places)

    def refresh(self) -> None:
        """Show the rows of now."""
        self.table.refresh()
        self._narrow(self.filter.text())

    def _narrow(self, text: str) -> None:
        self.table.sorted.setFilterFixedString(text.strip())
        said = self._context.translate("{shown} of {all} rows")
        rows = self.table.sorted.rowCount(), self.table.rows.rowCount()
        self.shown.setText(said.format(shown=rows[0], all=rows[1]))

    def _save(self) -> None:
        from supplier_pcf.app.result_rows import write_rows

        context, _ = self._context, self._context.translate
        kinds = _("Workbook (*.xlsx);;Table (*.csv)")
        name, kind = QFileDialog.getSaveFileName(self, _("Save table"), "result-rows.xlsx", kinds)
        if not name:
            return
        path = Path(name)
        if not path.suffix:
            path = path.with_suffix(".csv" if "csv" in kind else ".xlsx")
        try:
            write_rows(context.session, path, _, context.language)
        except Refusal as refusal:
            context.say(refusal)
