"""`supplier-pcf calculate`: the footprint of a study."""

from __future__ import annotations

import argparse

from supplier_pcf.app.answers import calculation_answer
from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.documents import calculate_project, open_project
from supplier_pcf.cli.command import DONE, Command, add_study, now, print_findings, print_json
from supplier_pcf.domain.finding import errors
from supplier_pcf.domain.numbers import significant


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--json", action="store_true", help="as data, full precision")


def _run(call: argparse.Namespace) -> int:
    done = calculate_project(open_project(call.study), now().date())
    if call.json:
        print_json(calculation_answer(done))
    else:
        _print(done)
    return DONE


def _print(done: Calculated) -> None:
    result = done.result
    unit = f"{result.declared_unit.amount:g} {result.declared_unit.unit}"
    print(done.study.product.name or "Product without a name")
    print(f"  {significant(result.excluding)} kg CO2e per {unit}, without biogenic uptake")
    print(f"  {significant(result.including)} kg CO2e per {unit}, with biogenic uptake")
    if result.per_kg is not None:
        print(f"  {significant(result.per_kg)} kg CO2e per kg of product")
    for stage, buckets in result.stages.items():
        print(f"    {stage.value:20} {significant(buckets.excluding_uptake):>10}")
    print(f"  {result.rows_counted} of {result.rows_total} rows counted")
    if result.primary_data_share_excluding is not None:
        print(f"  {result.primary_data_share_excluding:.1f} % primary data")
    print_findings(errors(done.findings))


COMMAND = Command("calculate", "Compute the footprint of a study.", _arguments, _run)
