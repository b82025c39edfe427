"""The open study: edits with undo, what was saved, the result of the moment, the copy for bad days."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from supplier_pcf.app import backups
from supplier_pcf.app.aside import Run, at_once
from supplier_pcf.app.calculation import Calculated, calculated, library_of
from supplier_pcf.app.change_log import logged
from supplier_pcf.app.documents import open_project, save_project, with_study
from supplier_pcf.app.held import Held, forget_all_staged, forget_staged, with_staged
from supplier_pcf.app.history import History
from supplier_pcf.app.keeping import copy_of_sent, without_copies
from supplier_pcf.app.kept_copy import KeptCopy
from supplier_pcf.app.own_factors import personal_file, problem_of, readable_factors, with_copies
from supplier_pcf.app.plant_model import with_proofs
from supplier_pcf.app.present import PresentResult
from supplier_pcf.domain.carried import settled
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.record import Change
from supplier_pcf.domain.study import Study
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.paths import user_data
from supplier_pcf.project import lock, recovery
from supplier_pcf.project.attachments import Attachment
from supplier_pcf.project.file import PLAIN_SUFFIX, Project
from supplier_pcf.project.lock import Note
from supplier_pcf.project.whole import Stamp, stamp_of

Edit = Callable[[Study], Study]
Watcher = Callable[[Study, Study], None]
Clock = Callable[[], datetime]
_Choice = tuple[
    tuple[FactorLibrary, tuple[EmissionFactor, ...], tuple[EmissionFactor, ...]], FactorLibrary
]
"""What was put together, and what came out."""


def utc_now() -> datetime:
    """The clock on the wall, in UTC."""
    return datetime.now(UTC)


class Session:
    """One study that is being worked on; the window and the tests use it alike.

    Watchers hear `(before, after)` of every change, opening and undo included.
    """

    def __init__(self, folder: Path | None = None, clock: Clock = utc_now) -> None:
        self._data = folder or user_data()
        self._copy = KeptCopy(self._data / "recovery")
        self._clock = clock
        self._watchers: list[Watcher] = []
        self.typed: dict[tuple[str, ...], Any] = {}
        """What stands in fields and cells and cannot be read, by where; nothing of it is in the study."""
        self._present = PresentResult()
        self._library: FactorLibrary | None = None
        self._choice: _Choice | None = None
        self._staging = self._data / "attachments" / uuid4().hex
        self._project = with_study(None, Study())
        self._path: Path | None = None
        self._saved = self._project.study
        self._stamp: Stamp | None = None
        self._held = Held()
        self._history = History(self._project.study)
        self._matrix_id = ""

    @property
    def study(self) -> Study:
        """The study as it stands."""
        return self._history.present

    @property
    def path(self) -> Path | None:
        """The file it was opened from or saved to."""
        return self._path

    @property
    def change_log(self) -> tuple[Change, ...]:
        """What was done up to the last saving, the oldest first."""
        return self._project.study.changes

    @property
    def project(self) -> Project:
        """The study as it stands with all that travels with it: copies of factors, documents."""
        project = with_study(self._project, self.study)
        return replace(project, attachments=self._held.named_in(self.study))

    @property
    def is_dirty(self) -> bool:
        """Whether something would be lost without saving; undoing back to the file is clean again."""
        return self.study is not self._saved

    @property
    def is_read_only(self) -> bool:
        """Whether a newer program wrote the file: it can be looked at, not saved over."""
        return self._project.read_only

    @property
    def undo_label(self) -> str | None:
        """The name of the edit to take back."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str | None:
        """The name of the edit to do again."""
        return self._history.redo_label

    @property
    def library(self) -> FactorLibrary:
        """The factors for this study, the project's own copies first; read when first asked for."""
        if self._library is None:
            self._library = library_of(self._project)
        return self._library

    @property
    def personal_file(self) -> Path:
        """Where the user's own factors lie, beside all studies."""
        return personal_file(self._data)

    @property
    def personal(self) -> tuple[EmissionFactor, ...]:
        """The user's own factors; none where their file is damaged, which `personal_problem` tells."""
        return readable_factors(self.personal_file)

    @property
    def personal_problem(self) -> Refusal | None:
        """Why the user's own factors cannot be read; nothing where they can."""
        return problem_of(self.personal_file)

    @property
    def choice(self) -> FactorLibrary:
        """All that may be chosen: the library, the user's own factors, the study's copies before them."""
        parts = (self.library, self.personal, self.study.factors)
        known = self._choice
        if known is None or any(a is not b for a, b in zip(known[0], parts, strict=True)):
            library, *own = parts
            extra = [factor for factors in own for factor in factors]
            known = self._choice = (parts, library.with_factors(extra) if extra else library)
        return known[1]

    @property
    def calculated(self) -> Calculated:
        """Result and findings of the present study, worked out once."""
        return self._present.value(self.study, self._to_calculate())

    @property
    def is_calculating(self) -> bool:
        """Whether the result of the present study is still being worked out in a thread."""
        return self._present.is_working(self.study)

    def calculate_ahead(self) -> None:
        """Let a thread work out the result of the present study; who asks for it meanwhile waits."""
        self._present.begin(self.study, self._to_calculate())

    def _to_calculate(self) -> Callable[[], Calculated]:
        today = self.now().date()
        return partial(calculated, self.study, self.library, today, self._held.by_name)

    @property
    def matrix_id(self) -> str:
        """The edition of the pedigree matrix by which spreads are judged; empty: the first. No part of the study."""
        return self._matrix_id

    def judge_by(self, matrix_id: str) -> None:
        """Judge spreads by another edition of the pedigree matrix, as long as the program runs."""
        self._matrix_id = matrix_id
        self._tell(self.study)

    @property
    def staging(self) -> Path:
        """The folder for documents that are not in the project file yet, and for copies to open."""
        return self._staging

    @property
    def attachments(self) -> Mapping[str, Attachment]:
        """The documents at hand by their names, those of undone edits too."""
        return self._held.by_name

    def hold(self, attachment: Attachment) -> None:
        """Keep a document at hand; it goes into the project file if the study names it when it is saved."""
        self._held = self._held.having(attachment)

    def now(self) -> datetime:
        """The session's clock."""
        return self._clock()

    def keep_sent(self, made: bytes, name: str) -> None:
        """Keep a copy of a file that left, to be saved with the study; a full disk does not stop the sending.

        The plain text of a study holds no copies.
        """
        if self._path is None or self._path.suffix.lower() != PLAIN_SUFFIX:
            with suppress(Refusal):
                self._held = self._held.keeping(
                    copy_of_sent(made, name, self._held.by_name, self._staging)
                )

    def watch(self, watcher: Watcher) -> None:
        """Tell this one of every change."""
        self._watchers.append(watcher)

    def edit(self, change: Edit, label: str, merge_key: str | None = None) -> None:
        """Apply a change under its name; typing in one field merges into one step of undo.

        An own factor that a row points to is copied into the study with the same edit, and what was
        carried over from another year is confirmed where the edit changes it.
        """
        before = self.study
        after = settled(before, with_copies(change(before), lambda: self.personal))
        if self._history.push(after, label, merge_key):
            self._tell(before)

    def stop_merging(self) -> None:
        """The next edit is a step of its own."""
        self._history.stop_merging()

    def undo(self) -> None:
        """Take back the last edit."""
        before = self.study
        self._history.undo()
        self._tell(before)

    def redo(self) -> None:
        """Do again what was taken back."""
        before = self.study
        self._history.redo()
        self._tell(before)

    def start(self, study: Study, *, is_new: bool = True) -> None:
        """Begin with this study, a sample or nothing; it has no file yet."""
        self._become(with_study(None, study), None)
        if is_new and study != Study():
            self._saved = Study()

    def open(self, path: Path, run: Run[Project] = at_once) -> Note | None:
        """Open a file; returns the note of somebody else who has it open. The reading is done by `run`.

        Raises:
            Refusal: the file cannot be opened; the session stays as it was.
        """
        project = run(lambda: open_project(path))
        other = lock.acquire(path, now=self.now())
        self._become(project, path)
        return other

    @property
    def is_changed_on_disk(self) -> bool:
        """Whether the file is another one than was opened or saved here: somebody else saved meanwhile."""
        if self._path is None or stamp_of(self._path) in (None, self._stamp):
            return False
        # some drives tell the time of a file differently later: what is in it decides
        with suppress(Refusal):
            return open_project(self._path).study != self._project.study
        return True

    def save(
        self,
        path: Path | None = None,
        *,
        over_newer: bool = False,
        backs_up: bool = True,
        run: Run[Project] = at_once,
    ) -> None:
        """Write the study to its file, or to another one, by `run`; a dated copy goes to the user's own folder.

        Raises:
            Refusal: it cannot be written, or somebody else saved the file meanwhile and it is not to be
                written `over_newer`; nothing on disk changes.
        """
        target = path or self._path
        if target is None:
            raise Refusal("session.no_file")
        if target == self._path and self.is_changed_on_disk and not over_newer:
            raise Refusal("session.changed_on_disk", file=target.name)
        present, now = self.study, self.now()
        project = self._to_save(target)
        written = run(lambda: save_project(target, project, now))
        if target != self._path:
            self._release_lock()
            lock.acquire(target, now=now)
        self._project, self._path, self._saved = written, target, present
        self._stamp = stamp_of(target)
        if backs_up:
            # no room for a copy is no reason not to save
            with suppress(Refusal):
                backups.keep(self.backup_folder, target, present.id, now)
        self._held = self._held.written(written.attachments)
        self._history.stop_merging()
        self.forget_copy()

    def _to_save(self, target: Path) -> Project:
        """The study with its log and all that goes into this file with it."""
        self._held = self._held.without_need_of_file(self.study, self._staging)
        labels = self._history.labels_since(self._saved)
        study = logged(self.study, self._project.study, labels, self.now())
        project = with_study(self._project, study)
        project = replace(project, attachments=self._held.named_in(self.study))
        if target != self._path:
            project = replace(project, read_only=False)
        return without_copies(project) if target.suffix.lower() == PLAIN_SUFFIX else project

    @property
    def backup_folder(self) -> Path:
        """Where the dated copies of the last saves lie."""
        return backups.backup_folder(self._data)

    def open_copy(self, path: Path) -> None:
        """Go on with what is in a file as a study without a file; the file itself is left alone.

        Raises:
            Refusal: the file cannot be opened; the session stays as it was.
        """
        self._become(open_project(path), None)
        self._saved = Study()

    def bring(self, other: Project) -> None:
        """Let the documents and factor copies of another project's plant travel with this study."""
        self._project = with_proofs(self._project, other, self._project.study)
        for attachment in self._project.attachments.values():
            self._held = self._held.having(attachment)
        self._library = None
        self._present.forget()
        self._tell(self.study)

    def keep_copy(self, *, is_aside: bool = False) -> None:
        """Put a copy of unsaved work where the next start finds it; a full disk does not stop work."""
        if self.is_dirty:
            self._copy.keep(self.study, self._path, self.now(), is_aside=is_aside)
        else:
            self.forget_copy()

    def copy_to_recover(self) -> recovery.RecoveryCopy | None:
        """Work that an earlier run could not save, newest first."""
        return recovery.newest(self._copy.folder)

    def recover(self, copy: recovery.RecoveryCopy) -> None:
        """Go on with a recovery copy; the file it came from stays as it is until saved."""
        project = with_study(None, copy.study)
        if copy.origin is not None:
            with suppress(Refusal):
                project = with_study(open_project(copy.origin), copy.study)
        project = with_staged(project, self._staging.parent, self._staging)
        self._become(project, copy.origin)
        self._saved = Study()
        self._copy.take(copy.path)

    def discard_copy(self, copy: recovery.RecoveryCopy) -> None:
        """The user does not want it back."""
        recovery.discard(copy.path)
        forget_staged(copy.study, self._staging.parent)

    def tidy(self) -> None:
        """Remove what crashed runs staged, once none of their work is waiting to be brought back."""
        if self.copy_to_recover() is None:
            forget_all_staged(self._staging.parent, self._staging)

    def forget_copy(self) -> None:
        """The copy of this work is not needed any more."""
        self._copy.forget()

    def close(self) -> None:
        """Leave properly: no copy, no lock, no staged document."""
        self.forget_copy()
        shutil.rmtree(self._staging, ignore_errors=True)
        self._release_lock()

    def _become(self, project: Project, path: Path | None) -> None:
        before = self.study
        self.forget_copy()
        if path != self._path:
            self._release_lock()
        self._project, self._path = project, path
        self._library = None
        self._present.forget()
        self._held = Held.of(project)
        self._history = History(project.study)
        self._saved = project.study
        self.typed.clear()
        self._stamp = None if path is None else stamp_of(path)
        self._tell(before)

    def _release_lock(self) -> None:
        if self._path is not None:
            lock.release(self._path, now=self.now())

    def _tell(self, before: Study) -> None:
        for watcher in tuple(self._watchers):
            watcher(before, self.study)
