"""The window: steps, menus, files, recovery, findings, languages, faults."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
)

from supplier_pcf.app.log import log_file
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.app.settings import Settings, read_settings, settings_file
from supplier_pcf.app.steps import STEPS
from supplier_pcf.domain import edits
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.flows import Stage
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import theme
from supplier_pcf.gui.pages.page import Page
from supplier_pcf.gui.widgets.findings_list import FindingsModel
from supplier_pcf.gui.window import errors, menus
from supplier_pcf.gui.window.commands import commands
from supplier_pcf.gui.window.fault_dialog import FaultDialog
from supplier_pcf.gui.window.late import LateSession
from supplier_pcf.gui.window.main_window import MainWindow
from supplier_pcf.gui.window.registry import STEP_IDS, page_class, step_help, step_titles
from supplier_pcf.i18n import LANGUAGES, translator
from tests.gui.outline import assert_same, menu_outline, outline


def rename(name):
    """An edit that a page would make."""
    return lambda study: replace(study, product=replace(study.product, name=name))


def leaf(study):
    """A material that is counted itself."""
    return next(m for m in study.materials if m.factor_id)


def button(window, name):
    return window.findChild(QPushButton, name)


def action(window, name):
    return window.menus.actions[name]


def label(window, name):
    return window.findChild(QLabel, name).text()


def rail_click(qtbot, window, step):
    rail = window.frame.rail
    place = rail.visualItemRect(rail.item(STEP_IDS.index(step))).center()
    qtbot.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=place)


def answer(monkeypatch, *names):
    """Answer the next questions by these buttons; returns what was asked."""
    asked, left = [], list(names)

    def click(box):
        asked.append(box.text())
        name = left.pop(0) if left else ""
        found = box.findChild(QPushButton, name) if name else None
        if found is not None:
            found.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click)
    return asked


@pytest.fixture
def asked(monkeypatch):
    """Sentences shown; every question is left by Escape."""
    return answer(monkeypatch)


# Steps


def test_every_step_has_its_title_its_help_and_its_page():
    ids = [step.id for step in STEPS]
    assert list(step_titles(str)) == ids
    assert list(step_help(str)) == ids
    for step in ids:
        assert issubclass(page_class(step), Page)
        assert step == page_class(step).STEP


def test_the_rail_shows_any_page_at_once(qtbot, window):
    for step in ("deliver", "result", "start"):
        rail_click(qtbot, window, step)
        assert window.frame.stack.currentWidget().objectName() == f"page-{step}"


def test_pages_are_made_when_first_shown(window):
    assert window.frame.stack.count() == 1


def test_next_goes_to_the_end_and_back_to_the_start(qtbot, window):
    assert not button(window, "back").isEnabled()
    for step in STEP_IDS[1:]:
        qtbot.mouseClick(button(window, "next"), Qt.MouseButton.LeftButton)
        assert window.step == step
    assert button(window, "next").isHidden()
    assert not button(window, "finish").isHidden()
    for step in reversed(STEP_IDS[:-1]):
        qtbot.mouseClick(button(window, "back"), Qt.MouseButton.LeftButton)
        assert window.step == step


def test_the_keyboard_alone_reaches_every_step(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.step == "product")
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.step == "start")
    qtbot.keyClick(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert window.step == "product"
    qtbot.keyClick(
        window,
        Qt.Key.Key_Tab,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert window.step == "start"
    window.frame.rail.setFocus()
    qtbot.keyClick(window.frame.rail, Qt.Key.Key_End)
    assert window.step == "deliver"


def test_tab_leads_from_the_rail_into_the_page(qtbot, window):
    window.frame.rail.setFocus()
    names = []
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().objectName())
    assert "start-open" in names and "start-blank" in names


def test_the_rail_says_state_and_number_of_findings(qtbot, window):
    window.start_study(lambda: sample_study("stamped-bracket"))
    window.session.edit(
        lambda study: edits.choose_factor(study, leaf(study).id, None), "Take the factor"
    )
    qtbot.waitUntil(lambda: window.frame.rail.mark(2).state == "problem")
    mark = window.frame.rail.mark(2)
    assert mark.errors == 1
    assert mark.spoken == "Materials, something is missing"
    assert label(window, "whats-next") == "Next: Materials, to settle: 1."


# The running result


def test_the_running_result_follows_every_edit(qtbot, window):
    window.start_study(lambda: sample_study("diesel-rail"))
    qtbot.waitUntil(lambda: label(window, "running-kg") == "5.54")
    assert label(window, "running-unit") == "kg CO₂e per piece"
    rows = window.session.calculated.result.rows_total
    assert label(window, "running-counted") == f"{rows} of {rows}"
    assert label(window, "running-need") == "0"
    first = window.session.study.materials[0]
    left_out = replace(first, factor_id=None)
    window.session.edit(lambda study: edits.set_flow(study, left_out), "Take the factor")
    qtbot.waitUntil(lambda: label(window, "running-need") == "1")
    assert label(window, "running-title") == "Footprint so far"
    assert label(window, "running-note") == "One row is not counted yet; it is not zero."


def test_nothing_counted_is_a_dash_and_no_zero(qtbot, window):
    window.begin()
    qtbot.wait(20)
    assert label(window, "running-kg") == "–"
    assert label(window, "running-note") == "Nothing is counted yet."


def test_many_edits_are_worked_out_once(qtbot, window, monkeypatch):
    worked_out = []
    monkeypatch.setattr(window.frame, "show_calculated", lambda: worked_out.append(1))
    for name in "abcdef":
        window.session.edit(rename(name), "Rename")
    qtbot.waitUntil(lambda: worked_out != [])
    qtbot.wait(20)
    assert worked_out == [1]


# Menus


def test_every_entry_of_the_menus_does_something(window):
    names = set()
    for menu in menus.menus(str):
        for entry in menu.entries:
            inner = entry.entries if isinstance(entry, menus.Choice) else (entry,)
            names |= {found.name for found in inner if found is not None}
    assert names == set(commands(window))


@pytest.mark.parametrize("language", LANGUAGES)
def test_mnemonics_are_unique_within_a_menu(language):
    for menu in menus.menus(translator(language)):
        keys = [e.text[e.text.index("&") + 1].lower() for e in menu.entries if e is not None]
        assert len(keys) == len(set(keys)), menu.name


def test_undo_and_redo_carry_the_name_of_the_edit(qtbot, window):
    undo, redo = action(window, "undo"), action(window, "redo")
    assert not undo.isEnabled() and undo.text() == "&Undo"
    window.session.edit(rename("Bracket"), "Rename the product")
    assert undo.isEnabled() and undo.text() == "&Undo: Rename the product"
    undo.trigger()
    assert window.session.study.product.name == ""
    assert redo.text() == "&Redo: Rename the product"
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.session.study.product.name == "Bracket"


def test_ctrl_z_in_a_field_that_has_nothing_to_take_back_undoes_the_study(qtbot, window):
    field = QLineEdit(window.frame.stack.currentWidget())
    field.show()
    window.session.edit(rename("Bracket"), "Rename the product")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "typed")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "" and window.session.study.product.name == "Bracket"
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.study.product.name == ""


def test_copy_and_paste_of_the_menu_reach_the_field_in_use(qtbot, window):
    field = QLineEdit("DC01", window.frame.stack.currentWidget())
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    action(window, "cut").trigger()
    assert field.text() == ""
    assert QGuiApplication.clipboard().text() == "DC01"
    action(window, "paste").trigger()
    assert field.text() == "DC01"


def test_the_edit_menu_offers_what_the_table_in_use_can_do(qtbot, window):
    window.start_study(lambda: sample_study("stamped-bracket"))
    window.show_step("materials")
    field = QLineEdit(window.frame.stack.currentWidget())
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert not any(action(window, name).isEnabled() for name in menus.IN_TABLES)
    table = window.page("materials").materials
    table.select(window.session.study.materials[0].id)
    qtbot.waitUntil(table.view.hasFocus)
    assert all(action(window, name).isEnabled() for name in menus.IN_TABLES)
    count = len(window.session.study.materials)
    action(window, "insert-row").trigger()
    assert len(window.session.study.materials) == count + 1
    action(window, "delete-row").trigger()
    assert len(window.session.study.materials) == count
    table.view.go(table.model.index(2, 1))
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().strip() == window.session.study.materials[2].name
    action(window, "copy-headings").trigger()
    assert QGuiApplication.clipboard().text().count("\n") == 2
    action(window, "find").trigger()
    assert table.finder.isVisible()


def test_a_key_of_the_edit_menu_that_nobody_takes_comes_to_an_end(qtbot, window):
    window.frame.next.setFocus()
    qtbot.waitUntil(window.frame.next.hasFocus)
    qtbot.keyClick(window.frame.next, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    action(window, "select-all").trigger()
    assert window.frame.next.hasFocus()


def test_import_entries_call_the_assistant(window, monkeypatch):
    from supplier_pcf.gui.importing import import_assistant

    called = []
    monkeypatch.setattr(import_assistant, "import_table", lambda *given: called.append(given))
    action(window, "import-bom").trigger()
    action(window, "import-energy").trigger()
    assert called == [(window.context, window, "bom"), (window.context, window, "energy")]


def test_check_lists_all_findings_and_goes_there(qtbot, window, monkeypatch):
    def look(dialog):
        shown = dialog.findChild(QLabel, "check-summary").text()
        dialog.list._go(dialog.list.found.index(0))
        seen.append((shown, dialog.list.found.rowCount()))
        return 0

    seen = []
    monkeypatch.setattr(QDialog, "exec", look)
    window.session.edit(rename("Bracket"), "Rename the product")
    action(window, "check").trigger()
    count = len(window.session.calculated.findings)
    assert seen[0][1] == count > 3
    assert seen[0][0].startswith("To be settled before anything is sent: ")
    assert window.step != "start"


def test_about_names_licences_and_every_factor_set(qtbot, window):
    from supplier_pcf.app.about import about
    from supplier_pcf.gui.window.dialogs import AboutDialog

    dialog = AboutDialog(str, window)
    qtbot.addWidget(dialog)
    text = dialog.findChild(QTextBrowser).toPlainText()
    assert "LGPL 3.0" in text and "SIL Open Font License 1.1" in text
    assert "Contains public sector information licensed under the Open Government Licence" in text
    assert len(about().factor_sets) >= 14


# Files


def test_the_title_carries_file_name_and_unsaved_mark(window, tmp_path):
    assert window.windowTitle() == "New study[*] – Supplier PCF"
    assert not window.isWindowModified()
    window.session.edit(rename("Bracket"), "Rename the product")
    assert window.isWindowModified()
    window.session.undo()
    assert not window.isWindowModified()


def test_save_as_writes_remembers_and_is_clean(window, tmp_path, monkeypatch):
    target = tmp_path / "bracket"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.session.edit(rename("Bracket"), "Rename the product")
    action(window, "save").trigger()
    saved = tmp_path / "bracket.spcf"
    assert saved.exists()
    assert window.windowTitle() == "bracket.spcf[*] – Supplier PCF"
    assert not window.isWindowModified()
    assert read_settings(settings_file()).recent == (str(saved),)


def test_an_ending_of_ours_never_replaces_a_file_unasked(window, tmp_path, monkeypatch):
    old = tmp_path / "bracket.spcf"
    old.write_text("precious")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "bracket"), ""))
    asked = answer(monkeypatch, "no")
    window.session.edit(rename("Bracket"), "Rename the product")
    action(window, "save-as").trigger()
    assert asked == ["bracket.spcf exists. Replace it?"]
    assert old.read_text() == "precious"


def test_what_cannot_be_written_is_said_in_one_sentence(window, tmp_path, monkeypatch):
    target = tmp_path / "nowhere" / "b.spcf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    asked = answer(monkeypatch)
    action(window, "save-as").trigger()
    assert asked == ["b.spcf was not saved: the folder does not exist. Choose another folder."]


def test_closing_asks_only_when_something_would_be_lost(window, monkeypatch):
    asked = answer(monkeypatch, "later", "no")
    window.session.edit(rename("Bracket"), "Rename the product")
    assert not window.close()
    assert asked == ["Save the changes to “New study”?"]
    assert window.close()
    assert len(asked) == 2


def test_a_clean_window_closes_without_a_word(window, asked):
    assert window.close()
    assert asked == []


def test_an_untouched_sample_is_nothing_to_lose(window, asked):
    window.start_study(lambda: sample_study("diesel-rail"))
    assert window.step == "product"
    assert window.close()
    assert asked == []


def test_saving_on_leaving_keeps_the_work(window, tmp_path, monkeypatch):
    target = tmp_path / "kept.spcf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    answer(monkeypatch, "yes")
    window.session.edit(rename("Bracket"), "Rename the product")
    action(window, "new").trigger()
    assert target.exists()
    assert window.session.study.product.name == ""


def test_each_new_study_has_an_id_of_its_own(window):
    first = window.session.study.id
    window.start_study(Study)
    assert first and window.session.study.id not in ("", first)


def test_a_damaged_file_is_refused_and_the_study_stays(window, tmp_path, asked):
    bad = tmp_path / "bad.spcf"
    bad.write_bytes(b"not a project")
    before = window.session.study
    window.open_study(bad)
    assert asked[0].startswith("bad.spcf ")
    assert window.session.study is before


def test_somebody_else_having_it_open_is_said(window, tmp_path, asked):
    from supplier_pcf.project import lock

    path = tmp_path / "shared.spcf"
    other = Session(tmp_path / "other")
    other.start(sample_study("diesel-rail"))
    other.save(path)
    note = lock.Note(host="press-shop", user="zhou", pid=1, time="2026-03-01T11:00:00Z")
    lock.note_path(path).write_bytes(lock._text(note))
    window.open_study(path)
    assert asked[0].startswith("shared.spcf is open at zhou on press-shop since ")
    assert window.session.path == path


def test_a_dropped_study_is_opened(qtbot, window, tmp_path):
    path = tmp_path / "dropped.spcf"
    other = Session(tmp_path / "other")
    other.start(sample_study("diesel-rail"))
    other.save(path)
    other.close()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QEvent.Type.Drop,
        )
    )
    qtbot.waitUntil(lambda: window.session.path == path)


def test_recent_files_are_in_the_menu(window, tmp_path, monkeypatch):
    path = tmp_path / "a.spcf"
    window.session.edit(rename("Bracket"), "Rename the product")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    action(window, "save-as").trigger()
    menu = window.menus.submenus["recent"]
    menu.aboutToShow.emit()
    assert [found.text() for found in menu.actions()] == [str(path)]


def test_finish_saves(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "done.spcf"), "")
    )
    window.show_step("deliver")
    qtbot.mouseClick(button(window, "finish"), Qt.MouseButton.LeftButton)
    assert (tmp_path / "done.spcf").exists()
    assert window.step == "start"
    assert button(window, "start-recent-0") is not None


# Recovery


def test_unsaved_work_is_offered_at_the_next_start(qtbot, window, tmp_path, monkeypatch):
    window.session.edit(rename("Bracket"), "Rename the product")
    qtbot.waitUntil(lambda: window.session.copy_to_recover() is not None, timeout=1000)
    asked = answer(monkeypatch, "yes")
    after = MainWindow(Session(tmp_path / "data"), Settings(language="en"))
    qtbot.addWidget(after, before_close_func=lambda w: w.session.undo())
    after.filing.may_leave = lambda: True
    after.begin()
    assert asked[0].startswith("There is unsaved work on “Bracket” from ")
    assert after.session.study.product.name == "Bracket"
    assert after.isWindowModified()


def test_discarded_work_is_not_offered_again(qtbot, window, tmp_path, monkeypatch):
    window.session.edit(rename("Bracket"), "Rename the product")
    window.session.keep_copy()
    asked = answer(monkeypatch, "no")
    after = MainWindow(Session(tmp_path / "data"), Settings(language="en"))
    qtbot.addWidget(after)
    after.begin()
    after.begin()
    assert len(asked) == 1
    assert after.session.study.product.name == ""


def test_escape_keeps_the_work_for_another_time(qtbot, window, tmp_path, asked):
    window.session.edit(rename("Bracket"), "Rename the product")
    window.session.keep_copy()
    after = MainWindow(Session(tmp_path / "data"), Settings(language="en"))
    qtbot.addWidget(after)
    after.begin()
    assert after.session.copy_to_recover() is not None


def test_a_second_edit_does_not_put_off_the_copy(qtbot, window):
    window.session.edit(rename("a"), "Rename")
    qtbot.wait(400)
    window.session.edit(rename("ab"), "Rename")
    qtbot.waitUntil(lambda: window.session.copy_to_recover() is not None, timeout=600)


# Findings


def test_findings_of_the_page_lead_to_their_place(qtbot, window, monkeypatch):
    window.start_study(lambda: sample_study("stamped-bracket"))
    row = leaf(window.session.study)
    window.session.edit(lambda study: edits.choose_factor(study, row.id, None), "Take the factor")
    window.show_step("materials")
    listed = window.frame.findings
    qtbot.waitUntil(lambda: "no emission factor" in (listed.found.index(0).data() or ""))
    places = []
    monkeypatch.setattr(window.page("materials"), "focus_on", places.append)
    assert listed.found.index(0).data() == (
        f"“{row.name}” has no emission factor. Choose one, or leave it out with a reason."
    )
    place = listed.visualRect(listed.found.index(0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert places == [f"materials/{row.id}/factor"]
    listed.setCurrentIndex(listed.found.index(0))
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert len(places) == 2


def test_a_place_of_another_step_shows_that_step(window):
    window.go_to("period")
    assert window.step == "product"
    window.go_to("")
    assert window.step == "deliver"


def test_the_model_of_the_findings_is_sound(qtmodeltester, window):
    model = FindingsModel(str)
    model.show_findings(window.session.calculated.findings)
    qtmodeltester.check(model)
    assert model.rowCount() > 0


# Languages


def test_another_language_is_spoken_at_once_and_remembered(qtbot, window):
    window.show_step("result")
    action(window, "language-de").trigger()
    assert window.context.language == "de"
    assert window.step == "result"
    assert window.frame.stack.currentWidget().context.language == "de"
    assert read_settings(settings_file()).language == "de"
    assert action(window, "language-de").isChecked()
    assert not action(window, "language-en").isChecked()


def test_pages_of_the_old_language_hear_nothing_any_more(qtbot, window):
    window.show_step("product")
    old = window.page("product")
    action(window, "language-zh_CN").trigger()
    assert window.page("product") is not old
    qtbot.wait(20)
    window.session.edit(rename("支架"), "Rename the product")
    qtbot.wait(20)


# Faults


def test_a_fault_keeps_the_work_and_shows_text_to_copy(qtbot, window, monkeypatch):
    seen = []

    def look(dialog):
        qtbot.mouseClick(button(dialog, "fault-copy"), Qt.MouseButton.LeftButton)
        seen.append(dialog.findChild(QPlainTextEdit, "fault-text").toPlainText())
        return 0

    monkeypatch.setattr(FaultDialog, "exec", look)
    window.session.edit(rename("Bracket"), "Rename the product")
    hook = errors.FaultHook(window.session.keep_copy, lambda: "en")
    try:
        raise ValueError("a fault of ours")
    except ValueError:
        hook(*sys.exc_info())
    assert "ValueError: a fault of ours" in seen[0]
    assert QGuiApplication.clipboard().text() == seen[0]
    log = log_file().read_text(encoding="utf-8")
    assert "ValueError" in log and "a fault of ours" not in log
    assert window.session.copy_to_recover() is not None


def test_a_fault_while_one_is_shown_only_goes_to_the_log(qtbot, monkeypatch):
    shown = []
    hook = errors.FaultHook(lambda: None, lambda: "en")

    def again(dialog):
        shown.append(dialog)
        qtbot.addWidget(dialog)
        hook(RuntimeError, RuntimeError("second"), None)
        return 0

    monkeypatch.setattr(FaultDialog, "exec", again)
    hook(RuntimeError, RuntimeError("first"), None)
    assert len(shown) == 1
    assert log_file().read_text(encoding="utf-8").count("RuntimeError") == 2


# Looks


def contrast(one, other):
    """WCAG 2: the ratio of the lighter to the darker luminance."""

    def luminance(colour):
        parts = [
            p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4
            for p in QColor(colour).getRgbF()[:3]
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("found", "papers"),
    [(theme.LIGHT, ("#FFFFFF", "#F5F7F8")), (theme.DARK, ("#151A1F", "#1A2026"))],
)
def test_every_text_can_be_read(found, papers):
    for paper in papers:
        for ink in (found.accent, found.quiet, found.warning, found.error):
            assert contrast(ink, paper) >= 4.5
        for stage in found.stages.values():
            assert contrast(stage, paper) >= 3
    assert contrast(found.on_accent, found.accent) >= 4.5
    assert contrast(found.warning, found.warning_tint) >= 4.5
    assert contrast(found.error, found.error_tint) >= 4.5
    assert contrast(found.quiet, found.tint) >= 4.5


def test_window_and_pdf_are_of_one_family():
    from supplier_pcf.report import drawing

    for found, table in ((theme.LIGHT, drawing.LIGHT), (theme.DARK, drawing.DARK)):
        assert found.accent == table[drawing.Role.ACCENT]
        for stage in Stage:
            assert found.stages[stage.value] == table[drawing.stage_role(stage)]


def test_the_shell_looks_as_it_did(qtbot, window):
    window.start_study(lambda: sample_study("diesel-rail"))
    window.show_step("start")
    qtbot.waitUntil(lambda: label(window, "running-kg") != "–")
    assert_same([*menu_outline(window.menuBar()), "", *outline(window.frame)], "shell")


def test_a_refusal_of_a_page_is_shown_in_words(window, asked):
    window.context.say(Refusal("session.no_file"))
    assert asked == ["The study has no file yet. Choose a name for it."]


def test_the_window_can_be_seen_before_anything_is_asked_of_the_session(qtbot, tmp_path):
    """What a session needs takes longer to import than the window to paint."""
    made = []

    def make():
        made.append(Session(tmp_path / "data"))
        return made[-1]

    early = MainWindow(LateSession(make), Settings(language="en"))
    qtbot.addWidget(early)
    assert early.frame.rail.count() == len(STEP_IDS)
    assert made == []
    early.begin(recover=False)
    assert len(made) == 1
