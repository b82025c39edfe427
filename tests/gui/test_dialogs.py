"""Every dialog of the factor library in every language: no key twice, nothing cut, names for a screen reader."""

import re
from collections import Counter

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QTextBrowser,
)

from supplier_pcf.app.about import about
from supplier_pcf.app.choosing import flow_of, need_of
from supplier_pcf.app.factor_update import Newer, proposed, used_factors
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.factors.ask_supplier import AskSupplierDialog
from supplier_pcf.gui.factors.compare_factors import CompareDialog
from supplier_pcf.gui.factors.compose_factor import CompositionDialog
from supplier_pcf.gui.factors.count_by_money import MoneyDialog
from supplier_pcf.gui.factors.factor_library import FactorLibraryDialog
from supplier_pcf.gui.factors.factor_picker import FactorPicker
from supplier_pcf.gui.factors.library_browser import LibraryBrowser
from supplier_pcf.gui.factors.own_factor_form import OwnFactorForm
from supplier_pcf.gui.factors.rebase_factor import RebaseDialog
from supplier_pcf.gui.factors.update_factors import UpdateDialog
from supplier_pcf.gui.factors.ways_out import WaysOutDialog
from supplier_pcf.gui.result.compare_studies import CompareStudiesDialog
from supplier_pcf.gui.window.dialogs import AboutDialog
from supplier_pcf.gui.window.next_year import NextYearDialog
from supplier_pcf.i18n import LANGUAGES
from tests.gui.outline import assert_same, outline

STRIP = "m-fs-10-ep-1"
pytestmark = pytest.mark.usefixtures("bracket")


def picker(context):
    dialog = FactorPicker(context, flow_of(context.study, STRIP))
    dialog.nothing.setChecked(True)
    dialog._show_ways()
    return dialog


def library(context):
    dialog = FactorLibraryDialog(context)
    dialog.show_factor("us-lci-fy21q3:steel-sheet-cold-rolled")
    dialog._set_aside()
    return dialog


def money(context):
    spend = [f for f in bundled_library() if f.row_type.value == "spend"]
    return MoneyDialog(context, STRIP, spend[:3])


def compare(context):
    sheets = ("us-lci-fy21q3:steel-sheet-cold-rolled", "us-lci-fy21q3:steel-sheet-hot-rolled")
    return CompareDialog(context, tuple(bundled_library().get(sheet) for sheet in sheets))


def update(context):
    from dataclasses import replace

    newer = tuple(replace(f, fossil=2 * f.fossil) for f in used_factors(context.session))
    return UpdateDialog(context, Newer(title="x", factors=newer), proposed(context.session, newer))


DIALOGS = {
    "library": library,
    "picking": lambda c: LibraryBrowser(c, pick=lambda _f: True),
    "compare": compare,
    "update": update,
    "picker": picker,
    "ways out": lambda c: WaysOutDialog(c, STRIP),
    "own": lambda c: OwnFactorForm(c, need_of(c.session, flow_of(c.study, STRIP))),
    "new own": lambda c: OwnFactorForm(c, None),
    "compose": lambda c: CompositionDialog(c, "ADC12"),
    "rebase": lambda c: RebaseDialog(c, [bundled_library().get("us-lci-fy21q3:acetic-acid")]),
    "money": money,
    "ask": lambda c: AskSupplierDialog(c, STRIP),
    "next year": NextYearDialog,
    "compare studies": CompareStudiesDialog,
}


@pytest.fixture
def open_in(qtbot, context):
    def show(name, language):
        dialog = DIALOGS[name](Context(**(context._asdict() | {"language": language})))
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        qtbot.wait(10)
        return dialog

    return show


def keys_of(dialog):
    """The letters after & of all that is to be seen."""
    said = [w.text() for w in dialog.findChildren(QAbstractButton) if w.isVisible()]
    said += [w.text() for w in dialog.findChildren(QLabel) if w.isVisible() and w.buddy()]
    return [m.group(1).casefold() for text in said if (m := re.search(r"&([^&\s])", text))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DIALOGS)
def test_no_key_leads_to_two_places(open_in, name, language):
    twice = {key: n for key, n in Counter(keys_of(open_in(name, language))).items() if n > 1}
    assert not twice


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DIALOGS)
def test_it_fits_a_small_screen_and_cuts_no_button(open_in, name, language):
    dialog = open_in(name, language)
    assert dialog.minimumSizeHint().width() <= 1280
    assert dialog.width() <= 1280
    assert dialog.height() <= 690
    for button in dialog.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.objectName()


@pytest.mark.parametrize("name", DIALOGS)
def test_a_screen_reader_knows_what_everything_is(open_in, name):
    dialog = open_in(name, "en")
    kinds = (QLineEdit, QComboBox, QTableView, QTextBrowser)
    labelled = {label.buddy() for label in dialog.findChildren(QLabel) if label.buddy()}
    nameless = [
        widget.objectName()
        for kind in kinds
        for widget in dialog.findChildren(kind)
        if widget.isVisible() and not widget.accessibleName() and widget not in labelled
    ]
    assert not nameless


@pytest.mark.parametrize("language", LANGUAGES)
def test_about_tells_every_attribution_and_can_be_scrolled_by_key(qtbot, language):
    from supplier_pcf.i18n import translator

    dialog = AboutDialog(translator(language), None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    text = dialog.findChild(QTextBrowser, "about-text")
    said = " ".join(text.toPlainText().split())
    for part in (*about().software, *about().factor_sets):
        assert part.title in said
        assert " ".join(part.line.split()) in said
    assert text.verticalScrollBar().maximum() > 0
    assert text.horizontalScrollBar().maximum() == 0
    from PySide6.QtCore import Qt

    qtbot.keyClick(text, Qt.Key.Key_PageDown)
    assert text.verticalScrollBar().value() > 0


@pytest.mark.parametrize("name", ["library", "compare", "ways out", "compose", "own"])
def test_the_dialog_says_what_it_said(open_in, name):
    dialog = open_in(name, "en")
    if name == "library":
        dialog.search.setText("steel sheet cold rolled")
        dialog.look()
    said = [line for line in outline(dialog) if "qt_" not in line]
    assert_same(said, f"dialog-{name.replace(' ', '-')}")
