import errno
import json
import os
import stat
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.project import file, migrations, whole
from supplier_pcf.project.attachments import stage
from supplier_pcf.project.file import Project, read, write

NOW = datetime(2026, 1, 31, 12, 0, 0, tzinfo=UTC)
STUDY = Study(title="支架 Träger", materials=(Material(id="a", amount=Quantity(2.0, "kg")),))
PROJECT = Project(study=STUDY, factors=(EmissionFactor(id="set:a", fossil=2.0),))


def refusal(action, *args, **kwargs):
    with pytest.raises(Refusal) as caught:
        action(*args, **kwargs)
    return caught.value.code


def with_bill(folder, project=PROJECT):
    bill = folder / "bill.txt"
    bill.write_text("10 kWh", encoding="utf-8")
    attached = stage(bill, folder / "staged")
    return replace(project, attachments={"bill.txt": attached})


def test_a_project_comes_back_as_it_was(tmp_path):
    path = tmp_path / "Projekt ü 项目.spcf"
    written = write(path, PROJECT, now=NOW)
    again = read(path)
    assert again == written
    assert (again.study, again.factors) == (STUDY, PROJECT.factors)
    assert (again.read_only, again.migrated_from) == (False, None)
    assert (again.manifest.app, again.manifest.saved) == ("0.1.0", "2026-01-31T12:00:00Z")


def test_any_program_can_read_the_zip(tmp_path):
    path = tmp_path / "a.spcf"
    write(path, with_bill(tmp_path), now=NOW)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = ["manifest.json", "study.json", "factors.json", "attachments/bill.txt"]
        assert archive.namelist() == names
        assert json.loads(archive.read("study.json")) == {
            "title": "支架 Träger",
            "materials": [{"id": "a", "amount": {"value": 2.0, "unit": "kg"}}],
        }
        assert json.loads(archive.read("factors.json")) == [{"id": "set:a", "fossil": 2.0}]
        manifest = json.loads(archive.read("manifest.json"))
        assert manifest["format"] == "supplier-pcf"
        assert (manifest["version"], manifest["revision"]) == (1, migrations.REVISION)
        assert archive.read("attachments/bill.txt") == b"10 kWh"


def test_a_plain_study_stays_plain(tmp_path):
    path = tmp_path / "study.json"
    write(path, PROJECT, now=NOW)
    tree = json.loads(path.read_text(encoding="utf-8"))
    assert tree["format_version"] == 1
    assert tree["title"] == "支架 Träger"
    assert read(path).study == STUDY


def test_the_kind_is_read_from_the_content_not_from_the_name(tmp_path):
    write(tmp_path / "a.spcf", PROJECT, now=NOW)
    os.replace(tmp_path / "a.spcf", tmp_path / "a.json")
    (tmp_path / "b.spcf").write_bytes(b'\xef\xbb\xbf {"$schema": "x", "title": "b"}')
    assert read(tmp_path / "a.json").study == STUDY
    assert read(tmp_path / "b.spcf").study == Study(title="b")


def test_the_same_project_at_the_same_time_gives_the_same_bytes(tmp_path):
    one, other = tmp_path / "one.spcf", tmp_path / "other.spcf"
    write(one, with_bill(tmp_path), now=NOW)
    write(other, read(one), now=NOW.astimezone())
    assert one.read_bytes() == other.read_bytes()
    write(other, read(one), now=NOW + timedelta(seconds=2))
    assert one.read_bytes() != other.read_bytes()


def test_attachments_outlive_their_staged_copies(tmp_path):
    path = tmp_path / "a.spcf"
    project = write(path, with_bill(tmp_path), now=NOW)
    for staged in (tmp_path / "staged").iterdir():
        staged.unlink()
    project = write(path, replace(project, study=Study(title="later")), now=NOW)
    assert project.attachments["bill.txt"].read() == b"10 kWh"
    assert read(path).attachments["bill.txt"].read() == b"10 kWh"


def test_an_attachment_that_changed_behind_our_back_is_refused(tmp_path):
    path = tmp_path / "a.spcf"
    project = write(path, with_bill(tmp_path), now=NOW)
    data = path.read_bytes().replace(b"10 kWh", b"99 kWh")
    path.write_bytes(data)
    assert refusal(project.attachments["bill.txt"].read) == "file.damaged"
    write(path, PROJECT, now=NOW)
    assert refusal(project.attachments["bill.txt"].read) == "attachment.changed"
    assert refusal(write, path, project, now=NOW) == "attachment.changed"
    assert read(path).study == STUDY


def test_attachments_added_by_hand_are_measured(tmp_path):
    path = tmp_path / "a.spcf"
    write(path, PROJECT, now=NOW)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("attachments/", "")
        archive.writestr("attachments/note.txt", "hello")
    attached = read(path).attachments["note.txt"]
    assert attached.size == 5
    assert attached.read() == b"hello"


def test_a_plain_study_cannot_hold_attachments(tmp_path):
    path = tmp_path / "study.json"
    assert refusal(write, path, with_bill(tmp_path), now=NOW) == "file.plain_holds_no_attachments"
    assert not path.exists()


def test_attachments_have_a_limit_in_all(tmp_path, monkeypatch):
    monkeypatch.setattr(file, "_MAX_ATTACHED", 5)
    code = refusal(write, tmp_path / "a.spcf", with_bill(tmp_path), now=NOW)
    assert code == "attachment.too_much_in_all"


def test_a_study_of_a_newer_revision_is_never_saved(tmp_path):
    path = tmp_path / "a.spcf"
    project = replace(PROJECT, read_only=True)
    assert refusal(write, path, project, now=NOW) == "file.opened_read_only"
    assert not path.exists()


def test_a_study_that_shrinks_like_a_bomb_can_still_be_read(tmp_path):
    rows = tuple(Material(id=str(n), note=" " * 900_000) for n in range(3))
    path = tmp_path / "a.spcf"
    write(path, Project(study=Study(materials=rows)), now=NOW)
    assert read(path).study.materials == rows


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "file.disk_full"),
        (OSError(errno.EROFS, "Read-only file system"), "file.not_writable"),
        (OSError(errno.EIO, "Input/output error"), "file.cannot_write"),
        (PermissionError(errno.EACCES, "Permission denied"), "file.not_writable"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("name", ["a.spcf", "study.json"])
def test_failed_write_leaves_the_old_file(name, call, broken, code, tmp_path, monkeypatch):
    path = tmp_path / name
    write(path, PROJECT, now=NOW)
    old = path.read_bytes()

    def fail(*args):
        raise broken

    monkeypatch.setattr(whole, "_WAITS", (0.0,))
    monkeypatch.setattr(whole.os, call, fail)
    assert refusal(write, path, Project(study=Study(title="new")), now=NOW) == code
    assert path.read_bytes() == old
    assert os.listdir(tmp_path) == [name]


def test_a_fault_while_writing_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a.spcf"
    write(path, PROJECT, now=NOW)
    old = path.read_bytes()
    wrong = Study(materials=(Material(id="a", amount="much"),))
    with pytest.raises(TypeError):
        write(path, Project(study=wrong), now=NOW)
    assert refusal(write, path, Project(study=Study(title=5)), now=NOW) == "file.expected_text"
    assert path.read_bytes() == old
    assert os.listdir(tmp_path) == ["a.spcf"]


def test_what_does_not_read_back_the_same_is_not_saved(tmp_path, monkeypatch):
    path = tmp_path / "a.spcf"
    write(path, PROJECT, now=NOW)
    monkeypatch.setattr(file.codec, "study_from", lambda *args, **kwargs: Study(title="else"))
    with pytest.raises(RuntimeError):
        write(path, Project(study=Study(title="new")), now=NOW)
    monkeypatch.undo()
    assert read(path).study == STUDY
    assert os.listdir(tmp_path) == ["a.spcf"]


def test_a_file_held_for_a_moment_is_tried_again(tmp_path, monkeypatch):
    tries = []
    real = os.replace

    def held_twice(source, target):
        tries.append(target)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "held by a scanner")
        real(source, target)

    monkeypatch.setattr(whole, "_WAITS", (0.0, 0.0, 0.0))
    monkeypatch.setattr(whole.os, "replace", held_twice)
    write(tmp_path / "a.spcf", PROJECT, now=NOW)
    assert len(tries) == 3
    assert read(tmp_path / "a.spcf").study == STUDY


@pytest.mark.skipif(os.name != "posix", reason="links and permissions of POSIX")
def test_links_are_followed_and_permissions_kept(tmp_path):
    real, link = tmp_path / "real.spcf", tmp_path / "link.spcf"
    write(real, PROJECT, now=NOW)
    real.chmod(0o640)
    link.symlink_to(real.name)
    write(link, Project(study=Study(title="new")), now=NOW)
    assert link.is_symlink()
    assert read(real).study.title == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name != "posix", reason="the umask of POSIX")
def test_a_new_file_has_the_usual_permissions(tmp_path):
    write(tmp_path / "a.spcf", PROJECT, now=NOW)
    (tmp_path / "usual").touch()
    assert (tmp_path / "a.spcf").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_what_is_no_ordinary_file_is_neither_read_nor_replaced(tmp_path):
    assert refusal(read, tmp_path / "none.spcf") == "file.missing"
    assert refusal(read, tmp_path / "no" / "none.spcf") == "file.missing"
    assert refusal(read, tmp_path) == "file.is_folder"
    assert refusal(write, tmp_path, PROJECT, now=NOW) == "file.is_folder"
    assert refusal(write, tmp_path / "no" / "a.spcf", PROJECT, now=NOW) == "file.no_folder"
    (tmp_path / "a.txt").touch()
    assert refusal(write, tmp_path / "a.txt" / "a.spcf", PROJECT, now=NOW) == "file.no_folder"
    long = tmp_path / ("x" * 300 + ".spcf")
    assert refusal(write, long, PROJECT, now=NOW) == "file.name_too_long"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_is_neither_read_nor_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refusal(read, tmp_path / "pipe") == "file.not_a_file"
    assert refusal(write, tmp_path / "pipe", PROJECT, now=NOW) == "file.not_a_file"


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_to_itself_is_refused(tmp_path):
    (tmp_path / "a.spcf").symlink_to("a.spcf")
    assert refusal(read, tmp_path / "a.spcf") == "file.cannot_read"
    assert refusal(write, tmp_path / "a.spcf", PROJECT, now=NOW) == "file.cannot_write"


def test_a_protected_file_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "a.spcf"
    write(path, PROJECT, now=NOW)
    monkeypatch.setattr(whole.os, "access", lambda *args: False)
    assert refusal(write, path, PROJECT, now=NOW) == "file.write_protected"


def test_a_file_we_may_not_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.spcf"
    write(path, PROJECT, now=NOW)

    def denied(*args, **kwargs):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(whole.Path, "open", denied)
    assert refusal(read, path) == "file.no_permission"


@pytest.mark.skipif(os.name != "posix", reason="names of POSIX are bytes")
def test_a_name_that_is_not_text_can_still_be_shown(tmp_path):
    with pytest.raises(Refusal) as caught:
        read(tmp_path / os.fsdecode(b"a\xff.spcf"))
    assert caught.value.params["file"] == "a?.spcf"
