"""A note beside an open file that says who has it open; a courtesy, never an obstacle."""

from __future__ import annotations

import getpass
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.project import codec
from supplier_pcf.project.manifest import utc
from supplier_pcf.project.whole import reading, shown, write_whole

_MAX_NOTE = 4096
_SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Who has a file open: on which computer, in which process, since when."""

    host: str = ""
    user: str = ""
    pid: int = 0
    time: str = ""

    def is_by(self, other: Note) -> bool:
        """Whether both were written by the same process."""
        return (self.host, self.pid) == (other.host, other.pid)


def own_note(now: datetime) -> Note:
    """The note of this process."""
    return Note(host=_host(), user=_user(), pid=os.getpid(), time=utc(now))


def note_path(path: Path) -> Path:
    """Where the note of a file lies: `name.spcf.lock`."""
    return path.with_name(path.name + ".lock")


def acquire(path: Path, *, now: datetime) -> Note | None:
    """Puts our note beside the file; None: it is ours now, otherwise the note of whoever has it.

    A folder that cannot be written takes no note, which keeps nobody from opening the file.
    """
    mine = own_note(now)
    if _create(path, mine):
        return None
    other = read_note(path)
    if other is None or other.is_by(mine) or is_stale(other):
        take(path, now=now)
        return None
    return other


def take(path: Path, *, now: datetime) -> None:
    """Puts our note beside the file in place of any other: the user said to go on."""
    with suppress(Refusal):
        write_whole(note_path(path), _text(own_note(now)))


def release(path: Path, *, now: datetime) -> None:
    """Removes the note if it is ours."""
    note = read_note(path)
    if note is not None and note.is_by(own_note(now)):
        with suppress(OSError):
            note_path(path).unlink(missing_ok=True)


def read_note(path: Path) -> Note | None:
    """The note beside a file; None: there is none, or none that says anything."""
    try:
        with reading(note_path(path)) as handle:
            tree = codec.parse(handle.read(_MAX_NOTE), shown(note_path(path)))
    except Refusal:
        return None
    match tree:
        case {"host": str(host), "user": str(user), "pid": int(pid), "time": str(time)}:
            return Note(host=_clean(host), user=_clean(user), pid=pid, time=_clean(time))
        case _:
            return None


def is_stale(note: Note) -> bool:
    """Whether the note is of this computer and its process is gone."""
    return note.host == _host() and not _is_alive(note.pid)


def _create(path: Path, note: Note) -> bool:
    """Whether there was no note and ours could be put there, or no note can be put there at all."""
    try:
        with note_path(path).open("xb") as handle:
            handle.write(_text(note))
    except FileExistsError:
        return False
    except OSError:
        return True
    return True


def _text(note: Note) -> bytes:
    return codec.encode_plain(asdict(note))


def _clean(text: str) -> str:
    return "".join(letter for letter in text[:_SHOWN] if letter.isprintable())


def _host() -> str:
    if sys.platform == "win32":
        return _clean(os.environ.get("COMPUTERNAME", ""))
    return _clean(os.uname().nodename)


def _user() -> str:
    try:
        return _clean(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return ""


if sys.platform == "win32":

    def _is_alive(pid: int) -> bool:
        """Whether the process runs; on Windows `os.kill` would end it instead of asking."""
        import ctypes

        query_limited, still_active = 0x1000, 259
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(query_limited, False, pid)
        if not handle:
            access_denied = 5
            return ctypes.get_last_error() == access_denied
        code = ctypes.c_ulong()
        known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return bool(known) and code.value == still_active

else:

    def _is_alive(pid: int) -> bool:
        """Whether the process runs."""
        if pid <= 0:
            return False
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True
