"""A library that only the building computer had is noticed."""

import pytest

pefile = pytest.importorskip("pefile", reason="only the environment that builds has pefile")

from installer import dll_imports  # noqa: E402


@pytest.mark.parametrize("name", ["kernel32.dll", "icuuc.dll", "api-ms-win-crt-heap-l1-1-0.dll"])
def test_parts_of_windows_are_known(name):
    assert dll_imports.is_part_of_windows(name)


@pytest.mark.parametrize("name", ["libgcc_s_seh-1.dll", "python313.dll", "vcruntime140.dll"])
def test_what_must_travel_with_the_program_is_no_part_of_windows(name):
    assert not dll_imports.is_part_of_windows(name)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two files whose imports are told by the test."""
    for name in ("a.exe", "b.dll"):
        (tmp_path / name).write_bytes(b"")
    asked = {"a.exe": ["b.dll", "kernel32.dll"], "b.dll": ["user32.dll"]}
    monkeypatch.setattr(dll_imports, "imports", lambda path: asked[path.name])
    return tmp_path, asked


def test_a_program_that_has_all_it_asks_for_passes(folder):
    assert dll_imports.main([str(folder[0])]) == 0


def test_a_missing_library_is_named_with_who_asks_for_it(folder, capsys):
    folder[1]["b.dll"].append("libwinpthread-1.dll")
    assert dll_imports.main([str(folder[0])]) == 1
    assert "b.dll needs libwinpthread-1.dll" in capsys.readouterr().out


def test_what_is_no_program_at_all_is_refused(tmp_path):
    (tmp_path / "a.dll").write_bytes(b"MZ")
    with pytest.raises(pefile.PEFormatError):
        list(dll_imports.imports(tmp_path / "a.dll"))
