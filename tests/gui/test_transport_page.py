"""The page of transport with real clicks and keys; tonne-kilometres worked by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from supplier_pcf.gui.pages.transport import TransportPage
from tests.gui.at_cells import type_into


@pytest.fixture
def page(qtbot, context, bracket):
    made = TransportPage(context)
    qtbot.addWidget(made)
    made.resize(830, 700)
    made.show()
    return made


def shown(page, row, key):
    return page.legs.model.index(row, page.legs.model.column_of(key)).data()


def leg(context, leg_id):
    return next(t for t in context.study.transports if t.id == leg_id)


def test_the_model_is_sound(page, qtmodeltester):
    qtmodeltester.check(page.legs.model)


def test_tonne_kilometres_follow_from_mass_and_distance(page):
    assert shown(page, 1, "amount") == "0.0156 t·km"  # 0.26 kg x 60 km
    assert shown(page, 0, "carried_mass") == "2 materials"


def test_typing_a_distance_changes_the_work(page, qtbot, context):
    type_into(qtbot, page.legs, 1, "distance", "100")
    assert leg(context, "in-parts").distance.value == 100
    assert shown(page, 1, "amount") == "0.0260 t·km"


def test_what_a_leg_carries_is_ticked_in_the_list(page, context):
    page.legs.select("in-parts")
    materials = page.findChild(QListWidget, "carried-materials")
    assert materials.isVisible()
    cap = next(
        materials.item(i) for i in range(materials.count()) if "Cap" in materials.item(i).text()
    )
    cap.setCheckState(Qt.CheckState.Checked)
    assert leg(context, "in-parts").carries == ("m-cp-08-pp-1",)
    assert leg(context, "in-parts").carried_mass is None
    context.session.undo()
    assert leg(context, "in-parts").carried_mass.value == 0.26


def test_outbound_legs_are_said_to_stand_apart(page, context):
    label = page.findChild(QLabel, "transport-outbound")
    kg = context.session.calculated.result.outbound.excluding_uptake
    assert kg == pytest.approx(1.2926e-3 * 32 * _factor(context).kg_co2e)
    assert label.text().startswith("Outbound legs are reported apart from the footprint")
    assert "0.00393 kg CO₂e" in label.text()


def _factor(context):
    return context.session.library.get("desnz-2025:hgv-artic-over-33t-average")


def test_a_leg_is_added_by_click(page, qtbot, context):
    qtbot.mouseClick(page.findChild(QPushButton, "transports-add"), Qt.MouseButton.LeftButton)
    assert len(context.study.transports) == 5
    assert shown(page, 4, "amount") == "–"


def test_a_finding_leads_to_what_settles_it(page):
    page.focus_on("transports/in-parts/amount")
    index = page.legs.view.currentIndex()
    assert page.legs.current_id() == "in-parts"
    assert page.legs.model.columns[index.column()].key == "distance"
    page.focus_on("transports/out-sea/paid_by")
    assert page.legs.model.columns[page.legs.view.currentIndex().column()].key == "paid_by"
