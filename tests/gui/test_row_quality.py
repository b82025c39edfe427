"""How good a row is, and who verified the study: shown with the row's own numbers, changed in place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit

from supplier_pcf.domain.flows import Origin, TechnologyFit
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.study import AssuranceLevel
from supplier_pcf.gui.pages.result import ResultPage

BODY, POWER = "m-br-2041-11-1", "use-meter-electricity"


@pytest.fixture
def page(qtbot, context, bracket):
    made = ResultPage(context)
    qtbot.addWidget(made)
    made.resize(900, 1400)
    made.show()
    return made


def unfolded(page, name="result-row-quality"):
    more = page.findChild(type(page.assurance), name)
    return more.open()


def choose(page, row_id):
    table = page.table
    row = [r.id for r in table.rows.rows].index(row_id)
    table.setCurrentIndex(table.sorted.mapFromSource(table.rows.index(row, 0)))


def text_of(part, name):
    return part.findChild(QLabel, f"row-quality-{name}").text()


def pick(qtbot, box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_the_largest_row_is_told_before_one_is_chosen(page):
    part = unfolded(page)
    assert text_of(part, "name") == "支架本体 Bracket body"


def test_a_row_says_with_its_own_numbers_why_it_is_secondary(page, bracket):
    part = unfolded(page)
    choose(page, POWER)
    said = text_of(part, "why")
    line = next(f for f in bracket.calculated.result.flows if f.id == POWER)
    assert said.startswith(f"{significant(line.amount)} kWh are measured, but the factor “")
    assert "is an average of others: secondary." in said
    assert f"time {line.time:.1f}, place {line.geography:.1f}" in text_of(part, "ratings")


def test_a_row_that_is_not_counted_is_not_rated(page):
    part = unfolded(page)
    choose(page, "out-sea")
    assert text_of(part, "why") == "This row is not part of the footprint, so it is not rated."
    assert part.ratings.isHidden()


def test_facts_of_rows_of_different_kinds_are_changed_in_the_same_form(page, bracket, qtbot):
    part = unfolded(page)
    choose(page, POWER)
    pick(qtbot, part.findChild(QComboBox, "row-quality-origin"), Origin.ESTIMATED.value)
    assert bracket.study.energy_uses[0].origin is Origin.ESTIMATED
    assert "are estimated, not measured" in text_of(part, "why")
    choose(page, BODY)
    fit = part.findChild(QComboBox, "row-quality-technology_fit")
    pick(qtbot, fit, TechnologyFit.SIMILAR.value)
    body = next(m for m in bracket.study.materials if m.id == BODY)
    assert body.technology_fit is TechnologyFit.SIMILAR


def test_site_coverage_and_period_are_facts_of_the_amount(page, bracket, qtbot):
    part = unfolded(page)
    choose(page, BODY)
    line = part.findChild(QLineEdit, "row-quality-site_coverage")
    qtbot.keyClicks(line, "40")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    pick(qtbot, part.findChild(QComboBox, "row-quality-covers_period"), "no")
    facts = next(m for m in bracket.study.materials if m.id == BODY).facts
    assert (facts.site_coverage, facts.covers_period) == (0.4, False)


def test_the_old_scale_is_shown_where_the_rules_ask_for_it(page, bracket):
    bracket.edit(lambda study: replace(study, rule_set="pact-2.0"), "Other rules")
    mean, coverage = (
        page.findChild(QLabel, "legacy-mean"),
        page.findChild(QLabel, "legacy-coverage"),
    )
    assert 1 <= float(mean.text()) <= 3
    assert coverage.text().endswith("%")
    assert page.findChild(QLabel, "rating-time").isHidden()
    assert "From 1 (best) to 3:" in text_of(unfolded(page), "ratings")


def test_verification_is_entered_and_counts_along_the_chain(page, bracket, qtbot):
    """No supplier declares a share here, so an in-depth verification covers 95 % of the whole."""
    assert page.findChild(QLabel, "verified") is None
    form = unfolded(page, "result-assurance")
    pick(qtbot, form.findChild(QComboBox, "assurance-level"), AssuranceLevel.IN_DEPTH.value)
    form.findChild(QCheckBox, "assurance-has_certified_program").click()
    assert bracket.study.assurance.level is AssuranceLevel.IN_DEPTH
    assert page.findChild(QLabel, "verified").text() == "95.0\N{NO-BREAK SPACE}%"
    assert page.findChild(QLabel, "certified").text() == "100.0\N{NO-BREAK SPACE}%"


def test_a_finding_about_the_statement_leads_into_its_field(page, qtbot):
    page.activateWindow()
    page.focus_on("assurance/statement")
    field = page.findChild(QLineEdit, "assurance-statement")
    assert field.isVisible()
    assert field.window().focusWidget() is field


def test_a_finding_about_a_fact_leads_to_it_in_its_row(page, bracket, qtbot):
    page.activateWindow()
    page.focus_on(f"result/row/{POWER}/site_coverage")
    field = page.findChild(QLineEdit, "row-quality-site_coverage")
    assert field.window().focusWidget() is field
    assert page.row_quality.inside.chosen.current_id() == POWER
