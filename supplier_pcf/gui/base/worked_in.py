"""Where the user works in a window: Edit's keys go there, and undo goes to the study where a field has none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenuBar, QPlainTextEdit, QWidget
from shiboken6 import isValid

WISHES = "wishes"
"""Property of a table: the names of what it can do."""


class WorkedIn(QObject):
    """Remembers the field or table that had the focus last, for the window it belongs to."""

    moved = Signal()
    """The focus is somewhere else."""
    dialog_met = Signal(QWidget)
    """The focus came into a dialog."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._field: QWidget | None = None
        self._is_pressing = False
        """A key nobody takes comes back as the shortcut that sent it."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def leave(self) -> None:
        """What is being typed counts as entered."""
        field = QApplication.focusWidget()
        if field is not None and self._window.isAncestorOf(field):
            field.clearFocus()
            field.setFocus()

    @property
    def field(self) -> QWidget | None:
        """The field or table itself, where it still is."""
        field = self._field
        return field if field is not None and isValid(field) else None

    @property
    def wishes(self) -> tuple[str, ...]:
        """What can be asked of the table the user works in, as `table_keys` names it."""
        field = self._field
        told = field.property(WISHES) if field is not None and isValid(field) else None
        return tuple(told or ())

    def do(self, wish: str, key: Qt.Key | None = None) -> None:
        """Ask the table in use for something; a field gets the key that means it there."""
        if wish in self.wishes:
            getattr(self._field, "asked").emit(wish)  # noqa: B009 - a table of our own
        elif key is not None:
            self.press(key)

    def press(self, key: Qt.Key) -> None:
        """Send Ctrl and a key to where the user works; fields know what it means."""
        from PySide6.QtGui import QKeyEvent

        target = self._field
        if target is None or not isValid(target) or self._is_pressing:
            return
        self._is_pressing = True
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier)
            QApplication.sendEvent(target, event)
        self._is_pressing = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z in a field that has nothing to take back belongs to the window."""
        from PySide6.QtGui import QKeyEvent, QKeySequence

        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return (
                event.matches(QKeySequence.StandardKey.Undo) and not _undo_available(watched)
            ) or (event.matches(QKeySequence.StandardKey.Redo) and not _redo_available(watched))
        return False

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        for widget in (old, new):
            if isinstance(widget, QLineEdit | QPlainTextEdit):
                widget.removeEventFilter(self)
        if new is not None and isinstance(new.window(), QDialog):
            self.dialog_met.emit(new.window())
        if new is None or not self._window.isAncestorOf(new) or isinstance(new, QMenuBar):
            return
        self._field = new
        if isinstance(new, QLineEdit | QPlainTextEdit):
            new.installEventFilter(self)
        self.moved.emit()


def _undo_available(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()


def _redo_available(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isRedoAvailable()
