import errno
import os
import sys

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.paths import reachable, without_limit
from supplier_pcf.project import whole


def test_a_file_is_written_and_nothing_else(tmp_path):
    whole.write_whole(tmp_path / "a.txt", b"one")
    whole.write_whole(tmp_path / "a.txt", b"two")
    assert (tmp_path / "a.txt").read_bytes() == b"two"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_block_that_fails_leaves_nothing(tmp_path):
    def half():
        with whole.replacing(tmp_path / "a.txt") as handle:
            handle.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert os.listdir(tmp_path) == []


def test_the_disk_is_asked_to_keep_the_file_before_it_is_renamed(tmp_path, monkeypatch):
    calls = []
    fsync, rename = os.fsync, os.replace
    monkeypatch.setattr(whole.os, "fsync", lambda handle: calls.append("fsync") or fsync(handle))
    monkeypatch.setattr(whole.os, "replace", lambda *a: calls.append("replace") or rename(*a))
    whole.write_whole(tmp_path / "a.txt", b"one")
    assert calls[:2] == ["fsync", "replace"]


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path, monkeypatch):
    def fail(*args):
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(whole.os, "open", fail)
    whole.write_whole(tmp_path / "a.txt", b"one")
    monkeypatch.setattr(whole.os, "name", "nt")
    whole._sync_folder(tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == b"one"


def test_the_disk_may_fail_in_the_middle_of_reading(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x")
    with pytest.raises(Refusal) as caught, whole.reading(tmp_path / "a.txt"):
        raise OSError(errno.EIO, "Input/output error")
    assert caught.value.code == "file.cannot_read"
    assert caught.value.params == {"file": "a.txt", "reason": "Input/output error"}


def test_a_file_held_by_another_program_on_windows_is_named_so():
    error = PermissionError(errno.EACCES, "sharing violation")
    error.winerror = 32
    assert whole.write_refusal(error, "a.spcf").code == "file.in_use"
    assert whole.read_refusal(error, "a.spcf").code == "file.in_use"


@pytest.mark.parametrize(
    ("said", "name", "code"),
    [
        (123, "a?b.spcf", "file.bad_name"),
        (206, "x" * 300 + ".spcf", "file.name_too_long"),
    ],
)
def test_a_name_windows_cannot_store_is_named_so(said, name, code):
    error = OSError(errno.EINVAL, "Invalid argument")
    error.winerror = said
    assert whole.write_refusal(error, name).code == code


@pytest.mark.parametrize("name", ["con", "CON.spcf", "nul .pdf", "a:b.pdf", "a?.pdf", "a.", "a "])
def test_names_that_windows_takes_for_something_else_are_known(name):
    assert not whole.is_windows_name(name)


@pytest.mark.parametrize("name", ["Träger 支架.spcf", "console.spcf", ".hidden", "com10.pdf"])
def test_other_names_are_allowed_on_windows(name):
    assert whole.is_windows_name(name)


@pytest.mark.skipif(sys.platform != "win32", reason="names of Windows")
def test_a_device_is_never_written_to(tmp_path):
    with pytest.raises(Refusal) as caught:
        whole.write_whole(tmp_path / "nul.spcf", b"one")
    assert caught.value.code == "file.bad_name"


def test_a_long_path_is_given_without_a_limit():
    folder = "C:\\" + "\\".join(["Lieferanten 供应商"] * 20)
    assert without_limit("C:\\short.spcf") == "C:\\short.spcf"
    assert without_limit(folder) == "\\\\?\\" + folder
    assert without_limit("\\\\server" + folder[2:]) == "\\\\?\\UNC\\server" + folder[2:]
    assert without_limit(without_limit(folder)) == without_limit(folder)


def test_a_file_deep_below_many_folders_is_written_and_read(tmp_path):
    deep = tmp_path
    while len(str(deep)) < 400:
        deep = deep / ("Lieferanten 供应商 " + "x" * 40)
    reachable(deep).mkdir(parents=True)
    whole.write_whole(deep / "a.spcf", b"one")
    with whole.reading(deep / "a.spcf") as handle:
        assert handle.read() == b"one"


def test_a_file_held_for_a_moment_is_replaced_when_it_is_free(tmp_path, monkeypatch):
    """As a virus scanner or a cloud client holds it."""
    tries, rename = [], os.replace

    def held_twice(*names):
        tries.append(names)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "sharing violation")
        rename(*names)

    monkeypatch.setattr(whole.os, "replace", held_twice)
    monkeypatch.setattr(whole.time, "sleep", lambda seconds: None)
    whole.write_whole(tmp_path / "a.txt", b"one")
    assert (tmp_path / "a.txt").read_bytes() == b"one"
    assert len(tries) == 3


@pytest.mark.skipif(sys.platform != "win32", reason="Linux replaces a file that is open")
def test_a_file_that_is_open_elsewhere_is_named_so_and_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(whole.time, "sleep", lambda seconds: None)
    (tmp_path / "a.txt").write_bytes(b"one")
    with (tmp_path / "a.txt").open("rb"), pytest.raises(Refusal) as caught:
        whole.write_whole(tmp_path / "a.txt", b"two")
    assert caught.value.code in ("file.in_use", "file.not_writable")
    assert (tmp_path / "a.txt").read_bytes() == b"one"
    assert os.listdir(tmp_path) == ["a.txt"]
