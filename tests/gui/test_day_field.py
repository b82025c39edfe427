"""A day is typed in any clear writing or picked, and nothing that is typed vanishes."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QLineEdit, QToolButton

from supplier_pcf.gui.pages.product import ProductPage
from tests.gui.hands import type_in


@pytest.fixture
def page(qtbot, context):
    made = ProductPage(context)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("typed", ["2025-12-31", "31.12.2025", "2025年12月31日", "20251231"])
def test_a_day_is_typed_into_an_empty_field(qtbot, context, page, typed):
    type_in(qtbot, page, "period-end", typed)
    assert context.study.period.end == date(2025, 12, 31)
    assert page.findChild(QLineEdit, "period-end").text() == "2025-12-31"
    type_in(qtbot, page, "period-end", "2024-12-31")
    assert context.study.period.end == date(2024, 12, 31)


def test_a_pasted_day_is_taken(qtbot, context, page):
    line = page.findChild(QLineEdit, "period-start")
    QApplication.clipboard().setText("01.01.2025")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert context.study.period.start == date(2025, 1, 1)


def test_what_is_no_day_stays_with_a_sentence_under_it(qtbot, context, page):
    type_in(qtbot, page, "period-end", "2025-02-31")
    problem = page.findChild(QLabel, "period-end-problem")
    assert context.study.period.end is None
    assert page.findChild(QLineEdit, "period-end").text() == "2025-02-31"
    assert problem.isVisible() and "“2025-02-31” is no day" in problem.text()
    type_in(qtbot, page, "period-end", "03/04/2025")
    assert "2025-03-04 or 2025-04-03" in problem.text()


def test_an_emptied_day_is_gone(qtbot, context, page):
    type_in(qtbot, page, "period-end", "2025-12-31")
    line = page.findChild(QLineEdit, "period-end")
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert context.study.period.end is None


def test_a_day_is_picked_from_the_calendar(qtbot, context, page):
    type_in(qtbot, page, "period-end", "2025-12-31")
    qtbot.mouseClick(page.findChild(QToolButton, "period-end-calendar"), Qt.MouseButton.LeftButton)
    month = page.findChild(QCalendarWidget, "period-end-month")
    assert month.selectedDate() == QDate(2025, 12, 31)
    assert month.locale().language() == QLocale.Language.English
    month.clicked.emit(QDate(2025, 12, 30))
    assert context.study.period.end == date(2025, 12, 30)
