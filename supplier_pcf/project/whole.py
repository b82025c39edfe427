"""Files read with care and written whole or not at all; what the disk says becomes a refusal."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.paths import is_in_use, reachable

_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries: on Windows a virus scanner or cloud client may hold the file briefly."""
_WINDOWS_NO_SUCH_NAME = (123, 206)
"""What Windows says of a name with a part it cannot store, and of one that is too long for it."""
NOT_IN_NAMES = frozenset('<>:"/\\|?*')
"""Signs that Windows does not take in the name of a file."""
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
"""Names that Windows keeps for devices, with any ending."""
_LONGEST_PART = 255

_WRITE_CODES = {
    errno.ENOENT: "file.no_folder",
    errno.ENOTDIR: "file.no_folder",
    errno.EEXIST: "file.no_folder",
    errno.EACCES: "file.not_writable",
    errno.EPERM: "file.not_writable",
    errno.EROFS: "file.not_writable",
    errno.ENOSPC: "file.disk_full",
    errno.EDQUOT: "file.disk_full",
    errno.ENAMETOOLONG: "file.name_too_long",
    errno.EISDIR: "file.is_folder",
}
_READ_CODES = {
    errno.ENOENT: "file.missing",
    errno.ENOTDIR: "file.missing",
    errno.ENAMETOOLONG: "file.missing",
    errno.EACCES: "file.no_permission",
    errno.EPERM: "file.no_permission",
    errno.EISDIR: "file.is_folder",
}


def shown(path: Path) -> str:
    """The file's name as it can be shown, whatever bytes the disk has for it."""
    return path.name.encode("utf-8", "replace").decode("utf-8") or str(path)


def real(path: Path) -> Path:
    """The file behind the links, reachable; where Windows cannot follow them, the path itself."""
    with suppress(OSError):
        return reachable(Path(os.path.realpath(path)))
    return reachable(path)


Stamp = tuple[int, int]
"""Which state of a file this is: when it was written, in nanoseconds, and its size in bytes."""


def stamp_of(path: Path) -> Stamp | None:
    """The state of a file; nothing where there is none, or the disk does not answer."""
    with suppress(OSError):
        found = reachable(path).stat()
        return found.st_mtime_ns, found.st_size
    return None


def write_refusal(error: OSError, file: str) -> Refusal:
    """The refusal for a failed write."""
    if is_in_use(error):
        return Refusal("file.in_use", file=file)
    if getattr(error, "winerror", None) in _WINDOWS_NO_SUCH_NAME:
        is_long = len(file) > _LONGEST_PART
        return Refusal("file.name_too_long" if is_long else "file.bad_name", file=file)
    code = _WRITE_CODES.get(error.errno or 0, "file.cannot_write")
    reason = {"reason": error.strerror or type(error).__name__}
    return Refusal(code, file=file, **(reason if code == "file.cannot_write" else {}))


def read_refusal(error: OSError, file: str) -> Refusal:
    """The refusal for a failed read."""
    if is_in_use(error):
        return Refusal("file.in_use", file=file)
    code = _READ_CODES.get(error.errno or 0, "file.cannot_read")
    reason = {"reason": error.strerror or type(error).__name__}
    return Refusal(code, file=file, **(reason if code == "file.cannot_read" else {}))


@contextmanager
def reading(path: Path) -> Iterator[IO[bytes]]:
    """An ordinary file, open for reading.

    Raises:
        Refusal: it is missing, a folder, a device, or not ours to read.
    """
    file, path = shown(path), reachable(path)
    try:
        _refuse_special(path.stat(), file)
        with path.open("rb") as handle:
            yield handle
    except OSError as error:
        raise read_refusal(error, file) from error


def read_at_most(handle: IO[bytes], limit: int) -> bytes:
    """The whole file, or one byte more than `limit` of a longer one, without asking for `limit` of memory."""
    size = handle.seek(0, os.SEEK_END)
    handle.seek(0)
    return handle.read(min(size, limit) + 1)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A new file that takes the place of `path` when the block ends well, and vanishes when not.

    Raises:
        Refusal: the disk, the folder or the old file does not allow it.
    """
    file = shown(path)
    _refuse_reserved(path, file)
    target = real(path)
    temporary = target.parent / f".spcf-{secrets.token_hex(6)}.tmp"
    try:
        mode = _mode_of_old(target, file)
        try:
            with temporary.open("xb") as handle:
                yield handle
                handle.flush()
                os.fsync(handle.fileno())
            if mode is not None:
                temporary.chmod(mode)
            _replace(temporary, target)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    except OSError as error:
        raise write_refusal(error, file) from error
    _sync_folder(target.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Writes a small file whole or not at all.

    Raises:
        Refusal: the disk, the folder or the old file does not allow it.
    """
    with replacing(path) as handle:
        handle.write(data)


def _refuse_reserved(path: Path, file: str) -> None:
    """Refuses names that Windows cannot store, changes by itself, or takes for a device."""
    if sys.platform != "win32":
        return
    if len(path.name) > _LONGEST_PART:
        raise Refusal("file.name_too_long", file=file)
    if not is_windows_name(path.name):
        raise Refusal("file.bad_name", file=file)


def without_signs(text: str) -> str:
    """The text with a hyphen for every sign that the name of a file may not hold on every system."""
    return "".join("-" if letter in NOT_IN_NAMES or letter < " " else letter for letter in text)


def is_windows_name(name: str) -> bool:
    """Whether a file on Windows may have this name: no device, no sign it reads as something else."""
    device = name.split(".")[0].rstrip(" ").lower()
    return device not in DEVICES and name == without_signs(name).rstrip(" .")


def _mode_of_old(target: Path, file: str) -> int | None:
    """The permissions to keep; refuses to replace what is protected or no ordinary file."""
    try:
        old = target.stat()
    except FileNotFoundError:
        return None
    _refuse_special(old, file)
    if not os.access(target, os.W_OK):
        raise Refusal("file.write_protected", file=file)
    return stat.S_IMODE(old.st_mode)


def _refuse_special(status: os.stat_result, file: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise Refusal("file.is_folder", file=file)
    if not stat.S_ISREG(status.st_mode):
        raise Refusal("file.not_a_file", file=file)


def _replace(temporary: Path, target: Path) -> None:
    for wait in _WAITS:
        try:
            os.replace(temporary, target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    os.replace(temporary, target)


def _sync_folder(folder: Path) -> None:
    """Makes the new name last; where the system cannot, the file is whole all the same."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
