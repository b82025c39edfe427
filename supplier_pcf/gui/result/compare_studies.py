"""This study against any other file: what differs, and why."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.comparing import Compared
from supplier_pcf.app.documents import open_project
from supplier_pcf.app.earlier import remembered
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.result.comparison import ComparisonView
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label


class CompareStudiesDialog(QDialog):
    """Opens on the forerunner where its file is known; any other file can be picked."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.translate
        self._context = context
        self.setObjectName("compare-studies")
        self.setWindowTitle(_("Compare with another study"))
        open_at(self, 860, 640)
        self.words = plain_label("compare-studies-words")
        self.view = ComparisonView(context, "comparison")
        inside = QScrollArea()
        inside.setAccessibleName(self.windowTitle())
        inside.setWidgetResizable(True)
        inside.setFrameShape(QFrame.Shape.NoFrame)
        inside.setWidget(self.view)
        self.view.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addWidget(self.words)
        column.addWidget(inside, 1)
        column.addWidget(self._buttons())
        last = context.study.forerunner
        path = remembered(last.study_id) if last else None
        if path is None or not self.compare(path):
            self.words.setText(
                _(
                    "Choose the file of another year, or of a variant. The older study is calculated again for the "
                    "unit and by the rules of the newer one."
                )
            )

    def pick(self) -> None:
        """Ask for a file and compare with it."""
        from supplier_pcf.gui.base import ask

        near = self._context.session.path
        folder = str(near.parent if near else Path.home())
        path = ask.file_to_open(self, folder, self._context.translate)
        if path is not None:
            self.compare(path)

    def compare(self, path: Path) -> bool:
        """Compare with this file; says why where it cannot be read."""
        session = self._context.session
        try:
            other = open_project(path)
        except Refusal as refusal:
            self._context.say(refusal)
            return False
        here = session.path.name if session.path else self._context.translate("this study")
        self.view.show_compared(
            Compared(
                session.project,
                other,
                session.now().date(),
                (here, path.name),
                now=session.calculated,
            )
        )
        self.view.show()
        self.words.setText(self._context.translate("Compared with {file}.").format(file=path.name))
        return True

    def _buttons(self) -> QDialogButtonBox:
        _ = self._context.translate
        buttons = QDialogButtonBox()
        pick = plain_button("compare-studies-pick", _("C&hoose a file…"), self.pick)
        buttons.addButton(pick, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(_("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("compare-studies-close")
        buttons.rejected.connect(self.reject)
        return buttons
