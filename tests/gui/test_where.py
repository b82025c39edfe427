"""Where do I find this? Every field and every column of every page has its answer."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QRadioButton, QTableView

from supplier_pcf.app.field_help import field_help, known_fields, plain_name
from supplier_pcf.app.glossary import places
from supplier_pcf.app.samples import sample_study
from supplier_pcf.gui.base.bind import NumberField
from supplier_pcf.gui.evidence.collection import CollectionDialog
from supplier_pcf.gui.factors.ask_supplier import AskSupplierDialog
from supplier_pcf.gui.factors.compose_factor import CompositionDialog
from supplier_pcf.gui.factors.count_by_money import MoneyDialog
from supplier_pcf.gui.factors.own_factor_form import OwnFactorForm
from supplier_pcf.gui.factors.rebase_factor import RebaseDialog
from supplier_pcf.gui.help.glossary import GlossaryDialog
from supplier_pcf.gui.help.where import PageHelp, column_help, field_at, fields_in, help_dialog
from supplier_pcf.gui.result.screening import ScreeningDialog
from supplier_pcf.gui.tables.cells import NUMERIC, Column, Kind
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.window.next_year import NextYearDialog
from supplier_pcf.gui.window.registry import STEP_IDS
from supplier_pcf.gui.window.view import change_view

PLAIN = {
    "declared-unit-amount",
    "materials-records",
    "energy-uses-records",
    "direct-emissions-records",
    "outside-processes-records",
    "packaging-records",
    "wastes-records",
    "transports-records",
    "product-price",
    "product-currency",
    "co-products-price-years",
    "process-steps-parts-per-cycle",
    "transports-distance-adjustment",
    "transports-litres-loaded",
    "transports-litres-empty",
}
"""Numbers that are counts or ratios, or whose unit is in their label or in a field beside them."""


def unfolded(window, step):
    """A page with all that can be unfolded in it, and its help told."""
    window.show_step(step)
    page = window.page(step)
    page.complete()
    for _depth in range(3):
        for more in page.findChildren(More):
            more.open()
    for helps in page.findChildren(PageHelp):
        helps.tell()
    return page


def columns_of(page):
    """Every column of every table to fill in, with the name it is known by."""
    for table in page.findChildren(QTableView):
        kind = getattr(table.model(), "kind", "")
        for column in getattr(table.model(), "columns", ()):
            if kind and isinstance(column, Column):
                yield kind, column


@pytest.fixture
def bracket_window(window, session):
    window.filing.begin(lambda: sample_study("stamped-bracket"))
    return window


@pytest.mark.parametrize("step", STEP_IDS)
def test_every_field_of_a_page_says_where_to_look_and_what_an_answer_looks_like(
    bracket_window, step
):
    page = unfolded(bracket_window, step)
    lacking = []
    for field in fields_in(page):
        asked = field_at(field, bracket_window.context)
        is_number = isinstance(field.parent(), NumberField) and isinstance(field, QLineEdit)
        is_chosen = isinstance(field, QComboBox | QCheckBox | QRadioButton)
        if not asked.label:
            lacking.append(f"{asked.name}: label")
        if not asked.where:
            lacking.append(f"{asked.name}: where, in resources/glossary/fields.toml")
        if not is_chosen and not asked.example:
            lacking.append(f"{asked.name}: example, in resources/glossary/fields.toml")
        if is_number and not asked.unit and asked.name not in PLAIN:
            lacking.append(f"{asked.name}: unit")
        if is_number and not re.search(r"\d", asked.example):
            lacking.append(f"{asked.name}: an example with a number")
    assert lacking == []


@pytest.mark.parametrize("step", STEP_IDS)
def test_every_field_of_a_page_shows_and_speaks_its_help(bracket_window, step):
    page = unfolded(bracket_window, step)
    silent = [
        field.objectName()
        for field in fields_in(page)
        if not (field.toolTip() and field.whatsThis() and field.accessibleDescription())
    ]
    assert silent == []


@pytest.mark.parametrize("step", STEP_IDS)
def test_every_column_says_where_to_look_and_what_an_answer_looks_like(bracket_window, step):
    page = unfolded(bracket_window, step)
    typed = NUMERIC | {Kind.TEXT}
    lacking = []
    for kind, column in columns_of(page):
        known = column_help(kind, column, bracket_window.context)
        name = plain_name(f"{kind}-{column.key}")
        if column.title and not known.where:
            lacking.append(f"{name}: where")
        if column.kind in typed and column.put is not None and not known.example:
            lacking.append(f"{name}: example")
    assert lacking == []


def test_a_heading_shows_help_and_example(bracket_window):
    table = unfolded(bracket_window, "materials").findChild(QTableView, "materials-table")
    across, tip = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    keys = [column.key for column in table.model().columns]
    words = table.model().headerData(keys.index("amount"), across, tip)
    assert words.endswith("\nsuch as 0.35 kg")
    assert "Weigh ten" in words
    assert words == table.model().headerData(
        keys.index("amount"), across, Qt.ItemDataRole.WhatsThisRole
    )


def own_factor(context, window):
    form = OwnFactorForm(context, None, window)
    form.more.open()
    return form


def two_factors(context):
    library = context.session.library
    return [library.get(factor_id) for factor_id in sorted(library.factors)[:2]]


DIALOGS = {
    "collection": CollectionDialog,
    "next-year": NextYearDialog,
    "screening": ScreeningDialog,
    "own-factor": own_factor,
    "composition": lambda context, window: CompositionDialog(context, "Brass", window),
    "ask-supplier": lambda context, window: AskSupplierDialog(
        context, context.study.materials[-1].id, window
    ),
    "money": lambda context, window: MoneyDialog(
        context, context.study.materials[-1].id, two_factors(context), window
    ),
    "rebase": lambda context, window: RebaseDialog(context, two_factors(context), "", window),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_field_of_a_dialog_says_where_to_look_and_what_an_answer_looks_like(
    bracket_window, name
):
    context = bracket_window.context
    dialog = DIALOGS[name](context, bracket_window)
    help_dialog(dialog, context)
    lacking = []
    for field in fields_in(dialog):
        asked = field_at(field, context)
        is_chosen = isinstance(field, QComboBox | QCheckBox | QRadioButton)
        if not (asked.label and asked.where and field.toolTip() and field.whatsThis()):
            lacking.append(f"{asked.name}: label or where")
        if not is_chosen and not asked.example:
            lacking.append(f"{asked.name}: example")
    assert fields_in(dialog) and lacking == []


def test_f1_in_a_dialog_is_answered_there(qtbot, bracket_window):
    dialog = CompositionDialog(bracket_window.context, "Brass", bracket_window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.name.setFocus()
    field = dialog.findChild(QLineEdit, "compose-yield")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_F1)
    (told,) = dialog.findChildren(GlossaryDialog)
    assert "Mass that comes out over mass of all parts" in told.text.toPlainText()
    dialog.close()


def test_no_entry_is_about_a_field_that_is_gone(bracket_window):
    seen = set()
    for step in STEP_IDS:
        page = unfolded(bracket_window, step)
        seen |= {plain_name(field.objectName()) for field in fields_in(page)}
        seen |= {plain_name(f"{kind}-{column.key}") for kind, column in columns_of(page)}
    for make in DIALOGS.values():
        dialog = make(bracket_window.context, bracket_window)
        seen |= {plain_name(field.objectName()) for field in fields_in(dialog)}
    starred = tuple(name[:-1] for name in known_fields() if name.endswith("*"))
    assert all(any(field.startswith(start) for field in seen) for start in starred)
    assert sorted(known_fields() - seen - {f"{start}*" for start in starred}) == []
    assert sorted(places() - seen) == []


def test_what_is_typed_in_is_asked_about_in_the_language_of_the_window(bracket_window):
    change_view(bracket_window, language="de")
    field = unfolded(bracket_window, "product").findChild(QLineEdit, "product-mass")
    asked = field_at(field, bracket_window.context)
    assert asked.label == "Masse eines Stücks"
    assert asked.example == field_help("product-mass", "de").example == "0,742 kg"
    assert asked.unit == "kg"
    assert "wiegen" in asked.where
