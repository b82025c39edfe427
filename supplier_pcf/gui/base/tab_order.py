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
        yield from _laid_out(layout, widget)
    else:
        found = widget.findChildren(QWidget, options=_DIRECT)
        yield from sorted(found, key=lambda child: (child.y(), child.x()))


def _laid_out(layout: QLayout, whole: QWidget) -> Iterator[QWidget]:
    """The widgets of a layout, and of the layouts inside it, line by line.

    By the parts themselves, for Qt for Python keeps what `itemAt` gives when the item is long gone, and takes the next
    thing that Qt puts in its place for it.
    """
    parts: list[QLayout | QWidget] = [p for p in layout.children() if isinstance(p, QLayout)]
    widgets = whole.findChildren(QWidget, options=_DIRECT)
    parts.extend(widget for widget in widgets if layout.indexOf(widget) >= 0)
    for part in sorted(parts, key=lambda part: _place(layout, part)):
        if isinstance(part, QLayout):
            yield from _laid_out(part, whole)
        else:
            yield part


def _place(layout: QLayout, part: QLayout | QWidget) -> tuple[int, ...]:
    """Line and column, for a grid is filled in any order."""
    at = layout.indexOf(part)
    if isinstance(layout, QGridLayout):
        place: Any = layout.getItemPosition(at)
        return place[0], place[1]
    if isinstance(layout, QFormLayout):
        place = layout.getItemPosition(at)
        return place[0], place[1].value
    return (at,)
