"""A table of flows that behaves like Excel: typing, pasting, reordering, each one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.carried_view import confirming
from supplier_pcf.domain.carried import stale_at
from supplier_pcf.domain.flows import Exclusion
from supplier_pcf.domain.study import FLOW_KINDS, Study
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.widgets import cell_block, row_edits
from supplier_pcf.gui.widgets.cell_block import OWN_FORMAT, Block, Target
from supplier_pcf.gui.widgets.cells import Column, value_in_full
from supplier_pcf.gui.widgets.flow_table_model import FlowTableModel
from supplier_pcf.gui.widgets.flow_table_view import FlowTableView


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords:
    """What the buttons say, and what an empty table teaches."""

    add: str
    remove: str
    empty: str
    """What belongs here, with an example."""


class FlowTable(QWidget):
    """Rows of one kind of the study, with buttons above and one sentence under them."""

    selected = Signal(str)
    """Id of the current row, or an empty text."""

    def __init__(
        self,
        context: Context,
        kind: str,
        columns: Sequence[Column],
        make: Callable[[Study], Any],
        words: TableWords,
    ) -> None:
        super().__init__()
        self.context, self.kind, self._make = context, kind, make
        self._ = (
            context.translate
        )  # an attribute: Qt for Python stumbles over a method of this name
        self.setObjectName(f"{kind}-flow-table")
        self.model = FlowTableModel(context, kind, columns, self)
        self.problem = QLabel()
        self.problem.setObjectName(f"{kind}-problem")
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.view = FlowTableView(self.model, words.empty)
        self.view.setObjectName(f"{kind}-table")
        self.bar = QHBoxLayout()
        """The row of buttons; a page may insert its own."""
        self._buttons: dict[str, QPushButton] = {}
        self._build(words)
        self._connect()
        self._enable()

    def _build(self, words: TableWords) -> None:
        self._button("add", words.add, self.add_row)
        self._button("remove", words.remove, self.remove_rows)
        self._button("up", self._("Up"), lambda: self.move_rows(-1), "Alt+↑")
        self._button("down", self._("Down"), lambda: self.move_rows(1), "Alt+↓")
        self.bar.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.problem)
        column.addStretch()

    def _button(self, name: str, words: str, pressed: Callable[[], None], keys: str = "") -> None:
        button = QPushButton(words)
        button.setObjectName(f"{self.kind}-{name}")
        button.setAccessibleName(words.replace("&", ""))
        button.setToolTip(keys)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        self._buttons[name] = button
        self.bar.addWidget(button)

    def _connect(self) -> None:
        view = self.view
        view.row_selected.connect(self.selected)
        view.copy_asked.connect(self.copy)
        view.paste_asked.connect(self.paste)
        view.delete_asked.connect(self.clear)
        view.fill_asked.connect(self.fill_down)
        view.move_asked.connect(self.move_rows)
        view.factor_asked.connect(self._choose_factor)
        view.menu_asked.connect(self._menu)
        view.selectionModel().selectionChanged.connect(self._enable)
        self.model.problem_changed.connect(self._tell_problem)

    # what pages use

    def current_id(self) -> str:
        """The id of the current row; empty where there is none."""
        return self.model.id_at(self.view.currentIndex().row())

    def select(self, flow_id: str, key: str = "") -> None:
        """Go to a row, and to one of its columns."""
        row, column = self.model.row_of(flow_id), self.model.column_of(key)
        if row < 0:
            return
        index = self.model.index(row, column if column >= 0 else self._first_editable())
        self.view.go(index)
        self.view.setFocus()

    def add_row(self) -> None:
        """A new row at the end, ready to be typed into."""
        row = self._make(self.context.study)
        self.context.edit(lambda s: row_edits.added(s, self.kind, row), self._("Add a row"))
        self.select(row.id)

    def remove_rows(self) -> None:
        """Take out the rows of the selection; undo brings them back."""
        ids = self._selected_ids()
        if not ids:
            return
        at = self.view.currentIndex()
        row, column = at.row(), at.column()
        self.context.edit(lambda s: row_edits.removed(s, self.kind, ids), self._("Remove rows"))
        left = self.model.index(min(row, self.model.rowCount() - 1), column)
        self.view.go(left)

    def move_rows(self, by: int) -> None:
        """Move the rows of the selection one up (-1) or down (1)."""
        ids = self._selected_ids()
        label = self._("Move rows up") if by < 0 else self._("Move rows down")
        self.context.edit(lambda s: row_edits.moved(s, self.kind, ids, by), label)
        self.view.scrollTo(self.view.currentIndex())

    # the clipboard

    def copy(self) -> None:
        """The selected block to the clipboard, as Excel takes it."""
        rows, columns = self._block()
        if not rows:
            return
        data = QMimeData()
        data.setText(
            cell_block.block_as_text(self._texts(rows, columns, cell_block.cell_for_excel))
        )
        exact = cell_block.block_as_text(self._texts(rows, columns, value_in_full))
        data.setData(OWN_FORMAT, exact.encode())
        QGuiApplication.clipboard().setMimeData(data)

    def _texts(
        self, rows: Sequence[int], columns: Sequence[Column], text: Callable[..., str]
    ) -> Block:
        flows = [self.model.row_at(row) for row in rows]
        return [[text(column, flow, self.context) for column in columns] for flow in flows]

    def paste(self) -> None:
        """The clipboard's block from the current cell on; one cell fills the whole selection."""
        data = QGuiApplication.clipboard().mimeData()
        own = bytes(data.data(OWN_FORMAT).data()).decode() if data.hasFormat(OWN_FORMAT) else ""
        block = cell_block.block_in(own or data.text())
        if not block:
            return
        rows, columns = self._block()
        if len(block) == len(block[0]) == 1 and rows:
            block = [block[0] * len(columns) for _row in rows]
        self._put(block, self._("Paste cells"))

    def fill_down(self) -> None:
        """The first row of the selection into the rows under it."""
        rows, columns = self._block()
        if len(rows) > 1:
            line = self._texts(rows[:1], columns, value_in_full)
            self._put(line * len(rows), self._("Fill down"))

    def clear(self) -> None:
        """Whole rows go; of a block of cells only the content."""
        rows, columns = self._block()
        if self.view.whole_rows_selected():
            self.remove_rows()
        elif rows:
            self._put([[""] * len(columns) for _row in rows], self._("Clear cells"))

    def _put(self, block: Block, label: str) -> None:
        rows, columns = self._block()
        first = columns[0].key if columns else ""
        at = self.model.column_of(first) if first else self._first_editable()
        target = Target(
            kind=self.kind,
            columns=self.model.columns,
            row=rows[0] if rows else self.model.rowCount(),
            column=at,
            make=self._make,
        )
        pasted = cell_block.paste(self.context.study, block, target, self.context)
        self.context.edit(lambda _study: pasted.study, label)
        self._say(self._not_taken(pasted.not_taken) if pasted.not_taken else "")

    def _not_taken(self, count: int) -> str:
        return self._("Cells that could not be read and stay as they were: {count}").format(
            count=count
        )

    # leaving out

    def leave_out(self) -> None:
        """Ask for a reason and leave the rows of the selection out."""
        ids = self._selected_ids()
        question = self._("Why is this left out? The reason stands in the report.")
        reason, given = QInputDialog.getText(self, self._("Leave out"), question)
        if given and reason.strip():
            exclusion = Exclusion(reason=reason.strip())
            label = self._("Leave out rows")
            self.context.edit(lambda s: row_edits.excluded(s, ids, exclusion), label)

    def count_again(self) -> None:
        """Take the rows of the selection back into the result."""
        ids = self._selected_ids()
        label = self._("Count rows again")
        self.context.edit(lambda s: row_edits.excluded(s, ids, None), label)

    def confirm(self) -> None:
        """What was carried over from another year holds for the rows of the selection."""
        self.context.edit(confirming(self._carried()), self._("Confirm carried values"))

    def _carried(self) -> list[str]:
        """The marked places of the rows of the selection."""
        study = self.context.study
        ids = self._selected_ids() if study.stale else []
        return [place for row_id in ids for place in stale_at(study, row_id)]

    def _menu(self, at: QPoint) -> None:
        self.menu().exec(self.view.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """What can be done with the selection."""
        menu = QMenu(self)
        ids = self._selected_ids()
        if ids and self.kind in FLOW_KINDS:
            flows = [self.model.row_at(self.model.row_of(flow_id)) for flow_id in ids]
            if any(flow.exclusion is None for flow in flows):
                menu.addAction(self._("Leave out with a reason…"), self.leave_out)
            if any(flow.exclusion is not None for flow in flows):
                menu.addAction(self._("Count again"), self.count_again)
            if len(flows) == 1 and flows[0].factor_id is None:
                menu.addAction(self._("No factor fits…"), partial(self._show_ways, ids[0]))
            menu.addSeparator()
        if self._carried():
            menu.addAction(self._("Confirm as still right"), self.confirm)
            menu.addSeparator()
        menu.addAction(self._("Copy"), self.copy)
        menu.addAction(self._("Paste"), self.paste)
        menu.addAction(self._("Fill down"), self.fill_down)
        menu.addSeparator()
        menu.addAction(self._buttons["add"].text(), self.add_row)
        menu.addAction(self._buttons["remove"].text(), self.remove_rows)
        return menu

    # inside

    def _show_ways(self, flow_id: str) -> None:
        from supplier_pcf.gui.ways_out import WaysOutDialog

        dialog = WaysOutDialog(self.context, flow_id, self)
        dialog.exec()
        dialog.deleteLater()

    def _choose_factor(self, flow_id: str) -> None:
        from supplier_pcf.gui.widgets.factor_picker import choose_factor

        choose_factor(self.context, flow_id, self)

    def _first_editable(self) -> int:
        return next((i for i, c in enumerate(self.model.columns) if c.is_editable), 0)

    def _block(self) -> tuple[list[int], list[Column]]:
        """The rows and columns the selection reaches over."""
        picked = self.view.selectionModel().selectedIndexes()
        if not picked:
            return [], []
        rows = sorted({index.row() for index in picked})
        columns = sorted({index.column() for index in picked})
        across = self.model.columns[columns[0] : columns[-1] + 1]
        return list(range(rows[0], rows[-1] + 1)), list(across)

    def _selected_ids(self) -> list[str]:
        picked = self.view.selectionModel().selectedIndexes()
        return [self.model.id_at(row) for row in sorted({index.row() for index in picked})]

    def _enable(self) -> None:
        some = bool(self.view.selectionModel().hasSelection())
        for name in ("remove", "up", "down"):
            self._buttons[name].setEnabled(some)

    def _tell_problem(self) -> None:
        self._say(self.model.problem())

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
