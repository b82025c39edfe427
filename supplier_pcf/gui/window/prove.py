"""Prove it: the program computes its known examples before the user's eyes."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.proving import Proof, examples, prove
from supplier_pcf.domain.numbers import significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label, show_plainly
from supplier_pcf.gui.widgets.titled_model import TextModel

EXAMPLE, WHOSE, KNOWN, OURS, VERDICT = range(5)
_DIGITS = 8


class ProveDialog(QDialog):
    """One example at a time, so that the window stays alive; closing it stops."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting = list(examples())
        self.proofs: list[Proof] = []
        _ = context.translate
        self.setObjectName("prove")
        self.setWindowTitle(_("Prove it"))
        open_at(self, 940, 460)
        self.model = TextModel(
            (_("Example"), _("Figure by"), _("Known"), _("Computed now"), _("Verdict")),
            right=(KNOWN, OURS),
        )
        self.busy = QProgressBar()
        self.busy.setObjectName("prove-progress")
        self.busy.setRange(0, len(self._waiting))
        self.said = plain_label("prove-said", "strong")
        close = plain_button("prove-close", _("&Close"), self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        text = _(
            "Each example is computed anew from its rows and compared with a figure that others published or that "
            "another program found, in kg CO₂e per declared unit."
        )
        column.addWidget(label(text, "quiet"))
        column.addWidget(self.said)
        column.addWidget(self.busy)
        column.addWidget(self._table(), 1)
        column.addLayout(foot)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        self.finished.connect(lambda _result: self._timer.stop())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waiting:
            self._timer.start(0)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("prove-table")
        table.setAccessibleName(self._context.translate("Prove it"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        show_plainly(table, self.model, {WHOSE: 150, KNOWN: 120, OURS: 120, VERDICT: 110}, EXAMPLE)
        return table

    def _next(self) -> None:
        context = self._context
        if not self._waiting:
            self._timer.stop()
            return
        sample = self._waiting.pop(0)
        self.proofs.append(prove(sample, context.language, context.session.now().date()))
        self.model.show_rows([self._row(proof) for proof in self.proofs])
        self.busy.setValue(len(self.proofs))
        if not self._waiting:
            self._timer.stop()
            self.busy.hide()
            self.said.setText(self._summary())

    def _row(self, proof: Proof) -> tuple[str, ...]:
        _, language = self._context.translate, self._context.language
        return (
            proof.title,
            _("published example") if proof.is_published else _("another program"),
            significant(proof.known, language, _DIGITS),
            significant(proof.ours, language, _DIGITS),
            _("the same") if proof.holds else _("differs"),
        )

    def _summary(self) -> str:
        _ = self._context.translate
        same = sum(proof.holds for proof in self.proofs)
        if same == len(self.proofs):
            text = _("All {count} examples give the known figure.")
        else:
            text = _(
                "Only {same} of {count} examples give the known figure. Install Supplier PCF again, and tell us."
            )
        return text.format(same=same, count=len(self.proofs))
