"""`supplier-pcf new`: a study of one's own, from a sample."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from supplier_pcf.app.documents import refuse_existing, save_project, with_study
from supplier_pcf.app.samples import sample_study
from supplier_pcf.cli.command import DONE, Command, now


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sample", required=True, metavar="ID", help="see: supplier-pcf samples")
    parser.add_argument("--language", default="en", help="of its words: en, zh_CN or de")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help=".spcf or .json")


def _run(call: argparse.Namespace) -> int:
    study = replace(sample_study(call.sample, call.language), id=str(uuid4()))
    refuse_existing(call.out)
    save_project(call.out, with_study(None, study), now())
    print(f"Wrote {call.out}")
    return DONE


COMMAND = Command("new", "Make a study from a sample.", _arguments, _run)
