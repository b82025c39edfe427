"""`supplier-pcf export`: the study in an exchange format."""

from __future__ import annotations

import argparse
from pathlib import Path

from supplier_pcf.app.deliverables import Sending, write_sheet
from supplier_pcf.app.delivering import export, find_format
from supplier_pcf.app.documents import (
    calculate_project,
    open_project,
    record_delivery,
    refuse_same_file,
)
from supplier_pcf.app.share_sheet import leaving_in
from supplier_pcf.cli.command import DONE, Command, add_study, now


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--format", required=True, metavar="ID", help="see: supplier-pcf formats")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE")
    parser.add_argument("--request", default="", metavar="ID", help="the request it answers")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why there is a new release")
    parser.add_argument(
        "--sheet", action="store_true", help="save a list of what the file tells beside it"
    )


def _run(call: argparse.Namespace) -> int:
    chosen = find_format(call.format)
    project, time = open_project(call.study), now()
    refuse_same_file(call.study, call.out)
    done = calculate_project(project, time.date())
    left = export(done, chosen, call.out, time, reason=call.reason, request_id=call.request)
    print(f"Wrote {call.out}")
    if call.sheet:
        leaving = leaving_in(chosen.ID, left.made)
        print(f"Wrote {write_sheet(done.study, chosen.ID, leaving, call.out, Sending())}")
    if not record_delivery(call.study, project, left, time):
        print(f"The release could not be recorded in {call.study}; it is not writable.")
    return DONE


COMMAND = Command("export", "Write a study in an exchange format.", _arguments, _run)
