"""Long work beside the window: it says what it is doing, can be cancelled, and the window goes on answering."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from supplier_pcf.app.aside import Aside, GivenUp, Run
from supplier_pcf.app.beside import Beside, is_large
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base.busy import short_turns

_ASK_MS = 30
_UNNOTICED = 0.08
"""Seconds that nobody takes for waiting: what is done by then shows nothing."""
_TO_STOP = 2.0
"""Seconds within which work that was given up comes to its end."""
Translate = Callable[[str], str]
T = TypeVar("T")


def reading(
    parent: QWidget | None, path: Path, _: Translate, work: Callable[..., T], *args: Any
) -> T | None:
    """What this work makes of a file; None where the user has cancelled it.

    Raises:
        Refusal: it cannot be done.
    """
    if not is_large(path):
        return work(*args)
    done = _waited_for(parent, path, _, Beside(work, *args, file=path.name))
    if isinstance(done, Refusal):
        raise done
    return done  # type: ignore[return-value]


def doing(
    parent: QWidget | None, words: str, _: Translate, work: Callable[[], T], *, cancels: bool = True
) -> T:
    """What this work makes, done aside; nothing is shown where it is quick.

    Raises:
        GivenUp: the user has cancelled it.
    """
    aside = Aside(work)
    if not aside.is_done(_UNNOTICED):
        with short_turns():
            _wait(_box(parent, words, _("Cancel") if cancels else ""), aside.is_done)
        if not aside.is_done():
            aside.give_up()
            if not aside.is_done(_TO_STOP):
                raise GivenUp
    return aside.result()


def waiting(parent: QWidget | None, words: str, _: Translate, *, cancels: bool = True) -> Run[T]:
    """The way to do something long that the layers below the window are given."""
    return partial(doing, parent, words, _, cancels=cancels)


def _box(parent: QWidget | None, words: str, cancel: str) -> QProgressDialog:
    box = QProgressDialog(words, cancel, 0, 0, parent)
    box.setObjectName("waiting")
    box.setWindowModality(Qt.WindowModality.ApplicationModal)
    box.setMinimumDuration(0)
    if not cancel:
        box.setCancelButton(None)
    return box


def _wait(box: QProgressDialog, is_done: Callable[[], bool]) -> None:
    """Until it is done or cancelled; meanwhile the window paints and nothing else can be pressed."""
    loop, timer = QEventLoop(), QTimer()

    def look() -> None:
        if is_done():
            loop.quit()

    timer.timeout.connect(look)
    timer.start(_ASK_MS)
    box.canceled.connect(loop.quit)
    box.show()
    loop.exec()
    timer.stop()
    box.close()
    box.deleteLater()


def _waited_for(parent: QWidget | None, path: Path, _: Translate, beside: Beside) -> object | None:
    box = _box(parent, _("Reading {file} …").format(file=path.name), _("Cancel"))
    answers: list[object] = []

    def is_done() -> bool:
        answer = beside.answer()
        if answer is not None:
            answers.append(answer)
        return bool(answers)

    _wait(box, is_done)
    beside.stop()
    return answers[0] if answers else None
