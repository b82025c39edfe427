"""The page of bought processes, packaging and waste with real clicks and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from supplier_pcf.app.outside_views import sold_scrap
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import AllocationBasis, Basis, OutsideProcess
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.pages.outside import OutsidePage
from tests.gui.at_cells import type_into
from tests.gui.hands import write


@pytest.fixture
def page(qtbot, context, bracket):
    made = OutsidePage(context)
    qtbot.addWidget(made)
    made.resize(830, 700)
    made.show()
    return made


def test_every_model_of_the_page_is_sound(page, qtmodeltester):
    for table in (page.processes, page.packaging, page.wastes):
        qtmodeltester.check(table.model)


def test_a_package_is_added_and_typed(page, qtbot, context):
    qtbot.mouseClick(page.findChild(QPushButton, "packaging-add"), Qt.MouseButton.LeftButton)
    type_into(qtbot, page.packaging, 2, "name", "Pallet")
    type_into(qtbot, page.packaging, 2, "amount", "22.5")
    type_into(qtbot, page.packaging, 2, "units_per_package", "1200")
    new = context.study.packaging[2]
    assert (new.name, new.amount.value, new.amount.unit) == ("Pallet", 22.5, "kg")
    assert new.units_per_package == 1200
    for _time in range(4):
        context.session.undo()
    assert len(context.study.packaging) == 2


def test_sold_scrap_carries_no_credit_in_the_users_own_numbers(page, qtbot):
    label = page.findChild(QLabel, "wastes-credit")
    assert label.text().startswith("The 0.523 kg of scrap you sell for each declared unit carry no")
    type_into(qtbot, page.wastes, 0, "amount", "0.4")
    assert "The 0.400 kg" in label.text()


def test_waste_of_the_whole_plant_asks_for_its_share(page, context):
    model = page.wastes.model
    model.put(0, model.columns[model.column_of("basis")], Basis.PER_PERIOD.value)
    waste = context.study.wastes[0]
    assert (waste.basis, waste.allocation.share) == (Basis.PER_PERIOD, None)
    model.put(0, model.columns[model.column_of("allocation")], "machine_hours")
    assert context.study.wastes[0].allocation.basis is AllocationBasis.MACHINE_HOURS
    assert model.index(0, model.column_of("share")).data() == "11.6\N{NO-BREAK SPACE}%"


def test_a_typed_share_replaces_the_basis(page, qtbot, context):
    type_into(qtbot, page.wastes, 1, "share", "20")
    known = context.study.wastes[1].allocation
    assert (known.basis, known.share) == (AllocationBasis.SHARE, 0.2)


def test_a_finding_leads_to_its_cell(page):
    page.focus_on("wastes/oily-sludge/factor")
    index = page.wastes.view.currentIndex()
    assert page.wastes.current_id() == "oily-sludge"
    assert page.wastes.model.columns[index.column()].key == "factor"
    page.focus_on("wastes")


def test_empty_tables_teach(qtbot, context):
    page = OutsidePage(context)
    qtbot.addWidget(page)
    for kind, word in (
        ("outside_processes", "plating"),
        ("packaging", "pallet"),
        ("wastes", "chips"),
    ):
        assert word in page.findChild(QLabel, f"{kind}-empty").text()


def test_the_credit_that_is_not_given_is_told_with_its_numbers(page, context):
    """0.523 kg of the sample's scrap x 1.5 would come off."""
    before = context.session.calculated.result.excluding
    instead = EmissionFactor(id="own:iron", name="Pig iron", unit="kg", fossil=1.5)

    def change(study):
        first = replace(study.wastes[0], replaces_factor_id="own:iron")
        return replace(study, wastes=(first, *study.wastes[1:]), factors=(*study.factors, instead))

    context.edit(change, "What it replaces")
    text = page.findChild(QLabel, "wastes-credit").text()
    kg = sold_scrap(context.session.calculated) * 1.5
    assert f"would take off {kg:.3f} kg CO₂e" in text
    assert f"turn {before:.2f} into {before - kg:.2f} kg CO₂e" in text
    assert context.session.calculated.result.excluding == before


def test_where_a_bought_process_is_done_is_asked_behind_more(qtbot, context, session):
    process = OutsideProcess(id="p", name="Plating", place="Atlantis")
    session.start(Study(outside_processes=(process,)))
    page = OutsidePage(context)
    qtbot.addWidget(page)
    (found,) = [f for f in session.calculated.findings if f.code == "place.unknown"]
    page.focus_on(found.where)
    line = page.findChild(QLineEdit, "outside_processes-detail-place")
    assert line.text() == "Atlantis"
    line.selectAll()
    write(qtbot, line, "浙江")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert session.study.outside_processes[0].place == "CN-ZJ"
    assert "place.unknown" not in {f.code for f in session.calculated.findings}
