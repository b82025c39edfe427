"""The share sheet: what a file holds, field by field, where it comes from, and what stays in the house."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.deliverables import Shared, Staying, stays_sentence
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.words import Translate, sentence

_TOP: QModelIndex = QModelIndex()
_LABEL_LETTERS = 40
_BESIDE = 24
_SIZE = (960, 600)

Index = QModelIndex | QPersistentModelIndex


class LeavingModel(QAbstractTableModel):
    """The field, what it holds and where that comes from; only rows that contain the words looked for."""

    def __init__(self, leaving: tuple[tuple[str, ...], ...], headings: tuple[str, ...]) -> None:
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
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        is_title = orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._headings)
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

    def __init__(
        self,
        context: Context,
        title: str,
        leaving: tuple[Shared, ...],
        parent: QWidget,
        kept: tuple[Staying, ...] = (),
    ) -> None:
        super().__init__(parent)
        _ = context.translate
        self.setObjectName("share-sheet")
        self.setWindowTitle(_("What leaves: {title}").format(title=title))
        open_at(self, *_SIZE)
        self.model = self._modelled(context, leaving)
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
        self._add_bottom(column, _, kept)
        self.search.textChanged.connect(self._look)
        self._look("")

    def _modelled(self, context: Context, leaving: tuple[Shared, ...]) -> LeavingModel:
        """Two columns, and a third where origins are known."""
        _ = context.translate
        headings = (_("Place in the file"), _("What it holds"), _("Where it comes from"))
        has_origins = any(each.origin for each in leaving)
        rows = tuple(
            (each.place or _("(without heading)"), each.value, self._origin(context, each))
            for each in leaving
        )
        shown = 3 if has_origins else 2
        return LeavingModel(tuple(row[:shown] for row in rows), headings[:shown])

    def _add_bottom(self, column: QVBoxLayout, _: Translate, kept: tuple[Staying, ...]) -> None:
        self.remark = label(role="quiet", name="share-remark")
        self.remark.hide()
        column.addWidget(self.remark)
        self.stays = label(role="quiet", name="share-stays")
        self.stays.setText("  ".join(stays_sentence(each, _) for each in kept))
        self.stays.setVisible(bool(kept))
        column.addWidget(self.stays)
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("share-close")
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @staticmethod
    def _origin(context: Context, each: Shared) -> str:
        return sentence(f"origin.{each.origin.value}", {}, context.translate) if each.origin else ""

    def showEvent(self, event: QShowEvent) -> None:
        """The widths of columns are known after the first laying out only."""
        super().showEvent(event)
        QTimer.singleShot(0, self.table, self.table.resizeRowsToContents)

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
        metrics, header = table.fontMetrics(), table.horizontalHeader()
        table.setColumnWidth(0, _LABEL_LETTERS * metrics.averageCharWidth())
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        if self.model.columnCount() > 2:
            widths = {metrics.horizontalAdvance(row[2]) for row in self.model.rows}
            table.setColumnWidth(2, max(widths, default=0) + _BESIDE)
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
