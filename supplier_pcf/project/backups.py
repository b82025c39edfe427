"""Dated copies of the last saves in the user's own folder, each to be opened like the file it was."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from supplier_pcf.project.attachments import safe_name
from supplier_pcf.project.whole import reading, replacing, shown, write_refusal

KEPT = 10
"""Copies of one study."""
MOST_BYTES = 500 * 1024 * 1024
"""All copies together; beyond it the oldest go, but never the newest of a study."""
_STAMP = "%Y-%m-%dT%H.%M.%S.%fZ"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d\.\d\d\.\d\d\.\d{6}Z) (.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy of a save: where it lies, when it was saved, the name of the file then, its size in bytes."""

    path: Path
    saved: datetime
    name: str
    size: int

    @property
    def study(self) -> str:
        """What copies of one study have in common: the folder they lie in."""
        return self.path.parent.name


def keep(root: Path, saved: Path, study_id: str, now: datetime) -> None:
    """Copy a file that was just saved, and let the oldest copies of its study go.

    Raises:
        Refusal: the folder cannot be written, or the file not read.
    """
    digest = hashlib.sha256((study_id or str(saved)).encode("utf-8", "surrogatepass")).hexdigest()
    folder = root / digest[:16]
    stamp = now.astimezone(UTC).strftime(_STAMP)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_refusal(error, shown(folder)) from error
    with reading(saved) as source, replacing(folder / f"{stamp} {safe_name(saved.name)}") as copy:
        shutil.copyfileobj(source, copy)
    delete(_too_many(all_backups(root)))


def all_backups(root: Path) -> tuple[Backup, ...]:
    """Every copy, the newest first."""
    found: list[Backup] = []
    for path in root.glob("*/*"):
        told = _NAME.fullmatch(path.name)
        with suppress(OSError, ValueError):
            if told is not None and path.is_file():
                saved = datetime.strptime(told[1], _STAMP).replace(tzinfo=UTC)
                size = path.stat().st_size
                found.append(Backup(path=path, saved=saved, name=told[2], size=size))
    return tuple(sorted(found, key=lambda backup: (backup.saved, backup.name), reverse=True))


def delete(backups: Iterable[Backup]) -> None:
    """Remove copies for good; one that is gone already is no matter.

    Raises:
        Refusal: the folder cannot be written.
    """
    for backup in backups:
        try:
            backup.path.unlink(missing_ok=True)
        except OSError as error:
            raise write_refusal(error, shown(backup.path)) from error
        with suppress(OSError):
            backup.path.parent.rmdir()


def _too_many(newest_first: Sequence[Backup]) -> list[Backup]:
    """What goes: beyond ten of a study, then the oldest of all until the rest has room."""
    by_study = sorted(newest_first, key=lambda backup: backup.study)
    kept: list[Backup] = []
    gone: list[Backup] = []
    for _study, of_one in groupby(by_study, key=lambda backup: backup.study):
        listed = list(of_one)
        kept += listed[:KEPT]
        gone += listed[KEPT:]
    newest = {backup.study: backup for backup in reversed(newest_first)}
    room = sum(backup.size for backup in kept) - MOST_BYTES
    for backup in sorted(kept, key=lambda backup: backup.saved):
        if room <= 0:
            break
        if backup is not newest[backup.study]:
            gone.append(backup)
            room -= backup.size
    return gone
