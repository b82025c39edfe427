"""Another language: tables stand as they were left, sorted and picked out, with their line to find in."""

import pytest
from PySide6.QtCore import Qt

from supplier_pcf.app.samples import sample_study

DOWN = Qt.SortOrder.DescendingOrder


@pytest.fixture
def sample(window):
    window.filing.begin(lambda: sample_study("stamped-bracket"))
    window.show_step("materials")
    return window


def table_of(window):
    return window.page("materials").materials


def ids(table):
    return [table.model.id_at(row) for row in range(table.model.rowCount())]


def test_a_sorted_table_stays_sorted_in_another_language(sample):
    table = table_of(sample)
    table.view.sortByColumn(table.model.column_of("name"), DOWN)
    before, chosen = ids(table), table.model.id_at(1)
    table.view.setCurrentIndex(table.model.index(1, 2))
    assert before != [m.id for m in sample.session.study.materials]
    sample.speak("de")
    table = table_of(sample)
    assert ids(table) == before
    assert table.current_id() == chosen
    heading = table.view.horizontalHeader()
    assert heading.sortIndicatorSection() == table.model.column_of("name")
    assert heading.sortIndicatorOrder() == DOWN
    assert "Sortiert" in table.order.text()


def test_picked_out_rows_stay_picked_out_with_the_words_in_the_line(sample):
    table = table_of(sample)
    table.finder.open()
    table.finder.line.setText(table.model.index(0, table.model.column_of("name")).data()[:4])
    table.finder.only.setChecked(True)
    before, words = ids(table), table.finder.line.text()
    assert 0 < len(before) < len(sample.session.study.materials)
    sample.speak("zh_CN")
    table = table_of(sample)
    assert ids(table) == before
    assert not table.finder.isHidden() and table.finder.line.text() == words
    table.restore_order()
    assert ids(table) == [m.id for m in sample.session.study.materials]


def test_a_table_left_on_another_page_is_found_as_it_was_after_two_languages(sample):
    table = table_of(sample)
    table.view.sortByColumn(table.model.column_of("name"), DOWN)
    before = ids(table)
    sample.show_step("energy")
    sample.speak("de")
    sample.speak("zh_CN")
    sample.show_step("materials")
    assert ids(table_of(sample)) == before


def test_an_edit_after_the_switch_is_undone_in_the_same_order(sample):
    table = table_of(sample)
    table.view.sortByColumn(table.model.column_of("name"), DOWN)
    before = ids(table)
    sample.speak("de")
    table = table_of(sample)
    table.view.selectRow(0)
    table.remove_rows()
    assert ids(table) == before[1:]
    sample.session.undo()
    assert ids(table) == before


def test_the_table_of_results_keeps_its_order_and_its_filter(sample):
    sample.show_step("result")
    rows = sample.page("result").rows
    rows.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    rows.filter.setText("steel")
    names = [rows.table.sorted.index(row, 0).data() for row in range(rows.table.sorted.rowCount())]
    sample.speak("de")
    rows = sample.page("result").rows
    assert rows.filter.text() == "steel"
    assert rows.table.horizontalHeader().sortIndicatorSection() == 0
    after = [rows.table.sorted.index(row, 0).data() for row in range(rows.table.sorted.rowCount())]
    assert after == sorted(after, key=str.casefold)
    assert set(names) & set(after)
