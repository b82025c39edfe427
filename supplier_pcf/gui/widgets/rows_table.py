"""A table like Excel for rows that are no flows: the months of a meter, the products of a plant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from supplier_pcf.app.entering import Unreadable
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.page import SPACE
from supplier_pcf.gui.widgets import cells
from supplier_pcf.gui.widgets.cell_block import Block, block_as_text, block_in, cell_for_excel
from supplier_pcf.gui.widgets.cells import Column
from supplier_pcf.gui.widgets.flow_table_model import FlowTableModel
from supplier_pcf.gui.widgets.flow_table_view import FlowTableView


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Where the rows of a table come from, and how they go back into the study."""

    name: str
    """First part of the object names."""
    get: Callable[[Study], Sequence[Any]]
    """The rows, each with an `id`."""
    put: Callable[[Study, Sequence[Any]], Study]
    """The study with these rows in place of those with their ids."""
    add: Callable[[Study], Study] | None = None
    remove: Callable[[Study, Sequence[str]], Study] | None = None


class RowsModel(FlowTableModel):
    """The rows of a source, compared with those shown when the study changes."""

    def __init__(
        self, context: Context, rows: Rows, columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        self._source = rows
        super().__init__(context, "sites", columns, parent)
        self.kind = rows.name
        self._rows = list(rows.get(context.study))

    def put(self, row: int, column: Column, value: Any) -> bool:
        """One cell gets a value: one step of undo."""
        old = self._rows[row]
        new = cells.with_value(column, old, value)
        if new is old:
            return False
        words = self.context.translate("Change “{column}”").format(column=column.title)
        self.context.edit(lambda study: self._source.put(study, [new]), words)
        return True

    def reload(self) -> None:
        """The source shows something else now."""
        self._reset(tuple(self._source.get(self.context.study)))

    def _follow(self, _before: Study, after: Study) -> None:
        new = tuple(self._source.get(after))
        if new != tuple(self._rows):
            self._take(new)
        self._refresh_worked_out()


class RowsTable(QWidget):
    """The rows with Excel's keys: typing, copy, paste, Delete; buttons where rows can come and go."""

    selected = Signal(str)

    def __init__(
        self,
        context: Context,
        rows: Rows,
        columns: Sequence[Column],
        words: tuple[str, str, str] = ("", "", ""),
    ) -> None:
        """`words` are the texts of Add, of Remove, and of the empty table."""
        super().__init__()
        self.context, self._source = context, rows
        self.model = RowsModel(context, rows, columns, self)
        self.problem = QLabel()
        self.problem.setObjectName(f"{rows.name}-problem")
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.view = FlowTableView(self.model, words[2])
        self.view.setObjectName(f"{rows.name}-table")
        self.bar = QHBoxLayout()
        self.bar.setSpacing(SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(self.bar)
        column.addWidget(self.view)
        column.addWidget(self.problem)
        self._add_buttons(words)
        self._connect()

    def _add_buttons(self, words: tuple[str, str, str]) -> None:
        for words_on_it, name, does in zip(
            words, ("add", "remove"), (self.add_row, self.remove_rows), strict=False
        ):
            if words_on_it:
                button = QPushButton(words_on_it)
                button.setObjectName(f"{self._source.name}-{name}")
                button.setAutoDefault(False)
                button.clicked.connect(does)
                self.bar.addWidget(button)
        self.bar.addStretch()
        self._enable()

    def _enable(self) -> None:
        """There is something to remove once a cell is selected."""
        button = self.findChild(QPushButton, f"{self._source.name}-remove")
        if button is not None:
            button.setEnabled(self.view.selectionModel().hasSelection())

    def _connect(self) -> None:
        self.view.row_selected.connect(self.selected)
        self.view.copy_asked.connect(self.copy)
        self.view.paste_asked.connect(self.paste)
        self.view.delete_asked.connect(self.clear)
        self.view.fill_asked.connect(self.fill_down)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        self.model.modelReset.connect(self._enable)
        self.model.problem_changed.connect(lambda: self._say(self.model.problem()))

    def select(self, row_id: str, key: str = "") -> None:
        """Go to a row, and to one of its columns."""
        row = self.model.row_of(row_id)
        if row >= 0:
            first = next((i for i, c in enumerate(self.model.columns) if c.is_editable), 0)
            column = self.model.column_of(key)
            self.view.go(self.model.index(row, column if column >= 0 else first))
            self.view.setFocus()

    def add_row(self) -> None:
        """A new row at the end, ready to be typed into."""
        if self._source.add is not None:
            self.context.edit(self._source.add, self.context.translate("Add a row"))
            self.select(self.model.id_at(self.model.rowCount() - 1))

    def remove_rows(self) -> None:
        """Take out the rows of the selection; undo brings them back."""
        rows, _columns = self._block()
        ids = [self.model.id_at(row) for row in rows]
        remove = self._source.remove
        if ids and remove is not None:
            words = self.context.translate("Remove rows")
            self.context.edit(lambda study: remove(study, ids), words)

    def copy(self) -> None:
        """The selected block to the clipboard, as Excel takes it."""
        rows, columns = self._block()
        if rows:
            block = [
                [cell_for_excel(c, self.model.row_at(r), self.context) for c in columns]
                for r in rows
            ]
            QGuiApplication.clipboard().setText(block_as_text(block))

    def paste(self) -> None:
        """The clipboard's block from the first selected cell on, as one step of undo."""
        block = block_in(QGuiApplication.clipboard().text())
        rows, columns = self._block()
        if not block or not rows:
            return
        if len(block) == 1 and len(block[0]) > len(columns) and self._is_column(columns[0]):
            block = [[text] for text in block[0]]
        if len(block) == len(block[0]) == 1:
            block = [block[0] * len(columns) for _row in rows]
        self._put(block, self.context.translate("Paste cells"))

    def fill_down(self) -> None:
        """The first row of the selection into the rows under it."""
        rows, columns = self._block()
        if len(rows) > 1:
            first = self.model.row_at(rows[0])
            line = [cell_for_excel(c, first, self.context) for c in columns]
            self._put([line] * len(rows), self.context.translate("Fill down"))

    def clear(self) -> None:
        """Whole rows go where rows can; of a block of cells only the content."""
        rows, columns = self._block()
        if self._source.remove is not None and self.view.whole_rows_selected():
            self.remove_rows()
        elif rows:
            block = [[""] * len(columns) for _row in rows]
            self._put(block, self.context.translate("Clear cells"))

    def _is_column(self, column: Column) -> bool:
        """Whether nothing to be filled stands right of this column: values in a row belong below."""
        at = self.model.column_of(column.key)
        return not any(c.is_editable for c in self.model.columns[at + 1 :])

    def _put(self, block: Block, label: str) -> None:
        picked, columns = self._block()
        first = self.model.column_of(columns[0].key)
        study = self.context.study
        rows = list(self._source.get(study))
        while self._source.add is not None and picked[0] + len(block) > len(rows):
            study = self._source.add(study)
            rows = list(self._source.get(study))
        below = rows[picked[0] :]
        lost = sum(1 for line in block[len(below) :] if any(text.strip() for text in line))
        new = []
        for row, line in zip(below, block, strict=False):
            filled, not_taken = self._filled(row, line, self.model.columns[first:])
            lost += not_taken
            if filled is not row:
                new.append(filled)
        done = self._source.put(study, new)
        self.context.edit(lambda _study: done, label)
        self._say(self._not_taken(lost) if lost else "")

    def _filled(self, row: Any, line: list[str], columns: Sequence[Column]) -> tuple[Any, int]:
        lost = 0
        for column, text in zip(columns, line, strict=False):
            if column.put is None:
                continue
            value = cells.read_text(column, text, row, self.context)
            if isinstance(value, Unreadable):
                lost += 1
            else:
                row = cells.with_value(column, row, value)
        return row, lost

    def _not_taken(self, count: int) -> str:
        _ = self.context.translate
        return _("Cells that could not be read and stay as they were: {count}").format(count=count)

    def _block(self) -> tuple[list[int], list[Column]]:
        """The rows and columns the selection reaches over; the current cell where there is none."""
        picked = self.view.selectionModel().selectedIndexes()
        current = self.view.currentIndex()
        if not picked:
            return (
                ([current.row()], [self.model.columns[current.column()]])
                if current.isValid()
                else ([], [])
            )
        rows = [index.row() for index in picked]
        columns = [index.column() for index in picked]
        across = self.model.columns[min(columns) : max(columns) + 1]
        return list(range(min(rows), max(rows) + 1)), list(across)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
