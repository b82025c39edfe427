"""The result: the figure, what makes it up, every row, how good the data is, and what is to be settled."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from supplier_pcf.app.quality_view import quality_view
from supplier_pcf.app.steps import step_of
from supplier_pcf.app.views import (
    ResultView,
    kg_text,
    result_view,
    stage_drawing,
)
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.page import SPACE, Page
from supplier_pcf.gui.questions import QUESTIONS
from supplier_pcf.gui.widgets.card import Card, SideBySide, label
from supplier_pcf.gui.widgets.contributions_card import ContributionsCard
from supplier_pcf.gui.widgets.dialog_parts import plain_button
from supplier_pcf.gui.widgets.drawing_view import DrawingView
from supplier_pcf.gui.widgets.finding_rows import FindingRows
from supplier_pcf.gui.widgets.kinds_card import kinds_more
from supplier_pcf.gui.widgets.power_line import PowerLine
from supplier_pcf.gui.widgets.quality_card import (
    FactsCard,
    completeness_facts,
    completeness_notes,
    quality_facts,
    quality_notes,
)
from supplier_pcf.gui.widgets.quality_parts import (
    assurance_more,
    focus_in_parts,
    row_quality_more,
    row_trace_more,
)
from supplier_pcf.gui.widgets.questions import QuestionsCard
from supplier_pcf.gui.widgets.result_table import ResultTable
from supplier_pcf.gui.widgets.scopes_card import ScopesCard
from supplier_pcf.words import sentence


class ResultPage(Page):
    """Step seven: shows what was found, and how good it is."""

    STEP = "result"

    def build(self) -> None:
        self._build_head()
        self._build_charts()
        self.questions = QuestionsCard(self.context, QUESTIONS)
        self.column.addWidget(self.questions)
        self._build_rows()
        self._build_quality()
        self._build_findings()
        self.column.addStretch()
        self._is_old = False
        self.context.bridge.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Show the result of now."""
        _ = self.context.translate
        context = self.context
        view = result_view(context.session, context.translate, context.language)
        self._is_old = False
        self._show_head(view)
        self._show_gap(view)
        self.power.refresh()
        self.table.refresh()
        self.stages.refresh()
        self.contributions.refresh()
        self.questions.refresh()
        quality = quality_view(context.session.calculated)
        notes = quality_notes(context, view, quality)
        self.quality.show_facts(quality_facts(context, quality), notes)
        self.completeness.show_facts(
            completeness_facts(context, view), completeness_notes(context, view)
        )
        self.scopes.refresh()
        found = context.session.calculated.findings
        elsewhere = [f for f in found if step_of(f).id != self.STEP]
        self.findings.show_findings(elsewhere, _("Nothing is open."))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self.refresh()

    def focus_on(self, place: str) -> None:
        unfolded = focus_in_parts(place, self.row_quality, self.assurance)
        if unfolded is not None:
            self.ensureWidgetVisible(unfolded)
            return
        asked = self.questions.focus_on(place)
        if asked is not None:
            self.ensureWidgetVisible(asked)
            return
        part = place.partition("/")[2]
        if part == "biogenic":
            self.ensureWidgetVisible(self.kinds.open())
            return
        is_complete = part in ("mass_balance", "exempted", "exempted_percent")
        self.ensureWidgetVisible(self.completeness if is_complete else self.quality)

    def _follow(self, _before: Study, _after: Study) -> None:
        """A page that nobody sees waits until it is shown."""
        self._is_old = True
        if self.isVisible():
            self.refresh()

    def _build_head(self) -> None:
        _ = self.context.translate
        self.figure = label(role="big", name="result-figure")
        self.unit = label(name="result-unit")
        self.rows_line = label(role="quiet", name="result-rows-line")
        head = QVBoxLayout()
        head.setSpacing(SPACE // 4)
        for line in (self.figure, self.unit, self.rows_line):
            head.addWidget(line)
        self.power = PowerLine(self.context)
        head.addWidget(self.power)
        self.column.addLayout(head)
        self.gap = QWidget()
        self.gap.setObjectName("result-gap")
        row = QHBoxLayout(self.gap)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        self.gap_words = label(role="problem", name="result-gap-words")
        self.gap_go = QPushButton(_("&Go there"))
        self.gap_go.setObjectName("result-gap-go")
        self.gap_go.clicked.connect(self._go_to_gap)
        row.addWidget(self.gap_words, 1)
        row.addWidget(self.gap_go)
        self.column.addWidget(self.gap)

    def _build_charts(self) -> None:
        _, context = self.context.translate, self.context
        parts = (context.session, context.translate, context.language)
        self.stages = DrawingView(context, partial(stage_drawing, *parts), "stages")
        self.contributions = ContributionsCard(context)
        self.column.addWidget(self.contributions)
        stages = Card(_("Life cycle stages"), "card-stages")
        stages.column.addWidget(self.stages)
        stages.column.addStretch()
        self.completeness = FactsCard(_("Completeness"), "card-completeness")
        whole = plain_button("result-screening", _("With nothing left out…"), self._screen)
        self.completeness.column.insertWidget(self.completeness.column.count() - 1, whole)
        self.column.addWidget(SideBySide(stages, self.completeness, (4, 3)))
        self.kinds = kinds_more(context)
        self.column.addWidget(self.kinds)

    def _build_rows(self) -> None:
        _ = self.context.translate
        card = Card(_("All rows"), "card-rows")
        self.table = ResultTable(self.context)
        card.column.addWidget(self.table)
        hint = _(
            "Per declared unit, losses and shares included. A click on a heading sorts, Ctrl+C copies with "
            "all digits, a double click goes to where the row is entered."
        )
        card.column.addWidget(label(hint, "quiet"))
        self.row_trace = row_trace_more(self.context, self.table)
        card.column.addWidget(self.row_trace)
        self.row_quality = row_quality_more(self.context, self.table)
        card.column.addWidget(self.row_quality)
        self.column.addWidget(card)

    def _build_quality(self) -> None:
        _ = self.context.translate
        self.quality = FactsCard(_("Data quality"), "card-quality", room=2)
        self.assurance = assurance_more(self.context)
        self.quality.column.addWidget(self.assurance)
        self.column.addWidget(self.quality)
        self.scopes = ScopesCard(self.context)
        self.column.addWidget(self.scopes)

    def _build_findings(self) -> None:
        """Those of this step stand under the page, as on every page."""
        _ = self.context.translate
        card = Card(_("Findings of the other steps"), "card-findings")
        self.findings = FindingRows(self.context, "result-findings", here=self.STEP)
        card.column.addWidget(self.findings)
        self.column.addWidget(card)

    def _show_head(self, view: ResultView) -> None:
        _ = self.context.translate
        language = self.context.language
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

    def _show_gap(self, view: ResultView) -> None:
        """What keeps the figure from being whole, and the way there."""
        _ = self.context.translate
        error = view.first_error
        self.gap.setVisible(error is not None or not view.complete)
        said = []
        if view.need_you:
            text = _("The figure is too low or missing: rows that need you: {count}.")
            said.append(text.format(count=view.need_you))
        if error is not None:
            params = {"where": error.where, **error.params}
            said.append(sentence(error.code, params, self.context.translate))
        self.gap_words.setText(" ".join(said))
        self.gap_go.setVisible(error is not None and bool(error.where))
        self._gap_place = error.where if error else ""

    def _screen(self) -> None:
        from supplier_pcf.gui.dialogs import SHOW

        SHOW["screening"](self.context, self)

    def _go_to_gap(self) -> None:
        self.context.go_to(self._gap_place)
