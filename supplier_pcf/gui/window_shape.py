"""What menus and views need of the window they belong to, so that they need not know it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from supplier_pcf.app.session import Session
    from supplier_pcf.domain.study import Study
    from supplier_pcf.gui.context import Context
    from supplier_pcf.gui.filing import Filing
    from supplier_pcf.gui.menus import MenuActions
    from supplier_pcf.gui.worked_in import WorkedIn


class Window(Protocol):
    """What the menus need of the window they belong to."""

    session: Session
    context: Context
    filing: Filing
    worked_in: WorkedIn
    menus: MenuActions

    @property
    def language_changed(self) -> SignalInstance: ...

    def show_dialog(self, name: str) -> None: ...
    def show_step(self, step: str, place: str | None = None) -> None: ...
    def move_by(self, steps: int) -> None: ...
    def start_study(self, make: Callable[[], Study]) -> None: ...
    def open_study(self, path: Path | None) -> None: ...
    def open_backup(self, path: Path) -> None: ...
    def save(self, save: Callable[[], bool]) -> None: ...
    def move_part(self, steps: int) -> None: ...
    def put_away(self) -> None: ...
    def speak(self, language: str) -> None: ...
    def close(self) -> bool: ...
    def centralWidget(self) -> QWidget | None: ...
