"""What each entry of the menus does: one place, filled in when the window is first painted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt

from supplier_pcf.gui import dialogs
from supplier_pcf.gui.menus import IN_TABLES
from supplier_pcf.gui.registry import STEP_IDS
from supplier_pcf.i18n import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from supplier_pcf.app.session import Session
    from supplier_pcf.domain.study import Study
    from supplier_pcf.gui.context import Context
    from supplier_pcf.gui.filing import Filing
    from supplier_pcf.gui.worked_in import WorkedIn

Commands = dict[str, Callable[[], object]]


class Window(Protocol):
    """What the menus need of the window they belong to."""

    session: Session
    context: Context
    filing: Filing
    worked_in: WorkedIn

    def show_dialog(self, name: str) -> None: ...
    def show_step(self, step: str, place: str | None = None) -> None: ...
    def move_by(self, steps: int) -> None: ...
    def change_language(self, language: str) -> None: ...
    def start_study(self, make: Callable[[], Study]) -> None: ...
    def open_study(self, path: Path | None) -> None: ...
    def open_backup(self, path: Path) -> None: ...
    def save(self, save: Callable[[], bool]) -> None: ...
    def close(self) -> bool: ...
    def centralWidget(self) -> QWidget | None: ...


def commands(window: Window) -> Commands:
    """By the name of the entry; every dialog of `dialogs.SHOW` is one."""
    return {
        **{name: partial(window.show_dialog, name) for name in dialogs.SHOW},
        **{f"language-{name}": partial(window.change_language, name) for name in LANGUAGES},
        **_of_files(window),
        **_of_edits(window),
        "next-step": partial(window.move_by, 1),
        "previous-step": partial(window.move_by, -1),
        "next-part": partial(window.move_part, 1),
        "previous-part": partial(window.move_part, -1),
        "samples": partial(window.show_step, STEP_IDS[0], "samples"),
    }


def _of_files(window: Window) -> Commands:
    return {
        "new": partial(window.start_study, _blank),
        "open": partial(window.open_study, None),
        "save": partial(window.save, window.filing.save),
        "save-as": partial(window.save, window.filing.save_as),
        "backups": partial(_backups, window),
        "import-bom": partial(_import, window, "bom"),
        "import-energy": partial(_import, window, "energy"),
        "quit": window.close,
    }


def _of_edits(window: Window) -> Commands:
    do = window.worked_in.do
    return {
        "undo": window.session.undo,
        "redo": window.session.redo,
        "cut": partial(do, "cut", Qt.Key.Key_X),
        "copy": partial(do, "copy", Qt.Key.Key_C),
        "paste": partial(do, "paste", Qt.Key.Key_V),
        "select-all": partial(do, "select-all", Qt.Key.Key_A),
        **{name: partial(do, name) for name in IN_TABLES},
    }


def _backups(window: Window) -> None:
    from supplier_pcf.gui.backups import BackupsDialog

    dialog = BackupsDialog(window.context, window.filing, window.centralWidget())
    dialog.exec()
    if dialog.opens is not None:
        window.open_backup(dialog.opens)
    dialog.deleteLater()


def _import(window: Window, kind: str) -> None:
    from supplier_pcf.gui.import_assistant import import_table

    import_table(window.context, window.centralWidget(), kind)


def _blank() -> Study:
    from supplier_pcf.domain.study import Study

    return Study()
