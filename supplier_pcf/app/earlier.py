"""Where the file of a forerunner lies on this computer: remembered for this user, never in a study."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.paths import user_data
from supplier_pcf.project.whole import write_whole

_MOST = 100
_LARGEST = 256 * 1024


def earlier_file() -> Path:
    """The list of what is remembered."""
    return user_data() / "earlier-studies.json"


def remembered(study_id: str) -> Path | None:
    """The file of the study with this id, if one was named and is still there."""
    name = _read().get(study_id) if study_id else None
    path = Path(name) if name else None
    with suppress(OSError):
        if path is not None and path.is_file():
            return path
    return None


def remember(study_id: str, path: Path) -> None:
    """Keep where the study with this id lies; not being able to is no reason to stop anybody."""
    if not study_id:
        return
    known = {key: value for key, value in _read().items() if key != study_id}
    newest = {study_id: str(path.absolute()), **known}
    kept = dict(list(newest.items())[:_MOST])
    with suppress(OSError, Refusal):
        earlier_file().parent.mkdir(parents=True, exist_ok=True)
        write_whole(earlier_file(), json.dumps(kept, indent=2, ensure_ascii=False).encode())


def _read() -> dict[str, str]:
    """What is remembered; a damaged list counts as none."""
    path = earlier_file()
    with suppress(OSError, ValueError, RecursionError):
        if path.stat().st_size <= _LARGEST:
            told = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(told, dict):
                return {str(k): v for k, v in told.items() if isinstance(v, str)}
    return {}
