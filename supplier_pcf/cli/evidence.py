"""`supplier-pcf evidence`: how much documents prove, the register, a test of records, the verifier's pack."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from supplier_pcf.app import drill, register, remarks
from supplier_pcf.app.answers import finding_answer
from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.coverage import MARKS, Coverage, coverage_of, said
from supplier_pcf.app.documents import (
    calculate_project,
    open_project,
    refuse_same_file,
    save_project,
)
from supplier_pcf.app.lost_files import file_findings
from supplier_pcf.app.pack import write_pack
from supplier_pcf.cli.command import DONE, Command, add_study, now, print_findings, print_json
from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.verification import SamplingDrill
from supplier_pcf.project.file import Project
from supplier_pcf.project.whole import write_whole
from supplier_pcf.words import sentence

_SHOWN = 10


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the register")
    parser.add_argument("--remarks", type=Path, metavar="FILE", help="write the list of remarks")
    parser.add_argument("--pack", type=Path, metavar="FILE.zip", help="write the verifier's pack")
    parser.add_argument("--language", default="en", help="of the pack: en, zh_CN or de")
    parser.add_argument(
        "--drill", type=int, metavar="SEED", help="draw records for a test and keep it in the study"
    )
    parser.add_argument(
        "--level",
        choices=[level.value for level in drill.LEVELS],
        default=drill.LEVELS[0].value,
        help="depth of the test",
    )
    parser.add_argument("--json", action="store_true", help="as data, full precision")


def _run(call: argparse.Namespace) -> int:
    project, time = open_project(call.study), now()
    for target in filter(None, (call.csv, call.remarks, call.pack)):
        refuse_same_file(call.study, target)
    made = None
    if call.drill is not None:
        made = drill.draw(
            project.study,
            f"drill-{len(project.study.drills) + 1}",
            call.drill,
            AssuranceLevel(call.level),
            time.date().isoformat(),
        )
        project = replace(project, study=drill.add_drill(project.study, made))
        save_project(call.study, project, time)
    done = calculate_project(project, time.date())
    if call.json:
        print_json(_answer(done, project, made))
    else:
        _print(done, project, made)
    _write(call, done, project)
    return DONE


def _write(call: argparse.Namespace, done: Calculated, project: Project) -> None:
    written = [target for target in (call.csv, call.remarks, call.pack) if target]
    if call.csv:
        rows = register.documents(done.study, project.attachments)
        write_whole(call.csv, register.register_csv(rows, coverage_of(done, project.attachments)))
    if call.remarks:
        write_whole(call.remarks, remarks.remarks_csv(done.study))
    if call.pack:
        left = write_pack(done, project.attachments, call.pack, call.language, now())
        print_findings(left, to_error=True)
    for target in written if not call.json else ():
        print(f"Wrote {target}")


def _print(done: Calculated, project: Project, made: SamplingDrill | None) -> None:
    found = coverage_of(done, project.attachments)
    for each in said(found):
        print(sentence(*each))
    for line in found.open[:_SHOWN]:
        print(f"{line.percent:6.1f} %  not proven  {line.name}  [{line.kind}/{line.id}]")
    items = register.items(done.study)
    still = [row.item.value for row in items if row.state is register.ItemState.OPEN]
    print(f"Register: {len(items) - len(still)} of {len(items)} items answered.")
    if still:
        print(f"Open: {', '.join(still)}")
    print_findings(file_findings(done.study, project.attachments, read=True))
    if made is not None:
        _print_drill(done, made)


def _print_drill(done: Calculated, made: SamplingDrill) -> None:
    print(f"Test of records, seed {made.seed}, {made.level.value}:")
    names = register.names_of(done.study)
    for record in made.drawn:
        line = "/".join(record.where.split("/")[:2])
        print(f"  {names.get(line, line)}: {record.number} of {record.of}  [{record.where}]")
    for each in drill.said(made):
        print(sentence(*each))
    missing = drill.lines_without_count(done.study)
    if missing:
        print(f"Without a number of records, and so not drawn: {', '.join(missing)}")


def _answer(done: Calculated, project: Project, made: SamplingDrill | None) -> dict[str, Any]:
    study = done.study
    rows = register.documents(study, project.attachments)
    return {
        "coverage": _coverage(coverage_of(done, project.attachments)),
        "register": [
            {
                "item": row.item.value,
                "state": row.state.value,
                "documents": [e.id for e in row.documents],
                "not_needed": row.not_needed,
            }
            for row in register.items(study)
        ],
        "documents": [
            {
                **asdict(row.evidence),
                "register_items": [item.value for item in row.items],
                "places": list(row.places),
                "problem": row.problem,
            }
            for row in rows
        ],
        "findings": [
            finding_answer(f) for f in file_findings(study, project.attachments, read=True)
        ],
        "remarks": [asdict(comment) for comment in study.comments],
        "drill": None if made is None else asdict(made),
    }


def _coverage(found: Coverage) -> dict[str, Any]:
    return {
        "percent": found.percent,
        "marks": {
            level.value: {
                "percent": mark,
                "reached": found.reaches(level),
                "next": [
                    {"where": f"{line.kind}/{line.id}", "then_percent": then}
                    for line, then in found.to_reach(level)
                ],
            }
            for level, mark in MARKS.items()
        },
        "lines": [asdict(line) for line in found.lines],
    }


COMMAND = Command("evidence", "Say how much of the footprint documents prove.", _arguments, _run)
