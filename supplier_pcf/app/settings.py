"""The few preferences of a user, kept as one small file; a damaged one counts as none."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.paths import user_data
from supplier_pcf.project.whole import write_whole

_MOST_RECENT = 8
_LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the program remembers between two starts."""

    language: str = ""
    """One of `i18n.LANGUAGES`; empty: as the system."""
    recent: tuple[str, ...] = ()
    """Files opened last, newest first."""

    def with_recent(self, path: Path) -> Settings:
        """The same with this file as the newest."""
        name = str(path)
        others = tuple(r for r in self.recent if r != name)
        return replace(self, recent=(name, *others)[:_MOST_RECENT])


def settings_file() -> Path:
    """Where they lie."""
    return user_data() / "settings.json"


def read_settings(path: Path) -> Settings:
    """What is in the file; whatever is not as it should be is passed over."""
    with suppress(OSError, ValueError, RecursionError):
        if path.stat().st_size <= _LARGEST:
            told = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(told, dict):
                return _settings(told)
    return Settings()


def write_settings(path: Path, settings: Settings) -> None:
    """Keep them; not being able to is no reason to stop anybody."""
    with suppress(OSError, Refusal):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(asdict(settings), indent=2, ensure_ascii=False).encode())


def _settings(told: dict[str, Any]) -> Settings:
    known = {name: told[name] for name in (f.name for f in fields(Settings)) if name in told}
    language = known.get("language")
    recent = known.get("recent")
    return Settings(
        language=language if language in LANGUAGES else "",
        recent=tuple(r for r in recent if isinstance(r, str))[:_MOST_RECENT]
        if isinstance(recent, list)
        else (),
    )
