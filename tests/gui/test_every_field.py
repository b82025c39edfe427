"""Every field that takes a number, on every page: read in any clear writing, kept as typed where it is not."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from supplier_pcf.app.entering import shown_number
from supplier_pcf.app.samples import sample_study
from supplier_pcf.gui.base.bind import NumberField, QuantityField
from supplier_pcf.gui.tables.cells import NUMERIC
from supplier_pcf.gui.tables.flow_table_model import FlowTableModel
from supplier_pcf.gui.tables.flow_table_view import FlowTableView
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.window.registry import STEP_IDS

STEPS = [step for step in STEP_IDS if step != "start"]
CLEAR = {
    "1,5": 1.5,
    "2.5": 2.5,
    "３．５": 3.5,
    "４，５": 4.5,
    "5。5": 5.5,
    "\u20096,50 ": 6.5,
}
"""In any style; small enough to be a percentage."""
UNCLEAR = ("many", "1,234", "3 parsecs", "1e15", "1.2.3")


def fields_of(page):
    """The number fields of a page with all its details unfolded, those that can be typed in."""
    for _deep in range(3):
        for more in page.findChildren(More):
            if more.isVisible():
                more.open()
        QApplication.processEvents()
    found = page.findChildren(NumberField)
    return [f for f in found if f.line.isVisible() and f.line.isEnabled()]


def type_into(qtbot, line, text):
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    QApplication.sendEvent(line, committed(text))
    qtbot.keyClick(line, Qt.Key.Key_Return)


def committed(text):
    done = QInputMethodEvent("", [])
    done.setCommitString(text)
    return done


def select_first_rows(page):
    """The details of a table are those of its current row."""
    for view in page.findChildren(FlowTableView):
        if view.isVisible() and view.model().rowCount():
            view.setCurrentIndex(view.model().index(0, 0))


@pytest.fixture
def study(window):
    window.filing.begin(lambda: sample_study("stamped-bracket"))
    return window


@pytest.fixture(params=STEPS)
def page(study, request):
    study.show_step(request.param)
    page = study.page(request.param)
    select_first_rows(page)
    QApplication.processEvents()
    return page


def test_a_number_is_read_in_any_clear_writing(qtbot, page):
    for field in fields_of(page):
        if field.line.objectName().endswith("-records"):
            continue  # counts records, which are whole
        for text, number in CLEAR.items():
            if not (field.line.isVisible() and field.line.isEnabled()):
                continue
            type_into(qtbot, field.line, text)
            assert field.problem.isHidden(), (field.line.objectName(), text, field.problem.text())
            assert field.line.text() == shown_number(number, "."), field.line.objectName()


def test_what_cannot_be_read_stays_with_a_sentence_and_changes_nothing(qtbot, page, study):
    for field in fields_of(page):
        before = study.session.study
        for text in UNCLEAR:
            if not (field.line.isVisible() and field.line.isEnabled()):
                continue
            type_into(qtbot, field.line, text)
            assert field.line.text() == text, field.line.objectName()
            assert not field.problem.isHidden() and text in field.problem.text()
            assert study.session.study is before
        QApplication.processEvents()
        problem = field.problem
        assert problem.height() >= problem.heightForWidth(problem.width()), problem.text()


def test_every_cell_for_a_number_reads_any_clear_writing(page, study):
    for view in page.findChildren(FlowTableView):
        model = view.model()
        if not isinstance(model, FlowTableModel) or not model.rowCount():
            continue
        for at, column in enumerate(model.columns):
            index = model.index(0, at)
            if column.kind not in NUMERIC or not index.flags() & Qt.ItemFlag.ItemIsEditable:
                continue
            for text, number in CLEAR.items():
                model.setData(model.index(0, at), text)
                told = model.index(0, at).data(Qt.ItemDataRole.EditRole)
                problem, where = model.problem(model.index(0, at)), (column.key, text, told)
                if "worked out" in problem:
                    assert told == text, where
                else:
                    assert not problem and told.split(" ")[0] == shown_number(number, "."), where


def test_every_cell_keeps_what_it_cannot_read(page, study):
    for view in page.findChildren(FlowTableView):
        model = view.model()
        if not isinstance(model, FlowTableModel) or not model.rowCount():
            continue
        for at, column in enumerate(model.columns):
            index = model.index(0, at)
            if column.kind not in NUMERIC or not index.flags() & Qt.ItemFlag.ItemIsEditable:
                continue
            before = study.session.study
            for text in UNCLEAR:
                model.setData(model.index(0, at), text)
                assert index.data(Qt.ItemDataRole.EditRole) == text, (column.key, text)
                assert text in model.problem(index), (column.key, text)
            assert study.session.study is before


def test_composing_in_a_number_field_is_no_edit(qtbot, page, study):
    for field in fields_of(page):
        before = study.session.study
        QApplication.sendEvent(field.line, QInputMethodEvent("1.5wan", []))
        assert study.session.study is before and field.problem.isHidden()
        QApplication.sendEvent(field.line, committed(""))


class _Windows(QObject):
    """Sees every window that is shown."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):  # noqa: N802
        is_shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if is_shown and watched.isWindow() and not isinstance(watched, QMainWindow):
            self.seen.append(watched.objectName())
        return False


def test_unfolding_details_opens_no_window_and_keeps_the_focus(page):
    windows = _Windows()
    QApplication.instance().installEventFilter(windows)
    try:
        fields_of(page)
    finally:
        QApplication.instance().removeEventFilter(windows)
    assert windows.seen == []
    assert page.window().isActiveWindow()


def test_bad_text_is_there_again_when_the_page_is(qtbot, study):
    study.show_step("product")
    field = next(f for f in fields_of(study.page("product")) if isinstance(f, QuantityField))
    type_into(qtbot, field.line, "half a kilo")
    study.show_step("materials")
    study.session.edit(lambda s: s, "Nothing")
    study.show_step("product")
    assert field.line.text() == "half a kilo" and field.problem.isVisible()
    type_into(qtbot, field.line, "0,5 kg")
    assert study.session.study.product.mass.value == 0.5 and field.problem.isHidden()


def test_bad_text_in_the_details_belongs_to_its_row(qtbot, study):
    study.show_step("materials")
    page = study.page("materials")
    view = page.materials.view
    select_first_rows(page)
    field = next(f for f in fields_of(page) if f.line.objectName().startswith("materials-detail"))
    type_into(qtbot, field.line, "many")
    view.setCurrentIndex(view.model().index(1, 0))
    assert field.line.text() != "many" and field.problem.isHidden()
    view.setCurrentIndex(view.model().index(0, 0))
    assert field.line.text() == "many" and not field.problem.isHidden()


def test_another_study_knows_nothing_of_it(qtbot, study):
    study.show_step("product")
    field = next(f for f in fields_of(study.page("product")) if isinstance(f, QuantityField))
    type_into(qtbot, field.line, "half a kilo")
    study.filing.may_leave = lambda: True
    study.start_study(lambda: sample_study("stamped-bracket"))
    study.show_step("product")
    assert field.line.text() != "half a kilo" and field.problem.isHidden()
