"""Scenarios in the window: made of proposals, changed by hand, undone, and told in three languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from supplier_pcf.app.scenarios import side_by_side
from supplier_pcf.domain.edits import remove_flows
from supplier_pcf.domain.scenario import Lever, Scenario, ScenarioChange
from supplier_pcf.domain.scenario_edits import set_scenario
from supplier_pcf.gui.factors.factor_picker import FactorPicker
from supplier_pcf.gui.pages.result import ResultPage
from supplier_pcf.gui.result import what_if
from supplier_pcf.gui.result.what_if import WhatIfDialog
from supplier_pcf.gui.widgets.drawing_view import spoken
from supplier_pcf.i18n import LANGUAGES

LEFT = Qt.MouseButton.LeftButton
GREEN_KG = 1.199404761904762 * (0.5777 - 0.0324 - 0.0327)
"""kWh of a piece, at the national mix less wind of 2024 and the lines."""


@pytest.fixture
def dialog(qtbot, context, bracket):
    return opened(qtbot, context)


def opened(qtbot, context):
    made = WhatIfDialog(context)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog, start):
    texts = [dialog.proposals.item(n).text() for n in range(dialog.proposals.count())]
    dialog.proposals.setCurrentRow(next(n for n, t in enumerate(texts) if t.startswith(start)))


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), LEFT)


def test_a_proposal_becomes_a_scenario_by_one_click_and_undo_takes_it_back(qtbot, context, dialog):
    assert dialog.hint.isVisible()
    choose(dialog, "Green power")
    press(qtbot, dialog, "what-if-take")
    assert [s.name for s in context.study.scenarios] == ["Green power for “电”"]
    assert not dialog.hint.isVisible()
    assert dialog.editor.effect.text() == (
        "Green power for “电” would take 0.615 kg CO₂e (10.9\N{NO-BREAK SPACE}%) off each piece, 111 t a year."
    )
    assert "all five criteria" in dialog.editor.remarks.text()
    context.session.undo()
    assert context.study.scenarios == ()
    assert dialog.hint.isVisible()
    assert not dialog.editor.isVisible()


def test_the_figure_of_the_study_stays_while_scenarios_come_and_go(qtbot, context, dialog):
    before = context.session.calculated.result
    choose(dialog, "Half the scrap")
    press(qtbot, dialog, "what-if-take")
    assert context.session.calculated.result == before


def test_how_far_a_lever_goes_is_typed_in_percent(qtbot, context, dialog):
    choose(dialog, "Green power")
    press(qtbot, dialog, "what-if-take")
    field = dialog.editor.rows[0].amount.line
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "50")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert context.study.scenarios[0].changes[0].number == 0.5
    view = dialog.compare.found.scenarios[0]
    assert view.difference == pytest.approx(-GREEN_KG / 2)
    assert dialog.editor.rows[0].said.text().startswith("50\N{NO-BREAK SPACE}% of the power")


def test_more_than_all_stays_in_the_field_with_a_sentence(qtbot, context, dialog):
    choose(dialog, "Green power")
    press(qtbot, dialog, "what-if-take")
    amount = dialog.editor.rows[0].amount
    amount.line.setFocus()
    amount.line.selectAll()
    qtbot.keyClicks(amount.line, "120")
    qtbot.keyClick(amount.line, Qt.Key.Key_Return)
    assert amount.problem.isVisible()
    assert context.study.scenarios[0].changes[0].number == 1.0


def test_a_second_lever_joins_the_first_and_both_are_calculated_together(qtbot, context, dialog):
    choose(dialog, "Green power")
    press(qtbot, dialog, "what-if-take")
    choose(dialog, "One fifth less of “电”")
    press(qtbot, dialog, "what-if-add")
    assert [c.lever for c in context.study.scenarios[0].changes] == [Lever.POWER, Lever.AMOUNT]
    kwh = 1.199404761904762
    expected = 0.8 * kwh * (0.0324 + 0.0327) - kwh * 0.5777
    assert dialog.compare.found.scenarios[0].difference == pytest.approx(expected)
    press(qtbot, dialog, "change-0-remove")
    assert [c.lever for c in context.study.scenarios[0].changes] == [Lever.AMOUNT]


def test_an_open_factor_is_asked_for_and_chosen_in_the_picker(qtbot, context, dialog, monkeypatch):
    choose(dialog, "Another supplier")
    press(qtbot, dialog, "what-if-take")
    assert "is still open" in dialog.editor.effect.text()
    before = context.study.materials
    monkeypatch.setattr(FactorPicker, "exec", lambda picker: picker.accept())
    press(qtbot, dialog, "change-0-factor")
    assert context.study.scenarios[0].changes[0].factor_id
    assert context.study.materials is before, "the row of the study keeps its own"


def test_a_copy_stands_behind_and_a_scenario_can_be_taken_away(qtbot, context, dialog):
    choose(dialog, "Green power")
    press(qtbot, dialog, "what-if-take")
    press(qtbot, dialog, "what-if-duplicate")
    assert [s.name for s in context.study.scenarios] == [
        "Green power for “电”",
        "Green power for “电” (copy)",
    ]
    assert dialog.list.currentRow() == 1
    press(qtbot, dialog, "what-if-remove")
    assert len(context.study.scenarios) == 1
    assert dialog.list.currentRow() == 0


def test_a_name_and_a_proof_of_ones_own(qtbot, context, dialog):
    choose(dialog, "Green power")
    press(qtbot, dialog, "what-if-take")
    dialog.editor.name.selectAll()
    qtbot.keyClicks(dialog.editor.name, "Wind for the press shop")
    assert dialog.list.item(0).text() == "Wind for the press shop"
    assert dialog.editor.effect.text().startswith("Wind for the press shop would take")
    assert "cancelled for you" in dialog.editor.proof.toPlainText()
    assert context.study.scenarios[0].proof == ""
    dialog.editor.proof.setPlainText("GEC of 2026")
    dialog.editor.proof.left()
    assert context.study.scenarios[0].proof == "GEC of 2026"


def test_the_report_tells_of_a_scenario_only_where_it_is_ticked(qtbot, context, dialog):
    for start in ("Green power", "Half the scrap"):
        choose(dialog, start)
        press(qtbot, dialog, "what-if-take")
    tick = dialog.editor.findChild(QCheckBox, "scenario-in_report")
    assert not tick.isChecked()
    tick.click()
    assert [s.in_report for s in context.study.scenarios] == [False, True]
    dialog.list.setCurrentRow(0)
    assert not tick.isChecked()


def test_two_scenarios_do_not_mix_their_fields(qtbot, context, dialog):
    for start in ("Green power", "Half the scrap"):
        choose(dialog, start)
        press(qtbot, dialog, "what-if-take")
    dialog.list.setCurrentRow(0)
    assert dialog.editor.name.text() == "Green power for “电”"
    assert len(dialog.editor.rows) == 1
    dialog.list.setCurrentRow(1)
    assert dialog.editor.name.text().startswith("Less scrap")
    assert len(dialog.editor.rows) == 2
    assert "Weighing records" in dialog.editor.proof.toPlainText()


def test_proposals_for_one_row(qtbot, context, dialog):
    dialog.rows.setCurrentIndex(3)
    dialog.rows.activated.emit(3)
    texts = [dialog.proposals.item(n).text() for n in range(dialog.proposals.count())]
    assert texts == ["Green power for the 1.20 kWh of “电”", "One fifth less of “电”"]


def test_the_chart_and_the_table_show_the_same_figures(qtbot, context, dialog):
    choose(dialog, "Green power")
    press(qtbot, dialog, "what-if-take")
    model = dialog.compare.table.model()
    rows = {model.index(r, 0).data(): r for r in range(model.rowCount())}
    total = rows["Sum without biogenic uptake"]
    figures = [model.index(total, 1).data(), model.index(total, 2).data()]
    assert figures == ["5.62", "5.01"]
    told = spoken(dialog.compare.chart.drawing)
    assert f"Today {figures[0]}" in told
    assert f"Green power for “电” {figures[1]} \N{MINUS SIGN}10.9" in told
    assert model.index(rows["Difference"], 2).data().startswith("\N{MINUS SIGN}10.9")


def test_the_model_keeps_the_rules_of_qt(qtbot, qtmodeltester, context, dialog):
    choose(dialog, "Green power")
    press(qtbot, dialog, "what-if-take")
    qtmodeltester.check(dialog.compare.table.model())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_it_and_cuts_no_button(qtbot, context, bracket, language):
    dialog = opened(qtbot, context._replace(language=language))
    for row in range(dialog.proposals.count()):
        dialog.proposals.setCurrentRow(row)
        press(qtbot, dialog, "what-if-take")
    said = [view.scenario.name for view in side_by_side(context.session.calculated).scenarios]
    assert len(set(said)) == len(said)
    for button in dialog.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.objectName()
    if language != "en":
        assert "would take" not in dialog.editor.effect.text()
    decimal = "," if language == "de" else "."
    dialog.list.setCurrentRow(next(n for n, name in enumerate(said) if "电" in name))
    assert f"0{decimal}615" in dialog.editor.effect.text()


# --- on the result page --------------------------------------------------------------------------


@pytest.fixture
def page(qtbot, context, bracket):
    made = ResultPage(context)
    qtbot.addWidget(made)
    made.resize(900, 1400)
    made.show()
    return made


def test_the_question_is_answered_in_one_sentence(page, context):
    answer = page.findChild(QLabel, "answer-lower")
    assert answer.text().startswith("No scenario is kept yet. The largest contribution is")
    change = ScenarioChange(
        lever=Lever.POWER,
        where="energy_uses/use-meter-electricity",
        number=1.0,
        factor_id="cn-electricity-footprint:2024-wind",
    )
    green = Scenario(id="g", name="Green power", changes=(change,))
    context.edit(lambda study: set_scenario(study, green), "Add a scenario")
    assert answer.text().startswith("Green power would take 0.615 kg CO₂e")


def test_behind_it_is_the_way_to_the_scenarios(qtbot, context):
    opened_as = []
    page = ResultPage(context._replace(show=opened_as.append))
    qtbot.addWidget(page)
    page.show()
    part = page.questions.parts["lower"].open()
    part.findChild(QPushButton, "lower-what-if").click()
    assert opened_as == ["what-if"]


def test_a_finding_of_a_scenario_leads_to_it(page, context):
    change = ScenarioChange(lever=Lever.AMOUNT, where="materials/m-br-2041-11-1", number=0.5)
    supposed = Scenario(id="g", name="Lighter", changes=(change,))
    context.edit(lambda study: set_scenario(study, supposed), "Add a scenario")
    context.edit(lambda study: remove_flows(study, ["m-br-2041-11-1"]), "Remove a row")
    found = next(f for f in context.session.calculated.findings if f.code == "scenario.no_target")
    page.focus_on(found.where)
    inside = page.questions.parts["lower"].inside
    assert inside.isVisible()
    assert "no longer in the study" in inside.compare.said.text()


def test_the_menu_opens_it(window, monkeypatch):
    opened_as = []
    monkeypatch.setattr(what_if.WhatIfDialog, "exec", lambda d: opened_as.append(d.objectName()))
    window.menus.actions["what-if"].trigger()
    assert opened_as == ["what-if"]
