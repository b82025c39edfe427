"""What the user sees of a fault of ours: one sentence, and a text to copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.log import log_file
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.i18n import translator


class FaultDialog(QDialog):
    """One sentence, and the text to send us."""

    def __init__(self, text: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = translator(language)
        self._text = text
        self.setObjectName("fault")
        self.setWindowTitle(_("Something we did not foresee"))
        column = QVBoxLayout(self)
        column.setSpacing(2 * SPACE)
        said = QLabel(
            _(
                "The last step did not work because of a fault of ours. Your work is still open: save it "
                "and go on. Please read the text below and send it to us. {file} tells where it stopped, without "
                "anything from your studies."
            ).format(file=log_file())
        )
        said.setWordWrap(True)
        column.addWidget(said)
        self.details = QPlainTextEdit(text)
        self.details.setObjectName("fault-text")
        self.details.setAccessibleName(_("Details"))
        self.details.setReadOnly(True)
        column.addWidget(self.details)
        buttons = QDialogButtonBox()
        copy = buttons.addButton(_("&Copy text"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("fault-copy")
        copy.clicked.connect(self._copy)
        close = buttons.addButton(_("Go &on"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setObjectName("fault-close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(buttons)
        open_at(self, 720, 420)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
