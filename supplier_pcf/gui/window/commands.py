"""What each entry of the menus does: one place, filled in when the window is first painted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from supplier_pcf.app.settings import TEXT_SIZES
from supplier_pcf.gui.window import dialogs
from supplier_pcf.gui.window.help_menu import help_commands
from supplier_pcf.gui.window.menus import IN_TABLES
from supplier_pcf.gui.window.registry import STEP_IDS
from supplier_pcf.gui.window.view import change_view, step_text
from supplier_pcf.i18n import LANGUAGES

if TYPE_CHECKING:
    from supplier_pcf.domain.study import Study
    from supplier_pcf.gui.window.window_shape import Window

Commands = dict[str, Callable[[], object]]


def commands(window: Window) -> Commands:
    """By the name of the entry; every dialog of `dialogs.SHOW` is one."""
    return {
        **{name: partial(window.show_dialog, name) for name in dialogs.SHOW},
        **_of_view(window),
        **_of_files(window),
        **_of_edits(window),
        **help_commands(window),
        "next-step": partial(window.move_by, 1),
        "previous-step": partial(window.move_by, -1),
        "next-part": partial(window.move_part, 1),
        "previous-part": partial(window.move_part, -1),
        "samples": partial(window.show_step, STEP_IDS[0], "samples"),
    }


def _of_view(window: Window) -> Commands:
    change = partial(change_view, window)
    marks = {"language": "", "comma": ",", "point": "."}
    return {
        **{f"language-{name}": partial(change, language=name) for name in LANGUAGES},
        **{f"decimal-{name}": partial(change, decimal=mark) for name, mark in marks.items()},
        **{f"text-size-{size}": partial(change, text_size=size) for size in TEXT_SIZES},
        "text-larger": partial(step_text, window, 1),
        "text-smaller": partial(step_text, window, -1),
        "text-normal": partial(change, text_size=TEXT_SIZES[0]),
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
    from supplier_pcf.gui.window.backups import BackupsDialog

    dialog = BackupsDialog(window.context, window.filing, window)
    dialog.exec()
    if dialog.opens is not None:
        window.open_backup(dialog.opens)
    dialog.deleteLater()


def _import(window: Window, kind: str) -> None:
    from supplier_pcf.gui.importing.import_assistant import import_table
    from supplier_pcf.gui.window.dropping import show_imported

    window.worked_in.leave()
    show_imported(window, import_table(window.context, window, kind))


def _blank() -> Study:
    from supplier_pcf.domain.study import Study

    return Study()
