"""The user guide: its pages in order, and where they and their pictures lie."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from supplier_pcf.app.steps import STEPS
from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.paths import guide

_STEPS = tuple(step.id for step in STEPS)
PAGES = ("index", "first-footprint", *_STEPS, "verifier", "next-year")
"""The names of its files, in the order in which they are read; a step's page has the step's id."""
PICTURES = (*_STEPS, "help")
"""The names of its pictures, one of each in every language."""


class GuidePage(NamedTuple):
    """One page: its file and what it is called."""

    id: str
    title: str
    path: Path


def guide_pages(language: str) -> tuple[GuidePage, ...]:
    """All pages in a language, those whose file is gone left out."""
    folder = guide() / (language if language in LANGUAGES else LANGUAGES[0])
    paths = ((page, folder / f"{page}.md") for page in PAGES)
    return tuple(GuidePage(page, _title(path), path) for page, path in paths if path.is_file())


def _title(path: Path) -> str:
    """The first heading."""
    with path.open(encoding="utf-8") as lines:
        return next((line[1:].strip() for line in lines if line.startswith("# ")), path.stem)
