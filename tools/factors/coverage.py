#!/usr/bin/env python3
"""Make resources/factors/COVERAGE.md from needs.toml and the library: python -m tools.factors.coverage."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from supplier_pcf.domain.factor import EmissionFactor, RowType
from supplier_pcf.factors.library import FactorLibrary, bundled_library

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "resources" / "factors" / "COVERAGE.md"
_SHOWN_PLACES = 6
Need = dict[str, Any]

_HEAD = """# What the factor library covers, and what it does not

Made by `python -m tools.factors.coverage`; do not edit. For each thing a maker of components needs: how many
factors answer it, from which places and years, what is missing, and the way out. A gap is a gap: no number
stands here that nobody published.

"""


def main() -> None:
    """Write the page."""
    OUT.write_text(page(bundled_library(), needs()), encoding="utf-8", newline="\n")


def needs() -> dict[str, Any]:
    """The areas and what is needed in each."""
    return tomllib.loads((HERE / "needs.toml").read_text(encoding="utf-8"))


def matching(library: Iterable[EmissionFactor], patterns: Iterable[str]) -> list[EmissionFactor]:
    """The factors whose id fits one of the patterns."""
    wanted = tuple(patterns)
    return [f for f in library if any(fnmatchcase(f.id, pattern) for pattern in wanted)]


def page(library: FactorLibrary, wanted: dict[str, Any]) -> str:
    """The whole page as Markdown."""
    parts = [_HEAD, _sums(library), _row_types(library)]
    for letter, title in wanted["areas"].items():
        rows = [need for need in wanted["need"] if need["area"] == letter]
        parts.append(_area(library, letter, title, rows))
    return "\n".join(parts)


def _sums(library: FactorLibrary) -> str:
    lines = [
        "## The sets",
        "",
        "| set | rows | of these plain factors | edition |",
        "|---|---:|---:|---|",
    ]
    for about in library.sets:
        rows = [f for f in library if f.set_id == about.id]
        plain = sum(f.row_type is RowType.FACTOR for f in rows)
        lines.append(f"| `{about.id}` {about.title} | {len(rows)} | {plain} | {about.edition} |")
    plain = sum(f.row_type is RowType.FACTOR for f in library)
    lines.append(f"| all | {len(library)} | {plain} | |")
    return "\n".join([*lines, ""])


_USES = {
    RowType.FACTOR: "can be chosen",
    RowType.SPEND: "per money, for screening only",
    RowType.EOL_TRANSPORT: "collection and transport of waste only",
    RowType.COMBUSTION_CO2_ONLY: "CO2 of burning only; what is missing is named",
    RowType.CO2_ONLY_INVENTORY: "a plant's own inventory, never a footprint",
    RowType.GWP: "a gas set free, never a material",
    RowType.BOUND_ONLY: "plausibility only, never a factor",
    RowType.DO_NOT_SUM: "never in a sum",
}


def _row_types(library: FactorLibrary) -> str:
    found = Counter(factor.row_type for factor in library)
    lines = ["## What the rows may be used for", "", "| row type | rows | use |", "|---|---:|---|"]
    lines += [f"| `{kind}` | {found[kind]} | {use} |" for kind, use in _USES.items()]
    return "\n".join([*lines, ""])


def _area(library: FactorLibrary, letter: str, title: str, rows: list[Need]) -> str:
    head = "| needed | ships | places | years | missing | way out |"
    lines = [f"## {letter}) {title}", "", head, "|---|---|---|---|---|---|"]
    for need in rows:
        found = matching(library, need["factors"])
        ships = _ships(found, matching(library, need.get("screening", [])))
        cells = (
            need["name"],
            ships,
            _places(found),
            _years(found),
            need.get("lacks", ""),
            need.get("way", ""),
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join([*lines, ""])


def _ships(found: list[EmissionFactor], screening: list[EmissionFactor]) -> str:
    if not found:
        return f"**gap**; {len(screening)} per money" if screening else "**gap**"
    sets = ", ".join(f"`{set_id}` {count}" for set_id, count in _by_set(found))
    return f"{sets}; {len(screening)} per money" if screening else sets


def _by_set(found: list[EmissionFactor]) -> list[tuple[str, int]]:
    return sorted(Counter(factor.set_id for factor in found).items())


def _places(found: list[EmissionFactor]) -> str:
    places = sorted({factor.place for factor in found})
    if len(places) > _SHOWN_PLACES:
        return f"{len(places)} places"
    return ", ".join(places)


def _years(found: list[EmissionFactor]) -> str:
    years = [year for f in found for year in (f.year_from, f.year_to) if year is not None]
    if not years:
        return ""
    return f"{min(years)}–{max(years)}" if min(years) < max(years) else str(min(years))


if __name__ == "__main__":
    main()
