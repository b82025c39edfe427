"""The few preferences of a user, kept as one small file; a damaged one counts as none."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.paths import user_data

_MOST_RECENT = 8
_LARGEST = 64 * 1024
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
DECIMAL_MARKS = ("", ",", ".")


class Settings(NamedTuple):
    """What the program remembers between two starts."""

    language: str = ""
    """One of `i18n.LANGUAGES`; empty: as the system."""
    recent: tuple[str, ...] = ()
    """Files opened last, newest first."""
    decimal: str = ""
    """The decimal mark in every language, comma or point; empty: as the language has it."""
    text_size: int = 100
    """Percent of the system's own size of text, one of `TEXT_SIZES`."""
    backs_up: bool = True
    """Whether a dated copy of every save is kept in the user's own folder."""
    is_toured: bool = False
    """Whether the hints of the first start are not to be shown again by themselves."""

    def with_recent(self, path: Path) -> Settings:
        """The same with this file as the newest."""
        name = str(path)
        others = tuple(r for r in self.recent if r != name)
        return self._replace(recent=(name, *others)[:_MOST_RECENT])


def settings_file() -> Path:
    """Where they lie."""
    return user_data() / "settings.json"


def read_settings(path: Path) -> Settings:
    """What is in the file; whatever is not as it should be is passed over."""
    with suppress(OSError, ValueError, RecursionError):
        if path.stat().st_size <= _LARGEST:
            import json

            told = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(told, dict):
                return _settings(told)
    return Settings()


def write_settings(path: Path, settings: Settings) -> None:
    """Keep them; not being able to is no reason to stop anybody."""
    import json

    from supplier_pcf.domain.finding import Refusal
    from supplier_pcf.project.whole import write_whole

    with suppress(OSError, Refusal):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(settings._asdict(), indent=2, ensure_ascii=False).encode())


def _settings(told: dict[str, Any]) -> Settings:
    language, recent = told.get("language"), told.get("recent")
    decimal, size = told.get("decimal"), told.get("text_size")
    return Settings(
        language=language if language in LANGUAGES else "",
        recent=tuple(r for r in recent if isinstance(r, str))[:_MOST_RECENT]
        if isinstance(recent, list)
        else (),
        decimal=decimal if decimal in DECIMAL_MARKS else "",
        text_size=size if size in TEXT_SIZES else 100,
        backs_up=told.get("backs_up") is not False,
        is_toured=told.get("is_toured") is True,
    )
