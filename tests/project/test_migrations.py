import zipfile
from datetime import UTC, datetime

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.project import migrations, recovery
from supplier_pcf.project.file import Project, read, write
from tests.project.zips import members, zipped

NOW = datetime(2026, 1, 31, 12, 0, 0, tzinfo=UTC)
OLD = zipped(members() | {"study.json": '{"title": "Bracket", "lang": "de"}'})


def language_in_full(data):
    """Version 1 had `lang`, which nobody could guess."""
    return {"language" if key == "lang" else key: value for key, value in data.items()}


@pytest.fixture
def version_2(monkeypatch):
    """A program whose files are of version 2."""
    monkeypatch.setattr(migrations, "STEPS", {})
    migrations.step(to=2)(language_in_full)
    monkeypatch.setattr(migrations, "VERSION", 2)


def test_every_step_tells_its_reason_and_follows_the_one_before():
    assert sorted(migrations.STEPS) == list(range(2, migrations.VERSION + 1))
    assert all(step.__doc__ for step in migrations.STEPS.values())


def test_a_step_out_of_order_or_without_reason_is_not_taken(version_2):
    with pytest.raises(ValueError, match="out of order"):
        migrations.step(to=2)(language_in_full)
    with pytest.raises(ValueError, match="reason"):
        migrations.step(to=3)(lambda data: data)


def test_an_old_file_opens_as_it_would_be_today(version_2, tmp_path):
    path = tmp_path / "a.spcf"
    path.write_bytes(OLD)
    project = read(path)
    assert project.study == Study(title="Bracket", language="de")
    assert project.migrated_from == 1


def test_a_plain_old_study_opens_too(version_2, tmp_path):
    path = tmp_path / "study.json"
    path.write_text('{"lang": "de", "title": "x"}', encoding="utf-8")
    assert read(path).study == Study(title="x", language="de")


def test_the_original_is_kept_before_the_first_save(version_2, tmp_path):
    path = tmp_path / "a.spcf"
    path.write_bytes(OLD)
    project = read(path)
    written = write(path, project, now=NOW)
    assert (tmp_path / "a.v1.spcf").read_bytes() == OLD
    assert read(path).manifest.version == 2
    assert written.migrated_from is None
    write(path, project, now=NOW)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.spcf", "a.v1.spcf"]


def test_a_kept_original_is_never_overwritten(version_2, tmp_path):
    path = tmp_path / "a.spcf"
    (tmp_path / "a.v1.spcf").write_bytes(b"something else")
    path.write_bytes(OLD)
    write(path, read(path), now=NOW)
    assert (tmp_path / "a.v1.spcf").read_bytes() == b"something else"
    assert (tmp_path / "a.v1-2.spcf").read_bytes() == OLD


def test_an_original_kept_already_is_not_kept_twice(version_2, tmp_path):
    path = tmp_path / "a.spcf"
    (tmp_path / "a.v1.spcf").write_bytes(OLD)
    path.write_bytes(OLD)
    write(path, read(path), now=NOW)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.spcf", "a.v1.spcf"]


def test_saving_elsewhere_keeps_nothing(version_2, tmp_path):
    path = tmp_path / "a.spcf"
    path.write_bytes(OLD)
    project = read(path)
    write(tmp_path / "new.spcf", project, now=NOW)
    (tmp_path / "strange.spcf").write_bytes(b"something else")
    write(tmp_path / "strange.spcf", project, now=NOW)
    write(tmp_path / "new.spcf", project, now=NOW)
    names = sorted(p.name for p in tmp_path.iterdir())
    assert names == ["a.spcf", "new.spcf", "strange.spcf"]
    assert path.read_bytes() == OLD


def test_a_plain_original_is_kept_too(version_2, tmp_path):
    path = tmp_path / "study.json"
    path.write_text('{"lang": "de", "title": "x"}', encoding="utf-8")
    write(path, read(path), now=NOW)
    assert (tmp_path / "study.v1.json").read_text(encoding="utf-8").startswith('{"lang"')


def test_a_file_that_is_not_of_its_version_is_refused(monkeypatch, version_2, tmp_path):
    def needs_a_title(data):
        """Every old study had one."""
        return data | {"title": data["title"]}

    monkeypatch.setattr(migrations, "STEPS", {2: needs_a_title})
    path = tmp_path / "a.spcf"
    path.write_bytes(zipped(members() | {"study.json": '{"language": "de"}'}))
    with pytest.raises(Refusal) as caught:
        read(path)
    assert caught.value.code == "file.not_of_its_version"


def test_a_recovery_copy_of_an_older_program_is_migrated(monkeypatch, tmp_path):
    recovery.keep(tmp_path, Study(id="x", title="x"), origin=None, now=NOW)
    monkeypatch.setattr(migrations, "STEPS", {})

    @migrations.step(to=2)
    def shout(data):
        """Titles are shouted now."""
        return data | {"title": data["title"].upper()}

    monkeypatch.setattr(migrations, "VERSION", 2)
    assert recovery.newest(tmp_path).study.title == "X"


def test_a_plain_study_tells_its_revision(monkeypatch, tmp_path):
    monkeypatch.setattr(migrations, "REVISION", migrations.REVISION + 1)
    write(tmp_path / "study.json", Project(study=Study(title="x")), now=NOW)
    monkeypatch.undo()
    assert read(tmp_path / "study.json").read_only


def test_saved_files_carry_our_version(tmp_path):
    write(tmp_path / "a.spcf", Project(study=Study(title="x")), now=NOW)
    with zipfile.ZipFile(tmp_path / "a.spcf") as archive:
        assert f'"version": {migrations.VERSION},' in archive.read("manifest.json").decode()
