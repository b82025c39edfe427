"""The documents of an open study: which of them its file holds, and which wait to be saved or brought back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from supplier_pcf.app.keeping import name_of_copy
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.project.attachments import (
    Attachment,
    free_name,
    safe_name,
    stage_again,
    staged_before,
)
from supplier_pcf.project.file import Project


@dataclass(frozen=True, slots=True)
class Held:
    """Documents by name; those that evidence named once are saved only while the study names them."""

    by_name: Mapping[str, Attachment] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    """The names evidence has used since the study was opened."""

    @classmethod
    def of(cls, project: Project) -> Held:
        """What a project brings along."""
        return cls(dict(project.attachments), frozenset(_files(project.study)))

    def having(self, attachment: Attachment) -> Held:
        """With one document more."""
        held = {**self.by_name, attachment.name: attachment}
        return replace(self, by_name=held, named=self.named | {attachment.name})

    def keeping(self, attachment: Attachment) -> Held:
        """With one document more that no evidence has to name."""
        return replace(self, by_name={**self.by_name, attachment.name: attachment})

    def named_in(self, study: Study) -> dict[str, Attachment]:
        """What goes into the file: all that the study names, and all that no evidence ever named."""
        files = _files(study)
        return {
            name: found
            for name, found in self.by_name.items()
            if name in files or name not in self.named
        }

    def without_need_of_file(self, study: Study, folder: Path) -> Held:
        """The same, with what the file will hold no longer copied aside, so that undo can bring it back."""
        kept = self.named_in(study)
        held = dict(self.by_name)
        for name, found in self.by_name.items():
            if name not in kept and found.is_member:
                # what cannot be read any more cannot be brought back either
                with suppress(Refusal):
                    held[name] = stage_again(found, folder)
        return replace(self, by_name=held)

    def written(self, attachments: Mapping[str, Attachment]) -> Held:
        """The same, with what is now in the file read from there."""
        return replace(self, by_name={**self.by_name, **attachments})


def with_staged(project: Project, root: Path, own: Path) -> Project:
    """The project with documents and copies of sent files that only an earlier run's staging still has.

    They move into the `own` staging, which goes when this run leaves properly.
    """
    found = dict(project.attachments)
    for name, sha256 in _sent(project.study):
        if all(known.sha256 != sha256 for known in found.values()):
            copy = staged_before(free_name(safe_name(name), found), sha256, root)
            if copy is not None:
                found[copy.name] = _moved(copy, own)
    for evidence in project.study.evidence:
        if evidence.file and evidence.file not in found:
            staged = staged_before(evidence.file, evidence.sha256, root)
            if staged is not None:
                found[evidence.file] = _moved(staged, own)
    return replace(project, attachments=found)


def forget_staged(study: Study, root: Path) -> None:
    """Takes away what an earlier run staged for a study that is not wanted back."""
    named = ((e.file, e.sha256) for e in study.evidence if e.sha256)
    for name, sha256 in (*named, *_sent(study)):
        staged = staged_before(name, sha256, root)
        if staged is not None:
            staged.source.unlink(missing_ok=True)


def forget_all_staged(root: Path, own: Path) -> None:
    """Takes away what any earlier run staged; only where no other run is alive."""
    for folder in root.glob("*"):
        if folder != own and folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)


def _moved(staged: Attachment, own: Path) -> Attachment:
    """The same document in our own staging, or where it is if it cannot be moved."""
    target = own / staged.sha256
    with suppress(OSError):
        own.mkdir(parents=True, exist_ok=True)
        staged.source.replace(target)
        return replace(staged, source=target)
    return staged


def _sent(study: Study) -> Iterator[tuple[str, str]]:
    """The copy of every file that left: what it is called inside the project, and its hash."""
    releases = {release.id: release for release in study.releases}
    for delivery in study.deliveries:
        release = releases.get(delivery.release_id)
        if release is not None:
            yield name_of_copy(release, delivery), delivery.sha256


def _files(study: Study) -> set[str]:
    return {evidence.file for evidence in study.evidence if evidence.file}
