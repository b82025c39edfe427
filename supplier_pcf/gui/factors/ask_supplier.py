"""Asking a supplier for a footprint: in which language, by when, into which folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.requesting import day_of, write_request
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.words import sentence

_NAMES = {"en": "English", "zh_CN": "中文", "de": "Deutsch"}


class AskSupplierDialog(QDialog):
    """Writes the one-page request and the sheet; nothing is sent."""

    def __init__(self, context: Context, flow_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.translate
        self._context, self._flow_id = context, flow_id
        self._folder: Path | None = None
        self.setObjectName("ask-supplier")
        self.setWindowTitle(_("Ask the supplier"))
        self.setMinimumWidth(wide(560))
        self.language = QComboBox()
        self.language.setObjectName("ask-language")
        for name in LANGUAGES:
            self.language.addItem(_NAMES[name], name)
        self.language.setCurrentIndex(self.language.findData(context.language))
        self.due = QLineEdit()
        self.due.setObjectName("ask-due")
        self.due.setPlaceholderText("2027-01-31")
        form = QFormLayout()
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE)
        form.addRow(_("&Language of the request"), self.language)
        form.addRow(_("&Answer by (optional)"), self.due)
        self.said = _label("ask-said", "")
        self.problem = _label("ask-problem", "problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._help())
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self.problem)
        column.addWidget(self._buttons())

    def _help(self) -> QLabel:
        label = _label("ask-help", "quiet")
        label.setText(
            self._context.translate(
                "A letter of one page (PDF) and a sheet to fill in (Excel) are written into a folder "
                "of your choice. Nothing is sent: mail them yourself. They name the part and your "
                "company, and tell no recipe, price or other supplier."
            )
        )
        return label

    def _buttons(self) -> QDialogButtonBox:
        _ = self._context.translate
        buttons = QDialogButtonBox()
        self.write = QPushButton(_("&Write into a folder…"))
        self.write.setObjectName("ask-write")
        self.write.setDefault(True)
        self.write.clicked.connect(self._write)
        self.show_folder = QPushButton(_("Open &folder"))
        self.show_folder.setObjectName("ask-folder")
        self.show_folder.setAutoDefault(False)
        self.show_folder.clicked.connect(self._open_folder)
        for button in (self.show_folder, self.write):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.show_folder.hide()
        close = buttons.addButton(_("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("ask-close")
        buttons.rejected.connect(self.reject)
        return buttons

    def _write(self) -> None:
        _ = self._context.translate
        self.said.setText("")
        self.problem.setText("")
        try:
            due = day_of(self.due.text())
            folder = QFileDialog.getExistingDirectory(self, _("Folder for the request"))
            if not folder:
                return
            letter, sheet = write_request(
                self._context.study,
                self._flow_id,
                Path(folder),
                language=str(self.language.currentData()),
                now=self._context.session.now(),
                due=due,
            )
        except Refusal as refusal:
            self.problem.setText(sentence(refusal.code, refusal.params, _))
            return
        self._folder = letter.parent
        text = _("Written: {letter} and {sheet}.")
        self.said.setText(text.format(letter=letter.name, sheet=sheet.name))
        self.show_folder.show()

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _label(name: str, role: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
