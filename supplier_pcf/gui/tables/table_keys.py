"""Where the keys of a table lead, as in Excel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_Key = Qt.Key

_PLAIN: dict[int, str] = {
    _Key.Key_Delete: "clear",
    _Key.Key_F3: "find-next",
    _Key.Key_Escape: "restore",
}
_WITH_CONTROL: dict[int, str] = {
    _Key.Key_D: "fill-down",
    _Key.Key_F: "find",
    _Key.Key_Plus: "insert-row",
    _Key.Key_Minus: "delete-row",
}
_WITH_BOTH: dict[int, str] = {
    _Key.Key_C: "copy-headings",
    _Key.Key_Plus: "insert-row",
    _Key.Key_Equal: "insert-row",
}


def wish_of(event: QKeyEvent) -> str:
    """What a key asks of a table; empty where it means nothing special."""
    standard = QKeySequence.StandardKey
    for keys, name in (
        (standard.Copy, "copy"),
        (standard.Paste, "paste"),
        (standard.Cut, "cut"),
    ):
        if event.matches(keys):
            return name
    held = event.modifiers() & ~_KEYPAD
    if held == _SHIFT and event.key() == _Key.Key_F3:
        return "find-previous"
    if held == _CONTROL | _SHIFT:
        return _WITH_BOTH.get(event.key(), "")
    if held == _CONTROL:
        return _WITH_CONTROL.get(event.key(), "")
    return "" if held else _PLAIN.get(event.key(), "")


def edge(at: int, step: int, count: int, filled: Callable[[int], bool]) -> int:
    """Where Ctrl and an arrow lead: to the end of a filled stretch, or on to the next one."""
    last = count - 1 if step > 0 else 0
    if at == last:
        return at
    to = at + step
    if filled(at) and filled(to):
        while to != last and filled(to + step):
            to += step
        return to
    while to != last and not filled(to):
        to += step
    return to
