"""A large study: its result is worked out beside the window, and never shown for another state of the study."""

from dataclasses import replace

import pytest

from supplier_pcf.app.present import LARGE
from supplier_pcf.app.samples import sample_study
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base.calculating import is_large
from supplier_pcf.gui.tables.row_state import row_state

HEAVY, MUCH = 9e6, 1e6
"""kg of a row, and kg CO2e that only such a row brings."""


def large():
    sample = sample_study("stamped-bracket")
    leaf = next(m for m in sample.materials if m.factor_id)
    more = [replace(leaf, id=f"row-{i}", parent_id=None) for i in range(LARGE + 1)]
    return replace(sample, materials=(*sample.materials, *more))


def heavier(kg):
    def change(study):
        first, *rest = study.materials[::-1]
        first = replace(first, amount=Quantity(kg, "kg"), gross_amount=None)
        return replace(study, materials=(*rest[::-1], first))

    return change


@pytest.fixture
def filled(window, qtbot):
    window.session.start(large())
    window.show_step("materials")
    arrive(window, qtbot)
    return window


def arrive(window, qtbot):
    qtbot.waitUntil(lambda: not is_waiting(window), timeout=20_000)


def is_waiting(window):
    return window.session.is_calculating or window.frame.running.big.text() == "…"


def test_a_sample_is_not_large_and_its_result_is_there_with_the_next_picture(window, qtbot):
    window.session.start(sample_study("stamped-bracket"))
    assert not is_large(window.session)
    assert not window.session.is_calculating


def test_meanwhile_window_and_rows_say_that_it_is_being_calculated(filled):
    before = filled.frame.running.big.text()
    filled.session.edit(heavier(HEAVY), "Change")
    assert filled.frame.running.big.text() == "…"
    assert filled.frame.running.note.text() == "Calculating …"
    if filled.session.is_calculating:
        assert row_state(filled.context, "row-1").sign == "…"
    assert before != "…"


def test_then_both_show_the_figures_of_the_study_as_it_stands(filled, qtbot):
    filled.session.edit(heavier(1.0), "Change")
    filled.session.edit(heavier(HEAVY), "Change again")
    arrive(filled, qtbot)
    done = filled.session.calculated
    assert done.study is filled.session.study
    assert done.result.excluding > MUCH
    running = filled.frame.running
    assert running.big.text() == significant(done.result.excluding, "en")
    last = filled.session.study.materials[-1]
    assert row_state(filled.context, last.id).sign == "✓"


def test_the_result_page_follows_once_the_result_is_there(filled, qtbot):
    filled.show_step("result")
    page = filled.page("result")

    def largest():
        return max(row.kg or 0.0 for row in page.table.rows.rows)

    before = largest()
    filled.session.edit(heavier(HEAVY), "Change")
    qtbot.waitUntil(lambda: largest() > MUCH > before, timeout=20_000)
    filled.session.undo()
    qtbot.waitUntil(lambda: largest() == before, timeout=20_000)


def test_the_result_page_follows_into_a_study_that_is_not_large(filled, qtbot):
    filled.show_step("result")
    table = filled.page("result").table
    filled.session.edit(heavier(HEAVY), "Change")
    filled.session.edit(lambda study: replace(study, materials=study.materials[:3]), "Take out")
    qtbot.waitUntil(lambda: len(table.rows.rows) < 50, timeout=20_000)
    assert filled.frame.running.big.text() != "…"


def test_another_judgement_of_spreads_is_seen_on_the_result_page(filled, qtbot):
    filled.show_step("result")
    arrive(filled, qtbot)
    heard = []
    filled.page("result").context.bridge.changed.connect(lambda *_both: heard.append(1))
    filled.session.judge_by("empirical")
    arrive(filled, qtbot)
    assert heard


def test_a_page_chosen_meanwhile_shows_the_study_as_it_stands(filled):
    filled.session.edit(heavier(HEAVY), "Change")
    filled.show_step("result")
    rows = filled.page("result").table.rows.rows
    assert max(row.kg or 0.0 for row in rows) > MUCH


def test_deliver_says_what_is_missing_now(filled, qtbot):
    filled.show_step("deliver")
    cards = filled.page("deliver").cards
    ready = cards["inventory-csv"].save.isEnabled()
    filled.session.edit(lambda study: replace(study, materials=(), energy_uses=()), "Empty")
    arrive(filled, qtbot)
    assert ready or cards["inventory-csv"].state.text() != "Ready"


def test_the_window_can_be_closed_while_it_calculates(filled):
    filled.session.edit(heavier(HEAVY), "Change")
    filled.filing.may_leave = lambda: True
    assert filled.close()
