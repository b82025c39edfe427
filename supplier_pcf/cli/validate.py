"""`supplier-pcf validate`: what a footprint's file is, and what is wrong with it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from supplier_pcf.app.answers import told_answer
from supplier_pcf.app.receiving import (
    Footprint,
    ReceivedFile,
    one_line,
    open_received,
    per_kilogram,
    per_unit,
)
from supplier_pcf.cli.command import DONE, REFUSED, Command, now, print_findings, print_json
from supplier_pcf.domain.numbers import significant
from supplier_pcf.words import sentence


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a footprint as JSON or CSV")
    parser.add_argument("--json", action="store_true", help="as data")


def _run(call: argparse.Namespace) -> int:
    file = open_received(call.file, now().date())
    if call.json:
        print_json(_answer(file))
    else:
        for number, each in enumerate(file.footprints, start=1):
            print_footprint(file, each, number)
    return DONE if all(each.is_sound for each in file.footprints) else REFUSED


def print_footprint(file: ReceivedFile, footprint: Footprint, number: int) -> None:
    """What one footprint is and says, and what is wrong with it."""
    which = f" footprint {number}" if len(file.footprints) > 1 else ""
    received = footprint.received
    version = (
        f", version {one_line(received.spec_version, 60)}"
        if received and received.spec_version
        else ""
    )
    print(f"{file.name}{which}: {footprint.title or 'unknown'}{version}")
    if received is not None:
        weighed = per_kilogram(received)
        is_other = weighed is not None and received.unit != "kg"
        each_kg = f", {significant(weighed)} per kg" if is_other else ""
        print(f"  {one_line(received.product)} of {one_line(received.company)}")
        print(f"  {significant(per_unit(received))} kg CO2e per {received.unit}{each_kg}")
    if footprint.refusal is not None:
        print(f"error: {sentence(footprint.refusal.code, footprint.refusal.params)}")
    print_findings(footprint.findings)
    if footprint.is_sound and not footprint.findings:
        print("  Nothing is wrong with it.")


def _answer(file: ReceivedFile) -> dict[str, Any]:
    return {
        "file": file.name,
        "sha256": file.sha256,
        "footprints": [_footprint_answer(each) for each in file.footprints],
    }


def _footprint_answer(footprint: Footprint) -> dict[str, Any]:
    received, refusal = footprint.received, footprint.refusal
    told: dict[str, Any] = {
        "format": footprint.format_id or None,
        "sound": footprint.is_sound,
        "findings": [told_answer(each) for each in footprint.findings],
        "refused": sentence(refusal.code, refusal.params) if refusal else None,
    }
    if received is None:
        return told
    return told | {
        "version": received.spec_version,
        "id": received.id,
        "company": received.company,
        "product": received.product,
        "unit": received.unit,
        "kg_co2e_per_unit": per_unit(received),
        "kg_co2e_per_kg": per_kilogram(received),
        "valid_until": received.valid_until.isoformat() if received.valid_until else None,
    }


COMMAND = Command("validate", "Say what a footprint's file is and what is wrong.", _arguments, _run)
