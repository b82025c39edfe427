"""The checklist in the window: what is open first, the way to its field, and answers as steps of undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from supplier_pcf.app.checklist import Answer, checklist_of, summary_of
from supplier_pcf.gui.evidence import checklist
from supplier_pcf.gui.evidence.checklist import METHOD, ChecklistDialog
from supplier_pcf.gui.evidence.checklist_part import STATE, ChecklistPart
from supplier_pcf.gui.plant.energy_balance import EnergyBalance


@pytest.fixture
def part(qtbot, context, bracket):
    made = ChecklistPart(context)
    qtbot.addWidget(made)
    made.show()
    return made


def states(part):
    return [part.model.index(row, STATE).data() for row in range(part.model.rowCount())]


def answer(qtbot, part, choice):
    part.answer.box.setCurrentIndex(choice)
    part.answer.box.activated.emit(choice)


def test_what_is_open_and_what_waits_is_shown_first(part, bracket):
    found = checklist_of(bracket.calculated)
    to_do = [each for each in found if each.state in ("open", "waiting")]
    assert part.model.rowCount() == len(to_do)
    assert set(states(part)) == {"not met yet", "waits for you"}


def test_all_points_are_shown_when_asked_for(part):
    part.which.setCurrentIndex(1)
    assert part.model.rowCount() == 76


def test_the_chosen_point_says_why_and_leads_to_its_field(qtbot, part):
    part.choose("limits")
    assert part.reason.text().startswith("A text is missing.")
    with qtbot.waitSignal(part.go) as went:
        qtbot.mouseClick(part.go_there, Qt.MouseButton.LeftButton)
    assert went.args == ["scope/limitations"]
    assert not part.answer.isVisible()


def test_an_answer_is_a_step_of_undo(qtbot, part, bracket):
    part.choose("pcr")
    answer(qtbot, part, 1)
    (given,) = bracket.study.checklist
    assert (given.point, given.answer) == ("pcr", Answer.YES)
    assert part.chosen.point.id == "pcr"
    assert states(part)[part.table.currentIndex().row()] == "holds"
    bracket.undo()
    assert bracket.study.checklist == ()
    assert part.answer.box.currentIndex() == 0


def test_a_note_is_kept_with_the_point(qtbot, part, bracket):
    part.choose("honest")
    part.answer.note.setFocus()
    qtbot.keyClicks(part.answer.note, "Read by Ms Chen")
    qtbot.keyClick(part.answer.note, Qt.Key.Key_Return)
    assert [(a.point, a.note) for a in bracket.study.checklist] == [("honest", "Read by Ms Chen")]
    part.choose("pcr")
    assert part.answer.note.text() == ""


def test_the_dialog_closes_when_it_leads_somewhere(qtbot, context, bracket):
    dialog = ChecklistDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.part.choose("limits")
    with qtbot.waitSignal(dialog.chosen) as went:
        dialog.part.go_there.click()
    assert went.args == ["scope/limitations"]
    assert not dialog.isVisible()


def test_the_question_says_the_sentence_of_the_list(context, bracket):
    assert METHOD.answer(context) == summary_of(bracket.calculated)


def test_what_unfolds_has_the_points_and_the_meters(qtbot, context, bracket):
    inside = METHOD.make(context)
    qtbot.addWidget(inside)
    inside.show()
    assert inside.findChild(ChecklistPart).model.rowCount() > 0
    meters = inside.findChild(EnergyBalance).model
    assert meters.rowCount() == len([m for m in bracket.study.meters if m.readings])
    assert inside.findChild(QLabel, "energy-balance-title").text()
    gas = next(row for row in meters._rows if row[0] == "天然气")
    assert gas[1].endswith(" m³")


def test_the_meters_are_a_table_without_an_empty_band(qtbot, context, bracket):
    made = EnergyBalance(context)
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    table = made.table
    rows = sum(map(table.rowHeight, range(table.model().rowCount())))
    assert 0 <= table.viewport().height() - rows <= 4


def test_cubic_metres_are_written_as_everywhere(qtbot, context, bracket):
    meter = replace(bracket.study.meters[0], id="gas", name="Gas", unit="m3")
    bracket.edit(lambda study: replace(study, meters=(meter,)), "Gas")
    made = EnergyBalance(context)
    qtbot.addWidget(made)
    assert made.model.index(0, 1).data().endswith(" m³")


def test_the_list_follows_the_study(part, bracket):
    before = part.said.text()
    from supplier_pcf.domain import edits

    row = next(m for m in bracket.study.materials if m.factor_id)
    bracket.edit(lambda study: edits.choose_factor(study, row.id, None), "Take the factor away")
    assert part.said.text() != before
    assert part.said.text() == summary_of(bracket.calculated)


def test_the_list_is_saved_in_the_language_of_the_window(
    qtbot, context, bracket, tmp_path, monkeypatch
):
    target = tmp_path / "points"
    monkeypatch.setattr(checklist.QFileDialog, "getSaveFileName", lambda *_: (str(target), "*.csv"))
    dialog = ChecklistDialog(context._replace(language="de"))
    qtbot.addWidget(dialog)
    dialog.findChild(QPushButton, "checklist-save").click()
    rows = target.with_suffix(".csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 77
    assert "Ist die Einheit klar und messbar?" in rows[8]


def test_a_table_that_cannot_be_written_is_said(qtbot, context, said, tmp_path, monkeypatch):
    target = tmp_path / "gone" / "points.csv"
    monkeypatch.setattr(checklist.QFileDialog, "getSaveFileName", lambda *_: (str(target), "*.csv"))
    dialog = ChecklistDialog(context)
    qtbot.addWidget(dialog)
    dialog.findChild(QPushButton, "checklist-save").click()
    assert len(said) == 1
    assert not target.exists()
