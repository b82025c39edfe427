"""From a bar of a drawing to its row: chosen in the table beside it, with the cursor there and in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from supplier_pcf.gui.widgets.cursor import bring_into_sight
from supplier_pcf.gui.widgets.drawing_view import DrawingView

Choose = Callable[[str], bool]
"""Chooses the row that the table knows by this; says whether there is one."""


def lead(view: DrawingView, table: QAbstractItemView, choose: Choose, hint: str) -> None:
    """A click on a bar chooses its row; `hint` says so to whoever points at one."""

    def follow(row: str) -> None:
        if not choose(row):
            return
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        page = _page_around(table)
        if page is not None:
            bring_into_sight(page)

    view.lead_to(follow, hint)


def choose_number(table: QAbstractItemView, row: str) -> bool:
    """Choose the row of this number."""
    number = int(row)
    if not 0 <= number < table.model().rowCount():
        return False
    table.setCurrentIndex(table.model().index(number, 0))
    return True


def _page_around(inside: QWidget) -> QScrollArea | None:
    """The outermost area that scrolls it."""
    found, around = None, inside.parentWidget()
    while around is not None:
        found = around if isinstance(around, QScrollArea) else found
        around = around.parentWidget()
    return found
