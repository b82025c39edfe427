"""Archives from outside: only what is small, plain and named once is read, and never more than was declared."""

from __future__ import annotations

import io
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator

from supplier_pcf.domain.finding import Refusal

MAGIC = b"PK\x03\x04"
MAX_MEMBERS = 2000
MAX_TOTAL = 200 * 1024 * 1024
_MAX_RATIO = 250
_RATIO_FROM = 1024 * 1024
_SHOWN = 60
_ENCRYPTED = 0x1 | 0x40
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


def members(
    data: bytes, file: str, wanted: Callable[[str], bool], limit: int
) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the wanted members, none of them bigger than `limit` bytes.

    Raises:
        Refusal: the archive is damaged, encrypted, or made to harm.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _look(archive.infolist(), len(data), file)
            for info in archive.infolist():
                if not info.is_dir() and wanted(info.filename):
                    yield info.filename, _content(archive, info, file, limit)
    except _BROKEN as error:
        raise Refusal("file.damaged", file=file) from error


def names(data: bytes, file: str) -> list[str]:
    """The names of the members, folders not among them.

    Raises:
        Refusal: as of `members`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _look(archive.infolist(), len(data), file)
            return [info.filename for info in archive.infolist() if not info.is_dir()]
    except _BROKEN as error:
        raise Refusal("file.damaged", file=file) from error


def _look(found: list[zipfile.ZipInfo], size: int, file: str) -> None:
    """What the directory of the archive says, before anything of it is unpacked."""
    if len(found) > MAX_MEMBERS:
        raise Refusal("file.too_many_members", file=file, limit=MAX_MEMBERS)
    seen: set[str] = set()
    for info in found:
        _check_name(info, file)
        key = unicodedata.normalize("NFC", info.filename).casefold()
        if key in seen:
            raise Refusal("file.duplicate_member", file=file, name=info.filename[:_SHOWN])
        seen.add(key)
        if info.flag_bits & _ENCRYPTED:
            raise Refusal("file.encrypted", file=file)
        if info.file_size > max(_RATIO_FROM, _MAX_RATIO * info.compress_size):
            raise Refusal("file.expands_too_much", file=file)
    if sum(info.file_size for info in found) > MAX_TOTAL:
        raise Refusal("file.expands_too_much", file=file)
    if sum(info.compress_size for info in found) > size:
        raise Refusal("file.damaged", file=file)


def _check_name(info: zipfile.ZipInfo, file: str) -> None:
    """Refuses names that lead out of a folder, and members that are no ordinary files."""
    parts = info.filename.replace("\\", "/").removesuffix("/").split("/")
    kind = stat.S_IFMT(info.external_attr >> 16)
    is_odd = kind not in (0, stat.S_IFDIR, stat.S_IFREG)
    if is_odd or ":" in info.filename or any(part in ("", "..") for part in parts):
        raise Refusal("file.unsafe_member", file=file, name=info.filename[:_SHOWN])


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: str, limit: int) -> bytes:
    if info.file_size > limit:
        raise Refusal("file.too_big", file=info.filename[:_SHOWN], limit=limit // 1024**2)
    try:
        with archive.open(info) as stream:
            content = stream.read(info.file_size + 1)
    except RuntimeError as error:
        raise Refusal("file.encrypted", file=file) from error
    if len(content) != info.file_size:
        raise Refusal("file.damaged", file=file)
    return content
