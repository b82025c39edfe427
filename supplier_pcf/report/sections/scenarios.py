"""What would lower the footprint, where the user wants it told: beside the result, never part of it."""

from __future__ import annotations

from reportlab.platypus import Flowable

from supplier_pcf.report.context import Report, Room
from supplier_pcf.report.layout import BODY, Words, titled
from supplier_pcf.words import sentence


def scenarios(report: Report, room: Room) -> Flowable:
    """One bullet a scenario, and one word on what they are."""
    _ = report.translate
    body: list[Flowable] = [
        Words(
            " ".join(sentence(*said, translate=_) for said in told),
            BODY,
            bullet=True,
            max_lines=5,
        )
        for told in report.supposed[: room.findings]
    ]
    more = len(report.supposed) - room.findings
    if more > 0:
        body.append(Words(_("and {count} more").format(count=more), BODY, bullet=True))
    body.append(Words(_("Supposed only: none of it is in the result."), BODY))
    return titled(_("Scenarios"), body)
