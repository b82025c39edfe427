"""Studies on disk: open, make, save; the factors a study uses travel with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from supplier_pcf.app.calculation import Calculated, calculated, library_of
from supplier_pcf.app.delivering import Exported
from supplier_pcf.app.keeping import name_of_copy, with_copy
from supplier_pcf.app.releases import with_delivery, with_release
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.project.file import PLAIN_SUFFIX, Project, read, write


def open_project(path: Path) -> Project:
    """The project in this file, a `.spcf` or a plain `study.json`.

    Raises:
        Refusal: the file is missing, damaged, newer, or not ours.
    """
    return read(path)


def open_or_begin(path: Path) -> Project:
    """The project in this file; about a new study, with an id of its own, where there is no file yet.

    Raises:
        Refusal: the file is damaged, newer, or not ours.
    """
    return open_project(path) if path.exists() else with_study(None, Study(id=str(uuid4())))


def calculate_project(project: Project, as_of: date) -> Calculated:
    """The footprint of an open project, with the factors it carries."""
    return calculated(project.study, library_of(project), as_of, project.attachments)


def save_project(path: Path, project: Project, now: datetime) -> Project:
    """Write the project whole or not at all, with a copy of every bundled factor it uses.

    Returns what is on disk now.

    Raises:
        Refusal: the place cannot be written; the old file is untouched.
    """
    done = calculate_project(project, now.date())
    own = {f.id for f in project.study.factors}
    copies = tuple(f for f in done.examined.kept_factors() if f.id not in own)
    return write(path, replace(project, factors=copies), now=now)


def with_study(project: Project | None, study: Study) -> Project:
    """The same project about another state of the study; a new project where there is none."""
    return Project(study=study) if project is None else replace(project, study=study)


def refuse_existing(target: Path) -> None:
    """A new study never takes the place of another file.

    Raises:
        Refusal: there is one of this name.
    """
    if target.exists():
        raise Refusal("file.exists", file=target.name)


def refuse_same_file(study: Path, target: Path) -> None:
    """A file to write must not be the study it is made from.

    Raises:
        Refusal: it is.
    """
    if target.exists() and target.samefile(study):
        raise Refusal("export.onto_study", file=target.name)


def record_delivery(path: Path, project: Project, left: Exported, now: datetime) -> bool:
    """Remember in the project file what left, with a copy of it; False where the file may not be written."""
    study = with_delivery(with_release(project.study, left.release), left.delivery)
    try:
        with TemporaryDirectory() as folder:
            if path.suffix.lower() != PLAIN_SUFFIX:
                name = name_of_copy(left.release, left.delivery)
                project = with_copy(project, left.made, name, Path(folder))
            save_project(path, replace(project, study=study), now)
    except Refusal:
        return False
    return True
