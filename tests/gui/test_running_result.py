"""The running result: every part leads to where more is said, by mouse and by keyboard, and is spoken."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from supplier_pcf.app.running import running
from supplier_pcf.app.samples import sample_study
from supplier_pcf.domain import edits
from supplier_pcf.domain.flows import Exclusion
from supplier_pcf.words import same


@pytest.fixture
def opened(window, qtbot):
    window.start_study(lambda: sample_study("diesel-rail"))
    panel = window.frame.running
    qtbot.waitUntil(lambda: panel.big.text() == "5.54")
    return window


def without_factor(window):
    flow = replace(window.session.study.materials[0], factor_id=None)
    window.session.edit(lambda study: edits.set_flow(study, flow), "Take the factor")
    QApplication.processEvents()
    return flow


def part(window, name):
    return window.frame.running.findChild(object, name)


def test_a_click_on_the_stages_leads_to_their_chart(qtbot, opened):
    label = opened.frame.running.findChild(QLabel, "running-stage-0")
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert opened.step == "result"
    assert QApplication.focusWidget() is opened.page("result").stages


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("running-part-result", lambda page: page.head),
        ("running-counted-part", lambda page: page.rows.table),
        ("running-primary-part", lambda page: page.quality),
    ],
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_on_a_part_leads_to_the_result(qtbot, opened, name, target, key):
    found = part(opened, name)
    found.setFocus()
    qtbot.keyClick(found, key)
    assert opened.step == "result"
    assert QApplication.focusWidget() is target(opened.page("result"))


def test_what_needs_the_user_leads_to_the_cell_that_is_missing(qtbot, opened):
    flow = without_factor(opened)
    found = part(opened, "running-need-part")
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    table = opened.page("materials").materials
    assert QApplication.focusWidget() is table.view
    assert table.current_id() == flow.id
    assert table.model.columns[table.view.currentIndex().column()].key == "factor"


def test_a_row_left_out_on_purpose_needs_nobody(opened):
    flow = replace(opened.session.study.materials[0], exclusion=Exclusion(reason="minor"))
    opened.session.edit(lambda study: edits.set_flow(study, flow), "Leave out")
    now = running(opened.session.calculated, "en", same)
    assert (now.first_open, now.open_rows) == ("", 0)


def test_a_screen_reader_hears_every_part_in_words(opened):
    panel = opened.frame.running
    without_factor(opened)
    assert panel.number.accessibleName().startswith("Footprint so far ")
    assert "kg CO₂e per piece" in panel.number.accessibleName()
    rows = opened.session.calculated.result
    told = part(opened, "running-counted-part").accessibleName()
    assert told == f"Rows counted: {rows.rows_counted} of {rows.rows_total}"
    assert part(opened, "running-need-part").accessibleName() == "Need you: 1"
    assert panel.by_stage.accessibleName().startswith("Materials ")


def test_the_parts_can_be_reached_with_tab(qtbot, opened):
    panel = opened.frame.running
    panel.number.setFocus()
    seen = []
    for _time in range(4):
        opened.focusNextChild()
        seen.append(QApplication.focusWidget().objectName())
    assert seen == [
        "running-part-stages",
        "running-counted-part",
        "running-need-part",
        "running-primary-part",
    ]


def test_it_says_the_new_figure_as_soon_as_an_edit_is_taken_in(opened):
    """One turn of the event loop, without a wait of its own."""
    before = opened.frame.running.counted.text()
    begun = time.perf_counter()
    without_factor(opened)
    assert opened.frame.running.counted.text() != before
    assert opened.frame.running.need.text() == "1"
    print(f"{1000 * (time.perf_counter() - begun):.1f} ms to the new figure")
