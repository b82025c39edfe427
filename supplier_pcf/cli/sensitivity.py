"""`supplier-pcf sensitivity`: what other choices and figures would make of the footprint, and what to measure next."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.documents import calculate_project, open_project
from supplier_pcf.app.measure_next import MeasureRow, assumed_said, measure_rows
from supplier_pcf.app.sensitivity_view import VariationRow, sensitivity_rows, variation_title
from supplier_pcf.app.uncertainty_view import matrix_of
from supplier_pcf.cli.command import DONE, Command, add_study, now, print_json
from supplier_pcf.cli.uncertainty import add_matrix
from supplier_pcf.domain.numbers import significant
from supplier_pcf.words import same, sentence


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    add_matrix(parser)
    parser.add_argument("--json", action="store_true", help="as data, full precision")


def _run(call: argparse.Namespace) -> int:
    project, matrix = open_project(call.study), matrix_of(call.matrix)
    done = calculate_project(project, now().date())
    rows = sensitivity_rows(done, matrix=matrix)
    measures = measure_rows(done, matrix=matrix)
    if call.json:
        print_json(_answer(done, rows, measures, matrix.id))
        return DONE
    if not rows:
        print(sentence("sensitivity.nothing", {}))
    for row in rows:
        _print(row)
    if measures:
        print()
        for at, measure in enumerate(measures, 1):
            print(f"{at}.", " ".join(sentence(*said) for said in measure.said))
        print(sentence(*assumed_said(matrix)))
    return DONE


def _print(row: VariationRow) -> None:
    found = row.variation
    print(
        f"{significant(found.low):>8} … {significant(found.high):<8} "
        f"{variation_title(found, row.name, same)}"
    )
    for said in row.said:
        print(f"{'':20}{sentence(*said)}")


def _answer(
    done: Calculated,
    rows: tuple[VariationRow, ...],
    measures: tuple[MeasureRow, ...],
    matrix: str,
) -> dict[str, Any]:
    """All in kg CO2e per declared unit, without biogenic uptake."""
    return {
        "matrix": matrix,
        "base": done.result.excluding,
        "variations": [_variation(row) for row in rows],
        "measure_next": [asdict(row.measure) | {"name": row.name} for row in measures],
    }


def _variation(row: VariationRow) -> dict[str, Any]:
    found = row.variation
    return {
        "varied": found.varied,
        "subject": found.subject,
        "name": row.name,
        "low": found.low,
        "high": found.high,
        "options": [option._asdict() for option in found.options],
        "ten_percent": found.ten_percent,
    }


COMMAND = Command(
    "sensitivity", "Say what other choices would make of the footprint.", _arguments, _run
)
