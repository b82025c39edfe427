"""What unfolds on the page of energy, with real clicks and keys; expected values worked by hand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QInputDialog, QLabel, QLineEdit, QPushButton

from supplier_pcf.app import plant
from supplier_pcf.app.documents import save_project, with_study
from supplier_pcf.app.samples import sample_study
from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.site import MeterPart, MeterPartKind
from supplier_pcf.domain.stoichiometry import Reaction
from supplier_pcf.domain.study import Product
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.pages.energy import EnergyPage
from supplier_pcf.gui.pages.result import ResultPage
from tests.gui.at_cells import type_into
from tests.gui.conftest import NOW

POWER, GAS = "use-meter-electricity", "use-meter-natural-gas"
BRACKET = sample_study("stamped-bracket")


@pytest.fixture
def page(qtbot, context, bracket):
    made = EnergyPage(context)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    return made


def find(widget, kind, name):
    found = widget.findChild(kind, name)
    assert found is not None, name
    return found


def text(widget, name):
    return find(widget, QLabel, name).text()


def enter(qtbot, widget, name, typed):
    line = find(widget, QLineEdit, name)
    line.clear()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def meter(context):
    return plant.meter_of(context.study, POWER)


def test_offices_are_ticked_and_taken_off_the_meter(page, qtbot, context):
    parts = page.more.parts.open()
    find(parts, QCheckBox, "part-offices").click()
    enter(qtbot, parts, "part-amount-offices", "60000")
    assert meter(context).parts == (
        MeterPart(kind=MeterPartKind.OFFICES, belongs=False, amount=60_000),
    )
    assert text(parts, "meter-parts-words") == (
        "1,860,000 kWh on the meter − 60,000 kWh = 1,800,000 kWh for production."
    )
    assert text(page, "allocation-arithmetic").startswith(
        "(1,860,000 kWh − 60,000 not for production) × 2600 of 22,400 machine hours"
    )


def test_what_belongs_to_production_is_ticked_and_stays(page, context):
    find(page.more.parts.open(), QCheckBox, "part-idle").click()
    assert meter(context).parts == (MeterPart(kind=MeterPartKind.IDLE, belongs=True),)
    find(page, QCheckBox, "part-idle").click()
    assert meter(context).parts == ()


def test_the_parts_follow_the_row_that_is_selected(page, qtbot, context):
    parts = page.more.parts.open()
    find(parts, QCheckBox, "part-canteen").click()
    page.energy.select(GAS)
    assert not find(parts, QCheckBox, "part-canteen").isChecked()
    assert "78,000 m³ on the meter" in text(parts, "meter-parts-words")
    page.energy.select(POWER)
    assert find(parts, QCheckBox, "part-canteen").isChecked()


def test_a_finding_about_parts_unfolds_them(page):
    page.focus_on("meters/meter-electricity/parts")
    assert page.more.parts.inside.isVisible()


def test_every_basis_says_its_effect_on_the_whole(page, context):
    """By pieces: 1,860,000 x (180/1530 - 2600/22400) / 180,000 kWh x 0.5777 kg more."""
    whole = context.session.calculated.result.excluding
    more = 1_860_000 * (180 / 1530 - 2600 / 22400) / 180_000 * 0.5777
    assert text(page, "effect-pieces") == f"+{100 * more / whole:.1f}\N{NO-BREAK SPACE}%"
    assert text(page, "effect-machine_hours") == "0.0\N{NO-BREAK SPACE}%"


def test_the_heating_value_of_the_bill_is_stated_and_taken_back(page, qtbot, context):
    page.energy.select(GAS)
    fuel = page.more.fuel.open()
    find(fuel, QLineEdit, "fuel-value").setText("11.2")
    find(fuel, QLineEdit, "fuel-source").setText("bill")
    find(fuel, QPushButton, "fuel-state").click()
    stated = plant.energy_use(context.study, GAS).conversions[0]
    assert (stated.value, stated.of, stated.per, stated.source) == (11.2, "kWh gross", "m3", "bill")
    find(fuel, QPushButton, "fuel-forget").click()
    assert plant.energy_use(context.study, GAS).conversions == ()


def test_a_heating_value_that_is_none_stays_in_its_field(page, context):
    fuel = page.more.fuel.open()
    find(fuel, QLineEdit, "fuel-value").setText("much")
    find(fuel, QPushButton, "fuel-state").click()
    assert find(fuel, QLabel, "fuel-problem").isVisible()
    assert plant.energy_use(context.study, POWER).conversions == ()


def test_the_way_from_the_bill_to_the_factor_is_told_in_numbers(page, context):
    """78,000 m3 x 2600/22400 / 180,000 = 0.0503 m3 of gas for a piece, at 10 kWh net each."""
    grid = plant.energy_use(context.study, GAS)
    context.edit(
        lambda study: replace(
            study,
            energy_uses=tuple(
                replace(u, factor_id="desnz-2025:natural-gas-kwh-net") if u.id == GAS else u
                for u in study.energy_uses
            ),
        ),
        "Factor",
    )
    assert grid is not None
    page.energy.select(GAS)
    fuel = page.more.fuel.open()
    find(fuel, QLineEdit, "fuel-value").setText("10")
    find(fuel, QComboBox, "fuel-of").setCurrentIndex(
        find(fuel, QComboBox, "fuel-of").findData("kWh net")
    )
    find(fuel, QPushButton, "fuel-state").click()
    words = text(fuel, "fuel-way")
    assert words.startswith(
        "For one declared unit: 0.0503 m³ × 10 kWh (net) / m³ = 0.503 kWh (net)"
    )


def test_own_compressed_air_is_contained_in_the_power(page, context):
    page.energy.add_energy(Carrier.COMPRESSED_AIR)
    held = page.more.held.open()
    box = find(held, QComboBox, "energy-included-in")
    box.setCurrentIndex(box.findData(POWER))
    box.activated.emit(box.currentIndex())
    assert context.study.energy_uses[-1].included_in == POWER
    assert "not counted" in text(held, "energy-included-words")
    line = next(
        r
        for r in context.session.calculated.result.flows
        if r.id == context.study.energy_uses[-1].id
    )
    assert line.reason == "included"


def test_a_row_cannot_be_contained_in_what_it_contains(page, context):
    context.edit(lambda study: plant.set_included(study, GAS, POWER), "Included")
    box = find(page.more.held.open(), QComboBox, "energy-included-in")
    assert box.findData(GAS) < 0 and box.findData("use-meter-diesel") >= 0


def test_power_of_the_machines_is_compared_in_words(page, qtbot, context):
    """45 kW x 6 s / (3600 x 2) = 0.0375 kWh beside 1.2 kWh of the meter."""
    machines = page.more.machines.open()
    for key, typed in (("power_kw", "45"), ("cycle_seconds", "6"), ("parts_per_cycle", "2")):
        type_into(qtbot, machines.table, 0, key, typed)
    step = context.study.process_steps[0]
    assert (step.power_kw, step.cycle_seconds, step.parts_per_cycle) == (45, 6, 2)
    assert text(machines, "machine-power-words") == (
        "By the machines one piece takes 0.0375 kWh, by its share of the meters 1.20 kWh."
    )


def test_every_product_shows_what_one_piece_carries(page):
    model = page.outputs.model
    kwh = [model.index(row, model.column_of("kwh")).data() for row in range(3)]
    assert kwh == ["1.20", "0.857", "2.08"]
    kg = [model.index(row, model.column_of("kg_co2e")).data() for row in range(3)]
    assert kg[0] == "0.837"


def test_a_study_of_another_product_begins_with_this_plant(page, context, monkeypatch):
    begun = []
    page.findChild(QPushButton, "plant-begin")
    actions = page.findChild(QPushButton, "plant-begin").parent()
    monkeypatch.setattr(QInputDialog, "getItem", lambda *given, **_more: (given[3][1], True))
    actions._context = context._replace(start_study=lambda make: begun.append(make()))
    page.findChild(QPushButton, "plant-begin").click()
    assert begun[0].product.name == "Seat frame parts, 6 types"
    assert [o.is_this_product for o in begun[0].sites[0].outputs] == [False, False, True]


def test_a_plant_is_taken_over_by_name(qtbot, context, monkeypatch, tmp_path):
    path = tmp_path / "bracket.spcf"
    save_project(path, with_study(None, BRACKET), NOW)
    context.edit(
        lambda study: replace(study, product=Product(name="Small brackets, 14 types")), "Name"
    )
    page = EnergyPage(context)
    qtbot.addWidget(page)
    monkeypatch.setattr(ask, "file_to_open", lambda *_given: path)
    page.findChild(QPushButton, "plant-take").click()
    assert [u.id for u in context.study.energy_uses] == [u.id for u in BRACKET.energy_uses]
    assert context.study.product.volume == 950_000
    assert "energy_uses" in {line.kind for line in context.session.calculated.result.flows}


def test_limestone_becomes_co2_in_the_form_of_a_gas(page, qtbot, context):
    """CaCO3 holds 44.009 / 100.086 = 0.4397 kg CO2 per kg."""
    page.gases.select(context.study.direct_emissions[0].id)
    more = page.gas_more.open()
    box = find(more, QComboBox, "direct_emissions-detail-reaction")
    box.setCurrentIndex(box.findData("calcium_carbonate"))
    box.activated.emit(box.currentIndex())
    assert context.study.direct_emissions[0].reaction == Reaction(carbonate="calcium_carbonate")
    assert "1 kg sets 0.440 kg of CO₂ free" in text(more, "gas-reaction-words")
    enter(qtbot, more, "direct_emissions-detail-carbon_share", "12")
    assert context.study.direct_emissions[0].reaction == Reaction(carbon_share=0.12)


def test_a_finding_about_a_product_of_the_plant_leads_to_its_row(page):
    page.focus_on("outputs/ningbo/seat")
    assert page.outputs.view.currentIndex().row() == 2


def test_the_average_of_the_plants_place_is_named_and_can_be_given_back(page, context):
    average = page.more.average.open()
    assert "Zhejiang" in text(average, "plant-average-name")
    context.edit(
        lambda study: plant.set_average(study, "ningbo", "cn-electricity-co2:2022-national"), "x"
    )
    assert "2022" in text(average, "plant-average-name")
    find(average, QPushButton, "plant-average-drop").click()
    assert context.study.sites[0].inventory_factor_id is None


def test_the_result_page_says_the_scopes_of_footprint_and_plant(qtbot, context, bracket):
    """Scope 2 by location: 1,860,000 kWh x 0.4974 kg of Zhejiang 2023."""
    page = ResultPage(context)
    qtbot.addWidget(page)
    page.show()
    assert text(page, "plant-0-scope-location") == "925 t CO₂e"
    assert text(page, "scope-2") == "–"
    assert "Zhejiang" in text(page, "card-scopes-notes")


def test_a_gas_of_a_plant_without_meter_has_no_parts_to_take_off(page, context):
    context.edit(
        lambda study: replace(
            study,
            energy_uses=(
                replace(study.energy_uses[0], meter_id=None, amount=Quantity(5, "kWh")),
                *study.energy_uses[1:],
            ),
        ),
        "x",
    )
    assert find(page.more.parts.open(), QLabel, "meter-parts-none").isVisible()
