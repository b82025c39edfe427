"""The head of the result page: the figure, what it is for, how whole it is, and what keeps it from being whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from supplier_pcf.app.views import ResultView, kg_text
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.plant.power_line import PowerLine
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_button
from supplier_pcf.words import sentence


class ResultHead(QWidget):
    """Large figure first, then one line each."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("result-head")
        self._gap_place = ""
        _ = context.translate
        self.figure = label(role="big", name="result-figure")
        self.unit = label(name="result-unit")
        self.rows_line = label(role="quiet", name="result-rows-line")
        self.power = PowerLine(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 4)
        for line in (self.figure, self.unit, self.rows_line, self.power):
            column.addWidget(line)
        prove = plain_button(
            "result-prove",
            _("Is it computed right? &Prove it…"),
            partial(context.show, "prove"),
        )
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE, 0, 0)
        row.addWidget(prove)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._gap())

    def show_view(self, view: ResultView) -> None:
        """Show these figures."""
        _, language = self._context.translate, self._context.language
        self.figure.setText(kg_text(view.leading, language))
        self.unit.setText(_("kg CO₂e per {unit}").format(unit=view.unit))
        parts = [
            _("{counted} of {total} rows counted").format(
                counted=view.rows_counted, total=view.rows_total
            ),
            view.rule_set,
        ]
        if view.leading_per_kg is not None:
            text = _("{kg} kg CO₂e per kg of product")
            parts.insert(0, text.format(kg=kg_text(view.leading_per_kg, language)))
        self.rows_line.setText(" · ".join(parts))
        self._show_gap(view)
        self.power.refresh()

    def _gap(self) -> QWidget:
        _ = self._context.translate
        self.gap = QWidget()
        self.gap.setObjectName("result-gap")
        row = QHBoxLayout(self.gap)
        row.setContentsMargins(0, SPACE, 0, 0)
        row.setSpacing(2 * SPACE)
        self.gap_words = label(role="problem", name="result-gap-words")
        self.gap_go = QPushButton(_("&Go there"))
        self.gap_go.setObjectName("result-gap-go")
        self.gap_go.clicked.connect(lambda: self._context.go_to(self._gap_place))
        row.addWidget(self.gap_words, 1)
        row.addWidget(self.gap_go)
        return self.gap

    def _show_gap(self, view: ResultView) -> None:
        """What keeps the figure from being whole, and the way there."""
        _ = self._context.translate
        error = view.first_error
        self.gap.setVisible(error is not None or not view.complete)
        said = []
        if view.need_you:
            text = _("The figure is too low or missing: rows that need you: {count}.")
            said.append(text.format(count=view.need_you))
        if error is not None:
            params = {"where": error.where, **error.params}
            said.append(sentence(error.code, params, _))
        self.gap_words.setText(" ".join(said))
        self.gap_go.setVisible(error is not None and bool(error.where))
        self._gap_place = error.where if error else ""
