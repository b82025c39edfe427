"""The share sheet: exactly what a file holds, field by field, before it leaves."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.deliverables import Leaving
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.page import SPACE
from supplier_pcf.gui.sizes import open_at
from supplier_pcf.gui.widgets.card import label

_TOP: QModelIndex = QModelIndex()
_LABEL_LETTERS = 40
_SIZE = (860, 560)

Index = QModelIndex | QPersistentModelIndex


class LeavingModel(QAbstractTableModel):
    """Two columns, the field and what it holds; only rows that contain the words looked for."""

    def __init__(self, leaving: Leaving, headings: tuple[str, str]) -> None:
        super().__init__()
        self._all, self._headings = leaving, headings
        self.rows = leaving

    def look_for(self, words: str) -> None:
        """Show the rows that contain this text."""
        wanted = words.casefold().strip()
        self.beginResetModel()
        self.rows = tuple(r for r in self._all if wanted in f"{r[0]}\n{r[1]}".casefold())
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        is_title = orientation is Qt.Orientation.Horizontal and 0 <= section < 2
        return self._headings[section] if is_title and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self.rows[index.row()][index.column()] if index.isValid() and role in shown else None


class _Fields(QTableView):
    """The rows; Ctrl+C copies all that are shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, LeavingModel):
            lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in model.rows)
            QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        else:
            super().keyPressEvent(event)


class ShareSheet(QDialog):
    """Shows what leaves; looking for a name proves that it does not."""

    def __init__(self, context: Context, title: str, leaving: Leaving, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.translate
        self.setObjectName("share-sheet")
        self.setWindowTitle(_("What leaves: {title}").format(title=title))
        open_at(self, *_SIZE)
        named = tuple((place or _("(without heading)"), value) for place, value in leaving)
        self.model = LeavingModel(named, (_("Place in the file"), _("What it holds")))
        self.search = QLineEdit()
        self.search.setObjectName("share-search")
        self.search.setPlaceholderText(_("Look for a name, a supplier, a number"))
        self.search.setAccessibleName(_("Look for a text in what leaves"))
        self.search.setClearButtonEnabled(True)
        self.count = label(role="quiet", name="share-count")
        self._title = _("Entries: {count}. Nothing else is in the file.")
        self._found = _("Entries that contain “{text}”: {count}.")
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addWidget(self.search)
        column.addWidget(self._table())
        column.addWidget(self.count)
        self.remark = label(role="quiet", name="share-remark")
        self.remark.hide()
        column.addWidget(self.remark)
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("share-close")
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.search.textChanged.connect(self._look)
        self._look("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.resizeRowsToContents()

    def say(self, text: str) -> None:
        """Put a remark under the count."""
        self.remark.setText(text)
        self.remark.show()

    def _table(self) -> QTableView:
        table = _Fields()
        table.setObjectName("share-fields")
        table.setAccessibleName(self.windowTitle())
        table.setModel(self.model)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        table.setColumnWidth(0, _LABEL_LETTERS * table.fontMetrics().averageCharWidth())
        table.horizontalHeader().setStretchLastSection(True)
        self.table = table
        return table

    def _look(self, text: str) -> None:
        if text.strip():
            self.model.look_for(text)
            words = self._found.format(count=len(self.model.rows), text=text.strip())
        else:
            self.model.look_for("")
            words = self._title.format(count=len(self.model.rows))
        self.count.setText(words)
        self.table.resizeRowsToContents()
