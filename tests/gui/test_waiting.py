"""Long work leaves the window alive, says what it is doing, and can be cancelled."""

import sys
import time
from contextlib import ExitStack
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QPushButton

from supplier_pcf.app.aside import GivenUp
from supplier_pcf.app.samples import sample_study
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.base.busy import short_turns
from supplier_pcf.gui.base.waiting import doing
from supplier_pcf.gui.result.compare_rules import CompareRulesDialog
from supplier_pcf.gui.window.registry import STEP_IDS, page_class

_TICK_MS = 10
_MANY = 900
"""Rows with which every long action takes more than one look at the clock."""


def plain(text):
    return text


def boxes():
    found = (w for w in QApplication.topLevelWidgets() if isinstance(w, QProgressDialog))
    return [box for box in found if box.isVisible()]


class Heart:
    """Beats as long as the window answers; remembers what it saw of the waiting."""

    def __init__(self, once_seen=None):
        self.times, self.words = [], set()
        self._once_seen = once_seen
        self.timer = QTimer()
        self.timer.setInterval(_TICK_MS)
        self.timer.timeout.connect(self._beat)
        self.timer.start()

    def _beat(self):
        self.times.append(time.perf_counter())
        for box in boxes():
            self.words.add(box.labelText())
            if self._once_seen is not None:
                act, self._once_seen = self._once_seen, None
                act(box)


@pytest.fixture
def beat(qapp, alone_in_memory):
    """A heart, stopped when the test is over."""
    made = []

    def start(once_seen=None):
        made.append(Heart(once_seen))
        return made[-1]

    yield start
    for heart in made:
        heart.timer.stop()


def burn(seconds):
    """Python that never rests, as a calculation is."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        sum(range(1000))
    return "done"


@pytest.fixture
def long_study(window):
    """The sample with many rows more, all of them counted; the pages' code is read already."""
    for step in STEP_IDS:
        page_class(step)
    sample = sample_study("stamped-bracket")
    leaf = next(m for m in sample.materials if m.factor_id)
    more = [replace(leaf, id=f"row-{i}", name=f"Part {i}", parent_id=None) for i in range(_MANY)]
    window.session.start(replace(sample, materials=(*sample.materials, *more)))
    return window


def test_the_window_beats_on_while_something_is_worked_out(qtbot, beat):
    heart = beat()
    begun = time.perf_counter()
    assert doing(None, "Working …", plain, lambda: burn(0.6)) == "done"
    took = time.perf_counter() - begun
    assert len(heart.times) >= took / (_TICK_MS / 1000) / 10
    gaps = [b - a for a, b in zip(heart.times, heart.times[1:], strict=False)]
    assert max(gaps) < took / 2
    assert heart.words == {"Working …"}
    assert boxes() == []


def test_turns_are_short_until_the_last_who_asked_is_served():
    usual = sys.getswitchinterval()
    first, second = ExitStack(), ExitStack()
    first.enter_context(short_turns())
    second.enter_context(short_turns())
    first.close()
    assert sys.getswitchinterval() < usual
    second.close()
    assert sys.getswitchinterval() == usual


def test_what_is_quick_shows_nothing(qtbot, beat):
    heart = beat()
    assert doing(None, "Working …", plain, lambda: 7) == 7
    assert heart.words == set()


def test_cancel_gives_it_up(qtbot, beat):
    heart = beat(once_seen=lambda box: box.findChild(QPushButton).click())
    begun = time.perf_counter()
    with pytest.raises(GivenUp):
        doing(None, "Working …", plain, lambda: burn(30))
    assert heart.words and time.perf_counter() - begun < 15


def test_saving_cannot_be_cancelled_half_way(qtbot, beat):
    seen = []
    heart = beat(once_seen=lambda box: seen.append(box.findChild(QPushButton)))
    doing(None, "Saving …", plain, lambda: burn(0.4), cancels=False)
    assert heart.words and seen == [None]


def test_a_long_pdf_is_made_aside(qtbot, beat, long_study, tmp_path, monkeypatch):
    target = tmp_path / "summary.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    long_study.show_step("deliver")
    long_study.page("deliver").complete()
    heart = beat()
    begun = time.perf_counter()
    long_study.page("deliver").cards["pdf-summary"].save.click()
    took = time.perf_counter() - begun
    assert target.read_bytes().startswith(b"%PDF")
    assert long_study.session.study.deliveries[-1].file == "summary.pdf"
    assert heart.words == {"Making summary.pdf …"}
    assert len(heart.times) > took / (_TICK_MS / 1000) / 20


def test_a_cancelled_pdf_leaves_nothing(qtbot, beat, long_study, tmp_path, monkeypatch):
    target = tmp_path / "summary.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    long_study.show_step("deliver")
    long_study.page("deliver").complete()
    before = long_study.session.study
    heart = beat(once_seen=lambda box: box.findChild(QPushButton).click())
    long_study.page("deliver").cards["pdf-summary"].save.click()
    assert heart.words
    assert list(tmp_path.glob("*.pdf")) == []
    assert long_study.session.study is before


def test_rules_are_compared_aside_and_cancelling_closes_the_dialog(qtbot, beat, long_study):
    heart = beat(once_seen=lambda box: box.findChild(QPushButton).click())
    dialog = CompareRulesDialog(long_study.context, long_study)
    qtbot.addWidget(dialog)
    dialog.show()
    assert heart.words == {"Calculating under every rule set …"}
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_large_file_is_saved_and_opened_as_before(qtbot, long_study, tmp_path, monkeypatch):
    target = tmp_path / "large.spcf"
    monkeypatch.setattr(ask, "file_to_save", lambda *_a: target)
    assert long_study.filing.save()
    kept = long_study.session.study
    long_study.open_study(target)
    assert len(long_study.session.study.materials) == len(kept.materials)
    assert not long_study.session.is_dirty
