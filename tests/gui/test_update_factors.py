"""Updating a study's factors: shown first, taken over only on confirmation, one step of undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from supplier_pcf.app.factor_update import Newer, proposed
from supplier_pcf.domain.factor import Layer
from supplier_pcf.domain.flows import Material
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.factors import update_factors
from supplier_pcf.gui.factors.update_factors import UpdateDialog
from tests.build import a_factor, a_study, kg

STEEL = a_factor("own:steel", 2.0, layer=Layer.OWN, set_id="own", name="Steel")
PLASTIC = a_factor("own:plastic", 3.0, layer=Layer.OWN, set_id="own", name="Plastic")
NEW = (replace(STEEL, version=2, fossil=2.5), replace(PLASTIC, version=2, fossil=2.0))


@pytest.fixture
def study(session):
    """2 kg x 2.0 + 1 kg x 3.0 = 7.0 kg CO2e."""
    rows = (
        Material(id="m1", name="Body", amount=kg(2.0), factor_id="own:steel"),
        Material(id="m2", name="Cap", amount=kg(1.0), factor_id="own:plastic"),
    )
    session.start(a_study(materials=rows, factors=(STEEL, PLASTIC)))
    return session


@pytest.fixture
def dialog(qtbot, context, study):
    newer = Newer(title="mill.csv", factors=NEW)
    dialog = UpdateDialog(context, newer, proposed(study, NEW))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def total(dialog):
    return dialog.findChild(QLabel, "update-total").text()


def row_of(dialog, row):
    return [dialog.model.index(row, column).data() for column in range(7)]


def test_the_model_keeps_the_rules_of_qt(dialog, qtmodeltester):
    qtmodeltester.check(dialog.model)


def test_each_change_says_old_new_and_its_effect(dialog):
    """Steel alone: 8.0 of 7.0 is +14.3 %; its own figure rises by 25 %."""
    assert row_of(dialog, 0) == [
        "Steel", "2.00 kg CO₂e/kg", "2.50 kg CO₂e/kg", "+25.0 %", "1", "8.00", "+14.3 %",
    ]  # fmt: skip
    assert row_of(dialog, 1)[3:] == ["−33.3 %", "1", "6.00", "−14.3 %"]
    assert total(dialog) == "Result: 7.00 → 7.00 kg CO₂e per piece (0 kg CO₂e, 0 %)"


def test_space_takes_a_tick_away_and_the_total_follows(qtbot, dialog):
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert "7.00 → 8.00 kg CO₂e" in total(dialog)
    assert "+1.00 kg CO₂e, +14.3 %" in total(dialog)
    assert dialog.take.text() == "&Update (1)"


def test_only_what_is_ticked_is_taken_over_as_one_step(qtbot, context, dialog):
    before = context.study
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert {f.id: f.kg_co2e for f in context.study.factors} == {
        "own:steel": 2.5,
        "own:plastic": 3.0,
    }
    assert context.session.undo_label == "Update factors"
    context.session.undo()
    assert context.study is before


def test_escape_changes_nothing(qtbot, context, dialog):
    before = context.study
    qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert context.study is before


def test_without_a_tick_there_is_nothing_to_press(qtbot, dialog):
    for _row in range(2):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert not dialog.take.isEnabled()


def test_what_differs_in_the_factor_under_the_cursor_is_shown_below(dialog):
    facts = dialog.facts.model()
    said = {
        facts.index(row, 0).data(): facts.index(row, 3).data() for row in range(facts.rowCount())
    }
    assert said == {"Figure": "2.50 kg CO₂e/kg", "Id and version": "own:steel, 2"}


def test_a_file_is_asked_for_read_and_shown(qtbot, context, study, tmp_path, monkeypatch):
    table = tmp_path / "mill.csv"
    table.write_text(
        "id,name,unit,kg_co2e,boundary,gwp_set,place,year_to,document,licence\n"
        "own:steel,Steel,kg,2.5,cradle_to_gate,AR6,CN,2026,EPD 7,ours\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(table), ""))
    monkeypatch.setattr(UpdateDialog, "exec", lambda self: self.accept())
    assert update_factors.update_from_file(context, None)
    assert context.session.calculated.result.excluding == pytest.approx(8.0)


def test_a_bad_file_is_refused_in_one_sentence(context, study, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(ask, "tell", lambda _parent, text: said.append(text))
    bad = tmp_path / "set.toml"
    bad.write_text("id =", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(bad), ""))
    before = context.study
    assert not update_factors.update_from_file(context, None)
    assert said[0].startswith("The factor set of set.toml cannot be read")
    assert context.study is before


def test_what_is_up_to_date_says_so(context, study, monkeypatch):
    said = []
    monkeypatch.setattr(ask, "tell", lambda _parent, text: said.append(text))
    assert not update_factors.update_from_program(context, None)
    assert said == [
        "Nothing in “the program and your own library” differs from what this study uses."
    ]
