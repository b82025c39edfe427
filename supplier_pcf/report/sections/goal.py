"""Why the study was made, for whom, and by which version of it (ISO 14067 clause 6.3.1)."""

from __future__ import annotations

from reportlab.platypus import Flowable

from supplier_pcf.report.context import Report, Room
from supplier_pcf.report.layout import BODY, Words, titled


def is_stated(report: Report) -> bool:
    """Whether the study says anything about its goal."""
    scope = report.study.scope
    return any(text.strip() for text in (scope.application, scope.reason, scope.audience))


def goal(report: Report, room: Room) -> Flowable:
    """Intended use, reason and audience; what is not stated is said to be missing."""
    _ = report.translate
    scope = report.study.scope
    body: list[Flowable] = []
    for text, value in (
        (_("Intended use: {text}"), scope.application),
        (_("Reason: {text}"), scope.reason),
        (_("Audience: {text}"), scope.audience),
    ):
        said = text.format(text=value.strip() or _("not stated"))
        body.append(Words(said, BODY, max_lines=room.text_lines))
    return titled(_("Goal of the study"), body)
