"""`supplier-pcf heating-value`: the heating value or density of a bill, stated on a row of energy."""

from __future__ import annotations

import argparse

from supplier_pcf.app.documents import open_project, save_project, with_study
from supplier_pcf.app.stating import state_ratio, stated_ratio
from supplier_pcf.cli.command import DONE, Command, add_study, now


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("row", metavar="ROW", help="the id of a row of energy")
    parser.add_argument("ratio", metavar="RATIO", help="such as “11.2 kWh gross / m3”")
    parser.add_argument("--source", required=True, help="the bill, the analysis or the table")


def _run(call: argparse.Namespace) -> int:
    project = open_project(call.study)
    ratio = stated_ratio(call.ratio, call.source)
    study = state_ratio(project.study, call.row, ratio)
    save_project(call.study, with_study(project, study), now())
    print(f"{call.row}: {ratio.value:g} {ratio.of} / {ratio.per} ({ratio.source})")
    return DONE


COMMAND = Command(
    "heating-value", "State a heating value or density on a row of energy.", _arguments, _run
)
