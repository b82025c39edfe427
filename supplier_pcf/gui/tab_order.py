"""Tab follows the eye: the fields of a window in the order of its layouts, whenever they were made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QTextEdit,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
"""Widgets that are one stop, whatever Qt puts inside them."""
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def stops(inside: QWidget) -> Iterator[QWidget]:
    """What Tab stops at in a part of a window, as one reads it: itself, then line by line."""
    if inside.isHidden():
        return
    if _is_stop(inside):
        yield inside
    if not isinstance(inside, _WHOLE):
        for child in _children(inside):
            yield from stops(child)


def move(inside: QWidget, forward: bool) -> bool:
    """The keyboard to the next or the last stop, round at the ends; False where it is at none of them."""
    found = [stop for stop in stops(inside) if stop.isEnabled()]
    now = inside.window().focusWidget()
    if now not in found:
        return False
    to = found[(found.index(now) + (1 if forward else -1)) % len(found)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    go_to(to, reason)
    return True


def go_to(stop: QWidget, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
    """Give it the keyboard, and bring it into view."""
    stop.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    stop.setFocus(reason)
    around = stop.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(stop)
        around = around.parentWidget()


def _is_stop(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return takes_tab and widget.focusProxy() is None


def _children(widget: QWidget) -> Iterator[QWidget]:
    """The widgets directly inside, in the order in which they stand."""
    if isinstance(widget, QScrollArea):
        held = widget.widget()
        if held is not None:
            yield held
    elif isinstance(widget, QSplitter):
        parts = (widget.widget(at) for at in range(widget.count()))
        yield from (part for part in parts if part is not None)
    elif (layout := widget.layout()) is not None:
        yield from _laid_out(layout)
    else:
        found = widget.findChildren(QWidget, options=_DIRECT)
        yield from sorted(found, key=lambda child: (child.y(), child.x()))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in _places(layout):
        item = layout.itemAt(at)
        inner = item.layout() if item is not None else None
        child = item.widget() if item is not None else None
        if inner is not None:
            yield from _laid_out(inner)
        elif child is not None:
            yield child


def _places(layout: QLayout) -> list[int]:
    """The items of a layout line by line, for a grid is filled in any order."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        return sorted(places, key=lambda at: layout.getItemPosition(at)[:2])  # type: ignore[index]
    if isinstance(layout, QFormLayout):
        return sorted(places, key=lambda at: _form_place(layout, at))
    return places


def _form_place(layout: QFormLayout, at: int) -> tuple[int, int]:
    place: Any = layout.getItemPosition(at)
    return place[0], place[1].value
