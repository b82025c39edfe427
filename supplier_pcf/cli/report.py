"""`supplier-pcf report`: the PDF summary."""

from __future__ import annotations

import argparse
from pathlib import Path

from supplier_pcf.app.delivering import report
from supplier_pcf.app.documents import calculate_project, open_project, refuse_same_file
from supplier_pcf.cli.command import DONE, Command, add_study, now


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")
    parser.add_argument("--language", default="en", help="en, zh_CN or de")


def _run(call: argparse.Namespace) -> int:
    time = now()
    done = calculate_project(open_project(call.study), time.date())
    refuse_same_file(call.study, call.out)
    report(done, call.out, call.language, time)
    print(f"Wrote {call.out}")
    return DONE


COMMAND = Command("report", "Write the PDF summary of a study.", _arguments, _run)
