"""Which page shows which step; a page is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from supplier_pcf.gui.pages.page import Page

Translate = Callable[[str], str]
STEP_IDS = (
    "start",
    "product",
    "materials",
    "energy",
    "outside",
    "transport",
    "result",
    "deliver",
)
"""The steps of `app.steps` in order; written out, for the rail is painted before they are loaded."""

_REST = 30
"""Milliseconds between the imports of two pages."""


def page_class(step: str) -> type[Page]:
    """The page of a step: `ProductPage` in `gui.pages.product`, and so on."""
    module = import_module(f"supplier_pcf.gui.pages.{step}")
    found: type[Page] = getattr(module, f"{step.title()}Page")
    return found


def read_ahead(owner: QObject, steps: tuple[str, ...]) -> None:
    """Import the code of one page after the other while the user reads; the pages come later."""
    from PySide6.QtCore import QTimer

    def read() -> None:
        page_class(steps[0])
        read_ahead(owner, steps[1:])

    if steps:
        QTimer.singleShot(_REST, owner, read)


def step_titles(_: Translate) -> dict[str, str]:
    """What each step is called, in order."""
    return {
        "start": _("Start"),
        "product": _("Product"),
        "materials": _("Materials"),
        "energy": _("Energy"),
        "outside": _("Outside steps"),
        "transport": _("Transport"),
        "result": _("Result"),
        "deliver": _("Deliver"),
    }


def step_help(_: Translate) -> dict[str, str]:
    """One line a step, shown when the pointer rests on it."""
    return {
        "start": _("A sample, an earlier study, or a blank one"),
        "product": _("Who makes what, where, for whom, in which year"),
        "materials": _("What one piece is made of"),
        "energy": _("What the plant used, and how much of it belongs to this part"),
        "outside": _("Bought processes, packaging, waste"),
        "transport": _("How the materials come in"),
        "result": _("The footprint, and what makes it up"),
        "deliver": _("The files the customer asked for"),
    }


def state_words(state: str, _: Translate) -> str:
    """How far a step is, in words."""
    return {
        "untouched": _("not begun"),
        "in_work": _("in work"),
        "complete": _("complete"),
        "problem": _("something is missing"),
    }[state]
