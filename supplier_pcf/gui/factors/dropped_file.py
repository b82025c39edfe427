"""A supplier's file that is dropped on a dialog about one row."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

SUFFIXES = (".json", ".csv", ".tsv", ".txt", ".aasx", ".zip", ".xml")
"""What a footprint comes as; what holds none is told when it is dropped."""


def footprint_in(data: QMimeData) -> Path | None:
    """The one file that may hold a footprint among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    found = [path for path in paths if path.suffix.lower() in SUFFIXES]
    return found[0] if len(paths) == len(found) == 1 else None


class DialogDrop(QObject):
    """Lets a footprint be dropped anywhere on a dialog about one row."""

    def __init__(self, dialog: QWidget, take: Callable[[Path], None]) -> None:
        super().__init__(dialog)
        self._take = take
        dialog.setAcceptDrops(True)
        dialog.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """One footprint is accepted, and looked at once the drop is over."""
        if not isinstance(event, QDropEvent):
            return False
        path = footprint_in(event.mimeData())
        event.setAccepted(path is not None)
        if path is not None and not isinstance(event, QDragMoveEvent):
            QTimer.singleShot(0, self, partial(self._take, path))
        return True
