"""Remarks of a verifier in two rounds of feedback: recorded, answered, settled (STANDARDS E.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.verification import ROUNDS, Comment
from supplier_pcf.guard.spreadsheet import csv_bytes


def current_round(study: Study) -> int:
    """The round that runs; the first where there is no remark yet."""
    return max((comment.round for comment in study.comments), default=1)


def add_remark(study: Study, comment: Comment) -> Study:
    """The same study with one remark more, in the round it names.

    Raises:
        Refusal: a third round, or a second one before all remarks of the first are answered.
    """
    if not 1 <= comment.round <= ROUNDS:
        raise Refusal("remark.third_round")
    before = [c for c in study.comments if c.round < comment.round]
    unanswered = sum(not (c.is_settled or c.answer.strip()) for c in before)
    if unanswered:
        raise Refusal("remark.unanswered", count=unanswered)
    return replace(study, comments=(*study.comments, comment))


def with_remark(study: Study, comment_id: str, **changes: Any) -> Study:
    """The same study with other words or another state of a remark."""
    comments = tuple(replace(c, **changes) if c.id == comment_id else c for c in study.comments)
    return replace(study, comments=comments)


def without_remark(study: Study, comment_id: str) -> Study:
    """The same study without a remark."""
    return replace(study, comments=tuple(c for c in study.comments if c.id != comment_id))


COLUMNS = (
    "round",
    "class",
    "where",
    "remark",
    "by",
    "day",
    "answer",
    "answered by",
    "answered on",
    "settled",
)


def remark_rows(study: Study) -> tuple[Sequence[str], ...]:
    """The list of remarks, as `COLUMNS` names them."""
    return tuple(
        (
            str(c.round),
            c.kind.value if c.kind else "",
            c.where,
            c.text,
            c.by,
            c.day,
            c.answer,
            c.answered_by,
            c.answered_day,
            "yes" if c.is_settled else "no",
        )
        for c in study.comments
    )


def remarks_csv(study: Study) -> bytes:
    """The list of remarks as CSV."""
    return csv_bytes([COLUMNS, *remark_rows(study)])
