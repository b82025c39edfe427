import errno
import os

import pytest

from supplier_pcf.domain.finding import Refusal
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
