"""What the pages of result and delivery ask of a large study, worked out before they ask, in a thread beside the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.checklist import checklist_of
from supplier_pcf.app.coverage import coverage_of
from supplier_pcf.app.deliverables import files_of
from supplier_pcf.app.scope_views import scopes_in
from supplier_pcf.app.session import Session
from supplier_pcf.app.uncertainty_view import matrix_of, uncertainty_view
from supplier_pcf.app.views import rows_of
from supplier_pcf.project.attachments import Attachment
from supplier_pcf.report.labels import Translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a thread needs to know; the session goes on changing meanwhile."""

    done: Calculated
    attachments: Mapping[str, Attachment]
    matrix_id: str
    now: datetime
    translate: Translate
    language: str


def asked(session: Session, translate: Translate, language: str) -> Asked:
    """What the pages would ask of the present study."""
    return Asked(
        done=session.calculated,
        attachments=dict(session.attachments),
        matrix_id=session.matrix_id,
        now=session.now(),
        translate=translate,
        language=language,
    )


def for_result(of: Asked) -> None:
    """All rows, the spread, the coverage by evidence, the checklist and the scopes."""
    rows_of(of.done, of.translate, of.language)
    uncertainty_view(of.done, of.language, matrix_of(of.matrix_id))
    coverage_of(of.done, of.attachments)
    checklist_of(of.done)
    scopes_in(of.done, of.now.date())


def for_delivery(of: Asked) -> None:
    """What every file lacks."""
    files_of(of.done, of.now)


STEPS: dict[str, Callable[[Asked], None]] = {"result": for_result, "deliver": for_delivery}
"""The pages that wait for this."""
