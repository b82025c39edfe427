"""Filling down as in Excel: by key, by dragging the corner of the selection, by a double click on it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QApplication

from supplier_pcf.domain.flows import ChosenBy, Material
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.tables.cells import Kind, of_field
from supplier_pcf.gui.tables.columns import counted_column, factor_column
from supplier_pcf.gui.tables.flow_table import FlowTable, TableWords

WORDS = TableWords(add="&Add a row", remove="&Remove", empty="One row for each material.")
STATE, NAME, NET, FACTOR = range(4)
LEFT = Qt.MouseButton.LeftButton


def columns(context):
    return [
        counted_column(context),
        of_field("name", "Part", Kind.TEXT),
        of_field("amount", "Net mass", Kind.QUANTITY, unit="kg"),
        factor_column(context),
    ]


@pytest.fixture
def table(qtbot, context):
    rows = [Material(id=i, name=i.upper(), amount=Quantity(n, "g")) for n, i in enumerate("abcdef")]
    context.session.start(Study(materials=tuple(rows)))
    made = FlowTable(
        context, "materials", columns(context), lambda _s: Material(id=new_id("m")), WORDS
    )
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def select(table, top, bottom, left, right=None):
    table.view.go(table.model.index(top, left))
    flag = QItemSelectionModel.SelectionFlag.Select
    for row in range(top, bottom + 1):
        for column in range(left, (left if right is None else right) + 1):
            table.view.selectionModel().select(table.model.index(row, column), flag)
    QApplication.processEvents()


def drag_to(qtbot, table, row):
    """Press the corner, pull it over the middle of a row, let it go."""
    handle = table.fill.handle
    assert handle.isVisible()
    cell = table.view.visualRect(table.model.index(row, NAME))
    to = handle.mapFromParent(QPoint(cell.center()))
    qtbot.mousePress(handle, LEFT, pos=QPoint(4, 4))
    qtbot.mouseMove(handle, to)
    framed = handle.band.isVisible()
    qtbot.mouseRelease(handle, LEFT, pos=to)
    return framed


def named(context):
    return [m.name for m in context.study.materials]


def masses(context):
    return [m.amount.value for m in context.study.materials]


def test_the_corner_sits_at_the_end_of_the_selection_and_nowhere_without_one(qtbot, table):
    assert table.fill.handle.isHidden()
    select(table, 1, 2, NAME, NET)
    corner = table.view.visualRect(table.model.index(2, NET)).bottomRight()
    assert table.fill.handle.geometry().contains(corner)
    select(table, 1, 1, STATE)
    assert table.fill.handle.isHidden(), "what is worked out is not filled"


def test_dragging_the_corner_fills_the_cells_below_in_one_step(qtbot, context, table):
    select(table, 0, 0, NAME, NET)
    assert drag_to(qtbot, table, 2)
    assert named(context) == ["A", "A", "A", "D", "E", "F"]
    assert masses(context) == [0, 0, 0, 3, 4, 5]
    chosen = table.view.selectionModel().selectedIndexes()
    assert {(i.row(), i.column()) for i in chosen} == {(r, c) for r in range(3) for c in (1, 2)}
    context.session.undo()
    assert named(context) == list("ABCDEF")
    assert masses(context) == [0, 1, 2, 3, 4, 5]


def test_several_rows_are_filled_over_and_over_in_their_order(qtbot, context, table):
    select(table, 0, 1, NAME)
    drag_to(qtbot, table, 4)
    assert named(context) == ["A", "B", "A", "B", "A", "F"]
    assert masses(context) == [0, 1, 2, 3, 4, 5]


def test_a_corner_dragged_back_into_the_selection_fills_nothing(qtbot, context, table):
    select(table, 0, 3, NAME)
    before = context.study
    assert not drag_to(qtbot, table, 1)
    assert context.study is before


def test_a_double_click_on_the_corner_fills_to_the_end(qtbot, context, table):
    select(table, 3, 3, NET)
    qtbot.mouseDClick(table.fill.handle, LEFT)
    assert masses(context) == [0, 1, 2, 3, 3, 3]
    context.session.undo()
    assert masses(context) == [0, 1, 2, 3, 4, 5]


def test_filling_a_sorted_and_narrowed_table_fills_the_rows_that_are_seen(qtbot, context, table):
    table.view.sortByColumn(NET, Qt.SortOrder.DescendingOrder)
    context.edit(
        lambda s: replace(
            s,
            materials=tuple(replace(m, note="x" if m.id in "ace" else "") for m in s.materials),
        ),
        "Note",
    )
    table.model.show_only("c")
    shown = [table.model.id_at(row) for row in range(table.model.rowCount())]
    assert shown[0] == "c" or "c" in shown
    table.model.show_only("")
    select(table, 0, 0, NAME)
    drag_to(qtbot, table, 2)
    assert named(context) == ["A", "B", "C", "F", "F", "F"]
    assert [m.id for m in context.study.materials] == list("abcdef")


def test_a_factor_is_filled_as_the_very_one_though_another_has_its_name(qtbot, context, table):
    library = context.session.library
    by_name = {}
    for factor in library:
        by_name.setdefault(factor.name, []).append(factor)
    twins = next(found for found in by_name.values() if len(found) > 1)
    context.edit(
        lambda s: replace(
            s,
            materials=(
                replace(s.materials[0], factor_id=twins[1].id, factor_chosen_by=ChosenBy.USER),
                *s.materials[1:],
            ),
        ),
        "Choose",
    )
    select(table, 0, 2, FACTOR)
    qtbot.keyClick(table.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [m.factor_id for m in context.study.materials[:3]] == [twins[1].id] * 3
    assert table.problem.isHidden()


def test_control_d_in_one_row_takes_what_stands_above(qtbot, context, table):
    select(table, 2, 2, NAME, NET)
    qtbot.keyClick(table.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert (named(context)[2], masses(context)[2]) == ("B", 1)


def test_text_that_could_not_be_read_is_filled_as_text(qtbot, context, table):
    table.model.setData(table.model.index(0, NET), "heavy")
    select(table, 0, 0, NET)
    drag_to(qtbot, table, 1)
    assert table.model.painted(table.model.index(1, NET))[0] == "heavy"
    assert masses(context) == [0, 1, 2, 3, 4, 5]
    assert "heavy" in table.problem.text()
