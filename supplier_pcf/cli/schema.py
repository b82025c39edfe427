"""`supplier-pcf schema`: the JSON Schema of study.json."""

from __future__ import annotations

import argparse

from supplier_pcf.cli.command import DONE, Command, print_json
from supplier_pcf.project.codec import schema


def _arguments(parser: argparse.ArgumentParser) -> None:
    del parser


def _run(call: argparse.Namespace) -> int:
    del call
    print_json(schema())
    return DONE


COMMAND = Command("schema", "Print the JSON Schema of a study.", _arguments, _run)
