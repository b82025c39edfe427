"""Take newer figures into the open study: what would change and by how much, and only what is ticked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.factor_update import (
    FactorChange,
    Newer,
    known_newer,
    percent_of,
    proposed,
    read_newer,
    taking_over,
    total_with,
)
from supplier_pcf.app.running import running
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.numbers import significant
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.base.waiting import reading
from supplier_pcf.gui.factors.change_table import FACTOR, ChangeModel, signed
from supplier_pcf.gui.factors.compare_factors import CompareModel, facts_table
from supplier_pcf.gui.widgets.dialog_parts import plain_label, show_plainly, take_or_cancel
from supplier_pcf.gui.widgets.findings_list import FindingsList
from supplier_pcf.words import sentence

_WIDTHS = {1: 132, 2: 132, 3: 92, 4: 56, 5: 110, 6: 84}


def update_from_file(context: Context, parent: QWidget) -> bool:
    """Ask for a file and show what it would change; True where the study was changed."""
    _ = context.translate
    kinds = _("Factor sets and tables (set.toml *.csv *.xlsx)")
    name, _kind = QFileDialog.getOpenFileName(parent, _("Update factors from a file"), "", kinds)
    if not name:
        return False
    try:
        newer = reading(parent, Path(name), _, read_newer, Path(name))
    except Refusal as refusal:
        ask.tell(parent, sentence(refusal.code, refusal.params, context.translate))
        return False
    return newer is not None and update_with(context, newer, parent)


def update_from_program(context: Context, parent: QWidget) -> bool:
    """Show where the study's copies differ from what the program and the personal library hold."""
    title = context.translate("the program and your own library")
    return update_with(context, Newer(title=title, factors=known_newer(context.session)), parent)


def update_with(context: Context, newer: Newer, parent: QWidget) -> bool:
    """Show what these factors would change; True where the study was changed."""
    changes = proposed(context.session, newer.factors)
    if not changes and not newer.findings:
        text = context.translate("Nothing in “{source}” differs from what this study uses.")
        ask.tell(parent, text.format(source=newer.title))
        return False
    dialog = UpdateDialog(context, newer, changes, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.result() == QDialog.DialogCode.Accepted


class UpdateDialog(QDialog):
    """The changes with their ticks, what differs in the one under the cursor, and the sum of all."""

    def __init__(
        self,
        context: Context,
        newer: Newer,
        changes: Sequence[FactorChange],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = context.translate
        self._context = context
        self.setObjectName("update-factors")
        self.setWindowTitle(_("Update the factors of this study"))
        open_at(self, 1100, 640)
        self.model = ChangeModel(context, tuple(changes))
        self.model.ticked.connect(self._tell_total)
        self.table = self._changes_table()
        self.facts: QTableView | None = None
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.table)
        self._total = plain_label("update-total", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addWidget(self._heading(newer, len(changes)))
        column.addWidget(self._left_out(newer))
        column.addWidget(self._halves, 1)
        column.addWidget(self._total)
        column.addWidget(self._buttons())
        self.table.selectionModel().currentChanged.connect(lambda now, _b: self._moved(now))
        self.table.setCurrentIndex(self.model.index(0, FACTOR))
        self._tell_total()
        self.table.setFocus()

    def _heading(self, newer: Newer, count: int) -> QLabel:
        _ = self._context.translate
        text = _(
            "{source}: {count} of the factors this study uses say something else. "
            "Only what is ticked is taken over, as one step that can be undone."
        )
        label = plain_label("update-heading", "quiet")
        label.setText(text.format(source=newer.title, count=count))
        return label

    def _left_out(self, newer: Newer) -> FindingsList:
        """Rows of the file that are no factors."""
        found = FindingsList(self._context.translate, "update-left-out", most_rows=2)
        found.setAccessibleName(self._context.translate("What of the file was left out"))
        found.show_findings(newer.findings)
        return found

    def _changes_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("update-changes")
        table.setAccessibleName(self._context.translate("Factors that would change"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        show_plainly(table, self.model, _WIDTHS, FACTOR)
        return table

    def _buttons(self) -> QDialogButtonBox:
        buttons, self.take = take_or_cancel(self, self._context.translate, "update", "")
        return buttons

    def _moved(self, now: QModelIndex) -> None:
        """The cursor stays on the tick, so that Space sets it wherever the row was clicked."""
        if now.isValid() and now.column() != FACTOR:
            self.table.setCurrentIndex(self.model.index(now.row(), FACTOR))
        else:
            self._show(now.row())

    def _show(self, row: int) -> None:
        """What differs in the change under the cursor."""
        change = self.model.change(row)
        if change is None:
            return
        _ = self._context.translate
        facts = CompareModel(self._context, (change.old, change.new), (_("Now"), _("Then")))
        facts.show_lines(only=True)
        if self.facts is None:
            self.facts = facts_table(facts, _("What differs in this factor"))
            self._halves.addWidget(self.facts)
            self._halves.setSizes([250, 250])
        facts.setParent(self.facts)
        self.facts.setModel(facts)
        self.facts.resizeRowsToContents()

    def _tell_total(self) -> None:
        """The result with all that is ticked."""
        _, language = self._context.translate, self._context.language
        wanted = self.model.wanted()
        now = running(self._context.session.calculated, language, _)
        then = total_with(self._context.session, wanted)
        if now.kg is None or then is None:
            self._total.setText(_("The study has no result yet."))
        else:
            text = _("Result: {before} → {after} kg CO₂e per {unit} ({kg}, {percent})")
            self._total.setText(
                text.format(
                    before=significant(now.kg, language),
                    after=significant(then, language),
                    unit=now.unit,
                    kg=signed(then - now.kg, language, "kg CO₂e"),
                    percent=signed(percent_of(now.kg, then), language, "%"),
                )
            )
        self.take.setText(_("&Update ({count})").format(count=len(wanted)))
        self.take.setEnabled(bool(wanted))

    def accept(self) -> None:
        """Take over what is ticked, as one step of undo."""
        wanted = self.model.wanted()
        if wanted:
            self._context.edit(taking_over(wanted), self._context.translate("Update factors"))
            super().accept()
