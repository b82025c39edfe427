"""Saying aloud what changes elsewhere on the screen, for who works with a screen reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_SETTLED = 1000
"""Milliseconds without a further change, so that it does not talk into the typing."""

Say = Callable[[QWidget, str], None]


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say this when it has finished its sentence."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Announcer:
    """Says the newest text once it has settled, and no text twice; silent where no screen reader listens."""

    def __init__(self, widget: QWidget, say: Say = announce, wait: int = _SETTLED) -> None:
        self._widget, self._say = widget, say
        self._text = self._said = ""
        self._timer = QTimer(widget)
        self._timer.setSingleShot(True)
        self._timer.setInterval(wait)
        self._timer.timeout.connect(self._speak)

    def tell(self, text: str) -> None:
        """This is what there is to say now."""
        self._text = text
        if text != self._said and QAccessible.isActive():
            self._timer.start()

    def _speak(self) -> None:
        if self._text != self._said:
            self._said = self._text
            self._say(self._widget, self._text)
