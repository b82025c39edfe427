"""`supplier-pcf collect`: sheets for colleagues to fill in, and reading them back."""

from __future__ import annotations

import argparse
from pathlib import Path

from supplier_pcf.app.collecting import (
    CameBack,
    Status,
    came_back,
    new_record,
    plain,
    taken_over,
    with_record,
    write_sheet,
)
from supplier_pcf.app.documents import open_project, save_project, with_study
from supplier_pcf.app.requesting import day_of
from supplier_pcf.cli.command import DONE, Command, add_study, now, print_json
from supplier_pcf.domain.collection import Team
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.words import sentence


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--team", choices=[team.value for team in Team], help="who is asked")
    parser.add_argument("--person", default="", help="who fills it in")
    parser.add_argument("--due", default="", metavar="DAY", help="by when, as 2027-01-31")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument("--out", type=Path, default=Path(), metavar="FOLDER")
    parser.add_argument("--read", type=Path, metavar="FILE", help="a sheet that came back")
    parser.add_argument(
        "--take-conflicts",
        action="store_true",
        help="take the sheet's answers where the study was changed meanwhile",
    )
    parser.add_argument("--json", action="store_true", help="what was asked or came back, as data")


def _run(call: argparse.Namespace) -> int:
    project = open_project(call.study)
    moment = now()
    if call.read is not None:
        back = came_back(project.study, call.read, "," if call.language == "de" else ".")
        conflicts = [r.reply.path for r in back.rows if r.status is Status.CONFLICT]
        settled = conflicts if call.take_conflicts else []
        study = taken_over(project.study, back, moment, settled)
        save_project(call.study, with_study(project, study), moment)
        _tell(back, as_data=call.json)
        return DONE
    if call.team is None:
        raise Refusal("collect.no_team")
    record = new_record(project.study, Team(call.team), call.person, day_of(call.due), moment)
    path = write_sheet(project.study, record, call.out, call.language)
    save_project(call.study, with_study(project, with_record(project.study, record)), moment)
    if call.json:
        print_json({"wrote": str(path), "sheet": record.id, "asked": record.asked})
    else:
        print(f"Wrote {path}: {record.asked} numbers asked for")
    return DONE


def _tell(back: CameBack, *, as_data: bool) -> None:
    if as_data:
        rows = [
            {
                "path": row.reply.path,
                "cell": row.reply.cell,
                "status": row.status.value,
                "value": plain(row.value),
                "note": row.reply.note,
                "problem": sentence(*row.trouble) if row.trouble else "",
            }
            for row in back.rows
        ]
        print_json({"sheet": back.sheet_id, "rows": rows})
        return
    for status in Status:
        if back.count(status):
            print(f"{back.count(status):5d}  {status.value}")
    for row in back.rows:
        if row.trouble is not None:
            print(f"{row.reply.cell}  {row.reply.item}: {sentence(*row.trouble)}")
        elif row.status is Status.CONFLICT and row.ask is not None:
            print(
                f"{row.reply.cell}  {row.reply.item}: {plain(row.value)}, study: {plain(row.ask.known)}"
            )


COMMAND = Command("collect", "Ask colleagues for numbers and read their sheets.", _arguments, _run)
