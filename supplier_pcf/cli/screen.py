"""`supplier-pcf screen`: a study with nothing left out, and how little is left out of it."""

from __future__ import annotations

import argparse
import math
from dataclasses import asdict
from typing import Any

from supplier_pcf.app.calculation import library_of
from supplier_pcf.app.documents import open_project
from supplier_pcf.app.screening_run import screening_run
from supplier_pcf.cli.command import DONE, Command, add_study, now, print_json
from supplier_pcf.domain.numbers import significant
from supplier_pcf.engine.screening import Screening

_USUAL_PERCENT = 1.0


def _percent(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"“{text}” is no percentage from 0 to 100")
    return value


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument(
        "--below",
        type=_percent,
        default=_USUAL_PERCENT,
        metavar="PERCENT",
        help="sum up the rows that are each less than this, 1 if not given",
    )
    parser.add_argument("--json", action="store_true", help="as data, full precision")


def _run(call: argparse.Namespace) -> int:
    project = open_project(call.study)
    screening = screening_run(project.study, library_of(project), now().date())
    if call.json:
        print_json(_answer(screening, call.below))
    else:
        _print(screening, call.below)
    return DONE


def _print(screening: Screening, below: float) -> None:
    for row in screening.rows:
        marks = (", left out" if row.left_out else "") + (", estimate" if row.is_estimate else "")
        print(f"{row.percent:9.4f} % {significant(row.kg):>12} kg  {row.name or row.id}{marks}")
    print(f"{significant(screening.kg)} kg CO2e with nothing left out")
    print(f"{screening.exempted_percent:.4f} % of that is left out")
    if f"{screening.stated_percent:.4f}" != f"{screening.exempted_percent:.4f}":
        print(f"The study states {screening.stated_percent:.4f} %: an estimate entered is off")
    small = screening.below(below)
    together = math.fsum(row.percent for row in small)
    print(f"{len(small)} rows below {below:g} % add up to {together:.4f} %")
    if screening.unknown:
        print(f"Neither calculated nor estimated: {', '.join(screening.unknown)}")


def _answer(screening: Screening, below: float) -> dict[str, Any]:
    small = screening.below(below)
    return {
        "kg_co2e": screening.kg,
        "exempted_percent": screening.exempted_percent,
        "stated_percent": screening.stated_percent,
        "below": {
            "limit_percent": below,
            "rows": [row.id for row in small],
            "percent": math.fsum(row.percent for row in small),
        },
        "rows": [asdict(row) for row in screening.rows],
        "unknown": list(screening.unknown),
    }


COMMAND = Command("screen", "Compute with nothing left out.", _arguments, _run)
