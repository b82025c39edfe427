"""`supplier-pcf export`: the study in an exchange format."""

from __future__ import annotations

import argparse
from pathlib import Path

from supplier_pcf.app.delivering import export, find_format
from supplier_pcf.app.documents import (
    calculate_project,
    open_project,
    record_release,
    refuse_same_file,
)
from supplier_pcf.cli.command import DONE, Command, now


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("study", type=Path, metavar="STUDY", help=".spcf or study.json")
    parser.add_argument("--format", required=True, metavar="ID", help="see: supplier-pcf formats")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE")


def _run(call: argparse.Namespace) -> int:
    chosen = find_format(call.format)
    project, time = open_project(call.study), now()
    refuse_same_file(call.study, call.out)
    release = export(calculate_project(project, time.date()), chosen, call.out, time)
    print(f"Wrote {call.out}")
    if not record_release(call.study, project, release, time):
        print(f"The release could not be recorded in {call.study}; it is not writable.")
    return DONE


COMMAND = Command("export", "Write a study in an exchange format.", _arguments, _run)
