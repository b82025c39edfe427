"""Whatever is sorted, picked out, edited and undone, every row keeps its id and its value."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.tables.cells import Kind, of_field, value_shown
from supplier_pcf.gui.tables.flow_table import FlowTable, TableWords
from supplier_pcf.gui.tables.table_order import ViewOrder, sort_key
from supplier_pcf.gui.tables.table_rows import brought, shifted

WORDS = TableWords(add="&Add", remove="&Remove", empty="Nothing yet.")
NAMES = ("Bolt", "nut 2", "nut 10", "支架", "", "Blech")
AMOUNTS = (None, Quantity(1, "kg"), Quantity(900, "g"), Quantity(0.002, "t"))
ORDERS = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)


def columns():
    return [
        of_field("name", "Part", Kind.TEXT),
        of_field("amount", "Net mass", Kind.QUANTITY, unit="kg"),
        of_field("note", "Note", Kind.TEXT),
    ]


def study_of(count, chance):
    rows = [
        Material(id=f"m{i}", name=chance.choice(NAMES), amount=chance.choice(AMOUNTS))
        for i in range(count)
    ]
    return Study(materials=tuple(rows))


@pytest.fixture
def table(qtbot, context):
    number = iter(range(10_000))
    table = FlowTable(
        context, "materials", columns(), lambda _s: Material(id=f"new{next(number)}"), WORDS
    )
    qtbot.addWidget(table)
    table.resize(800, 400)
    table.show()
    return table


class User:
    """Somebody who does anything with a table, and knows by himself what the study must be then."""

    def __init__(self, table, context, chance):
        self.table, self.context, self.chance = table, context, chance
        self.wanted = {m.id: (m.name, m.amount) for m in context.study.materials}
        self.past = []

    def act(self):
        kinds = (self.write, self.write, self.sort, self.pick, self.remove, self.add, self.undo)
        self.chance.choice(kinds)()

    def keep(self):
        self.past.append(dict(self.wanted))

    def row(self):
        count = self.table.model.rowCount()
        return self.chance.randrange(count) if count else None

    def write(self):
        row = self.row()
        if row is None:
            return
        row_id = self.table.model.id_at(row)
        name = f"written {self.chance.randrange(99)}"
        if self.wanted[row_id][0] != name:
            self.keep()
        self.wanted[row_id] = (name, self.wanted[row_id][1])
        self.table.model.setData(self.table.model.index(row, 0), name)

    def sort(self):
        self.table.view.sortByColumn(self.chance.choice((-1, 0, 1)), self.chance.choice(ORDERS))

    def pick(self):
        self.table.model.show_only(self.chance.choice(("", "n", "bolt", "kg")))

    def remove(self):
        row = self.row()
        if row is None:
            return
        self.keep()
        del self.wanted[self.table.model.id_at(row)]
        self.table.view.go(self.table.model.index(row, 0))
        self.table.remove_rows()

    def add(self):
        self.keep()
        known = {m.id for m in self.context.study.materials}
        self.table.insert_rows()
        added = [m.id for m in self.context.study.materials if m.id not in known]
        self.wanted |= dict.fromkeys(added, ("", None))

    def undo(self):
        if self.past:
            self.wanted = self.past.pop()
            self.context.session.undo()


@pytest.mark.parametrize("seed", range(12))
def test_any_sequence_of_edits_sorting_picking_and_undo_keeps_ids_and_values(
    table, context, qtmodeltester, seed
):
    chance = random.Random(seed)
    context.session.start(study_of(chance.randrange(1, 30), chance))
    first = context.study
    qtmodeltester.check(table.model)
    user = User(table, context, chance)
    for _time in range(60):
        user.act()
        study = context.study
        assert {m.id: (m.name, m.amount) for m in study.materials} == user.wanted
        here = [table.model.id_at(row) for row in range(table.model.rowCount())]
        assert len(here) == len(set(here)) and set(here) <= set(user.wanted)
        shown = [table.model.index(row, 0).data() for row in range(len(here))]
        assert shown == [user.wanted[row_id][0] for row_id in here]
        if table.model.order.is_plain:
            assert here == [m.id for m in study.materials]
    table.restore_order()
    while context.session.undo_label is not None:
        context.session.undo()
    assert context.study == first
    assert [table.model.id_at(r) for r in range(table.model.rowCount())] == [
        m.id for m in first.materials
    ]


def test_many_scattered_rows_are_picked_out_and_shown_again(table, context, qtmodeltester):
    rows = tuple(Material(id=f"m{i}", name="odd" if i % 2 else "even") for i in range(500))
    context.session.start(Study(materials=rows))
    qtmodeltester.check(table.model)
    table.model.show_only("odd")
    assert table.model.rowCount() == 250
    table.model.show_only("")
    assert [table.model.id_at(r) for r in range(500)] == [m.id for m in rows]


def rows(*ids):
    return [Material(id=i) for i in ids]


def ids(made):
    return [row.id for row in made]


def test_a_new_row_stands_before_the_one_it_was_put_in_front_of():
    order = ViewOrder()
    old = rows("a", "b", "c")
    order.sort(old, "name", lambda row: (row.id,), descending=True)
    assert ids(order.arranged(old)) == ["c", "b", "a"]
    assert ids(order.arranged(rows("a", "x", "y", "b", "c", "z"))) == [
        "c", "x", "y", "b", "a", "z",
    ]  # fmt: skip


def test_amounts_are_sorted_by_their_size_and_text_by_the_number_in_it(context):
    name, amount, _note = columns()

    def key(column, **fields):
        row = replace(Material(id="a"), **fields)
        return sort_key(column, row, lambda row, column: value_shown(column, row, context))

    assert key(amount, amount=Quantity(900, "g")) < key(amount, amount=Quantity(1, "kg"))
    assert key(amount, amount=Quantity(1, "kg")) < key(amount, amount=Quantity(0.002, "t"))
    assert key(name, name="nut 2") < key(name, name="Nut 10") < key(name, name="nut 10 b")
    assert key(amount, amount=None) == () == key(name, name="")


def test_rows_go_up_and_down_together_and_stay_at_the_edge():
    assert shifted("abcd", {"b", "c"}, -1) == list("bcad")
    assert shifted("abcd", {"a", "c"}, -1) == list("acbd")
    assert shifted("abcd", {"c", "d"}, 1) == list("abcd")


def test_rows_are_brought_together_to_a_place():
    assert brought("abcde", {"a", "d"}, 1) == list("badce")
    assert brought("abcde", {"e"}, 0) == list("eabcd")
    assert brought("abcde", {"a"}, 9) == list("bcdea")
