"""How large a window opens: as it likes to be, but never larger than the screen it is on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SPACE = 8
"""The grid everything stands on, in pixels."""
_AROUND = QSize(16, 40)
"""What a system puts around a window, in pixels that do not depend on its scale."""
TEXT_SIZE = "text-size"
"""Property of the application: the size of text in percent of the system's own."""
_NO_SCREEN = ("offscreen", "minimal")
"""Platforms that only pretend to have one."""
_LARGE = 150
"""Percent from which buttons and tables that stand side by side stand one under the other."""
LARGER = 110
"""Percent from which a form has no room for a column beside its fields."""


def is_large(percent: int = _LARGE) -> bool:
    """Whether the user's text is so large that what stands side by side has no room on a page."""
    return wide(100) >= percent


def wide(pixels: int, most: int = 0) -> int:
    """A width for text, in pixels, at the size of text in use; it grows up to `most` where that is told."""
    app = QGuiApplication.instance()
    percent = app.property(TEXT_SIZE) if app is not None else None
    wanted = round(pixels * percent / 100) if percent else pixels
    return max(pixels, min(wanted, most)) if most else wanted


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give the window this size, or as much of it as its screen has."""
    wanted = QSize(wide(width), wide(height))
    if QGuiApplication.platformName() not in _NO_SCREEN:
        wanted = fitting(wanted, window.screen().availableSize())
    window.resize(wanted)


def fitting(wanted: QSize, available: QSize) -> QSize:
    """The size of a window on its screen, with room for title and borders: a laptop scaled to 150 % is small."""
    return wanted.boundedTo(available - _AROUND)
