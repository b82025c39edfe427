"""`supplier-pcf formats`: the exchange formats one can write."""

from __future__ import annotations

import argparse

from supplier_pcf.cli.command import DONE, Command
from supplier_pcf.formats import FORMATS


def _arguments(parser: argparse.ArgumentParser) -> None:
    del parser


def _run(call: argparse.Namespace) -> int:
    del call
    for fmt in FORMATS:
        print(f"{fmt.ID:16} {fmt.TITLE} ({fmt.SUFFIX})")
    return DONE


COMMAND = Command("formats", "List the exchange formats.", _arguments, _run)
