"""The factor picker: keyboard alone, one step of undo, blocked rows, own factors."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton

from supplier_pcf.app.choosing import flow_of
from supplier_pcf.gui.factors.compare_factors import CompareDialog
from supplier_pcf.gui.factors.factor_picker import FactorPicker
from supplier_pcf.gui.factors.own_factor_form import OwnFactorForm

BODY, BUSH, STRIP = "m-br-2041-11-1", "m-bu-16-20-1", "m-fs-10-ep-1"
COLD_ROLLED = "us-lci-fy21q3:steel-sheet-cold-rolled"
pytestmark = pytest.mark.usefixtures("bracket")


@pytest.fixture
def picker(qtbot, context):
    def open_for(flow_id):
        dialog = FactorPicker(context, flow_of(context.study, flow_id))
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return open_for


def search(qtbot, dialog, words):
    dialog.search.selectAll()
    qtbot.keyClicks(dialog.search, words)
    dialog._timer.stop()
    dialog._search()


def test_the_model_keeps_the_rules_of_qt(picker, qtmodeltester):
    dialog = picker(BODY)
    qtmodeltester.check(dialog.model)
    assert dialog.model.rowCount() > 3


def test_the_keyboard_alone_searches_and_chooses(qtbot, context, picker):
    dialog = picker(STRIP)
    dialog.search.selectAll()
    qtbot.keyClicks(dialog.search, "steel cold rolled")
    qtbot.waitUntil(lambda: not dialog._timer.isActive())
    assert dialog.current().id == COLD_ROLLED
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert flow_of(context.study, STRIP).factor_id == COLD_ROLLED
    assert context.session.undo_label == "Choose the factor"
    assert not dialog.isVisible()


def test_arrows_move_in_the_table_while_typing(qtbot, context, picker):
    dialog = picker(STRIP)
    search(qtbot, dialog, "cold rolled")
    first = dialog.current().id
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.current().id != first


def test_enter_before_the_search_is_done_chooses_nothing(qtbot, context, picker):
    dialog = picker(BODY)
    dialog.search.selectAll()
    qtbot.keyClicks(dialog.search, "copper")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert flow_of(context.study, BODY).factor_id == COLD_ROLLED
    assert "opper" in dialog.model.index(0, 0).data()


def test_escape_changes_nothing(qtbot, context, picker):
    before = context.study
    dialog = picker(BODY)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert context.study is before


def test_one_choice_for_all_rows_of_the_material(qtbot, context, picker):
    dialog = picker(BUSH)
    search(qtbot, dialog, "steel cold rolled")
    dialog.findChild(QCheckBox, "factor-for-all").click()
    qtbot.mouseClick(dialog.findChild(QPushButton, "factor-choose"), Qt.MouseButton.LeftButton)
    chosen = [m.factor_id for m in context.study.materials if m.designation == "20#"]
    assert chosen == [COLD_ROLLED] * 3
    context.session.undo()
    assert flow_of(context.study, BUSH).factor_id != COLD_ROLLED


def test_no_factor_takes_it_away(qtbot, context, picker):
    dialog = picker(BODY)
    qtbot.mouseClick(dialog.findChild(QPushButton, "factor-none"), Qt.MouseButton.LeftButton)
    assert flow_of(context.study, BODY).factor_id is None
    assert any(f.code == "flow.no_factor" for f in context.session.calculated.findings)


def test_a_blocked_row_says_why_and_cannot_be_chosen(qtbot, context, picker):
    dialog = picker(BODY)
    before = context.study
    search(qtbot, dialog, "cbam cold-rolled")
    number = dialog.model.number_of("cbam-2025:china-7209")
    dialog.table.setCurrentIndex(dialog.model.index(number, 0))
    assert not dialog.choose.isEnabled()
    said = [label.text() for label in dialog.details.findChildren(QLabel)]
    assert any("default for customs" in text for text in said)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert context.study is before


def test_the_fit_says_when_there_is_none_for_the_country(qtbot, picker):
    dialog = picker(BODY)
    search(qtbot, dialog, "steel cold rolled")
    texts = [dialog.model.index(0, c).data() for c in range(dialog.model.columnCount())]
    assert "on this row now, no factor for China: North America, old data" in texts


def test_nothing_found_says_what_to_do(qtbot, picker):
    dialog = picker(BODY)
    search(qtbot, dialog, "qqqzzz")
    assert "No factor says “qqqzzz”" in dialog.findChild(QLabel, "factor-said").text()
    assert not dialog.choose.isEnabled()


def fill(form, **answers):
    for name, text in answers.items():
        form.findChild(QLineEdit, f"own-factor-{name}").setText(text)


@pytest.fixture
def answer(monkeypatch):
    """Fill the form for an own factor as soon as it opens."""

    def use(**answers):
        def exec_(form):
            fill(form, **answers)
            box = form.findChild(QComboBox, "own-factor-gwp_set")
            box.setCurrentIndex(box.findData("AR6"))
            form.findChild(QPushButton, "own-factor-add").click()
            return form.result()

        monkeypatch.setattr(OwnFactorForm, "exec", exec_)

    return use


def test_an_own_factor_is_added_and_chosen_in_one_step(qtbot, context, picker, answer):
    answer(name="Foam", kg_co2e="3.4", year_to="2024", document="EPD", licence="ours")
    dialog = picker(STRIP)
    qtbot.mouseClick(dialog.findChild(QPushButton, "factor-own"), Qt.MouseButton.LeftButton)
    (own,) = context.study.factors
    assert (own.kg_co2e, own.unit, own.place) == (3.4, "kg", "CN")
    assert flow_of(context.study, STRIP).factor_id == own.id
    context.session.undo()
    assert context.study.factors == ()


def test_an_own_factor_keeps_the_range_its_source_states(qtbot, context, picker, answer):
    """2.0 within 1.6 and 2.5: sigma 0.11385."""
    facts = {
        "name": "Foam",
        "kg_co2e": "2.0",
        "year_to": "2024",
        "document": "EPD",
        "licence": "ours",
    }
    answer(**facts, low="1.6", high="2.5")
    dialog = picker(STRIP)
    qtbot.mouseClick(dialog.findChild(QPushButton, "factor-own"), Qt.MouseButton.LeftButton)
    (own,) = context.study.factors
    assert own.sigma_ln == pytest.approx(0.11385, abs=5e-6)
    assert own.sigma_origin == "published_interval"
    form = OwnFactorForm(context, None, known=own)
    qtbot.addWidget(form)
    assert form.findChild(QLineEdit, "own-factor-low").text() == "1.6"


def test_a_range_beside_its_figure_is_said(qtbot, context, picker, answer):
    facts = {
        "name": "Foam",
        "kg_co2e": "2.0",
        "year_to": "2024",
        "document": "EPD",
        "licence": "ours",
    }
    answer(**facts, low="2.1", high="2.5")
    dialog = picker(STRIP)
    qtbot.mouseClick(dialog.findChild(QPushButton, "factor-own"), Qt.MouseButton.LeftButton)
    assert context.study.factors == ()
    said = dialog.findChild(OwnFactorForm).findChild(QLabel, "own-factor-problem").text()
    assert said.startswith("The range does not hold the figure.")


def test_an_own_factor_without_source_says_what_is_missing(qtbot, context, picker, answer):
    answer(name="Foam", kg_co2e="3.4", year_to="2024", licence="ours")
    dialog = picker(STRIP)
    qtbot.mouseClick(dialog.findChild(QPushButton, "factor-own"), Qt.MouseButton.LeftButton)
    assert context.study.factors == ()
    said = dialog.findChild(OwnFactorForm).findChild(QLabel, "own-factor-problem").text()
    assert said == "Still to enter: Source document."


def test_the_details_say_in_a_sentence_why_a_factor_stands_there(qtbot, picker):
    dialog = picker(BODY)
    search(qtbot, dialog, "steel cold rolled")
    said = [label.text() for label in dialog.details.findChildren(QLabel)]
    assert any("North America average for a site in China." in text for text in said)


def test_a_material_the_library_lacks_is_named_with_the_nearest(qtbot, picker):
    dialog = picker(STRIP)
    search(qtbot, dialog, "FKM")
    said = dialog.findChild(QLabel, "factor-said").text()
    assert said.startswith("Nothing open fits “FKM” (fluororubber).")
    search(qtbot, dialog, "1.4404")
    said = dialog.findChild(QLabel, "factor-said").text()
    assert said.startswith("The library has no factor for “1.4404”")
    assert dialog.model.index(0, 5).data().startswith("another material")


def names(dialog):
    return [dialog.model.index(row, 0).data() for row in range(dialog.model.rowCount())]


def test_letters_search_as_they_are_typed(qtbot, picker):
    dialog = picker(STRIP)
    dialog.search.selectAll()
    for letter in "copper":
        qtbot.keyClicks(dialog.search, letter)
        qtbot.waitUntil(lambda: not dialog._timer.isActive(), timeout=500)
    assert "opper" in names(dialog)[0]


def test_marked_factors_are_compared_with_two_keys(qtbot, picker, monkeypatch):
    compared = []
    monkeypatch.setattr(
        CompareDialog, "exec", lambda self: compared.append(self.model.columnCount() - 2)
    )
    dialog = picker(BODY)
    search(qtbot, dialog, "steel")
    assert not dialog.compare.isEnabled()
    for _time in range(3):
        qtbot.keyClick(dialog.search, Qt.Key.Key_F6)
        qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.compare.text() == "Co&mpare 3 marked (F7)…"
    qtbot.keyClick(dialog.search, Qt.Key.Key_F7)
    assert compared == [3]


def test_a_mark_outlives_another_search_and_a_fourth_replaces_the_first(qtbot, picker):
    dialog = picker(BODY)
    search(qtbot, dialog, "steel")
    first = [dialog.model.row(number).id for number in range(3)]
    for number in range(3):
        dialog.model.mark(number)
    search(qtbot, dialog, "copper")
    dialog.model.mark(0)
    assert [*dialog.model.marked] == [*first[1:], dialog.model.row(0).id]
    dialog.model.mark(0)
    assert [*dialog.model.marked] == first[1:]


def test_space_marks_the_factor_under_the_cursor_of_the_table(qtbot, picker):
    dialog = picker(BODY)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert [*dialog.model.marked] == [dialog.current().id]


def test_three_factors_stand_side_by_side_and_say_what_differs(qtbot, context):
    ids = (COLD_ROLLED, "us-lci-fy21q3:steel-sheet-hot-rolled", "desnz-2025:natural-gas-m3")
    factors = [context.session.library.get(each) for each in ids]
    dialog = CompareDialog(context, factors)
    qtbot.addWidget(dialog)
    model = dialog.model
    rows = {model.index(row, 0).data(): row for row in range(model.rowCount())}
    figure = rows["Figure"]
    said = [model.index(figure, column).data() for column in range(1, 5)]
    assert said[0] == "≠"
    assert [float(text.split(" ")[0]) for text in said[1:]] == [
        pytest.approx(factor.kg_co2e, rel=0.005) for factor in factors
    ]


def test_place_year_and_set_narrow_what_was_found(qtbot, picker):
    dialog = picker(BODY)
    search(qtbot, dialog, "steel")
    everything = dialog.model.rowCount()
    dialog.narrow.place.setCurrentIndex(dialog.narrow.place.findData("GB"))
    places = {dialog.model.row(n).factor.place for n in range(dialog.model.rowCount())}
    assert places == {"GB"}
    assert dialog.model.rowCount() < everything
    dialog.narrow.since.setCurrentIndex(dialog.narrow.since.findData(2025))
    assert all(dialog.model.row(n).factor.year_to >= 2025 for n in range(dialog.model.rowCount()))
    dialog.narrow.place.setCurrentIndex(0)
    dialog.narrow.since.setCurrentIndex(0)
    assert dialog.model.rowCount() == everything


def test_a_choice_that_leaves_nothing_says_so_and_stays(qtbot, picker):
    dialog = picker(BODY)
    search(qtbot, dialog, "steel")
    dialog.narrow.place.setCurrentIndex(dialog.narrow.place.findData("GB"))
    search(qtbot, dialog, "cold rolled")
    said = dialog.findChild(QLabel, "factor-said").text()
    assert "Set them to “any”" in said
    assert dialog.narrow.place.currentData() == "GB"
    assert not dialog.choose.isEnabled()


def test_the_rows_that_for_all_reaches_are_named(picker):
    dialog = picker(BUSH)
    said = dialog.findChild(QLabel, "factor-same-rows")
    assert said.isVisible()
    assert "Weld nut" in said.text()
    assert dialog.for_all.accessibleDescription() == said.text()
    assert not picker(BODY).findChild(QLabel, "factor-same-rows").isVisible()


def test_where_no_word_finds_anything_the_rows_own_factor_is_shown(picker, context):
    dialog = picker(BUSH)
    assert dialog.current().id == flow_of(context.study, BUSH).factor_id
    assert dialog.model.index(0, 5).data() == "on a row of this material"


def test_what_was_chosen_lately_says_so_in_the_next_study(qtbot, picker, context):
    dialog = picker(STRIP)
    search(qtbot, dialog, "copper")
    chosen = dialog.current().id
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    context.session.undo()
    again = picker(STRIP)
    search(qtbot, again, "copper")
    assert again.current().id == chosen
    assert again.model.index(0, 5).data().startswith("chosen lately")
