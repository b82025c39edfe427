"""Two studies against each other: the difference in words, as a waterfall and as a table to copy and save."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.comparing import (
    CauseRow,
    Compared,
    causes_csv,
    causes_text,
    column_titles,
    write_whole,
)
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label, show_plainly
from supplier_pcf.gui.widgets.drawing_view import DrawingView
from supplier_pcf.gui.widgets.leading import choose_number, lead
from supplier_pcf.gui.widgets.titled_model import TextModel
from supplier_pcf.words import sentence

if TYPE_CHECKING:
    from supplier_pcf.app.views import Drawing

CAUSE, THEN, NOW, KG = range(4)
_MOST_ROWS = 12


class ComparisonView(QWidget):
    """Shows one comparison; what is compared is decided outside."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context, self._name = context, name
        self._compared: Compared | None = None
        self._rows: tuple[CauseRow, ...] = ()
        self.headline = plain_label(f"{name}-headline", "strong")
        self.notes = plain_label(f"{name}-notes")
        self.chart = DrawingView(context, self._drawing, f"{name}-waterfall")
        self.model = TextModel(self._titles(("", "")), (THEN, NOW, KG))
        self.table = self._table()
        hint = context.translate("Click: its row in the table below")
        lead(self.chart, self.table, partial(choose_number, self.table), hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (self.headline, self.notes, self.chart, self.table):
            column.addWidget(part)
        column.addLayout(self._buttons())
        column.addStretch()

    def show_compared(self, compared: Compared) -> None:
        """Show this one."""
        _, language = self._context.translate, self._context.language
        self._compared = compared
        said = [sentence(*each, _) for each in compared.headline(language, _)]
        self.headline.setText(" ".join(said))
        notes = [sentence(*each, _) for each in compared.notes(language, _)]
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self._rows = compared.rows(language, _)
        self.model.set_titles(self._titles(compared.names))
        self.model.show_rows([(r.title, r.then, r.now, r.kg_text(language)) for r in self._rows])
        self.chart.refresh()
        self._fit()

    def copy(self) -> None:
        """The table to the clipboard, with all digits."""
        if self._compared is not None:
            text = causes_text(self._compared, self._context.language, self._context.translate)
            QGuiApplication.clipboard().setText(text)

    def save(self) -> None:
        """Ask for a name and write the table."""
        name, _kind = QFileDialog.getSaveFileName(self, "", f"{self._name}.csv", "CSV (*.csv)")
        if not name or self._compared is None:
            return
        path = Path(name)
        try:
            made = causes_csv(self._compared, self._context.language, self._context.translate)
            write_whole(path if path.suffix else path.with_suffix(".csv"), made)
        except Refusal as refusal:
            self._context.say(refusal)

    def _drawing(self, width: float) -> Drawing:
        from supplier_pcf.app.views import Drawing

        if self._compared is None:
            return Drawing(width=width, height=1.0)
        return self._compared.drawing(self._context.language, self._context.translate, width)

    def _titles(self, ends: tuple[str, str]) -> tuple[str, ...]:
        return column_titles(self._context.translate, ends)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName(f"{self._name}-table")
        table.setAccessibleName(self._context.translate("Causes of the difference"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        show_plainly(table, self.model, {THEN: 130, NOW: 130, KG: 96}, CAUSE)
        table.doubleClicked.connect(self._go)
        return table

    def _buttons(self) -> QHBoxLayout:
        _ = self._context.translate
        row = QHBoxLayout()
        for key, text, act in (
            ("copy", _("Copy the table"), self.copy),
            ("save", _("Save the table…"), self.save),
        ):
            row.addWidget(plain_button(f"{self._name}-{key}", text, partial(_act, act)))
        row.addStretch()
        return row

    def _go(self, index: QModelIndex) -> None:
        where = self._rows[index.row()].where if index.isValid() else ""
        if where:
            self._context.go_to(where)

    def _fit(self) -> None:
        """As high as its rows, up to a limit."""
        rows = min(max(len(self._rows), 1), _MOST_ROWS)
        height = rows * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(height + self.table.horizontalHeader().sizeHint().height() + 4)


def _act(act: object, _checked: bool = False) -> None:
    if callable(act):
        act()
