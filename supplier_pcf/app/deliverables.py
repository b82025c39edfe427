"""What can be handed to the customer: what each file still lacks, what leaves in it, and the handing over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from supplier_pcf.app.aside import Run, at_once
from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.delivering import (
    delivery_of,
    export,
    find_format,
    report,
    require_request,
)
from supplier_pcf.app.documents import refuse_same_file
from supplier_pcf.app.keeping import name_of_copy
from supplier_pcf.app.once import Once
from supplier_pcf.app.releases import release_for, with_delivery, with_release
from supplier_pcf.app.scenarios import told_in_report
from supplier_pcf.app.session import Session
from supplier_pcf.app.share_sheet import (
    PDF,
    SHEET_ENDING,
    Leaving,
    Shared,
    Staying,
    leaving_in,
    sheet_bytes,
    staying,
    stays_sentence,
    with_origins,
)
from supplier_pcf.domain.delivery import Delivery
from supplier_pcf.domain.finding import Finding, errors
from supplier_pcf.domain.record import Release
from supplier_pcf.domain.study import Study
from supplier_pcf.formats import FORMATS, Issue
from supplier_pcf.i18n import translator
from supplier_pcf.project.whole import without_signs, write_whole
from supplier_pcf.report.labels import Translate, per_unit

__all__ = ["PDF", "Leaving", "Shared", "Staying", "stays_sentence", "with_origins"]

_SUFFIX = ".pdf"
_FOR_ONE = frozenset({"cx-0136-csv", "catena-x-7", "pact-2"})
_FOR_A_KILOGRAM = frozenset({"pact-2"})


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


_FILES: Once[tuple[Deliverable, ...]] = Once()


def deliverables(session: Session) -> tuple[Deliverable, ...]:
    """The summary and every exchange format, as far as the study is."""
    return files_of(session.calculated, session.now())


def files_of(done: Calculated, now: datetime) -> tuple[Deliverable, ...]:
    """The same of any study, looked at once: what a file lacks does not depend on the hour."""
    return _FILES.value(lambda: _files(done, now), done, now.date())


def _files(done: Calculated, now: datetime) -> tuple[Deliverable, ...]:
    standing = errors(done.findings)
    issue = Issue.of(done.examined, release_for(done.study, now), done.findings)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How a file is to be written, beside where."""

    language: str = "en"
    """Of the summary, and of the share sheet."""
    reason: str = ""
    """Why there is a new release."""
    request_id: str = ""
    """The request it answers."""
    with_sheet: bool = False
    """Whether the share sheet is saved beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """What was written, to be recorded."""

    release: Release | None
    delivery: Delivery
    made: bytes
    sheet: Path | None


def deliver(
    session: Session,
    deliverable_id: str,
    path: Path,
    how: Sending,
    label: str,
    run: Run[_Written] = at_once,
) -> Path | None:
    """Write a file; the release and what was sent become part of the study, saved when it is saved.

    Both are one edit like any other, called `label`: a study that was not saved since is asked for at closing, and
    unchanged content leaves under the same release next time. Returns the share sheet, where one was asked for.
    The writing is done by `run`, which may do it aside.

    Raises:
        Refused: the study still lacks something; nothing is written.
        Refusal: the place cannot be written.
    """
    if session.path is not None:
        refuse_same_file(session.path, path)
    done, now = session.calculated, session.now()
    work = _write_pdf if deliverable_id == PDF else _write_file
    written = run(lambda: work(session, done, now, deliverable_id, path, how))
    if written.release is not None:
        session.keep_sent(written.made, name_of_copy(written.release, written.delivery))
    session.stop_merging()
    session.edit(lambda study: _recorded(study, written.release, written.delivery), label)
    return written.sheet


def _write_pdf(
    session: Session, done: Calculated, now: datetime, deliverable_id: str, path: Path, how: Sending
) -> _Written:
    require_request(done.study, how.request_id)
    made = report(done, path, how.language, now)
    delivery = delivery_of(made, path, PDF, now, request_id=how.request_id)
    sheet = None
    if how.with_sheet:
        sheet = write_sheet(done.study, deliverable_id, _told(session, how.language), path, how)
    return _Written(release=None, delivery=delivery, made=made, sheet=sheet)


def _write_file(
    _session: Session,
    done: Calculated,
    now: datetime,
    deliverable_id: str,
    path: Path,
    how: Sending,
) -> _Written:
    chosen = find_format(deliverable_id)
    release, delivery, made = export(
        done, chosen, path, now, reason=how.reason, request_id=how.request_id
    )
    leaving = leaving_in(deliverable_id, made)
    sheet = write_sheet(done.study, deliverable_id, leaving, path, how) if how.with_sheet else None
    return _Written(release=release, delivery=delivery, made=made, sheet=sheet)


def _recorded(study: Study, release: Release | None, delivery: Delivery) -> Study:
    return with_delivery(with_release(study, release) if release else study, delivery)


def write_sheet(
    study: Study, deliverable_id: str, leaving: Leaving, path: Path, how: Sending
) -> Path:
    """Write what a file tells beside it; returns where.

    Raises:
        Refusal: the place cannot be written.
    """
    sheet = path.with_name(path.stem + SHEET_ENDING)
    shared = with_origins(deliverable_id, leaving)
    kept = staying(study, deliverable_id, leaving)
    write_whole(sheet, sheet_bytes(shared, kept, path.name, translator(how.language)))
    return sheet


def what_leaves(session: Session, deliverable_id: str, language: str, reason: str = "") -> Leaving:
    """Exactly what the file will hold, field by field, read off the file as it would be made now for this reason.

    The id of a release that was not made yet and the moment it is made are drawn again at saving.
    """
    if deliverable_id == PDF:
        return _told(session, language)
    made = find_format(deliverable_id).render(_issue(session, reason))
    return leaving_in(deliverable_id, made)


def what_stays(session: Session, deliverable_id: str, leaving: Leaving) -> tuple[Staying, ...]:
    """What the study knows, and how much of it leaves in the file."""
    return staying(session.study, deliverable_id, leaving)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The figure without uptake as a format states it: kg CO2e, for what, and the same per kg of product."""

    kg: float
    unit: str
    """What it is for, in words."""
    per_kg: float | None = None


def stated(
    session: Session, deliverable_id: str, language: str, translate: Translate
) -> Stated | None:
    """What a reader will find in the file, so that nobody takes it for another amount; None where nothing counts.

    The data models differ: most state the whole declared unit, some one of it, PACT 2 a kilogram.
    """
    result = session.calculated.result
    declared = result.declared_unit
    if not result.complete or deliverable_id == PDF or not declared.amount > 0:
        return None
    amount, unit, kg = declared.amount, declared.unit, result.excluding
    if deliverable_id in _FOR_ONE:
        amount, kg = 1.0, kg / amount
    if deliverable_id in _FOR_A_KILOGRAM and unit == "piece" and result.per_kg is not None:
        amount, unit, kg = 1.0, "kg", result.per_kg
    return Stated(kg=kg, unit=per_unit(amount, unit, language, translate), per_kg=result.per_kg)


def format_titles() -> tuple[tuple[str, str], ...]:
    """The id and the name of every exchange format."""
    return tuple((known.ID, known.TITLE) for known in FORMATS)


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


def _issue(session: Session, reason: str = "") -> Issue:
    done = session.calculated
    release = release_for(done.study, session.now(), reason=reason)
    return Issue.of(done.examined, release, done.findings)


def _missing(standing: tuple[Finding, ...], lacking: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The study's own errors, then those of the format that do not just follow from them."""
    said = {finding.where for finding in standing}
    own = (f for f in errors(lacking) if f.where not in said)
    if standing:
        own = (f for f in own if not f.where.startswith("result"))
    return (*standing, *own)


def _told(session: Session, language: str) -> Leaving:
    from supplier_pcf.report.summary import report_of
    from supplier_pcf.report.telling import told_by

    done = session.calculated
    supposed = told_in_report(done, language)
    return told_by(report_of(done.examined, done.findings, language, session.now(), supposed))
