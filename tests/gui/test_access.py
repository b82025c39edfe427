"""For who works by keyboard or listens: order, names and places of everything that can be reached."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from supplier_pcf.app.samples import find_sample, sample_study
from supplier_pcf.app.settings import Settings
from supplier_pcf.gui.base.tab_order import move, stops
from supplier_pcf.gui.importing.import_assistant import ImportAssistant
from supplier_pcf.gui.tables.rows_table import RowsTable
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.window import dialogs
from supplier_pcf.gui.window.announcing import Announcer
from supplier_pcf.gui.window.main_window import MainWindow
from supplier_pcf.gui.window.registry import STEP_IDS
from supplier_pcf.i18n import LANGUAGES

_NAME = QAccessible.Text.Name
_ALONE = 400
"""More than there are stops on any page."""


@pytest.fixture
def listened_to():
    """A screen reader is listening."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture(params=LANGUAGES)
def spoken(request, qtbot, bracket):
    """The window in each language, with the sample."""
    window = MainWindow(bracket, Settings(language=request.param))
    leave = {"before_close_func": lambda w: setattr(w.filing, "may_leave", lambda: True)}
    qtbot.addWidget(window, **leave)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.begin()
    bracket.start(sample_study("stamped-bracket"))
    qtbot.wait(20)
    return window


def chain_of(window):
    """What Tab stops at, from the first stop round to it again, as Qt will go."""
    found, at = [], window.nextInFocusChain()
    while at is not window and len(found) < 10 * _ALONE:
        takes_tab = bool(at.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if takes_tab and at.isVisible() and at.isEnabled() and at.focusProxy() is None:
            found.append(at)
        at = at.nextInFocusChain()
    return found


def walked(window, first):
    """What has the keyboard after each Tab, until it comes round; cells are walked elsewhere."""
    first.setFocus()
    found = [first]
    while len(found) < _ALONE:
        window.focusNextPrevChild(True)
        if window.focusWidget() is found[0]:
            return found
        found.append(window.focusWidget())
    raise AssertionError(found[-3:])


def unfold(page):
    """Open everything that unfolds."""
    for more in page.findChildren(More):
        more.button.setChecked(True)


def box(widget, window):
    corner = widget.mapTo(window, QPoint(0, 0))
    return corner.x(), corner.y(), corner.x() + widget.width(), corner.y() + widget.height()


def goes_back(one, other, window):
    """Whether the eye would have to go back up, and not into another column, from one to the other."""
    _left, top, right, _bottom = box(one, window)
    left, _top, _right, bottom = box(other, window)
    return bottom <= top and left < right


def nameless(widgets):
    """Those a screen reader could not name, or would read the sign of a key of."""
    for widget in widgets:
        found = QAccessible.queryAccessibleInterface(widget)
        name = found.text(_NAME)
        if not name.strip() or "&" in name:
            yield type(widget).__name__, widget.objectName(), name


def test_tab_goes_as_one_reads_through_every_page(qtbot, spoken, listened_to):
    window = spoken
    for step in STEP_IDS:
        window.show_step(step)
        window.page(step).complete()
        unfold(window.page(step))
        qtbot.wait(20)
        chain = walked(window, window.frame.rail)
        assert chain[0] is window.frame.rail
        page = [stop for stop in chain if window.page(step).isAncestorOf(stop)]
        backwards = [
            (one.objectName(), other.objectName())
            for one, other in pairwise(page[1:])
            if goes_back(one, other, window)
        ]
        assert not backwards, step
        names = [stop.objectName() for stop in chain if stop not in page]
        assert chain[1] is page[0] is window.page(step) and names[-1] == "running-primary-part"
        assert set(chain) == set(chain_of(window)), step
        assert not list(nameless(chain)), step


def test_what_unfolds_later_comes_where_it_stands(qtbot, window):
    window.session.start(sample_study("stamped-bracket"))
    window.show_step("outside")
    qtbot.wait(20)
    unfold(window.page("outside"))
    qtbot.wait(20)
    chain = [stop.objectName() for stop in walked(window, window.frame.rail)]
    detail = next(i for i, name in enumerate(chain) if name.startswith("packaging-detail"))
    assert detail < chain.index("wastes-table")


def test_f6_goes_from_part_to_part_and_back_to_where_one_was(qtbot, window):
    window.session.start(sample_study("stamped-bracket"))
    window.show_step("product")
    qtbot.wait(20)
    frame = window.frame
    window.session.edit(
        lambda study: replace(study, product=replace(study.product, name="")), "Empty"
    )
    qtbot.waitUntil(frame.findings.isVisible)
    name = window.page("product").findChild(QWidget, "product-name")
    name.setFocus()
    came_by = []
    for _time in range(4):
        window.menus.actions["next-part"].trigger()
        came_by.append(window.focusWidget())
    assert came_by == [frame.findings, frame.running.parts[0], frame.rail, name]
    window.menus.actions["previous-part"].trigger()
    assert window.focusWidget() is frame.rail


def test_the_keys_of_the_parts_are_those_of_every_window(window):
    keys = {
        n: window.menus.actions[n].shortcut().toString() for n in ("next-part", "previous-part")
    }
    assert keys == {"next-part": "F6", "previous-part": "Shift+F6"}


@pytest.mark.parametrize("name", dialogs.SHOW)
def test_dialogs_are_named_and_read_in_order(qtbot, window, monkeypatch, listened_to, name):
    window.session.start(sample_study("stamped-bracket"))
    found = []

    def look(dialog):
        dialog.show()
        qtbot.wait(60)
        chain = chain_of(dialog)
        found.append(chain)
        assert not list(nameless(chain))
        backwards = [
            (a.objectName(), b.objectName()) for a, b in pairwise(chain) if goes_back(a, b, dialog)
        ]
        assert not backwards
        dialog.close()
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    dialogs.SHOW[name](window.context, window)
    assert found and found[0]


def test_the_import_is_named_and_read_in_order(qtbot, window, listened_to):
    path = find_sample("stamped-bracket").folder / "bom.xlsx"
    dialog = ImportAssistant(window.context, window, "bom", path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.take.isEnabled, timeout=20_000)
    dialog.columns.findChild(QComboBox).setFocus()
    chain = walked(dialog, dialog.focusWidget())
    assert set(chain) == set(chain_of(dialog))
    assert not list(nameless(chain))
    names = [stop.objectName() for stop in chain]
    assert max(i for i, n in enumerate(names) if "column" in n) < names.index("import-import")


def test_every_table_has_a_short_name_and_readable_cells(qtbot, window, listened_to):
    window.session.start(sample_study("stamped-bracket"))
    for step in STEP_IDS:
        window.show_step(step)
        window.page(step).complete()
        unfold(window.page(step))
        qtbot.wait(20)
        for table in window.page(step).findChildren(RowsTable):
            found = QAccessible.queryAccessibleInterface(table.view)
            assert found.role() in (QAccessible.Role.Table, QAccessible.Role.Tree)
            assert 0 < len(found.text(_NAME)) <= 40, table.kind
            read = found.tableInterface() if hasattr(found, "tableInterface") else None
            assert read is None or read.rowCount() >= table.model.rowCount()


def test_the_material_of_a_row_can_be_heard(window, listened_to):
    window.session.start(sample_study("stamped-bracket"))
    window.show_step("materials")
    view = window.page("materials").materials.view
    table = QAccessible.queryAccessibleInterface(view)
    heard = "\n".join(table.child(at).text(_NAME) for at in range(table.childCount()))
    assert all(material.name in heard for material in window.session.study.materials)


def test_the_result_can_be_reached_and_says_its_figure(qtbot, window, listened_to):
    window.session.start(sample_study("stamped-bracket"))
    running = window.frame.running
    qtbot.waitUntil(lambda: running.big.text() != "–")
    running.setFocus(Qt.FocusReason.TabFocusReason)
    found = QAccessible.queryAccessibleInterface(running)
    assert window.focusWidget() is running
    assert running.big.text() in found.text(QAccessible.Text.Description)


def test_a_new_result_is_said_once_it_has_settled(qtbot, listened_to):
    around, said = QWidget(), []
    qtbot.addWidget(around)
    announcer = Announcer(around, lambda _widget, text: said.append(text), wait=20)
    announcer.tell("Footprint: 1 kg")
    announcer.tell("Footprint: 2 kg")
    qtbot.waitUntil(lambda: bool(said))
    announcer.tell("Footprint: 2 kg")
    qtbot.wait(60)
    assert said == ["Footprint: 2 kg"]


def test_nothing_is_said_where_nobody_listens(qtbot):
    QAccessible.setActive(False)
    around, said = QWidget(), []
    qtbot.addWidget(around)
    Announcer(around, lambda _widget, text: said.append(text), wait=1).tell("Footprint: 1 kg")
    qtbot.wait(30)
    assert said == []


def test_an_edit_tells_the_announcer_the_figure_of_now(qtbot, window):
    window.session.start(sample_study("stamped-bracket"))
    told = []
    window.frame._announcer.tell = told.append
    window.session.undo()
    window.session.edit(lambda study: replace(study, materials=study.materials[:1]), "Less")
    qtbot.waitUntil(lambda: bool(told))
    assert window.frame.running.big.text() in told[-1]


def test_tab_follows_the_places_not_the_making(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    fields = [QWidget(around) for _number in range(3)]
    for number, field in enumerate(fields):
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.setGeometry(0, 30 - 10 * number, 10, 10)
    around.show()
    assert list(stops(around)) == fields[::-1]
    fields[1].setEnabled(False)
    fields[2].setFocus()
    assert move(around, True) and around.focusWidget() is fields[0]
    assert move(around, False) and around.focusWidget() is fields[2]
