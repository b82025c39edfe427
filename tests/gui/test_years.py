"""One year after another in the window: the copy, the marks, the question, the comparison; with clicks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from supplier_pcf.app.documents import open_project, save_project, with_study
from supplier_pcf.app.earlier import remember, remembered
from supplier_pcf.app.next_year import copied
from supplier_pcf.app.samples import sample_study
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.pages.energy import EnergyPage
from supplier_pcf.gui.pages.materials import MaterialsPage
from supplier_pcf.gui.pages.result import ResultPage
from supplier_pcf.gui.result.compare_studies import CompareStudiesDialog
from supplier_pcf.gui.tables.row_state import row_state
from supplier_pcf.gui.window.carried_bar import CarriedBar
from supplier_pcf.gui.window.next_year import NextYearDialog
from supplier_pcf.i18n import LANGUAGES
from tests.gui.conftest import NOW

LEFT = Qt.MouseButton.LeftButton


def click(qtbot, parent, name):
    qtbot.mouseClick(parent.findChild(QPushButton, name), LEFT)


def period_of(study):
    from supplier_pcf.app.next_year import next_period

    return next_period(study.period)


@pytest.fixture
def old(tmp_path):
    """The sample bracket in a file, as last year's study."""
    study = replace(sample_study("stamped-bracket"), id="old")
    path = tmp_path / "bracket 2025.spcf"
    save_project(path, with_study(None, study), NOW)
    return path


@pytest.fixture
def begun(session, old):
    """The session with next year's study, its yearly values not confirmed."""
    project = open_project(old)
    session.start(copied(project, period_of(project.study), NOW, "new").project.study)
    return session


def test_the_copy_is_asked_for_written_opened_and_explained(
    qtbot, context, old, tmp_path, monkeypatch
):
    context.session.open(old)
    target, proposed, opened = tmp_path / "next.spcf", [], []

    def name_it(_parent, _title, name, *_more):
        proposed.append(name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name_it)
    context = context._replace(open_study=opened.append)
    dialog = NextYearDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.first.text() == "2026-01-01"
    qtbot.mouseClick(dialog.take, LEFT)
    assert proposed[0].endswith("bracket 2026.spcf")
    assert opened == [target]
    study = open_project(target).study
    assert study.forerunner.study_id == "old"
    assert study.stale
    assert remembered("old") == old
    context.session.close()


def test_the_menu_leads_to_the_copy_and_the_copy_is_open_then(
    qtbot, window, old, tmp_path, monkeypatch
):
    told, target = [], tmp_path / "next.spcf"
    window.open_study(old)
    monkeypatch.setattr(ask, "file_to_save", lambda *_: target)
    monkeypatch.setattr(ask, "tell", lambda _parent, words: told.append(words))
    monkeypatch.setattr(NextYearDialog, "exec", NextYearDialog.copy)
    window.menus.actions["next-year"].trigger()
    assert window.session.path == target
    assert window.session.study.period.start.year == 2026
    count = len(window.session.study.stale)
    assert f"confirm them: {count} values" in told[-1]
    assert "Meters whose readings are to be entered: 3" in told[-1]


def test_a_copy_over_the_study_itself_or_without_sense_is_refused(
    qtbot, context, said, old, monkeypatch
):
    context.session.open(old)
    dialog = NextYearDialog(context)
    qtbot.addWidget(dialog)
    before = old.read_bytes()
    monkeypatch.setattr(ask, "file_to_save", lambda *_: old)
    qtbot.mouseClick(dialog.take, LEFT)
    monkeypatch.setattr(ask, "file_to_save", lambda *_: old.with_name("x.spcf"))
    dialog.last.setText("1.1.2025")
    qtbot.mouseClick(dialog.take, LEFT)
    assert len(said) == 2
    assert "first and the last day" in said[1]
    assert old.read_bytes() == before
    assert not old.with_name("x.spcf").exists()
    context.session.close()


def test_a_text_that_is_no_day_stays_and_nothing_is_written(
    qtbot, context, old, tmp_path, monkeypatch
):
    context.session.open(old)
    dialog = NextYearDialog(context)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(ask, "file_to_save", lambda *_: tmp_path / "x.spcf")
    dialog.last.setText("end of year")
    qtbot.mouseClick(dialog.take, LEFT)
    assert (dialog.last.text(), dialog.problem.isHidden()) == ("end of year", False)
    assert "“end of year” is no day" in dialog.problem.text()
    assert not (tmp_path / "x.spcf").exists()
    context.session.close()


def stale_row(study: Study, kind: str) -> str:
    return next(p.split("/")[1] for p in study.stale if p.startswith(f"{kind}/"))


def test_a_carried_row_says_so_until_its_menu_confirms_it(qtbot, context, begun):
    page = MaterialsPage(context)
    qtbot.addWidget(page)
    page.show()
    row = stale_row(begun.study, "materials")
    state = row_state(context, row)
    assert (state.sign, state.is_carried) == ("?", True)
    assert "Carried over from 2025" in state.words
    page.materials.select(row)
    menu = {action.text(): action for action in page.materials.menu().actions()}
    menu["Confirm as still right"].trigger()
    assert row_state(context, row).sign == "✓"
    assert "Confirm as still right" not in {a.text() for a in page.materials.menu().actions()}
    begun.undo()
    assert row_state(context, row).sign == "?"


def test_a_step_is_confirmed_at_once_and_undone_at_once(qtbot, context, begun, said):
    bar = CarriedBar(context)
    qtbot.addWidget(bar)
    bar.show_step("materials")
    assert bar.words.text().startswith("Carried over from 2025: 0 of ")
    click(qtbot, bar, "carried-next")
    assert said == [next(p for p in begun.study.stale if p.startswith(("materials", "process")))]
    before = begun.study.stale
    click(qtbot, bar, "carried-all")
    assert not [p for p in begun.study.stale if p.startswith("materials/")]
    bar.show_step("materials")
    assert bar.isHidden()
    begun.undo()
    assert begun.study.stale == before


def test_the_window_shows_the_bar_on_steps_that_hold_something(qtbot, window, begun):
    window.show_step("materials")
    qtbot.waitUntil(lambda: window.findChild(CarriedBar) is not None)
    bar = window.findChild(CarriedBar)
    qtbot.waitUntil(bar.isVisible)
    window.show_step("deliver")
    assert bar.isHidden()


def test_every_row_that_waits_can_be_gone_to(qtbot, context, begun):
    materials, energy = MaterialsPage(context), EnergyPage(context)
    for page in (materials, energy):
        qtbot.addWidget(page)
        page.show()
    waiting = [place.split("/") for place in begun.study.stale]
    for kind, table, page in (
        ("materials", materials.materials, materials),
        ("process_steps", materials.steps, materials),
        ("energy_uses", energy.energy, energy),
        ("direct_emissions", energy.gases, energy),
    ):
        for parts in waiting:
            if parts[0] == kind:
                page.focus_on("/".join(parts))
                assert table.current_id() == parts[1]
    assert {parts[0] for parts in waiting} >= {"materials", "product", "wastes"}


@pytest.fixture
def page(qtbot, context, begun):
    made = ResultPage(context)
    qtbot.addWidget(made)
    made.resize(900, 1400)
    made.show()
    return made


def test_the_question_answers_at_once_and_asks_for_the_file(
    qtbot, context, page, begun, old, monkeypatch
):
    answer = page.findChild(QLabel, "answer-last-year").text()
    assert "rows are counted so far" in answer
    assert "not confirmed" in answer
    inside = page.questions.parts["last-year"].open()
    assert inside.view.isHidden()
    monkeypatch.setattr(ask, "file_to_open", lambda *_: old)
    qtbot.mouseClick(inside.locate, LEFT)
    assert remembered("old") == old
    assert not inside.view.isHidden()
    assert inside.view.headline.text()
    assert "old" not in begun.project.study.title


def test_a_file_of_another_study_is_not_taken(qtbot, page, said, tmp_path, monkeypatch):
    other = tmp_path / "other.spcf"
    save_project(other, with_study(None, replace(sample_study("stamped-bracket"), id="x")), NOW)
    inside = page.questions.parts["last-year"].open()
    monkeypatch.setattr(ask, "file_to_open", lambda *_: other)
    qtbot.mouseClick(inside.locate, LEFT)
    assert "is not the study" in said[-1]
    assert remembered("old") is None


def test_the_finding_about_last_year_opens_its_question(page):
    page.focus_on("result/last-year")
    assert page.questions.parts["last-year"].inside is not None


def test_the_comparison_follows_the_study_and_its_table_can_be_taken_along(
    qtbot, page, begun, old, tmp_path, monkeypatch
):
    remember("old", old)
    inside = page.questions.parts["last-year"].open()
    before = inside.view.headline.text()
    first = begun.study.transports[0]
    fewer = replace(begun.study, transports=begun.study.transports[1:])
    begun.edit(lambda _study: fewer, "Remove a leg")
    assert inside.view.headline.text() != before
    titles = {inside.view.model.index(r, 0).data() for r in range(inside.view.model.rowCount())}
    assert f"Gone: {first.name}" in titles
    click(qtbot, inside, "last-year-comparison-copy")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Cause\t2025\t2026\tkg CO₂e\n")
    assert len(text.splitlines()) == inside.view.model.rowCount() + 3
    target = tmp_path / "causes"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(qtbot, inside, "last-year-comparison-save")
    assert target.with_suffix(".csv").read_text("utf-8-sig").splitlines() == [
        ",".join(f'"{c}"' if "," in c else c for c in line.split("\t"))
        for line in text.splitlines()
    ]


def test_a_comparison_that_nobody_sees_waits_until_it_is_shown(page, begun, old):
    remember("old", old)
    inside = page.questions.parts["last-year"].open()
    page.hide()
    before = inside.view.headline.text()
    fewer = replace(begun.study, transports=begun.study.transports[1:])
    begun.edit(lambda _study: fewer, "Remove a leg")
    assert inside.view.headline.text() == before
    page.show()
    assert inside.view.headline.text() != before


def test_any_file_can_be_compared_with(qtbot, qtmodeltester, context, bracket, old, monkeypatch):
    dialog = CompareStudiesDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.view.isHidden()
    monkeypatch.setattr(ask, "file_to_open", lambda *_: old)
    click(qtbot, dialog, "compare-studies-pick")
    assert dialog.view.headline.text().startswith("The same as bracket 2025.spcf")
    qtmodeltester.check(dialog.view.model)


def test_a_file_that_cannot_be_read_is_said(qtbot, context, bracket, said, tmp_path):
    bad = tmp_path / "bad.spcf"
    bad.write_bytes(b"no study")
    dialog = CompareStudiesDialog(context)
    qtbot.addWidget(dialog)
    assert not dialog.compare(bad)
    assert said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_words(qtbot, context, begun, old, language):
    remember("old", old)
    parts = context._asdict() | {"language": language}
    spoken = Context(**parts)
    dialog = CompareStudiesDialog(spoken)
    next_year = NextYearDialog(spoken)
    bar = CarriedBar(spoken)
    for widget in (dialog, next_year, bar):
        qtbot.addWidget(widget)
    bar.show_step("energy")
    assert "2025" in dialog.view.headline.text()
    assert "2025" in bar.words.text()
    names = [w.objectName() for w in dialog.findChildren(QWidget) if w.objectName()]
    assert "comparison-table" in names
