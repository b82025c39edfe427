"""The cursor of *Go there*: into the very field a finding is about, and into sight."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QScrollArea, QWidget

from supplier_pcf.gui.widgets.more import More

_AROUND = 48
"""Pixels that are shown above and below the field."""


def put_cursor(inside: QWidget, *names: str) -> QWidget:
    """Put the cursor into the first field of these names; without one into the first there is."""
    named = (inside.findChild(QWidget, name) for name in names)
    for start in (*(found for found in named if found is not None), inside):
        field = next((each for each in _fields(start) if each.isVisibleTo(inside)), None)
        if field is not None:
            field.setFocus()
            return field
    return inside


def unfold(more: More, *names: str) -> QWidget:
    """Open what is folded and put the cursor into one of its fields; else onto its title."""
    inside = more.open()
    found = put_cursor(inside, *names)
    if found is inside:
        more.button.setFocus()
        return more.button
    return found


def _fields(start: QWidget) -> Iterable[QWidget]:
    """The widget and all in it that the Tab key reaches."""
    proxy = start.focusProxy()
    for each in (*([proxy] if proxy else []), start, *start.findChildren(QWidget)):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled():
            yield each


def open_answer(inside: QWidget, *names: str) -> str:
    """The first of these choices that is answered with no, else not at all; else the first."""
    boxes = [inside.findChild(QComboBox, name) for name in names]
    said = {box.objectName(): box.currentData() for box in boxes if box is not None}
    for answer in ("no", ""):
        found = next((name for name, value in said.items() if value == answer), None)
        if found is not None:
            return found
    return names[0]


def bring_into_sight(page: QScrollArea) -> None:
    """Scroll to the field or cell that has the cursor, once what was unfolded has its place."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    inside = page.widget()
    field = page.window().focusWidget()
    if field is None or inside is None or not inside.isAncestorOf(field):
        return
    box = field.rect()
    if isinstance(field, QAbstractItemView) and field.currentIndex().isValid():
        field.scrollTo(field.currentIndex())
        cell = field.visualRect(field.currentIndex())
        box = QRect(field.viewport().mapTo(field, cell.topLeft()), cell.size())
    middle = field.mapTo(inside, QPoint(box.left(), box.center().y()))
    page.ensureVisible(middle.x(), middle.y(), 0, _AROUND + min(box.height(), 4 * _AROUND) // 2)
