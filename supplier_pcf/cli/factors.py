"""`supplier-pcf factors`: look up emission factors."""

from __future__ import annotations

import argparse
from typing import Any

from supplier_pcf.app.factor_record import record_of
from supplier_pcf.app.fitting import gap_sentence, why
from supplier_pcf.cli.command import DONE, Command, print_json
from supplier_pcf.domain.numbers import significant
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.factors.search import Hit, search


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", help="words in English, Chinese or German")
    parser.add_argument("--unit", help="only factors for amounts in units of this kind, such as kg")
    parser.add_argument("--place", help="prefer this place, such as CN or CN-ZJ")
    parser.add_argument("--json", action="store_true", help="as data")


def _run(call: argparse.Namespace) -> int:
    hits = search(bundled_library(), call.query, unit=call.unit, place=call.place)
    if call.json:
        print_json([_answer(hit, call.place or "") for hit in hits])
        return DONE
    lacking = gap_sentence(call.query)
    if lacking:
        print(lacking)
    for hit in hits:
        factor = hit.factor
        value = f"{significant(factor.kg_co2e)} kg CO2e/{factor.unit}"
        facts = f"{factor.place} {factor.year_to or ''} {factor.boundary.value}"
        print(f"{factor.id:44} {value:24} {facts:32} {factor.name}")
        reasons = why(factor, hit.reasons, call.place or "")
        if reasons:
            print(f"    {reasons}")
    if not hits and not lacking:
        print("No factor says this. Try another word, or ask the supplier for his figure.")
    return DONE


def _answer(hit: Hit, place: str) -> dict[str, Any]:
    return record_of(hit.factor) | {
        "score": hit.score,
        "reasons": list(hit.reasons),
        "why": why(hit.factor, hit.reasons, place),
    }


COMMAND = Command("factors", "Look up emission factors.", _arguments, _run)
