"""The study under other rules, and the run with nothing left out, in the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from supplier_pcf.app.samples import sample_study
from supplier_pcf.domain.flows import CoProduct, Exclusion, Material
from supplier_pcf.gui.pages.product import ProductPage
from supplier_pcf.gui.pages.result import ResultPage
from supplier_pcf.gui.result import compare_rules, screening
from supplier_pcf.gui.result.compare_rules import KG, CompareRulesDialog
from supplier_pcf.gui.result.screening import ScreeningDialog
from supplier_pcf.gui.window import dialogs
from tests.build import a_factor, a_study, kg

STEEL = a_factor("own:steel", 2.0, set_id="own", name="Steel")


def shown(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def texts(dialog, name):
    return [found.text() for found in dialog.findChildren(QLabel, name)]


@pytest.fixture
def two_products(session):
    """1 kg at 8 EUR beside 1 kg at 1 EUR: by mass half of 4 kg CO2e, by value eight ninths of it."""
    steel = Material(id="m", name="Steel", amount=kg(2.0), factor_id="own:steel")
    beside = CoProduct(id="c", name="Ring", amount=kg(1.0), price=1.0, price_years=3)
    study = a_study(materials=(steel,), co_products=(beside,), factors=(STEEL,))
    session.start(replace(study, product=replace(study.product, price=8.0, currency="EUR")))
    return session


def test_every_rule_set_stands_with_its_own_figure(qtbot, context, two_products):
    """A price ratio of 8 is above 5: Catena-X v4, 5.1.2 shares by value, 4 x 8/9 = 3.56; ISO by mass, 2.00."""
    dialog = shown(qtbot, CompareRulesDialog(context))
    found = {row[0]: row[KG] for row in dialog.model._rows}
    assert found["ISO 14067:2018 (this study)"] == "2.00"
    assert found["Catena-X PCF Rulebook v4"] == "3.56"


def test_the_chosen_rules_say_what_changes_and_where_it_is_written(qtbot, context, two_products):
    dialog = shown(qtbot, CompareRulesDialog(context))
    dialog.table.selectRow(1)
    assert any(
        "5.1.2" in text and "3.556" in text for text in texts(dialog, "difference-effects")
    ), texts(dialog, "difference-effects")
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert context.study.rule_set == "catena-x-4.0"
    assert not dialog.take.isEnabled()
    context.session.undo()
    assert context.study.rule_set == "iso-14067-2018"


def test_no_empty_box_stands_where_nothing_is_answered_otherwise(qtbot, context, two_products):
    dialog = shown(qtbot, CompareRulesDialog(context))
    assert dialog.chosen().is_own and not dialog._scroll.isVisible()
    other = next(at for at, under in enumerate(dialog._under) if under.differences)
    dialog.table.setCurrentIndex(dialog.model.index(other, 0))
    assert dialog._scroll.isVisible()


def test_the_models_keep_the_rules_of_qt(qtbot, qtmodeltester, context, two_products):
    qtmodeltester.check(shown(qtbot, CompareRulesDialog(context)).model)
    qtmodeltester.check(shown(qtbot, ScreeningDialog(context)).model)


def test_the_small_rows_of_the_diesel_rail_add_up_as_published(qtbot, context, session):
    """Verification framework v2.0, Table 2: the rows below 1 % are 36,800 of 8,314,130 kg, 0.4426 %."""
    session.start(sample_study("diesel-rail"))
    dialog = shown(qtbot, ScreeningDialog(context))
    assert "0.443" in dialog.small.text()
    for text in ("0", "０ %"):
        dialog.limit.setText(text)
        assert dialog.small.text().startswith("0 rows")
    dialog.limit.setText("few")
    assert "few" in dialog.small.text() and dialog.limit.text() == "few"


def test_what_is_left_out_counts_in_the_screening_run_alone(qtbot, context, session):
    """2 kg at 2.0 and 0.1 kg at 2.0 left out: 4.2 kg in all, 4.7619 % of it left out."""
    rows = (
        Material(id="m", name="Body", amount=kg(2.0), factor_id="own:steel"),
        Material(
            id="n",
            name="Clip",
            amount=kg(0.1),
            factor_id="own:steel",
            exclusion=Exclusion(reason="Small"),
        ),
    )
    session.start(a_study(materials=rows, factors=(STEEL,), rule_set="catena-x-4.0"))
    dialog = shown(qtbot, ScreeningDialog(context))
    assert "4.20 kg" in dialog.said.text()
    assert "4.76" in dialog.said.text()
    assert "less than 3" in dialog.said.text()
    with qtbot.waitSignal(dialog.chosen) as went:
        dialog.table.doubleClicked.emit(dialog.model.index(1, 0))
    assert went.args == ["materials/n"]


def test_both_open_from_their_pages(qtbot, context, bracket, monkeypatch):
    opened = []
    for module, name in ((compare_rules, "CompareRulesDialog"), (screening, "ScreeningDialog")):
        monkeypatch.setattr(getattr(module, name), "exec", lambda d: opened.append(d.objectName()))
    context = context._replace(show=lambda name: dialogs.SHOW[name](context, None))
    for page, name in ((ProductPage, "rule-set-compare"), (ResultPage, "result-screening")):
        made = shown(qtbot, page(context))
        made.findChild(QPushButton, name).click()
    assert opened == ["compare-rules", "screening"]


def test_a_finding_on_the_goal_opens_it(qtbot, context):
    page = shown(qtbot, ProductPage(context))
    page.focus_on("scope/limitations")
    assert page.goal.inside.isVisible()
    field = page.goal.inside.findChild(compare_rules.QWidget, "scope-limitations")
    field.setPlainText("A start-up year")
    field.left()
    assert context.study.scope.limitations == "A start-up year"
