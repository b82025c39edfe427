"""What every page gets: the session, its bridge, the language, and ways to speak to the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from supplier_pcf.i18n import translator

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from supplier_pcf.app.session import Edit, Session
    from supplier_pcf.domain.finding import Refusal
    from supplier_pcf.domain.study import Study

Tell = Callable[[str], None]


class Changes(Protocol):
    """Whoever tells of changes: the window's bridge, or a form that follows one row."""

    @property
    def changed(self) -> SignalInstance:
        """The study before, and after."""


def _nothing(_: object) -> None:
    """What a page without a window around it can do."""


def _at_once(act: Callable[[], None]) -> None:
    """Where there is no window to wait for."""
    act()


class Context(NamedTuple):
    """Shared by all pages of one window."""

    session: Session
    bridge: Changes
    language: str
    go_to: Tell
    """Show the page and field of a finding's place, such as `materials/<id>/factor`."""
    warn: Tell
    """Show one sentence to the user."""
    open_study: Callable[[Path | None], None] = _nothing
    """Open this file, or ask for one; asks first where something would be lost."""
    start_study: Callable[[Callable[[], Study]], None] = _nothing
    """Begin with the study this makes; asks first where something would be lost."""
    recent: Callable[[], tuple[Path, ...]] = tuple
    """The files opened last, newest first."""
    show: Tell = _nothing
    """Show one of the dialogs of the menus, by the name of its entry."""
    once_painted: Callable[[Callable[[], None]], None] = _at_once
    """Do this as soon as the window can be seen: what takes longer than a page may."""

    @property
    def translate(self) -> Callable[[str], str]:
        """From an English text to the same in the user's language."""
        return translator(self.language)

    @property
    def study(self) -> Study:
        """The study as it stands."""
        return self.session.study

    @property
    def decimal(self) -> str:
        """The user's decimal mark: his own, or that of his language."""
        from supplier_pcf.domain.numbers import number_style

        return number_style(self.language).decimal

    def edit(self, change: Edit, label: str, merge_key: str | None = None) -> None:
        """One change of the study under its name."""
        self.session.edit(change, label, merge_key)

    def say(self, refusal: Refusal) -> None:
        """Show why something did not work."""
        from supplier_pcf.words import sentence

        self.warn(sentence(refusal.code, refusal.params, self.translate))
