"""`supplier-pcf factors` where nothing fits: the ways out, another grid, an alloy from its parts."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from supplier_pcf.app.documents import open_project, save_project, with_study
from supplier_pcf.app.factor_record import record_of
from supplier_pcf.app.from_study import read_factor, with_factor_of_study
from supplier_pcf.app.own_factors import (
    find_factor,
    keep,
    personal_file,
    personal_library,
    whole_library,
)
from supplier_pcf.app.ways_out import ways_out
from supplier_pcf.cli.command import DONE, REFUSED, now, print_findings, print_json
from supplier_pcf.cli.factor_actions import print_record, row_id
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.factors.composition import Component, Composition, ProcessingEnergy, compose
from supplier_pcf.factors.making import Made
from supplier_pcf.factors.rebasing import rebase


def ways(call: argparse.Namespace, rest: list[str]) -> int:
    """The ways out for a row of a study."""
    if not call.row:
        raise Refusal("ways.no_row_given")
    study = open_project(Path(rest[0])).study
    library = whole_library(personal_file()).with_factors(study.factors)
    found = ways_out(study, row_id(study, call.row), library)
    if not found:
        raise Refusal("request.no_row", id=call.row)
    if call.json:
        print_json(
            [
                {
                    "way": way.way.value,
                    "open": way.is_open,
                    "text": way.text(),
                    "factors": [factor.id for factor in way.factors],
                    "grids": [grid.id for grid in way.grids],
                }
                for way in found
            ]
        )
        return DONE
    for number, way in enumerate(found, start=1):
        print(f"{number} {'open  ' if way.is_open else 'closed'} {way.text()}")
        for factor in (*way.factors, *way.grids):
            print(f"         {factor.id:44} {factor.name}")
    return DONE


def exchange_grid(call: argparse.Namespace, rest: list[str]) -> int:
    """A factor with its electricity from another grid."""
    factor = find_factor(personal_file(), rest[0])
    library, taken = whole_library(personal_file()), personal_library(personal_file()).taken
    return _tell(call, rebase(factor, rest[1], library, taken))


def take_from_study(call: argparse.Namespace, rest: list[str]) -> int:
    """The footprint of one study as an own factor of another, on a row of it where one is named."""
    path, other = Path(rest[0]), Path(rest[1])
    project, moment = open_project(path), now()
    study = project.study
    made = read_factor(other, study, study.factors, moment.date())
    if made.factor is None:
        print_findings(made.findings, to_error=True)
        return REFUSED
    row = row_id(study, call.row) if call.row else ""
    changed = with_factor_of_study(study, made.factor, row)
    save_project(path, with_study(project, changed), moment)
    if call.json:
        print_json(_answer(record_of(made.factor), made, kept=True))
        return DONE
    print_record(record_of(made.factor))
    print_findings(made.findings)
    print(f"{path}: {made.factor.id}{f' on {row}' if row else ''}")
    return DONE


def build(call: argparse.Namespace, rest: list[str]) -> int:
    """An alloy or compound from shares: ID=88 ID=12, in percent."""
    made_of = Composition(
        name=call.name,
        components=tuple(
            Component(factor_id=i, share=amount / 100) for i, amount, _ in map(_pair, rest)
        ),
        energies=tuple(_energies(call)),
        material_yield=call.material_yield / 100,
        place=call.place or "",
        document=call.source,
    )
    library, taken = whole_library(personal_file()), personal_library(personal_file()).taken
    return _tell(call, compose(made_of, library, taken))


def _energies(call: argparse.Namespace) -> Iterable[ProcessingEnergy]:
    for is_heat, given in ((False, call.power), (True, call.heat)):
        for text in given:
            factor_id, amount, unit = _pair(text)
            yield ProcessingEnergy(
                factor_id=factor_id, amount=amount, unit=unit or "kWh", is_heat=is_heat
            )


def _pair(text: str) -> tuple[str, float, str]:
    """`ID=0.5` or `ID=7.2 MJ net` as id, number and unit."""
    factor_id, _, told = text.rpartition("=")
    number, _, unit = told.strip().partition(" ")
    try:
        return factor_id, float(number.removesuffix("%")), unit.strip()
    except ValueError:
        raise Refusal("composition.not_understood", text=text[:60]) from None


def _tell(call: argparse.Namespace, made: Made) -> int:
    """What was made with its parts, or what stands in the way; kept where that was asked for."""
    if made.factor is None:
        print_findings(made.findings, to_error=True)
        return REFUSED
    factor = keep(personal_file(), made.factor) if call.keep else made.factor
    if call.json:
        print_json(_answer(record_of(factor), made, kept=call.keep))
        return DONE
    print_record(record_of(factor))
    print_findings(made.findings)
    print(f"Kept as {factor.id}" if call.keep else "Not kept. Say --keep to keep it.")
    return DONE


def _answer(record: dict[str, Any], made: Made, *, kept: bool) -> dict[str, Any]:
    found = [{**asdict(finding), "severity": finding.severity.value} for finding in made.findings]
    return {"factor": record, "kept": kept, "findings": found}
