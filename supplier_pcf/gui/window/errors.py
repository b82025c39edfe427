"""Faults of ours: where it stopped goes to the log, the user reads one sentence and can copy the rest."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

from PySide6.QtWidgets import QApplication

from supplier_pcf.app.log import note_fault, surroundings


def report_of(error: BaseException) -> str:
    """The text that helps us: what ran, where it stopped, and why; the user reads it before he sends it."""
    from datetime import UTC, datetime

    where = "".join(traceback.format_exception(error))
    return f"{surroundings()}\n{datetime.now(UTC).isoformat(timespec='seconds')}\n\n{where}"


class FaultHook:
    """What Python calls for an exception nobody caught: work is kept first, then the user is told."""

    def __init__(self, keep: Callable[[], None], language: Callable[[], str]) -> None:
        self._keep = keep
        self._language = language
        self._open = False

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Keep, log, tell; a second fault while the first is shown only goes to the log."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        note_fault(error.with_traceback(trace))
        if self._open:
            return
        self._open = True
        try:
            with suppress(Exception):
                self._keep()
            self._tell(report_of(error))
        finally:
            self._open = False

    def _tell(self, text: str) -> None:
        if QApplication.instance() is None:
            if sys.stderr is not None:
                sys.stderr.write(text)
            return
        from supplier_pcf.gui.window.fault_dialog import FaultDialog

        FaultDialog(text, self._language(), QApplication.activeWindow()).exec()
