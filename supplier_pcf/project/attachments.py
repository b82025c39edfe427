"""Documents kept inside a project: taken in by their hash, under harmless names, opened by type."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.project.container import ATTACHMENTS, MAX_ATTACHMENT, opened
from supplier_pcf.project.whole import (
    DEVICES,
    NOT_IN_NAMES,
    read_at_most,
    reading,
    shown,
    write_refusal,
    write_whole,
)

OPENABLE = frozenset(
    {".pdf", ".png", ".jpg", ".jpeg", ".xlsx", ".csv", ".txt", ".json", ".eml", ".docx"}
)
"""Types that run nothing when the system opens them."""

_MB = 1024 * 1024
_MAX_STEM, _MAX_SUFFIX = 60, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document by its name, hash and size; its bytes stay where they are until they are asked for."""

    name: str
    sha256: str
    size: int
    source: Path = field(compare=False)
    """The project file it is a member of, or the staged copy."""
    is_member: bool = field(default=False, compare=False)

    def read(self) -> bytes:
        """The bytes, if they are still the ones that were taken in.

        Raises:
            Refusal: they are gone or have changed.
        """
        with reading(self.source) as handle:
            if self.is_member:
                with opened(handle, shown(self.source)) as container:
                    member = ATTACHMENTS + self.name
                    data = container.read(member) if member in container.names else b""
            else:
                data = handle.read(self.size + 1)
        if len(data) != self.size or hashlib.sha256(data).hexdigest() != self.sha256:
            raise Refusal("attachment.changed", file=shown(self.source), name=self.name)
        return data


def stage(path: Path, folder: Path, *, taken: Collection[str] = ()) -> Attachment:
    """Takes a document in: a copy under its hash in `folder`, with a name that is not taken yet.

    Raises:
        Refusal: it cannot be read, is too big, or is of a type we do not open.
    """
    name = free_name(safe_name(path.name), taken)
    if not may_open(name):
        raise Refusal("attachment.type", name=shown(path), types=", ".join(sorted(OPENABLE)))
    with reading(path) as handle:
        data = read_at_most(handle, MAX_ATTACHMENT)
    if len(data) > MAX_ATTACHMENT:
        raise Refusal("attachment.too_big", name=name, limit=MAX_ATTACHMENT // _MB)
    digest = hashlib.sha256(data).hexdigest()
    staged = _folder(folder) / digest
    write_whole(staged, data)
    return Attachment(name=name, sha256=digest, size=len(data), source=staged)


def stage_again(attachment: Attachment, folder: Path) -> Attachment:
    """The same document as a copy under its hash, for when the project file will not hold it.

    Raises:
        Refusal: it is gone or has changed.
    """
    staged = _folder(folder) / attachment.sha256
    write_whole(staged, attachment.read())
    return replace(attachment, source=staged, is_member=False)


def staged_before(name: str, sha256: str, root: Path) -> Attachment | None:
    """A document that an earlier run staged somewhere below `root`; nothing where it is gone."""
    if not sha256.isalnum():
        return None
    for found in sorted(root.glob(f"*/{sha256}")):
        return Attachment(name=name, sha256=sha256, size=found.stat().st_size, source=found)
    return None


def copy_for_opening(attachment: Attachment, folder: Path) -> Path:
    """A copy outside the project for another program to open.

    Raises:
        Refusal: its type is not one we open, or it has changed.
    """
    name = safe_name(attachment.name)
    if not may_open(name):
        raise Refusal("attachment.type", name=name, types=", ".join(sorted(OPENABLE)))
    data = attachment.read()
    target = _folder(folder / hashlib.sha256(data).hexdigest()[:16]) / name
    write_whole(target, data)
    return target


def may_open(name: str) -> bool:
    """Whether this is a type we let the system open."""
    return Path(name).suffix.lower() in OPENABLE


def safe_name(name: str) -> str:
    """A file name that is harmless on every system: no path, no control characters, nothing reserved."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(
        "_" if letter in NOT_IN_NAMES else letter for letter in last if _harmless(letter)
    )
    clean = clean.strip(" .")
    stem, dot, suffix = clean.rpartition(".")
    if not dot:
        stem, suffix = clean, ""
    stem = stem[:_MAX_STEM].rstrip(" .") or "document"
    if stem.split(".")[0].rstrip().lower() in DEVICES:
        stem = f"_{stem}"
    return stem + dot + suffix[:_MAX_SUFFIX].strip()


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, numbered if it is taken; names that differ in case only count as the same."""
    used = {other.casefold() for other in taken}
    path, number = Path(name), 2
    free = name
    while free.casefold() in used:
        free = f"{path.stem} ({number}){path.suffix}"
        number += 1
    return free


def _harmless(letter: str) -> bool:
    """Neither a control character nor one that is not seen, such as a change of direction."""
    return unicodedata.category(letter)[0] not in "C" and letter not in "\u2028\u2029"


def _folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_refusal(error, shown(folder)) from error
    return folder
