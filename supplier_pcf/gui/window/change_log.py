"""The change log in the window: when, who, what, and what was not saved yet."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import show_plainly
from supplier_pcf.gui.widgets.titled_model import TextModel

WHEN, WHO, WHAT = range(3)
_TO_THE_MINUTE = 16


class ChangeLogDialog(QDialog):
    """The newest change first; read only."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.translate
        self.setObjectName("change-log")
        self.setWindowTitle(_("Change log"))
        open_at(self, 720, 480)
        self.model = TextModel((_("When (UTC)"), _("Who"), _("What was done")))
        table = QTableView()
        table.setObjectName("change-log-table")
        table.setAccessibleName(_("Change log"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        show_plainly(table, self.model, {WHEN: 150, WHO: 150}, WHAT)
        changes = reversed(context.session.change_log)
        self.model.show_rows(
            [(c.when[:_TO_THE_MINUTE].replace("T", " "), c.who, c.what) for c in changes]
        )
        said = _(
            "Written each time the study is saved, under the name that stands in “Prepared by” on the last page."
        )
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("change-log-close")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addWidget(label(said, "quiet"))
        column.addWidget(table, 1)
        column.addWidget(buttons)
