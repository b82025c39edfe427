"""One scenario to edit: its name, what it changes and how far, what comes of it, what would prove it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.entering import Unreadable, entered_number, shown_share
from supplier_pcf.app.scenarios import (
    ScenarioView,
    change_said,
    effect_said,
    not_made_said,
    proof_said,
    remarks_said,
    scenario_view,
)
from supplier_pcf.domain.scenario import Lever, Scenario, ScenarioChange
from supplier_pcf.domain.scenario_edits import (
    remove_change,
    scenario_of,
    set_change,
    set_scenario,
)
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound, NumberField
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label
from supplier_pcf.words import sentence

_WITH_FACTOR = (Lever.FACTOR, Lever.RECYCLED_SHARE, Lever.POWER)
_SHARES = (Lever.RECYCLED_SHARE, Lever.POWER)


class PercentField(NumberField):
    """A multiple of today, shown and typed in percent; it may be more than all."""

    def _text(self, value: Any) -> str:
        return shown_share(value, self._context.decimal)

    def _read(self, text: str) -> Any | Unreadable:
        number = entered_number(text.replace("%", "").replace("％", ""), self._context.decimal)
        return number / 100 if isinstance(number, float) else number


class ChangeRow(QWidget):
    """One change: its sentence, how far, with which factor, and a button that takes it out."""

    def __init__(self, context: Context, scenario_id: str, number: int, lever: Lever) -> None:
        super().__init__()
        self._context, self._scenario_id, self._number = context, scenario_id, number
        _ = context.translate
        self.said = plain_label(f"change-{number}-said", "")
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        if lever is not Lever.FACTOR:
            make = bind.ShareField if lever in _SHARES else PercentField
            self.amount = make(context, self._bound("number", "number"), QLabel("%"))
            self.amount.line.setFixedWidth(wide(80))
            self.amount.line.setAccessibleName(_("How far"))
            self.amount.setMaximumWidth(wide(180))
            row.addWidget(self.amount)
        self.factor = plain_button(f"change-{number}-factor", "", self._choose)
        if lever not in _WITH_FACTOR:
            self.factor.hide()
        row.addWidget(self.factor)
        row.addStretch()
        out = plain_button(f"change-{number}-remove", _("Take out"), self._remove)
        row.addWidget(out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE)
        column.setSpacing(SPACE // 2)
        column.addWidget(self.said)
        column.addLayout(row)

    def refresh(self, change: ScenarioChange) -> None:
        """Say what the change is now."""
        context = self._context
        said = change_said(context.session.calculated, change, context.language)
        self.said.setText(sentence(*said, translate=context.translate))
        _ = context.translate
        self.factor.setText(_("Another factor…") if change.factor_id else _("Choose a factor…"))

    def _bound(self, field: str, name: str) -> Bound[Any]:
        def get(study: Study) -> Any:
            change = self._change(study)
            return None if change is None else getattr(change, field) or _zero(change, field)

        def put(study: Study, value: Any) -> Study:
            change = self._change(study)
            if change is None:
                return study
            changes: dict[str, Any] = {field: value if field == "number" else value or ""}
            return set_change(study, self._scenario_id, self._number, replace(change, **changes))

        label = self._context.translate("Change a scenario")
        return Bound(f"change-{self._number}-{name}", get, put, label)

    def _change(self, study: Study) -> ScenarioChange | None:
        scenario = scenario_of(study, self._scenario_id)
        known = () if scenario is None else scenario.changes
        return known[self._number] if self._number < len(known) else None

    def _choose(self) -> None:
        from supplier_pcf.gui.factors.factor_picker import choose_factor

        change = self._change(self._context.study)
        if change is not None:
            flow_id = change.where.partition("/")[2]
            choose_factor(self._context, flow_id, self, self._bound("factor_id", "factor_id"))

    def _remove(self) -> None:
        self._context.edit(
            lambda study: remove_change(study, self._scenario_id, self._number),
            self._context.translate("Change a scenario"),
        )


def _zero(change: ScenarioChange, field: str) -> float | None:
    """A number that was set to zero is a number."""
    return 0.0 if field == "number" and change.number == 0 else None


def _named(words: str, field: QWidget) -> QVBoxLayout:
    """A field under its name."""
    field.setAccessibleName(words)
    column = QVBoxLayout()
    column.setSpacing(SPACE // 2)
    column.addWidget(QLabel(words))
    column.addWidget(field)
    return column


class _Switch(QObject):
    """Tells the fields of a change in the study, and of another scenario."""

    changed = Signal(object, object)


class ScenarioEditor(QWidget):
    """The scenario of one id, as it stands; hidden where there is none."""

    def __init__(self, context: Context, scenario_id: str = "") -> None:
        super().__init__()
        self.setObjectName("scenario-editor")
        self._context, self.scenario_id = context, scenario_id
        self._shape: tuple[object, ...] = ()
        self.rows: list[ChangeRow] = []
        _ = context.translate
        self._switch = _Switch(self)
        here = context._replace(bridge=self._switch)
        self.name = bind.text(here, self._text("name", _("Rename a scenario")))
        self._changes = QVBoxLayout()
        self._changes.setSpacing(0)
        self.effect = plain_label("scenario-effect", "strong")
        self.remarks = plain_label("scenario-remarks", "quiet")
        self.proof = bind.paragraph(here, self._proof(), 3)
        self.proof.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(_named(_("Name of the scenario"), self.name))
        column.addLayout(self._changes)
        column.addWidget(self.effect)
        column.addWidget(self.remarks)
        column.addLayout(_named(_("What would prove it"), self.proof))
        words = _("Tell it in the PDF report, beside the result")
        column.addWidget(bind.tick(here, self._in_report(), words))
        bind.follow(context, self, self.refresh)

    def show_scenario(self, scenario_id: str) -> None:
        """Show this one from now on."""
        if scenario_id != self.scenario_id:
            self.scenario_id = scenario_id
            self.refresh()

    def refresh(self) -> None:
        """Show the scenario of now, with what comes of it."""
        scenario = scenario_of(self._context.study, self.scenario_id)
        self.setVisible(scenario is not None)
        study = self._context.study
        self._switch.changed.emit(study, study)
        if scenario is None:
            return
        shape = (scenario.id, *((c.lever, c.where) for c in scenario.changes))
        if shape != self._shape:
            self._shape = shape
            self._build_rows(scenario)
        for row, change in zip(self.rows, scenario.changes, strict=True):
            row.refresh(change)
        self._tell(scenario_view(self._context.session.calculated, scenario))

    def _build_rows(self, scenario: Scenario) -> None:
        for old in self.rows:
            self._changes.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [
            ChangeRow(self._context, scenario.id, number, change.lever)
            for number, change in enumerate(scenario.changes)
        ]
        for row in self.rows:
            self._changes.addWidget(row)
            row.show()

    def _tell(self, view: ScenarioView) -> None:
        context, done = self._context, self._context.session.calculated
        say = partial(sentence, translate=context.translate)
        effect = effect_said(view, done, context.language, context.translate)
        self.effect.setText(say(*effect))
        told = [say(*said) for said in remarks_said(view)]
        told += [
            say(*said)
            for made in view.not_made
            if (said := not_made_said(done.study, view.scenario, made)) != effect
        ]
        if view.new_findings:
            told.append(context.translate("The checks would newly say:"))
            told += [f"• {say(f.code, {'where': f.where, **f.params})}" for f in view.new_findings]
        self.remarks.setText("\n".join(told))
        self.remarks.setVisible(bool(told))

    def _get(self, field: str) -> Callable[[Study], str]:
        def get(study: Study) -> str:
            scenario = scenario_of(study, self.scenario_id)
            return "" if scenario is None else getattr(scenario, field)

        return get

    def _text(self, field: str, label: str) -> Bound[str]:
        def put(study: Study, value: str) -> Study:
            scenario = scenario_of(study, self.scenario_id)
            changes: dict[str, Any] = {field: value}
            return study if scenario is None else set_scenario(study, replace(scenario, **changes))

        return Bound(f"scenario-{field}", self._get(field), put, label)

    def _in_report(self) -> Bound[bool]:
        def get(study: Study) -> bool:
            scenario = scenario_of(study, self.scenario_id)
            return scenario is not None and scenario.in_report

        def put(study: Study, value: bool) -> Study:
            scenario = scenario_of(study, self.scenario_id)
            told = None if scenario is None else replace(scenario, in_report=value)
            return study if told is None else set_scenario(study, told)

        label = self._context.translate("Change a scenario")
        return Bound("scenario-in_report", get, put, label)

    def _proof(self) -> Bound[str]:
        """The proposed words stand in the field until the user writes his own."""
        own = self._text("proof", self._context.translate("Change a scenario"))

        def put(study: Study, value: str) -> Study:
            return own.put(study, "" if value.strip() == self._proposed(study) else value)

        return Bound(own.name, self._shown_proof, put, own.label)

    def _shown_proof(self, study: Study) -> str:
        return self._get("proof")(study) or self._proposed(study)

    def _proposed(self, study: Study) -> str:
        scenario = scenario_of(study, self.scenario_id)
        said = () if scenario is None else proof_said(scenario)
        return " ".join(sentence(*each, translate=self._context.translate) for each in said)
