"""Reading a large table beside the window: it says what it is doing and can be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from supplier_pcf.app.beside import Beside, is_large
from supplier_pcf.domain.finding import Refusal

_ASK_MS = 30
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


def _waited_for(parent: QWidget | None, path: Path, _: Translate, beside: Beside) -> object | None:
    box = QProgressDialog(_("Reading {file} …").format(file=path.name), _("Cancel"), 0, 0, parent)
    box.setObjectName("waiting")
    box.setWindowModality(Qt.WindowModality.ApplicationModal)
    box.setMinimumDuration(0)
    answers: list[object] = []
    loop, timer = QEventLoop(), QTimer()

    def look() -> None:
        answer = beside.answer()
        if answer is not None:
            answers.append(answer)
            loop.quit()

    timer.timeout.connect(look)
    timer.start(_ASK_MS)
    box.canceled.connect(loop.quit)
    box.show()
    loop.exec()
    timer.stop()
    box.close()
    box.deleteLater()
    beside.stop()
    return answers[0] if answers else None
