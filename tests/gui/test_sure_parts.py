"""How sure, what to measure next, what would change it: the questions of the result page, asked by clicks."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableView

from supplier_pcf.app.uncertainty_view import uncertainty_view
from supplier_pcf.domain import edits
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.scenario import Scenario
from supplier_pcf.gui.pages.result import ResultPage
from supplier_pcf.i18n import LANGUAGES

BODY = "m-br-2041-11-1"


@pytest.fixture
def page(qtbot, context, bracket):
    made = ResultPage(context)
    qtbot.addWidget(made)
    made.resize(1000, 1400)
    made.show()
    return made


def unfold(page, qtbot, question):
    part = page.questions.parts[question]
    qtbot.mouseClick(part.button, Qt.MouseButton.LeftButton)
    assert part.inside.isVisible()
    return part.inside


def answer(page, question):
    return page.findChild(QLabel, f"answer-{question}").text()


def cells(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_answer_says_the_range_and_what_it_comes_from(page, bracket):
    spread = uncertainty_view(bracket.calculated).spread
    said = answer(page, "sure")
    assert f"between {significant(spread.low)} and {significant(spread.high)} kg CO₂e" in said
    assert "Above all the factor “Cold rolled sheet" in said


def test_a_reader_finds_the_plus_and_minus_in_the_limits(page):
    """By a pocket calculator: 4.16 / 5.62 - 1 = -26 %, 7.85 / 5.62 - 1 = +40 %."""
    said = answer(page, "sure").replace("\N{NO-BREAK SPACE}", " ")
    assert said.startswith("Sure to ± 40 %: 95 % likely between 4.16 and 7.85 kg CO₂e")
    assert "that is −26 % to +40 % from the figure of 5.62" in said


def test_what_to_measure_is_not_said_twice(page, qtbot):
    above = page.findChild(QLabel, "answer-measure-next")
    part = page.questions.parts["measure-next"]
    for is_open in (True, False):
        qtbot.mouseClick(part.button, Qt.MouseButton.LeftButton)
        assert above.isVisible() is not is_open
    unfold(page, qtbot, "sensitivity")
    assert page.findChild(QLabel, "answer-sensitivity").isVisible()


def test_a_scenario_is_told_once_and_where_there_is_none_the_answer_stays(page, qtbot, bracket):
    above = page.findChild(QLabel, "answer-lower")
    unfold(page, qtbot, "lower")
    assert above.isVisible() and above.text().startswith("No scenario is kept yet")
    bracket.edit(lambda s: replace(s, scenarios=(Scenario(id="s1", name="Green power"),)), "New")
    assert not above.isVisible()


def test_thousands_are_written_alike_on_the_button_and_beside_it(page, qtbot):
    draws = unfold(page, qtbot, "sure").draws
    assert draws.button.text() == "&Draw 10,000 times"
    assert "10,000 times" in draws.words.text()


def test_causes_say_their_share_and_what_they_rest_on(page, qtbot, bracket):
    rows = cells(unfold(page, qtbot, "sure").table)
    first = uncertainty_view(bracket.calculated).causes[0]
    assert rows[0][0] == first.name
    assert rows[0][2] == "90.3\N{NO-BREAK SPACE}%"
    assert rows[0][4] == "judged, see the factor"
    assert "from data quality" in {row[4] for row in rows}
    assert rows[-1][0].endswith(" more")


def test_the_other_matrix_widens_the_answer_and_is_kept(page, qtbot, bracket):
    part, before = unfold(page, qtbot, "sure"), answer(page, "sure")
    box = part.findChild(QComboBox, "sure-matrix")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert bracket.matrix_id == "empirical"
    assert answer(page, "sure") != before
    assert bracket.undo_label is None


def test_drawing_shows_the_histogram_and_the_seed(page, qtbot):
    draws = unfold(page, qtbot, "sure").draws
    qtbot.mouseClick(draws.button, Qt.MouseButton.LeftButton)
    assert draws.stop_button.isVisible()
    qtbot.waitUntil(lambda: draws.histogram is not None, timeout=10_000)
    assert "seed 14067" in draws.words.text()
    assert "Median: half of the draws are below" in draws.histogram.accessibleDescription()
    assert draws.button.isEnabled()
    assert not draws.stop_button.isVisible()


def test_drawing_can_be_cancelled(page, qtbot):
    draws = unfold(page, qtbot, "sure").draws
    qtbot.mouseClick(draws.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(draws.stop_button, Qt.MouseButton.LeftButton)
    assert draws.button.isEnabled()
    qtbot.wait(100)
    assert draws.histogram is None


def test_draws_of_another_study_are_put_away(page, qtbot, bracket):
    draws = unfold(page, qtbot, "sure").draws
    draws.draw()
    qtbot.waitUntil(lambda: draws.histogram is not None, timeout=10_000)
    bracket.edit(lambda study: edits.choose_factor(study, BODY, None), "Take the factor away")
    assert draws.histogram is None
    assert "seed" not in draws.words.text()


def test_nothing_can_be_drawn_from_nothing_and_the_button_says_so(qtbot, context):
    page = ResultPage(context)
    qtbot.addWidget(page)
    page.show()
    assert answer(page, "sure").startswith("No row is counted yet")
    draws = unfold(page, qtbot, "sure").draws
    assert not draws.button.isEnabled()
    assert draws.words.text() == draws.button.toolTip() == "There is no spread to draw from."


def test_the_slow_answers_follow_after_a_pause(page, qtbot, bracket):
    bracket.edit(lambda study: replace(study, title="Once more"), "Title")
    assert answer(page, "measure-next").startswith("Unfold it")
    assert answer(page, "sensitivity").startswith("Unfold it")
    qtbot.waitUntil(lambda: answer(page, "measure-next").startswith("Ask the supplier of"))
    assert answer(page, "sensitivity").startswith(
        "One thing alone moves the figure between 4.32 and"
    )


def test_what_to_measure_leads_to_its_row(page, qtbot, said):
    part = unfold(page, qtbot, "measure-next")
    words = part.findChild(QLabel, "measure-1").text()
    assert words.startswith("1. Ask the supplier of “支架本体 Bracket body” for his own footprint.")
    assert "From ± 40 % to ± 12 %." in words
    qtbot.mouseClick(part.findChild(QPushButton, "measure-go-1"), Qt.MouseButton.LeftButton)
    assert said == [f"materials/{BODY}/factor"]
    assert "Assumed of each" in part.findChild(QLabel, "measure-assumed").text()


def test_the_tornado_says_the_same_as_its_table(page, qtbot):
    part = unfold(page, qtbot, "sensitivity")
    spoken = part.tornado.accessibleDescription()
    rows = cells(part.table)
    assert len(rows) > 5
    for row in rows[:5]:
        assert f"{row[1]} {row[3]}" in spoken
    assert ["Power without a contract", "fossil power"] in [[row[0], row[4]] for row in rows]


def test_a_column_says_what_ten_percent_more_add(page, qtbot):
    """The body counts 3.24 kg CO2e: ten percent more of its factor add 0.324."""
    table = unfold(page, qtbot, "sensitivity").table
    assert table.model().headerData(5, Qt.Orientation.Horizontal) == "10 % more adds"
    assert ["Factor: Cold rolled sheet", "+0.324"] in [[r[0][:25], r[5]] for r in cells(table)]


def test_choices_are_told_in_sentences(page, qtbot):
    said = unfold(page, qtbot, "sensitivity").said.text().splitlines()
    assert any("shared by mass: 5.84 kg CO₂e" in each for each in said)
    assert not any("upper end" in each for each in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_heading_behind_a_question_is_cut(qtbot, context, bracket, language):
    page = ResultPage(context._replace(language=language))
    qtbot.addWidget(page)
    page.resize(850, 1000)
    page.show()
    for question in ("sure", "sensitivity", "method"):
        for table in unfold(page, qtbot, question).findChildren(QTableView):
            head = table.horizontalHeader()
            for section in range(head.count()):
                text = table.model().headerData(section, Qt.Orientation.Horizontal)
                assert head.fontMetrics().horizontalAdvance(text) + 4 <= head.sectionSize(section)


def test_the_table_copies_with_its_headings(page, qtbot):
    table = unfold(page, qtbot, "sensitivity").table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["What is varied", "lowest", "with", "highest"]
    assert len(lines) == 1 + table.model().rowCount()


def test_parts_follow_the_study_only_while_they_can_be_seen(page, qtbot, bracket):
    part = unfold(page, qtbot, "sensitivity")
    first = cells(part.table)[0]
    page.hide()
    bracket.edit(lambda study: edits.choose_factor(study, BODY, None), "Take the factor away")
    assert cells(part.table)[0] == first
    page.show()
    assert cells(part.table)[0] != first


def test_the_rows_pass_the_model_tester(page, qtbot, qtmodeltester):
    qtmodeltester.check(unfold(page, qtbot, "sensitivity").table.rows)


def test_the_page_needs_no_numpy_before_it_draws(page, qtbot):
    if "numpy" not in sys.modules:
        unfold(page, qtbot, "sensitivity")
        unfold(page, qtbot, "measure-next")
        assert "numpy" not in sys.modules


def many_rows(study):
    """The sample with its bushings a hundred times over."""
    bushing = next(m for m in study.materials if m.amount is not None)
    more = tuple(replace(bushing, id=f"more-{i}") for i in range(100))
    return replace(study, materials=(*study.materials, *more))


@pytest.mark.parametrize("question", ["measure-next", "sensitivity"])
def test_a_large_study_is_calculated_beside_the_window(page, qtbot, bracket, question):
    bracket.edit(many_rows, "Many rows")
    page.questions.refresh_later()
    assert answer(page, question).startswith("Unfold it")
    part = unfold(page, qtbot, question)
    assert part.waiting.isVisible()
    assert part.is_working
    qtbot.waitUntil(lambda: not part.is_working and not part.waiting.isVisible(), timeout=20_000)
    qtbot.waitUntil(lambda: not answer(page, question).startswith("Unfold it"), timeout=5_000)


def test_a_change_meanwhile_is_calculated_anew(page, qtbot, bracket):
    bracket.edit(many_rows, "Many rows")
    part = unfold(page, qtbot, "sensitivity")
    bracket.edit(lambda study: edits.choose_factor(study, BODY, None), "Take the factor away")
    qtbot.waitUntil(lambda: not part.is_working, timeout=20_000)
    assert part.is_known()
    assert "Bracket body" not in " ".join(row[0] for row in cells(part.table))
