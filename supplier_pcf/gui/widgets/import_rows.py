"""Every row of the file with its fate, as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from supplier_pcf.app.table_reading import ReadTable, RowReport, RowStatus
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.widgets.import_words import status_title
from supplier_pcf.gui.widgets.titled_model import Index, TitledModel
from supplier_pcf.words import sentence

ROW, STATUS, LABEL, REASON = range(4)


class ImportRowsModel(TitledModel):
    """Row, state, what it says, and why it waits, was left aside or deserves a look."""

    def __init__(self, context: Context) -> None:
        _ = context.translate
        super().__init__((_("Row"), _("State"), _("Reads"), _("Why")), _alignment)
        self._context = context
        self._rows: tuple[RowReport, ...] = ()
        self._remarks: dict[str, str] = {}

    def show_rows(self, read: ReadTable) -> None:
        """Show the rows of this table instead, with what was found about each."""
        self.beginResetModel()
        self._rows = read.rows
        self._remarks = {}
        for finding in read.findings:
            target = "/".join(finding.where.split("/")[:2])
            words = sentence(finding.code, finding.params, self._context.translate)
            self._remarks.setdefault(target, words)
        self.endResetModel()

    def most_telling(self) -> int:
        """The first row that waits for the user, else the first that was matched; -1 where none is."""
        for status in (RowStatus.CHOOSE, RowStatus.MATCHED):
            for number, row in enumerate(self._rows):
                if row.status is status:
                    return number
        return -1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and row.status is RowStatus.IGNORED:
            return QApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        if role == Qt.ItemDataRole.FontRole and row.status is RowStatus.CHOOSE:
            font = QApplication.font()
            font.setBold(True)
            return font
        return None

    def _text(self, row: RowReport, column: int) -> str:
        if column == ROW:
            return str(row.row)
        if column == STATUS:
            return status_title(row.status, self._context.translate)
        if column == LABEL:
            return row.label
        if row.code:
            return sentence(row.code, row.params, self._context.translate)
        return self._remarks.get(row.target, "") if row.target else ""


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == ROW else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
