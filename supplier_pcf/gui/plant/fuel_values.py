"""Heating values and densities of the bill for one row of energy, and what the amount was multiplied with."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.entering import Unreadable, entered_number, shown_number
from supplier_pcf.app.plant import energy_use
from supplier_pcf.app.stating import (
    OF_UNITS,
    PER_UNITS,
    conversion_of,
    forget_ratio,
    state_ratio,
)
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.fuels import StatedRatio
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.units import dimension_of
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.plant.energy_table import EnergyTable
from supplier_pcf.gui.plant.plant_words import unit_words
from supplier_pcf.gui.widgets.dialog_parts import plain_button
from supplier_pcf.gui.widgets.part import quiet
from supplier_pcf.words import sentence


class FuelValues(QWidget):
    """A line to state a value, those that are stated, and the arithmetic of the row in words."""

    def __init__(self, context: Context, table: EnergyTable) -> None:
        super().__init__()
        self.setObjectName("fuel-values")
        self._context, self._use_id = context, table.current_id()
        _ = context.translate
        self.way = quiet("", "fuel-way")
        self.way.setProperty("role", None)
        self._stated = QVBoxLayout()
        self._stated.setSpacing(SPACE // 2)
        self.problem = quiet("", "fuel-problem")
        self.problem.setProperty("role", "problem")
        self.problem.hide()
        help_text = _(
            "A gas bill in m³ states its heating value, a bill in kWh says whether it is gross (Hs) or net (Hi), "
            "a coal analysis gives GJ per tonne. What you state here wins over published values."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.way)
        column.addLayout(self._stated)
        column.addLayout(self._entry())
        column.addWidget(self.problem)
        column.addWidget(quiet(help_text, "fuel-help"))
        table.selected.connect(self._select)
        bind.follow(context, self, self._show)

    def _entry(self) -> QHBoxLayout:
        _ = self._context.translate
        self.value, self.source = QLineEdit(), QLineEdit()
        example = shown_number(11.2, self._context.decimal)
        self.of, self.per = QComboBox(), QComboBox()
        for box, units, name in ((self.of, OF_UNITS, "of"), (self.per, PER_UNITS, "per")):
            box.setObjectName(f"fuel-{name}")
            for unit in units:
                box.addItem(unit_words(unit, self._context), unit)
        self.of.setAccessibleName(_("Unit of the value"))
        self.per.setAccessibleName(_("For one"))
        for line, name, words, such_as in (
            (self.value, "fuel-value", _("Heating value or density"), example),
            (self.source, "fuel-source", _("Source"), _("gas bill, March")),
        ):
            line.setObjectName(name)
            line.setAccessibleName(words)
            line.setPlaceholderText(such_as)
        self.value.setFixedWidth(wide(80))
        self.setFocusProxy(self.value)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.value)
        row.addWidget(self.of)
        row.addWidget(QLabel("/"))
        row.addWidget(self.per)
        row.addWidget(self.source, 1)
        row.addWidget(plain_button("fuel-state", _("State it"), self._send))
        return row

    def _select(self, use_id: str) -> None:
        self._use_id = use_id
        self.problem.hide()
        self._show()

    def _send(self) -> None:
        value = entered_number(self.value.text(), self._context.decimal)
        ratio = StatedRatio(
            value=value if isinstance(value, float | int) else None,
            of=str(self.of.currentData()),
            per=str(self.per.currentData()),
            source=self.source.text().strip(),
        )
        _, use_id = self._context.translate, self._use_id
        self.problem.setVisible(isinstance(value, Unreadable) or not ratio.is_sound)
        if not self.problem.isHidden():
            unsound = Unreadable("heating_value.unreadable", self.value.text())
            problem = value if isinstance(value, Unreadable) else unsound
            self.problem.setText(sentence(problem.code, problem.params, _))
            return
        self._context.edit(
            lambda study: state_ratio(study, use_id, ratio), _("State a heating value")
        )
        self.value.clear()
        self.source.clear()

    def _forget(self, ratio: StatedRatio) -> None:
        use_id, label = self._use_id, self._context.translate("Remove a heating value")
        self._context.edit(lambda study: forget_ratio(study, use_id, ratio), label)

    # what is shown

    def _show(self) -> None:
        use = energy_use(self._context.study, self._use_id)
        self.setEnabled(use is not None)
        while (item := self._stated.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for ratio in use.conversions if use else ():
            self._stated.addWidget(self._line(ratio))
        self.way.setText(self._words(use) if use else "")

    def _line(self, ratio: StatedRatio) -> QWidget:
        _ = self._context.translate
        line, source = QWidget(), ratio.source or _("without a source")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(f"{self._told(ratio)} · {source}"))
        row.addWidget(plain_button("fuel-forget", _("Remove"), lambda: self._forget(ratio)))
        row.addStretch()
        return line

    def _told(self, ratio: StatedRatio) -> str:
        value = shown_number(ratio.value, self._context.decimal)
        of, per = (unit_words(unit, self._context) for unit in (ratio.of, ratio.per))
        return f"{value} {of} / {per}"

    def _words(self, use: EnergyUse) -> str:
        """The way of the amount to the factor's unit, for one declared unit; and whose value it was."""
        _, language = self._context.translate, self._context.language
        way = conversion_of(self._context.session.calculated.result, use.id)
        if way is None:
            return _(
                "Bill and factor are in units of one kind, or the factor is missing: nothing is converted."
            )
        parts = [f"{significant(way.amount, language)} {unit_words(way.unit, self._context)}"]
        sources, now = [], way.unit
        for step in way.steps:
            sign = "×" if dimension_of(step.by.per) is dimension_of(now) else "÷"
            parts.append(f"{sign} {self._told(step.by)}")
            now = step.unit
            told = step.by.source or _("without a source")
            published = _("{source} (published; the value of your bill would win)")
            sources.append(published.format(source=told) if step.by.id else told)
        end = way.steps[-1].unit
        result = f"{significant(way.converted, language)} {unit_words(end, self._context)}"
        text = _("For one declared unit: {way} = {result}. Source: {sources}.")
        return text.format(way=" ".join(parts), result=result, sources="; ".join(sources))
