"""`supplier-pcf compare`: why the footprints of two studies differ, cause by cause."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from supplier_pcf.app.comparing import Compared, causes_csv
from supplier_pcf.app.documents import open_project, refuse_same_file
from supplier_pcf.cli.command import DONE, Command, add_study, now, print_json
from supplier_pcf.project.whole import write_whole
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.waterfall import signed_kg
from supplier_pcf.words import Said, same, sentence


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("other", type=Path, metavar="OTHER", help="the one to hold it against")
    parser.add_argument("--json", action="store_true", help="as data, full precision")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the causes as a table")


def _run(call: argparse.Namespace) -> int:
    one, other = open_project(call.study), open_project(call.other)
    files = (call.study.name, call.other.name)
    compared = Compared(one, other, now().date(), files)
    if call.csv is not None:
        refuse_same_file(call.study, call.csv)
        refuse_same_file(call.other, call.csv)
        write_whole(call.csv, causes_csv(compared))
    if call.json:
        print_json(_answer(compared))
    else:
        _print(compared)
    return DONE


def _print(compared: Compared) -> None:
    for said in (*compared.headline("en", same), *compared.notes("en", same)):
        print(sentence(*said))
    made = compared.difference
    if made is None:
        return
    print(f"{kg_text(made.before, 'en'):>12}  {compared.names[0]}")
    for row in compared.rows("en", same):
        levels = f"  ({row.then} -> {row.now})" if row.then != row.now else ""
        print(f"{signed_kg(row.kg, 'en'):>12}  {row.title}{levels}")
    print(f"{kg_text(made.after, 'en'):>12}  {compared.names[1]}")


def _answer(compared: Compared) -> dict[str, Any]:
    made = compared.difference
    return {
        "then": _side(compared, 0),
        "now": _side(compared, 1),
        "rules": compared.rules.id,
        "declared_unit": asdict(compared.newer.declared_unit),
        "before": made.before if made else None,
        "after": made.after if made else None,
        "difference": made.kg if made else None,
        "causes": [asdict(cause) for cause in made.causes] if made else [],
        "notes": [_note(said) for said in compared.notes("en", same)],
    }


def _side(compared: Compared, at: int) -> dict[str, Any]:
    study = (compared.older, compared.newer)[at]
    return {"id": study.id, "name": compared.names[at], "rule_set": study.rule_set}


def _note(said: Said) -> dict[str, Any]:
    return {"code": said[0], **said[1]}


COMMAND = Command("compare", "Say why the footprints of two studies differ.", _arguments, _run)
