"""`supplier-pcf reissue`: an older release told again as out of date."""

from __future__ import annotations

import argparse
from pathlib import Path

from supplier_pcf.app.documents import open_project, refuse_same_file
from supplier_pcf.app.keeping import tell_again
from supplier_pcf.cli.command import DONE, Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("study", type=Path, metavar="STUDY", help=".spcf")
    parser.add_argument("--version", required=True, type=int, metavar="N", help="of the release")
    parser.add_argument("--format", required=True, metavar="ID", help="in which it was sent")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE")


def _run(call: argparse.Namespace) -> int:
    refuse_same_file(call.study, call.out)
    project = open_project(call.study)
    tell_again(project, project.study, call.version, call.format, call.out)
    print(f"Wrote {call.out}")
    return DONE


COMMAND = Command("reissue", "Tell an older release again as out of date.", _arguments, _run)
