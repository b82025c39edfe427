"""What-if in the window: scenarios of the study, proposals made from it, and all of them side by side with today."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.levers import Proposal, largest, proposals, proposals_for
from supplier_pcf.app.scenarios import name_of
from supplier_pcf.domain.numbers import percent
from supplier_pcf.domain.scenario import Scenario
from supplier_pcf.domain.scenario_edits import (
    add_changes,
    duplicate_scenario,
    remove_scenario,
    scenario_of,
    set_scenario,
)
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.result.scenario_editor import ScenarioEditor
from supplier_pcf.gui.result.scenario_view import ScenarioCompare
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_button
from supplier_pcf.words import sentence


class WhatIfDialog(QDialog):
    """Left the scenarios and what is proposed; right the chosen one, and under it all beside today."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.translate
        self.context = context
        self.setObjectName("what-if")
        self.setWindowTitle(_("What if…"))
        open_at(self, 1160, 700)
        self._proposals: tuple[Proposal, ...] = ()
        self._ids: tuple[str, ...] = ()
        self.list = _list("what-if-list", _("Scenarios"))
        self.proposals = _list("what-if-proposals", _("Proposals"))
        self.rows = self._rows_box()
        self.editor = ScenarioEditor(context)
        self.compare = ScenarioCompare(context, in_words=False)
        self.hint = label(self._first_step(), "quiet", "what-if-hint")
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._left())
        halves.addWidget(self._right())
        halves.setSizes([400, 720])
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addWidget(label(self._help(), "quiet"))
        column.addWidget(halves, 1)
        column.addWidget(self._closing())
        self.list.currentRowChanged.connect(self._chosen)
        self.proposals.currentRowChanged.connect(lambda _row: self._enable())
        self.proposals.itemActivated.connect(lambda _item: self.take())
        self._propose()
        bind.follow(context, self, self.refresh)

    def refresh(self) -> None:
        """Show the scenarios of now, with the cursor on the same one."""
        scenarios = self.context.study.scenarios
        current, gone = self.current_id(), self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([name_of(scenario) for scenario in scenarios])
        for number, scenario in enumerate(scenarios):
            self.list.item(number).setToolTip(name_of(scenario))
        self.hint.setVisible(not scenarios)
        self._ids = tuple(scenario.id for scenario in scenarios)
        at = self._ids.index(current) if current in self._ids else min(gone, len(self._ids) - 1)
        self.list.setCurrentRow(max(at, 0) if self._ids else -1)
        self.list.blockSignals(False)
        self._chosen()

    def current_id(self) -> str:
        """The id of the scenario the cursor is on; empty where there is none."""
        row = self.list.currentRow()
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def take(self) -> None:
        """Make a scenario of the proposal the cursor is on."""
        proposal = self._proposal()
        if proposal is None:
            return
        name = sentence(*proposal.name, translate=self.context.translate)
        new = Scenario(id=new_id("scenario"), name=name, changes=proposal.changes)
        self._edit_to(new.id, partial(_set, new), self.context.translate("Add a scenario"))

    def add(self) -> None:
        """Put the proposal the cursor is on into the chosen scenario too."""
        proposal, scenario_id = self._proposal(), self.current_id()
        if proposal is not None and scenario_id:
            self.context.edit(
                lambda study: add_changes(study, scenario_id, proposal.changes),
                self.context.translate("Change a scenario"),
            )

    def duplicate(self) -> None:
        """A copy of the chosen scenario, to be changed."""
        scenario = scenario_of(self.context.study, self.current_id())
        if scenario is None:
            return
        new, old = new_id("scenario"), scenario.id
        name = self.context.translate("{scenario} (copy)").format(scenario=name_of(scenario))
        self._edit_to(
            new,
            lambda study: duplicate_scenario(study, old, new, name),
            self.context.translate("Duplicate a scenario"),
        )

    def remove(self) -> None:
        """Take the chosen scenario away; undo brings it back."""
        scenario_id = self.current_id()
        self.context.edit(
            lambda study: remove_scenario(study, scenario_id),
            self.context.translate("Remove a scenario"),
        )

    def _edit_to(self, scenario_id: str, change: object, words: str) -> None:
        """An edit after which the cursor is on this scenario."""
        self.context.edit(change, words)  # type: ignore[arg-type]
        if scenario_id in self._ids:
            self.list.setCurrentRow(self._ids.index(scenario_id))

    def _chosen(self, _row: int = 0) -> None:
        self.editor.show_scenario(self.current_id())
        self._enable()

    def _enable(self) -> None:
        has_scenario, has_proposal = bool(self.current_id()), self._proposal() is not None
        self.take_button.setEnabled(has_proposal)
        self.add_button.setEnabled(has_proposal and has_scenario)
        self.duplicate_button.setEnabled(has_scenario)
        self.remove_button.setEnabled(has_scenario)

    def _proposal(self) -> Proposal | None:
        row = self.proposals.currentRow()
        return self._proposals[row] if 0 <= row < len(self._proposals) else None

    def _propose(self) -> None:
        """Proposals for the row that is chosen, else for the largest."""
        context, done = self.context, self.context.session.calculated
        at = self.rows.currentIndex() - 1
        choice = context.session.choice
        if at < 0:
            self._proposals = proposals(done, context.language, choice)
        else:
            line = largest(done, None)[at]
            self._proposals = proposals_for(done, line, context.language, choice)
        self.proposals.clear()
        texts = [sentence(*p.said, translate=context.translate) for p in self._proposals]
        self.proposals.addItems(texts)
        for number, words in enumerate(texts):
            self.proposals.item(number).setToolTip(words)
        self.proposals.setCurrentRow(0)
        self._enable()

    def _rows_box(self) -> QComboBox:
        _, done = self.context.translate, self.context.session.calculated
        box = QComboBox()
        box.setObjectName("what-if-rows")
        box.setAccessibleName(_("Proposals for"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        box.addItem(_("the largest rows"))
        whole = done.result.excluding
        for line in largest(done, None):
            part = percent(100 * line.kg_co2e / whole, self.context.language) if whole > 0 else ""
            box.addItem(f"{line.name or line.id}  {part}".strip())
        box.activated.connect(lambda _index: self._propose())
        return box

    def _left(self) -> QWidget:
        _ = self.context.translate
        self.duplicate_button = plain_button("what-if-duplicate", _("&Duplicate"), self.duplicate)
        self.remove_button = plain_button("what-if-remove", _("&Remove"), self.remove)
        self.take_button = plain_button("what-if-take", _("&New scenario of it"), self.take)
        self.add_button = plain_button("what-if-add", _("&Add to the scenario"), self.add)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.setSpacing(SPACE)
        column.addWidget(label(_("Scenarios"), "strong"))
        column.addWidget(self.list, 2)
        column.addLayout(_side_by_side(self.duplicate_button, self.remove_button))
        column.addWidget(label(_("Proposals for"), "strong"))
        column.addWidget(self.rows)
        column.addWidget(self.proposals, 3)
        column.addLayout(_side_by_side(self.take_button, self.add_button))
        return left

    def _right(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE, 0, SPACE, 0)
        column.setSpacing(2 * SPACE)
        for part in (self.hint, self.editor, self.compare):
            column.addWidget(part)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.windowTitle())
        return scroll

    def _help(self) -> str:
        _ = self.context.translate
        return _(
            "The same study with a few things made otherwise, calculated anew as a whole. Nothing here changes the "
            "footprint itself; scenarios are saved with the study and go into no exchange file."
        )

    def _first_step(self) -> str:
        _ = self.context.translate
        return _(
            "No scenario yet. Choose a proposal on the left and press “New scenario of it”; here you then see what it "
            "would change, and can move it further."
        )

    def _closing(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        close = buttons.addButton(
            self.context.translate("&Close"), QDialogButtonBox.ButtonRole.RejectRole
        )
        close.setObjectName("what-if-close")
        close.setAutoDefault(False)  # Enter in a field enters its number
        buttons.rejected.connect(self.reject)
        return buttons


def _set(scenario: Scenario, study: Study) -> Study:
    return set_scenario(study, scenario)


def _list(name: str, title: str) -> QListWidget:
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _side_by_side(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row
