"""The menus as data: where each thing is, what it is called, and its keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QMenu, QMenuBar

from supplier_pcf.app.settings import TEXT_SIZES

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeySequence

Translate = Callable[[str], str]

_SHARED_KEYS = {"text-larger": "insert-row", "text-smaller": "delete-row"}
"""Entries whose keys mean something else in a table."""

IN_TABLES = ("find", "fill-down", "insert-row", "delete-row", "copy-headings")
"""Entries that need a table to work in."""


class Entry(NamedTuple):
    """One thing to do: its name for code and tests, its text, its keys."""

    name: str
    text: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()


class Choice(NamedTuple):
    """A menu in a menu; filled by the window where it has no entries of its own."""

    name: str
    text: str
    entries: tuple[Entry, ...] = ()


Entries = tuple[Entry | Choice | None, ...]
"""What is in a menu; None draws a line."""


class Menu(NamedTuple):
    """One word of the menu bar and what is under it."""

    name: str
    text: str
    entries: Entries


def titles(_: Translate) -> dict[str, str]:
    """The words of the menu bar, in the usual order."""
    return {
        "file": _("&File"),
        "edit": _("&Edit"),
        "view": _("&View"),
        "tools": _("&Tools"),
        "help": _("&Help"),
    }


def menus(_: Translate) -> tuple[Menu, ...]:
    """All menus with what is in them."""
    entries = (_file(_), _edit(_), _view(_), _tools(_), _help(_))
    words = titles(_).items()
    return tuple(Menu(name, text, of) for (name, text), of in zip(words, entries, strict=True))


def _file(_: Translate) -> Entries:
    from PySide6.QtGui import QKeySequence

    key = QKeySequence.StandardKey
    return (
        Entry("new", _("&New"), (key.New,)),
        Entry("open", _("&Open…"), (key.Open,)),
        Choice("recent", _("Open &recent")),
        None,
        Entry("save", _("&Save"), (key.Save,)),
        Entry("save-as", _("Save &as…"), ("Ctrl+Shift+S",)),
        Entry("backups", _("&Backups…")),
        Entry("next-year", _("&Copy for next year…")),
        None,
        Entry("import-bom", _("&Import bill of materials…"), ("Ctrl+I",)),
        Entry("import-energy", _("Import &energy bills…"), ("Ctrl+Shift+I",)),
        None,
        Entry("quit", _("&Quit"), ("Ctrl+Q",)),
    )


def _edit(_: Translate) -> Entries:
    from PySide6.QtGui import QKeySequence

    key = QKeySequence.StandardKey
    return (
        Entry("undo", _("&Undo"), (key.Undo,)),
        Entry("redo", _("&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
        None,
        Entry("cut", _("Cu&t"), (key.Cut,)),
        Entry("copy", _("&Copy"), (key.Copy,)),
        Entry("paste", _("&Paste"), (key.Paste,)),
        Entry("select-all", _("Select &all"), (key.SelectAll,)),
        None,
        Entry("find", _("&Find in this table"), (key.Find,)),
        Entry("fill-down", _("Fill &down"), ("Ctrl+D",)),
        Entry("insert-row", _("&Insert row above"), ("Ctrl++",)),
        Entry("delete-row", _("De&lete rows"), ("Ctrl+-",)),
        Entry("copy-headings", _("Copy with &headings"), ("Ctrl+Shift+C",)),
    )


def _view(_: Translate) -> Entries:
    languages = (
        Entry("language-en", "&English"),
        Entry("language-zh_CN", "&中文"),
        Entry("language-de", "&Deutsch"),
    )
    sizes = tuple(Entry(f"text-size-{size}", f"{size} %") for size in TEXT_SIZES)
    marks = (
        Entry("decimal-language", _("As in the &language")),
        Entry("decimal-comma", _("&Comma: 1,5")),
        Entry("decimal-point", _("&Point: 1.5")),
    )
    return (
        Entry("next-step", _("&Next step"), ("Ctrl+Tab", "Ctrl+PgDown")),
        Entry("previous-step", _("&Previous step"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")),
        None,
        Entry("next-part", _("Next p&art of the window"), ("F6",)),
        Entry("previous-part", _("Previous pa&rt of the window"), ("Shift+F6",)),
        None,
        Entry("text-larger", _("Lar&ger text"), ("Ctrl++", "Ctrl+=")),
        Entry("text-smaller", _("&Smaller text"), ("Ctrl+-",)),
        Entry("text-normal", _("N&ormal text"), ("Ctrl+0",)),
        Choice("text-size", _("Text s&ize"), sizes),
        None,
        Choice("decimal", _("&Decimal mark"), marks),
        Choice("language", _("&Language"), languages),
    )


def _tools(_: Translate) -> Entries:
    return (
        Entry("factor-library", _("&Factor library…"), ("Ctrl+L",)),
        Entry("check", _("&Check"), ("F7",)),
        Entry("checklist", _("Checklis&t…")),
        Entry("what-if", _("&What-if…"), ("Ctrl+T",)),
        Entry("compare-rules", _("Compare &rule sets…")),
        Entry("screening", _("&Screening run…")),
        Entry("change-log", _("Change &log…")),
        Entry("collection", _("Collection s&heets…")),
        Entry("compare-studies", _("Compare with another st&udy…")),
        Entry("evidence", _("&Evidence…")),
    )


def _help(_: Translate) -> Entries:
    return (
        Entry("where", _("&Where do I find this?"), ("F1",)),
        Entry("glossary", _("&Glossary…")),
        Entry("guide", _("&User guide…")),
        Entry("tour", _("&Hints for the start")),
        None,
        Entry("samples", _("&Samples")),
        Entry("prove", _("&Prove it…")),
        None,
        Entry("about", _("&About Supplier PCF")),
    )


def undo_text(label: str | None, _: Translate) -> str:
    """Undo with the name of the edit."""
    return _("&Undo: {edit}").format(edit=_plain(label)) if label else _("&Undo")


def redo_text(label: str | None, _: Translate) -> str:
    """Redo with the name of the edit."""
    return _("&Redo: {edit}").format(edit=_plain(label)) if label else _("&Redo")


def _plain(label: str) -> str:
    return label.replace("&", "&&")


class MenuActions:
    """The menu bar made of the data: at first its words, what is in the menus once it is painted."""

    def __init__(self, bar: QMenuBar, words: Mapping[str, str]) -> None:
        self.actions: dict[str, QAction] = {}
        self.submenus: dict[str, QMenu] = {}
        for name, text in words.items():
            self._menu(QMenu(bar), bar.addMenu, name, text)

    def fill(self, data: tuple[Menu, ...], does: Mapping[str, Callable[[], object]]) -> None:
        """Put the entries under their words, each bound to what it does."""
        for menu in data:
            self._fill(self.submenus[menu.name], menu.entries, does)

    def _menu(self, made: QMenu, add: Callable[[QMenu], object], name: str, text: str) -> QMenu:
        made.setTitle(text)
        made.setObjectName(f"menu-{name}")
        add(made)
        self.submenus[name] = made
        return made

    def _fill(
        self, menu: QMenu, entries: Entries, does: Mapping[str, Callable[[], object]]
    ) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, Choice):
                inner = self._menu(QMenu(menu), menu.addMenu, entry.name, entry.text)
                self._fill(inner, entry.entries, does)
            else:
                self._add(menu, entry, does[entry.name])

    def _add(self, menu: QMenu, entry: Entry, does: Callable[[], object]) -> None:
        from PySide6.QtGui import QAction, QKeySequence

        action = QAction(entry.text, menu)
        action.setObjectName(f"action-{entry.name}")
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.triggered.connect(does)
        menu.addAction(action)
        self.actions[entry.name] = action

    def enable_in_table(self, wishes: Collection[str]) -> None:
        """Let only those entries for tables be chosen that the table in use can do."""
        for name in IN_TABLES:
            if name in self.actions:
                self.actions[name].setEnabled(name in wishes)
        for name, in_table in _SHARED_KEYS.items():
            if name in self.actions:
                self._share_keys(self.actions[name], taken=in_table in wishes)

    def _share_keys(self, action: QAction, *, taken: bool) -> None:
        """In a table Ctrl and plus insert a row, as in Excel; elsewhere they make text larger."""
        from PySide6.QtCore import Qt

        shared = Qt.ShortcutContext.WidgetShortcut if taken else Qt.ShortcutContext.WindowShortcut
        action.setShortcutContext(shared)

    def make_choice(self, menu: str, chosen: str) -> None:
        """Let one entry of a menu be ticked at a time."""
        from PySide6.QtGui import QActionGroup

        group = QActionGroup(self.submenus[menu])
        for action in self.submenus[menu].actions():
            action.setCheckable(True)
            group.addAction(action)
            action.setChecked(action.objectName() == f"action-{chosen}")
