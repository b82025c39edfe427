"""The zip around a project: opened only if it is what we would have written ourselves."""

from __future__ import annotations

import os
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.guard import json_text

MANIFEST, STUDY, FACTORS, ATTACHMENTS = (
    "manifest.json",
    "study.json",
    "factors.json",
    "attachments/",
)

_MB = 1024 * 1024
MAX_FILE = 1024 * _MB
MAX_ATTACHMENT = 100 * _MB
MAX_TOTAL = 600 * _MB
MAX_MEMBERS = 2000
_MAX_DIRECTORY = 2 * _MB
_MAX_MANIFEST = _MB
_MAX_RATIO = 200
_SAFE_RATIO = 100
_RATIO_FROM = _MB
_SHOWN = 60

_END = struct.Struct("<4s4H2LH")
_END_MARK, _ZIP64_MARK, _ZIP64_SIZE = b"PK\x05\x06", b"PK\x06\x07", 20
_HEADER_SIZE = 30
_ENCRYPTED = 0x1 | 0x40
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    ValueError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Container:
    """An opened zip whose members have been looked at."""

    archive: zipfile.ZipFile
    file: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its members, folders not among them."""
        return tuple(name for name in self.archive.namelist() if not name.endswith("/"))

    def read(self, name: str) -> bytes:
        """The content of a member; never more than it declares.

        Raises:
            Refusal: it is not what it declares.
        """
        info = self.archive.getinfo(name)
        try:
            with self.archive.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except _BROKEN as error:
            raise Refusal("file.damaged", file=self.file) from error
        if len(data) != info.file_size:
            raise Refusal("file.damaged", file=self.file)
        return data


@contextmanager
def opened(handle: IO[bytes], file: str) -> Iterator[Container]:
    """The zip in an open file.

    Raises:
        Refusal: it is cut off, damaged, hostile, or something else than a project.
    """
    size = handle.seek(0, os.SEEK_END)
    if size > MAX_FILE:
        raise Refusal("file.too_big", file=file, limit=MAX_FILE // _MB)
    count = _check_end(handle, size, file)
    try:
        archive = zipfile.ZipFile(handle)
    except _BROKEN as error:
        raise Refusal("file.damaged", file=file) from error
    with archive:
        _check_members(archive.infolist(), count, size, file)
        yield Container(archive, file)


def _check_end(handle: IO[bytes], size: int, file: str) -> int:
    """The number of members by the record at the very end, where we write it."""
    handle.seek(max(0, size - _END.size - _ZIP64_SIZE))
    tail = handle.read()
    end = tail[-_END.size :]
    if len(end) < _END.size or not end.startswith(_END_MARK) or not end.endswith(b"\0\0"):
        raise Refusal("file.cut_off", file=file)
    _, disk, first_disk, here, count, length, offset, _ = _END.unpack(end)
    if tail.startswith(_ZIP64_MARK) or disk or first_disk or here != count:
        raise Refusal("file.damaged", file=file)
    if count > MAX_MEMBERS or length > _MAX_DIRECTORY:
        raise Refusal("file.too_many_members", file=file, limit=MAX_MEMBERS)
    if offset + length != size - _END.size:
        raise Refusal("file.damaged", file=file)
    return int(count)


def _check_members(members: list[zipfile.ZipInfo], count: int, size: int, file: str) -> None:
    if len(members) != count:
        raise Refusal("file.damaged", file=file)
    names: set[str] = set()
    for info in members:
        _check_name(info, file)
        key = unicodedata.normalize("NFC", info.filename).casefold()
        if key in names:
            raise Refusal("file.duplicate_member", file=file, name=_shown(info.filename))
        names.add(key)
        if info.flag_bits & _ENCRYPTED:
            raise Refusal("file.encrypted", file=file)
    _refuse_strangers({info.filename for info in members}, file)
    for info in members:
        _check_size(info, file)
    if sum(info.file_size for info in members) > MAX_TOTAL:
        raise Refusal("file.expands_too_much", file=file)
    _check_overlap(members, size, file)


def _check_name(info: zipfile.ZipInfo, file: str) -> None:
    """Refuses names that could lead out of a folder, and members that are no ordinary files."""
    name = info.orig_filename
    parts = name.removesuffix("/").split("/")
    is_plain = name == info.filename and name.isprintable() and not set(name) & set("\\:")
    kind = stat.S_IFMT(info.external_attr >> 16)
    right_kind = kind in (0, stat.S_IFDIR if name.endswith("/") else stat.S_IFREG)
    if not is_plain or not right_kind or any(part in ("", ".", "..") for part in parts):
        raise Refusal("file.unsafe_member", file=file, name=_shown(name))


def _refuse_strangers(names: set[str], file: str) -> None:
    """Tells another zip from a project that has lost a part."""
    if "[Content_Types].xml" in names:
        raise Refusal("file.is_office", file=file)
    if MANIFEST not in names:
        raise Refusal("file.no_manifest" if STUDY in names else "file.not_ours", file=file)
    if STUDY not in names:
        raise Refusal("file.no_study", file=file)


def _check_size(info: zipfile.ZipInfo, file: str) -> None:
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refusal("file.damaged", file=file)
    if info.file_size > _limit(info.filename):
        raise Refusal("file.expands_too_much", file=file)
    if info.file_size > max(_RATIO_FROM, _MAX_RATIO * info.compress_size):
        raise Refusal("file.expands_too_much", file=file)


def _limit(name: str) -> int:
    if name == MANIFEST:
        return _MAX_MANIFEST
    return MAX_ATTACHMENT if name.startswith(ATTACHMENTS) else json_text.MAX_BYTES


def _check_overlap(members: list[zipfile.ZipInfo], size: int, file: str) -> None:
    """Refuses members that share bytes: the trick of small files that expand to very big ones."""
    end = 0
    for info in sorted(members, key=lambda member: member.header_offset):
        if info.header_offset < end:
            raise Refusal("file.damaged", file=file)
        end = info.header_offset + _HEADER_SIZE + info.compress_size
    if end > size:
        raise Refusal("file.damaged", file=file)


def _shown(name: str) -> str:
    readable = "".join(letter if letter.isprintable() else "?" for letter in name)
    return readable[:_SHOWN]


def add(archive: zipfile.ZipFile, name: str, data: bytes, now: datetime) -> None:
    """Adds a member so that the same content and moment always give the same bytes."""
    moment = now.astimezone(UTC)
    info = zipfile.ZipInfo(name, (max(moment.year, 1980), *moment.timetuple()[1:6]))
    info.create_system = 3
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    info.compress_type = _method(name, data)
    archive.writestr(info, data)


def _method(name: str, data: bytes) -> int:
    """Attachments are compressed in themselves; what shrinks like a bomb is not shrunk."""
    if name.startswith(ATTACHMENTS):
        return zipfile.ZIP_STORED
    if len(data) > _RATIO_FROM and len(data) > _SAFE_RATIO * len(zlib.compress(data)):
        return zipfile.ZIP_STORED
    return zipfile.ZIP_DEFLATED
