"""What was published under which id and version: a factor never changes, it gets a new version.

`history.csv` holds a fingerprint of every row ever published, `retired.csv` the ids that left the
library. Both only grow.
"""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

HERE = Path(__file__).parent
HISTORY = HERE / "history.csv"
RETIRED = HERE / "retired.csv"
COLUMNS = ("id", "version", "content")
RETIRED_COLUMNS = ("id", "last_version", "since", "why", "instead")
NOT_CONTENT = frozenset({"id", "version", "name_zh", "name_de", "aliases"})
"""Names in other languages help to find a factor; they say nothing about its figure."""
FROM_SET = ("publisher", "document", "edition", "licence", "gwp_set", "place")
Row = dict[str, str]


def fingerprint(row: Row, facts: Row) -> str:
    """A short hash of all that a factor says, with what it takes over from its set."""
    said = {name: facts[name] for name in FROM_SET if facts.get(name)}
    said |= {name: cell for name, cell in row.items() if cell and name not in NOT_CONTENT}
    text = json.dumps(sorted(said.items()), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def version_of(row: Row) -> int:
    """The version of a row; an empty cell means the first."""
    return int(row["version"] or 1)


def read(path: Path) -> list[Row]:
    """The rows of one of the two lists; none if it is not there yet."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def faults(rows: list[Row], sets: dict[str, Row], past: list[Row], retired: list[Row]) -> list[str]:
    """Rows that changed without a new version, ids that vanished, ids used again; in words."""
    known = {(line["id"], int(line["version"])): line["content"] for line in past}
    newest: dict[str, int] = {}
    for factor_id, version in known:
        newest[factor_id] = max(version, newest.get(factor_id, 0))
    gone, here = {line["id"] for line in retired}, {row["id"] for row in rows}
    found = [f"{row['id']}: this id is retired" for row in rows if row["id"] in gone]
    found += [
        f"{lost}: published, but neither here nor retired" for lost in newest.keys() - here - gone
    ]
    for row in rows:
        found += _changed(row, sets, known, newest)
    return found


def _changed(
    row: Row, sets: dict[str, Row], known: dict[tuple[str, int], str], newest: dict[str, int]
) -> list[str]:
    factor_id, version = row["id"], version_of(row)
    last = newest.get(factor_id, 0)
    if version not in (last, last + 1):
        return [f"{factor_id}: version {version} does not follow {last}"]
    content = fingerprint(row, sets[factor_id.split(":")[0]])
    if version == last and known[factor_id, version] != content:
        return [f"{factor_id}: changed without a new version"]
    if version > 1 and version == last + 1 and known[factor_id, last] == content:
        return [f"{factor_id}: a new version that says the same"]
    return []


def extended(rows: list[Row], sets: dict[str, Row], past: list[Row]) -> list[Row]:
    """The history with what is new in these rows."""
    known = {(line["id"], int(line["version"])) for line in past}
    new = [
        {
            "id": row["id"],
            "version": str(version_of(row)),
            "content": fingerprint(row, sets[row["id"].split(":")[0]]),
        }
        for row in rows
        if (row["id"], version_of(row)) not in known
    ]
    return sorted([*past, *new], key=lambda line: (line["id"], int(line["version"])))


def write(lines: list[Row], path: Path = HISTORY) -> None:
    """The history as a file."""
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
