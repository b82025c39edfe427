"""Typing into the cells of a table as a user does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit


def editor_of(view):
    """The editor of the cell; one that is about to be deleted is hidden."""
    kinds = (QLineEdit, QComboBox)
    return next(c for c in view.viewport().children() if isinstance(c, kinds) and not c.isHidden())


def type_into(qtbot, table, row, key, text):
    """Go to a cell by its row and the key of its column, and type."""
    table.view.go(table.model.index(row, table.model.column_of(key)))
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    editor = editor_of(table.view)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
