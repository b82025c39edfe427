"""How wide the user made the columns of a table, and which he hid: kept from start to start."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from supplier_pcf.paths import user_data

_LARGEST = 256 * 1024
_WIDEST = 4000


class Look(NamedTuple):
    """What differs from how a table is at first."""

    widths: Mapping[str, int] = {}
    """Pixels, by key of the column."""
    hidden: tuple[str, ...] = ()
    """Keys of the columns that are not shown."""


def looks_file() -> Path:
    """Where they lie."""
    return user_data() / "tables.json"


def look_of(path: Path, table: str) -> Look:
    """How this table is to look; a damaged file counts as none."""
    told = _read(path).get(table)
    if not isinstance(told, dict):
        return Look()
    widths, hidden = told.get("widths"), told.get("hidden")
    return Look(
        widths={key: wide for key, wide in widths.items() if _is_width(wide)}
        if isinstance(widths, dict)
        else {},
        hidden=tuple(key for key in hidden if isinstance(key, str))
        if isinstance(hidden, list)
        else (),
    )


def remember_look(path: Path, table: str, look: Look) -> None:
    """Keep how a table looks; not being able to is no reason to stop anybody."""
    import json

    from supplier_pcf.domain.finding import Refusal
    from supplier_pcf.project.whole import write_whole

    known = {name: told for name, told in _read(path).items() if name != table}
    if look != Look():
        known[table] = {"widths": dict(look.widths), "hidden": list(look.hidden)}
    with suppress(OSError, Refusal):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(known, indent=1, ensure_ascii=False).encode())


def _read(path: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        if path.stat().st_size <= _LARGEST:
            import json

            told = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(told, dict):
                return told
    return {}


def _is_width(wide: object) -> bool:
    return isinstance(wide, int) and not isinstance(wide, bool) and 0 < wide <= _WIDEST
