"""The page of materials: its table, the running check, the steps, the way to the assistant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from supplier_pcf.domain.carbon import CARBON_KINDS
from supplier_pcf.domain.finding import Finding
from supplier_pcf.gui import import_assistant
from supplier_pcf.gui.pages.materials import MaterialsPage
from supplier_pcf.gui.widgets.carbon_words import CARBON_WORDS

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
