"""The checklist as a user works with it: judged once for each state of the study, answered point by point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.once import Once
from supplier_pcf.checks.checklist import Counts, Judged, PointState, count, judge
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.verification import Answer, ChecklistAnswer
from supplier_pcf.engine.energy_balance import MeterBalance, energy_balances
from supplier_pcf.guard.spreadsheet import csv_bytes
from supplier_pcf.project.whole import write_whole
from supplier_pcf.rules.checklist import POINTS, Way
from supplier_pcf.words import Translate, same, sentence

__all__ = [
    "Answer",
    "ChecklistAnswer",
    "Judged",
    "MeterBalance",
    "PointState",
    "Way",
    "answered",
    "as_csv",
    "as_data",
    "balances_of",
    "checklist_of",
    "counts_of",
    "question_of",
    "reason_of",
    "summary_of",
    "with_answer",
    "with_note",
    "write_whole",
]


_JUDGED: Once[tuple[Judged, ...]] = Once()
"""Of the last study that was judged, for the answer and the list ask for the same one."""


def checklist_of(done: Calculated) -> tuple[Judged, ...]:
    """Every point with its state and reason, judged once for each state of the study."""
    return _JUDGED.value(lambda: judge(done.examined, done.findings), done)


def balances_of(done: Calculated) -> tuple[MeterBalance, ...]:
    """Energy in against energy out, meter by meter."""
    return energy_balances(done.study)


def summary_of(done: Calculated, translate: Translate = same) -> str:
    """The checklist in one sentence."""
    counts = count(checklist_of(done))
    told = {
        "held": counts.held,
        "checked": counts.checked,
        "open": counts.open,
        "waiting": counts.waiting,
    }
    is_done = not counts.open and not counts.waiting
    return sentence("checklist.all_hold" if is_done else "checklist.summary", told, translate)


def question_of(judged: Judged, translate: Translate = same) -> str:
    """What the point asks."""
    return sentence(f"checklist.{judged.point.id}", {}, translate)


def reason_of(judged: Judged, translate: Translate = same) -> str:
    """Why the point stands as it does, and what to do where it is open."""
    said = sentence(judged.code, judged.params, translate)
    if not judged.more:
        return said
    return f"{said} {sentence('checklist.more', {'count': judged.more}, translate)}"


def answered(study: Study, answer: ChecklistAnswer) -> Study:
    """The same study with this answer in place of the one to its point; an empty one is taken out.

    Raises:
        Refusal: there is no such point, or the study itself answers it.
    """
    point = next((p for p in POINTS if p.id == answer.point), None)
    if point is None:
        raise Refusal("checklist.unknown_point", point=answer.point)
    if not point.is_answered:
        raise Refusal("checklist.not_answered", point=answer.point)
    others = {kept.point: kept for kept in study.checklist if kept.point != answer.point}
    is_empty = answer.answer is None and not answer.note.strip() and not answer.evidence
    kept = others if is_empty else others | {answer.point: answer}
    order = {p.id: number for number, p in enumerate(POINTS)}
    ordered = sorted(kept.values(), key=lambda each: order.get(each.point, len(order)))
    return study if tuple(ordered) == study.checklist else replace(study, checklist=tuple(ordered))


def with_answer(study: Study, point: str, answer: Answer | None, today: date) -> Study:
    """The same study with a point answered by the one who prepares it, today; its note is kept."""
    before = next((a for a in study.checklist if a.point == point), ChecklistAnswer(point=point))
    signed = replace(before, answer=answer, by=study.prepared.name, day=today.isoformat())
    if answer is None:
        signed = replace(signed, by="", day="")
    return answered(study, signed)


def with_note(study: Study, point: str, note: str) -> Study:
    """The same study with this note on a point."""
    before = next((a for a in study.checklist if a.point == point), ChecklistAnswer(point=point))
    return answered(study, replace(before, note=note))


def counts_of(done: Calculated) -> Counts:
    """How many points hold, are open and wait."""
    return count(checklist_of(done))


def as_data(judged: Sequence[Judged], translate: Translate = same) -> list[dict[str, Any]]:
    """Every point as plain data, for other programs; its words in one language."""
    return [
        {
            "id": each.point.id,
            "clause": each.point.clause,
            "obligation": each.point.obligation.value,
            "step": each.point.step,
            "way": each.point.way.value,
            "state": each.state.value,
            "question": question_of(each, translate),
            "code": each.code,
            "reason": reason_of(each, translate),
            "where": each.where,
            "answer": each.answer.answer if each.answer is not None else None,
            "note": each.answer.note if each.answer is not None else "",
            "by": each.answer.by if each.answer is not None else "",
            "day": each.answer.day if each.answer is not None else "",
        }
        for each in judged
    ]


def as_csv(judged: Sequence[Judged], translate: Translate = same) -> bytes:
    """The whole list as a table for a verifier, one row a point."""
    rows = as_data(judged, translate)
    return csv_bytes([list(rows[0]), *(list(row.values()) for row in rows)])
