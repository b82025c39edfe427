"""A line to find cells of a table by their text, and to show only the rows that have it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.tables.flow_table_model import FlowTableModel
from supplier_pcf.gui.tables.flow_table_view import FlowTableView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE = 220
Place = tuple[int, int]


class TableFinder(QWidget):
    """Hidden until it is asked for; its fields are made then."""

    def __init__(self, context: Context, model: FlowTableModel, view: FlowTableView) -> None:
        super().__init__()
        self._context, self._model, self._view = context, model, view
        self.setObjectName(f"{model.kind}-finder")
        self.hide()
        self._is_made = False

    def open(self) -> None:
        """Show the line with the cursor in it."""
        if not self._is_made:
            self._make()
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def left(self) -> tuple[str, bool] | None:
        """What stands in the line, and whether only such rows are shown; None while it is not open."""
        is_open = self._is_made and not self.isHidden()
        return (self.line.text(), self.only.isChecked()) if is_open else None

    def resume(self, words: str, only: bool) -> None:
        """Open as another one was left; the rows it picked out are the table's own matter."""
        if not self._is_made:
            self._make()
        with QSignalBlocker(self.line), QSignalBlocker(self.only):
            self.line.setText(words)
            self.only.setChecked(only)
        self.show()

    def close_it(self) -> None:
        """Show all rows again, and go back to the table."""
        if self._is_made and not self.isHidden():
            self._model.show_only("")
            self.only.setChecked(False)
            self.hide()
            self._view.setFocus()

    def go_on(self) -> None:
        """To the next cell with the words."""
        self._go(1)

    def go_back(self) -> None:
        """To the cell before with the words."""
        self._go(-1)

    def _make(self) -> None:
        self._is_made = True
        _ = self._context.translate
        self.line = QLineEdit()
        self.line.setObjectName(f"{self._model.kind}-find")
        self.line.setPlaceholderText(_("Find in this table"))
        self.line.setAccessibleName(_("Find in this table"))
        self.line.setMinimumWidth(_WIDE)
        self.line.installEventFilter(self)
        self.only = QCheckBox(_("Only rows with it"))
        self.only.setObjectName(f"{self._model.kind}-find-only")
        self.told = QLabel()
        self.told.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.line)
        row.addWidget(self._button("find-previous", _("Previous"), self.go_back))
        row.addWidget(self._button("find-next", _("Next match"), self.go_on))
        row.addWidget(self.only)
        row.addWidget(self.told)
        row.addStretch()
        row.addWidget(self._button("find-close", _("Close"), self.close_it))
        self.line.textChanged.connect(self._look)
        self.only.toggled.connect(self._look)

    def _button(self, name: str, words: str, does: object) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"{self._model.kind}-{name}")
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter goes on, with Shift back; Escape closes the line."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (*_ENTER, Qt.Key.Key_F3):
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            return False
        return True

    def _look(self) -> None:
        """Show what the words lead to, from the current cell on."""
        self._model.show_only(self.line.text() if self.only.isChecked() else "")
        self._go(0)

    def _go(self, by: int) -> None:
        """To the next place after (1), before (-1) or at and after (0) the current cell."""
        if not self._is_made:
            self.open()
            return
        places = self._places()
        _ = self._context.translate
        if not places:
            self.told.setText(_("Nothing found") if self.line.text().strip() else "")
            return
        index = self._view.currentIndex()
        at = _next(places, (index.row(), index.column()), by)
        self._view.go(self._model.index(*places[at]))
        words = _("{number} of {all}").format(number=at + 1, all=len(places))
        self.told.setText(words)

    def _places(self) -> list[Place]:
        words = self.line.text().casefold().strip()
        if not words:
            return []
        model = self._model
        shown = [i for i in range(model.columnCount()) if not self._view.isColumnHidden(i)]
        return [
            (row, column)
            for row in range(model.rowCount())
            if model.has(model.row_at(row), words)
            for column in shown
            if words in str(model.index(row, column).data() or "").casefold()
        ]


def _next(places: list[Place], current: Place, by: int) -> int:
    """Which of the places comes next; round from the end to the beginning."""
    if by < 0:
        before = [at for at, place in enumerate(places) if place < current]
        return before[-1] if before else len(places) - 1
    after = (at for at, place in enumerate(places) if (place > current if by else place >= current))
    return next(after, 0)
