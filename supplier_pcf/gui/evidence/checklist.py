"""The checklist as a dialog and as a question of the result page: does the method hold?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QVBoxLayout, QWidget

from supplier_pcf.app.checklist import as_csv, checklist_of, summary_of, write_whole
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.evidence.checklist_part import ChecklistPart
from supplier_pcf.gui.plant.energy_balance import EnergyBalance
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_button
from supplier_pcf.gui.widgets.questions import Question


class ChecklistDialog(QDialog):
    """All points; going to a field closes it."""

    chosen = Signal(str)
    """The place of a point."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.translate
        self.setObjectName("checklist")
        self.setWindowTitle(_("Checklist"))
        open_at(self, 900, 640)
        self._context = context
        self.part = ChecklistPart(context)
        self.part.go.connect(self._go)
        said = _(
            "76 points of ISO 14067 in our own words. Most are judged from your study; some only a person can answer. "
            "A verifier asks the same."
        )
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("checklist-close")
        close.setAutoDefault(False)
        save = plain_button("checklist-save", _("&Save as table…"), self._save)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addWidget(label(said, "quiet"))
        column.addWidget(self.part, 1)
        column.addWidget(EnergyBalance(context))
        column.addWidget(buttons)

    def _save(self) -> None:
        """The whole list as a file for a verifier, in the language of the window."""
        context, _ = self._context, self._context.translate
        name, _kind = QFileDialog.getSaveFileName(self, _("Save as"), "checklist.csv", "*.csv")
        if not name:
            return
        target = Path(name)
        if not target.suffix:
            target = target.with_suffix(".csv")
        try:
            write_whole(target, as_csv(checklist_of(context.session.calculated), _))
        except Refusal as refusal:
            context.say(refusal)

    def _go(self, place: str) -> None:
        self.accept()
        self.chosen.emit(place)


def _inside(context: Context) -> QWidget:
    """What unfolds under the question: the points, and the energy of the meters."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE)
    part = ChecklistPart(context)
    part.said.hide()
    part.go.connect(context.go_to)
    column.addWidget(part)
    column.addWidget(EnergyBalance(context))
    return inside


METHOD = Question(
    id="method",
    title=lambda _: _("Does the method hold?"),
    answer=lambda context: summary_of(context.session.calculated, context.translate),
    make=_inside,
    places=("checklist",),
)
"""The question of the result page."""
