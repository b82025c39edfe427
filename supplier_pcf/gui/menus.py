"""The menus as data: where each thing is, what it is called, and its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

Translate = Callable[[str], str]
Keys = QKeySequence.StandardKey | str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do: its name for code and tests, its text, its keys."""

    name: str
    text: str
    keys: tuple[Keys, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A menu in a menu; filled by the window where it has no entries of its own."""

    name: str
    text: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Menu:
    """One word of the menu bar; None draws a line."""

    name: str
    text: str
    entries: tuple[Entry | Choice | None, ...]


_KEY = QKeySequence.StandardKey


def menus(_: Translate) -> tuple[Menu, ...]:
    """All menus, in the usual order."""
    return (_file(_), _edit(_), _view(_), _tools(_), _help(_))


def _file(_: Translate) -> Menu:
    return Menu(
        "file",
        _("&File"),
        (
            Entry("new", _("&New"), (_KEY.New,)),
            Entry("open", _("&Open…"), (_KEY.Open,)),
            Choice("recent", _("Open &recent")),
            None,
            Entry("save", _("&Save"), (_KEY.Save,)),
            Entry("save-as", _("Save &as…"), ("Ctrl+Shift+S",)),
            None,
            Entry("import-bom", _("&Import bill of materials…"), ("Ctrl+I",)),
            Entry("import-energy", _("Import &energy bills…"), ("Ctrl+Shift+I",)),
            None,
            Entry("quit", _("&Quit"), ("Ctrl+Q",)),
        ),
    )


def _edit(_: Translate) -> Menu:
    return Menu(
        "edit",
        _("&Edit"),
        (
            Entry("undo", _("&Undo"), (_KEY.Undo,)),
            Entry("redo", _("&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
            None,
            Entry("cut", _("Cu&t"), (_KEY.Cut,)),
            Entry("copy", _("&Copy"), (_KEY.Copy,)),
            Entry("paste", _("&Paste"), (_KEY.Paste,)),
        ),
    )


def _view(_: Translate) -> Menu:
    languages = (
        Entry("language-en", "&English"),
        Entry("language-zh_CN", "&中文"),
        Entry("language-de", "&Deutsch"),
    )
    return Menu(
        "view",
        _("&View"),
        (
            Entry("next-step", _("&Next step"), ("Ctrl+Tab", "Ctrl+PgDown")),
            Entry("previous-step", _("&Previous step"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
            None,
            Choice("language", _("&Language"), languages),
        ),
    )


def _tools(_: Translate) -> Menu:
    return Menu("tools", _("&Tools"), (Entry("check", _("&Check"), ("F7",)),))


def _help(_: Translate) -> Menu:
    entries = (Entry("samples", _("&Samples")), None, Entry("about", _("&About Supplier PCF")))
    return Menu("help", _("&Help"), entries)


def undo_text(label: str | None, _: Translate) -> str:
    """Undo with the name of the edit."""
    return _("&Undo: {edit}").format(edit=_plain(label)) if label else _("&Undo")


def redo_text(label: str | None, _: Translate) -> str:
    """Redo with the name of the edit."""
    return _("&Redo: {edit}").format(edit=_plain(label)) if label else _("&Redo")


def _plain(label: str) -> str:
    return label.replace("&", "&&")


class MenuActions:
    """The menu bar made of the data, each entry bound to what it does."""

    def __init__(
        self, bar: QMenuBar, data: tuple[Menu, ...], does: Mapping[str, Callable[[], object]]
    ) -> None:
        self.actions: dict[str, QAction] = {}
        self.submenus: dict[str, QMenu] = {}
        self._does = does
        for menu in data:
            self._fill(self._menu(QMenu(bar), bar.addMenu, menu.name, menu.text), menu.entries)

    def _menu(self, made: QMenu, add: Callable[[QMenu], object], name: str, text: str) -> QMenu:
        made.setTitle(text)
        made.setObjectName(f"menu-{name}")
        add(made)
        self.submenus[name] = made
        return made

    def _fill(self, menu: QMenu, entries: tuple[Entry | Choice | None, ...]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, Choice):
                inner = self._menu(QMenu(menu), menu.addMenu, entry.name, entry.text)
                self._fill(inner, entry.entries)
            else:
                self._add(menu, entry)

    def _add(self, menu: QMenu, entry: Entry) -> None:
        action = QAction(entry.text, menu)
        action.setObjectName(f"action-{entry.name}")
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.triggered.connect(self._does[entry.name])
        menu.addAction(action)
        self.actions[entry.name] = action

    def make_choice(self, menu: str, chosen: str) -> None:
        """Let one entry of a menu be ticked at a time."""
        group = QActionGroup(self.submenus[menu])
        for action in self.submenus[menu].actions():
            action.setCheckable(True)
            group.addAction(action)
            action.setChecked(action.objectName() == f"action-{chosen}")
