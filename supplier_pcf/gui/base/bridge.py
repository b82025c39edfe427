"""The one signal that tells the window of a change; owned by the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from supplier_pcf.app.session import Session
    from supplier_pcf.domain.study import Study


class SessionBridge(QObject):
    """Turns the session's plain callback into a signal, `changed(before, after)`."""

    changed = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        session.watch(self._tell)

    def _tell(self, before: Study, after: Study) -> None:
        self.changed.emit(before, after)
