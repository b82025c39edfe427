"""Tools > Factor library: search and filter by key and click, the record, comparing, Go there."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from supplier_pcf.factors.library import bundled_library
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.factors.compare_factors import CompareDialog, facts_of
from supplier_pcf.gui.factors.factor_library import FactorLibraryDialog
from supplier_pcf.gui.factors.library_words import category_title, subcategory_title
from supplier_pcf.i18n import LANGUAGES, translator

COLD_ROLLED = "us-lci-fy21q3:steel-sheet-cold-rolled"
HOT_ROLLED = "us-lci-fy21q3:steel-sheet-hot-rolled"
pytestmark = pytest.mark.usefixtures("bracket")


@pytest.fixture
def dialog(qtbot, context):
    dialog = FactorLibraryDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def type_words(qtbot, dialog, words):
    dialog.search.selectAll()
    qtbot.keyClicks(dialog.search, words)
    qtbot.waitUntil(lambda: not dialog._timer.isActive())


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(box, value):
    box.setCurrentIndex(box.findData(value))


def test_the_model_keeps_the_rules_of_qt(dialog, qtmodeltester):
    model = dialog.table.rows
    model.show_factors(model._given[:5])
    qtmodeltester.check(model)


def test_the_menu_opens_it(qtbot, window, monkeypatch):
    opened = []
    monkeypatch.setattr(FactorLibraryDialog, "exec", lambda self: opened.append(self.windowTitle()))
    window.menus.actions["factor-library"].trigger()
    assert opened == ["Factor library"]


def test_it_opens_with_everything_and_the_keyboard_in_the_search(dialog):
    assert dialog.said.text() == f"{len(bundled_library())} of {len(bundled_library())} factors"
    assert dialog.search.hasFocus()
    assert dialog.table.rows.rowCount() == len(bundled_library())


def test_typing_finds_and_arrows_move_while_typing(qtbot, dialog):
    type_words(qtbot, dialog, "steel sheet cold rolled")
    assert dialog.table.current().id == COLD_ROLLED
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.table.current().id == HOT_ROLLED
    assert dialog.search.hasFocus()


def test_the_tree_narrows_by_key_and_says_how_many(qtbot, dialog):
    dialog.tree.setFocus()
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Down)
    item = dialog.tree.currentItem()
    shown = dialog.table.rows.rowCount()
    assert item.text(0).endswith(f"({shown})")
    assert 0 < shown < len(bundled_library())


def test_filters_narrow_together_and_show_all_takes_them_back(qtbot, dialog):
    choose(dialog.filters.place, "GB")
    choose(dialog.filters.row_type, "eol_transport")
    assert dialog.table.rows.rowCount() == 48
    click(qtbot, dialog.reset)
    assert dialog.table.rows.rowCount() == len(bundled_library())


def test_the_record_tells_the_sum_of_the_gases(qtbot, dialog):
    type_words(qtbot, dialog, "steel sheet cold rolled")
    said = dialog.record.toPlainText().replace("\n", " ")
    factor = bundled_library().get(COLD_ROLLED)
    assert "How the CO₂e is worked out" in said
    assert f"= {factor.gases.co2_fossil:.3f}" in said
    assert "× 29.8" in said
    assert "On IPCC AR5 (2013)" in said
    for fact in (factor.document, factor.licence, factor.table, COLD_ROLLED):
        assert fact in said


def test_a_record_without_gases_says_so(qtbot, dialog):
    choose(dialog.filters.source, "ademe-bc236")
    assert "gives CO₂e alone, not the gases" in dialog.record.toPlainText()


def test_a_use_leads_to_its_row(qtbot, dialog):
    gone = []
    dialog.chosen.connect(gone.append)
    type_words(qtbot, dialog, "steel sheet cold rolled")
    assert dialog.used.text() == "Used in this study: 1"
    dialog.uses.setFocus()
    qtbot.keyClick(dialog.uses, Qt.Key.Key_Return)
    assert gone == ["materials/m-br-2041-11-1/factor"]
    assert not dialog.isVisible()


def test_the_button_goes_there_too(qtbot, dialog):
    gone = []
    dialog.chosen.connect(gone.append)
    type_words(qtbot, dialog, "steel sheet cold rolled")
    click(qtbot, dialog.go)
    assert gone == ["materials/m-br-2041-11-1/factor"]


def test_what_is_not_used_has_no_button_to_go_there(qtbot, dialog):
    type_words(qtbot, dialog, "titanium")
    assert dialog.used.text() == "Not used in this study."
    assert not dialog.go.isVisible()


def test_one_is_kept_and_compared_with_another(qtbot, dialog, monkeypatch):
    compared = []
    monkeypatch.setattr(
        CompareDialog, "exec", lambda self: compared.append(self.model.headerData(2, Qt.Horizontal))
    )
    type_words(qtbot, dialog, "steel sheet cold rolled")
    assert not dialog.compare.isVisible()
    click(qtbot, dialog.set_aside)
    assert not dialog.compare.isEnabled()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    click(qtbot, dialog.compare)
    assert compared == [bundled_library().get(COLD_ROLLED).name]


def test_only_what_differs_is_marked_and_can_be_shown_alone(qtbot, context):
    two = (bundled_library().get(COLD_ROLLED), bundled_library().get(HOT_ROLLED))
    dialog = CompareDialog(context, two)
    qtbot.addWidget(dialog)
    dialog.show()
    lines = facts_of(context, two)
    differing = [line for line in lines if line[1] != line[2]]
    assert dialog.said.text() == f"{len(differing)} of {len(lines)} facts differ."
    signs = [dialog.model.index(row, 1).data() for row in range(dialog.model.rowCount())]
    assert signs.count("≠") == len(differing)
    dialog.only.click()
    assert dialog.model.rowCount() == len(differing)


def test_a_column_sorts_and_a_third_click_gives_the_order_of_fit_back(qtbot, dialog):
    type_words(qtbot, dialog, "aluminium")
    before = [dialog.table.rows.factor(row).id for row in range(8)]
    dialog.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    years = [dialog.table.rows.factor(row).year_to for row in range(8)]
    assert years == sorted(years, reverse=True)
    dialog.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [dialog.table.rows.factor(row).id for row in range(8)] == before


def test_escape_leaves_and_changes_nothing(qtbot, context, dialog):
    before = context.study
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert context.study is before


def test_tab_comes_by_everything(qtbot, dialog):
    passed = set()
    for _step in range(14):
        passed.add(QApplication.focusWidget().objectName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert {"library-search", "library-place", "library-type", "library-categories"} <= passed
    assert {"library-table", "library-record", "library-aside", "library-close"} <= passed


def test_every_category_that_ships_has_its_word():
    """What has no word of ours is shown as its publisher has it, in English: in Chinese that is seen."""
    translate = translator("zh_CN")
    for category, subcategory in {(f.category, f.subcategory) for f in bundled_library()}:
        assert not category_title(category, translate).isascii(), category
        assert not subcategory or not subcategory_title(subcategory, translate).isascii()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_button_is_cut_in_any_language(qtbot, session, language, context):
    spoken = Context(**(context._asdict() | {"language": language}))
    dialog = FactorLibraryDialog(spoken)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.set_aside.click()
    qtbot.wait(20)
    assert dialog.width() <= 1280
    assert dialog.height() <= 690
    for button in dialog.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.objectName()


def test_go_there_leads_from_the_menu_to_the_row(qtbot, window, monkeypatch):
    def exec_(dialog):
        dialog.show()
        type_words(qtbot, dialog, "steel sheet cold rolled")
        click(qtbot, dialog.go)
        return dialog.result()

    monkeypatch.setattr(FactorLibraryDialog, "exec", exec_)
    window.menus.actions["factor-library"].trigger()
    assert window.step == "materials"
    assert window.page("materials").materials.current_id() == "m-br-2041-11-1"


def test_nothing_found_says_so_and_shows_no_record(qtbot, dialog):
    type_words(qtbot, dialog, "qqqzzz")
    assert dialog.said.text() == f"0 of {len(bundled_library())} factors"
    assert dialog.record.toPlainText() == ""
    assert not dialog.set_aside.isEnabled()


def test_the_window_knows_nothing_of_the_library_until_it_is_opened():
    code = (
        "import sys, supplier_pcf.gui.window.main_window, supplier_pcf.gui.window.frame;"
        "print([n for n in sys.modules if n.endswith(('factor_library', 'factors.library'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
