"""Where power comes from, on the energy page with real clicks; expected values worked by hand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton

from supplier_pcf.app import plant, power_views
from supplier_pcf.domain.energy import Criterion, ElectricitySource, InstrumentProof
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.pages.energy import EnergyPage
from supplier_pcf.gui.pages.result import ResultPage
from supplier_pcf.gui.plant.power_more import AddedFactors
from supplier_pcf.gui.widgets.evidence_field import EvidenceField

POWER = "use-meter-electricity"
WIND = "cn-electricity-footprint:2024-wind"


@pytest.fixture
def page(qtbot, context, bracket):
    bracket.edit(lambda study: replace(study, rule_set="catena-x-4.0"), "Rules")
    made = EnergyPage(context)
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    return made


@pytest.fixture
def contract(page, context):
    """744 of the 1,860 MWh of the meter by certificates of wind power, proven but for the files."""
    page.power.contracts().actions()[0].trigger()
    block = context.study.energy_uses[-1]
    proof = InstrumentProof(**{c.value: True for c in Criterion})
    wind = replace(block, name="GEC", amount=Quantity(744, "MWh"), factor_id=WIND, proof=proof)
    uses = (*context.study.energy_uses[:-1], wind)
    context.edit(lambda study: replace(study, energy_uses=uses), "Fill in")
    page.energy.select(wind.id)
    return wind.id


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def row(page, use_id):
    names = [f"power-{use_id}-{place}" for place in range(1, 6)]
    cells = {cell.objectName(): cell for cell in page.power._cells.values()}
    return [cells[name].text().replace("\xa0", " ") for name in names]


def test_on_other_energy_the_power_before_stays_without_the_fields_of_a_row(
    page, contract, context
):
    gas = next(u for u in context.study.energy_uses if u.carrier == "natural_gas")
    page.energy.select(gas.id)
    assert "GEC" in page.power.asked.text()
    assert not page.power._more["factors"].isVisible()
    assert not page.power._more["contract"].isVisible()


def test_without_electricity_there_is_no_such_part(page, context):
    gas = tuple(u for u in context.study.energy_uses if u.carrier == "natural_gas")
    context.edit(lambda study: replace(study, energy_uses=gas), "Gas alone")
    assert not page.power.isVisible()


def test_a_contract_is_added_under_the_supply_and_waits_for_its_amount(page, context):
    names = [action.text() for action in page.power.contracts().actions()]
    assert names[1] == "power purchase agreement (PPA)"
    page.power.contracts().actions()[1].trigger()
    block = context.study.energy_uses[-1]
    assert (block.part_of, block.source) == (POWER, ElectricitySource.PPA)
    assert page.energy.current_id() == block.id


def test_forty_percent_by_certificates_leave_sixty_for_another_mix(page, contract):
    assert row(page, contract)[:3] == ["744 MWh", "40.0 %", "0.0324"]
    assert row(page, POWER)[:2] == ["1,116,000 kWh", "60.0 %"]
    said = page.power.coverage.text().replace("\xa0", " ")
    assert "Proven contracts cover 40.0 % of the power." in said
    assert "60.0 % of the power is covered by no proven contract" in said
    assert "fossil mix, not by the average" in said


def test_both_results_stand_under_the_blocks(page, contract, context):
    """0.1161 of 1,860 MWh for 180,000 pieces: 1.199405 kWh a piece at 0.5777 by location."""
    power = context.session.calculated.result.power
    kwh = 1_860_000 * 2600 / 22400 / 180_000
    assert power.location_power == pytest.approx(kwh * 0.5777)
    assert power.market_power == pytest.approx(kwh * (0.4 * 0.0324 + 0.6 * 0.5777))
    assert "(market-based)" in page.power.results.text()
    assert "(location-based)" in page.power.results.text()


def test_what_the_rules_ask_for_is_taken_with_one_click(page, contract, qtbot, context):
    page.energy.select(POWER)
    button = find(page, QPushButton, "power-take-asked")
    assert button.text() == "Count by what the rules ask for: 0.957 kg CO₂e per kWh"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    use = plant.energy_use(context.study, POWER)
    assert use.factor_id == "cn-electricity-footprint:2024-coal"
    assert use.added_factor_ids == ("cn-electricity-footprint:2024-grid-incl-losses",)
    assert not button.isVisible()


def test_a_criterion_is_answered_and_proven_by_a_file(page, contract, context, tmp_path):
    page.power.focus_on("proof")
    box = find(page, QComboBox, "power-same_market")
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert plant.energy_use(context.study, contract).proof.same_market is None
    assert row(page, contract)[4] == "criteria open: 1"
    path = tmp_path / "cancellation.pdf"
    path.write_bytes(b"%PDF-1.4")
    field = find(page, EvidenceField, "power-cancelled_for_us-files")
    field.attach(path)
    use = plant.energy_use(context.study, contract)
    assert power_views.files_of(use, Criterion.CANCELLED_FOR_US) == (context.study.evidence[-1].id,)
    assert find(field, QPushButton, "power-cancelled_for_us-files-open").text() == "cancellation"
    find(field, QToolButton, "power-cancelled_for_us-files-take").click()
    files = [e.file for e in context.study.evidence]
    assert "cancellation.pdf" not in files
    context.session.undo()
    assert [e.file for e in context.study.evidence] == [*files, "cancellation.pdf"]


def test_a_program_is_refused_as_evidence_with_a_sentence(page, contract, context, said, tmp_path):
    page.power.focus_on("proof")
    path = tmp_path / "setup.exe"
    path.write_bytes(b"MZ")
    before = context.study.evidence
    find(page, EvidenceField, "power-same_market-files").attach(path)
    assert "setup.exe" in said[-1]
    assert context.study.evidence == before


def test_own_power_gets_a_meter_and_is_asked_for_its_certificates(page, qtbot, context):
    qtbot.mouseClick(find(page, QPushButton, "power-add-own"), Qt.MouseButton.LeftButton)
    own = context.study.energy_uses[-1]
    assert own.source is ElectricitySource.ON_SITE
    assert context.study.meter(own.meter_id) is not None
    page.power.focus_on("proof")
    box = find(page, QComboBox, "energy_uses-detail-certificates_sold")
    box.setCurrentIndex(box.findData("no"))
    box.activated.emit(box.currentIndex())
    assert plant.energy_use(context.study, own.id).proof.certificates_sold is False


def test_a_factor_of_the_grid_is_added_and_taken_away(page, context):
    page.power.focus_on("added_factors")
    field = find(page, AddedFactors, "power-added_factors")
    grid = "cn-electricity-footprint:2024-grid-incl-losses"
    action = next(a for a in field.menu().actions() if a.objectName() == grid)
    action.trigger()
    assert plant.energy_use(context.study, POWER).added_factor_ids == (grid,)
    find(field, QToolButton, f"power-take-{grid}").click()
    assert plant.energy_use(context.study, POWER).added_factor_ids == ()


def test_whether_certificates_are_traded_is_said_for_the_plant(page, context):
    page.power.focus_on("location")
    box = find(page, QComboBox, "power-tracked")
    box.setCurrentIndex(box.findData("no"))
    box.activated.emit(box.currentIndex())
    assert context.study.sites[0].power_is_tracked is False
    assert "certificates are not traded there" in page.power.asked.text()


@pytest.mark.parametrize("key", ["proof", "part_of", "loss_share", "added_factors", "location"])
def test_a_finding_leads_to_its_field(page, contract, key):
    page.focus_on(f"energy_uses/{contract}/{key}")
    opened = {"proof": "contract", "part_of": "contract", "location": "mixes"}.get(key, "factors")
    assert page.power._more[opened].inside.isVisible()


def test_the_result_page_tells_both_results(qtbot, context, bracket):
    made = ResultPage(context)
    qtbot.addWidget(made)
    made.show()
    words = find(made, QLabel, "result-power-line").text()
    assert "Market-based" in words
    assert "location-based" in words
