"""The parts that dialogs are made of: tables that are read, lines of text, buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
)

from supplier_pcf.gui.base.sizes import SPACE, wide
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
        table.setColumnWidth(column, wide(width))
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


def plain_label(name: str, role: str = "quiet") -> QLabel:
    """A line of text that may become several; whatever stands in it is shown as it is."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label


def plain_button(name: str, text: str, pressed: object) -> QPushButton:
    """A button that Enter presses only where the cursor is on it."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(pressed)
    return button
