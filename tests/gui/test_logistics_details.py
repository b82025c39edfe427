"""What unfolds behind legs, packages and wastes, with clicks and keys; sentences with numbers by hand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton

from supplier_pcf.app.choosing import need_in
from supplier_pcf.domain.edits import set_flow
from supplier_pcf.domain.flows import PackagingKind, WasteTreatment
from supplier_pcf.domain.transport import FuelUse, TransportPurpose
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.factors.own_factor_form import OwnFactorForm
from supplier_pcf.gui.logistics.logistics_words import (
    leg_sentence,
    package_sentence,
    waste_sentence,
)
from supplier_pcf.gui.pages.outside import OutsidePage
from supplier_pcf.gui.pages.transport import TransportPage


def opened(qtbot, page):
    qtbot.addWidget(page)
    page.resize(830, 900)
    page.show()
    return page


@pytest.fixture
def transport(qtbot, context, bracket):
    return opened(qtbot, TransportPage(context))


@pytest.fixture
def outside(qtbot, context, bracket):
    return opened(qtbot, OutsidePage(context))


def leg(context, leg_id="in-parts"):
    return next(t for t in context.study.transports if t.id == leg_id)


def enter(qtbot, page, name, text):
    line = page.findChild(QLineEdit, name)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def put(context, flow):
    context.edit(lambda study: set_flow(study, flow), "Change")


def test_the_sentence_under_the_table_follows_the_selected_leg(transport):
    label = transport.findChild(QLabel, "transports-how")
    transport.legs.select("in-parts")
    assert label.text() == "0.260 kg × 60 km = 0.0156 t·km for one piece."
    transport.legs.select("in-sheet")
    assert "85 km" in label.text()


def test_fuel_of_a_trip_is_entered_and_shared_by_load(transport, qtbot, context):
    """138.6 l for 350 km; 1.2 of 14 t carry 11.88 l, as in V12."""
    put(
        context,
        replace(leg(context), carried_mass=Quantity(1200, "kg"), distance=Quantity(350, "km")),
    )
    transport.legs.select("in-parts")
    qtbot.mouseClick(transport.more.button, Qt.MouseButton.LeftButton)
    for name, text in (
        ("litres_loaded", "0.30"),
        ("litres_empty", "0.24"),
        ("empty_share", "40"),
        ("load", "14"),
    ):
        enter(qtbot, transport, f"transports-detail-{name}", text)
    assert leg(context).fuel == FuelUse(
        litres_per_km_loaded=0.3,
        litres_per_km_empty=0.24,
        empty_share=0.4,
        load=Quantity(14, "t"),
    )
    said = transport.findChild(QLabel, "transports-how").text()
    assert said.startswith("138.6 l for the whole trip; your 1,200 kg of 14 t carry 11.9 l.")
    enter(qtbot, transport, "transports-detail-fuel_total", "140 kWh")
    assert leg(context).fuel.total == Quantity(140, "kWh")


def test_a_hub_is_entered_by_the_tonne(transport, qtbot, context):
    transport.legs.select("in-parts")
    qtbot.mouseClick(transport.more.button, Qt.MouseButton.LeftButton)
    enter(qtbot, transport, "transports-detail-own_amount", "0.26 kg")
    assert leg(context).amount == Quantity(0.26, "kg")
    assert transport.findChild(QLabel, "transports-how").text().startswith("0.260 kg for one piece")


@pytest.mark.parametrize("field", ["distance_adjustment", "load", "empty_share", "fuel_total"])
def test_a_finding_about_fuel_or_distance_unfolds_its_field(transport, field, qtbot):
    transport.focus_on(f"transports/in-parts/{field}")
    line = transport.findChild(QLineEdit, f"transports-detail-{field}")
    assert line.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line)


@pytest.mark.parametrize(
    ("facts", "beginning"),
    [
        ({"carried_mass": None, "distance": None}, "Say what the leg carries and how far"),
        ({"distance": None}, "Say how far the leg goes"),
        ({"carried_mass": None}, "Say what the leg carries"),
        (
            {"fuel": FuelUse(total=Quantity(9, "l"), load=Quantity(0, "t"))},
            "The amount cannot be worked out",
        ),
        (
            {"fuel": FuelUse(total=Quantity(9, "l"))},
            "9 l for the whole trip, all of it for one piece",
        ),
        ({"distance_adjustment": 1.1}, "0.260 kg × 60 km × 1.1 = 0.0172 t·km"),
    ],
)
def test_the_sentence_says_what_a_leg_lacks(context, bracket, facts, beginning):
    put(context, replace(leg(context), **facts))
    assert leg_sentence(context, "in-parts").startswith(beginning)


def test_the_return_trip_of_a_box_is_made_by_a_click(outside, qtbot, context, said):
    button = outside.findChild(QPushButton, "packaging-leg")
    outside.packaging.select("carton")
    assert not button.isEnabled()
    carton = context.study.packaging[0]
    put(context, replace(carton, kind=PackagingKind.RETURNABLE, trips=40.0))
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    back = context.study.transports[-1]
    assert (back.purpose, back.carries) == (TransportPurpose.PACKAGING, ("carton",))
    assert back.distance == Quantity(32, "km")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(context.study.transports) == 5
    assert said == [f"transports/{back.id}/distance"] * 2


def test_the_haul_of_a_waste_is_made_by_a_click(outside, qtbot, context):
    outside.wastes.select("steel-scrap")
    qtbot.mouseClick(outside.findChild(QPushButton, "wastes-leg"), Qt.MouseButton.LeftButton)
    assert context.study.transports[-1].purpose is TransportPurpose.WASTE
    context.session.undo()
    assert len(context.study.transports) == 4


def test_a_box_says_how_its_weight_is_shared(context, bracket):
    """0.62 kg / 50 = 0.0124 kg; / (50 x 40) = 0.00031 kg."""
    carton = context.study.packaging[0]
    assert package_sentence(context, "carton") == "0.62 kg ÷ 50 pieces = 0.0124 kg for one piece."
    put(context, replace(carton, kind=PackagingKind.RETURNABLE, trips=40.0))
    assert package_sentence(context, "carton") == (
        "0.62 kg ÷ (50 pieces × 40 trips) = 0.000310 kg for one piece; "
        "0.0124 kg travel with each piece on every way."
    )


def test_carbon_of_a_package_is_entered_behind_more(outside, qtbot, context):
    outside.focus_on("packaging/carton/biogenic_carbon_share")
    enter(qtbot, outside, "packaging-detail-biogenic_carbon_share", "40")
    enter(qtbot, outside, "packaging-detail-fossil_carbon_share", "5")
    carton = context.study.packaging[0]
    assert (carton.biogenic_carbon_share, carton.fossil_carbon_share) == (0.4, 0.05)


def test_burnt_waste_says_what_its_carbon_adds(outside, qtbot, context):
    """0.523 kg x 80 % = 0.418 kg C x 44/12 = 1.53 kg CO2."""
    scrap = context.study.wastes[0]
    put(
        context,
        replace(
            scrap,
            treatment=WasteTreatment.ENERGY_RECOVERY,
            factor_id="desnz-2025:waste-average-plastics-incineration",
        ),
    )
    outside.focus_on("wastes/steel-scrap/fossil_carbon_share")
    enter(qtbot, outside, "wastes-detail-fossil_carbon_share", "80")
    said = outside.findChild(QLabel, "wastes-story").text()
    assert "0.418 kg of fossil carbon × 44/12 = 1.53 kg CO₂" in said
    assert "gives no credit" in said


def test_what_scrap_stands_in_for_is_told_and_not_taken_off(context, bracket):
    before = context.session.calculated.result.excluding
    scrap = replace(context.study.wastes[0], replaces_factor_id="desnz-2025:steel-cans-primary")
    put(context, scrap)
    kg = 0.523 * context.session.library.get("desnz-2025:steel-cans-primary").kg_co2e
    assert f"{kg:.2f} kg CO₂e of new material" in waste_sentence(context, "steel-scrap")
    assert context.session.calculated.result.excluding == before


def test_the_factor_that_scrap_stands_in_for_is_looked_for_among_materials(context, bracket):
    from supplier_pcf.app.choosing import need_of_role
    from supplier_pcf.factors.guards import FactorUse

    scrap = context.study.wastes[0]
    assert need_of_role(context.session, scrap, "replaces_factor_id").use is FactorUse.MATERIAL
    assert need_of_role(context.session, scrap, "factor").use is FactorUse.WASTE_RECYCLING


@pytest.mark.parametrize(("answer", "kept"), [("", None), ("yes", True), ("no", False)])
def test_an_own_factor_of_a_leg_says_whether_empty_running_is_inside(
    qtbot, context, bracket, answer, kept
):
    form = OwnFactorForm(context, need_in(context.study, leg(context)))
    qtbot.addWidget(form)
    box = form.findChild(QComboBox, "own-factor-includes_empty_running")
    box.setCurrentIndex(box.findData(answer))
    assert form.findChild(QComboBox, "own-factor-includes_packaging") is None
    form.accept()
    assert form.draft.includes_empty_running is kept


def test_an_own_factor_of_a_material_says_whether_its_packaging_is_inside(qtbot, context, bracket):
    form = OwnFactorForm(context, need_in(context.study, context.study.materials[1]))
    qtbot.addWidget(form)
    box = form.findChild(QComboBox, "own-factor-includes_packaging")
    box.setCurrentIndex(box.findData("yes"))
    form.accept()
    assert form.draft.includes_packaging is True


def test_details_of_an_empty_table_say_what_comes_first(qtbot, context):
    page = opened(qtbot, OutsidePage(context))
    qtbot.mouseClick(page.more_of_waste.button, Qt.MouseButton.LeftButton)
    assert page.findChild(QLabel, "wastes-story").text() == "Add a row to the table first."
