"""Are the sheets that colleagues should fill in back?"""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.finding import Finding, Severity


def sheets_are_back(examined: Examined) -> Iterator[Finding]:
    """A sheet whose day is over and that was not read back is pointed out."""
    today = examined.result.as_of.isoformat()
    for sheet in examined.study.collections:
        if sheet.due and sheet.due < today and not sheet.read:
            yield Finding(
                code="collect.overdue",
                severity=Severity.NOTE,
                params={"person": sheet.person or "–", "due": sheet.due},
            )
