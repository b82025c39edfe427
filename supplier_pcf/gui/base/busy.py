"""What takes a moment: how the pointer says so, and how soon a thread beside the window lets it have its turn."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QGuiApplication

_TURN, _USUAL = 0.0005, sys.getswitchinterval()
"""Seconds after which a thread lets another have its turn: beside a window that answers, and as Python has it."""
_asking: list[None] = []
"""One for each who wants short turns now."""


@contextmanager
def short_turns() -> Iterator[None]:
    """Let the window have its turn sooner, until nobody asks for it any more."""
    _asking.append(None)
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        _asking.pop()
        if not _asking:
            sys.setswitchinterval(_USUAL)


@contextmanager
def busy() -> Iterator[None]:
    """Show that it takes a moment."""
    from PySide6.QtCore import Qt

    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
