"""`supplier-pcf scenarios`: what each scenario kept in a study would change, and what would prove it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from supplier_pcf.app.answers import finding_answer
from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.documents import calculate_project, open_project, refuse_same_file
from supplier_pcf.app.scenarios import (
    ScenarioView,
    SideBySide,
    answer_said,
    change_said,
    effect_said,
    name_of,
    not_made_said,
    proof_said,
    remarks_said,
    scenario_table,
    side_by_side,
)
from supplier_pcf.cli.command import DONE, Command, add_study, now, print_findings, print_json
from supplier_pcf.project.whole import write_whole
from supplier_pcf.words import sentence


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--json", action="store_true", help="as data, full precision")
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="write them side by side as a table"
    )


def _run(call: argparse.Namespace) -> int:
    project = open_project(call.study)
    done = calculate_project(project, now().date())
    found = side_by_side(done)
    if call.csv is not None:
        refuse_same_file(call.study, call.csv)
        write_whole(call.csv, scenario_table(found))
    if call.json:
        print_json(_answer(done, found))
    elif not found.scenarios:
        print(sentence(*answer_said(done)))
    else:
        for view in found.scenarios:
            _print(done, view)
    return DONE


def _print(done: Calculated, view: ScenarioView) -> None:
    print(sentence(*effect_said(view, done)))
    for change in view.scenario.changes:
        print(f"  - {sentence(*change_said(done, change))}")
    said = [
        *remarks_said(view),
        *(not_made_said(done.study, view.scenario, made) for made in view.not_made),
    ]
    for words in said:
        print(f"  {sentence(*words)}")
    print(f"  Proof: {view.scenario.proof or _proof(view)}")
    if view.new_findings:
        print("  The checks would newly say:")
        print_findings(view.new_findings)


def _proof(view: ScenarioView) -> str:
    return " ".join(sentence(*said) for said in proof_said(view.scenario))


def _answer(done: Calculated, found: SideBySide) -> dict[str, Any]:
    declared = done.result.declared_unit
    return {
        "declared_unit": {"unit": declared.unit, "amount": declared.amount},
        "units_a_year": found.units_a_year,
        "today": {
            "pcf_excluding_biogenic_uptake": found.today,
            "stages": {stage.value: kg for stage, kg in found.stages.items()},
        },
        "scenarios": [_scenario(view) for view in found.scenarios],
    }


def _scenario(view: ScenarioView) -> dict[str, Any]:
    return {
        "id": view.scenario.id,
        "name": name_of(view.scenario),
        "pcf_excluding_biogenic_uptake": view.kg,
        "difference": view.difference,
        "percent": view.percent,
        "tonnes_a_year": view.tonnes_a_year,
        "stages": {stage.value: kg for stage, kg in view.stages.items()},
        "assumes_proof": view.assumes_proof,
        "proof": view.scenario.proof or _proof(view),
        "changes": [
            {
                "lever": change.lever.value,
                "where": change.where,
                "number": change.number,
                "factor_id": change.factor_id or None,
            }
            for change in view.scenario.changes
        ],
        "not_made": [
            {"where": made.change.where, "reason": made.reason.value} for made in view.not_made
        ],
        "new_findings": [finding_answer(finding) for finding in view.new_findings],
    }


COMMAND = Command("scenarios", "Say what the scenarios of a study would change.", _arguments, _run)
