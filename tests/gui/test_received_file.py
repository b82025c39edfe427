"""A supplier's file in the window: looked at first, then on the row, as one step of undo."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from supplier_pcf.app.choosing import flow_of
from supplier_pcf.domain.factor import Layer
from supplier_pcf.formats import pact_3
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.factors.factor_picker import FactorPicker
from supplier_pcf.gui.factors.received_file import ReceivedFileDialog
from supplier_pcf.gui.factors.ways_out import WaysOutDialog
from tests.formats.made import an_issue

BODY = "m-br-2041-11-1"
SOUND = pact_3.product_footprint(an_issue())
pytestmark = pytest.mark.usefixtures("bracket")


@pytest.fixture
def told(monkeypatch):
    said = []
    monkeypatch.setattr(ask, "tell", lambda _parent, text: said.append(text))
    return said


@pytest.fixture
def sent(monkeypatch, tmp_path):
    """A file with this content is chosen whenever one is asked for."""

    def choose(content):
        path = tmp_path / "bracket.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    return choose


@pytest.fixture
def answered(monkeypatch):
    """What the dialog showed, and how it is answered."""
    seen = {}

    def exec_(self):
        seen["text"] = self.said.toPlainText() + self.outcome.text()
        seen["take"] = (self.take.text(), self.take.isEnabled(), self.take.isDefault())
        seen["count"] = self.which.count()
        if "which" in seen:
            self.which.setCurrentIndex(seen["which"])
        if self.take.isEnabled():
            self.accept()
        return self.result()

    monkeypatch.setattr(ReceivedFileDialog, "exec", exec_)
    return seen


def shown(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def take(qtbot, dialog, name="way-received"):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_the_figure_is_shown_and_then_stands_on_the_row(qtbot, context, sent, answered, told):
    sent(SOUND)
    before = context.session.study
    take(qtbot, shown(qtbot, WaysOutDialog(context, BODY)))
    assert "3.53 kg CO₂e/piece · 2.94 kg CO₂e/kg" in " ".join(answered["text"].split())
    assert "Nothing is wrong with the file." in answered["text"]
    assert "On this row it counts as 2.94 kg CO₂e/kg." in answered["text"]
    assert answered["take"] == ("&Take it", True, True)
    row = flow_of(context.session.study, BODY)
    factor = next(f for f in context.session.study.factors if f.id == row.factor_id)
    assert (factor.layer, factor.kg_co2e) == (Layer.SUPPLIER, pytest.approx(3.53 / 1.2))
    proof = next(e for e in context.study.evidence if e.id == row.evidence[-1])
    assert context.session.attachments[proof.file].sha256 == proof.sha256
    context.session.undo()
    assert context.session.study == before
    assert told == []


def test_what_is_wrong_is_said_and_it_can_be_taken_all_the_same(qtbot, context, sent, answered):
    sent(SOUND | {"pcf": SOUND["pcf"] | {"primaryDataShare": "150"}})
    take(qtbot, shown(qtbot, WaysOutDialog(context, BODY)))
    assert "Wrong in the file (1)" in answered["text"]
    assert "0 to 100 percent" in answered["text"]
    assert answered["take"] == ("&Take it all the same", True, False)
    assert flow_of(context.session.study, BODY).factor_id.startswith("supplier:")


def test_of_several_the_chosen_one_is_taken(qtbot, context, sent, answered):
    other = SOUND | {"productNameCompany": "Other", "id": "5c5a0b0c-7a7b-4a55-9a56-0d6f1c1d2e3f"}
    sent({"data": [SOUND, other]})
    answered["which"] = 1
    take(
        qtbot, shown(qtbot, FactorPicker(context, flow_of(context.study, BODY))), "factor-received"
    )
    assert answered["count"] == 2
    assert flow_of(context.session.study, BODY).factor_id == "supplier:other"


def test_what_gives_no_figure_cannot_be_taken(qtbot, context, sent, answered):
    sent(SOUND | {"pcf": SOUND["pcf"] | {"declaredUnitAmount": "0"}})
    before = context.session.study
    take(qtbot, shown(qtbot, WaysOutDialog(context, BODY)))
    assert "no declaredUnitAmount that can be read" in answered["text"]
    assert answered["take"][1] is False
    assert context.session.study == before


def test_what_is_no_footprint_is_one_sentence(qtbot, context, sent, answered, told):
    sent({"hello": "world"})
    take(qtbot, shown(qtbot, WaysOutDialog(context, BODY)))
    assert len(told) == 1
    assert "bracket.json" in told[0]
    assert answered == {}


def test_rows_that_buy_nothing_have_no_such_way(qtbot, context):
    use = context.study.energy_uses[0]
    picker = shown(qtbot, FactorPicker(context, use))
    assert picker.received.isHidden()
