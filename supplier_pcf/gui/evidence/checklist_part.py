"""The checklist: every point with its state and reason, the way to its field, and answers to what a person judges."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.checklist import (
    Judged,
    PointState,
    checklist_of,
    question_of,
    reason_of,
    summary_of,
)
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.evidence.checklist_answer import AnswerForm
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label, show_plainly
from supplier_pcf.gui.widgets.titled_model import TextModel
from supplier_pcf.words import Translate

STATE, CLAUSE, QUESTION = range(3)
_WIDTHS = {STATE: 130, CLAUSE: 90}
_ROWS_SHOWN = 9
_TO_DO = frozenset({PointState.OPEN, PointState.WAITING})


def state_words(_: Translate) -> dict[PointState, str]:
    """How the state of a point is told."""
    return {
        PointState.MET: _("holds"),
        PointState.OPEN: _("not met yet"),
        PointState.NOT_APPLICABLE: _("does not apply"),
        PointState.WAITING: _("waits for you"),
    }


class ChecklistPart(QWidget):
    """Points in a table; the chosen one below, with why, where to go, and its answer."""

    go = Signal(str)
    """The place that settles the chosen point."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("checklist-part")
        self.context = context
        _ = context.translate
        self._shown: tuple[Judged, ...] = ()
        self.said = plain_label("checklist-said", "")
        self.which = self._filter()
        self.model = TextModel((_("State"), _("Clause"), _("Question")))
        self.table = self._table()
        self.question = plain_label("checklist-question", "strong")
        self.reason = plain_label("checklist-reason", "")
        self.go_there = plain_button("checklist-go", _("&Go there"), self._go)
        self.answer = AnswerForm(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        top.addStretch()
        top.addWidget(self.which)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.question)
        why = QHBoxLayout()
        why.addWidget(self.reason, 1)
        why.addWidget(self.go_there)
        column.addLayout(why)
        column.addWidget(self.answer)
        bind.follow(context, self, self.refresh)

    def refresh(self) -> None:
        """Judge the study of now; the chosen point stays chosen where it is still shown."""
        done, _ = self.context.session.calculated, self.context.translate
        chosen = self.chosen
        self.said.setText(summary_of(done, _))
        words, wants_all = state_words(_), self.which.currentIndex() == 1
        found = (
            each
            for each in checklist_of(done)
            if wants_all or each.state in _TO_DO or (chosen and each.point.id == chosen.point.id)
        )
        self._shown = tuple(found if wants_all else sorted(found, key=_open_first))
        self.model.show_rows(
            [(words[j.state], j.point.clause, question_of(j, _)) for j in self._shown]
        )
        self._choose(chosen)

    @property
    def chosen(self) -> Judged | None:
        """The point in the chosen row."""
        row = self.table.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def choose(self, point_id: str) -> None:
        """Show this point and choose its row."""
        ids = [each.point.id for each in self._shown]
        if point_id not in ids:
            self.which.setCurrentIndex(1)
            ids = [each.point.id for each in self._shown]
        if point_id in ids:
            self.table.setCurrentIndex(self.model.index(ids.index(point_id), QUESTION))

    def _choose(self, before: Judged | None) -> None:
        ids = [each.point.id for each in self._shown]
        row = ids.index(before.point.id) if before and before.point.id in ids else 0
        if ids:
            self.table.setCurrentIndex(self.model.index(row, QUESTION))
        self._tell()

    def _filter(self) -> QComboBox:
        _ = self.context.translate
        box = QComboBox()
        box.setObjectName("checklist-which")
        box.setAccessibleName(_("Which points are shown"))
        box.addItems([_("What is open"), _("All points")])
        box.currentIndexChanged.connect(lambda _index: self.refresh())
        return box

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("checklist-table")
        table.setAccessibleName(self.context.translate("Checklist"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        show_plainly(table, self.model, _WIDTHS, QUESTION)
        table.setMinimumHeight(_ROWS_SHOWN * table.verticalHeader().defaultSectionSize())
        table.selectionModel().currentRowChanged.connect(self._row_chosen)
        table.doubleClicked.connect(lambda _index: self._go())
        return table

    def _row_chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._tell()

    def _tell(self) -> None:
        """The chosen point below the table."""
        each, _ = self.chosen, self.context.translate
        self.question.setText("" if each is None else question_of(each, _))
        self.reason.setText("" if each is None else _why(each, _))
        leads = each is not None and bool(each.where) and not each.where.startswith("checklist/")
        self.go_there.setVisible(leads)
        self.answer.show_point(each)

    def _go(self) -> None:
        each = self.chosen
        if each is None or not each.where:
            return
        if each.where.startswith("checklist/"):
            self.answer.box.setFocus()
        else:
            self.go.emit(each.where)


def _open_first(each: Judged) -> bool:
    return each.state is not PointState.OPEN


def _why(each: Judged, _: Translate) -> str:
    parts: Sequence[str] = (reason_of(each, _), f"ISO 14067:2018, {each.point.clause}")
    return "  ·  ".join(parts)
