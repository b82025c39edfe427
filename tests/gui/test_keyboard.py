"""Without a mouse: from the first page to the last and back, and out of every table."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton

from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.settings import Settings
from supplier_pcf.gui.window.main_window import MainWindow
from supplier_pcf.gui.window.registry import STEP_IDS
from supplier_pcf.i18n import LANGUAGES

SAMPLE = "start-sample-stamped-bracket"
_ALT = Qt.KeyboardModifier.AltModifier
_MOST_TABS = 800
"""Enough for every cell of every table of the sample."""


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keyboard is."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def tab_to(qtbot, name):
    """Tab on until this widget has the keyboard; says what it came by."""
    passed = []
    while name not in passed and len(passed) < _MOST_TABS:
        press(qtbot, Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget().objectName())
    assert name in passed, passed[-5:]
    return passed


def has_sample(window):
    """Samples are listed once the window can be seen."""
    button = window.findChild(QPushButton, SAMPLE)
    return button is not None and button.isVisible()


@pytest.fixture
def begun(qtbot, window):
    """The window with the sample, started from by Tab and Enter."""
    qtbot.waitUntil(lambda: has_sample(window))
    window.frame.rail.setFocus()
    tab_to(qtbot, SAMPLE)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.session.study.materials))
    return window


def test_from_the_first_page_to_the_last_and_back(qtbot, begun):
    start = STEP_IDS.index(begun.step)
    for step in STEP_IDS[start + 1 :]:
        press(qtbot, Qt.Key.Key_N, _ALT)
        qtbot.waitUntil(lambda step=step: begun.step == step)
    assert begun.findChild(QPushButton, "finish").isVisible()
    for step in reversed(STEP_IDS[:-1]):
        press(qtbot, Qt.Key.Key_B, _ALT)
        qtbot.waitUntil(lambda step=step: begun.step == step)


@pytest.mark.parametrize("step", STEP_IDS)
def test_tab_goes_through_every_page_and_comes_round(qtbot, begun, step):
    begun.show_step(step)
    page = begun.page(step)
    page.complete()
    qtbot.waitUntil(page.isVisible)
    buttons = [b for b in page.findChildren(QPushButton) if b.isEnabled() and b.isVisible()]
    begun.frame.rail.setFocus()
    passed = set(tab_to(qtbot, begun.frame.rail.objectName()))
    assert {button.objectName() for button in buttons} <= passed
    assert ("finish" if step == STEP_IDS[-1] else "next") in passed


def test_space_on_next_goes_on(qtbot, begun):
    begun.show_step("materials")
    tab_to(qtbot, "next")
    press(qtbot, Qt.Key.Key_Space)
    assert begun.step == "energy"


def speaking(window):
    """What can be seen and has a key of its own."""
    for widget in [*window.findChildren(QAbstractButton), *window.findChildren(QLabel)]:
        is_label = isinstance(widget, QLabel)
        if widget.isVisible() and not (is_label and widget.buddy() is None):
            yield widget.text()
    yield from (action.text() for action in window.menuBar().actions())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_means_two_things_on_a_page(qtbot, bracket, language):
    window = MainWindow(bracket, Settings(language=language))
    leave = {"before_close_func": lambda w: setattr(w.filing, "may_leave", lambda: True)}
    qtbot.addWidget(window, **leave)
    window.show()
    window.begin()
    bracket.start(sample_study("stamped-bracket"))
    for step in STEP_IDS:
        window.show_step(step)
        qtbot.waitUntil(window.page(step).isVisible)
        qtbot.wait(20)
        keys = Counter(
            key.lower() for text in speaking(window) for key in re.findall(r"&(\w)", text)
        )
        assert not [key for key, times in keys.items() if times > 1], step
