"""What can be handed to the customer: what each file still lacks, what leaves in it, and the handing over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from supplier_pcf.app.delivering import export, find_format, report
from supplier_pcf.app.documents import refuse_same_file
from supplier_pcf.app.releases import release_for, with_release
from supplier_pcf.app.session import Session
from supplier_pcf.domain.finding import Finding, errors
from supplier_pcf.formats import FORMATS, Issue
from supplier_pcf.i18n import translator
from supplier_pcf.project.whole import without_signs

PDF = "pdf-summary"
"""Id of the summary for people; the others are exchange formats."""
_SUFFIX = ".pdf"

Leaving = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliverable:
    """One file that can be made of the study, and what stands in its way."""

    id: str
    title: str
    """What the format calls itself; empty for the summary."""
    suffix: str
    missing: tuple[Finding, ...]
    """Errors; while one stands nothing is written."""
    remarks: tuple[Finding, ...] = ()
    """What the format has to say beside."""

    @property
    def is_ready(self) -> bool:
        """Whether it can be written now."""
        return not self.missing


def deliverables(session: Session) -> tuple[Deliverable, ...]:
    """The summary and every exchange format, as far as the study is."""
    done = session.calculated
    standing = errors(done.findings)
    issue = _issue(session)
    summary = Deliverable(id=PDF, title="", suffix=_SUFFIX, missing=standing)
    files = []
    for chosen in FORMATS:
        lacking = chosen.lacks(issue)
        missing = _missing(standing, lacking)
        remarks = tuple(f for f in lacking if f not in errors(lacking))
        files.append(
            Deliverable(
                id=chosen.ID,
                title=chosen.TITLE,
                suffix=chosen.SUFFIX,
                missing=missing,
                remarks=remarks,
            )
        )
    return (summary, *files)


def deliver(session: Session, deliverable_id: str, path: Path, language: str, label: str) -> None:
    """Write a file; an exchange file's release becomes part of the study, saved when it is saved.

    The release is an edit like any other, called `label`: a study that was not saved since is asked
    for at closing, and unchanged content leaves under the same release next time.

    Raises:
        Refused: the study still lacks something; nothing is written.
        Refusal: the place cannot be written.
    """
    if session.path is not None:
        refuse_same_file(session.path, path)
    done, now = session.calculated, session.now()
    if deliverable_id == PDF:
        report(done, path, language, now)
        return
    release = export(done, find_format(deliverable_id), path, now)
    session.stop_merging()
    session.edit(lambda study: with_release(study, release), label)


def what_leaves(session: Session, deliverable_id: str, language: str) -> Leaving:
    """Exactly what the file will hold, field by field, read off the file as it would be made now.

    The id of a release that was not made yet and the moment it is made are drawn again at saving.
    """
    if deliverable_id == PDF:
        return _told(session, language)
    made = find_format(deliverable_id).render(_issue(session))
    if deliverable_id == "inventory-csv":
        return tuple(_table(made))
    return tuple(_leaves(json.loads(made)))


def is_new_release(session: Session) -> bool:
    """Whether the next exchange file leaves under an id that does not exist yet."""
    release = release_for(session.study, session.now())
    return all(known.id != release.id for known in session.study.releases)


def file_name(session: Session, deliverable: Deliverable) -> str:
    """A name for the file, made of the part number or the product's name and the kind of file."""
    product = session.study.product
    part = product.part_number or product.customer_part_number or product.name or "study"
    safe = without_signs(part).strip(" .")
    kind = "pcf-summary" if deliverable.id == PDF else deliverable.id
    return f"{safe or 'study'}-{kind}{deliverable.suffix}"


def _issue(session: Session) -> Issue:
    done = session.calculated
    return Issue.of(done.examined, release_for(done.study, session.now()), done.findings)


def _missing(standing: tuple[Finding, ...], lacking: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The study's own errors, then those of the format that do not just follow from them."""
    said = {finding.where for finding in standing}
    own = (f for f in errors(lacking) if f.where not in said)
    if standing:
        own = (f for f in own if not f.where.startswith("result"))
    return (*standing, *own)


def _told(session: Session, language: str) -> Leaving:
    from supplier_pcf.report.context import Report
    from supplier_pcf.report.telling import told_by

    done = session.calculated
    examined = done.examined
    return told_by(
        Report(
            study=examined.study,
            result=examined.result,
            findings=done.findings,
            factors={factor.id: factor for factor in examined.used_factors()},
            rules=examined.rules,
            language=language,
            as_of=examined.result.as_of,
            now=session.now(),
            translate=translator(language),
        )
    )


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every single value of a JSON document with its path."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _leaves(part, f"{path}/{name}" if path else name)
    elif isinstance(value, list):
        for number, part in enumerate(value, start=1):
            yield from _leaves(part, f"{path} {number}" if len(value) > 1 else path)
    else:
        yield path, value if isinstance(value, str) else json.dumps(value)


def _table(made: bytes) -> Iterator[tuple[str, str]]:
    """Every row of a table: its section and id, and the columns that hold something."""
    import csv
    import io

    text = made.decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        section, name = row.pop("section"), row.pop("id")
        told = "; ".join(f"{column}: {cell}" for column, cell in row.items() if cell)
        yield f"{section} {name}".strip(), told
