"""What a project file says about itself: format, version, the program that wrote it, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from supplier_pcf import __version__
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.project import migrations

FORMAT = "supplier-pcf"
_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An attachment as the manifest lists it."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Version and revision of the format, version of the program, time of saving."""

    version: int = 1
    revision: int = 0
    app: str = ""
    saved: str = ""
    """UTC, as 2026-01-31T12:00:00Z."""
    attachments: Mapping[str, Listed] = field(default_factory=dict)

    @property
    def is_newer_revision(self) -> bool:
        """Whether fields may be in it that this program does not know."""
        return self.version == migrations.VERSION and self.revision > migrations.REVISION

    def as_data(self) -> dict[str, Any]:
        """The manifest as plain values."""
        listed = {n: {"sha256": a.sha256, "size": a.size} for n, a in self.attachments.items()}
        return {
            "format": FORMAT,
            "version": self.version,
            "revision": self.revision,
            "app": self.app,
            "saved": self.saved,
        } | ({"attachments": dict(sorted(listed.items()))} if listed else {})


def utc(moment: datetime) -> str:
    """A moment as text, in UTC and whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_manifest(now: datetime, attachments: Mapping[str, Listed]) -> Manifest:
    """The manifest of a file this program writes now."""
    return Manifest(
        version=migrations.VERSION,
        revision=migrations.REVISION,
        app=__version__,
        saved=utc(now),
        attachments=attachments,
    )


def manifest_from(tree: Any, file: str) -> Manifest:
    """The manifest in plain values.

    Raises:
        Refusal: it is not one of ours, or a newer program is needed.
    """
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise Refusal("file.not_ours", file=file)
    app, saved = tree.get("app", ""), tree.get("saved", "")
    if not (isinstance(app, str) and isinstance(saved, str)):
        raise Refusal("file.bad_manifest", file=file)
    version, revision = _count(tree, "version", 1, file), _count(tree, "revision", 0, file)
    if version > migrations.VERSION:
        raise newer(file, app)
    listed = _listed(tree.get("attachments", {}), file)
    return Manifest(version=version, revision=revision, app=app, saved=saved, attachments=listed)


def header_from(tree: Any, file: str) -> Manifest:
    """What a plain study says about its format, taken out of it.

    Raises:
        Refusal: a newer program is needed.
    """
    if not isinstance(tree, dict):
        raise Refusal("file.not_a_study", file=file)
    version = _count(tree, "format_version", 1, file)
    revision = _count(tree, "format_revision", 0, file)
    for name in ("$schema", "format_version", "format_revision"):
        tree.pop(name, None)
    if version > migrations.VERSION:
        raise newer(file)
    return Manifest(version=version, revision=revision)


def newer(file: str, app: str = "") -> Refusal:
    """The refusal of a file that a newer program wrote; says which, if the file does."""
    name = "".join(letter for letter in app[:_SHOWN] if letter.isprintable())
    return (
        Refusal("file.newer", file=file, app=name) if name else Refusal("file.newer_by", file=file)
    )


def _count(tree: dict[str, Any], name: str, least: int, file: str) -> int:
    value = tree.get(name, least)
    if type(value) is not int or value < least:
        raise Refusal("file.expected_whole_number", file=file, path=name)
    return value


def _listed(tree: Any, file: str) -> dict[str, Listed]:
    found: dict[str, Listed] = {}
    for name, entry in tree.items() if isinstance(tree, dict) else ():
        match entry:
            case {"sha256": str(digest), "size": int(size)} if size >= 0:
                found[name] = Listed(sha256=digest, size=size)
            case _:
                raise Refusal("file.bad_manifest", file=file)
    return found
