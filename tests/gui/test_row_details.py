"""The form of the row that is selected, and what unfolds behind one line."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.gui.tables.cells import Column, Kind, putting
from supplier_pcf.gui.tables.flow_table import FlowTable, TableWords
from supplier_pcf.gui.tables.row_details import RowDetails
from supplier_pcf.gui.widgets.more import More


def a_form(context, qtbot):
    """The steps of production with two of their facts in a form."""
    name = Column(
        key="name", title="Name", kind=Kind.TEXT, get=lambda s: s.name, put=putting("name")
    )
    rejects = Column(
        key="reject_share",
        title="Rejects",
        kind=Kind.SHARE,
        get=lambda s: s.reject_share,
        put=putting("reject_share"),
    )
    words = TableWords(add="Add", remove="Remove", empty="None")
    table = FlowTable(context, "process_steps", [name], lambda _s: ProcessStep(id="new"), words)
    form = RowDetails(context, table, [name, rejects])
    for widget in (table, form):
        qtbot.addWidget(widget)
    return table, form


def two_steps(study):
    steps = (ProcessStep(id="a", name="Stamping", reject_share=0.02), ProcessStep(id="b"))
    return replace(study, process_steps=steps)


def line_of(form, key):
    return form.findChild(QLineEdit, f"process_steps-detail-{key}")


def test_the_form_shows_and_changes_the_selected_row_only(context, qtbot):
    context.edit(two_steps, "Two steps")
    table, form = a_form(context, qtbot)
    table.select("a")
    assert line_of(form, "reject_share").text() == "2"
    table.select("b")
    assert line_of(form, "name").text() == ""
    line = line_of(form, "reject_share")
    line.clear()
    qtbot.keyClicks(line, "5")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [s.reject_share for s in context.study.process_steps] == [0.02, 0.05]


def test_the_form_hides_where_there_is_no_row(context, qtbot):
    table, form = a_form(context, qtbot)
    assert form.isHidden()
    context.edit(two_steps, "Two steps")
    table.select("a")
    assert not form.isHidden()
    context.session.undo()
    assert form.isHidden()


def test_a_place_is_understood_by_its_name_and_what_is_none_stays_as_typed(context, qtbot):
    place = Column(
        key="origin_place",
        title="Origin",
        kind=Kind.PLACE,
        get=lambda m: m.origin_place,
        put=putting("origin_place"),
    )
    context.edit(lambda s: replace(s, materials=(Material(id="a"),)), "One material")
    words = TableWords(add="Add", remove="Remove", empty="None")
    table = FlowTable(context, "materials", [place], lambda _s: Material(id="new"), words)
    form = RowDetails(context, table, [place])
    for widget in (table, form):
        qtbot.addWidget(widget)
    table.select("a")
    line = form.findChild(QLineEdit, "materials-detail-origin_place")
    qtbot.keyClicks(line, "Germany")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (line.text(), context.study.materials[0].origin_place) == ("DE", "DE")
    assert line.parent().named.text() == "Germany"
    line.selectAll()
    qtbot.keyClicks(line, "Atlantis")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    problem = form.findChild(QLabel, "materials-detail-origin_place-problem")
    assert (line.text(), context.study.materials[0].origin_place) == ("Atlantis", "DE")
    assert "“Atlantis” is no place" in problem.text()
    table.model.setData(table.model.index(0, 0), "中国")
    assert context.study.materials[0].origin_place == "CN"


def test_more_makes_what_is_inside_when_it_is_opened(qtbot):
    made = []
    more = More("More", "extra", lambda: made.append(1) or QLabel("inside"))
    qtbot.addWidget(more)
    more.show()
    assert made == []
    qtbot.mouseClick(more.button, Qt.MouseButton.LeftButton)
    assert more.inside.isVisible()
    qtbot.mouseClick(more.button, Qt.MouseButton.LeftButton)
    assert more.inside.isHidden()
    assert more.open().isVisible()
    assert made == [1]
