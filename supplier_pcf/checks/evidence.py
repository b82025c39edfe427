"""Can what the study says be shown: documents, coverage, remarks, statements and the test of records?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.checks.facts import is_day
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.verification import ROUNDS, CommentClass
from supplier_pcf.engine.coverage import MARKS, coverage

_VERIFIERS = "ISO 14064-3"
_PROGRAM_YEARS = 3
"""Longest life of a program's certificate (Catena-X and TfS verification framework, 2.0)."""


def documents_can_be_shown(examined: Examined) -> Iterator[Finding]:
    """A document without a file says where it lies."""
    for evidence in examined.study.evidence:
        if not evidence.can_be_shown:
            yield Finding(
                code="evidence.nowhere",
                severity=Severity.WARNING,
                where=f"evidence/{evidence.id}",
                clause=_VERIFIERS,
                params={"title": evidence.called},
            )


def named_documents_are_there(examined: Examined) -> Iterator[Finding]:
    """A line does not point to a document that is not in the study."""
    known = {evidence.id for evidence in examined.study.evidence}
    for kind, flow in examined.flows():
        if not known.issuperset(flow.evidence):
            yield _unknown(named(flow), place(kind, flow, "evidence"))
    for meter in examined.study.meters:
        if not known.issuperset(meter.evidence):
            yield _unknown(meter.name or meter.id, f"meters/{meter.id}/evidence")


def _unknown(name: str, where: str) -> Finding:
    return Finding(
        code="evidence.unknown",
        severity=Severity.WARNING,
        where=where,
        clause=_VERIFIERS,
        params={"name": name},
    )


def evidence_covers_what_is_claimed(examined: Examined) -> Iterator[Finding]:
    """Who says verified can show evidence for the part of the footprint that the depth asks for."""
    level = examined.study.assurance.level
    if level not in MARKS:
        return
    found = coverage(examined.study, examined.result, examined.factor)
    if found.percent is not None and not found.reaches(level):
        yield Finding(
            code="evidence.below_mark",
            severity=Severity.WARNING,
            where="evidence",
            clause=_VERIFIERS,
            params={"percent": int(found.percent), "mark": int(MARKS[level])},
        )


def remarks_are_settled(examined: Examined) -> Iterator[Finding]:
    """A remark of a verifier waits for an answer, or for him to settle it; there is no third round."""
    for comment in examined.study.comments:
        if comment.round > ROUNDS:
            yield Finding(
                code="remark.round",
                severity=Severity.WARNING,
                where=f"comments/{comment.id}",
                clause=_VERIFIERS,
                params={"round": comment.round},
            )
        if comment.is_settled:
            continue
        is_light = comment.kind is CommentClass.IMPROVEMENT
        yield Finding(
            code="remark.answered" if comment.answer.strip() else "remark.open",
            severity=Severity.NOTE if is_light else Severity.WARNING,
            where=comment.where or f"comments/{comment.id}",
            clause=_VERIFIERS,
            params={"round": comment.round},
        )


def drawn_records_were_found(examined: Examined) -> Iterator[Finding]:
    """Each line of which a drawn record could not be found, in the newest test."""
    for drill in examined.study.drills[-1:]:
        missing: dict[str, int] = {}
        for record in drill.drawn:
            if record.is_found is False:
                missing[record.where] = missing.get(record.where, 0) + 1
        for where, count in missing.items():
            yield Finding(
                code="drill.not_found",
                severity=Severity.WARNING,
                where=where,
                clause=_VERIFIERS,
                params={"count": count},
            )


def statements_are_still_valid(examined: Examined) -> Iterator[Finding]:
    """A statement or a program certificate is used before its last day is over."""
    held = examined.study.assurance
    for field, until in (("valid_until", held.valid_until), ("program_until", held.program_until)):
        if until and is_day(until) and date.fromisoformat(until) < examined.result.as_of:
            yield Finding(
                code=f"assurance.{field}_over",
                severity=Severity.WARNING,
                where=f"assurance/{field}",
                clause=_VERIFIERS,
                params={"day": until},
            )
    days = (held.valid_until, held.program_from, held.program_until)
    for field, day in zip(("valid_until", "program_from", "program_until"), days, strict=True):
        if day and not is_day(day):
            yield Finding(
                code="assurance.day",
                severity=Severity.WARNING,
                where=f"assurance/{field}",
                clause=_VERIFIERS,
                params={"day": day},
            )


def certificates_run_no_longer_than_allowed(examined: Examined) -> Iterator[Finding]:
    """A certificate of the program holds three years at most."""
    held = examined.study.assurance
    if not (is_day(held.program_from) and is_day(held.program_until)):
        return
    start, end = date.fromisoformat(held.program_from), date.fromisoformat(held.program_until)
    if (end.year - _PROGRAM_YEARS, end.month, end.day) > (start.year, start.month, start.day):
        yield Finding(
            code="assurance.program_too_long",
            severity=Severity.WARNING,
            where="assurance/program_until",
            clause=_VERIFIERS,
            params={"start": held.program_from, "end": held.program_until},
        )
