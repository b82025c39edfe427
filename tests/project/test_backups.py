"""Dated copies of the last saves: how many are kept, which go first, and that they open."""

from datetime import UTC, datetime, timedelta

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.project import backups
from supplier_pcf.project.backups import all_backups, delete, keep

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def save(tmp_path, text="first", name="part.spcf"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def texts(root):
    return [backup.path.read_text(encoding="utf-8") for backup in all_backups(root)]


def test_a_copy_carries_day_name_and_content_of_the_file(tmp_path):
    keep(tmp_path / "kept", save(tmp_path), "study-1", NOW)
    (backup,) = all_backups(tmp_path / "kept")
    assert (backup.saved, backup.name, backup.size) == (NOW, "part.spcf", 5)
    assert backup.path.read_text(encoding="utf-8") == "first"


def test_the_last_ten_of_each_study_are_kept_newest_first(tmp_path):
    root = tmp_path / "kept"
    for number in range(12):
        keep(root, save(tmp_path, f"save {number}"), "study-1", NOW + timedelta(minutes=number))
    keep(root, save(tmp_path, "other", "other.spcf"), "study-2", NOW)
    assert texts(root) == [*(f"save {number}" for number in range(11, 1, -1)), "other"]


def test_two_saves_in_one_second_are_two_copies(tmp_path):
    root = tmp_path / "kept"
    keep(root, save(tmp_path, "first"), "study-1", NOW)
    keep(root, save(tmp_path, "second"), "study-1", NOW + timedelta(milliseconds=1))
    assert texts(root) == ["second", "first"]


def test_where_room_is_short_the_oldest_go_but_never_the_newest_of_a_study(tmp_path, monkeypatch):
    monkeypatch.setattr(backups, "MOST_BYTES", 10)
    root = tmp_path / "kept"
    keep(root, save(tmp_path, "old single", "a.spcf"), "study-1", NOW)
    for number in range(3):
        at = NOW + timedelta(days=1 + number)
        keep(root, save(tmp_path, f"other {number}", "b.spcf"), "study-2", at)
    assert texts(root) == ["other 2", "old single"]


def test_files_that_are_no_copies_are_left_alone(tmp_path):
    root = tmp_path / "kept"
    keep(root, save(tmp_path), "study-1", NOW)
    folder = all_backups(root)[0].path.parent
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "2026-99-99T00.00.00.000000Z part.spcf").write_text("no day", encoding="utf-8")
    assert len(all_backups(root)) == 1
    delete(all_backups(root))
    assert (folder / "notes.txt").exists()


def test_deleted_copies_are_gone_from_the_disk(tmp_path):
    root = tmp_path / "kept"
    keep(root, save(tmp_path), "study-1", NOW)
    delete(all_backups(root))
    assert list(root.rglob("*")) == []
    delete(all_backups(root))


def test_a_study_without_an_id_is_known_by_its_file(tmp_path):
    root = tmp_path / "kept"
    keep(root, save(tmp_path, name="a.spcf"), "", NOW)
    keep(root, save(tmp_path, name="b.spcf"), "", NOW)
    assert len({backup.study for backup in all_backups(root)}) == 2


def test_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path):
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    with pytest.raises(Refusal, match=r"file\."):
        keep(tmp_path / "kept", save(tmp_path), "study-1", NOW)
