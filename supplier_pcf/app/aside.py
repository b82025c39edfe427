"""Work that would make the window wait, done in a thread: a study never changes, so nobody needs to lock it.

For work on what is open here; a file from outside is read in a process of its own, see `beside`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")
Run = Callable[[Callable[[], T]], T]
"""Does a piece of work and hands over what came of it, in whatever way."""


class GivenUp(BaseException):
    """The user does not want to wait for it; not an Exception, so that nothing on the way takes it for one."""


def at_once(work: Callable[[], T]) -> T:
    """The way without a window."""
    return work()


class Aside(Generic[T]):
    """One piece of work; it can be given up between any two of its steps."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._made: list[T] = []
        self._failed: BaseException | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def is_done(self, within: float | None = 0.0) -> bool:
        """Whether it has come to an end, within so many seconds; None: however long it takes."""
        self._thread.join(within)
        return not self._thread.is_alive()

    def result(self) -> T:
        """What came of it, once it is done; what it raised is raised here."""
        if self._failed is not None:
            raise self._failed
        return self._made[0]

    def give_up(self) -> None:
        """Let it stop at its next step, cleaning up behind it; the number of an ended thread may be another's."""
        if not self._thread.is_alive():
            return
        number = ctypes.c_ulong(self._thread.ident or 0)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(number, ctypes.py_object(GivenUp))

    def _run(self) -> None:
        try:
            self._made.append(self._work())
        except BaseException as failed:  # noqa: BLE001 - raised again where the result is asked for
            self._failed = failed
