"""Where do I find this? What is said about the field the user is in: on hover, by Shift+F1, and in full by F1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTableView,
    QWidget,
)

from supplier_pcf.app.field_help import AskedField, FieldHelp, field_help, plain_name

if TYPE_CHECKING:
    from supplier_pcf.gui.base.context import Context

_FIELDS = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractSpinBox, QCheckBox, QRadioButton)
_KEY = re.compile(r"\(&?[A-Z]\)$")
"""How Chinese labels name their key."""
_REST = 200
"""Milliseconds after which what was unfolded meanwhile gets its help."""


class Headed(Protocol):
    """What must be known of a column to say what it asks for."""

    @property
    def key(self) -> str:
        """The last part of a finding's place."""

    @property
    def help(self) -> str:
        """Its own words for where the answer is found."""


def fields_in(whole: QWidget) -> list[QWidget]:
    """Everything in it that a user answers, without the insides of Qt's own fields."""
    named = (field for kind in _FIELDS for field in whole.findChildren(kind))
    return [
        field
        for field in named
        if not field.objectName().startswith("qt_")
        and not isinstance(field.parent(), QComboBox | QAbstractSpinBox)
    ]


def told(where: str, example: str, context: Context) -> str:
    """Both in one text, as it stands on a field while the pointer rests there."""
    if not example:
        return where
    such_as = context.translate("such as {example}").format(example=example)
    return f"{where}\n{such_as}" if where else such_as


def column_told(kind: str, column: Headed, context: Context) -> str:
    """What the heading of a column says: what it is, where to find it, an example."""
    known = column_help(kind, column, context)
    return told(known.where, known.example, context)


def column_help(kind: str, column: Headed, context: Context) -> FieldHelp:
    """The help of a column; its own words win over those of the list."""
    known = field_help(f"{kind}-{column.key}", context.language)
    return known._replace(where=column.help or known.where)


def field_at(field: QWidget, context: Context) -> AskedField:
    """What is said about a field that has the focus."""
    table = _table_around(field)
    if table is not None:
        return _cell_at(table, context)
    known = field_help(field.objectName(), context.language)
    where = field.whatsThis().partition("\n")[0] or known.where
    name = plain_name(field.objectName())
    example = known.example or _placeholder(field)
    return AskedField(name, _label(field), where, example, unit_of(field))


def unit_of(field: QWidget) -> str:
    """The unit that stands beside a number."""
    beside = getattr(field.parent(), "unit", None)
    if isinstance(beside, QComboBox):
        return beside.currentText()
    return beside.text() if isinstance(beside, QLabel) else ""


def _table_around(field: QWidget) -> QTableView | None:
    """The table itself, or that of the cell which is being edited."""
    around: QObject | None = field
    while around is not None and not isinstance(around, QTableView):
        around = around.parent()
    return around


def _cell_at(table: QTableView, context: Context) -> AskedField:
    model, at = table.model(), table.currentIndex()
    columns = getattr(model, "columns", ())
    kind, number = getattr(model, "kind", ""), at.column() if at.isValid() else 0
    column = columns[number] if kind and number < len(columns) else None
    if column is None or not hasattr(column, "help"):
        return AskedField(plain_name(table.objectName()), table.accessibleName(), table.whatsThis())
    known = column_help(kind, column, context)
    name = plain_name(f"{kind}-{column.key}")
    label = column.title or table.accessibleName()
    return AskedField(name, label, known.where, known.example, column.unit)


def _placeholder(field: QWidget) -> str:
    """Some fields show their example themselves, as long as they are empty."""
    return field.placeholderText() if isinstance(field, QLineEdit | QPlainTextEdit) else ""


def _label(field: QWidget) -> str:
    said = field.accessibleName() or (field.text() if isinstance(field, QAbstractButton) else "")
    if not said:
        labels = field.window().findChildren(QLabel)
        said = next((label.text() for label in labels if label.buddy() is field), "")
    return _KEY.sub("", said).replace("&", "")


class PageHelp(QObject):
    """Gives every field of a page its help, also those that are unfolded later."""

    def __init__(self, page: QWidget, inside: QWidget, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST)
        self._soon.timeout.connect(self.tell)
        self._soon.start()
        inside.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Something was unfolded or made."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return False

    def tell(self) -> None:
        """Put the words on the fields that have none yet; on the first page they are only read."""
        field_help(self._page.objectName(), self._context.language)
        for field in fields_in(self._page):
            if not field.property("told"):
                field.setProperty("told", True)
                self._tell(field)

    def _tell(self, field: QWidget) -> None:
        known = field_help(field.objectName(), self._context.language)
        where = field.whatsThis() or known.where
        words = told(where, known.example, self._context)
        field.setWhatsThis(words)
        field.setToolTip(field.toolTip() if field.toolTip() not in ("", where) else words)
        if not field.accessibleDescription():
            field.setAccessibleDescription(words)


class DialogHelp(PageHelp):
    """The same for a dialog, which keeps the keys of the window's menus from it: F1 is answered here."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F1 in one of its fields."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            field = self._page.focusWidget()
            if event.key() == Qt.Key.Key_F1 and field is not None and field.whatsThis():
                self._explain(field)
                return True
        return super().eventFilter(watched, event)

    def _explain(self, field: QWidget) -> None:
        from supplier_pcf.gui.help.glossary import GlossaryDialog

        GlossaryDialog(self._context, self._page, field_at(field, self._context)).show()


def help_dialog(dialog: QWidget, context: Context) -> None:
    """Give a dialog that is worked in its help, once."""
    if not dialog.property("told"):
        dialog.setProperty("told", True)
        DialogHelp(dialog, dialog, context).tell()
