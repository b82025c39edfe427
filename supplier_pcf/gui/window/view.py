"""What the View menu changes: language, decimal mark and size of text, at once and without losing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from supplier_pcf.app.settings import TEXT_SIZES
from supplier_pcf.gui.base import theme

if TYPE_CHECKING:
    from supplier_pcf.gui.window.window_shape import Window


def change_view(
    window: Window, *, language: str = "", decimal: str | None = None, text_size: int = 0
) -> None:
    """Show everything anew in another language, with another decimal mark or in another size."""
    before, filing = window.filing.settings, window.filing
    filing.remember_view(language=language, decimal=decimal, text_size=text_size)
    now = filing.settings
    spoken = language or str(window.context.language)
    shows_the_same = (spoken, now.decimal, now.text_size) == (
        str(window.context.language),
        before.decimal,
        before.text_size,
    )
    if shows_the_same:
        return
    window.worked_in.leave()
    if language:
        window.language_changed.emit(language)  # what lies over the pages goes before they do
    window.put_away()
    if now.text_size != before.text_size:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.write_at(app, now.text_size)
    window.speak(spoken)


def step_text(window: Window, steps: int) -> None:
    """So many sizes larger or smaller, no further than the ends."""
    at = TEXT_SIZES.index(window.filing.settings.text_size) + steps
    if 0 <= at < len(TEXT_SIZES):
        change_view(window, text_size=TEXT_SIZES[at])


def tell_choices(window: Window) -> None:
    """Tick in the menu what is in use."""
    settings = window.filing.settings
    mark = {",": "comma", ".": "point"}.get(settings.decimal, "language")
    window.menus.make_choice("language", f"language-{window.context.language}")
    window.menus.make_choice("decimal", f"decimal-{mark}")
    window.menus.make_choice("text-size", f"text-size-{settings.text_size}")
