"""File > Backups: what was saved before can be looked at, gone on with, and deleted for good."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QMessageBox, QPushButton

from supplier_pcf.app.backups import all_backups
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.app.settings import Settings, read_settings, settings_file
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.window.backups import BackupsDialog
from supplier_pcf.gui.window.main_window import MainWindow

LANGUAGES = ("en", "zh_CN", "de")


def rename(name):
    return lambda study: replace(study, product=replace(study.product, name=name))


@pytest.fixture(params=LANGUAGES)
def window(request, qtbot, tmp_path):
    """A window on a study that was saved twice."""
    made = MainWindow(Session(tmp_path / "data"), Settings(language=request.param))
    qtbot.addWidget(made, before_close_func=lambda w: w.session.start(Study()))
    made.begin(recover=False)
    made.filing.begin(lambda: sample_study("stamped-bracket"))
    made.session.edit(rename("First"), "Rename")
    made.session.save(tmp_path / "part.spcf")
    made.session.edit(rename("Second"), "Rename")
    made.session.save()
    return made


@pytest.fixture
def dialog(qtbot, window):
    made = BackupsDialog(window.context, window.filing, window)
    qtbot.addWidget(made)
    made.show()
    return made


def said(dialog):
    return dialog.findChild(QLabel, "backups-said").text()


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_each_copy_says_what_it_holds(dialog):
    comma = dialog._context.decimal
    assert said(dialog).startswith("Second")
    assert f"5{comma}62 kg" in said(dialog)
    dialog.table.selectRow(1)
    assert said(dialog).startswith("First")


def test_going_on_with_one_leaves_the_file_alone(qtbot, dialog, window, tmp_path):
    dialog.table.selectRow(1)
    press(qtbot, dialog, "backups-open")
    window.open_backup(dialog.opens)
    assert window.session.study.product.name == "First"
    assert window.session.path is None
    assert window.isWindowModified()
    other = Session(tmp_path / "other")
    other.open(tmp_path / "part.spcf")
    assert other.study.product.name == "Second"


def test_the_menu_opens_the_list(window, monkeypatch):
    shown = []
    monkeypatch.setattr(BackupsDialog, "exec", lambda dialog: shown.append(dialog.model.rowCount()))
    window.menus.actions["backups"].trigger()
    assert shown == [2]


def test_deleting_asks_and_is_for_good(qtbot, dialog, monkeypatch):
    def yes(box):
        box.findChild(QPushButton, "yes").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", yes)
    press(qtbot, dialog, "backups-delete")
    folder = dialog._context.session.backup_folder
    assert [b.path.exists() for b in all_backups(folder)] == [True]
    assert said(dialog).startswith("First")
    press(qtbot, dialog, "backups-delete")
    assert list(folder.rglob("*.spcf")) == []
    assert not dialog.findChild(QPushButton, "backups-open").isEnabled()


def test_a_damaged_copy_is_said_in_a_sentence(dialog):
    backup = all_backups(dialog._context.session.backup_folder)[1]
    backup.path.write_bytes(b"PK damaged")
    dialog.table.selectRow(1)
    assert backup.path.name in said(dialog)


def test_keeping_copies_can_be_switched_off(dialog, window):
    dialog.findChild(QCheckBox, "backups-keep").click()
    assert read_settings(settings_file()).backs_up is False
    window.session.edit(rename("Third"), "Rename")
    window.filing.save()
    assert len(all_backups(window.session.backup_folder)) == 2


def test_a_file_saved_elsewhere_meanwhile_is_asked_about(window, tmp_path, monkeypatch):
    other = Session(tmp_path / "other")
    other.open(tmp_path / "part.spcf")
    other.edit(rename("Theirs"), "Rename")
    other.save()
    asked = []

    def answer(box):
        asked.append(box.objectName())
        name = {"ask-save-over": "no"}.get(box.objectName(), "later")
        box.findChild(QPushButton, name).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    window.session.edit(rename("Ours"), "Rename")
    assert window.filing.save()
    assert asked == ["ask-save-over"]
    assert not window.session.is_dirty


def test_staying_saves_nothing(window, tmp_path, monkeypatch):
    other = Session(tmp_path / "other")
    other.open(tmp_path / "part.spcf")
    other.edit(rename("Theirs"), "Rename")
    other.save()
    monkeypatch.setattr(
        QMessageBox, "exec", lambda box: box.findChild(QPushButton, "later").click()
    )
    window.session.edit(rename("Ours"), "Rename")
    assert not window.filing.save()
    assert window.session.is_dirty
    again = Session(tmp_path / "third")
    again.open(tmp_path / "part.spcf")
    assert again.study.product.name == "Theirs"
