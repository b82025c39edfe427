"""`supplier-pcf plant`: every product of a plant, and studies that share the plant."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from supplier_pcf.app.calculation import library_of
from supplier_pcf.app.documents import (
    open_project,
    refuse_same_file,
    save_project,
    with_study,
)
from supplier_pcf.app.plant_answers import plant_answer
from supplier_pcf.app.plant_model import (
    apart,
    begin_with,
    chosen_output,
    plant_in,
    scopes_of,
    tables_of,
    take_over,
    with_proofs,
)
from supplier_pcf.cli.command import DONE, Command, add_study, now, print_json
from supplier_pcf.domain.carried import settled
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.numbers import NOTHING, significant
from supplier_pcf.engine.plant import PlantTable
from supplier_pcf.engine.scopes import Gap, PlantScopes
from supplier_pcf.project.file import Project


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--json", action="store_true", help="as data, full precision")
    other = parser.add_mutually_exclusive_group()
    other.add_argument(
        "--take", type=Path, metavar="OTHER", help="put the plant of this study into STUDY"
    )
    other.add_argument(
        "--new-for", metavar="OUTPUT", help="begin a study of this product of the plant"
    )
    parser.add_argument(
        "--as",
        dest="output",
        default="",
        metavar="OUTPUT",
        help="with --take: which product STUDY is",
    )
    parser.add_argument("--out", type=Path, metavar="NEW", help="with --new-for: the file to write")


def _run(call: argparse.Namespace) -> int:
    project = open_project(call.study)
    if call.take is not None:
        return _take(call, project)
    if call.new_for is not None:
        return _begin(call, project)
    as_of = now().date()
    if call.json:
        print_json(plant_answer(project, as_of))
    else:
        _print(project, as_of)
    return DONE


def _take(call: argparse.Namespace, project: Project) -> int:
    other = apart(plant_in(call.take), project.attachments)
    output = chosen_output(project.study, other.study, call.output)
    study = settled(project.study, take_over(project.study, other.study, output.id))
    save_project(call.study, with_proofs(project, other, study), now())
    print(f"{call.study}: the plant of {call.take}, as {output.name or output.id}")
    return DONE


def _begin(call: argparse.Namespace, project: Project) -> int:
    if call.out is None:
        raise Refusal("plant.no_target")
    refuse_same_file(call.study, call.out)
    study = begin_with(project.study, call.new_for)
    begun = with_study(None, study)
    save_project(call.out, with_proofs(begun, project, study), now())
    print(f"Wrote {call.out}")
    return DONE


def _print(project: Project, as_of: date) -> None:
    study, library = project.study, library_of(project)
    if not study.sites:
        print("The study names no plant yet: enter it on the step Product.")
    scopes = scopes_of(study, library, as_of)
    for table, by_scope in zip(tables_of(study, library, as_of), scopes, strict=True):
        print(table.site.name or table.site.id)
        _print_products(table)
        rest = NOTHING if table.rest_kg is None else significant(table.rest_kg)
        print(f"  not shared: {rest} of {significant(table.kg_co2e)} kg CO2e")
        _print_scopes(by_scope)


def _print_products(table: PlantTable) -> None:
    print(f"  {'product':32} {'share':>8} {'kWh/piece':>10} {'kg CO2e/piece':>14}")
    for product in table.products:
        share = NOTHING if product.share is None else f"{100 * product.share:.2f} %"
        mark = "*" if product.output.is_this_product else " "
        name = product.output.name or product.output.id
        kwh, kg = significant(product.kwh), significant(product.kg_co2e)
        print(f" {mark}{name[:32]:32} {share:>8} {kwh:>10} {kg:>14}")


def _print_scopes(scopes: PlantScopes) -> None:
    _print_scope("scope 1", scopes.scope_1, scopes.scope_1_gaps)
    _print_scope("scope 2, by location", scopes.location, scopes.location_gaps)
    _print_scope("scope 2, by market", scopes.market, scopes.market_gaps)
    if scopes.grid_factor is not None:
        print(f"  average of the grid: {scopes.grid_factor.name}")


def _print_scope(title: str, kg: float, gaps: Iterable[Gap]) -> None:
    print(f"  {title:22} {significant(kg / 1000):>8} t CO2e in the period")
    for gap in gaps:
        print(f"    without {gap.name or gap.id}: {gap.code}")


COMMAND = Command("plant", "Show or share the plant of a study.", _arguments, _run)
