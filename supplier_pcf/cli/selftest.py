"""`supplier-pcf selftest`: the main job on itself, for a new installation and for every build."""

from __future__ import annotations

import argparse
from pathlib import Path

from supplier_pcf.app.selftest import LOG, selftest
from supplier_pcf.cli.command import DONE, REFUSED, Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the files it makes go")


def _run(call: argparse.Namespace) -> int:
    passed = selftest(call.folder, print)
    print(f"The same lines are in {call.folder / LOG}")
    return DONE if passed else REFUSED


COMMAND = Command("selftest", "Try the main job on a sample; also --selftest.", _arguments, _run)
