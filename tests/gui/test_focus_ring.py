"""What has the keyboard is seen at once, whatever it is."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from supplier_pcf.app.samples import sample_study
from supplier_pcf.gui.base.focus_ring import FocusRing, Ring
from tests.gui.test_main_window import contrast
from tests.gui.test_theme import dressed  # noqa: F401 - a fixture

_ENOUGH = 400
"""Points that stand out from what was there: more than a line of two along half the control."""


def button():
    return QPushButton("Press")


def primary():
    made = QPushButton("Press")
    made.setProperty("role", "primary")
    return made


def tool_button():
    made = QToolButton()
    made.setText("More")
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def link():
    made = QLabel('<a href="x">A link</a>')
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    return made


def cells():
    made = QTableWidget(2, 2)
    made.setItem(0, 0, QTableWidgetItem("cell"))
    made.setCurrentCell(0, 0)
    return made


def rows():
    made = QListWidget()
    made.addItems(["one", "two"])
    made.setCurrentRow(0)
    return made


def choice():
    made = QComboBox()
    made.addItems(["one", "two"])
    return made


def tabs():
    made = QTabBar()
    made.addTab("One")
    made.addTab("Two")
    return made


def part():
    made = QScrollArea()
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def card():
    made = QFrame()
    made.setProperty("role", "card")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


CONTROLS = (
    *(button, primary, tool_button, link, cells, rows, choice, part, card),
    *(QCheckBox, QRadioButton, QLineEdit, QPlainTextEdit, QDateEdit, tabs, QTextBrowser),
)
_HIGH = (cells, rows, part, card, QPlainTextEdit, QTextBrowser)


@pytest.fixture
def ringed(qapp):
    ring = FocusRing(qapp)
    yield ring
    qapp.focusChanged.disconnect(ring._moved)
    ring.deleteLater()


@pytest.mark.parametrize("make", CONTROLS, ids=lambda make: make.__name__)
def test_with_the_keyboard_it_looks_clearly_different(qtbot, dressed, ringed, make):  # noqa: F811
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(240, 120)
    before = QPushButton("o", around)
    before.setGeometry(0, 0, 20, 18)
    control = make()
    control.setParent(around)
    control.setGeometry(20, 30, 160, 70 if make in _HIGH else 30)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    area = QRect(10, 20, 200, 100)
    before.setFocus()
    without = around.grab(area).toImage()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert around.focusWidget() is not before
    assert differing(without, around.grab(area).toImage()) >= _ENOUGH


def differing(one, other):
    """Points whose contrast between both pictures is three to one or more, as WCAG 1.4.11 asks."""
    known = {}
    found = 0
    for x in range(one.width()):
        for y in range(one.height()):
            pair = one.pixel(x, y), other.pixel(x, y)
            if pair[0] != pair[1]:
                if pair not in known:
                    names = one.pixelColor(x, y).name(), other.pixelColor(x, y).name()
                    known[pair] = contrast(*names) >= 3
                found += known[pair]
    return found


def test_in_the_window_the_ring_is_where_the_keyboard_is(qtbot, window, ringed):
    window.session.start(sample_study("stamped-bracket"))
    window.show_step("product")
    qtbot.wait(20)
    window.frame.rail.setFocus()
    for _time in range(30):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        here = window.focusWidget()
        rings = [r for r in window.findChildren(Ring) if r.isVisible() and r.widget() is here]
        assert rings, here.objectName()


def test_who_clicks_sees_no_ring(qtbot, ringed):
    around = QWidget()
    qtbot.addWidget(around)
    field = QLineEdit(around)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert not around.findChildren(Ring)


def test_the_ring_leaves_with_its_widget(qtbot, ringed):
    around = QWidget()
    qtbot.addWidget(around)
    first, field = QLineEdit(around), QLineEdit(around)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert ringed._ring.widget() is field
    field.deleteLater()
    qtbot.wait(10)
    first.setFocus()
    assert not [
        ring
        for ring in around.findChildren(Ring)
        if ring.isVisible() and ring.widget() is not first
    ]
