"""What takes a moment: how the pointer says so, and how long a thread may go on beside the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QGuiApplication

TURN = 0.0005
"""Seconds after which a thread lets the window have its turn; Python's own are ten times as long."""


@contextmanager
def busy() -> Iterator[None]:
    """Show that it takes a moment."""
    from PySide6.QtCore import Qt

    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
