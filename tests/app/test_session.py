"""The open study: edits, saving, recovery, two programs on one file."""

import itertools
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from supplier_pcf.app.evidence import attach
from supplier_pcf.app.session import Session
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.project import lock
from supplier_pcf.project.backups import all_backups
from supplier_pcf.project.file import read
from tests.build import a_study

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def rename(name):
    return lambda study: replace(study, product=replace(study.product, name=name))


@pytest.fixture
def session(tmp_path):
    return Session(tmp_path / "data", clock=lambda: NOW)


@pytest.fixture
def saved(session, tmp_path):
    session.start(a_study())
    session.save(tmp_path / "part.spcf")
    return session


def another(session):
    return Session(session._copy.folder.parent, clock=lambda: NOW)


def test_an_edit_tells_before_and_after(session):
    heard = []
    session.watch(lambda before, after: heard.append((before.product.name, after.product.name)))
    session.edit(rename("Bracket"), "Rename")
    session.undo()
    assert heard == [("", "Bracket"), ("Bracket", "")]


def test_an_edit_that_changes_nothing_tells_nobody(session):
    heard = []
    session.watch(lambda before, after: heard.append(after))
    session.edit(rename(""), "Rename")
    assert heard == []
    assert not session.is_dirty


def test_undoing_back_to_the_file_is_clean_again(saved):
    saved.edit(rename("Other"), "Rename")
    assert saved.is_dirty
    saved.undo()
    assert not saved.is_dirty


def test_the_result_follows_the_study_and_is_worked_out_once(saved):
    first = saved.calculated
    assert saved.calculated is first
    saved.edit(rename("Other"), "Rename")
    assert saved.calculated is not first


def test_what_was_saved_is_opened_again(saved, tmp_path):
    saved.edit(rename("Other"), "Rename")
    saved.save()
    other = another(saved)
    saved.close()
    assert other.open(tmp_path / "part.spcf") is None
    assert other.study.product.name == "Other"
    assert other.undo_label is None


def test_saving_without_a_file_asks_for_one(session):
    session.edit(rename("Other"), "Rename")
    with pytest.raises(Refusal, match=r"session\.no_file"):
        session.save()


def test_a_failed_save_keeps_everything(session, tmp_path):
    session.edit(rename("Other"), "Rename")
    with pytest.raises(Refusal):
        session.save(tmp_path / "nowhere" / "part.spcf")
    assert session.is_dirty
    assert session.path is None


def test_a_failed_open_leaves_the_open_study(saved, tmp_path):
    with pytest.raises(Refusal):
        saved.open(tmp_path / "missing.spcf")
    assert saved.study == a_study()


def test_unsaved_work_is_found_after_a_crash(saved, tmp_path):
    saved.edit(rename("Half done"), "Rename")
    saved.keep_copy()
    fresh = another(saved)
    copy = fresh.copy_to_recover()
    assert copy.origin == tmp_path / "part.spcf"
    fresh.recover(copy)
    assert fresh.study.product.name == "Half done"
    assert fresh.is_dirty
    assert fresh.path == tmp_path / "part.spcf"


def test_saving_and_closing_leave_no_copy(saved):
    saved.edit(rename("Half done"), "Rename")
    saved.keep_copy()
    saved.save()
    assert another(saved).copy_to_recover() is None
    saved.edit(rename("Again"), "Rename")
    saved.keep_copy()
    saved.close()
    assert another(saved).copy_to_recover() is None


def test_undoing_to_the_file_takes_the_copy_away(saved):
    saved.edit(rename("Half done"), "Rename")
    saved.keep_copy()
    saved.undo()
    saved.keep_copy()
    assert another(saved).copy_to_recover() is None


def test_an_unwanted_copy_is_gone(saved):
    saved.edit(rename("Half done"), "Rename")
    saved.keep_copy()
    fresh = another(saved)
    fresh.discard_copy(fresh.copy_to_recover())
    assert fresh.copy_to_recover() is None


def test_somebody_elses_note_is_handed_over(saved, tmp_path, monkeypatch):
    path = tmp_path / "part.spcf"
    saved.close()
    note = replace(lock.own_note(NOW), host="other-laptop", user="li", pid=4711)
    monkeypatch.setattr(lock, "own_note", lambda now: note)
    lock.acquire(path, now=NOW)
    monkeypatch.undo()
    assert another(saved).open(path).user == "li"


def test_a_sample_starts_unsaved(session):
    session.start(a_study())
    assert session.is_dirty
    assert session.path is None


def test_a_blank_study_starts_clean(session):
    session.start(Study())
    assert not session.is_dirty


def test_closing_takes_our_note_away(saved, tmp_path):
    assert Path(lock.note_path(tmp_path / "part.spcf")).exists()
    saved.close()
    assert not Path(lock.note_path(tmp_path / "part.spcf")).exists()


# Somebody else saves the same file


def test_what_somebody_else_saved_meanwhile_is_not_overwritten_unasked(saved, tmp_path):
    other = another(saved)
    other.open(tmp_path / "part.spcf")
    other.edit(rename("Theirs"), "Rename")
    other.save()
    saved.edit(rename("Ours"), "Rename")
    assert saved.is_changed_on_disk
    with pytest.raises(Refusal, match=r"session\.changed_on_disk"):
        saved.save()
    assert another(saved).open(tmp_path / "part.spcf") is None
    assert read(tmp_path / "part.spcf").study.product.name == "Theirs"
    saved.save(over_newer=True)
    assert read(tmp_path / "part.spcf").study.product.name == "Ours"
    assert not saved.is_changed_on_disk


def test_another_name_keeps_both_states(saved, tmp_path):
    other = another(saved)
    other.open(tmp_path / "part.spcf")
    other.edit(rename("Theirs"), "Rename")
    other.save()
    saved.edit(rename("Ours"), "Rename")
    saved.save(tmp_path / "ours.spcf")
    names = [read(tmp_path / f).study.product.name for f in ("part.spcf", "ours.spcf")]
    assert names == ["Theirs", "Ours"]


def test_a_file_that_was_only_touched_is_no_other_file(saved, tmp_path):
    os.utime(tmp_path / "part.spcf", (0, 0))
    assert not saved.is_changed_on_disk


def test_a_file_that_is_gone_is_written_again(saved, tmp_path):
    (tmp_path / "part.spcf").unlink()
    saved.edit(rename("Ours"), "Rename")
    saved.save()
    assert read(tmp_path / "part.spcf").study.product.name == "Ours"


# Dated copies


def test_every_save_leaves_a_dated_copy_that_opens_as_a_study_without_a_file(tmp_path):
    minutes = itertools.count()
    saved = Session(tmp_path / "data", clock=lambda: NOW + timedelta(minutes=next(minutes)))
    saved.start(a_study())
    saved.save(tmp_path / "part.spcf")
    saved.edit(rename("Second"), "Rename")
    saved.save()
    newest, first = all_backups(saved.backup_folder)
    assert read(newest.path).study.product.name == "Second"
    saved.open_copy(first.path)
    assert saved.path is None
    assert saved.is_dirty
    assert saved.study.product.name == a_study().product.name
    saved.save(tmp_path / "again.spcf")
    assert read(tmp_path / "part.spcf").study.product.name == "Second"


def test_without_the_wish_no_copy_is_kept(session, tmp_path):
    session.start(a_study())
    session.save(tmp_path / "part.spcf", backs_up=False)
    assert all_backups(session.backup_folder) == ()


def test_no_room_for_a_copy_does_not_keep_from_saving(session, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "backups").write_text("in the way", encoding="utf-8")
    session.start(a_study())
    session.save(tmp_path / "part.spcf")
    assert (tmp_path / "part.spcf").exists()


# What crashed runs leave behind


def crashed_with_a_document(session, tmp_path):
    """A run that attached a document and ended without leaving."""
    (tmp_path / "bill.pdf").write_bytes(b"%PDF the bill")
    session.start(a_study())
    session.save(tmp_path / "part.spcf")
    attach(session, tmp_path / "bill.pdf", "Attach")
    session.keep_copy()
    return another(session)


def test_a_recovered_document_leaves_nothing_staged_once_saved_and_left(session, tmp_path):
    later = crashed_with_a_document(session, tmp_path)
    later.recover(later.copy_to_recover())
    later.save()
    later.close()
    assert list((tmp_path / "data" / "attachments").rglob("*.*")) == []
    assert [p for p in (tmp_path / "data" / "attachments").rglob("*") if p.is_file()] == []
    assert [a.read() for a in read(tmp_path / "part.spcf").attachments.values()] == [
        b"%PDF the bill"
    ]


def test_a_recovered_document_outlives_a_second_crash(session, tmp_path):
    later = crashed_with_a_document(session, tmp_path)
    later.recover(later.copy_to_recover())
    later.keep_copy()
    third = another(later)
    third.recover(third.copy_to_recover())
    assert [a.read() for a in third.attachments.values()] == [b"%PDF the bill"]


def test_tidying_waits_until_no_work_is_to_be_brought_back(session, tmp_path):
    later = crashed_with_a_document(session, tmp_path)
    staged = [p for p in (tmp_path / "data" / "attachments").rglob("*") if p.is_file()]
    later.tidy()
    assert staged
    assert all(p.exists() for p in staged)
    later.discard_copy(later.copy_to_recover())
    later.tidy()
    assert list((tmp_path / "data" / "attachments").glob("*")) == []
