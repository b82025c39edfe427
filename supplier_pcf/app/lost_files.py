"""Documents whose file is gone or is another one than was taken in, as findings."""

from __future__ import annotations

from collections.abc import Mapping

from supplier_pcf.domain.finding import Finding, Refusal, Severity
from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.study import Study
from supplier_pcf.project.attachments import Attachment


def problem_of(evidence: Evidence, attachments: Mapping[str, Attachment]) -> str:
    """The code of what is wrong with a document: nowhere to be seen, its file gone, its file another one."""
    if not evidence.file:
        return "" if evidence.can_be_shown else "evidence.nowhere"
    found = attachments.get(evidence.file)
    if found is None:
        return "evidence.missing"
    return "evidence.changed" if found.sha256 != evidence.sha256 else ""


def file_findings(
    study: Study, attachments: Mapping[str, Attachment], *, read: bool = False
) -> tuple[Finding, ...]:
    """Files that are gone or are not the ones that were taken in; `read` looks into each of them too."""
    found = []
    for evidence in study.evidence:
        code = problem_of(evidence, attachments) if evidence.file else ""
        if not code and evidence.file and read and not _is_whole(attachments[evidence.file]):
            code = "evidence.changed"
        if code:
            found.append(
                Finding(
                    code=code,
                    severity=Severity.WARNING,
                    where=f"evidence/{evidence.id}",
                    clause="ISO 14064-3",
                    params={"title": evidence.called},
                )
            )
    return tuple(found)


def _is_whole(attachment: Attachment) -> bool:
    try:
        attachment.read()
    except Refusal:
        return False
    return True
