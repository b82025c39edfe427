"""Tables as in Excel: sorting, picking out, finding, inserting, and pasting where the eye is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit

from supplier_pcf.app.table_looks import look_of, looks_file, remember_look
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.tables.cells import Column, Kind, of_field
from supplier_pcf.gui.tables.columns import counted_column, footprint_column
from supplier_pcf.gui.tables.flow_table import FlowTable, TableWords
from supplier_pcf.gui.tables.rows_table import Rows, RowsTable
from tests.gui.at_cells import editor_of

WORDS = TableWords(add="&Add a row", remove="&Remove", empty="One row for each material.")
STATE, NAME, NET, NOTE, KG = range(5)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
KEY = Qt.Key


def columns(context):
    return [
        counted_column(context),
        of_field("name", "Part", Kind.TEXT),
        of_field("amount", "Net mass", Kind.QUANTITY, unit="kg"),
        of_field("note", "Note", Kind.TEXT),
        footprint_column(context),
    ]


def materials(*rows):
    made = [Material(id=i, name=name, amount=amount) for i, name, amount in rows]
    return Study(materials=tuple(made))


def four():
    return materials(
        ("a", "Screw 10", Quantity(12, "g")),
        ("b", "plate", Quantity(1, "kg")),
        ("c", "Screw 9", None),
        ("d", "Cover", Quantity(0.5, "kg")),
    )


@pytest.fixture
def table(qtbot, context):
    context.session.start(four())
    return shown(qtbot, context)


def shown(qtbot, context):
    table = FlowTable(
        context, "materials", columns(context), lambda _s: Material(id=new_id("m")), WORDS
    )
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show()
    return table


def ids(table):
    return [table.model.id_at(row) for row in range(table.model.rowCount())]


def order(context):
    return [m.id for m in context.study.materials]


def named(context):
    return {m.id: m.name for m in context.study.materials}


def press(qtbot, table, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(table.view, key, modifiers)


def at(table, row, column):
    table.view.go(table.model.index(row, column))
    table.view.setFocus()


def select(table, top, bottom):
    at(table, *top)
    flag = QItemSelectionModel.SelectionFlag.Select
    for row in range(top[0], bottom[0] + 1):
        for column in range(top[1], bottom[1] + 1):
            table.view.selectionModel().select(table.model.index(row, column), flag)


def paste(qtbot, table, text):
    QGuiApplication.clipboard().setText(text)
    press(qtbot, table, KEY.Key_V, CONTROL)


def click_heading(qtbot, table, column):
    header = table.view.horizontalHeader()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    spot = header.viewport().rect().center()
    spot.setX(middle)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)


# sorting


def test_a_click_on_a_heading_sorts_by_amount_whatever_its_unit_and_empty_ones_come_last(
    qtbot, context, table
):
    click_heading(qtbot, table, NET)
    assert ids(table) == ["a", "d", "b", "c"]
    click_heading(qtbot, table, NET)
    assert ids(table) == ["b", "d", "a", "c"]
    click_heading(qtbot, table, NET)
    assert ids(table) == ["a", "b", "c", "d"]
    assert order(context) == ["a", "b", "c", "d"]
    assert context.session.undo_label is None


def test_names_are_sorted_as_people_count_and_without_regard_to_capitals(table):
    table.view.sortByColumn(NAME, ASCENDING)
    assert ids(table) == ["d", "b", "c", "a"]


def test_a_sorted_table_says_so_and_escape_restores_the_order(qtbot, table):
    table.view.sortByColumn(NET, DESCENDING)
    assert table.order.text() == "Sorted by Net mass. Esc restores the study's order."
    assert not table.order.isHidden()
    at(table, 0, NAME)
    press(qtbot, table, KEY.Key_Escape)
    assert ids(table) == ["a", "b", "c", "d"]
    assert table.order.isHidden()


def test_row_numbers_are_those_of_the_study(table):
    table.view.sortByColumn(NET, DESCENDING)
    numbers = [table.model.headerData(row, Qt.Orientation.Vertical) for row in range(4)]
    assert numbers == ["2", "4", "1", "3"]


def test_typing_into_a_sorted_table_changes_the_row_that_is_seen_and_moves_none(
    qtbot, context, table
):
    table.view.sortByColumn(NET, ASCENDING)
    at(table, 0, NET)
    qtbot.keyClicks(table.view, "9")
    editor = editor_of(table.view)
    qtbot.keyClick(editor, KEY.Key_Return)
    QApplication.processEvents()
    assert context.study.materials[0].amount == Quantity(9, "g")
    at(table, 0, NET)
    table.model.setData(table.model.index(0, NET), "9 kg")
    assert ids(table) == ["a", "d", "b", "c"]
    table.view.sortByColumn(NET, DESCENDING)
    assert ids(table) == ["a", "b", "d", "c"]


def test_pasting_into_a_sorted_table_fills_the_rows_that_are_seen(qtbot, context, table):
    table.view.sortByColumn(NET, DESCENDING)
    at(table, 0, NAME)
    paste(qtbot, table, "first\nsecond\nthird\nfourth\nfifth\n")
    new = order(context)[-1]
    assert named(context) == {
        "b": "first", "d": "second", "a": "third", "c": "fourth", new: "fifth",
    }  # fmt: skip
    assert ids(table) == ["b", "d", "a", "c", new]
    context.session.undo()
    assert ids(table) == ["b", "d", "a", "c"]


def test_a_removed_row_comes_back_to_its_place_in_the_sorted_table(qtbot, context, table):
    table.view.sortByColumn(NET, DESCENDING)
    at(table, 1, NAME)
    press(qtbot, table, KEY.Key_Minus, CONTROL)
    assert ids(table) == ["b", "a", "c"]
    context.session.undo()
    assert ids(table) == ["b", "d", "a", "c"]
    assert order(context) == ["a", "b", "c", "d"]


def test_rows_are_moved_in_the_studys_order_only(qtbot, context, table):
    table.view.sortByColumn(NET, DESCENDING)
    at(table, 1, NAME)
    press(qtbot, table, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(context) == ["a", "b", "c", "d"]
    assert "Press Esc" in table.problem.text()


def test_another_study_stands_in_its_own_order(context, table):
    table.view.sortByColumn(NET, DESCENDING)
    context.session.start(materials(("x", "X", Quantity(1, "kg")), ("y", "Y", Quantity(2, "kg"))))
    assert ids(table) == ["x", "y"]
    assert table.order.isHidden()
    assert table.view.horizontalHeader().sortIndicatorSection() == -1


def test_footprints_are_sorted_as_numbers(qtbot, context, bracket):
    table = shown(qtbot, context)
    table.view.sortByColumn(KG, DESCENDING)
    lines = {line.id: line for line in bracket.calculated.result.flows}
    kg = [lines[i].kg_co2e for i in ids(table) if lines[i].counted]
    assert len(kg) > 3 and kg == sorted(kg, reverse=True)


def test_escape_gives_up_unreadable_text_and_then_belongs_to_the_window(qtbot, context, table):
    passed_on = []
    table.keyPressEvent = lambda event: passed_on.append(event.key())
    table.model.setData(table.model.index(0, NET), "heavy")
    at(table, 0, NET)
    press(qtbot, table, KEY.Key_Escape)
    assert table.model.index(0, NET).data() == "12 g"
    assert passed_on == []
    press(qtbot, table, KEY.Key_Escape)
    assert passed_on == [KEY.Key_Escape]


def test_the_current_row_stays_the_current_one_when_all_rows_come_back(qtbot, context, table):
    rows = [(f"m{i}", "odd" if i % 2 else "even", None) for i in range(200)]
    context.session.start(materials(*rows))
    table.model.show_only("odd")
    at(table, 40, NAME)
    assert table.current_id() == "m81"
    table.restore_order()
    assert table.current_id() == "m81" and table.view.currentIndex().row() == 81


# finding and picking out


def found(table, name):
    return table.findChild(QLineEdit, f"materials-{name}")


def test_control_f_finds_and_enter_goes_on_round_the_table(qtbot, table):
    at(table, 0, NAME)
    press(qtbot, table, KEY.Key_F, CONTROL)
    line = found(table, "find")
    assert line.isVisible()
    qtbot.keyClicks(line, "SCREW")
    assert table.current_id() == "a"
    assert table.finder.told.text() == "1 of 2"
    qtbot.keyClick(line, KEY.Key_Return)
    assert table.current_id() == "c"
    qtbot.keyClick(line, KEY.Key_Return)
    assert table.current_id() == "a"
    qtbot.keyClick(line, KEY.Key_Return, SHIFT)
    assert table.current_id() == "c"
    qtbot.keyClicks(line, "x")
    assert table.finder.told.text() == "Nothing found"
    qtbot.keyClick(line, KEY.Key_Escape)
    assert not line.isVisible()


def picked_out(qtbot, table, words):
    at(table, 0, NAME)
    press(qtbot, table, KEY.Key_F, CONTROL)
    qtbot.keyClicks(found(table, "find"), words)
    table.findChild(QCheckBox, "materials-find-only").setChecked(True)


def test_only_the_rows_with_the_words_are_shown_until_escape(qtbot, table):
    picked_out(qtbot, table, "screw")
    assert ids(table) == ["a", "c"]
    assert table.order.text() == "Rows with “screw”: 2 of 4. Esc shows all."
    table.view.setFocus()
    press(qtbot, table, KEY.Key_Escape)
    assert ids(table) == ["a", "b", "c", "d"]


def test_pasting_into_picked_out_rows_leaves_the_others_alone(qtbot, context, table):
    picked_out(qtbot, table, "screw")
    at(table, 0, NET)
    paste(qtbot, table, "7 g\n8 g\n")
    assert [m.amount for m in context.study.materials] == [
        Quantity(7, "g"), Quantity(1, "kg"), Quantity(8, "g"), Quantity(0.5, "kg"),
    ]  # fmt: skip


def test_an_edited_row_stays_in_sight_though_the_words_are_gone(context, qtbot, table):
    picked_out(qtbot, table, "screw")
    table.model.setData(table.model.index(0, NAME), "Bolt")
    assert ids(table) == ["a", "c"]
    context.session.undo()
    assert ids(table) == ["a", "c"]


def test_going_to_a_row_that_is_not_shown_shows_all_rows(qtbot, table):
    picked_out(qtbot, table, "screw")
    table.select("d", "amount")
    assert table.current_id() == "d"
    assert ids(table) == ["a", "b", "c", "d"]


def test_words_that_stand_nowhere_leave_an_empty_table_and_nothing_is_lost(qtbot, context, table):
    table.model.setData(table.model.index(2, NET), "heavy")
    picked_out(qtbot, table, "nowhere")
    assert ids(table) == []
    assert not table.findChild(QLabel, "materials-empty").isVisible()
    table.restore_order()
    assert ids(table) == ["a", "b", "c", "d"]
    assert table.model.index(2, NET).data() == "heavy"


# pasting


def test_an_ambiguous_number_is_never_guessed(qtbot, context, table):
    at(table, 0, NET)
    paste(qtbot, table, "1,234\n")
    assert context.study.materials[0].amount == Quantity(12, "g")
    assert table.model.index(0, NET).data() == "1,234"
    assert "two ways" in table.problem.text()
    at(table, 0, NET)
    qtbot.keyClicks(table.view, "1")
    qtbot.keyClicks(editor_of(table.view), ".234")
    qtbot.keyClick(editor_of(table.view), KEY.Key_Return)
    QApplication.processEvents()
    assert context.study.materials[0].amount == Quantity(1.234, "g")
    assert table.problem.isHidden()


def test_a_number_beside_it_proves_the_decimal_mark(qtbot, context, table):
    at(table, 1, NET)
    paste(qtbot, table, "1,234\n0,5\n")
    assert context.study.materials[1].amount == Quantity(1.234, "kg")
    at(table, 1, NET)
    paste(qtbot, table, "1,234\n0.5\n")
    assert context.study.materials[1].amount == Quantity(1234, "kg")


def test_full_width_digits_units_and_thousands_are_understood(qtbot, context, table):
    at(table, 0, NET)
    paste(qtbot, table, "１２．５ kg\n1.234.567 g\n1,5 kg\n2 t\n")
    assert [m.amount for m in context.study.materials] == [
        Quantity(12.5, "kg"), Quantity(1_234_567, "g"), Quantity(1.5, "kg"), Quantity(2, "t"),
    ]  # fmt: skip


def test_columns_beyond_the_table_are_cut_and_it_says_so(qtbot, context, table):
    at(table, 0, NOTE)
    paste(qtbot, table, "note\t\tbeyond\tfurther\n")
    assert context.study.materials[0].note == "note"
    assert table.problem.text() == "The block is wider than the table. Columns left out: 2."


def test_a_worked_out_cell_stays_as_it_is_and_it_says_so(qtbot, context, table):
    at(table, 0, NOTE)
    paste(qtbot, table, "note\t12.5\n")
    words = "Cells that the program works out and that stay as they are: 1."
    assert table.problem.text() == words


def test_empty_lines_at_the_end_make_no_rows(qtbot, context, table):
    at(table, 3, NAME)
    paste(qtbot, table, "last\nnew\n\t\n\n")
    assert [m.name for m in context.study.materials][3:] == ["last", "new"]


def test_only_the_plain_text_of_the_clipboard_counts(qtbot, context, table):
    data = QMimeData()
    data.setHtml("<table><tr><td>wrong</td></tr></table>")
    data.setText("right\n")
    QGuiApplication.clipboard().setMimeData(data)
    at(table, 0, NAME)
    press(qtbot, table, KEY.Key_V, CONTROL)
    assert context.study.materials[0].name == "right"


def test_rows_that_do_not_fit_a_table_of_given_rows_are_counted(qtbot, context):
    context.session.start(four())

    def put(study, new):
        by_id = {m.id: m for m in new}
        return replace(study, materials=tuple(by_id.get(m.id, m) for m in study.materials))

    rows = Rows(name="given", get=lambda study: study.materials, put=put)
    table = RowsTable(context, rows, columns(context))
    qtbot.addWidget(table)
    table.view.go(table.model.index(3, NAME))
    paste(qtbot, table, "last\nbeyond\n")
    assert named(context)["d"] == "last"
    assert table.problem.text() == "The block is longer than the table. Rows left out: 1."


def test_cutting_copies_and_empties_in_one_step(qtbot, context, table):
    select(table, (0, NAME), (1, NET))
    press(qtbot, table, KEY.Key_X, CONTROL)
    assert QGuiApplication.clipboard().text() == "Screw 10\t12 g\nplate\t1\n"
    assert context.study.materials[0].amount is None
    assert context.session.undo_label == "Cut cells"
    context.session.undo()
    assert context.study == four()


def test_delete_empties_only_the_cells_that_are_selected(qtbot, context, table):
    at(table, 0, NAME)
    chosen = table.view.selectionModel()
    chosen.select(table.model.index(2, NAME), QItemSelectionModel.SelectionFlag.Select)
    press(qtbot, table, KEY.Key_Delete)
    assert [m.name for m in context.study.materials] == ["", "plate", "", "Cover"]
    context.session.undo()
    assert context.study == four()


def test_delete_takes_a_text_away_that_could_not_be_read(qtbot, context, table):
    table.model.setData(table.model.index(2, NET), "heavy")
    at(table, 2, NET)
    press(qtbot, table, KEY.Key_Delete)
    assert table.model.index(2, NET).data() == ""
    assert table.problem.isHidden()


def test_a_copy_with_headings_names_the_columns_and_their_units(qtbot, context, table):
    select(table, (0, NAME), (1, NET))
    press(qtbot, table, KEY.Key_C, CONTROL | SHIFT)
    text = QGuiApplication.clipboard().text()
    assert text == "Part\tNet mass [kg]\nScrew 10\t12 g\nplate\t1\n"


def test_a_copy_has_every_digit(qtbot, context, table):
    exact = 0.1234567890123
    context.edit(lambda _s: materials(("a", "A", Quantity(exact, "kg"))), "Exact")
    at(table, 0, NET)
    press(qtbot, table, KEY.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "0.1234567890123\n"


# rows


def test_as_many_rows_as_are_selected_are_inserted_above_them(qtbot, context, table):
    select(table, (1, NAME), (2, NAME))
    press(qtbot, table, KEY.Key_Plus, CONTROL)
    assert [m.name for m in context.study.materials] == [
        "Screw 10", "", "", "plate", "Screw 9", "Cover",
    ]  # fmt: skip
    assert table.view.currentIndex().row() == 1
    assert context.session.undo_label == "Insert rows"
    context.session.undo()
    assert order(context) == ["a", "b", "c", "d"]


def test_a_row_dragged_by_its_number_takes_the_selection_along(qtbot, context, table):
    select(table, (0, NAME), (1, NAME))
    table.view.verticalHeader().moveSection(0, 3)
    qtbot.waitUntil(lambda: order(context) == ["c", "d", "a", "b"])
    assert ids(table) == ["c", "d", "a", "b"]
    header = table.view.verticalHeader()
    assert [header.logicalIndex(i) for i in range(4)] == [0, 1, 2, 3]
    assert context.session.undo_label == "Move rows"
    context.session.undo()
    assert order(context) == ["a", "b", "c", "d"]


def test_a_row_dragged_up_stands_where_it_was_dropped(qtbot, context, table):
    at(table, 0, NAME)
    table.view.verticalHeader().moveSection(3, 1)
    qtbot.waitUntil(lambda: order(context) == ["a", "d", "b", "c"])


# keys


def test_control_and_arrows_jump_and_shift_selects_on_the_way(qtbot, context, table):
    at(table, 0, NET)
    press(qtbot, table, KEY.Key_Down, CONTROL)
    assert table.view.currentIndex().row() == 1
    press(qtbot, table, KEY.Key_Down, CONTROL)
    assert table.view.currentIndex().row() == 3
    assert [i.row() for i in table.view.selectionModel().selectedIndexes()] == [3]
    press(qtbot, table, KEY.Key_Up, CONTROL | SHIFT)
    picked = {i.row() for i in table.view.selectionModel().selectedIndexes()}
    assert picked == {1, 2, 3}


def test_home_end_and_shift_arrows_do_as_in_excel(qtbot, table):
    at(table, 1, NET)
    press(qtbot, table, KEY.Key_Home)
    assert table.view.currentIndex().column() == 0
    press(qtbot, table, KEY.Key_End)
    assert table.view.currentIndex().column() == KG
    press(qtbot, table, KEY.Key_Home, CONTROL)
    assert (table.view.currentIndex().row(), table.view.currentIndex().column()) == (0, 0)
    press(qtbot, table, KEY.Key_Down, SHIFT)
    press(qtbot, table, KEY.Key_Right, SHIFT)
    assert len(table.view.selectionModel().selectedIndexes()) == 4
    press(qtbot, table, KEY.Key_A, CONTROL)
    assert len(table.view.selectionModel().selectedIndexes()) == 20


def test_control_space_takes_the_column_and_shift_space_the_row(qtbot, table):
    at(table, 1, NAME)
    press(qtbot, table, KEY.Key_Space, CONTROL)
    assert {i.column() for i in table.view.selectionModel().selectedIndexes()} == {NAME}
    assert len(table.view.selectionModel().selectedIndexes()) == 4
    at(table, 1, NAME)
    press(qtbot, table, KEY.Key_Space, SHIFT)
    assert len(table.view.selectionModel().selectedIndexes()) == 5


def test_shift_enter_goes_up(qtbot, table):
    at(table, 2, NAME)
    press(qtbot, table, KEY.Key_Return, SHIFT)
    assert table.view.currentIndex().row() == 1


# how it looks


def drag_edge(qtbot, table, column, by):
    """Pull the right edge of a heading with the mouse."""
    header = table.view.horizontalHeader()
    edge = header.viewport().rect().center()
    edge.setX(header.sectionViewportPosition(column) + header.sectionSize(column) - 1)
    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    end = edge + type(edge)(by, 0)
    qtbot.mouseMove(header.viewport(), end)
    header.resizeSection(column, header.sectionSize(column) + by)
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_a_pulled_width_is_there_at_the_next_start_and_a_double_click_resets_it(
    qtbot, context, table
):
    first = table.view.columnWidth(NAME)
    drag_edge(qtbot, table, NAME, 60)
    wide = table.view.columnWidth(NAME)
    assert wide > first
    again = shown(qtbot, context)
    assert again.view.columnWidth(NAME) == wide
    again.view.horizontalHeader().sectionHandleDoubleClicked.emit(NAME)
    assert again.view.columnWidth(NAME) == first
    assert shown(qtbot, context).view.columnWidth(NAME) == first


def test_a_hidden_column_is_neither_copied_nor_pasted_into(qtbot, context, table):
    table.view.heading.hide(NET)
    again = shown(qtbot, context)
    assert again.view.isColumnHidden(NET)
    at(again, 0, NAME)
    paste(qtbot, again, "name\tnote\n")
    first = context.study.materials[0]
    assert (first.name, first.amount, first.note) == ("name", Quantity(12, "g"), "note")
    again.view.heading.show_all()
    assert not again.view.isColumnHidden(NET)
    assert not shown(qtbot, context).view.isColumnHidden(NET)


def test_a_damaged_file_of_looks_counts_as_none(qtbot, context):
    path = looks_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    for text in ("{", "[1]", '{"materials": 3}', '{"materials": {"widths": {"name": "wide"}}}'):
        path.write_text(text, encoding="utf-8")
        assert look_of(path, "materials").widths == {}
        remember_look(path, "other", look_of(path, "other")._replace(widths={"name": 77}))
        assert look_of(path, "other").widths == {"name": 77}


def test_every_entry_of_the_menu_does_something(qtbot, context, table):
    at(table, 0, NAME)
    done = table.does()
    entries = {a.objectName().removeprefix("do-") for a in table.menu().actions()}
    assert {"cut", "copy", "paste", "fill-down", "find", "insert-row", "delete-row"} <= entries
    for action in table.menu().actions():
        if action.objectName() == "do-insert-row":
            action.trigger()
    assert len(context.study.materials) == 5
    assert entries - {""} <= set(done)


def test_a_number_column_in_german_is_pasted_back_as_it_was_copied(qtbot, context, session):
    german = Context(session=session, bridge=context.bridge, language="de", go_to=print, warn=print)
    rows = [("a", "A", Quantity(1.234, "kg")), ("b", "B", None)]
    session.start(materials(*rows))
    table = shown(qtbot, german)
    at(table, 0, NET)
    press(qtbot, table, KEY.Key_C, CONTROL)
    at(table, 1, NET)
    press(qtbot, table, KEY.Key_V, CONTROL)
    assert session.study.materials[1].amount == Quantity(1.234, "kg")


def test_a_column_can_say_by_what_it_is_sorted(qtbot, context):
    context.session.start(four())
    length = Column(
        key="length",
        title="Length",
        kind=Kind.READ_ONLY,
        get=lambda m: m.id,
        sort=lambda m: float(len(m.name)),
    )
    table = FlowTable(context, "materials", [length], lambda _s: Material(id="x"), WORDS)
    qtbot.addWidget(table)
    table.view.sortByColumn(0, ASCENDING)
    assert [len(m.name) for m in map(table.model.row_at, range(4))] == [5, 5, 7, 8]


def pick(table, *cells):
    """Cells here and there, as with Ctrl and the mouse."""
    at(table, *cells[0])
    flag = QItemSelectionModel.SelectionFlag.Select
    for row, column in cells:
        table.view.selectionModel().select(table.model.index(row, column), flag)


def test_rows_picked_here_and_there_are_copied_and_filled_without_those_between(
    qtbot, context, table
):
    pick(table, (0, NAME), (2, NAME))
    press(qtbot, table, KEY.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Screw 10\nScrew 9\n"
    paste(qtbot, table, "Bolt")
    assert named(context) == {"a": "Bolt", "b": "plate", "c": "Bolt", "d": "Cover"}
    pick(table, (1, NAME), (3, NAME))
    press(qtbot, table, KEY.Key_D, CONTROL)
    assert named(context) == {"a": "Bolt", "b": "plate", "c": "Bolt", "d": "plate"}


def test_a_selection_in_pieces_is_neither_copied_nor_filled_and_it_says_so(qtbot, context, table):
    QGuiApplication.clipboard().setText("before")
    pick(table, (0, NAME), (2, NOTE))
    before = context.study
    for key in (KEY.Key_C, KEY.Key_X, KEY.Key_D, KEY.Key_V):
        press(qtbot, table, key, CONTROL)
        assert table.problem.text().startswith("The selection is in pieces.")
    assert QGuiApplication.clipboard().text() == "before"
    assert context.study is before


def test_a_table_of_a_mail_is_pasted_and_a_picture_is_told(qtbot, context, table):
    data = QMimeData()
    data.setHtml("<table><tr><td>Bolt</td><td>5 g</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    at(table, 0, NAME)
    press(qtbot, table, KEY.Key_V, CONTROL)
    assert context.study.materials[0].name == "Bolt"
    assert context.study.materials[0].amount == Quantity(5, "g")
    data = QMimeData()
    data.setData("image/png", b"picture")
    QGuiApplication.clipboard().setMimeData(data)
    press(qtbot, table, KEY.Key_V, CONTROL)
    assert table.problem.text() == "There is no text on the clipboard that could be pasted."
