"""Tools > Collection sheets: write one, see it is out, read it back with real clicks."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QPushButton

from supplier_pcf.app.collecting import came_back
from supplier_pcf.domain.collection import Team
from supplier_pcf.gui.evidence.collection import CollectionDialog
from supplier_pcf.gui.evidence.collection_back import CameBackDialog
from tests.app.test_collecting import STUDY, filled

LANGUAGES = ("en", "zh_CN", "de")


@pytest.fixture(params=LANGUAGES)
def context(request, context, session):
    session.start(STUDY)
    return context._replace(language=request.param)


@pytest.fixture
def dialog(qtbot, context):
    made = CollectionDialog(context)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def write(qtbot, dialog, monkeypatch, folder, team, due=""):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    dialog.team.setCurrentIndex(list(Team).index(team))
    dialog.person.setText("Ann")
    dialog.due.setText(due)
    press(qtbot, dialog, "collection-write")
    return next(iter(folder.glob("*.xlsx")), None)


def test_a_sheet_is_written_listed_and_remembered_as_one_step(
    qtbot, dialog, context, monkeypatch, tmp_path
):
    path = write(qtbot, dialog, monkeypatch, tmp_path, Team.LOGISTICS, "2026-04-01")
    assert path is not None
    (record,) = context.study.collections
    assert (record.team, record.person, record.due) == (Team.LOGISTICS, "Ann", "2026-04-01")
    assert dialog.model.rowCount() == 1
    assert path.name in dialog.findChild(QLabel, "collection-said").text()
    context.session.undo()
    assert context.study.collections == ()


def test_a_day_that_is_none_is_said_and_nothing_is_written(
    qtbot, dialog, context, monkeypatch, tmp_path
):
    assert write(qtbot, dialog, monkeypatch, tmp_path, Team.LOGISTICS, "soon") is None
    assert "soon" in dialog.findChild(QLabel, "collection-problem").text()
    assert context.study.collections == ()


def test_a_sheet_comes_back_and_is_taken_over_as_one_step(
    qtbot, dialog, context, monkeypatch, tmp_path
):
    path = write(qtbot, dialog, monkeypatch, tmp_path, Team.FACILITY)
    filled(path, {"meters/e1/2025-02": 1400, "wastes/a1/amount": "a lot"})
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    monkeypatch.setattr(CameBackDialog, "exec", lambda back: press(qtbot, back, "came-back-take"))
    press(qtbot, dialog, "collection-read")
    assert [r.start for r in context.study.meters[0].readings] == [
        date(2025, 1, 1),
        date(2025, 2, 1),
    ]
    assert context.study.wastes == STUDY.wastes
    (record,) = context.study.collections
    assert (record.answered, record.read) == (1, "2026-03-01")
    context.session.undo()
    assert context.study.meters == STUDY.meters


def test_what_needs_a_look_stands_above_with_its_cell(
    qtbot, context, tmp_path, dialog, monkeypatch
):
    path = write(qtbot, dialog, monkeypatch, tmp_path, Team.FACILITY)
    filled(path, {"meters/e1/2025-02": 1400, "wastes/a1/amount": "a lot"})
    back = CameBackDialog(context, came_back(context.study, path, context.decimal))
    qtbot.addWidget(back)
    last = back.model.columnCount() - 1
    assert back.model.index(0, last).data().startswith("F")
    assert "a lot" in back.model.index(0, last).data()


def test_conflicts_wait_for_the_user(qtbot, context, tmp_path, dialog, monkeypatch):
    path = write(qtbot, dialog, monkeypatch, tmp_path, Team.PURCHASING)
    filled(path, {"materials/m1/supplier": "New mill"})
    from supplier_pcf.app.asked_fields import with_answer

    context.edit(lambda study: with_answer(study, "materials/m1/supplier", "Third mill"), "Edit")
    back = CameBackDialog(context, came_back(context.study, path, context.decimal))
    qtbot.addWidget(back)
    back.show()
    box = back.findChild(QCheckBox, "came-back-conflicts")
    assert box.isVisible()
    box.click()
    press(qtbot, back, "came-back-take")
    assert back.taken == 1
    assert context.study.materials[0].supplier == "New mill"


def test_another_workbook_is_refused_in_a_sentence(qtbot, dialog, monkeypatch, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["something"])
    book.save(tmp_path / "other.xlsx")
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_args: (str(tmp_path / "other.xlsx"), "")
    )
    press(qtbot, dialog, "collection-read")
    assert "other.xlsx" in dialog.findChild(QLabel, "collection-problem").text()


def test_a_sheet_can_be_given_up(qtbot, dialog, context, monkeypatch, tmp_path):
    write(qtbot, dialog, monkeypatch, tmp_path, Team.PRODUCTION)
    press(qtbot, dialog, "collection-forget")
    assert context.study.collections == ()
    assert dialog.model.rowCount() == 0
