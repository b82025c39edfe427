"""Compiles the translation catalogues whenever the package is built or installed, editable too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(locale: Path) -> int:
    """Write a .mo beside every .po under `locale`; returns how many."""
    sources = sorted(locale.glob("*/LC_MESSAGES/*.po"))
    for source in sources:
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parent.parent.name, abort_invalid=True)
        with source.with_suffix(".mo").open("wb") as binary:
            write_mo(binary, catalogue)
    return len(sources)


class CatalogueHook(BuildHookInterface[Any]):
    """Runs before hatchling collects the files."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into the source tree, which an editable install reads directly."""
        compile_catalogues(Path(self.root) / "resources" / "locale")
