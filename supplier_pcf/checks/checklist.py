"""Does the method hold: every point of the checklist with its state, the reason and where it is settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from supplier_pcf.checks.conditions import APPLIES, NEEDS
from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.finding import Finding, Param
from supplier_pcf.domain.verification import Answer, ChecklistAnswer
from supplier_pcf.rules.checklist import POINTS, Point, Way


class PointState(StrEnum):
    """How a point stands."""

    MET = "met"
    OPEN = "open"
    NOT_APPLICABLE = "not_applicable"
    WAITING = "waiting"
    """A person has not answered it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A point with its state; `code` and `params` make the sentence that says why."""

    point: Point
    state: PointState
    code: str
    params: Mapping[str, Param] = field(default_factory=dict)
    where: str = ""
    """Path as in findings: the field that settles it."""
    more: int = 0
    """Further findings against it."""
    answer: ChecklistAnswer | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many automatic points hold of those that apply; how many points are open, and how many wait."""

    held: int
    checked: int
    open: int
    waiting: int


_OF_ANSWER = {
    Answer.YES: (PointState.MET, "checklist.answer.yes"),
    Answer.NO: (PointState.OPEN, "checklist.answer.no"),
    Answer.NOT_APPLICABLE: (PointState.NOT_APPLICABLE, "checklist.answer.not_applicable"),
}


def judge(examined: Examined, findings: Sequence[Finding]) -> tuple[Judged, ...]:
    """Every point of the checklist, judged by the findings, by the study and by the answers in it."""
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_code[finding.code].append(finding)
        by_code[f"{finding.code.partition('.')[0]}."].append(finding)
    answers = {answer.point: answer for answer in examined.study.checklist}
    return tuple(_judged(p, examined, by_code, answers.get(p.id)) for p in POINTS)


def count(judged: Iterable[Judged]) -> Counts:
    """What one sentence says of the checklist."""
    held = checked = is_open = waiting = 0
    for each in judged:
        is_automatic = each.point.way is not Way.MANUAL
        held += is_automatic and each.state is PointState.MET
        checked += is_automatic and each.state in (PointState.MET, PointState.OPEN)
        is_open += each.state is PointState.OPEN
        waiting += each.state is PointState.WAITING
    return Counts(held, checked, is_open, waiting)


def _judged(
    point: Point,
    examined: Examined,
    by_code: Mapping[str, list[Finding]],
    answer: ChecklistAnswer | None,
) -> Judged:
    by_itself = None if point.way is Way.MANUAL else _by_itself(point, examined, by_code)
    if by_itself is not None and (by_itself.state is PointState.OPEN or point.way is not Way.BOTH):
        return by_itself
    where = f"checklist/{point.id}"
    if answer is None or answer.answer is None:
        code = "checklist.waiting"
        state = PointState.WAITING
    else:
        state, code = _OF_ANSWER[answer.answer]
    return Judged(point=point, state=state, code=code, where=where, answer=answer)


def _by_itself(point: Point, examined: Examined, by_code: Mapping[str, list[Finding]]) -> Judged:
    applies = APPLIES.get(point.id)
    if applies is not None and not applies[0](examined):
        return Judged(point=point, state=PointState.NOT_APPLICABLE, code=applies[1])
    against = [finding for code in point.codes for finding in by_code.get(code, ())]
    needs = NEEDS.get(point.id)
    lack = None if needs is None else needs(examined)
    if against:
        first = against[0]
        return Judged(
            point=point,
            state=PointState.OPEN,
            code=first.code,
            params=first.params,
            where=first.where,
            more=len(against) - 1,
        )
    if lack is not None:
        code, where, params = lack
        return Judged(point=point, state=PointState.OPEN, code=code, params=params, where=where)
    code = "checklist.met.filled" if needs is not None else "checklist.met.nothing_against"
    return Judged(point=point, state=PointState.MET, code=code)
