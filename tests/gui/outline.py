"""What a widget holds, as text that can be compared: class, name, visible text, enabled."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidget, QMenu, QWidget

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
_INDENT = "  "
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def outline(widget, depth=0):
    """One line a named or speaking widget that is visible, its children under it."""
    lines = []
    for child in widget.findChildren(QWidget, options=_DIRECT):
        if child.isHidden() or isinstance(child, QMenu):
            continue
        said = text_of(child)
        inner = depth
        if said or (child.objectName() and not child.objectName().startswith("qt_")):
            state = "" if child.isEnabled() else " (disabled)"
            kind = type(child).__name__
            lines.append(f"{_INDENT * depth}{kind} {child.objectName()} {said!r}{state}")
            inner += 1
        lines += outline(child, inner)
    return lines


def menu_outline(bar):
    """The menus with their entries and keys."""
    lines = []
    for top in bar.actions():
        lines.append(top.text())
        lines += _entries(top.menu(), 1)
    return lines


def _entries(menu, depth):
    lines = []
    for action in menu.actions():
        if action.isSeparator():
            lines.append(f"{_INDENT * depth}---")
            continue
        keys = ", ".join(key.toString() for key in action.shortcuts())
        state = "" if action.isEnabled() else " (disabled)"
        lines.append(f"{_INDENT * depth}{action.text()} {keys}".rstrip() + state)
        if action.menu():
            lines += _entries(action.menu(), depth + 1)
    return lines


def text_of(widget):
    """What can be read on it."""
    if isinstance(widget, QListWidget):
        return " | ".join(widget.item(row).text() for row in range(widget.count()))
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text()
    return ""


def assert_same(lines, name):
    """Compare with the kept text; delete the file to keep the new one."""
    path = SNAPSHOTS / f"gui-{name}.txt"
    text = "\n".join(lines) + "\n"
    if not path.exists():
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
