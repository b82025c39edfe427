"""Help: F1 at a field, the glossary, and the hints of the first start."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.settings import read_settings, settings_file
from supplier_pcf.gui.help.glossary import GlossaryDialog
from supplier_pcf.gui.help.guide import GuideDialog
from supplier_pcf.gui.window.help_menu import offer_tour, show_glossary, show_guide
from supplier_pcf.gui.window.tour import TourHint, hints, start_tour
from supplier_pcf.gui.window.view import change_view


@pytest.fixture
def at_bracket(window):
    window.filing.begin(lambda: sample_study("stamped-bracket"))
    return window


def ask(qtbot, window):
    """What F1 opens."""
    qtbot.keyClick(window, Qt.Key.Key_F1)
    return window.findChildren(GlossaryDialog) + window.findChildren(GuideDialog)


def test_f1_in_a_field_says_where_its_answer_is_found(qtbot, at_bracket):
    at_bracket.show_step("product")
    at_bracket.page("product").findChild(QLineEdit, "product-mass").setFocus()
    (dialog,) = ask(qtbot, at_bracket)
    words = dialog.text.toPlainText()
    assert words.startswith("Mass of one piece")
    assert "Where do I find this? Weigh ten pieces, or drawing; without packaging" in words
    assert "Example: 0.742 kg" in words and "Unit: kg" in words
    assert "Net weight: What stays in the good part." in words


def test_f1_in_a_table_is_about_the_column_of_the_cell(qtbot, at_bracket):
    at_bracket.show_step("materials")
    table = at_bracket.page("materials").findChild(QTableView, "materials-table")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, table.model().column_of("gross_amount")))
    (dialog,) = ask(qtbot, at_bracket)
    words = dialog.text.toPlainText()
    assert words.startswith("Gross each")
    assert "coil width times pitch" in words and "Example: 0.52 kg" in words
    assert "Scrap: " in words


def test_f1_while_a_cell_is_edited_is_about_its_column(qtbot, at_bracket):
    at_bracket.show_step("materials")
    table = at_bracket.page("materials").findChild(QTableView, "materials-table")
    table.setFocus()
    cell = table.model().index(0, table.model().column_of("name"))
    table.setCurrentIndex(cell)
    table.edit(cell)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None and editor.hasFocus()
    (dialog,) = ask(qtbot, at_bracket)
    assert dialog.text.toPlainText().startswith("Part or material")


def test_a_term_behind_the_field_is_one_link_away(qtbot, at_bracket):
    at_bracket.show_step("product")
    at_bracket.page("product").findChild(QLineEdit, "product-mass").setFocus()
    (dialog,) = ask(qtbot, at_bracket)
    dialog.text.anchorClicked.emit(QUrl("term:net-weight"))
    assert dialog.list.currentItem().text() == "Net weight"
    assert "ISO 14067:2018, 6.4.2" in dialog.text.toPlainText()


def test_the_page_of_the_step_is_one_link_away(qtbot, at_bracket):
    at_bracket.show_step("product")
    at_bracket.page("product").findChild(QLineEdit, "product-mass").setFocus()
    (dialog,) = ask(qtbot, at_bracket)
    dialog.text.anchorClicked.emit(QUrl("guide:product"))
    (guide,) = at_bracket.findChildren(GuideDialog)
    assert guide.pages[guide.list.currentRow()].id == "product"


def test_f1_without_a_field_opens_the_page_of_the_step(qtbot, window):
    window.show_step("transport")
    window.frame.next.setFocus()
    (dialog,) = ask(qtbot, window)
    assert dialog.pages[dialog.list.currentRow()].id == "transport"


def test_the_glossary_is_searched_as_one_types(qtbot, window):
    show_glossary(window)
    (dialog,) = window.findChildren(GlossaryDialog)
    everything = dialog.list.count()
    qtbot.keyClicks(dialog.search, "residual")
    assert dialog.list.item(0).text() == "Residual mix"
    assert 0 < dialog.list.count() < everything
    assert "5.2.6.2" in dialog.text.toPlainText()
    qtbot.keyClicks(dialog.search, "xyz")
    assert dialog.list.count() == 0 and dialog.none.isVisible()
    assert dialog.text.toPlainText() == ""


def test_a_german_finds_the_english_name_of_his_customers_letter(qtbot, window):
    change_view(window, language="de")
    show_glossary(window)
    (dialog,) = window.findChildren(GlossaryDialog)
    qtbot.keyClicks(dialog.search, "declared unit")
    assert dialog.list.item(0).text() == "Deklarierte Einheit"


def test_the_window_takes_entries_while_help_is_open(qtbot, window):
    window.show_step("product")
    show_glossary(window)
    (dialog,) = window.findChildren(GlossaryDialog)
    assert dialog.isVisible() and not dialog.isModal()
    field = window.page("product").findChild(QLineEdit, "product-name")
    qtbot.keyClicks(field, "Bracket")
    assert window.session.study.product.name == "Bracket"


def test_help_is_there_once_and_goes_with_its_language(qtbot, window):
    show_guide(window, "energy")
    show_guide(window, "materials")
    qtbot.waitUntil(lambda: len(window.findChildren(GuideDialog)) == 1)
    change_view(window, language="de")
    qtbot.waitUntil(lambda: not window.findChildren(GuideDialog))


# The hints of the first start


def test_there_are_at_most_five_hints_and_all_point_at_something(window):
    told = hints(window)
    assert 3 <= len(told) <= 5
    for hint in told:
        window.show_step(hint.step)
        assert window.findChild(QWidget, hint.target) is not None, hint.target


def test_hints_are_walked_through_by_keyboard_and_then_never_come_back(qtbot, window):
    offer_tour(window)
    (tour,) = window.findChildren(TourHint)
    steps = []
    while tour.at < len(hints(window)) - 1:
        steps.append(window.step)
        assert tour.next.hasFocus()
        qtbot.keyClick(tour.next, Qt.Key.Key_Space)
    assert steps == ["start", "product", "materials", "materials"]
    qtbot.keyClick(tour.next, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not window.findChildren(TourHint))
    assert read_settings(settings_file()).is_toured
    offer_tour(window)
    assert window.findChildren(TourHint) == []


def test_dont_show_again_is_for_ever(qtbot, window):
    offer_tour(window)
    (tour,) = window.findChildren(TourHint)
    qtbot.mouseClick(tour.never, Qt.MouseButton.LeftButton)
    assert read_settings(settings_file()).is_toured


def test_escape_puts_the_hints_off_and_the_menu_brings_them_back(qtbot, window):
    offer_tour(window)
    (tour,) = window.findChildren(TourHint)
    qtbot.keyClick(tour.next, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(TourHint))
    assert not read_settings(settings_file()).is_toured
    window.menus.actions["tour"].trigger()
    assert len(window.findChildren(TourHint)) == 1


def test_who_has_worked_before_is_not_shown_any_hint(window, tmp_path):
    window.filing.settings = window.filing.settings.with_recent(tmp_path / "bracket.spcf")
    offer_tour(window)
    assert window.findChildren(TourHint) == []


@pytest.mark.parametrize("language", ["en", "zh_CN", "de"])
def test_every_hint_is_inside_the_window(window, language):
    change_view(window, language=language)
    start_tour(window)
    (tour,) = window.findChildren(TourHint)
    for at in range(len(hints(window))):
        tour.show_hint(at)
        assert window.rect().contains(tour.geometry()), at


def test_the_window_takes_entries_while_a_hint_is_shown(qtbot, window):
    start_tour(window)
    (tour,) = window.findChildren(TourHint)
    tour.show_hint(1)
    qtbot.keyClicks(window.page("product").findChild(QLineEdit, "product-name"), "Bracket")
    assert window.session.study.product.name == "Bracket"
    assert tour.isVisible()


def test_the_tour_goes_with_its_language_and_leaves_nothing_behind(qtbot, window):
    start_tour(window)
    change_view(window, language="zh_CN")
    qtbot.waitUntil(lambda: not window.findChildren(TourHint))
    change_view(window, language="de")
    window.resize(1300, 740)
    start_tour(window)
    (tour,) = window.findChildren(TourHint)
    assert tour.count.text() == "Hinweis 1 von 5"
