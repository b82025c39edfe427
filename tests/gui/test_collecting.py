"""Dead widgets are taken away by the window's thread only."""

import gc
import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from supplier_pcf.app.aside import Aside
from supplier_pcf.gui.base.collecting import Collector


class Circle(QDialog):
    """A dialog that holds itself, as one with a lambda does."""

    def __init__(self, ended: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.destroyed.connect(
            lambda: ended.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
        )


def _many_values() -> int:
    """More than any count after which a collector looks."""
    return len([[number] for number in range(200_000)])


def test_a_thread_never_destroys_a_widget(qapp):
    ended: list[int] = []
    Circle(ended)
    work = Aside(_many_values)
    assert work.is_done(30) and work.result() == 200_000
    assert ended == []


def test_the_windows_thread_collects_what_is_dead(qtbot, alone_in_memory):
    ended: list[int] = []
    Circle(ended)
    kept = [[number] for number in range(200_000)]
    qtbot.waitUntil(lambda: bool(ended), timeout=5000)
    assert ended == [threading.get_ident()] and len(kept) == 200_000


def test_a_few_values_are_not_worth_a_look(qapp, monkeypatch):
    looked: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: (700, 11, 11))
    monkeypatch.setattr(gc, "collect", looked.append)
    Collector(qapp).look()
    assert looked == []
