"""What `supplier-pcf factors` does besides looking up: show, compare, own factors, a request."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from supplier_pcf.app.documents import open_project
from supplier_pcf.app.factor_record import record_of
from supplier_pcf.app.own_factors import (
    export_own,
    find_factor,
    import_own,
    personal_factors,
    personal_file,
    remove_own,
)
from supplier_pcf.app.requesting import day_of, write_request
from supplier_pcf.cli.command import DONE, now, print_findings, print_json
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.study import Study

_LABEL = 22


def row_id(study: Study, text: str) -> str:
    """The id of a row that was named by its id, or by its part number where only one row has it."""
    ids = {flow.id for flow in study.flows()}
    named = [flow.id for flow in study.flows() if getattr(flow, "part_number", "") == text]
    return named[0] if text not in ids and len(named) == 1 else text


def show(call: argparse.Namespace, rest: list[str]) -> int:
    """The full record of one factor."""
    record = record_of(find_factor(personal_file(), rest[0]))
    if call.json:
        print_json(record)
    else:
        print_record(record)
    return DONE


def print_record(record: dict[str, Any]) -> None:
    """The record of a factor, one line a field, gases and parts line by line."""
    for name, value in record.items():
        _print_field(name, value)


def _print_field(name: str, value: Any) -> None:
    if name == "on_other_reports":
        for report, figure in value.items():
            if figure is not None:
                _print_gases(report, figure)
    elif name == "recipe" and value is not None:
        print(f"{name:{_LABEL}} {value['kind']}, yield {value['yield']:g}")
        for part in value["parts"]:
            amount, figure = (
                f"{part['amount']:.6g} {part['unit']}",
                f"{part['kg_co2e_per_unit']:.6g}",
            )
            print(
                f"    {amount} x {figure} = {part['kg_co2e']:.6g}  {part['id']} v{part['version']}"
            )
    elif value not in (None, ""):
        print(f"{name:{_LABEL}} {_shown(value)}")


def _print_gases(report: str, figure: dict[str, Any]) -> None:
    print(f"{'on ' + report:{_LABEL}} {figure['kg_co2e']:.6g} kg CO2e")
    for term in figure["gases"]:
        print(f"    {term['gas']}: {term['kg']:.6g} kg x {term['gwp']:g} = {term['kg_co2e']:.6g}")
    if figure["not_split"]:
        print(f"    not split by gas: {figure['not_split']:.6g}")


def _shown(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def compare(call: argparse.Namespace, rest: list[str]) -> int:
    """Two records side by side; what differs is marked."""
    one, other = (record_of(find_factor(personal_file(), factor_id)) for factor_id in rest)
    differs = [name for name in one if one[name] != other[name]]
    if call.json:
        print_json({"factors": [one, other], "differs": differs})
        return DONE
    for name in one:
        if name in ("on_other_reports", "recipe") or (one[name], other[name]) in _BOTH_EMPTY:
            continue
        mark = "≠" if name in differs else " "
        print(
            f"{mark} {name:{_LABEL}} {_shown(one[name] or '-'):40.40} {_shown(other[name] or '-')}"
        )
    return DONE


_BOTH_EMPTY = (("", ""), (None, None))


def list_own(call: argparse.Namespace, _rest: list[str]) -> int:
    """The user's own factors."""
    own = personal_factors(personal_file())
    if call.json:
        print_json([record_of(factor) for factor in own])
        return DONE
    for factor in own:
        value = f"{significant(factor.kg_co2e)} kg CO2e/{factor.unit}"
        facts = f"{factor.place} {factor.year_to or ''} v{factor.version}"
        print(f"{factor.id:44} {value:24} {facts:20} {factor.name}")
    if not own:
        print(
            "There are no own factors yet. Read a table with: supplier-pcf factors own import FILE"
        )
    return DONE


def import_table(call: argparse.Namespace, rest: list[str]) -> int:
    """A table into the personal library."""
    done = import_own(personal_file(), Path(rest[0]))
    if call.json:
        print_json(
            {
                "added": [factor.id for factor in done.added],
                "changed": [factor.id for factor in done.changed],
                "unchanged": done.unchanged,
                "left_out": done.left_out,
                "findings": [{"code": f.code, **f.params} for f in done.findings],
            }
        )
        return DONE
    print_findings(done.findings)
    print(
        f"{len(done.added)} added, {len(done.changed)} changed, {done.unchanged} unchanged, "
        f"{done.left_out} left out"
    )
    return DONE


def export_table(call: argparse.Namespace, rest: list[str]) -> int:
    """The personal library into a table; licensed factors stay."""
    target = Path(rest[0])
    done = export_own(personal_file(), target)
    if call.json:
        codes = [{"code": f.code, **f.params} for f in done.findings]
        print_json({"file": str(target), "written": done.written, "findings": codes})
        return DONE
    print_findings(done.findings)
    print(f"Wrote {target}: {done.written} factors")
    return DONE


def remove(call: argparse.Namespace, rest: list[str]) -> int:
    """One factor out of the personal library."""
    del call
    remove_own(personal_file(), rest[0])
    print(f"Removed {rest[0]}. Studies that use it keep their copies.")
    return DONE


def request(call: argparse.Namespace, rest: list[str]) -> int:
    """A request to the supplier of a row: one page and a sheet to fill in."""
    if not call.row or call.out is None:
        raise Refusal("request.no_folder_given")
    study = open_project(Path(rest[0])).study
    row = row_id(study, call.row)
    files = write_request(
        study, row, call.out, language=call.language, now=now(), due=day_of(call.due)
    )
    if call.json:
        print_json({"files": [str(path) for path in files]})
    else:
        for path in files:
            print(f"Wrote {path}")
    return DONE
