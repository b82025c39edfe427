"""The evidence of a study in the window: documents, what is asked for, coverage, a test of records, remarks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app import register
from supplier_pcf.app.coverage import coverage_of
from supplier_pcf.app.pack import write_pack
from supplier_pcf.app.views import write_whole
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.evidence.coverage_part import CoveragePart
from supplier_pcf.gui.evidence.documents_tab import DocumentsTab
from supplier_pcf.gui.evidence.drill_tab import DrillTab
from supplier_pcf.gui.evidence.items_tab import ItemsTab
from supplier_pcf.gui.evidence.remarks import RemarksTab
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label
from supplier_pcf.words import sentence


class EvidenceDialog(QDialog):
    """Five views of the same proof; every change is an edit of the study."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.translate
        self.context = context
        self.setObjectName("evidence-register")
        self.setWindowTitle(_("Evidence"))
        open_at(self, 1040, 700)
        self.documents = DocumentsTab(context)
        self.items = ItemsTab(context)
        self.coverage = CoveragePart(context)
        self.drill = DrillTab(context)
        self.remarks = RemarksTab(context)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("evidence-tabs")
        for tab, title in (
            (self.documents, _("Documents")),
            (self.items, _("What is asked for")),
            (self.coverage, _("Coverage")),
            (self.drill, _("Test of records")),
            (self.remarks, _("Remarks")),
        ):
            self.tabs.addTab(tab, title)
        self.said = plain_label("evidence-said", "problem")
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        for widget in (self.tabs, self.said, self._buttons()):
            column.addWidget(widget, int(widget is self.tabs))

    def save_register(self, path: Path) -> None:
        """Write the register as CSV."""
        session = self.context.session
        rows = register.documents(session.study, session.attachments)
        found = coverage_of(session.calculated, session.attachments)
        try:
            write_whole(path, register.register_csv(rows, found))
        except Refusal as refusal:
            self.context.say(refusal)

    def save_pack(self, path: Path) -> None:
        """Write the verifier's pack, and say what could not go in."""
        session, _ = self.context.session, self.context.translate
        try:
            left = write_pack(
                session.calculated, session.attachments, path, self.context.language, session.now()
            )
        except Refusal as refusal:
            self.context.say(refusal)
            return
        self.said.setText(" ".join(sentence(f.code, f.params, _) for f in left))
        self.said.setVisible(bool(left))

    def _buttons(self) -> QDialogButtonBox:
        _ = self.context.translate
        buttons = QDialogButtonBox()
        action = QDialogButtonBox.ButtonRole.ActionRole
        pack = plain_button("evidence-pack", _("Save &pack for the verifier…"), self._ask_pack)
        register_csv = plain_button("evidence-csv", _("Save regis&ter…"), self._ask_register)
        for button in (pack, register_csv):
            buttons.addButton(button, action)
        close = buttons.addButton(_("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("evidence-close")
        buttons.rejected.connect(self.reject)
        return buttons

    def _ask_pack(self) -> None:
        _ = self.context.translate
        title = _("Save &pack for the verifier…").replace("&", "")
        name, _kind = QFileDialog.getSaveFileName(self, title, "evidence.zip", "ZIP (*.zip)")
        if name:
            self.save_pack(Path(name))

    def _ask_register(self) -> None:
        title = self.context.translate("Save regis&ter…").replace("&", "")
        name, _kind = QFileDialog.getSaveFileName(self, title, "register.csv", "CSV (*.csv)")
        if name:
            self.save_register(Path(name))
