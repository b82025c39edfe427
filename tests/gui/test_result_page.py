"""The result page: the numbers of the calculation, what is missing, and ways to where it is entered."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from supplier_pcf.app.views import flow_rows, result_view
from supplier_pcf.domain import edits
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.study import Product, Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.result import NotCounted
from supplier_pcf.gui.pages.result import ResultPage
from supplier_pcf.gui.result.result_table import KG, ResultTable, reason_title
from supplier_pcf.gui.window.prove import ProveDialog
from supplier_pcf.importers.reading import read_tables
from supplier_pcf.words import sentence

BODY = "m-br-2041-11-1"


@pytest.fixture
def page(qtbot, context, bracket):
    made = ResultPage(context)
    qtbot.addWidget(made)
    made.resize(900, 1400)
    made.show()
    return made


@pytest.fixture
def without_factor(bracket):
    bracket.edit(lambda study: edits.choose_factor(study, BODY, None), "Take the factor away")
    return bracket


def text_of(page, name):
    return page.findChild(QLabel, name).text()


def shown_rows(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_figure_is_that_of_the_calculation(page, bracket):
    result = bracket.calculated.result
    assert text_of(page, "result-figure") == significant(result.excluding) == "5.62"
    assert text_of(page, "result-unit") == "kg CO₂e per piece"
    assert text_of(page, "result-rows-line").startswith(
        f"{significant(result.per_kg)} kg CO₂e per kg of product · 22 of 22 rows counted"
    )


def test_a_complete_result_shows_no_gap(page):
    assert page.findChild(QWidget, "result-gap").isHidden()


def test_the_way_to_the_screening_is_as_wide_as_its_words(page):
    button = page.findChild(QPushButton, "result-screening")
    assert button.width() == button.sizeHint().width() < page.completeness.width() / 2


def test_quality_and_completeness_are_those_of_the_calculation(page, bracket):
    ratings = bracket.calculated.result.ratings_excluding
    assert text_of(page, "primary-share") == "2.2\N{NO-BREAK SPACE}%"
    assert text_of(page, "rating-time") == significant(ratings.time, digits=2)
    assert text_of(page, "exempted") == "0.13\N{NO-BREAK SPACE}%"
    allowed = "Left out on purpose (allowed: less than 3\N{NO-BREAK SPACE}%)"
    assert allowed in {each.text() for each in page.completeness.findChildren(QLabel)}
    assert text_of(page, "mass-balance") == "−0.63\N{NO-BREAK SPACE}%"
    assert "A measured kWh times a published factor stays secondary" in text_of(
        page, "card-quality-notes"
    )


def test_the_kg_of_the_table_sum_to_the_figure_and_the_shares_to_hundred(page, bracket, context):
    rows = flow_rows(bracket, context.translate, "en")
    inside = [r for r in rows if r.kg is not None and not r.apart]
    assert sum(r.kg for r in inside) == pytest.approx(bracket.calculated.result.excluding)
    assert sum(r.percent for r in inside) == Decimal(100)


def test_the_table_says_the_same_as_the_chart(page):
    said = page.contributions.bars.accessibleDescription()
    for row in shown_rows(page.table)[:5]:
        assert f"{row[1]} {row[2]}" in said


def test_rows_that_are_not_counted_say_why(page):
    reasons = {row[0]: row[6] for row in shown_rows(page.table)}
    assert reasons["支架焊接件 Welded bracket"] == "counted by its parts"
    assert reasons["密封泡棉条 Foam strip"].startswith("left out on purpose: No open factor")
    assert reasons["To the port of Ningbo-Zhoushan"].startswith("reported apart: ")


@pytest.mark.parametrize("reason", NotCounted)
def test_every_reason_has_words(reason):
    assert reason_title(reason.value, str) != reason.value


def test_the_rows_pass_the_model_tester(context, bracket, qtbot, qtmodeltester):
    table = ResultTable(context)
    qtbot.addWidget(table)
    qtmodeltester.check(table.rows)
    qtmodeltester.check(table.sorted)


def test_a_click_on_the_heading_sorts_numbers_as_numbers(page, qtbot):
    header = page.table.horizontalHeader()
    at = header.sectionViewportPosition(KG) + 10
    qtbot.mouseClick(
        header.viewport(),
        Qt.MouseButton.LeftButton,
        pos=header.rect().topLeft() + type(header.pos())(at, 5),
    )
    first = shown_rows(page.table)[0][KG]
    assert first == "–"
    qtbot.mouseClick(
        header.viewport(),
        Qt.MouseButton.LeftButton,
        pos=header.rect().topLeft() + type(header.pos())(at, 5),
    )
    assert shown_rows(page.table)[0][KG] == "3.24"


def test_the_chosen_row_stays_chosen_when_the_table_is_sorted(page):
    table = page.table
    table.selectRow(2)
    chosen = table.currentIndex().data()
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert table.currentIndex().data() == chosen
    names = [row[0] for row in shown_rows(table)]
    assert names == sorted(names, key=str.casefold)


def test_copying_gives_headings_and_all_digits(page, qtbot):
    page.table.setFocus()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["Row", "kg CO₂e", "share", "Stage"]
    assert lines[1].split("\t")[:6] == [
        *("支架本体 Bracket body", "3.2437831200000002", "57.7", "Materials", "1.236", "kg"),
    ]
    assert len(lines) == 2


def test_without_a_selection_all_rows_are_copied(page, qtbot):
    page.table.clearSelection()
    page.table.copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 1 + 25


def test_a_double_click_goes_to_where_the_row_is_entered(page, qtbot, said):
    spot = page.table.visualRect(page.table.model().index(0, 0)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert said == [f"materials/{BODY}"]


def test_enter_goes_there_too(page, qtbot, said):
    page.table.setCurrentIndex(page.table.model().index(2, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert said == ["energy_uses/use-meter-electricity"]


def test_a_missing_factor_is_said_with_the_way_there(page, without_factor, qtbot, said):
    assert text_of(page, "result-gap-words") == (
        "The figure is too low or missing: rows that need you: 1. “支架本体 Bracket body” has no emission "
        "factor. Choose one, or leave it out with a reason."
    )
    assert "21 of 22 rows counted" in text_of(page, "result-rows-line")
    qtbot.mouseClick(page.findChild(QPushButton, "result-gap-go"), Qt.MouseButton.LeftButton)
    assert said == [f"materials/{BODY}/factor"]


def test_findings_lead_to_their_places(page, bracket, qtbot, said):
    qtbot.mouseClick(page.findChild(QPushButton, "result-findings-go-1"), Qt.MouseButton.LeftButton)
    assert said == [f"materials/{BODY}/factor"]
    buttons = [b for b in page.findings.findChildren(QPushButton) if not b.isHidden()]
    assert len(buttons) == 5


def test_findings_of_this_step_are_left_to_the_strip_under_the_page(page, bracket):
    here = [f for f in bracket.calculated.findings if f.where.startswith("result/")]
    shown = " ".join(each.text() for each in page.findings.findChildren(QLabel))
    assert here
    for finding in here:
        assert sentence(finding.code, {"where": finding.where, **finding.params}, str) not in shown


def test_an_empty_study_shows_dashes_and_no_zero(qtbot, context):
    page = ResultPage(context)
    qtbot.addWidget(page)
    assert text_of(page, "result-figure") == "–"
    assert text_of(page, "primary-share") == "–"
    assert text_of(page, "mass-balance") == "–"


def test_the_rule_set_decides_which_figure_leads(bracket, context):
    bracket.edit(lambda study: replace(study, rule_set="catena-x-4.0"), "Other rules")
    view = result_view(bracket, context.translate, "en")
    assert view.leads_with_uptake
    assert view.leading == bracket.calculated.result.including
    assert view.certificate_is_primary


def test_a_page_nobody_sees_waits_until_it_is_shown(page, bracket):
    page.hide()
    bracket.edit(lambda study: edits.choose_factor(study, BODY, None), "Take the factor away")
    assert text_of(page, "result-figure") == "5.62"
    page.show()
    assert text_of(page, "result-figure") == "2.38"


def test_every_kind_of_emission_and_both_sums_stand_behind_more(page, context):
    """V11: 0.05 kg of wood at half carbon: 0.025 kg of carbon, 0.0917 kg of CO2 between the sums."""
    wood = Material(
        id="w", amount=Quantity(0.05, "kg"), biogenic_carbon_share=0.5, fossil_carbon_share=0.0
    )
    steel = EmissionFactor(id="own:x", unit="kg", fossil=2.0, land_use_change=1.0)
    wood = replace(wood, factor_id="own:x")
    bare = replace(Study(), product=Product(mass=Quantity(0.05, "kg")), factors=(steel,))
    context.edit(lambda _study: replace(bare, materials=(wood,)), "Wood")
    page.focus_on("result/biogenic")
    assert page.kinds.inside.isVisible()
    told = {name: text_of(page, f"kind-{name}") for name in ("fossil", "land-use-change")}
    assert told == {"fossil": "0.100 kg CO₂e", "land-use-change": "0.0500 kg CO₂e"}
    assert text_of(page, "kind-uptake") == "−0.0917 kg CO₂e"
    assert text_of(page, "kind-excluding") == "0.150 kg CO₂e"
    assert text_of(page, "kind-including") == "0.0583 kg CO₂e"
    assert text_of(page, "carbon-biogenic") == "0.0250 kg C"
    notes = text_of(page, "card-kinds-notes")
    assert notes.startswith("0.0250 kg of biogenic carbon leave with the product")
    assert "Indirect land use change is never inside." in notes


# Opened up


def test_the_flow_picture_is_drawn_when_asked_for(qtbot, page):
    assert page.contributions.flows is None
    qtbot.mouseClick(page.contributions.as_flows, Qt.MouseButton.LeftButton)
    view = page.contributions.flows
    assert view.isVisible()
    assert "Bracket body" in view.accessibleDescription()
    qtbot.mouseClick(page.contributions.as_bars, Qt.MouseButton.LeftButton)
    assert page.contributions.bars.isVisible()


def test_a_row_opens_up_to_amount_times_factor(page, bracket, context, said):
    inside = page.rows.row_trace.open()
    page.table.selectRow(0)
    told = text_of(page, "row-trace-steps")
    line = max(bracket.calculated.result.flows, key=lambda found: found.kg_co2e)
    assert significant(line.amount, digits=5) in told
    assert "= 3.24 kg CO₂e per declared unit" in told
    inside.findChild(QPushButton, "row-trace-go").click()
    assert said[-1].startswith(f"materials/{line.id}")


def test_the_filter_narrows_the_table_and_loses_nothing(qtbot, page):
    every = page.table.model().rowCount()
    qtbot.keyClicks(page.rows.filter, "transport")
    shown = shown_rows(page.table)
    assert 0 < len(shown) < every
    assert all("transport" in " ".join(row).lower() for row in shown)
    page.rows.filter.clear()
    assert page.table.model().rowCount() == every


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_table_is_saved_with_all_keys(qtbot, page, bracket, monkeypatch, tmp_path, ending):
    target = tmp_path / f"rows.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    qtbot.mouseClick(page.findChild(QPushButton, "result-save-rows"), Qt.MouseButton.LeftButton)
    (table,) = read_tables(target)
    heads = list(table.rows[0])
    kgs = [float(row[heads.index("kg_co2e")] or 0) for row in table.rows[1:]]
    outbound = bracket.calculated.result.outbound.excluding_uptake
    assert sum(kgs) == pytest.approx(bracket.calculated.result.excluding + outbound)
    assert len(table.rows) - 1 == page.table.rows.rowCount()


def test_prove_it_computes_the_known_examples(qtbot, context):
    dialog = ProveDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.findChild(QLabel, "prove-said").text() != "", timeout=20000)
    assert all(proof.holds for proof in dialog.proofs)
    assert dialog.model.rowCount() == len(dialog.proofs) > 0
