"""The result: the figure, what makes it up, every row, how good the data is, and what is to be settled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from supplier_pcf.app.quality_view import quality_view
from supplier_pcf.app.steps import step_of
from supplier_pcf.app.views import (
    result_view,
    stage_drawing,
)
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.pages.page import Page
from supplier_pcf.gui.result.contributions_card import ContributionsCard
from supplier_pcf.gui.result.kinds_card import kinds_more
from supplier_pcf.gui.result.quality_card import (
    FactsCard,
    completeness_facts,
    completeness_notes,
    quality_facts,
    quality_notes,
)
from supplier_pcf.gui.result.quality_parts import (
    assurance_more,
    focus_in_parts,
)
from supplier_pcf.gui.result.questions import QUESTIONS
from supplier_pcf.gui.result.result_head import ResultHead
from supplier_pcf.gui.result.result_table import ResultTable
from supplier_pcf.gui.result.rows_card import RowsCard
from supplier_pcf.gui.result.scopes_card import ScopesCard
from supplier_pcf.gui.widgets.card import Card, SideBySide
from supplier_pcf.gui.widgets.cursor import unfold
from supplier_pcf.gui.widgets.dialog_parts import plain_button
from supplier_pcf.gui.widgets.drawing_view import DrawingView
from supplier_pcf.gui.widgets.finding_rows import FindingRows
from supplier_pcf.gui.widgets.leading import lead
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.widgets.questions import QuestionsCard


class ResultPage(Page):
    """Step seven: shows what was found, and how good it is."""

    STEP = "result"

    def build(self) -> None:
        self.head = ResultHead(self.context)
        self.column.addWidget(self.head)
        self._build_charts()
        self.questions = QuestionsCard(self.context, QUESTIONS)
        self.column.addWidget(self.questions)
        self.rows = RowsCard(self.context)
        self.column.addWidget(self.rows)
        self._lead_to_rows()
        self._build_quality()
        self._build_findings()
        self.column.addStretch()
        self._is_old = False
        self.context.bridge.changed.connect(self._follow)
        self.refresh()

    @property
    def table(self) -> ResultTable:
        """All rows."""
        return self.rows.table

    @property
    def row_quality(self) -> More:
        """How good the chosen row is."""
        return self.rows.row_quality

    def refresh(self) -> None:
        """Show the result of now."""
        _ = self.context.translate
        context = self.context
        view = result_view(context.session, context.translate, context.language)
        self._is_old = False
        self.head.show_view(view)
        self.rows.refresh()
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
        if focus_in_parts(place, self.rows.row_quality, self.assurance) is not None:
            return
        if self.questions.focus_on(place) is not None:
            return
        part = place.partition("/")[2]
        if part == "biogenic":
            unfold(self.kinds)
            return
        parts: dict[str, QWidget] = {
            "": self.head,
            "stages": self.stages,
            "rows": self.rows.table,
            **dict.fromkeys(("mass_balance", "exempted", "exempted_percent"), self.completeness),
        }
        parts.get(part, self.quality).setFocus()

    def _follow(self, _before: Study, _after: Study) -> None:
        """A page that nobody sees waits until it is shown."""
        self._is_old = True
        if self.isVisible():
            self.refresh()

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
        whole = plain_button(
            "result-screening", _("With nothing left out…"), partial(self.context.show, "screening")
        )
        column = self.completeness.column
        column.insertWidget(column.count() - 1, whole, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(SideBySide(stages, self.completeness, (4, 3)))
        self.kinds = kinds_more(context)
        self.column.addWidget(self.kinds)

    def _lead_to_rows(self) -> None:
        """A bar leads to its row in the table of all rows, a stage to all of its rows."""
        hint = self.context.translate("Click: its rows in the table of all rows")
        for view in (self.stages, self.contributions.bars):
            lead(view, self.table, self.rows.choose, hint)
        self.contributions.on_flows = lambda v: lead(v, self.table, self.rows.choose, hint)

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
