"""From the bars of a drawing to their rows, by clicks of the mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from supplier_pcf.app.comparing import Compared
from supplier_pcf.app.views import flow_rows
from supplier_pcf.domain.scenario import Lever, Scenario, ScenarioChange
from supplier_pcf.gui.pages.result import ResultPage
from supplier_pcf.gui.result.comparison import ComparisonView
from supplier_pcf.gui.widgets.drawing_view import _EDGE

BODY = "materials/m-br-2041-11-1"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, context, bracket):
    made = ResultPage(context)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def place_of(view, row):
    """The middle of what stands for a row, in pixels of the widget."""
    area = next(area for area in view.drawing.areas if area.row == row)
    middle = area.x + area.width / 2, area.y + area.height / 2
    return QPoint(*(round(_EDGE + at * view._scale()) for at in middle))


def click(qtbot, view, row):
    qtbot.mouseClick(view, LEFT, pos=place_of(view, row))


def chosen(table, column=0):
    return [index.data() for index in table.selectionModel().selectedRows(column)]


def is_in_sight(page, table):
    cell = table.visualRect(table.currentIndex()).center()
    return page.viewport().rect().contains(table.viewport().mapTo(page.viewport(), cell))


def test_a_bar_chooses_its_row_with_the_cursor_in_it_and_in_sight(page, qtbot):
    assert not chosen(page.table)
    click(qtbot, page.contributions.bars, BODY)
    assert chosen(page.table) == ["支架本体 Bracket body"]
    assert page.focusWidget() is page.table
    assert is_in_sight(page, page.table)


def test_a_bar_finds_a_row_that_is_sorted_or_hidden(page, qtbot):
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    page.findChild(QLineEdit, "result-filter").setText("Gas")
    click(qtbot, page.contributions.bars, BODY)
    assert chosen(page.table) == ["支架本体 Bracket body"]
    assert page.findChild(QLineEdit, "result-filter").text() == ""


def test_a_stage_chooses_all_of_its_rows(page, qtbot, bracket):
    click(qtbot, page.stages, "stage/packaging")
    rows = flow_rows(bracket, str, "en")
    assert chosen(page.table) == [r.name for r in rows if r.stage == "Packaging" and not r.reason]
    assert len(chosen(page.table)) > 1


def test_a_flow_and_a_stage_of_the_flow_picture_choose_their_rows(page, qtbot):
    qtbot.mouseClick(page.contributions.as_flows, LEFT)
    click(qtbot, page.contributions.flows, BODY)
    assert chosen(page.table) == ["支架本体 Bracket body"]
    click(qtbot, page.contributions.flows, "stage/materials")
    assert len(chosen(page.table)) > 3


def test_many_flows_as_one_lead_nowhere(page, qtbot):
    bars = page.contributions.bars
    assert bars.drawing.areas[-1].row == ""
    click(qtbot, bars, "")
    assert not chosen(page.table)


def test_what_would_change_the_figure_leads_to_its_row(page, qtbot):
    part = page.questions.parts["sensitivity"].open()
    for row in (3, 0):
        click(qtbot, part.tornado, str(row))
        assert part.table.currentIndex().row() == row
        assert chosen(part.table)[0].split("…")[0] in part.tornado.accessibleDescription()
        assert is_in_sight(page, part.table)


def test_a_cause_of_a_difference_leads_to_its_row(qtbot, context, bracket):
    before = bracket.project
    fewer = tuple(replace(m, amount=replace(m.amount, value=2 * m.amount.value))
                  for m in before.study.materials if m.amount)  # fmt: skip
    after = replace(before, study=replace(before.study, materials=fewer))
    view = ComparisonView(context, "comparison")
    qtbot.addWidget(view)
    view.resize(800, 900)
    view.show()
    view.show_compared(Compared(after, before, bracket.now().date()))
    click(qtbot, view.chart, "1")
    assert view.table.currentIndex().row() == 1
    assert chosen(view.table)[0] in view.chart.accessibleDescription()


def test_a_scenario_leads_to_its_column(page, qtbot, bracket):
    less = ScenarioChange(lever=Lever.AMOUNT, where=BODY, number=0.5)
    half = Scenario(id="s", name="Half the steel", changes=(less,))
    bracket.edit(lambda study: replace(study, scenarios=(half,)), "What if")
    compare = page.questions.parts["lower"].open().compare
    for bar, title in (("1", "Half the steel"), ("0", "Today")):
        click(qtbot, compare.chart, bar)
        (column,) = {index.column() for index in compare.table.selectedIndexes()}
        assert compare.table.model().headerData(column, Qt.Orientation.Horizontal) == title


def test_a_line_of_the_coverage_leads_to_where_it_is_proven(page, qtbot, said):
    drawing = page.questions.parts["proof"].open().drawing
    click(qtbot, drawing, BODY)
    assert said == [f"{BODY}/factor"]
