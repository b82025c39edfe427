"""What happens to a file that is dropped on the window: a study is opened, a table is imported."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from supplier_pcf.gui.filing import STUDY_SUFFIXES

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from supplier_pcf.gui.window_shape import Window

_STEPS = {"bom": "materials", "energy": "energy"}
TABLE_SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv")


def dropped(event: QDropEvent) -> Path | None:
    """The one file that is being dropped and can be taken: a study, or a table."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    known = [p for p in paths if p.suffix.lower() in (*STUDY_SUFFIXES, *TABLE_SUFFIXES)]
    return known[0] if len(known) == 1 else None


def taking(window: Window, path: Path) -> Callable[[], None]:
    """What to do with it."""
    if path.suffix.lower() in STUDY_SUFFIXES:
        return partial(window.open_study, path)
    return partial(_import, window, path)


def _import(window: Window, path: Path) -> None:
    from supplier_pcf.gui.import_assistant import import_file

    window.worked_in.leave()
    show_imported(window, import_file(window.context, window, path))


def show_imported(window: Window, kind: str) -> None:
    """The page that holds what was imported."""
    step = _STEPS.get(kind)
    if step is not None:
        window.show_step(step)
