"""The result of a large study is worked out beside the window, which goes on answering and says so meanwhile."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from supplier_pcf.gui.base.busy import short_turns

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supplier_pcf.app.aside import Aside
    from supplier_pcf.app.session import Session
    from supplier_pcf.gui.base.context import Context

SLOW_STEPS = ("result", "deliver")
"""The pages that ask more of a study than its result; those of `app.ahead`."""
_LOOK_MS = 10


class Calculating(QObject):
    """One thing at a time; a change meanwhile gives it up and begins again."""

    ready = Signal()
    """The result of the study as it stands is there."""
    prepared = Signal()
    """So is what the slow pages ask of it."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._turns = ExitStack()
        self._calculates = False
        self._preparing: Aside[None] | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._when_over)

    def begin(self) -> bool:
        """Begin with the study as it stands; False where it is so small that asking is as quick."""
        self._calculates, self._preparing = is_large(self._session), None
        if self._calculates:
            self._session.calculate_ahead()
            self._start()
        return self._calculates

    def prepare(self, context: Context, step: str) -> None:
        """Work out what the page of a step asks; `prepared` follows."""
        from supplier_pcf.app.ahead import STEPS, asked
        from supplier_pcf.app.aside import Aside

        known = asked(self._session, context.translate, context.language)
        self._preparing = Aside(partial(STEPS[step], known))
        self._start()

    def prepare_to_show(self, context: Context, step: str, parent: QWidget) -> None:
        """Work out what a page that is about to be shown asks, and say so where that can be noticed."""
        from supplier_pcf.app.ahead import STEPS, asked
        from supplier_pcf.gui.base.waiting import doing

        _ = context.translate

        def work() -> None:
            STEPS[step](asked(self._session, _, context.language))

        doing(parent, _("Calculating …"), _, work, cancels=False)

    def stop(self) -> None:
        """Nobody waits any more."""
        self._look.stop()
        self._turns.close()

    def _start(self) -> None:
        self._turns.close()
        self._turns.enter_context(short_turns())
        self._look.start()

    def _when_over(self) -> None:
        if self._session.is_calculating:
            return
        if self._calculates:
            self._calculates = False
            self.stop()
            self.ready.emit()
        elif self._preparing is None:
            self.stop()
        elif self._preparing.is_done():
            done, self._preparing = self._preparing, None
            self.stop()
            done.result()
            self.prepared.emit()


def is_large(session: Session) -> bool:
    """Whether the result of the open study takes longer than a picture."""
    from supplier_pcf.app.present import LARGE

    return len(session.study.materials) > LARGE
