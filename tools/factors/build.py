#!/usr/bin/env python3
"""Make resources/factors from table.csv and sets.toml: python -m tools.factors.build."""

from __future__ import annotations

import csv
import json
import re
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

from tools.factors import history
from tools.factors.columns import COLUMNS

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "resources" / "factors"
ID = re.compile(r"[a-z0-9-]+:[a-z0-9-]+")
BUCKETS = ("fossil", "biogenic_non_co2", "aircraft")
SET_KEYS = (
    "title",
    "publisher",
    "document",
    "edition",
    "licence",
    "attribution",
    "url",
    "retrieved",
    "sha256",
    "gwp_set",
    "place",
)
Row = dict[str, str]


def main() -> None:
    """Write one folder for each set; stop without writing if a row is not sound."""
    sets = tomllib.loads((HERE / "sets.toml").read_text(encoding="utf-8"))
    rows = read_table(HERE / "table.csv")
    past, retired = history.read(history.HISTORY), history.read(history.RETIRED)
    faults = [fault for row in rows for fault in faults_of(row, set(sets))]
    faults = faults or history.faults(rows, sets, past, retired)
    if faults:
        sys.exit("\n".join(faults))
    by_set: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_set[row["id"].split(":")[0]].append(row)
    for set_id, facts in sets.items():
        write_set(OUT / set_id, facts, by_set[set_id])
        print(f"{set_id}: {len(by_set[set_id])} rows")
    grown = history.extended(rows, sets, past)
    if grown != past:
        history.write(grown)


def read_table(path: Path) -> list[Row]:
    """The rows of the committed table."""
    with path.open(encoding="utf-8", newline="") as source:
        reader = csv.DictReader(source)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            sys.exit("table.csv does not have our columns")
        return list(reader)


def faults_of(row: Row, sets: set[str]) -> list[str]:
    """What is wrong with one row, in words."""
    faults = []
    if not ID.fullmatch(row["id"]) or row["id"].split(":")[0] not in sets:
        faults.append(f"{row['id']}: not an id of a known set")
    total = sum(float(row[bucket] or 0) for bucket in BUCKETS)
    if abs(total - float(row["kg_co2e"])) > 1e-5 * max(1.0, abs(total)):
        faults.append(f"{row['id']}: buckets give {total}, published {row['kg_co2e']}")
    return faults


def write_set(folder: Path, facts: dict[str, str], rows: list[Row]) -> None:
    """The description and the rows of one set."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"id = {json.dumps(folder.name)}"]
    lines += [f"{key} = {json.dumps(facts[key], ensure_ascii=False)}" for key in SET_KEYS]
    lines.append(f"rows = {len(rows)}")
    (folder / "set.toml").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    used = [column for column in COLUMNS if any(row[column] for row in rows)]
    with (folder / "factors.csv").open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, used, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: row["id"]))


if __name__ == "__main__":
    main()
