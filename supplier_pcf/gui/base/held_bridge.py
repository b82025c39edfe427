"""News of the study for a page: at once while it is on screen, all together when it is shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from supplier_pcf.domain.study import Study
    from supplier_pcf.gui.base.context import Changes


class HeldBridge(QObject):
    """Passes changes on while the page listens; nobody waits for a page that cannot be seen."""

    changed = Signal(object, object)

    def __init__(self, source: Changes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listens = False
        self._missed: tuple[Study, Study] | None = None
        source.changed.connect(self._hear)

    def listen(self, now: bool) -> None:
        """Whether the page is on screen; what it missed it hears as one change."""
        self._listens = now
        if now and self._missed is not None:
            missed, self._missed = self._missed, None
            if missed[0] is not missed[1]:
                self.changed.emit(*missed)

    def look_again(self, study: Study) -> None:
        """What was worked out of the study is another now, and the study is not."""
        if self._listens:
            self.changed.emit(study, study)

    def _hear(self, before: Study, after: Study) -> None:
        if self._listens:
            self.changed.emit(before, after)
        else:
            self._missed = (self._missed[0] if self._missed else before, after)
