"""The levels of a bill of materials, however they are written, and who is whose parent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from supplier_pcf.importers.bom_columns import BomTable
from supplier_pcf.importers.numbers import narrow

_DOTTED = re.compile(r"[.\-+*_> ]*(\d{1,2})")
_SIGNS = re.compile(r"[.\-+*>]{1,12}")
_PATH = re.compile(r"\d{1,4}(?:\.\d{1,4})*\.?")
_WHOLE = re.compile(r"(\d{1,2})\.0+")


def depths(bom: BomTable, rows: Sequence[int]) -> list[int | None]:
    """The level of each row; None where the level column holds something else.

    Without a level column the positions are taken where they are paths such as 1.2.3; otherwise the
    bill is flat.
    """
    if "level" in bom.fields:
        return _from_texts([bom.text(row, "level") for row in rows])
    positions = [narrow(bom.text(row, "position")).rstrip(".") for row in rows]
    known = set(positions)
    parents = [p.rpartition(".")[0] for p in positions if "." in p and _PATH.fullmatch(p)]
    if parents and all(parent in known for parent in parents):
        return [position.count(".") + 1 if position else None for position in positions]
    return [1] * len(rows)


def _from_texts(texts: Sequence[str]) -> list[int | None]:
    plain = [narrow(text) for text in texts]
    if all(_WHOLE.fullmatch(t) or t.isdigit() for t in plain if t):
        plain = [t.partition(".")[0] for t in plain]
    is_path = any(_PATH.fullmatch(t) and "." in t.rstrip(".") for t in plain)
    return [_path_depth(t) if is_path else _depth(t) for t in plain]


def _path_depth(text: str) -> int | None:
    path = text.rstrip(".")
    if path == "0":
        return 0
    return path.count(".") + 1 if _PATH.fullmatch(text) else None


def _depth(text: str) -> int | None:
    if found := _DOTTED.fullmatch(text):
        return int(found[1])
    return len(text) if _SIGNS.fullmatch(text) else None


def parents(levels: Sequence[int | None]) -> tuple[list[int | None], set[int]]:
    """The index of each row's parent, and the rows that skip a level."""
    stack: list[tuple[int, int]] = []
    found: list[int | None] = []
    jumps: set[int] = set()
    for index, level in enumerate(levels):
        if level is None:
            found.append(None)
            continue
        while stack and stack[-1][0] >= level:
            stack.pop()
        if stack and level > stack[-1][0] + 1:
            jumps.add(index)
        found.append(stack[-1][1] if stack else None)
        stack.append((level, index))
    return found, jumps
