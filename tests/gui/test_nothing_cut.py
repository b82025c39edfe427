"""No text is cut in any language: every page with all its details open, in a window of 1280 × 720."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QTableView,
    QToolButton,
    QWidget,
)

from supplier_pcf.app.choosing import flow_of
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.settings import Settings
from supplier_pcf.gui.base import theme
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.evidence.collection import CollectionDialog
from supplier_pcf.gui.factors.factor_picker import FactorPicker
from supplier_pcf.gui.factors.factor_table import BOUNDARY, PLACE, VALUE, YEARS
from supplier_pcf.gui.importing.import_rows import STATUS, ImportRows
from supplier_pcf.gui.importing.import_words import status_title
from supplier_pcf.gui.result.compare_rules import CompareRulesDialog
from supplier_pcf.gui.result.screening import ScreeningDialog
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.window.change_log import ChangeLogDialog
from supplier_pcf.gui.window.main_window import MainWindow
from supplier_pcf.gui.window.prove import ProveDialog
from supplier_pcf.gui.window.registry import STEP_IDS
from supplier_pcf.i18n import LANGUAGES, translator
from supplier_pcf.importers.outcome import RowStatus
from tests.gui.test_dialogs import DIALOGS
from tests.gui.test_every_field import fields_of, select_first_rows

_SLACK = 1
"""Pixels: widths of text are rounded."""


def cut(widget, *, headings=True):
    """The texts in a widget that have less room than they need; tables with large text may be scrolled."""
    for label in widget.findChildren(QLabel):
        if label.isVisible() and label.text() and label.pixmap().isNull():
            yield from _cut_label(label)
    for button in widget.findChildren(QAbstractButton):
        is_seen = button.isVisible() and button.text() and isinstance(button, _BUTTONS)
        is_arrow = len(button.text()) == 1 and button.width() > button.fontMetrics().height()
        if is_seen and not is_arrow and button.width() + _SLACK < button.sizeHint().width():
            yield button.text(), button.width(), button.sizeHint().width()
    for table in widget.findChildren(QTableView):
        if headings and table.isVisible():
            yield from _cut_headings(table)


_BUTTONS = (QPushButton, QToolButton, QCheckBox, QRadioButton)


def _cut_label(label):
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() + _SLACK + label.fontMetrics().lineSpacing() // 3 < needed:
            yield label.text(), label.height(), needed
    elif label.width() + _SLACK < label.sizeHint().width():
        yield label.text(), label.width(), label.sizeHint().width()


def _cut_headings(table):
    heading, model = table.horizontalHeader(), table.model()
    if heading.isHidden() or model is None:
        return
    for column in range(model.columnCount()):
        text = model.headerData(column, Qt.Orientation.Horizontal)
        needed = heading.fontMetrics().horizontalAdvance(str(text or ""))
        if text and not table.isColumnHidden(column) and heading.sectionSize(column) < needed:
            yield text, heading.sectionSize(column), needed


@pytest.fixture(params=LANGUAGES)
def window(request, session, qtbot):
    window = MainWindow(session, Settings(language=request.param))
    stay = {"before_close_func": lambda w: setattr(w.filing, "may_leave", lambda: True)}
    qtbot.addWidget(window, **stay)
    window.resize(1280, 720)
    window.show()
    window.begin()
    window.filing.begin(lambda: sample_study("stamped-bracket"))
    return window


def unfolded(qtbot, window, step):
    """The window on this step, with a row selected in each table and all details open."""
    window.show_step(step)
    page = window.page(step)
    page.complete()
    select_first_rows(page)
    fields_of(page)
    qtbot.wait(20)
    return window


def cut_for_good(qtbot, window, *, headings=True):
    """What is still cut when every answer is there and has its place."""
    found = list(cut(window, headings=headings))
    for _again in range(15):
        if not found:
            break
        qtbot.wait(200)
        found = list(cut(window, headings=headings))
    return found


@pytest.mark.parametrize("step", STEP_IDS)
def test_no_text_on_a_page_is_cut(qtbot, window, step):
    assert cut_for_good(qtbot, unfolded(qtbot, window, step)) == []


MORE_DIALOGS = {
    "screening": ScreeningDialog,
    "change log": ChangeLogDialog,
    "collection": CollectionDialog,
    "prove": ProveDialog,
    "compare rules": CompareRulesDialog,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*DIALOGS, *MORE_DIALOGS])
@pytest.mark.usefixtures("bracket")
def test_no_text_in_a_dialog_is_cut(qtbot, context, name, language):
    make = (DIALOGS | MORE_DIALOGS)[name]
    dialog = make(Context(**(context._asdict() | {"language": language})))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(20)
    for more in dialog.findChildren(More):
        more.open()
    qtbot.wait(10)
    assert list(cut(dialog)) == []


def test_what_is_cut_is_seen(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    label, button = QLabel("Carbon footprint", box), QPushButton("Deliver it", box)
    label.setFixedWidth(20)
    button.setFixedWidth(20)
    box.show()
    assert [text for text, _has, _needs in cut(box)] == ["Carbon footprint", "Deliver it"]


@pytest.fixture
def large_text(in_own_fonts):
    """Text of 150 %, till the test is over."""
    app = QApplication.instance()
    theme.write_at(app, 150)
    yield
    theme.write_at(app, 100)


@pytest.mark.parametrize("window", ["de"], indirect=True)
@pytest.mark.parametrize("step", STEP_IDS)
def test_no_large_text_on_a_page_is_cut(qtbot, large_text, window, step):
    assert cut_for_good(qtbot, unfolded(qtbot, window, step), headings=False) == []


@pytest.mark.parametrize("name", [*DIALOGS, *MORE_DIALOGS])
@pytest.mark.usefixtures("bracket")
def test_no_large_text_in_a_dialog_is_cut(qtbot, context, large_text, name):
    test_no_text_in_a_dialog_is_cut(qtbot, context, name, "de")


_AROUND = 8
"""Pixels that a style leaves free around the text of a cell."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("bracket", "in_own_fonts")
def test_no_value_place_or_boundary_in_the_picker_is_cut(qtbot, context, language):
    """The longest there are stand in the search for foam: money of a year, a long country, cradle to gate."""
    context = Context(**(context._asdict() | {"language": language}))
    dialog = FactorPicker(context, flow_of(context.study, "m-fs-10-ep-1"))
    qtbot.addWidget(dialog)
    dialog.show()
    table, model = dialog.table, dialog.model
    assert model.rowCount()
    for row in range(model.rowCount()):
        for column in (VALUE, PLACE, YEARS, BOUNDARY):
            text = model.index(row, column).data()
            needed = table.fontMetrics().horizontalAdvance(text) + _AROUND
            assert table.columnWidth(column) >= needed, text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.usefixtures("in_own_fonts")
def test_no_state_of_an_imported_row_is_cut(qtbot, context, language, size):
    theme.write_at(QApplication.instance(), size)
    try:
        rows = ImportRows(Context(**(context._asdict() | {"language": language})))
        qtbot.addWidget(rows)
        for status in RowStatus:
            text = status_title(status, translator(language))
            needed = rows.table.fontMetrics().horizontalAdvance(text) + _AROUND
            assert rows.table.columnWidth(STATUS) >= needed, text
    finally:
        theme.write_at(QApplication.instance(), 100)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.usefixtures("bracket", "in_own_fonts")
def test_no_field_of_an_own_factor_stands_under_its_scroll_bar(qtbot, context, language, size):
    theme.write_at(QApplication.instance(), size)
    try:
        dialog = DIALOGS["own"](Context(**(context._asdict() | {"language": language})))
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.wait(20)
        assert dialog._area.horizontalScrollBar().maximum() == 0
        assert dialog._area.geometry().right() < dialog.contentsRect().right() - SPACE
    finally:
        theme.write_at(QApplication.instance(), 100)
