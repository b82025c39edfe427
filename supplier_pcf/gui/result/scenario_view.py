"""What the scenarios of a study would change: in sentences, as bars, and side by side in a table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from supplier_pcf.app.scenario_rows import scenario_drawing, scenario_rows, scenario_titles
from supplier_pcf.app.scenarios import SideBySide, answer_said, effect_said, side_by_side
from supplier_pcf.app.views import Drawing
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label, show_plainly
from supplier_pcf.gui.widgets.drawing_view import DrawingView
from supplier_pcf.gui.widgets.leading import lead
from supplier_pcf.gui.widgets.titled_model import TextModel
from supplier_pcf.words import sentence

_FIRST = 210
_OTHERS = 130


class LowerAnswer:
    """What would lower the figure in a sentence, worked out once for every state of the study."""

    def __init__(self) -> None:
        self._known: tuple[object, str, str] | None = None

    def __call__(self, context: Context) -> str:
        """The sentence of now."""
        done = context.session.calculated
        known = self._known
        if known is None or known[0] is not done or known[1] != context.language:
            said = answer_said(done, context.language, context.translate)
            known = self._known = (
                done,
                context.language,
                sentence(*said, translate=context.translate),
            )
        return known[2]


class ScenarioCompare(QWidget):
    """Today and every scenario; follows the study."""

    def __init__(self, context: Context, *, in_words: bool = True) -> None:
        super().__init__()
        self.setObjectName("scenarios")
        self._context, self._in_words = context, in_words
        self.found: SideBySide = side_by_side(context.session.calculated)
        self.said = plain_label("scenarios-said", "")
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chart = DrawingView(context, self._drawing, "scenarios-chart")
        self.table = QTableView()
        self.table.setObjectName("scenarios-table")
        self.table.setAccessibleName(context.translate("Scenarios side by side"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        hint = context.translate("Click: its column in the table below")
        lead(self.chart, self.table, self._choose, hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (self.said, self.chart, self.table):
            column.addWidget(part)
        bind.follow(context, self, self.refresh)

    def refresh(self) -> None:
        """Show the scenarios of now."""
        context, done = self._context, self._context.session.calculated
        self.found = side_by_side(done)
        views = self.found.scenarios
        told = [effect_said(view, done, context.language, context.translate) for view in views]
        self.said.setText("\n".join(sentence(*s, translate=context.translate) for s in told))
        self.said.setVisible(bool(views) and self._in_words)
        for part in (self.chart, self.table):
            part.setVisible(bool(views))
        if views:
            self.chart.refresh()
            self._show_table()

    def _choose(self, row: str) -> bool:
        """The column of a bar: that of today stands after the titles."""
        self.table.setCurrentIndex(self.table.model().index(0, int(row) + 1))
        return True

    def _drawing(self, width: float) -> Drawing:
        context = self._context
        return scenario_drawing(self.found, context.translate, context.language, width)

    def _show_table(self) -> None:
        context = self._context
        titles = scenario_titles(self.found, context.translate)
        model = TextModel(titles, range(1, len(titles)))
        model.setParent(self.table)
        model.show_rows(scenario_rows(self.found, context.translate, context.language))
        old = self.table.model()
        show_plainly(self.table, model, dict.fromkeys(range(1, len(titles)), _OTHERS), 0)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        if old is not None:
            old.deleteLater()
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(0, _FIRST)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = model.rowCount() * self.table.verticalHeader().defaultSectionSize()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(head.sizeHint().height() + rows + bar + 4)


class LowerPart(QWidget):
    """Behind the question what would lower the figure: the comparison, and the way to the scenarios."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        _ = context.translate
        self.compare = ScenarioCompare(context)
        words = _(
            "A scenario is the same study with a few things made otherwise. It is kept with the study and enters "
            "neither the footprint nor an exchange file."
        )
        self.button = plain_button(
            "lower-what-if", _("What-&if…"), partial(context.show, "what-if")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(label(words, "quiet"))
        column.addWidget(self.compare)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
