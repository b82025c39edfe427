"""A table of flows: rows that can also be moved, left out with a reason, and given a factor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QVBoxLayout

from supplier_pcf.app.carried_view import confirming
from supplier_pcf.domain.carried import stale_at
from supplier_pcf.domain.flows import Exclusion
from supplier_pcf.domain.study import FLOW_KINDS, Study
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import is_large, wide
from supplier_pcf.gui.tables import row_edits
from supplier_pcf.gui.tables.cells import Column
from supplier_pcf.gui.tables.rows_table import RowsTable
from supplier_pcf.gui.tables.table_rows import rows_of_kind


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords:
    """What the buttons say, and what an empty table teaches."""

    add: str
    remove: str
    empty: str
    """What belongs here, with an example."""


_ARROW = 28
"""Width of a button that says no more than a direction, in pixels at the usual size of text."""


class FlowTable(RowsTable):
    """Rows of one kind of the study, with buttons above and one sentence under them."""

    def __init__(
        self,
        context: Context,
        kind: str,
        columns: Sequence[Column],
        make: Callable[[Study], Any],
        words: TableWords,
    ) -> None:
        told = (words.add, words.remove, words.empty)
        super().__init__(context, rows_of_kind(kind, make), columns, told)
        self.setObjectName(f"{kind}-flow-table")
        self.view.factor_asked.connect(self._choose_factor)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addStretch()

    def _add_buttons(self, words: tuple[str, str, str]) -> None:
        super()._add_buttons(words)
        self._button("up", self._("Up"), lambda: self.move_rows(-1), "Alt+↑")
        self._button("down", self._("Down"), lambda: self.move_rows(1), "Alt+↓")
        if is_large():
            for name, arrow in (("up", "↑"), ("down", "↓")):
                self._buttons[name].setText(arrow)
                self._buttons[name].setMaximumWidth(wide(_ARROW))

    def select(self, row_id: str, key: str = "") -> None:
        """Go to a row; what is left out is told at its sign."""
        super().select(row_id, "counted" if key.startswith("exclusion") else key)

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

    def menu(self) -> QMenu:
        """What can be done with the selection."""
        menu = super().menu()
        ids = self._selected_ids()
        if self._carried():
            first = menu.actions()[0]
            confirm = QAction(self._("Confirm as still right"), menu)
            confirm.triggered.connect(self.confirm)
            menu.insertAction(first, confirm)
            menu.insertSeparator(first)
        if not ids or self.kind not in FLOW_KINDS:
            return menu
        flows = [self.model.row_at(self.model.row_of(flow_id)) for flow_id in ids]
        own = QMenu(menu)
        if any(flow.exclusion is None for flow in flows):
            own.addAction(self._("Leave out with a reason…"), self.leave_out)
        if any(flow.exclusion is not None for flow in flows):
            own.addAction(self._("Count again"), self.count_again)
        if len(flows) == 1 and flows[0].factor_id is None:
            own.addAction(self._("No factor fits…"), partial(self._show_ways, ids[0]))
        own.addSeparator()
        menu.insertActions(menu.actions()[0], own.actions())
        return menu

    # inside

    def _show_ways(self, flow_id: str) -> None:
        from supplier_pcf.gui.factors.ways_out import WaysOutDialog

        dialog = WaysOutDialog(self.context, flow_id, self)
        dialog.exec()
        dialog.deleteLater()

    def _choose_factor(self, flow_id: str) -> None:
        from supplier_pcf.gui.factors.factor_picker import choose_factor

        choose_factor(self.context, flow_id, self)
