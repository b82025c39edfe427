"""`supplier-pcf next-year`: the study begun anew for the next period, old values marked."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from supplier_pcf.app.documents import open_project, refuse_same_file
from supplier_pcf.app.next_year import copy_for_next_year, next_period
from supplier_pcf.cli.command import DONE, Command, add_study, now
from supplier_pcf.domain.study import Period


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day such as 2026-01-01") from None


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("target", type=Path, metavar="TARGET", help="the file to write, .spcf")
    parser.add_argument("--first", type=_day, metavar="DAY", help="of the new period")
    parser.add_argument("--last", type=_day, metavar="DAY", help="of the new period")


def _run(call: argparse.Namespace) -> int:
    refuse_same_file(call.study, call.target)
    project = open_project(call.study)
    usual = next_period(project.study.period)
    period = Period(start=call.first or usual.start, end=call.last or usual.end)
    made = copy_for_next_year(project, call.target, period, now())
    print(f"Wrote {call.target} for {period.start} to {period.end}")
    print(f"{made.marked} values to be confirmed or changed, see: supplier-pcf check")
    if made.emptied:
        print(f"Readings taken out of {made.emptied} meters: enter those of the new period")
    return DONE


COMMAND = Command("next-year", "Begin next year's study from this one.", _arguments, _run)
