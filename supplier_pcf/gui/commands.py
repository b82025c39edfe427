"""What each entry of the menus does: one place, filled in when the window is first painted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from supplier_pcf.gui import dialogs
from supplier_pcf.gui.registry import STEP_IDS
from supplier_pcf.i18n import LANGUAGES

if TYPE_CHECKING:
    from supplier_pcf.domain.study import Study
    from supplier_pcf.gui.main_window import MainWindow

Commands = dict[str, Callable[[], object]]


def commands(window: MainWindow) -> Commands:
    """By the name of the entry; every dialog of `dialogs.SHOW` is one."""
    return {
        **{name: partial(window.show_dialog, name) for name in dialogs.SHOW},
        **{f"language-{name}": partial(window.change_language, name) for name in LANGUAGES},
        **_of_files(window),
        **_of_edits(window),
        "next-step": partial(window.move_by, 1),
        "previous-step": partial(window.move_by, -1),
        "samples": partial(window.show_step, STEP_IDS[0], "samples"),
    }


def _of_files(window: MainWindow) -> Commands:
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


def _of_edits(window: MainWindow) -> Commands:
    press = window.worked_in.press
    return {
        "undo": window.session.undo,
        "redo": window.session.redo,
        "cut": partial(press, Qt.Key.Key_X),
        "copy": partial(press, Qt.Key.Key_C),
        "paste": partial(press, Qt.Key.Key_V),
    }


def _backups(window: MainWindow) -> None:
    from supplier_pcf.gui.backups import BackupsDialog

    dialog = BackupsDialog(window.context, window.filing, window)
    dialog.exec()
    if dialog.opens is not None:
        window.open_backup(dialog.opens)
    dialog.deleteLater()


def _import(window: MainWindow, kind: str) -> None:
    from supplier_pcf.gui.dropping import show_imported
    from supplier_pcf.gui.import_assistant import import_table

    window.worked_in.leave()
    show_imported(window, import_table(window.context, window, kind))


def _blank() -> Study:
    from supplier_pcf.domain.study import Study

    return Study()
