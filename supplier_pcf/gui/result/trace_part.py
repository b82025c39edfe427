"""How a row of the result came about: each step with its number, then the factor with its source."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supplier_pcf.app.drill_down import DrillDown, Source, StepKind, TraceStep, drill_down
from supplier_pcf.app.views import kg_text
from supplier_pcf.domain.numbers import significant
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.plant.plant_words import unit_words
from supplier_pcf.gui.result.row_quality import ChosenRow
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_button
from supplier_pcf.gui.widgets.place_words import place_title
from supplier_pcf.words import Translate

_DIGITS = 5
"""Of each number on the way, so that whoever multiplies them on a pocket calculator comes close."""


class TracePart(QWidget):
    """Follows the row that is chosen in the table."""

    def __init__(self, context: Context, chosen: ChosenRow) -> None:
        super().__init__()
        self.setObjectName("row-trace")
        self._context, self.chosen = context, chosen
        self._place = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self.name = label(role="strong", name="row-trace-name")
        self.told = label(name="row-trace-steps")
        self.told.setTextFormat(Qt.TextFormat.RichText)
        self.told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.go = plain_button("row-trace-go", context.translate("&Go there"), self._go)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addStretch()
        column.addWidget(self.name)
        column.addWidget(self.told)
        column.addLayout(row)
        chosen.selected.connect(lambda _row_id: self.refresh())
        bind.follow(context, self, self.refresh)

    def refresh(self) -> None:
        """Show the way of the row that is chosen."""
        context, _ = self._context, self._context.translate
        found = drill_down(context.session.calculated, self.chosen.current_id(), context.language)
        self.go.setEnabled(found is not None)
        if found is None:
            self._place = ""
            self.name.setText(_("Choose a row in the table above."))
            self.told.setText(_("This row is not part of the footprint: it has no number."))
            return
        self._place = found.place
        self.name.setText(found.name or _("(no name)"))
        self.told.setText(told(found, context))

    def _go(self) -> None:
        self._context.go_to(self._place)


def told(found: DrillDown, context: Context) -> str:
    """The way as a small table of HTML: what, times what, what it is then."""
    rows = [_row(step, context, is_first=n == 0) for n, step in enumerate(found.steps)]
    rows += [_source_row(source, context) for source in found.sources]
    _, language = context.translate, context.language
    unit = unit_words(found.unit, context)
    sum_text = _("{amount} {unit} × {factor} kg CO₂e/{unit} = {kg} kg CO₂e per declared unit")
    said = sum_text.format(
        amount=significant(found.amount, language, _DIGITS),
        unit=unit,
        factor=significant(found.kg_per_unit, language, _DIGITS),
        kg=kg_text(found.kg_co2e, language),
    )
    rows.append(_cells("", "", f"<b>{escape(said)}</b>"))
    if found.evidence:
        rows.append(_cells(escape(_("Evidence")), "", escape(", ".join(found.evidence))))
    return f'<table cellspacing="0" cellpadding="2">{"".join(rows)}</table>'


def _cells(what: str, times: str, then: str) -> str:
    return f'<tr><td>{what}&nbsp;&nbsp;</td><td align="right">{times}&nbsp;&nbsp;</td><td>{then}</td></tr>'


def _row(step: TraceStep, context: Context, *, is_first: bool) -> str:
    language = context.language
    amount = f"{significant(step.amount, language, _DIGITS)} {unit_words(step.unit, context)}"
    title = escape(step_title(step, context.translate))
    times = "" if is_first else _times(step, context)
    return _cells(title, times, escape(amount))


def _times(step: TraceStep, context: Context) -> str:
    """What is a division for a reader is written as one."""
    over = step.kind in (StepKind.YIELD, StepKind.GOOD, StepKind.PIECES)
    value = 1 / step.times if over and step.times else step.times
    sign = "÷" if over else "×"
    return f"{sign} {significant(value, context.language, _DIGITS)}"


def step_title(step: TraceStep, _: Translate) -> str:
    """What a step does, in the reader's words."""
    titles = {
        StepKind.ENTERED: _("As entered or worked out on its page"),
        StepKind.NET: _("Net, in the product"),
        StepKind.GROSS: _("Gross, all that goes in"),
        StepKind.YIELD: _("Material yield: {name}"),
        StepKind.GOOD: _("Share of good pieces: {name}"),
        StepKind.RETURNED: _("Less what goes straight back"),
        StepKind.QUANTITY: _("Quantity in the product"),
        StepKind.SHARE: _("Share of this product"),
        StepKind.PIECES: _("Pieces made in the period"),
        StepKind.SITE: _("Part of the pieces made at this site"),
        StepKind.DECLARED: _("Units in the declared unit"),
        StepKind.CO_PRODUCTS: _("Share of the product beside its co-products"),
        StepKind.UNIT: _("Change of unit"),
        StepKind.MASS: _("Mass of one"),
        StepKind.CONVERSION: _("Conversion: {name}"),
    }
    return titles[step.kind].format(name=step.name)


def _source_row(source: Source, context: Context) -> str:
    _, language = context.translate, context.language
    name = _("Carbon that burns, as CO₂") if source.kind is StepKind.BURNT else source.name
    told_kg = f"{significant(source.kg_co2e, language, _DIGITS)} kg CO₂e/{source.unit}"
    parts = [source.publisher, source.document, source.table, source.years]
    parts += [place_title(source.place, _)] if source.place else []
    parts += [source.licence]
    where = " · ".join(part for part in parts if part)
    share = "" if source.times == 1 else f"{significant(source.times, language, _DIGITS)} ×"
    return _cells(escape(_("Factor")), share, f"{escape(told_kg)}: {escape(name)}") + _cells(
        "", "", f"<small>{escape(where)}</small>"
    )
