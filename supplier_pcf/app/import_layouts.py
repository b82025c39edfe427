"""What the user said of a table of a certain layout, for the next file with the same headings.

Only a check sum of the headings is kept, none of their words and nothing of the rows.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from supplier_pcf.importers.headers import plain
from supplier_pcf.importers.options import TableOptions
from supplier_pcf.importers.table import text_of
from supplier_pcf.paths import user_data

_MOST = 100
_LARGEST = 512 * 1024
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The user's word on one layout: columns, units and decimal sign."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    decimal: str = ""

    def put_on(self, how: TableOptions, row: int) -> TableOptions:
        """The options with this, and the headings in this row (from 1)."""
        return replace(
            how,
            mapping=dict(self.mapping) or None,
            units=dict(self.units),
            decimal=self.decimal or None,
            header_row=row,
        )


Layouts = Mapping[str, Layout]
"""By signature."""


def signature(kind: str, headings: Sequence[object]) -> str:
    """What a row of headings is known by, whatever its year; empty where it says too little."""
    words = [plain(_YEAR.sub("", text_of(cell))) for cell in headings]
    while words and not words[-1]:
        words.pop()
    if sum(bool(word) for word in words) < 2:
        return ""
    return hashlib.sha256("\n".join([kind, *words]).encode()).hexdigest()[:32]


def layout_of(how: TableOptions) -> Layout:
    """What is worth keeping of how a table was read."""
    return Layout(mapping=how.mapping or {}, units=how.units, decimal=how.decimal or "")


def layouts_file() -> Path:
    """Where they lie."""
    return user_data() / "table-layouts.json"


def read_layouts(path: Path) -> dict[str, Layout]:
    """What is in the file; whatever is not as it should be is passed over."""
    with suppress(OSError, ValueError, RecursionError):
        if path.stat().st_size <= _LARGEST:
            import json

            told = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(told, dict):
                return {k: _layout(v) for k, v in told.items() if isinstance(v, dict)}
    return {}


def _layout(told: Mapping[str, Any]) -> Layout:
    decimal = told.get("decimal")
    return Layout(
        mapping=_texts(told.get("mapping")),
        units=_texts(told.get("units")),
        decimal=decimal if decimal in (",", ".") else "",
    )


def _texts(told: object) -> dict[str, str]:
    if not isinstance(told, dict):
        return {}
    return {k: v for k, v in told.items() if isinstance(k, str) and isinstance(v, str)}


def remember(path: Path, known_by: str, layout: Layout) -> None:
    """Keep this for the next file of the layout; the oldest go first."""
    known = {k: v for k, v in read_layouts(path).items() if k != known_by}
    kept = dict([*known.items(), (known_by, layout)][-_MOST:])
    _write(path, kept)


def forget(path: Path, known_by: str) -> None:
    """Know nothing of this layout any more."""
    known = read_layouts(path)
    if known_by in known:
        _write(path, {k: v for k, v in known.items() if k != known_by})


def _write(path: Path, layouts: Layouts) -> None:
    """Not being able to is no reason to stop anybody."""
    import json

    from supplier_pcf.domain.finding import Refusal
    from supplier_pcf.project.whole import write_whole

    told = {
        key: {"mapping": dict(of.mapping), "units": dict(of.units), "decimal": of.decimal}
        for key, of in layouts.items()
    }
    with suppress(OSError, Refusal):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(told, indent=1).encode())
