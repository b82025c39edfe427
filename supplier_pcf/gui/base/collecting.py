"""Circles of dead values are collected by the window's thread alone, between two of its events.

Python's collector runs in whichever thread happens to make a value next. What it takes away there may be a widget, and
Qt's widgets may only be destroyed by the thread they were made in.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_YOUNG = 20_000
"""New values before circles are looked for: a study is thousands of values without any."""
_OFTEN = 10
"""Looks at the young values before the older ones have their turn."""
_LOOK_MS = 500


class Collector(QObject):
    """Takes the work over from Python's own collector for as long as the program runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    def look(self) -> None:
        """Collect where enough was made since the last time."""
        young, middle, old = gc.get_count()
        if young > _YOUNG:
            gc.collect(0 if middle <= _OFTEN else 1 if old <= _OFTEN else 2)
