"""`supplier-pcf samples`: the studies one can start from."""

from __future__ import annotations

import argparse

from supplier_pcf.app.samples import Sample, all_samples
from supplier_pcf.cli.command import DONE, Command, print_json


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as data")


def _run(call: argparse.Namespace) -> int:
    found = all_samples()
    if call.json:
        print_json([_told(s) for s in found])
    else:
        for sample in found:
            print(f"{sample.id:20} {sample.title}. {sample.line_in('en')}")
    return DONE


def _told(sample: Sample) -> dict[str, str | bool]:
    return {
        "id": sample.id,
        "title": sample.title,
        "line": sample.line_in("en"),
        "is_published": sample.is_published,
    }


COMMAND = Command("samples", "List the sample studies.", _arguments, _run)
