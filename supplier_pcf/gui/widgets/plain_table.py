"""What tables that are read, not filled in, look like, and the two buttons under a dialog."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableView,
)

from supplier_pcf.gui.page import SPACE
from supplier_pcf.words import Translate


def show_plainly(
    table: QTableView,
    model: QAbstractItemModel,
    widths: Mapping[int, int],
    stretched: int,
    *,
    by_row: bool = True,
) -> None:
    """Rows of one line each without a grid of numbers; one column takes what room there is."""
    table.setModel(model)
    if by_row:
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + SPACE)
    table.horizontalHeader().setHighlightSections(False)
    for column, width in widths.items():
        table.setColumnWidth(column, width)
    table.horizontalHeader().setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)


def take_or_cancel(
    dialog: QDialog, translate: Translate, name: str, text: str, take: str = "take"
) -> tuple[QDialogButtonBox, QPushButton]:
    """The buttons that accept a dialog, under this text, and that leave it; and the first of them."""
    buttons = QDialogButtonBox()
    accept = buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
    accept.setObjectName(f"{name}-{take}")
    cancel = buttons.addButton(translate("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    cancel.setObjectName(f"{name}-cancel")
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons, accept
