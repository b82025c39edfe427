"""A project on disk: `.spcf` (a zip) or a plain `study.json`; read with suspicion, written whole."""

from __future__ import annotations

import filecmp
import hashlib
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.guard.json_text import MAX_BYTES
from supplier_pcf.project import codec, container, migrations
from supplier_pcf.project.attachments import Attachment
from supplier_pcf.project.container import ATTACHMENTS, FACTORS, MANIFEST, STUDY, Container
from supplier_pcf.project.manifest import (
    Listed,
    Manifest,
    header_from,
    manifest_from,
    new_manifest,
    newer,
)
from supplier_pcf.project.whole import read_at_most, reading, real, replacing, shown

PLAIN_SUFFIX = ".json"
_MB = 1024 * 1024
_MAX_ATTACHED = 500 * _MB
_KNOWN = {MANIFEST, STUDY, FACTORS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A study with all that travels with it."""

    study: Study
    factors: tuple[EmissionFactor, ...] = ()
    """A copy of every bundled factor used, so that last year's study gives last year's number."""
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    read_only: bool = False
    """A newer revision wrote it: saving it here would lose what we do not know."""
    manifest: Manifest = Manifest()
    migrated_from: int | None = None
    """The version of the file, where it was older than ours."""


def read(path: Path) -> Project:
    """The project in a file, whichever of the two kinds it is.

    Raises:
        Refusal: the file is missing, damaged, hostile, newer than us, or not ours.
    """
    file = shown(path)
    with reading(path) as handle:
        return _read(handle, path, file)


def write(path: Path, project: Project, *, now: datetime) -> Project:
    """Writes the project whole or not at all, and returns it as it now is on disk.

    What was written is read back before it takes the place of the old file.

    Raises:
        Refusal: the place is not writable, or the project cannot be kept in such a file.
    """
    file = shown(path)
    if project.read_only:
        raise Refusal("file.opened_read_only", file=file)
    _refuse_attachments(project, path, file)
    if project.migrated_from is not None:
        _keep_original(path)
    with replacing(path) as handle:
        if path.suffix.lower() == PLAIN_SUFFIX:
            handle.write(_plain_text(project.study))
        else:
            _write_zip(handle, project, now)
        handle.flush()
        with Path(handle.name).open("rb") as again:
            written = _read(again, real(path), file)
        _check_same(project, written, path)
    return written


def _read(handle: IO[bytes], path: Path, file: str) -> Project:
    handle.seek(0)
    is_zip = handle.read(2) == b"PK"
    if not is_zip:
        return _read_plain(read_at_most(handle, MAX_BYTES), file)
    with container.opened(handle, file) as opened:
        return _read_zip(opened, path, file)


def _read_plain(data: bytes, file: str) -> Project:
    tree = _plain_tree(data, file)
    manifest = header_from(tree, file)
    return Project(study=_study(tree, manifest, file), **_how(manifest))


def _plain_tree(data: bytes, file: str) -> Any:
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if start not in (b"{", b"") and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refusal("file.not_ours", file=file)
    return codec.parse(data, file)


def _read_zip(opened: Container, path: Path, file: str) -> Project:
    manifest = manifest_from(codec.parse(opened.read(MANIFEST), file), file)
    names = opened.names
    if not manifest.is_newer_revision:
        _refuse_unknown_members(names, file)
    study = _study(codec.parse(opened.read(STUDY), file), manifest, file)
    factors: tuple[EmissionFactor, ...] = ()
    if FACTORS in names:
        newer_revision = manifest.is_newer_revision
        factors = codec.decode_factors(opened.read(FACTORS), file, newer=newer_revision)
    attachments = _attachments(opened, manifest, path)
    return Project(study=study, factors=factors, attachments=attachments, **_how(manifest))


def _study(tree: Any, manifest: Manifest, file: str) -> Study:
    if manifest.version < migrations.VERSION and isinstance(tree, dict):
        tree = migrations.migrate(tree, manifest.version, file)
    try:
        return codec.study_from(tree, file, newer=manifest.is_newer_revision)
    except Refusal as error:
        if manifest.is_newer_revision:
            raise newer(file, manifest.app) from error
        raise


def _how(manifest: Manifest) -> dict[str, Any]:
    older = manifest.version < migrations.VERSION
    return {
        "manifest": manifest,
        "read_only": manifest.is_newer_revision,
        "migrated_from": manifest.version if older else None,
    }


def _refuse_unknown_members(names: tuple[str, ...], file: str) -> None:
    for name in names:
        inside = name.removeprefix(ATTACHMENTS)
        if name not in _KNOWN and (inside == name or "/" in inside):
            raise Refusal("file.unknown_member", file=file, name=name[:60])


def _attachments(opened: Container, manifest: Manifest, path: Path) -> dict[str, Attachment]:
    found: dict[str, Attachment] = {}
    for member in sorted(opened.names):
        name = member.removeprefix(ATTACHMENTS)
        if name == member or "/" in name:
            continue
        listed = manifest.attachments.get(name) or _measured(opened.read(member))
        found[name] = Attachment(
            name=name, sha256=listed.sha256, size=listed.size, source=path, is_member=True
        )
    return found


def _measured(data: bytes) -> Listed:
    return Listed(sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def _refuse_attachments(project: Project, path: Path, file: str) -> None:
    """Refuses what this kind of file cannot hold, before anything is written."""
    if not project.attachments:
        return
    if path.suffix.lower() == PLAIN_SUFFIX:
        raise Refusal("file.plain_holds_no_attachments", file=file)
    if sum(attachment.size for attachment in project.attachments.values()) > _MAX_ATTACHED:
        raise Refusal("attachment.too_much_in_all", file=file, limit=_MAX_ATTACHED // _MB)


def _plain_text(study: Study) -> bytes:
    header = {"format_version": migrations.VERSION}
    if migrations.REVISION:
        header["format_revision"] = migrations.REVISION
    return codec.encode_plain(header | codec.study_as_data(study))


def _write_zip(handle: IO[bytes], project: Project, now: datetime) -> None:
    attachments = dict(sorted(project.attachments.items()))
    listed = {n: Listed(sha256=a.sha256, size=a.size) for n, a in attachments.items()}
    manifest = new_manifest(now, listed).as_data()
    with zipfile.ZipFile(handle, "w", allowZip64=False) as archive:
        container.add(archive, MANIFEST, codec.encode_plain(manifest), now)
        container.add(archive, STUDY, codec.encode_study(project.study), now)
        container.add(archive, FACTORS, codec.encode_factors(project.factors), now)
        for name, attachment in attachments.items():
            container.add(archive, ATTACHMENTS + name, attachment.read(), now)


def _check_same(project: Project, written: Project, path: Path) -> None:
    same = written.study == project.study
    if path.suffix.lower() != PLAIN_SUFFIX:
        same = same and written.factors == project.factors
        same = same and dict(written.attachments) == dict(project.attachments)
    if not same:
        raise RuntimeError("what was written does not read back as the same project")


def _keep_original(path: Path) -> None:
    """Keeps a file of an older version under `name.v1.spcf` before it is replaced."""
    version = _version_on_disk(path)
    if version is None or version >= migrations.VERSION:
        return
    number = 1
    kept = path.with_name(f"{path.stem}.v{version}{path.suffix}")
    while kept.exists():
        if filecmp.cmp(path, kept, shallow=False):
            return
        number += 1
        kept = path.with_name(f"{path.stem}.v{version}-{number}{path.suffix}")
    with reading(path) as original, replacing(kept) as copy:
        shutil.copyfileobj(original, copy)


def _version_on_disk(path: Path) -> int | None:
    """The version of the file that is there; None: no file, or none of ours."""
    file = shown(path)
    try:
        with reading(path) as handle:
            if handle.read(2) != b"PK":
                return header_from(_plain_tree(read_at_most(handle, MAX_BYTES), file), file).version
            with container.opened(handle, file) as opened:
                return manifest_from(codec.parse(opened.read(MANIFEST), file), file).version
    except Refusal:
        return None
