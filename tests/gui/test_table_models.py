"""Every table a user can type into keeps the rules of Qt, however it is sorted and picked out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QTabWidget, QWidget

from supplier_pcf.gui.factors.compare_factors import CompareDialog
from supplier_pcf.gui.tables.flow_table_view import FlowTableView
from supplier_pcf.gui.tables.rows_table import RowsTable
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.window import dialogs
from supplier_pcf.gui.window.backups import BackupsDialog
from supplier_pcf.gui.window.registry import STEP_IDS, page_class

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


def views_of(widget: QWidget) -> list[QAbstractItemView]:
    """Every list and table inside, what is folded and what lies behind a tab included."""
    for tabs in widget.findChildren(QTabWidget):
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
    for more in widget.findChildren(More):
        more.open()
    return [view for view in widget.findChildren(QAbstractItemView) if view.model() is not None]


@pytest.mark.parametrize("step", STEP_IDS)
def test_every_view_of_a_page_holds_a_sound_model(qtbot, context, bracket, qtmodeltester, step):
    page = page_class(step)(context)
    qtbot.addWidget(page)
    page.show()
    for view in views_of(page):
        qtmodeltester.check(view.model())


DIALOGS_WITH_TABLES = {
    "check",
    "checklist",
    "factor-library",
    "compare-rules",
    "screening",
    "change-log",
    "collection",
    "prove",
    "compare-studies",
    "evidence",
    "what-if",
}


@pytest.mark.parametrize("name", dialogs.SHOW)
@pytest.mark.parametrize("is_blank", [False, True])
def test_every_view_of_a_dialog_holds_a_sound_model(
    window, bracket, qtmodeltester, monkeypatch, name, is_blank
):
    found = []

    def look(dialog):
        dialog.show()
        found.extend(views_of(dialog))
        for view in found:
            qtmodeltester.check(view.model())
        dialog.hide()

    monkeypatch.setattr(QDialog, "exec", look)
    if is_blank:
        window.filing.blank()
    dialogs.SHOW[name](window.context, window)
    assert bool(found) or name not in DIALOGS_WITH_TABLES


def test_backups_are_a_sound_table(qtbot, window, tmp_path, qtmodeltester):
    window.session.start(window.session.study)
    window.session.save(tmp_path / "a.spcf", backs_up=True)
    dialog = BackupsDialog(window.context, window.filing, window)
    qtbot.addWidget(dialog)
    qtmodeltester.check(dialog.model)
    assert dialog.model.rowCount() == 1
