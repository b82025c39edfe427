"""The top of the sheet as it stands in the file, for saying which row holds the headings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.table_reading import ReadTable, column_letters
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label
from supplier_pcf.gui.widgets.titled_model import Index, TextModel


class SheetModel(TextModel):
    """The first rows under the letters of their columns; the row of the headings stands out."""

    def __init__(self) -> None:
        super().__init__(())
        self._heading = 0

    def show_sheet(self, read: ReadTable) -> None:
        """Show the top of this sheet."""
        self.beginResetModel()
        self._rows = read.seen.rows
        width = max((len(row) for row in self._rows), default=0)
        self._titles = tuple(column_letters(column) for column in range(width))
        self._heading = read.source.header_row
        self.endResetModel()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.column() >= len(self._rows[index.row()]):
            return None
        if role == Qt.ItemDataRole.FontRole and index.row() + 1 == self._heading:
            font = QApplication.font()
            font.setBold(True)
            return font
        return super().data(index, role)


class ImportSheet(QWidget):
    """The sheet, and a button that makes the chosen row the row of the headings."""

    header_chosen = Signal(int)
    """The row, as the spreadsheet numbers it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        _ = context.translate
        self.model = SheetModel()
        self.table = QTableView()
        self.table.setObjectName("import-sheet-top")
        self.table.setAccessibleName(_("The first rows of the sheet"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.doubleClicked.connect(lambda _index: self._choose())
        self.choose = plain_button(
            "import-headings-here", _("The &headings are here"), self._choose
        )
        said = plain_label("import-sheet-said")
        said.setText(_("Choose the row in which the columns have their names."))
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self.choose)
        foot.addWidget(said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def show_sheet(self, read: ReadTable) -> None:
        """Show the top of the sheet with the cursor on the headings."""
        self.model.show_sheet(read)
        self.table.setCurrentIndex(self.model.index(max(read.source.header_row - 1, 0), 0))

    def _choose(self) -> None:
        self.header_chosen.emit(self.table.currentIndex().row() + 1)
