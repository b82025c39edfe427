"""Every table a user can type into keeps the rules of Qt, however it is sorted and picked out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from supplier_pcf.gui.compare_factors import CompareDialog
from supplier_pcf.gui.registry import STEP_IDS, page_class
from supplier_pcf.gui.widgets.flow_table_view import FlowTableView
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.widgets.rows_table import RowsTable

WITH_TABLES = {"materials", "energy", "outside", "transport", "deliver"}


def tables_of(page: QWidget) -> list[RowsTable]:
    for more in page.findChildren(More):
        more.open()
    return page.findChildren(RowsTable)


@pytest.mark.parametrize("step", STEP_IDS)
def test_every_table_of_a_page_is_sound_sorted_picked_out_and_changed(
    qtbot, context, bracket, qtmodeltester, step
):
    page = page_class(step)(context)
    qtbot.addWidget(page)
    tables = tables_of(page)
    assert len(tables) == len(page.findChildren(FlowTableView))
    assert bool(tables) or step not in WITH_TABLES
    for table in tables:
        before = context.study
        model = table.model
        ids = [model.id_at(row) for row in range(model.rowCount())]
        qtmodeltester.check(model)
        for column in range(model.columnCount()):
            table.view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
            assert sorted(model.id_at(row) for row in range(model.rowCount())) == sorted(ids)
        model.show_only("a")
        RowsTable.insert_rows(table)
        table.restore_order()
        shown = [model.id_at(row) for row in range(model.rowCount())]
        assert shown == table.source.ids(context.study)
        while context.study is not before:
            context.session.undo()
        assert [model.id_at(row) for row in range(model.rowCount())] == ids


def test_two_factors_side_by_side_are_a_sound_table(qtbot, context, qtmodeltester):
    first, second = list(context.session.library)[:2]
    dialog = CompareDialog(context, (first, second))
    qtbot.addWidget(dialog)
    qtmodeltester.check(dialog.model)
    dialog.model.show_lines(only=True)
    assert dialog.model.rowCount() > 0
