import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.project import migrations, recovery, whole

NOW = datetime(2026, 1, 31, 12, 0, 0, tzinfo=UTC)
STUDY = Study(id="s1", title="Träger")
ORIGIN = Path("C:/Projekte/Träger.spcf")


def test_a_copy_holds_the_study_and_where_it_belongs(tmp_path):
    kept = recovery.keep(tmp_path / "new" / "folder", STUDY, origin=ORIGIN, now=NOW)
    assert recovery.newest(tmp_path / "new" / "folder") == kept
    assert (kept.study, kept.origin) == (STUDY, ORIGIN)
    tree = json.loads(kept.path.read_text(encoding="utf-8"))
    assert tree["study"] == {"id": "s1", "title": "Träger"}
    assert tree["saved"] == "2026-01-31T12:00:00.000000+00:00"


def test_a_file_and_a_new_study_have_one_copy_each(tmp_path):
    for title in ("one", "two"):
        recovery.keep(tmp_path, Study(id="s1", title=title), origin=ORIGIN, now=NOW)
        recovery.keep(tmp_path, Study(id="s1", title=title), origin=None, now=NOW)
        recovery.keep(tmp_path, Study(id="s2", title=title), origin=None, now=NOW)
    assert [copy.study.title for copy in recovery.copies(tmp_path)] == ["two"] * 3


def test_the_newest_comes_first(tmp_path):
    for number in (2, 3, 1):
        now = NOW + timedelta(milliseconds=number)
        recovery.keep(tmp_path, Study(id=str(number)), origin=None, now=now)
    assert [copy.study.id for copy in recovery.copies(tmp_path)] == ["3", "2", "1"]


def test_a_copy_that_cannot_be_read_is_passed_over(tmp_path):
    (tmp_path / "recovery-1.json").write_bytes(b'{"study": {')
    (tmp_path / "recovery-2.json").write_bytes(b'{"study": {}}')
    (tmp_path / "recovery-3.json").write_bytes(b"[]")
    newer = {"format_version": migrations.VERSION + 1, "origin": "", "saved": "", "study": {}}
    (tmp_path / "recovery-4.json").write_text(json.dumps(newer))
    assert recovery.newest(tmp_path) is None
    assert recovery.newest(tmp_path / "none") is None


def test_a_discarded_copy_is_gone(tmp_path):
    kept = recovery.keep(tmp_path, STUDY, origin=None, now=NOW)
    assert kept.path == recovery.path_of(tmp_path, STUDY, origin=None)
    recovery.discard(kept.path)
    recovery.discard(kept.path)
    assert os.listdir(tmp_path) == []


def test_a_failed_copy_leaves_the_one_before(tmp_path, monkeypatch):
    recovery.keep(tmp_path, STUDY, origin=None, now=NOW)

    def fail(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole.os, "fsync", fail)
    with pytest.raises(Refusal) as caught:
        recovery.keep(tmp_path, Study(id="s1", title="later"), origin=None, now=NOW)
    assert caught.value.code == "file.disk_full"
    assert recovery.newest(tmp_path).study == STUDY
    assert len(os.listdir(tmp_path)) == 1


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(Refusal):
        recovery.keep(tmp_path / "taken" / "folder", STUDY, origin=None, now=NOW)


def test_a_copy_that_cannot_be_removed_is_refused(tmp_path, monkeypatch):
    def held(*args, **kwargs):
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(recovery.Path, "unlink", held)
    with pytest.raises(Refusal) as caught:
        recovery.discard(tmp_path / "x")
    assert caught.value.code == "file.not_writable"


@pytest.mark.skipif(os.name != "posix", reason="names of POSIX are bytes")
def test_a_file_whose_name_is_not_text_gets_its_copy_too(tmp_path):
    recovery.keep(tmp_path, STUDY, origin=Path(os.fsdecode(b"/a\xff.spcf")), now=NOW)
    assert recovery.newest(tmp_path).study == STUDY
    assert recovery.newest(tmp_path).origin is None
