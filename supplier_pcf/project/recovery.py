"""Recovery copies: the study alone, kept in our own folder, never over the user's file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.guard.json_text import MAX_BYTES
from supplier_pcf.project import codec, migrations
from supplier_pcf.project.manifest import header_from
from supplier_pcf.project.whole import read_at_most, reading, shown, write_refusal, write_whole

_PATTERN = "recovery-*.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCopy:
    """A study that was being worked on, and the file it belongs to, if it has one."""

    path: Path
    study: Study
    origin: Path | None
    saved: str
    """UTC, to the microsecond, so that copies sort by it."""


def keep(folder: Path, study: Study, *, origin: Path | None, now: datetime) -> RecoveryCopy:
    """Keeps a copy of the study, whole or not at all; one for each file, one for each new study.

    Raises:
        Refusal: the folder cannot be written.
    """
    saved = now.astimezone(UTC).isoformat(timespec="microseconds")
    path = path_of(folder, study, origin=origin)
    tree = {
        "format_version": migrations.VERSION,
        "format_revision": migrations.REVISION,
        "origin": _as_text(origin),
        "saved": saved,
        "study": codec.study_as_data(study),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_refusal(error, shown(folder)) from error
    write_whole(path, codec.encode_plain(tree))
    return RecoveryCopy(path=path, study=study, origin=origin, saved=saved)


def path_of(folder: Path, study: Study, *, origin: Path | None) -> Path:
    """Where the copy of this file or, without one, of this study lies."""
    name = f"file:{origin}" if origin is not None else f"study:{study.id}"
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return folder / f"recovery-{digest[:16]}.json"


def copies(folder: Path) -> tuple[RecoveryCopy, ...]:
    """All copies that can be read, newest first."""
    found: list[RecoveryCopy] = []
    for path in sorted(folder.glob(_PATTERN)):
        try:
            found.append(_open(path))
        except Refusal:
            continue
    return tuple(sorted(found, key=lambda copy: copy.saved, reverse=True))


def newest(folder: Path) -> RecoveryCopy | None:
    """The newest copy that can be read."""
    return next(iter(copies(folder)), None)


def discard(path: Path) -> None:
    """Removes a copy; one that is gone already is no matter.

    Raises:
        Refusal: the folder cannot be written.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise write_refusal(error, shown(path)) from error


def _as_text(origin: Path | None) -> str:
    """The path as text; nothing for a name whose bytes are no text, which still has its own copy."""
    text = str(origin or "")
    return text if text.encode("utf-8", "replace").decode("utf-8") == text else ""


def _open(path: Path) -> RecoveryCopy:
    file = shown(path)
    with reading(path) as handle:
        tree = codec.parse(read_at_most(handle, MAX_BYTES), file)
    manifest = header_from(tree, file)
    origin, saved, data = _parts(tree, file)
    data = migrations.migrate(data, manifest.version, file)
    study = codec.study_from(data, file, newer=manifest.is_newer_revision)
    return RecoveryCopy(path=path, study=study, origin=origin, saved=saved)


def _parts(tree: Any, file: str) -> tuple[Path | None, str, dict[str, Any]]:
    match tree:
        case {"origin": str(origin), "saved": str(saved), "study": dict(data)}:
            return (Path(origin) if origin else None), saved, data
        case _:
            raise Refusal("file.not_a_study", file=file)
