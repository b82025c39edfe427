"""`supplier-pcf checklist`: the points of the standard with their state, and answers to those a person judges."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path

from supplier_pcf.app.checklist import (
    Answer,
    Judged,
    PointState,
    answered,
    as_csv,
    as_data,
    checklist_of,
    counts_of,
    question_of,
    reason_of,
    summary_of,
    with_answer,
)
from supplier_pcf.app.documents import (
    calculate_project,
    open_project,
    refuse_same_file,
    save_project,
    with_study,
)
from supplier_pcf.cli.command import DONE, Command, add_study, now, print_json
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.project.whole import write_whole

_ANSWERS = {"yes": Answer.YES, "no": Answer.NO, "na": Answer.NOT_APPLICABLE}
_MARKS = {
    PointState.MET: "holds",
    PointState.OPEN: "OPEN",
    PointState.NOT_APPLICABLE: "n/a",
    PointState.WAITING: "waits",
}


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--json", action="store_true", help="as data")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the whole list as a table")
    parser.add_argument(
        "--answer", nargs=2, metavar=("POINT", "ANSWER"), help="answer a point: yes, no or na"
    )
    parser.add_argument("--note", default="", help="with --answer: why")


def _run(call: argparse.Namespace) -> int:
    if call.csv is not None:
        refuse_same_file(call.study, call.csv)
    if call.answer is not None:
        _answer(call)
    elif call.note:
        raise Refusal("checklist.note_alone")
    done = calculate_project(open_project(call.study), now().date())
    judged = checklist_of(done)
    if call.csv is not None:
        write_whole(call.csv, as_csv(judged))
    if call.json:
        print_json({"counts": asdict(counts_of(done)), "points": as_data(judged)})
    else:
        print(summary_of(done))
        for each in judged:
            _print(each)
    return DONE


def _answer(call: argparse.Namespace) -> None:
    point, word = call.answer
    if word not in _ANSWERS:
        raise Refusal("checklist.no_answer", answer=word)
    project = open_project(call.study)
    study = with_answer(project.study, point, _ANSWERS[word], now().date())
    kept = next(answer for answer in study.checklist if answer.point == point)
    study = answered(study, replace(kept, note=call.note or kept.note))
    save_project(call.study, with_study(project, study), now())


def _print(each: Judged) -> None:
    print(f"{_MARKS[each.state]:6} {each.point.clause:12} {each.point.id:20} {question_of(each)}")
    if each.state is PointState.OPEN:
        place = f" [{each.where}]" if each.where else ""
        print(f"       {reason_of(each)}{place}")


COMMAND = Command(
    "checklist", "Say which points of the standard hold, and answer one.", _arguments, _run
)
