"""The points of the checklist that somebody has to look at: what they ask, how they stand and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from supplier_pcf.checks.checklist import Judged, PointState
from supplier_pcf.report.context import Report
from supplier_pcf.report.layout import HEADING, LABEL, STRONG_SMALL, TABLE, Grid, Leading, Words
from supplier_pcf.words import sentence, statement

_CLAUSE, _STATE = 44.0, 70.0
_POINT_PART = 0.48
_GUTTER = 8.0
_ROW_GAP = 2.5
_MOST_LINES = 6


def checklist(report: Report, width: float) -> Iterator[Flowable]:
    """One row a point that is open, answered by a person, or not answered; the others by their clause."""
    _ = report.translate
    if not report.checklist:
        return
    told = sorted(filter(_is_told, report.checklist), key=_rank)
    waiting = [each for each in report.checklist if each.state is PointState.WAITING]
    title = Words(_("Checklist by ISO 14067"), HEADING, max_lines=1)
    summary = Words(_summary(report), TABLE)
    heads = _("Clause"), _("Point"), _("State"), _("Reason")
    head = _row([Words(text, LABEL, max_lines=1) for text in heads], width, rules=[0])
    yield Leading([title, summary, *([head] if told else [])], 2)
    for each in told:
        yield _row(_cells(report, each), width)
    if waiting:
        said = _("Only a person can judge these, and nobody has answered yet:")
        first, *others = (_unanswered(report, each, width) for each in waiting)
        yield Leading([Words(said, LABEL), first], 2)
        yield from others
    yield from _others(report, [each for each in report.checklist if not _is_told(each)])


def _is_told(each: Judged) -> bool:
    """Whether there is a reason to say: what stands against it, or who answered it."""
    is_answered = each.answer is not None and each.answer.answer is not None
    return each.state is PointState.OPEN or is_answered


def _rank(each: Judged) -> int:
    order = (PointState.OPEN, PointState.MET, PointState.NOT_APPLICABLE)
    return order.index(each.state)


def _unanswered(report: Report, each: Judged, width: float) -> Grid:
    question = sentence(f"checklist.{each.point.id}", {}, report.translate)
    cells = [Words(each.point.clause, TABLE), Words(question, TABLE, max_lines=_MOST_LINES)]
    return Grid([cells], [_CLAUSE, width - _CLAUSE - _GUTTER], gutter=_GUTTER)


def _row(cells: Sequence[Flowable], width: float, rules: Sequence[int] = ()) -> Grid:
    free = width - _CLAUSE - _STATE - 3 * _GUTTER
    point = free * _POINT_PART
    widths = [_CLAUSE, point, _STATE, free - point]
    return Grid([cells], widths, gutter=_GUTTER, row_gap=_ROW_GAP, rules=rules)


def _cells(report: Report, each: Judged) -> list[Flowable]:
    question = sentence(f"checklist.{each.point.id}", {}, report.translate)
    style = STRONG_SMALL if each.state is PointState.OPEN else TABLE
    return [
        Words(each.point.clause, TABLE, max_lines=2),
        Words(question, TABLE, max_lines=_MOST_LINES),
        Words(_states(report)[each.state], style, max_lines=2),
        Words(_reason(report, each), TABLE, max_lines=_MOST_LINES),
    ]


def _states(report: Report) -> dict[PointState, str]:
    _ = report.translate
    return {
        PointState.MET: _("holds"),
        PointState.OPEN: _("not met"),
        PointState.NOT_APPLICABLE: _("does not apply"),
    }


def _reason(report: Report, each: Judged) -> str:
    """What speaks against it, or who answered it and in which words."""
    _, answer = report.translate, each.answer
    if answer is not None and answer.answer is not None:
        note = "" if report.study.scope.is_confidential else answer.note.strip()
        parts = (", ".join(filter(None, (answer.by, answer.day))), note)
        return ": ".join(filter(None, parts))
    said = statement(each.code, each.params, _)
    if not each.more:
        return said
    return f"{said} {sentence('checklist.more', {'count': each.more}, _)}"


def _summary(report: Report) -> str:
    _ = report.translate
    counts = Counter(each.state for each in report.checklist)
    text = _(
        "{met} of {all} points hold, {open} are not met, {waiting} are not answered, {others} do not apply."
    )
    return text.format(
        met=counts[PointState.MET],
        all=len(report.checklist),
        open=counts[PointState.OPEN],
        waiting=counts[PointState.WAITING],
        others=counts[PointState.NOT_APPLICABLE],
    )


def _others(report: Report, others: Sequence[Judged]) -> Iterator[Flowable]:
    """The clauses of the points with nothing to say, in the order of the list."""
    _ = report.translate
    texts = {
        PointState.MET: _("Judged from the study and met: {clauses}."),
        PointState.NOT_APPLICABLE: _("Judged from the study, does not apply: {clauses}."),
    }
    for state, text in texts.items():
        found = Counter(each.point.clause for each in others if each.state is state)
        named = [f"{name} ({count})" if count > 1 else name for name, count in found.items()]
        if named:
            yield Words(text.format(clauses=_(", ").join(named)), LABEL)
