"""`supplier-pcf factors`: look up emission factors, look at one or two, keep own ones, ask a supplier."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from supplier_pcf.app.factor_record import record_of
from supplier_pcf.app.fitting import gap_sentence, why
from supplier_pcf.app.own_factors import personal_file, whole_library
from supplier_pcf.cli.command import DONE, Command, print_json
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.numbers import significant
from supplier_pcf.factors.library import FactorLibrary, bundled_library
from supplier_pcf.factors.search import Hit, search
from supplier_pcf.words import sentence

Action = Callable[[argparse.Namespace, list[str]], int]


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words",
        nargs="+",
        metavar="QUERY",
        help=(
            "words in English, Chinese or German; or: show ID, compare ID ID, own list, "
            "own import FILE, own export FILE, own remove ID, request STUDY, ways STUDY, "
            "from-study STUDY OTHER.spcf, "
            "rebase ID GRID-ID, compose ID=PERCENT ID=PERCENT ..."
        ),
    )
    parser.add_argument("--unit", help="only factors for amounts in units of this kind, such as kg")
    parser.add_argument("--place", help="prefer this place, such as CN or CN-ZJ")
    parser.add_argument("--json", action="store_true", help="as data")
    parser.add_argument("--row", metavar="ID", help="request, ways, from-study: the row")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="request: where to write")
    parser.add_argument("--language", default="en", help="request: en, zh_CN or de")
    _making_arguments(parser)
    parser.add_argument("--due", default="", metavar="DAY", help="request: answer by, 2027-01-31")


def _making_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", default="", help="compose: the alloy or compound")
    parser.add_argument("--source", default="", help="compose: where the shares stand")
    parser.add_argument(
        "--yield",
        dest="material_yield",
        type=float,
        default=100.0,
        metavar="PERCENT",
        help="compose: kg of product from 100 kg of components",
    )
    parser.add_argument(
        "--power", action="append", default=[], metavar="ID=KWH", help="compose: kWh per kg"
    )
    parser.add_argument(
        "--heat",
        action="append",
        default=[],
        metavar="'ID=AMOUNT UNIT'",
        help="compose: heat per kg, such as '…=3.6 MJ net'",
    )
    parser.add_argument("--keep", action="store_true", help="rebase, compose: keep as own factor")


def _actions() -> dict[tuple[str, ...], tuple[int, Action]]:
    """What the first words may ask for, with how many words must follow; all else is searched for.

    Loaded here, for the other commands start without it.
    """
    from supplier_pcf.cli import factor_actions as actions
    from supplier_pcf.cli import factor_making as making

    return {
        ("show",): (1, actions.show),
        ("compare",): (2, actions.compare),
        ("own", "list"): (0, actions.list_own),
        ("own", "import"): (1, actions.import_table),
        ("own", "export"): (1, actions.export_table),
        ("own", "remove"): (1, actions.remove),
        ("request",): (1, actions.request),
        ("ways",): (1, making.ways),
        ("rebase",): (2, making.exchange_grid),
        ("from-study",): (2, making.take_from_study),
    }


def _run(call: argparse.Namespace) -> int:
    for verbs, (wanted, action) in _actions().items():
        rest = call.words[len(verbs) :]
        if tuple(call.words[: len(verbs)]) == verbs and len(rest) == wanted:
            return action(call, rest)
    if call.words[0] == "compose" and any("=" in word for word in call.words):
        from supplier_pcf.cli import factor_making as making

        return making.build(call, call.words[1:])
    return _search(call, " ".join(call.words))


def _search(call: argparse.Namespace, query: str) -> int:
    hits = search(_library(), query, unit=call.unit, place=call.place)
    if call.json:
        print_json([_answer(hit, call.place or "") for hit in hits])
        return DONE
    lacking = gap_sentence(query)
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


def _library() -> FactorLibrary:
    """All factors; where the user's own cannot be read, the bundled ones with a word about it."""
    try:
        return whole_library(personal_file())
    except Refusal as refusal:
        print(sentence(refusal.code, refusal.params), file=sys.stderr)
        return bundled_library()


def _answer(hit: Hit, place: str) -> dict[str, Any]:
    return record_of(hit.factor) | {
        "score": hit.score,
        "reasons": list(hit.reasons),
        "why": why(hit.factor, hit.reasons, place),
    }


COMMAND = Command("factors", "Look up emission factors, and keep own ones.", _arguments, _run)
