"""What happens to a file that is dropped on the window: a study is opened, a table is imported, a zip looked into."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.window.filing import STUDY_SUFFIXES

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from supplier_pcf.gui.window.window_shape import Window

_STEPS = {"bom": "materials", "energy": "energy"}
TABLE_SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv")
FOOTPRINT_SUFFIXES = (".aasx", ".xml")
ZIP = ".zip"
_TAKEN = (*STUDY_SUFFIXES, *TABLE_SUFFIXES, *FOOTPRINT_SUFFIXES, ZIP)


def dropped(event: QDropEvent) -> Path | None:
    """The one file that is being dropped and can be taken: a study, a table, a footprint, or a zip."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    known = [p for p in paths if p.suffix.lower() in _TAKEN]
    return known[0] if len(known) == 1 else None


def taking(window: Window, path: Path) -> Callable[[], None]:
    """What to do with it."""
    suffix = path.suffix.lower()
    if suffix in STUDY_SUFFIXES:
        return partial(_open, window, path)
    if suffix in (*FOOTPRINT_SUFFIXES, ZIP):
        return partial(_unpack if suffix == ZIP else _tell_where, window, path)
    return partial(_import, window, path)


def _open(window: Window, path: Path) -> None:
    """A study is opened; a supplier's footprint, which may be JSON too, belongs on a row."""
    if path.suffix.lower() == ".json" and _is_footprint(window, path):
        _tell_where(window, path)
    else:
        window.open_study(path)


def _is_footprint(window: Window, path: Path) -> bool:
    from supplier_pcf.app.receiving import open_received

    try:
        file = open_received(path, window.context.session.now().date())
    except Refusal:
        return False
    return any(each.received is not None for each in file.footprints)


def _import(window: Window, path: Path) -> None:
    from supplier_pcf.gui.importing.import_assistant import import_file

    window.worked_in.leave()
    show_imported(window, import_file(window.context, window, path))


def _unpack(window: Window, path: Path) -> None:
    """Import the one table of a zip, or open its one study; footprints belong on a row."""
    from supplier_pcf.app.unpacking import names_in, unpacked

    try:
        names = names_in(path)
        inside = [name for name in names if _suffix(name) in (".spcf", *TABLE_SUFFIXES)]
        if len(inside) != 1:
            _tell_where(window, path, several=len(inside) > 1)
        elif _suffix(inside[0]) == ".spcf":
            _tell_study(window, path)
        else:
            with TemporaryDirectory(prefix="supplier-pcf-") as folder:
                _import(window, unpacked(path, inside[0], Path(folder)))
    except Refusal as refusal:
        window.context.say(refusal)


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()


def _tell_study(window: Window, path: Path) -> None:
    """A study is worked on where it lies, and nothing can be saved into a zip."""
    _ = window.context.translate
    text = _("{file} holds a study. Take it out of the zip, then open it.")
    window.context.warn(text.format(file=path.name))


def _tell_where(window: Window, path: Path, *, several: bool = False) -> None:
    """Which row a footprint is for only the user knows."""
    _ = window.context.translate
    if several:
        text = _("{file} holds several tables. Take out the one you want, then drop it here.")
    else:
        text = _("Drop {file} on the row it belongs to, in a table of materials or outside steps.")
    window.context.warn(text.format(file=path.name))


def show_imported(window: Window, kind: str) -> None:
    """The page that holds what was imported."""
    step = _STEPS.get(kind)
    if step is not None:
        window.show_step(step)
