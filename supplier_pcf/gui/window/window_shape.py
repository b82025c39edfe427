"""What menus and views need of the window they belong to, so that they need not know it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from supplier_pcf.app.session import Session
    from supplier_pcf.domain.study import Study
    from supplier_pcf.gui.base.context import Context
    from supplier_pcf.gui.base.worked_in import WorkedIn
    from supplier_pcf.gui.pages.page import Page
    from supplier_pcf.gui.window.filing import Filing
    from supplier_pcf.gui.window.frame import Frame
    from supplier_pcf.gui.window.menus import MenuActions


class Window(QMainWindow):
    """What the menus need of the window they belong to."""

    session: Session
    context: Context
    filing: Filing
    worked_in: WorkedIn
    menus: MenuActions
    step: str
    frame: Frame

    language_changed = Signal(str)

    def page(self, step: str) -> Page:
        raise NotImplementedError

    def show_dialog(self, name: str) -> None:
        raise NotImplementedError

    def show_step(self, step: str, place: str | None = None) -> None:
        raise NotImplementedError

    def move_by(self, steps: int) -> None:
        raise NotImplementedError

    def start_study(self, make: Callable[[], Study]) -> None:
        raise NotImplementedError

    def open_study(self, path: Path | None) -> None:
        raise NotImplementedError

    def open_backup(self, path: Path) -> None:
        raise NotImplementedError

    def save(self, save: Callable[[], bool]) -> None:
        raise NotImplementedError

    def move_part(self, steps: int) -> None:
        raise NotImplementedError

    def put_away(self) -> None:
        raise NotImplementedError

    def speak(self, language: str) -> None:
        raise NotImplementedError
