"""Every field for a number in the dialogs: read in any clear writing, kept as typed where it is not."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from supplier_pcf.app.choosing import flow_of, need_of
from supplier_pcf.app.entering import Unreadable
from supplier_pcf.gui.factors.compose_factor import CompositionDialog
from supplier_pcf.gui.factors.own_factor_form import OwnFactorForm
from supplier_pcf.gui.factors.parts_table import AMOUNT
from tests.gui.test_dialogs import STRIP, money

pytestmark = pytest.mark.usefixtures("bracket")
CLEAR = ("1.5", "1,5", "１．５", "１，５", "1。5", " 1,50 ")
UNCLEAR = ("many", "1,234", "1.2.3", "1e15")


def said(dialog):
    """What a dialog says to its user."""
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.fixture
def spent(qtbot, context):
    dialog = money(context)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize("field", ["amount", "rate", "ratio"])
@pytest.mark.parametrize("text", CLEAR)
def test_money_is_read_in_any_clear_writing(spent, field, text):
    getattr(spent, field).setText(text)
    told = spent.spend()
    names = {"amount": "amount", "rate": "per_dollar", "ratio": "price_ratio"}
    assert getattr(told, names[field]) == 1.5


@pytest.mark.parametrize("field", ["amount", "year", "rate", "ratio"])
@pytest.mark.parametrize("text", UNCLEAR)
def test_money_that_cannot_be_read_stays_with_a_sentence(spent, field, text):
    line = getattr(spent, field)
    line.setText(text)
    assert isinstance(spent.spend(), Unreadable)
    assert line.text() == text and text in spent.problem.text()
    assert not spent.take.isEnabled()


@pytest.fixture
def own(qtbot, context):
    form = OwnFactorForm(context, need_of(context.session, flow_of(context.study, STRIP)))
    qtbot.addWidget(form)
    form.show()
    form.more.open()
    return form


def number_lines(form):
    """The lines of the form, and of what a supplier tells, that take numbers."""
    names = [
        *(f"own-factor-{name}" for name in ("kg_co2e", "grid_kwh", "recycled_content")),
        *(f"received-{name}" for name in ("technology", "biogenic_carbon", "outbound")),
    ]
    found = [form.findChild(QLineEdit, name) for name in names]
    assert all(found)
    return [line for line in found if line.isEnabled()]


@pytest.mark.parametrize("text", UNCLEAR)
def test_an_own_factor_keeps_what_it_cannot_read(own, text):
    for line in number_lines(own):
        before = line.text()
        line.setText(text)
        own.accept()
        assert own.isVisible() and line.text() == text, line.objectName()
        assert text in said(own), line.objectName()
        line.setText(before)


@pytest.mark.parametrize("text", CLEAR)
def test_an_own_factor_is_read_in_any_clear_writing(own, text):
    line = own.findChild(QLineEdit, "own-factor-kg_co2e")
    line.setText(text)
    own.accept()
    assert own.draft.kg_co2e == 1.5


@pytest.mark.parametrize("text", CLEAR)
def test_a_part_of_a_compound_is_read_in_any_clear_writing(qtbot, context, text):
    dialog = CompositionDialog(context, "ADC12")
    qtbot.addWidget(dialog)
    if not dialog.parts.rowCount():
        from supplier_pcf.factors.library import bundled_library

        dialog.parts.add(
            bundled_library().get("us-lci-fy21q3:steel-sheet-hot-rolled"), is_energy=False
        )
    cell = dialog.parts.index(0, AMOUNT)
    dialog.parts.setData(cell, text)
    assert cell.data() == "1.5" and not dialog.parts.problem


def test_composing_in_a_dialog_is_no_answer(spent):
    QApplication.sendEvent(spent.amount, QInputMethodEvent("1.5wan", []))
    assert spent.spend().amount is None and not spent.problem.text().count("wan")
    done = QInputMethodEvent("", [])
    done.setCommitString("1.5万")
    QApplication.sendEvent(spent.amount, done)
    assert spent.spend().amount == 15000
