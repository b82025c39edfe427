"""What the build takes in hand: version, list of parts, checksums, locks, the steps of a landing."""

import hashlib
import re
import sys
from pathlib import Path

import pytest
import yaml

import supplier_pcf
from installer import build, ci, version_info
from installer.wine import wine
from supplier_pcf.app import bundle

ROOT = Path(__file__).parents[2]
INSTALLER = ROOT / "installer"


def test_the_version_comes_from_one_place():
    assert version_info.project_version() == supplier_pcf.__version__
    told = version_info.version_resource("1.20.3")
    assert "filevers=(1, 20, 3, 0)" in told
    assert "StringStruct('ProductVersion', '1.20.3')" in told


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A small built program."""
    parts = tmp_path / "_internal"
    (parts / "resources").mkdir(parents=True)
    (parts / "python313.dll").write_bytes(b"one")
    (parts / "resources" / "Träger.csv").write_bytes(b"two")
    monkeypatch.setattr(build, "PROGRAM", tmp_path)
    return parts


def test_the_program_finds_all_parts_that_the_build_listed(program):
    build.list_parts()
    assert list(bundle.damaged(program, thorough=True)) == []
    (program / "resources" / "Träger.csv").unlink()
    assert list(bundle.damaged(program)) == ["resources/Träger.csv"]


def test_listing_again_gives_the_same(program):
    build.list_parts()
    first = (program / bundle.LISTING).read_bytes()
    build.list_parts()
    assert (program / bundle.LISTING).read_bytes() == first


def test_checksums_are_as_sha256sum_writes_them(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "RELEASE", tmp_path)
    (tmp_path / "b-setup.exe").write_bytes(b"setup")
    (tmp_path / "a.zip").write_bytes(b"zip")
    build.write_checksums()
    expected = [
        f"{hashlib.sha256(b'zip').hexdigest()}  a.zip\n",
        f"{hashlib.sha256(b'setup').hexdigest()}  b-setup.exe\n",
    ]
    assert (tmp_path / "SHA256SUMS").read_bytes().decode("ascii") == "".join(expected)


def test_what_is_tried_on_windows_is_there():
    named = (*ci.WINDOW_TESTS, *ci.OTHERWISE_THERE)
    assert [path for path in named if not (ROOT / path).is_file()] == []


def test_a_build_that_became_too_big_stops():
    build.tell_size("setup", 60 * 1024**2)
    with pytest.raises(build.Stopped):
        build.tell_size("setup", 61 * 1024**2)


def test_a_step_with_another_code_than_0_stops():
    with pytest.raises(build.Stopped, match="program ended with 3"):
        build.step("program", lambda: 3)


def test_what_cannot_be_signed_stops_the_build(tmp_path, monkeypatch):
    setup = tmp_path / "set up.exe"
    script = tmp_path / "sign.py"
    script.write_text("import sys; open(sys.argv[1], 'ab').write(b'signed')", encoding="utf-8")
    for command in ("no-such-command", f'"{sys.executable}" -c "raise SystemExit(3)"'):
        monkeypatch.setenv(build.SIGN, command)
        with pytest.raises(build.Stopped, match="could not be signed"):
            build.sign(setup)
    monkeypatch.setenv(build.SIGN, f'"{sys.executable}" "{script}"')
    build.sign(setup)
    assert setup.read_bytes() == b"signed"
    monkeypatch.delenv(build.SIGN)
    build.sign(setup)
    assert setup.read_bytes() == b"signed"


def test_setup_knows_both_programs_and_takes_away_what_it_wrote():
    text = (INSTALLER / "setup.nsi").read_text(encoding="utf-8")
    for name in build.PROGRAMS:
        assert f'"{name}"' in text
    install, uninstall = text.split('Section "Uninstall"')
    written = set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', install))
    deleted = re.findall(r'DeleteReg\w+ (?:/ifempty )?HKCU "([^"]+)"', uninstall)
    assert {key for key in written if not any(key.startswith(gone) for gone in deleted)} == set()


def pins(lock):
    return dict(re.findall(r"^(\S+)==([^ ;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


def test_the_windows_lock_lies_inside_the_whole_one():
    whole = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf-8")
    windows = INSTALLER / "requirements-windows.lock"
    assert {"pyinstaller", "pyside6-essentials", "pytest-qt", "pandas"} <= set(pins(windows))
    for name, version in pins(windows).items():
        assert f"{name}=={version} " in whole, name
    text = windows.read_text(encoding="utf-8")
    assert text.count("==") == len(re.findall(r"==\S+ \\\n    --hash=sha256:", text))
    assert "http" not in text


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=str)
def test_actions_are_pinned_by_commit_and_may_only_read(path):
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert told["permissions"] == {"contents": "read"}
    used = [s["uses"] for job in told["jobs"].values() for s in job["steps"] if "uses" in s]
    assert used
    assert [use for use in used if not re.search(r"@[0-9a-f]{40}$", use)] == []


def test_the_landing_calls_readmes_test_command_first():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-2:] == ["python3 tools/start.py test", ".venv/bin/python installer/ci.py --fast"]
    assert "`python3 tools/start.py test`" in (ROOT / "README.md").read_text(encoding="utf-8")


def not_possible():
    raise ci.NotPossible("needs the Debian package wine")


def stopped():
    raise build.Stopped("self-test ended with 1")


def test_what_is_skipped_is_not_passed_and_what_fails_fails_all(capsys):
    report = ci.Report()
    assert not report.step("wine", not_possible)
    assert not report.failed
    assert report.step("tests", lambda: 0)
    assert not report.step("build", stopped)
    assert report.failed
    assert not report.step("setup", lambda: 0, needs=False)
    assert [line.split(":")[0] for line in report.lines] == [
        *("SKIPPED  wine", "passed   tests"),
        *("FAILED   build, self-test ended with 1", "SKIPPED  setup"),
    ]
    assert "needs the Debian package wine" in capsys.readouterr().out


def test_nothing_begins_when_the_time_is_over():
    report = ci.Report(start=-1e9)
    assert not report.step("tests", lambda: 1)
    assert report.lines == [f"SKIPPED  tests: {ci.MINUTES} minutes are over"]
    assert not report.failed


@pytest.mark.skipif(sys.platform == "win32", reason="wine is for other systems")
def test_a_file_is_called_as_windows_calls_it_under_wine():
    assert wine.windows_path(Path("/srv/Prüfung/a b.exe")) == "Z:\\srv\\Prüfung\\a b.exe"


def test_variables_of_this_machine_do_not_reach_windows(tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("PYTHONHOME", "/usr")
    monkeypatch.setenv("DISPLAY", ":0")
    told = wine.Wine(tmp_path, more={"SUPPLIER_PCF_TEST_PLATFORM": "windows"}).environment()
    assert not {"QT_QPA_PLATFORM", "PYTHONHOME", "DISPLAY"} & set(told)
    assert told["SUPPLIER_PCF_TEST_PLATFORM"] == "windows"
    assert "ucrtbase" not in wine.Wine(tmp_path).environment(own_runtime=False)["WINEDLLOVERRIDES"]
