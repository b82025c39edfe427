"""An installed program that lost a part says so before it does anything else."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from supplier_pcf import __main__ as entry
from supplier_pcf.app import bundle
from supplier_pcf.domain.finding import Refusal

ROOT = Path(__file__).parents[2]
PARTS = {"python313.dll": b"one", "resources/factors/a.csv": b"two", "Qt/bin/Qt6Core.dll": b"six"}


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The folder of a small installed program, which is where we run from."""
    listed = {}
    for name, data in PARTS.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        listed[name] = [len(data), hashlib.sha256(data).hexdigest()]
    (tmp_path / bundle.LISTING).write_text(json.dumps({"version": "1.0", "files": listed}))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    return tmp_path


def test_from_source_there_is_nothing_to_check():
    bundle.refuse_damaged(thorough=True)


def test_a_whole_program_is_whole(installed):
    bundle.refuse_damaged(thorough=True)


@pytest.mark.parametrize("name", PARTS)
def test_a_missing_part_is_named(installed, name):
    (installed / name).unlink()
    with pytest.raises(Refusal) as caught:
        bundle.refuse_damaged()
    assert caught.value.code == "bundle.damaged"
    assert caught.value.params == {"count": 1, "file": name}


def test_a_part_that_was_cut_off_is_named(installed):
    (installed / "python313.dll").write_bytes(b"")
    assert list(bundle.damaged(installed)) == ["python313.dll"]


def test_other_content_of_the_same_size_shows_when_one_looks_closely(installed):
    (installed / "python313.dll").write_bytes(b"eno")
    assert list(bundle.damaged(installed)) == []
    assert list(bundle.damaged(installed, thorough=True)) == ["python313.dll"]


def test_a_file_of_somebody_else_is_no_damage(installed):
    (installed / "desktop.ini").write_bytes(b"x")
    assert list(bundle.damaged(installed, thorough=True)) == []


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"files": {"a": 1}}', b'{"files": 1}'])
def test_a_damaged_listing_is_damage(installed, data):
    (installed / bundle.LISTING).write_bytes(data)
    assert list(bundle.damaged(installed)) == [bundle.LISTING]


def test_both_programs_say_so_in_one_sentence(installed, monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    (installed / "python313.dll").unlink()
    assert entry.main() == entry.window_main() == 2
    said = capsys.readouterr()
    assert said.out == ""
    first, second = said.err.splitlines()
    assert first == second
    assert first.startswith("Supplier PCF is not complete: 1 of its parts")
    assert "python313.dll" in first


def test_looking_needs_nothing_that_may_be_missing():
    code = """
import sys
from pathlib import Path
sys._MEIPASS = "/nowhere"
sys.platform = "linux"
from supplier_pcf.__main__ import main
assert main() == 2
ours = {name.split(".")[0] for name in sys.modules}
print(sorted(ours - set(sys.stdlib_module_names) - {"__main__", "supplier_pcf"}))
"""
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.stdout.strip() == "[]", done.stderr
