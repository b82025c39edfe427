"""The copy of unsaved work that a session keeps for bad days, written at once or in a thread beside the window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from supplier_pcf.app.aside import Aside
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.project import recovery


class KeptCopy:
    """One copy at a time; nothing is done to it before the thread that writes it has come to its end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path: Path | None = None
        self._writing: Aside[recovery.RecoveryCopy] | None = None

    def take(self, path: Path) -> None:
        """This copy of an earlier run is ours from now on."""
        self._settle()
        self._path = path

    def keep(
        self, study: Study, origin: Path | None, now: datetime, *, is_aside: bool = False
    ) -> None:
        """Write it anew; a full disk does not stop work."""
        self._settle()
        write = partial(recovery.keep, self.folder, study, origin=origin, now=now)
        if is_aside:
            self._writing = Aside(write)
        else:
            self._put(write)

    def forget(self) -> None:
        """The copy is not needed any more."""
        self._settle()
        if self._path is not None:
            recovery.discard(self._path)
            self._path = None

    def _settle(self) -> None:
        """Wait for what is being written: it is the copy from then on, instead of one before it."""
        writing, self._writing = self._writing, None
        if writing is None:
            return
        writing.is_done(None)
        self._put(writing.result)

    def _put(self, written: Callable[[], recovery.RecoveryCopy]) -> None:
        with suppress(Refusal):
            path = written().path
            if self._path is not None and self._path != path:
                recovery.discard(self._path)
            self._path = path
