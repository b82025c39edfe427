"""Copies of the files that left, kept in the project, so that an older one can be told again as out of date exactly."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from supplier_pcf.domain.delivery import Delivery
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.record import Release, ReleaseStatus
from supplier_pcf.domain.study import Study
from supplier_pcf.project.attachments import Attachment, free_name, safe_name
from supplier_pcf.project.file import Project
from supplier_pcf.project.whole import write_whole

_ACTIVE = {
    "pact-3": re.compile(rb'("status": ")Active(")'),
    "pact-2": re.compile(rb'("status": ")Active(")'),
    "catena-x-7": re.compile(rb'("extWBCSD_pfStatus": ")Active(")'),
    "aas-json": re.compile(rb'("value": ")Active(")'),
    "cx-0136-csv": re.compile(rb"(;)Active(;)"),
}
"""Where a format says that a footprint is the newest. Those of the data models 9 and 10 always say so."""


def copy_of_sent(
    made: bytes, name: str, held: Mapping[str, Attachment], folder: Path
) -> Attachment:
    """A copy of a file that left, or the one that is held already; `folder` has it until the project is saved.

    Raises:
        Refusal: the folder cannot be written.
    """
    digest = hashlib.sha256(made).hexdigest()
    known = next((each for each in held.values() if each.sha256 == digest), None)
    if known is not None:
        return known
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal("file.no_folder", file=folder.name) from error
    staged = folder / digest
    write_whole(staged, made)
    return Attachment(
        name=free_name(safe_name(name), held), sha256=digest, size=len(made), source=staged
    )


def with_copy(project: Project, made: bytes, name: str, folder: Path) -> Project:
    """The project with a copy of a file that left, taken in once; `folder` holds it until the project is saved.

    Raises:
        Refusal: the folder cannot be written.
    """
    copy = copy_of_sent(made, name, project.attachments, folder)
    return replace(project, attachments={**project.attachments, copy.name: copy})


def without_copies(project: Project) -> Project:
    """The project without copies of files that left, for the plain text of a study, which can hold none."""
    sent = {delivery.sha256 for delivery in project.study.deliveries}
    kept = {name: a for name, a in project.attachments.items() if a.sha256 not in sent}
    return replace(project, attachments=kept)


def name_of_copy(release: Release, delivery: Delivery) -> str:
    """What the copy of a file is called inside the project."""
    suffix = ".csv" if delivery.format_id.endswith("-csv") else ".json"
    return f"release {release.version} {delivery.format_id}{suffix}"


def older(study: Study) -> tuple[Release, ...]:
    """The releases that a newer one has followed."""
    return tuple(r for r in study.releases if r.status is ReleaseStatus.DEPRECATED)


def can_be_told_again(project: Project, study: Study, release: Release) -> tuple[Delivery, ...]:
    """The files of a release of which a copy is kept and whose format can say that it is out of date."""
    found: dict[str, Delivery] = {}
    for delivery in study.deliveries:
        fits = delivery.release_id == release.id and delivery.format_id in _ACTIVE
        if fits and _copy_of(project, delivery) is not None:
            found[delivery.format_id] = delivery
    return tuple(found.values())


def told_again(project: Project, study: Study, version: int, format_id: str) -> bytes:
    """The file of an older release as it left, but for its status, which says Deprecated (PACT 3: same id).

    Raises:
        Refusal: it is the newest, the format has no status, or no copy of it is kept or whole.
    """
    release = next((r for r in study.releases if r.version == version), None)
    if release is not None and release.status is ReleaseStatus.ACTIVE:
        raise Refusal("delivery.not_deprecated", version=version)
    if format_id not in _ACTIVE:
        raise Refusal("delivery.no_status", format=format_id[:40])
    kept = can_be_told_again(project, study, release) if release else ()
    delivery = next((d for d in kept if d.format_id == format_id), None)
    copy = _copy_of(project, delivery) if delivery else None
    if copy is None:
        raise Refusal("delivery.no_copy", version=version)
    changed, times = _ACTIVE[format_id].subn(rb"\1Deprecated\2", copy.read())
    if times != 1:
        raise Refusal("delivery.no_copy", version=version)
    return changed


def tell_again(project: Project, study: Study, version: int, format_id: str, target: Path) -> bytes:
    """Write the file of an older release anew as deprecated; returns what was written.

    Raises:
        Refusal: see `told_again`; or the place cannot be written.
    """
    made = told_again(project, study, version, format_id)
    write_whole(target, made)
    return made


def _copy_of(project: Project, delivery: Delivery) -> Attachment | None:
    kept = project.attachments.values()
    return next((each for each in kept if each.sha256 == delivery.sha256), None)
