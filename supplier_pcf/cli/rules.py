"""`supplier-pcf rules`: a study under every rule set, with what changes and why."""

from __future__ import annotations

import argparse
from typing import Any

from supplier_pcf.app.calculation import library_of
from supplier_pcf.app.documents import open_project
from supplier_pcf.app.rule_comparison import Difference, Figures, UnderRules, compare_rules
from supplier_pcf.cli.command import DONE, Command, add_study, now, print_json
from supplier_pcf.domain.numbers import significant
from supplier_pcf.words import sentence


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("--json", action="store_true", help="as data, full precision")


def _run(call: argparse.Namespace) -> int:
    project = open_project(call.study)
    compared = compare_rules(project.study, library_of(project), now().date())
    if call.json:
        print_json([_answer(under) for under in compared])
    else:
        for under in compared:
            _print(under)
    return DONE


def _print(under: UnderRules) -> None:
    own = ", the rules of this study" if under.is_own else ""
    print(f"{under.rules.title} ({under.rules.id}){own}")
    print(f"  {_told(under.figures)}")
    for difference in under.differences:
        print(f"  - {_explained(difference)}")


def _told(figures: Figures) -> str:
    primary, ratings = figures.primary_percent, figures.ratings
    stopped = len(figures.stopped_by)
    parts = (
        f"{significant(figures.leading)} kg CO2e",
        f"{significant(figures.exempted_percent)} % left out",
        "" if primary is None else f"{primary:.1f} % primary data",
        ""
        if ratings is None
        else f"ratings {ratings.technology:.2f}, {ratings.time:.2f}, {ratings.geography:.2f} "
        "(technology, time, geography)",
        f"export stopped by {stopped} findings" if stopped else "export not stopped",
    )
    return "; ".join(filter(None, parts))


def _explained(difference: Difference) -> str:
    clause = f" [{difference.clause}]" if difference.clause else ""
    effects = " ".join(sentence(*effect) for effect in difference.effects)
    return f"{sentence(*difference.says)}{clause} {effects}"


def _answer(under: UnderRules) -> dict[str, Any]:
    return {
        "rule_set": under.rules.id,
        "title": under.rules.title,
        "version": under.rules.version,
        "source": under.rules.source,
        "is_own": under.is_own,
        **_figures(under.figures),
        "differences": [
            {
                "topic": difference.topic,
                "text": sentence(*difference.says),
                "clause": difference.clause,
                "effects": [sentence(*effect) for effect in difference.effects],
                "before": _figures(difference.before),
                "after": _figures(difference.after),
            }
            for difference in under.differences
        ],
    }


def _figures(figures: Figures) -> dict[str, Any]:
    ratings = figures.ratings
    return {
        "leading": figures.leading,
        "exempted_percent": figures.exempted_percent,
        "primary_data_share": figures.primary_percent,
        "data_quality": {
            "technology": ratings.technology if ratings else None,
            "time": ratings.time if ratings else None,
            "geography": ratings.geography if ratings else None,
        },
        "stopped_by": [finding.code for finding in figures.stopped_by],
    }


COMMAND = Command("rules", "Compare a study under every rule set.", _arguments, _run)
