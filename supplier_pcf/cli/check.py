"""`supplier-pcf check`: what a study still lacks."""

from __future__ import annotations

import argparse

from supplier_pcf.app.answers import told_answer
from supplier_pcf.app.documents import calculate_project, open_project
from supplier_pcf.cli.command import (
    DONE,
    REFUSED,
    Command,
    add_study,
    now,
    print_findings,
    print_json,
)
from supplier_pcf.domain.finding import errors


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--json", action="store_true", help="as data")


def _run(call: argparse.Namespace) -> int:
    found = calculate_project(open_project(call.study), now().date()).findings
    if call.json:
        print_json([told_answer(finding) for finding in found])
    elif found:
        print_findings(found)
    else:
        print("Nothing is missing.")
    return REFUSED if errors(found) else DONE


COMMAND = Command("check", "Say what a study still lacks.", _arguments, _run)
