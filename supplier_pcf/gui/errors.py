"""Faults of ours: the details go to a log, the user reads one sentence and can copy the rest."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from supplier_pcf import __version__
from supplier_pcf.paths import user_data

_LONGEST_LOG = 512 * 1024


def log_file() -> Path:
    """Where the details of a fault are written."""
    return user_data() / "fault.log"


def report_of(error: BaseException) -> str:
    """The text that helps us: what ran, where it stopped."""
    import platform
    from datetime import UTC, datetime

    where = "".join(traceback.format_exception(error))
    return (
        f"Supplier PCF {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"{datetime.now(UTC).isoformat(timespec='seconds')}\n\n{where}"
    )


def write_log(text: str) -> None:
    """Add to the log; a full disk is no reason for a second fault."""
    path = log_file()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        too_long = path.exists() and path.stat().st_size > _LONGEST_LOG
        with path.open("w" if too_long else "a", encoding="utf-8") as log:
            log.write(text + "\n")


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
        text = report_of(error.with_traceback(trace))
        write_log(text)
        if self._open:
            return
        self._open = True
        try:
            with suppress(Exception):
                self._keep()
            self._tell(text)
        finally:
            self._open = False

    def _tell(self, text: str) -> None:
        if QApplication.instance() is None:
            sys.stderr.write(text)
            return
        from supplier_pcf.gui.fault_dialog import FaultDialog

        FaultDialog(text, self._language(), QApplication.activeWindow()).exec()
