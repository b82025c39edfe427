"""How large a window opens: as it likes to be, but never larger than the screen it is on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_AROUND = QSize(16, 40)
"""What a system puts around a window, in pixels that do not depend on its scale."""
_NO_SCREEN = ("offscreen", "minimal")
"""Platforms that only pretend to have one."""


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give the window this size, or as much of it as its screen has."""
    wanted = QSize(width, height)
    if QGuiApplication.platformName() not in _NO_SCREEN:
        wanted = fitting(wanted, window.screen().availableSize())
    window.resize(wanted)


def fitting(wanted: QSize, available: QSize) -> QSize:
    """The size of a window on its screen, with room for title and borders: a laptop scaled to 150 % is small."""
    return wanted.boundedTo(available - _AROUND)
