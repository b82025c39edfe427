"""The page of energy with real clicks and keys; expected values worked by hand."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton

from supplier_pcf.app import plant
from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.flows import AllocationBasis
from supplier_pcf.domain.site import PlantOutput, Site
from supplier_pcf.gui.pages.energy import EnergyPage
from supplier_pcf.gui.tables.flow_table_view import FlowTableView
from tests.gui.at_cells import type_into

POWER = "use-meter-electricity"
MONTHS = [100, 90, 110, 105, 95, 98, 102, 99, 101, 97, 103, 100]


@pytest.fixture
def page(qtbot, context, bracket):
    made = EnergyPage(context)
    qtbot.addWidget(made)
    made.resize(830, 700)
    made.show()
    return made


@pytest.fixture
def blank(qtbot, context):
    made = EnergyPage(context)
    qtbot.addWidget(made)
    made.show()
    return made


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def text(page, name):
    return find(page, QLabel, name).text()


def add(page, carrier):
    page.energy.add_energy(carrier)


def test_every_model_of_the_page_is_sound(page, qtmodeltester):
    for table in (page.energy, page.readings.table, page.outputs, page.gases):
        qtmodeltester.check(table.model)


def test_the_first_energy_is_shown_with_its_twelve_months(page):
    table = page.readings.table.model
    assert table.rowCount() == 12
    assert table.index(0, 0).data() == "Jan 2025"
    assert table.index(0, 1).data() == "148,600"
    assert text(page, "readings-total") == "Total 1,860,000 kWh"


def test_machine_hours_show_share_and_kilowatt_hours_for_one_piece(page, qtbot, context):
    qtbot.mouseClick(find(page, QRadioButton, "basis-mass"), Qt.MouseButton.LeftButton)
    assert plant.energy_use(context.study, POWER).allocation.basis is AllocationBasis.MASS
    qtbot.mouseClick(find(page, QRadioButton, "basis-machine_hours"), Qt.MouseButton.LeftButton)
    assert text(page, "share-machine_hours") == "11.6\N{NO-BREAK SPACE}%"  # 2600 / 22400
    assert text(page, "amount-machine_hours") == "1.20"  # 1,860,000 x 2600 / 22400 / 180,000
    assert text(page, "kg-machine_hours") == "0.693"  # x 0.5777
    assert text(page, "allocation-arithmetic") == (
        "1,860,000 kWh × 2600 of 22,400 machine hours ÷ 180,000 pieces = 1.20 kWh / piece"
    )
    assert text(page, "allocation-rest").startswith("88.4\N{NO-BREAK SPACE}% (1,640,000 kWh)")


def test_undo_brings_the_basis_back(page, qtbot, context):
    qtbot.mouseClick(find(page, QRadioButton, "basis-value"), Qt.MouseButton.LeftButton)
    assert context.session.undo_label == "Choose how it is shared"
    context.session.undo()
    assert find(page, QRadioButton, "basis-machine_hours").isChecked()


def test_a_missing_machine_hour_says_whose(page, qtbot, context):
    view = find(page, FlowTableView, "outputs-table")
    view.go(view.model().index(2, page.outputs.model.column_of("machine_hours")))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert context.study.sites[0].outputs[2].machine_hours is None
    lack = find(page, QLabel, "lack-machine_hours")
    assert lack.isVisible()
    assert lack.text() == "Missing for: Seat frame parts, 6 types"
    assert lack.property("role") == "problem"
    assert not find(page, QLabel, "share-machine_hours").isVisible()


def test_an_entered_share_is_taken_and_nonsense_keeps_its_sentence(page, qtbot, context):
    field = find(page, QLineEdit, "allocation-share")
    qtbot.keyClicks(field, "12.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    known = plant.energy_use(context.study, POWER).allocation
    assert (known.basis, known.share) == (AllocationBasis.SHARE, 0.125)
    assert text(page, "amount-share") == "1.29"  # 1,860,000 x 0.125 / 180,000
    field.selectAll()
    qtbot.keyClicks(field, "much")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "much"
    assert plant.energy_use(context.study, POWER).allocation.share == 0.125
    problems = [w for w in page.allocation.findChildren(QLabel) if "is no number" in w.text()]
    assert problems and problems[0].isVisible()


def test_a_column_of_twelve_months_pasted_from_excel_adds_up(blank, qtbot, context):
    add(blank, Carrier.ELECTRICITY)
    blank.readings.focus()
    QApplication.clipboard().setText("\n".join(str(m) for m in MONTHS) + "\n")
    view = find(blank, FlowTableView, "readings-table")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    use = context.study.energy_uses[0]
    assert plant.total_of(context.study, use).value == 1200
    assert text(blank, "readings-total") == "Total 1200 kWh"
    context.session.undo()
    assert plant.total_of(context.study, use) is None


def test_twelve_values_in_a_row_go_down_the_months(blank, qtbot, context):
    add(blank, Carrier.ELECTRICITY)
    blank.readings.focus()
    QApplication.clipboard().setText("\t".join(str(m) for m in MONTHS))
    qtbot.keyClick(
        find(blank, FlowTableView, "readings-table"),
        Qt.Key.Key_V,
        Qt.KeyboardModifier.ControlModifier,
    )
    assert [r.amount for r in context.study.meters[0].readings] == MONTHS


def test_a_pasted_cell_that_is_no_number_stays_with_its_sentence_and_the_rest_is_taken(
    blank, qtbot, context
):
    add(blank, Carrier.ELECTRICITY)
    blank.readings.focus()
    QApplication.clipboard().setText("100\nmany\n110")
    qtbot.keyClick(
        find(blank, FlowTableView, "readings-table"),
        Qt.Key.Key_V,
        Qt.KeyboardModifier.ControlModifier,
    )
    assert [r.amount for r in context.study.meters[0].readings] == [100, 110]
    assert text(blank, "readings-problem").startswith("Row 2, Amount: “many” is no number")
    assert "2 of 12 entered" in text(blank, "readings-total")


def test_a_month_is_typed_and_enter_goes_on_below(page, qtbot, context):
    type_into(qtbot, page.readings.table, 0, "amount", "150000")
    assert context.study.meters[0].readings[0].amount == 150000
    assert page.readings.table.view.currentIndex().row() == 1
    assert text(page, "readings-total") == "Total 1,861,400 kWh"  # 150,000 for 148,600


def test_one_figure_takes_the_place_of_the_months(page, qtbot, context):
    mode = find(page, QComboBox, "readings-mode")
    mode.setCurrentIndex(1)
    mode.activated.emit(1)
    assert page.readings.table.model.rowCount() == 1
    type_into(qtbot, page.readings.table, 0, "amount", "2000000")
    assert [r.amount for r in context.study.meters[0].readings] == [2000000]
    context.session.undo()
    assert len(context.study.meters[0].readings) == 12


def test_adding_energy_brings_a_meter_and_the_factor_of_the_country(page, qtbot, context):
    button = find(page, QPushButton, "energy_uses-add")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = page.energy.adding
    action = next(a for a in menu.actions() if a.objectName() == "add-lpg")
    action.trigger()
    menu.close()
    use = context.study.energy_uses[-1]
    assert (use.name, use.carrier, use.factor_id) == ("LPG", Carrier.LPG, "desnz-2025:lpg-l")
    assert text(page, "energy-bills-title") == "Bills: LPG"
    assert text(page, "readings-total") == "Nothing entered yet."
    context.session.undo()
    assert len(context.study.energy_uses) == len(context.study.meters) == 3


def test_removing_energy_takes_its_meter_along(page, qtbot, context):
    page.energy.select("use-meter-diesel")
    qtbot.mouseClick(find(page, QPushButton, "energy_uses-remove"), Qt.MouseButton.LeftButton)
    assert "meter-diesel" not in {m.id for m in context.study.meters}
    assert len(context.study.energy_uses) == 2


def test_selecting_another_energy_shows_its_bills_and_its_basis(page):
    page.energy.select("use-meter-diesel")
    assert text(page, "readings-total") == "Total 7400 l"
    assert find(page, QRadioButton, "basis-mass").isChecked()


def test_a_product_of_the_plant_is_added_by_click_and_typing(page, qtbot, context):
    qtbot.mouseClick(find(page, QPushButton, "outputs-add"), Qt.MouseButton.LeftButton)
    type_into(qtbot, page.outputs, 3, "name", "Hinges")
    assert context.study.sites[0].outputs[3].name == "Hinges"
    context.session.undo()
    context.session.undo()
    assert len(context.study.sites[0].outputs) == 3


def test_a_block_of_products_is_pasted_with_new_rows(blank, qtbot, context):
    qtbot.mouseClick(find(blank, QPushButton, "outputs-add"), Qt.MouseButton.LeftButton)
    QApplication.clipboard().setText("Bracket\t1\t100\t1.2 kg\t25\nRest\t0\t300\t500 g\t75\n")
    view = find(blank, FlowTableView, "outputs-table")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    outputs = context.study.sites[0].outputs
    assert [(o.name, o.is_this_product, o.units, o.machine_hours) for o in outputs] == [
        ("Bracket", True, 100, 25),
        ("Rest", False, 300, 75),
    ]
    assert outputs[1].mass_per_unit.to("kg") == 0.5


def test_a_second_plant_is_chosen_in_the_table_and_shows_what_it_made(page, context):
    column = page.energy.model.column_of("site_id")
    assert page.energy.view.isColumnHidden(column)
    second = Site(id="hefei", name="Hefei", outputs=(PlantOutput(id="o", name="Doors"),))
    context.edit(lambda s: replace(s, sites=(*s.sites, second)), "Add a site")
    assert not page.energy.view.isColumnHidden(column)
    page.energy.model.put(0, page.energy.model.columns[column], "hefei")
    assert page.outputs.model.index(0, 0).data() == "Doors"
    assert find(page, QLabel, "lack-mass").text() == (
        "Tick below which product of the plant this part is."
    )


def test_a_blank_study_teaches_what_belongs_here(blank):
    assert "electricity, gas" in text(blank, "energy_uses-empty")
    assert not blank.readings.isVisible()
    assert not blank.allocation.isVisible()


def test_a_finding_about_the_share_leads_to_the_basis(page):
    page.focus_on("energy_uses/use-meter-diesel/allocation")
    assert page.energy.current_id() == "use-meter-diesel"
    assert QApplication.focusWidget() is find(page, QRadioButton, "basis-mass")


def test_a_finding_about_a_factor_leads_to_its_cell(page):
    page.focus_on("energy_uses/use-meter-natural-gas/factor")
    model, index = page.energy.model, page.energy.view.currentIndex()
    assert (model.id_at(index.row()), model.columns[index.column()].key) == (
        "use-meter-natural-gas",
        "factor",
    )


def test_a_finding_about_a_gas_leads_to_its_row(page):
    page.focus_on("direct_emissions/refrigerant/amount")
    assert page.gases.current_id() == "refrigerant"


def test_names_are_said_aloud(page):
    for box in page.findChildren(QComboBox):
        assert box.accessibleName()


def test_the_bases_wait_while_another_page_is_shown(window, bracket):
    """Half the pieces: 1,860,000 kWh x 2,600/22,400 over 90,000 is 2.40 kWh a piece."""
    window.show_step("energy")
    told = window.findChild(QLabel, "allocation-arithmetic")
    assert told.text().endswith("1.20 kWh / piece")
    window.show_step("product")
    product = replace(window.session.study.product, volume=90_000)
    window.context.edit(lambda study: replace(study, product=product), "Volume")
    assert told.text().endswith("1.20 kWh / piece")
    window.show_step("energy")
    assert told.text().endswith("2.40 kWh / piece")
