"""The page of materials: its table, the running check, the steps, the way to the assistant."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from supplier_pcf.app.choosing import flow_of
from supplier_pcf.domain.carbon import CARBON_KINDS
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.flows import CoProduct, Material
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.study import CoProductMethod
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.factors import factor_picker
from supplier_pcf.gui.importing import import_assistant
from supplier_pcf.gui.materials.carbon_words import CARBON_WORDS
from supplier_pcf.gui.pages.materials import MaterialsPage
from supplier_pcf.gui.tables.cells import read_text

BODY = "m-br-2041-11-1"


@pytest.fixture
def page(qtbot, context, bracket):
    made = MaterialsPage(context)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def cell(page, flow_id, key):
    model = page.materials.model
    return model.index(model.row_of(flow_id), model.column_of(key))


def test_the_models_keep_the_rules_of_qt(page, qtmodeltester):
    for table in (page.materials, page.steps, page.co_products):
        qtmodeltester.check(table.model)


def test_the_check_line_says_what_is_not_explained(page):
    assert page.check.text() == (
        "Net masses of the rows: 1.27 kg, left out: 3.30 g, the piece weighs 1.28 kg: "
        "6.70 g not explained (0.5\N{NO-BREAK SPACE}%)"
    )


def test_the_check_line_follows_an_edit(page, context):
    model = page.materials.model
    assert model.setData(cell(page, BODY, "amount"), "0.9 kg", Qt.ItemDataRole.EditRole)
    assert "too much" in page.check.text()
    context.session.undo()
    assert "not explained" in page.check.text()


def test_a_recycled_share_is_entered_in_percent(page, context):
    page.materials.model.setData(
        cell(page, BODY, "recycled_post_consumer"), "12,5", Qt.ItemDataRole.EditRole
    )
    body = next(m for m in context.study.materials if m.id == BODY)
    assert body.recycled_post_consumer == 0.125


def nuts(context):
    return next(f for f in context.session.calculated.result.flows if f.id == "m-wn-m8-f-1")


def test_rejects_of_a_step_raise_what_goes_in(page, context):
    before = nuts(context).kg_co2e
    model = page.steps.model
    welding = model.index(1, model.column_of("reject_share"))
    model.setData(welding, "10", Qt.ItemDataRole.EditRole)
    assert context.study.process_steps[1].reject_share == 0.1
    assert nuts(context).kg_co2e == pytest.approx(before * (1 - 0.004) / (1 - 0.1))


def test_a_step_is_added_by_its_button(qtbot, page, context):
    qtbot.mouseClick(page.findChild(QPushButton, "process_steps-add"), Qt.MouseButton.LeftButton)
    assert len(context.study.process_steps) == 4


def test_the_table_of_co_products_appears_with_the_first_one(qtbot, page, context):
    assert page.co_products.view.isHidden()
    qtbot.mouseClick(page.findChild(QPushButton, "co_products-add"), Qt.MouseButton.LeftButton)
    assert not page.co_products.view.isHidden()
    context.session.undo()
    assert page.co_products.view.isHidden()


def test_a_part_cannot_be_part_of_itself(page, context):
    page.materials.model.setData(cell(page, BODY, "parent_id"), BODY, Qt.ItemDataRole.EditRole)
    body = next(m for m in context.study.materials if m.id == BODY)
    assert body.parent_id != BODY


def test_a_finding_leads_to_its_cell(page):
    finding = Finding(code="flow.no_factor", severity="error", where=f"materials/{BODY}/factor")
    page.focus_on(finding.where)
    index = page.materials.view.currentIndex()
    assert index == cell(page, BODY, "factor")


def test_a_finding_about_a_step_leads_to_the_steps(page):
    page.focus_on("process_steps/welding")
    assert page.steps.current_id() == "welding"


def test_the_button_opens_the_assistant(qtbot, page, monkeypatch):
    asked = []
    monkeypatch.setattr(
        import_assistant, "import_table", lambda context, parent, kind: asked.append(kind)
    )
    qtbot.mouseClick(page.findChild(QPushButton, "materials-import"), Qt.MouseButton.LeftButton)
    assert asked == ["bom"]


def test_every_kind_of_carbon_has_its_name():
    assert set(CARBON_WORDS) == set(CARBON_KINDS)


def select(page, context, change, row="m"):
    context.edit(change, "Set up")
    page.materials.select(row)


def one_sheet(**facts):
    sheet = Material(id="m", name="Sheet", amount=Quantity(1.2, "kg"), **facts)
    steps = (ProcessStep(id="s", name="Stamping", material_yield=0.75, reject_share=0.02),)
    return lambda study: replace(study, materials=(sheet,), process_steps=steps)


NBSP = "\N{NO-BREAK SPACE}"


def test_the_page_says_how_the_gross_amount_came_about(page, context):
    """V19: 1.2 / (0.75 x 0.98) = 1.63."""
    select(page, context, one_sheet())
    assert page.way.text().replace(NBSP, " ") == (
        "Sheet: 1.20 kg ÷ 75.0 % ÷ (1 − 2.0 %) [Stamping] = 1.63 kg goes in for one good unit."
    )


def test_what_goes_back_and_how_many_are_told_too(page, context):
    select(
        page,
        context,
        one_sheet(gross_amount=Quantity(1.6, "kg"), returned=Quantity(0.3, "kg"), quantity_per=2.0),
    )
    assert page.way.text().replace(NBSP, " ") == (
        "Sheet: 1.60 kg goes in for one good unit, as entered; 1.20 kg stays in it, 0.400 kg (25.0 %) is lost. "
        "0.300 kg of it goes straight back, so 1.30 kg is new material. One product needs 2.00 of it: 2.60 kg."
    )


def test_an_assembly_and_what_is_inside_say_so(page, context):
    def levels(study):
        below = Material(id="b", name="Nut", amount=Quantity(0.1, "kg"), parent_id="m")
        top = Material(id="m", name="Frame", quantity_per=3)
        return replace(study, materials=(top, below), process_steps=())

    select(page, context, levels)
    assert page.way.text().startswith("Frame is an assembly")
    page.materials.select("b")
    assert page.way.text().endswith("It goes into Frame; one product holds 3.00 of it: 0.300 kg.")
    assert cell(page, "b", "name").data() == "\u2003Nut"


def test_an_assembly_asks_for_no_factor_and_takes_its_own_text_back(page, context):
    whole = next(m for m in context.study.materials if m.name.startswith("支架焊接件"))
    at = cell(page, whole.id, "factor")
    assert at.data() == "–"
    assert at.data(Qt.ItemDataRole.ToolTipRole) == (
        "An assembly: its parts are counted instead.\nPress Enter to choose a factor."
    )
    column = page.materials.model.columns[at.column()]
    assert read_text(column, at.data(), whole, context) is None


def test_a_finding_about_a_detail_unfolds_it(page, context):
    select(page, context, one_sheet())
    page.focus_on("materials/m/returned")
    assert page.more.inside.isVisible()
    line = page.findChild(QLineEdit, "materials-detail-returned")
    line.setText("0.2 kg")
    line.editingFinished.emit()
    assert context.study.materials[0].returned == Quantity(0.2, "kg")


def test_the_balance_says_what_to_look_at(page, context):
    """By hand: 1.6 in, 1.28 product and 1.2 net; 0.4 lost, nothing entered as waste."""
    select(page, context, one_sheet(gross_amount=Quantity(1.6, "kg")))
    context.edit(lambda study: replace(study, wastes=()), "No waste")
    page.focus_on("mass_balance")
    assert page.findChild(QLabel, "mass-balance-4").text().replace(NBSP, " ") == "0.320 kg (20.0 %)"
    assert page.findChild(QLabel, "mass-balance-look").text() == (
        "Look at the waste: the rows lose 0.400 kg on the way, but only 0 kg are entered as waste and co-products."
    )


def beside(study):
    """V10 in its second case: 80 and 20 kg, 6.0 and 0.5 a kilogram."""
    product = replace(study.product, mass=Quantity(80, "kg"), price=480.0)
    other = CoProduct(id="c", name="Slag", amount=Quantity(20, "kg"), price=0.5)
    return replace(study, product=product, co_products=(other,), rule_set="catena-x-4.0")


def test_the_answer_about_co_products_names_both_ratios(page, context):
    context.edit(beside, "Slag")
    said = page.beside.answer.text().replace(NBSP, " ")
    assert said.startswith(
        "This product carries 97.96 % of all joint burdens, by what is earned (mass × price)."
    )
    assert "One kilogram of the dearer costs 12.0 times one of the cheaper." in said
    assert "Earned for one unit: 480 with the product, 10.0 beside it." in said
    assert "by mass it would be" in said


def test_the_questions_are_answered_behind_more(page, context):
    context.edit(beside, "Slag")
    page.focus_on("co_products/c/test")
    box = page.findChild(QComboBox, "co_products-detail-use_is_certain")
    box.activated.emit(box.findData("no"))
    assert context.study.co_products[0].test.use_is_certain is False
    assert page.beside.answer.isHidden()


def test_the_steps_before_sharing_are_answered_and_logged(page, context):
    context.edit(beside, "Slag")
    page.focus_on("co_product_steps/division")
    box = page.findChild(QComboBox, "co-product-can-be-divided")
    box.activated.emit(box.findData("no"))
    assert context.study.co_product_steps.can_be_divided is False
    log = page.findChild(QLabel, "co-products-log").text().splitlines()
    assert log[1] == "The process cannot be divided."
    assert log[-1] == "Catena-X PCF Rulebook v4.0.1, 5.1.2"
    method = page.findChild(QComboBox, "co-product-method")
    method.activated.emit(method.findData("physical"))
    assert context.study.co_product_method is CoProductMethod.PHYSICAL
    assert "by mass" in page.beside.answer.text()


def factors(holds=None):
    new = EmissionFactor(id="own:new", unit="kg", fossil=12.0, recycled_content=holds)
    return new, EmissionFactor(id="own:again", unit="kg", fossil=1.0)


@pytest.mark.parametrize(
    ("holds", "again", "words"),
    [
        (None, "own:again", "60.0 % × 12.0 + 40.0 % × 1.00 = 7.60 kg CO₂e/kg."),
        (None, None, "Its recycled content of 40.0 % is information only"),
        (0.3, "own:again", "Its factor, 12.0 kg CO₂e/kg, holds 30.0 % recycled input already."),
    ],
)
def test_recycled_content_is_told_with_its_numbers(page, context, holds, again, words):
    """V15: 12 x 0.6 + 1.0 x 0.4 = 7.6."""
    change = one_sheet(factor_id="own:new", recycled_post_consumer=0.4, recycled_factor_id=again)
    select(page, context, lambda study: replace(change(study), factors=factors(holds)))
    assert words in page.way.text().replace(NBSP, " ")


def test_a_factor_of_the_recycled_part_is_chosen_from_its_button(page, context, monkeypatch):
    asked = []
    monkeypatch.setattr(
        factor_picker, "choose_factor", lambda *args: asked.append((args[1], args[3].name))
    )
    select(page, context, one_sheet())
    page.focus_on("materials/m/recycled_factor_id")
    page.findChild(QPushButton, "materials-detail-recycled_factor_id").click()
    assert asked == [("m", "materials-detail-recycled_factor_id")]


def test_an_amount_of_the_whole_plant_says_what_one_product_gets(page, context):
    """The sample's press oil: 2600 kg, 0.00235 kg of CO2e in the table."""
    oil = next(m for m in context.study.materials if m.name == "Press oil")
    page.materials.select(oil.id)
    assert page.way.text().startswith("Press oil: 2,600 kg for the whole plant's period, of which")


def test_what_a_co_product_displaces_is_chosen_and_told(page, context):
    """480 of 490 by value of all burdens stands beside all burdens less 20 x 0.1 = 2 kg."""
    heat = EmissionFactor(id="own:heat", unit="kg", fossil=0.1)
    context.edit(lambda study: replace(beside(study), factors=(heat,)), "Slag")
    page.focus_on("co_products/c/factor")
    assert flow_of(context.study, "c").name == "Slag"
    field = page.beside.row_more.inside.field("factor")
    assert field.text() == "Choose a factor…"
    other = replace(context.study.co_products[0], factor_id="own:heat")
    context.edit(lambda study: replace(study, co_products=(other,)), "Choose")
    assert field.text() == "own:heat"
    result = context.session.calculated.result
    alone = result.packaging
    kg = (result.excluding - alone) * 490 / 480 - 2 + alone
    assert f"it would be {significant(kg)} kg CO₂e: for information." in page.beside.answer.text()
