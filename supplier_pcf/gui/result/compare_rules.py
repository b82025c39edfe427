"""The study under every rule set: what each makes of it, what it answers otherwise, and what that does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.aside import GivenUp
from supplier_pcf.app.rule_comparison import Difference, UnderRules, compare_rules
from supplier_pcf.domain.numbers import NOTHING, percent, significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.base.waiting import doing
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label, show_plainly
from supplier_pcf.gui.widgets.titled_model import TextModel
from supplier_pcf.words import sentence

RULES, EXPORT, KG, LEFT_OUT, PRIMARY, TECHNOLOGY, TIME, PLACE = range(8)
_NUMBERS = (KG, LEFT_OUT, PRIMARY, TECHNOLOGY, TIME, PLACE)
_WIDTHS = {EXPORT: 180, KG: 100, LEFT_OUT: 116, PRIMARY: 104, TECHNOLOGY: 96, TIME: 72, PLACE: 72}


class CompareRulesDialog(QDialog):
    """One row a rule set; under them the differences of the chosen one, each with clause and effect."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.translate
        self.context = context
        self.setObjectName("compare-rules")
        self.setWindowTitle(_("The study under other rules"))
        open_at(self, 1060, 640)
        self._under: tuple[UnderRules, ...] = ()
        self.model = TextModel(self._titles(), _NUMBERS)
        self.table = self._table()
        self.said = plain_label("compare-rules-said", "strong")
        self._differences = QWidget()
        self._list = QVBoxLayout(self._differences)
        self._list.setSpacing(SPACE)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.table)
        halves.addWidget(self._lower())
        halves.setSizes([190, 420])
        halves.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addWidget(label(self._help(), "quiet"))
        column.addWidget(halves, 1)
        column.addWidget(self._buttons())
        self.look()

    def look(self) -> None:
        """Work it all out for the study of now."""
        session = self.context.session
        today = session.now().date()
        work = partial(compare_rules, session.study, session.library, today)
        _ = self.context.translate
        try:
            self._under = doing(
                self.parentWidget(), _("Calculating under every rule set …"), _, work
            )
        except GivenUp:
            QTimer.singleShot(0, self, self.reject)
            return
        self.model.show_rows([self._row(under) for under in self._under])
        own = next((at for at, under in enumerate(self._under) if under.is_own), 0)
        self.table.setCurrentIndex(self.model.index(own, RULES))
        self._show(self._under[own])

    def chosen(self) -> UnderRules:
        """The rule set the cursor is on."""
        return self._under[max(self.table.currentIndex().row(), 0)]

    def use(self) -> None:
        """Make the study by the chosen rules from now on."""
        rules_id = self.chosen().rules.id
        label_text = self.context.translate("Choose the rule set")
        self.context.edit(lambda study: replace(study, rule_set=rules_id), label_text)
        self.look()

    def _titles(self) -> tuple[str, ...]:
        _ = self.context.translate
        return (
            _("Rule set"),
            _("Files may leave"),
            _("kg CO₂e"),
            _("Left out"),
            _("Primary data"),
            _("Technology"),
            _("Time"),
            _("Place"),
        )

    def _help(self) -> str:
        _ = self.context.translate
        return _(
            "The same data by the rules of each. The first figure is the one the rules look at first; "
            "1 is the best rating, 5 the worst. Below stands what the chosen rules answer otherwise."
        )

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("compare-rules-table")
        table.setAccessibleName(self.context.translate("Rule sets"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        show_plainly(table, self.model, _WIDTHS, RULES)
        table.selectionModel().currentRowChanged.connect(self._moved)
        return table

    def _lower(self) -> QWidget:
        scroll = self._scroll = QScrollArea()
        scroll.setAccessibleName(self.context.translate("What the chosen rules answer otherwise"))
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._differences)
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.addWidget(self.said)
        column.addWidget(scroll, 1)
        column.addStretch()
        return lower

    def _buttons(self) -> QDialogButtonBox:
        _ = self.context.translate
        buttons = QDialogButtonBox()
        self.take = plain_button("compare-rules-use", _("&Use these rules"), self.use)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(_("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("compare-rules-close")
        buttons.rejected.connect(self.reject)
        return buttons

    def _row(self, under: UnderRules) -> tuple[str, ...]:
        _, language = self.context.translate, self.context.language
        figures, ratings = under.figures, under.figures.ratings
        title = under.rules.title
        if under.is_own:
            title = _("{rules} (this study)").format(rules=title)
        stopped = len(figures.stopped_by)
        three = (ratings.technology, ratings.time, ratings.geography) if ratings else (None,) * 3
        return (
            title,
            _("no: open errors: {count}").format(count=stopped) if stopped else _("yes"),
            significant(figures.leading, language),
            percent(figures.exempted_percent, language, 2),
            NOTHING
            if figures.primary_percent is None
            else percent(figures.primary_percent, language),
            *(significant(value, language) for value in three),
        )

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if 0 <= current.row() < len(self._under):
            self._show(self._under[current.row()])

    def _show(self, under: UnderRules) -> None:
        _ = self.context.translate
        self.take.setEnabled(not under.is_own)
        own = next((u.rules.title for u in self._under if u.is_own), "")
        if under.is_own:
            text = _("The study is made by these rules: {rules}. Choose another row to compare.")
        elif under.differences:
            text = _("What {rules} answers otherwise than {own}:")
        else:
            text = _("{rules} gives the same answers as {own}.")
        self.said.setText(text.format(rules=under.rules.title, own=own))
        self._scroll.setVisible(bool(under.differences))
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for difference in under.differences:
            for words in self._told(difference):
                self._list.addWidget(words)
        self._list.addStretch()

    def _told(self, difference: Difference) -> Iterator[QWidget]:
        """What the rules say, and in a quieter line where it is written and what it does here."""
        _ = self.context.translate
        yield label(sentence(*difference.says, translate=_), name="difference-says")
        effects = " ".join(sentence(*effect, translate=_) for effect in difference.effects)
        told = f"{effects}  [{difference.clause}]" if difference.clause else effects
        yield label(told, "quiet", "difference-effects")
