"""A table of texts to read and to copy, as high as its rows; a double click or Enter goes to where one is entered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from supplier_pcf.gui.widgets.dialog_parts import show_plainly
from supplier_pcf.gui.widgets.titled_model import TextModel


class TextTable(QTableView):
    """Rows under headings; Ctrl+C copies the selected rows, or all, with the headings."""

    def __init__(
        self,
        name: str,
        headings: Sequence[str],
        *,
        right: Collection[int] = (),
        letters: Mapping[int, int],
        stretched: int = 0,
        go_to: Callable[[str], None] = lambda _place: None,
    ) -> None:
        """`letters` is the width of each column but the stretched one, in average letters."""
        super().__init__()
        self._headings, self._go_to = tuple(headings), go_to
        self._rows: Sequence[Sequence[str]] = ()
        self._places: Sequence[str] = ()
        self.rows = TextModel(headings, right)
        self.setObjectName(name)
        letter = self.fontMetrics().averageCharWidth()
        widths = {column: count * letter for column, count in letters.items()}
        show_plainly(self, self.rows, {}, stretched)
        for column, width in widths.items():  # letters grow with the text: not a second time
            heading = self.horizontalHeader().sectionSizeHint(column)
            self.setColumnWidth(column, max(width, heading))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._go)

    def show_rows(self, rows: Sequence[Sequence[str]], places: Sequence[str] = ()) -> None:
        """Show these rows; `places` says where each is entered."""
        self._rows, self._places = rows, places
        self.rows.show_rows(rows)
        height = max(len(rows), 1) * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(height + self.horizontalHeader().sizeHint().height() + 4)

    def copy(self) -> None:
        """Put rows on the clipboard, as other programs take them."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [self._headings, *(self._rows[row] for row in chosen or range(len(self._rows)))]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines) + "\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() < len(self._places) and self._places[index.row()]:
            self._go_to(self._places[index.row()])
