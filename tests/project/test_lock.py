import json
import os
import subprocess
import sys
from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest

from supplier_pcf.project import lock

NOW = datetime(2026, 1, 31, 12, 0, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Träger.spcf"


def put(path, note):
    lock.note_path(path).write_text(json.dumps(asdict(note)), encoding="utf-8")


def dead_pid():
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_note_says_who_has_the_file_and_goes_with_him(path):
    assert lock.acquire(path, now=NOW) is None
    assert lock.note_path(path).name == "Träger.spcf.lock"
    note = json.loads(lock.note_path(path).read_text(encoding="utf-8"))
    assert note["pid"] == os.getpid()
    assert note["time"] == "2026-01-31T12:00:00Z"
    assert note["host"]
    lock.release(path, now=NOW)
    assert not lock.note_path(path).exists()


def test_our_own_note_does_not_keep_us_out(path):
    assert lock.acquire(path, now=NOW) is None
    assert lock.acquire(path, now=NOW) is None


def test_the_note_of_another_computer_is_told(path):
    other = lock.Note(host="plant-2", user="li", pid=1, time="2026-01-31T08:00:00Z")
    put(path, other)
    assert lock.acquire(path, now=NOW) == other
    lock.release(path, now=NOW)
    assert lock.read_note(path) == other


@pytest.fixture
def neighbour():
    """A process that lives until it is no longer needed."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process.pid
    process.communicate()


def test_the_note_of_a_living_process_here_is_told(path, neighbour):
    other = replace(lock.own_note(NOW), pid=neighbour)
    put(path, other)
    assert lock.acquire(path, now=NOW) == other


@pytest.mark.parametrize("pid", [dead_pid(), 0, -1, 10**30])
def test_the_note_of_a_dead_process_here_is_replaced(path, pid):
    put(path, replace(lock.own_note(NOW), pid=pid))
    assert lock.acquire(path, now=NOW) is None
    assert lock.read_note(path).pid == os.getpid()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"host": 1}', b"x" * 10_000])
def test_a_note_that_says_nothing_is_replaced(path, data):
    lock.note_path(path).write_bytes(data)
    assert lock.acquire(path, now=NOW) is None
    assert lock.read_note(path).pid == os.getpid()


def test_the_user_may_go_on_all_the_same(path):
    put(path, lock.Note(host="plant-2", user="li", pid=1))
    lock.take(path, now=NOW)
    assert lock.acquire(path, now=NOW) is None


def test_a_folder_that_takes_no_note_keeps_nobody_out(tmp_path):
    assert lock.acquire(tmp_path / "none" / "a.spcf", now=NOW) is None
    lock.take(tmp_path / "none" / "a.spcf", now=NOW)
    lock.release(tmp_path / "none" / "a.spcf", now=NOW)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked in another way")
def test_a_process_of_another_user_is_alive(monkeypatch, path):
    def denied(*args):
        raise PermissionError

    monkeypatch.setattr(lock.os, "kill", denied)
    assert not lock.is_stale(replace(lock.own_note(NOW), pid=5))


def test_a_computer_without_a_user_name_is_no_matter(monkeypatch):
    def unknown():
        raise KeyError("USERNAME")

    monkeypatch.setattr(lock.getpass, "getuser", unknown)
    assert lock.own_note(NOW).user == ""
