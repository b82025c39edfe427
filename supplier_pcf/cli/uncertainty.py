"""`supplier-pcf uncertainty`: how far the footprint may be off, and what to measure next."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from supplier_pcf.app.documents import calculate_project, open_project, refuse_same_file
from supplier_pcf.app.drawing_runs import SEED, DrawingRun, Drawn, draws_of
from supplier_pcf.app.uncertainty_view import (
    UncertaintyView,
    matrices,
    matrix_of,
    sigma_title,
    uncertainty_view,
    why_none,
)
from supplier_pcf.cli.command import DONE, Command, add_study, now, print_json
from supplier_pcf.guard.spreadsheet import csv_bytes
from supplier_pcf.project.whole import write_whole
from supplier_pcf.words import same, sentence

_SHOWN = 10


def add_matrix(parser: argparse.ArgumentParser) -> None:
    """The choice between the editions of the pedigree matrix."""
    parser.add_argument(
        "--matrix",
        choices=[matrix.id for matrix in matrices()],
        default=matrices()[0].id,
        help="which pedigree matrix widens what states no spread",
    )


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    add_matrix(parser)
    parser.add_argument("--draws", action="store_true", help="check it by 10,000 draws")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write every draw to a file")
    parser.add_argument("--json", action="store_true", help="as data, full precision")


def _run(call: argparse.Namespace) -> int:
    if call.csv is not None:
        refuse_same_file(call.study, call.csv)
    project, matrix = open_project(call.study), matrix_of(call.matrix)
    done = calculate_project(project, now().date())
    view = uncertainty_view(done, matrix=matrix)
    drawn = DrawingRun(view.found.parts).wait() if view is not None and call.draws else None
    if view is not None and call.csv:
        write_whole(call.csv, _table(draws_of(view.found.parts)))
    if call.json:
        print_json(None if view is None else _answer(view, drawn, matrix.id))
    elif view is None:
        print(sentence(*why_none(done)))
    else:
        _print(view, drawn)
    return DONE


def _table(draws: tuple[float, ...]) -> bytes:
    """One draw a line, kg CO2e per declared unit, with all digits."""
    return csv_bytes([("kg_co2e",), *((kg,) for kg in draws)])


def _print(view: UncertaintyView, drawn: Drawn | None) -> None:
    for said in view.said:
        print(sentence(*said))
    for cause in view.causes[:_SHOWN]:
        what = "factor" if cause.is_factor else "amount"
        origin = sigma_title(cause.origin, same)
        print(f"{cause.percent:6.1f} %  {what}  {cause.name}  (GSD2 {cause.gsd2:.2f}, {origin})")
    if drawn is not None:
        print(
            f"{drawn.count} draws (seed {SEED}): median {drawn.median:.4g}, "
            f"95 % between {drawn.low:.4g} and {drawn.high:.4g} kg CO2e"
        )


def _answer(view: UncertaintyView, drawn: Drawn | None, matrix: str) -> dict[str, Any]:
    spread = view.spread
    return {
        "matrix": matrix,
        "mean": spread.mean,
        "median": spread.median,
        "low": spread.low,
        "high": spread.high,
        "plus_minus_percent": spread.plus_minus_percent,
        "causes": [asdict(cause) for cause in view.causes],
        "draws": None if drawn is None else {"seed": SEED, **asdict(drawn)},
    }


COMMAND = Command("uncertainty", "Say how far the footprint may be off.", _arguments, _run)
