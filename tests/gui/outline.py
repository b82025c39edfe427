"""What a widget holds, as text that can be compared: class, name, visible text, enabled."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

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
        if isinstance(child, QTableView):
            lines += [f"{_INDENT * inner}{row}".rstrip() for row in table_rows(child)]
        else:
            lines += outline(child, inner)
    return lines


def table_rows(table):
    """The headings and what every cell shows."""
    model = table.model()
    columns = range(model.columnCount())
    across = Qt.Orientation.Horizontal
    yield " | ".join(str(model.headerData(column, across) or "") for column in columns)
    for row in range(model.rowCount()):
        yield " | ".join(_cell(model.index(row, column)) for column in columns)


def _cell(index):
    tick = index.data(Qt.ItemDataRole.CheckStateRole)
    if tick is not None:
        return "[x]" if Qt.CheckState(tick) is Qt.CheckState.Checked else "[ ]"
    return str(index.data() or "")


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
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.accessibleDescription()


def assert_same(lines, name):
    """Compare with the kept text; delete the file to keep the new one."""
    path = SNAPSHOTS / f"gui-{name}.txt"
    text = "\n".join(lines) + "\n"
    if not path.exists():
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
