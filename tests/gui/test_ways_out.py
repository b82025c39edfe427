"""Where no factor fits: each way out by click and key, one step of undo, and a word where one is closed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton

from supplier_pcf.app.choosing import flow_of
from supplier_pcf.domain.factor import Layer
from supplier_pcf.domain.recipe import RecipeKind
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.factors import factor_library
from supplier_pcf.gui.factors.ask_supplier import AskSupplierDialog
from supplier_pcf.gui.factors.compose_factor import CompositionDialog
from supplier_pcf.gui.factors.count_by_money import MoneyDialog
from supplier_pcf.gui.factors.factor_picker import FactorPicker
from supplier_pcf.gui.factors.library_browser import LibraryBrowser
from supplier_pcf.gui.factors.own_factor_form import OwnFactorForm
from supplier_pcf.gui.factors.parts_table import AMOUNT
from supplier_pcf.gui.factors.rebase_factor import RebaseDialog
from supplier_pcf.gui.factors.ways_out import WaysOutDialog

BODY, STRIP = "m-br-2041-11-1", "m-fs-10-ep-1"
COLD_ROLLED, HOT_ROLLED = (
    "us-lci-fy21q3:steel-sheet-cold-rolled",
    "us-lci-fy21q3:steel-sheet-hot-rolled",
)
ACETIC_ACID = "us-lci-fy21q3:acetic-acid"
pytestmark = pytest.mark.usefixtures("bracket")


@pytest.fixture
def shown(qtbot):
    def show(dialog):
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return show


@pytest.fixture
def told(monkeypatch):
    """The sentences that were shown in a box."""
    said = []
    monkeypatch.setattr(ask, "tell", lambda _parent, text: said.append(text))
    return said


def button(dialog, name):
    return dialog.findChild(QPushButton, name)


def click(qtbot, dialog, name):
    qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)


def answering(monkeypatch, kind, answer):
    """Answer a dialog of this kind as soon as it opens."""

    def exec_(self):
        answer(self)
        return self.result()

    monkeypatch.setattr(kind, "exec", exec_)


# in order, and where they are found


def test_the_ways_stand_in_order_and_a_closed_one_says_why(context, shown):
    dialog = shown(WaysOutDialog(context, BODY))
    names = ["ask_supplier", "own_factor", "composition", "rebase", "spend"]
    buttons = [button(dialog, f"way-{name}") for name in names]
    heights = [b.mapTo(dialog, b.rect().topLeft()).y() for b in buttons]
    assert heights == sorted(heights)
    said = [dialog.findChild(QLabel, f"way-{name}-said").text() for name in names]
    assert all(text.endswith((".", ")")) for text in said)
    closed = [text for text, b in zip(said, buttons, strict=True) if not b.isEnabled()]
    assert all("No f" in text or "do not state" in text or "There is no" in text for text in closed)


def test_the_picker_shows_the_ways_where_nothing_fits(qtbot, context, shown):
    picker = shown(FactorPicker(context, flow_of(context.study, STRIP)))
    assert not picker.ways.isVisible()
    picker.search.selectAll()
    qtbot.keyClicks(picker.search, "FKM")
    qtbot.waitUntil(lambda: not picker._timer.isActive())
    assert picker.ways.isVisible()
    assert button(picker, "way-own_factor").isEnabled()


def test_the_user_may_say_himself_that_nothing_fits(qtbot, context, shown):
    picker = shown(FactorPicker(context, flow_of(context.study, STRIP)))
    click(qtbot, picker, "factor-ways")
    assert picker.ways.isVisible()
    click(qtbot, picker, "factor-ways")
    assert not picker.ways.isVisible()


def test_a_row_without_factor_offers_the_ways_in_its_menu(context, shown):
    from supplier_pcf.domain.edits import choose_factor
    from supplier_pcf.gui.window.registry import page_class

    page = shown(page_class("materials")(context))
    page.materials.select(STRIP, "factor")
    assert "No factor fits…" not in [a.text() for a in page.materials.menu().actions()]
    context.edit(lambda study: choose_factor(study, STRIP, None), "take away")
    page.materials.select(STRIP, "factor")
    assert "No factor fits…" in [a.text() for a in page.materials.menu().actions()]


# 1: ask the supplier


def test_a_request_is_written_and_nothing_in_the_study_changes(
    qtbot, context, shown, tmp_path, monkeypatch
):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path))
    before = context.study
    dialog = shown(AskSupplierDialog(context, STRIP))
    assert not dialog.show_folder.isVisible()
    click(qtbot, dialog, "ask-write")
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.is_file()) == [".pdf", ".xlsx"]
    assert dialog.said.text().startswith("Written: ")
    assert dialog.show_folder.isVisible()
    assert context.study is before


def test_a_day_that_is_none_is_said_in_one_sentence(qtbot, context, shown):
    dialog = shown(AskSupplierDialog(context, STRIP))
    qtbot.keyClicks(dialog.due, "soon")
    click(qtbot, dialog, "ask-write")
    assert (
        dialog.problem.text() == "“soon” is no day. Write it as year-month-day, such as 2027-01-31."
    )


# 2: own factor


def fill(form, **answers):
    for name, text in answers.items():
        form.findChild(QLineEdit, f"own-factor-{name}").setText(text)
    box = form.findChild(QComboBox, "own-factor-gwp_set")
    box.setCurrentIndex(box.findData("AR6"))


def test_an_own_factor_is_kept_for_other_studies_too(qtbot, context, shown, monkeypatch):
    def answer(form):
        fill(form, name="Foam", kg_co2e="3.4", year_to="2024", document="EPD", licence="ours")
        form.findChild(QPushButton, "own-factor-add").click()

    answering(monkeypatch, OwnFactorForm, answer)
    dialog = shown(WaysOutDialog(context, STRIP))
    click(qtbot, dialog, "way-own_factor")
    (kept,) = context.session.personal
    assert (kept.name, kept.kg_co2e) == ("Foam", 3.4)
    assert flow_of(context.study, STRIP).factor_id == kept.id
    context.session.undo()
    assert context.study.factors == ()
    assert context.session.personal == (kept,)


def test_a_figure_far_from_all_others_is_taken_only_when_confirmed(context, shown):
    """The dearest material per kg is far below 900,000 kg CO2e."""
    from supplier_pcf.app.choosing import need_of

    form = shown(OwnFactorForm(context, need_of(context.session, flow_of(context.study, STRIP))))
    fill(form, name="Foam", kg_co2e="900000", year_to="2024", document="EPD", licence="ours")
    form.findChild(QPushButton, "own-factor-add").click()
    assert form.isVisible()
    said = form.findChild(QLabel, "own-factor-problem").text()
    assert "far from what the library has" in said
    assert said.endswith("Press the button again if it is right.")
    form.findChild(QPushButton, "own-factor-add").click()
    assert not form.isVisible()


# 3: composition


@pytest.fixture
def composed(context, shown):
    """85 % hot rolled and 15 % cold rolled sheet, and the figure follows while it is entered."""
    dialog = shown(CompositionDialog(context, "Mixed sheet"))
    for number, (factor_id, share) in enumerate(((HOT_ROLLED, "85"), (COLD_ROLLED, "15"))):
        dialog.parts.add(bundled_library().get(factor_id), is_energy=False)
        dialog.parts.setData(dialog.parts.index(number, AMOUNT), share)
    return dialog


def test_the_model_keeps_the_rules_of_qt(composed, qtmodeltester):
    qtmodeltester.check(composed.parts)


def test_a_composition_is_the_sum_of_its_shares(qtbot, composed):
    """0.85 x hot rolled + 0.15 x cold rolled, to be checked by hand in the table."""
    hot, cold = (bundled_library().get(i).kg_co2e for i in (HOT_ROLLED, COLD_ROLLED))
    assert not composed.keep.isEnabled()
    qtbot.keyClicks(composed.document, "EN 10111")
    assert composed.keep.isEnabled()
    assert composed.made.kg_co2e == pytest.approx(0.85 * hot + 0.15 * cold)
    assert composed.made.recipe.kind is RecipeKind.COMPOSITION
    adds = [composed.parts.index(row, 4).data() for row in range(2)]
    assert adds == [f"{0.85 * hot:.2f}", f"{0.15 * cold:.3f}"]


def test_shares_that_make_no_whole_stop_it_and_a_click_goes_there(qtbot, composed):
    qtbot.keyClicks(composed.document, "EN 10111")
    composed.parts.setData(composed.parts.index(1, AMOUNT), "10")
    assert not composed.keep.isEnabled()
    assert composed.total.text() == "Shares: 95.0 % of 100 %"
    said = composed.found.found.index(0, 0).data()
    assert said.startswith("The shares sum up to 95 %.")


def test_what_is_no_number_stays_as_typed_with_a_sentence(qtbot, composed):
    qtbot.keyClicks(composed.document, "EN 10111")
    cell = composed.parts.index(0, AMOUNT)
    composed.parts.setData(cell, "much")
    assert cell.data() == "much" and not composed.keep.isEnabled()
    assert composed.problem.text() == "“much” is no number. Enter digits, such as 12.5."
    composed.parts.setData(cell, "85 %")
    assert composed.parts.components()[0].share == pytest.approx(0.85)
    assert composed.keep.isEnabled() and not composed.problem.text()


def test_a_part_is_picked_from_the_library_by_key(qtbot, context, shown, monkeypatch):
    def pick(dialog):
        dialog.show()
        qtbot.keyClicks(dialog.search, "steel sheet cold rolled")
        dialog.look()
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return)

    answering(monkeypatch, LibraryBrowser, pick)
    dialog = shown(CompositionDialog(context, "Mixed sheet"))
    click(qtbot, dialog, "compose-material")
    assert [c.factor_id for c in dialog.parts.components()] == [COLD_ROLLED]


def test_what_does_not_fit_cannot_be_picked(context, shown):
    from supplier_pcf.app.library_view import may_be_component

    dialog = shown(LibraryBrowser(context, pick=may_be_component))
    dialog.filters.row_type.setCurrentIndex(dialog.filters.row_type.findData("gwp"))
    assert dialog.take.isVisible()
    assert not dialog.take.isEnabled()


def test_a_composition_goes_onto_the_row_in_one_step(qtbot, context, shown, monkeypatch):
    def answer(dialog):
        dialog.parts.add(bundled_library().get(HOT_ROLLED), is_energy=False)
        dialog.parts.setData(dialog.parts.index(0, AMOUNT), "100")
        dialog.document.setText("EN 10111")
        dialog.keep.click()

    answering(monkeypatch, CompositionDialog, answer)
    dialog = shown(WaysOutDialog(context, STRIP))
    click(qtbot, dialog, "way-composition")
    (made,) = context.study.factors
    assert flow_of(context.study, STRIP).factor_id == made.id
    assert made.kg_co2e == pytest.approx(bundled_library().get(HOT_ROLLED).kg_co2e)
    assert context.session.undo_label == "Add a composition"
    assert not dialog.isVisible()


# 4: re-basing


def test_the_electricity_inside_is_exchanged_and_the_sum_shown(context, shown):
    """1.228 - 0.1843 kWh x 0.3517 + 0.1843 kWh x 0.5777 = 1.270 kg CO2e/kg."""
    factor = bundled_library().get(ACETIC_ACID)
    dialog = shown(RebaseDialog(context, [factor]))
    assert dialog.keep.isEnabled()
    assert dialog.made.kg_co2e == pytest.approx(1.270, abs=5e-4)
    said = dialog.sum.toPlainText().replace("\n", " ")
    for part in ("−0.1843 kWh × 0.3517 = −0.06483", "0.1843 kWh × 0.5777 = 0.1065", "1.270"):
        assert part in said


# 5: money


def test_money_is_counted_with_its_spread(qtbot, context, shown, monkeypatch):
    money = [f for f in bundled_library() if f.row_type.value == "spend"]
    dialog = shown(MoneyDialog(context, STRIP, money[:3]))
    assert not dialog.take.isEnabled()
    qtbot.keyClicks(dialog.amount, "2")
    qtbot.keyClicks(dialog.year, "2022")
    assert f"= {2 * money[0].kg_co2e:.3g} kg CO₂e" in dialog.total.text()
    assert "(95 %)" in dialog.total.text()
    assert dialog.study is not None
    dialog.currency.setCurrentText("CNY")
    assert dialog.problem.text().startswith("It is not known how many CNY one US dollar cost")
    assert not dialog.take.isEnabled()
    qtbot.keyClicks(dialog.rate, "6.73")
    qtbot.keyClicks(dialog.source, "central bank 2022")
    assert dialog.take.isEnabled()


# the personal library


def test_own_factors_are_entered_changed_and_removed_in_the_library(
    qtbot, context, shown, monkeypatch
):
    answers = [{"kg_co2e": "3.4"}, {"kg_co2e": "3.2"}]

    def answer(form):
        rest = {"name": "Foam", "year_to": "2024", "document": "EPD", "licence": "ours"}
        fill(form, **rest, **answers.pop(0))
        form.findChild(QPushButton, "own-factor-add").click()

    answering(monkeypatch, OwnFactorForm, answer)
    dialog = shown(factor_library.FactorLibraryDialog(context))
    dialog.own.actions["new"].trigger()
    assert dialog.table.current().kg_co2e == 3.4
    dialog.own.actions["edit"].trigger()
    assert (dialog.table.current().kg_co2e, dialog.table.current().version) == (3.2, 2)
    assert "entered by you" in dialog.record.toPlainText()
    monkeypatch.setattr(ask, "whether_to_remove", lambda *_a: True)
    dialog.own.actions["remove"].trigger()
    assert context.session.personal == ()


def test_what_is_not_ones_own_can_be_neither_changed_nor_removed(qtbot, context, shown):
    dialog = shown(factor_library.FactorLibraryDialog(context))
    dialog.show_factor(ACETIC_ACID)
    enabled = {name for name, action in dialog.own.actions.items() if action.isEnabled()}
    assert enabled == {"new", "compose", "from-study", "rebase", "import"}


def test_a_table_comes_in_and_goes_out_and_licensed_values_stay(
    context, shown, told, tmp_path, monkeypatch
):
    table = tmp_path / "in.csv"
    table.write_text(
        "id,name,unit,kg_co2e,boundary,gwp_set,place,year_to,document,licence\n"
        "own:foam,Foam,kg,3.4,cradle_to_gate,AR6,CN,2024,EPD 7,ours\n"
        "licensed:foam,Foam L,kg,3.3,cradle_to_gate,AR6,CN,2024,Database,contract\n"
        "own:bad,Bad,kg,-1,cradle_to_gate,AR6,CN,2024,EPD 9,ours\n",
        encoding="utf-8",
    )
    out = tmp_path / "out.csv"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(table), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(out), ""))
    dialog = shown(factor_library.FactorLibraryDialog(context))
    dialog.own.actions["import"].trigger()
    assert told[-1].startswith("Added: 2. Changed: 0. As before: 0. Left out: 1.\nRow 4")
    dialog.own.actions["export"].trigger()
    assert told[-1].startswith("Factors written: 1.\nLicensed factors were not exported: 1.")
    assert "licensed:" not in out.read_text(encoding="utf-8-sig")


def test_a_damaged_personal_library_is_said_and_stops_nothing_else(context, shown, told):
    context.session.personal_file.parent.mkdir(parents=True, exist_ok=True)
    context.session.personal_file.write_text("{", encoding="utf-8")
    dialog = shown(factor_library.FactorLibraryDialog(context))
    assert dialog.table.rows.rowCount() == len(bundled_library())
    assert dialog.problem.text()


def test_a_factor_known_to_the_study_alone_is_taken_over(context, shown):
    from tests.build import a_factor

    own = a_factor("own:seal", 2.0, name="Seal", set_id="own", layer=Layer.OWN)
    context.edit(lambda study: replace(study, factors=(own,)), "add")
    dialog = shown(factor_library.FactorLibraryDialog(context))
    dialog.show_factor("own:seal")
    dialog.own.actions["copy"].trigger()
    assert [factor.id for factor in context.session.personal] == ["own:seal"]
    assert not dialog.own.actions["copy"].isEnabled()


def test_a_large_table_is_read_beside_the_window(context, shown, told, tmp_path, monkeypatch):
    monkeypatch.setattr("supplier_pcf.app.beside.LARGE", 10)
    table = tmp_path / "in.csv"
    table.write_text(
        "name,unit,kg_co2e,boundary,gwp_set,place,year_to,document,licence\n"
        "Foam,kg,3.4,cradle_to_gate,AR6,CN,2024,EPD 7,ours\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(table), ""))
    dialog = shown(factor_library.FactorLibraryDialog(context))
    dialog.own.actions["import"].trigger()
    assert told == ["Added: 1. Changed: 0. As before: 0. Left out: 0."]
    table.write_text("", encoding="utf-8")
    monkeypatch.setattr("supplier_pcf.app.beside.LARGE", -1)
    dialog.own.actions["import"].trigger()
    assert "empty" in told[-1]
    assert len(context.session.personal) == 1


def test_reading_can_be_cancelled(qtbot, context, shown, tmp_path, monkeypatch):
    import time

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QProgressDialog

    from supplier_pcf.gui.base.waiting import reading

    monkeypatch.setattr("supplier_pcf.app.beside.LARGE", -1)
    file = tmp_path / "slow.csv"
    file.write_text("x", encoding="utf-8")

    def cancel():
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QProgressDialog):
                box.findChild(QPushButton).click()

    QTimer.singleShot(400, cancel)
    assert reading(None, file, lambda text: text, time.sleep, 30) is None


def test_an_own_factor_may_state_its_electricity_to_be_exchanged_one_day(context, shown):
    from supplier_pcf.app.making import can_be_rebased
    from supplier_pcf.app.own_factors import add_own

    form = shown(OwnFactorForm(context, None))
    fill(form, name="Foam", kg_co2e="3.4", year_to="2024", document="EPD", licence="ours")
    form.findChild(QLineEdit, "own-factor-grid_kwh").setText("0.45")
    box = form.findChild(QComboBox, "own-factor-grid_id")
    box.setCurrentIndex(1)
    form.findChild(QPushButton, "own-factor-add").click()
    session = context.session
    made = add_own(session.personal_file, form.draft, session.choice, form.layer).factor
    assert (made.grid_kwh, made.grid_id) == (0.45, box.itemData(1))
    assert can_be_rebased(made, session.choice)
