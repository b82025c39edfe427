"""Work that would make the window wait, done by a process beside it; its answer is fetched when it is there."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from supplier_pcf.domain.finding import Refusal

LARGE = 100 * 1024
"""Bytes from which on a table takes longer to read than to start a process for it."""


def is_large(path: Path) -> bool:
    """Whether reading this file would be noticed."""
    try:
        return path.stat().st_size > LARGE
    except OSError:
        return False


class Beside:
    """One piece of work in a process of its own; it can be given up at any time."""

    def __init__(self, work: Callable[..., Any], *args: Any, file: str = "") -> None:
        context = multiprocessing.get_context("spawn")
        self._file = file
        self._answers: SimpleQueue[object] = SimpleQueue()
        connection, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other, work, args), daemon=True)
        self._process.start()
        other.close()
        Thread(target=self._listen, args=(connection,), daemon=True).start()

    def _listen(self, connection: Connection) -> None:
        """Runs in a thread: taking a large answer apart must not stop the window."""
        try:
            self._answers.put(connection.recv())
        except (EOFError, OSError):
            self._answers.put(Refusal("import.reader_stopped", file=self._file))

    def answer(self) -> object | None:
        """What came of it, a refusal too; None while it is being worked on."""
        try:
            return self._answers.get_nowait()
        except Empty:
            return None

    def stop(self) -> None:
        """End the process, in the middle of its work if need be."""
        self._process.terminate()
        self._process.join(1)


def _serve(connection: Connection, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
    """What the process runs."""
    try:
        answer = work(*args)
    except Refusal as refusal:
        answer = refusal
    connection.send(answer)
    connection.close()
