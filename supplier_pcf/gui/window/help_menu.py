"""What the Help menu shows beside the work: the field in use, the glossary, the user guide, the hints."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from supplier_pcf.gui.window.window_shape import Window


def help_commands(window: Window) -> dict[str, Callable[[], object]]:
    """By the name of the entry."""
    return {
        "where": partial(show_where, window),
        "glossary": partial(show_glossary, window),
        "guide": partial(show_guide, window, "index"),
        "tour": partial(show_tour, window),
    }


def show_where(window: Window) -> None:
    """What the field in use asks for and where it is found; without a field, the page of the step."""
    from supplier_pcf.gui.help.glossary import GlossaryDialog
    from supplier_pcf.gui.help.where import field_at

    field = window.worked_in.field
    is_of_page = field is not None and window.page(window.step).isAncestorOf(field)
    asked = field_at(field, window.context) if field is not None and is_of_page else None
    if asked is None or not asked.where:
        show_guide(window, window.step)
        return
    dialog = GlossaryDialog(window.context, window, asked, window.step)
    dialog.guide_asked.connect(partial(show_guide, window))
    _show(window, dialog)


def show_glossary(window: Window) -> None:
    """All terms."""
    from supplier_pcf.gui.help.glossary import GlossaryDialog

    _show(window, GlossaryDialog(window.context, window))


def show_guide(window: Window, page: str) -> None:
    """The user guide at one of its pages."""
    from supplier_pcf.gui.help.guide import GuideDialog

    _show(window, GuideDialog(window.context, window, page))


def show_tour(window: Window) -> None:
    """The hints of the first start, once more."""
    from supplier_pcf.gui.window.tour import start_tour

    start_tour(window)


def offer_tour(window: Window) -> None:
    """Show the hints by themselves to who never worked with the program and has no study before him."""
    settings, study = window.filing.settings, window.session.study
    if not (settings.is_toured or settings.recent or any(True for _flow in study.flows())):
        show_tour(window)


def _show(window: Window, dialog: QDialog) -> None:
    """Beside the work: the window goes on taking entries; one of a kind is enough."""
    for other in window.findChildren(type(dialog)):
        if other is not dialog:
            other.close()
    window.language_changed.connect(dialog.close)
    dialog.show()
