"""Two-way bindings of one widget to one value of the study; each ignores its own echo.

A binding shows the value, sends what is typed as an edit under a name, and keeps text that cannot be
taken in the field with a sentence beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.entering import (
    Unreadable,
    entered_number,
    entered_quantity,
    entered_share,
    shown_number,
    shown_share,
)
from supplier_pcf.app.field_help import field_help
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import wide
from supplier_pcf.words import sentence

T = TypeVar("T")

_NARROW, _BROAD = 208, 376
"""Least and most width of the sentence under a number, in pixels."""


def _the_study() -> str:
    """What most values belong to."""
    return ""


@dataclass(frozen=True, slots=True)
class Bound(Generic[T]):
    """A value of the study: how to get it, how to put it, and what the edit is called."""

    name: str
    """Object name of the widget, and key for merging keystrokes."""
    get: Callable[[Study], T]
    put: Callable[[Study, T], Study]
    label: str
    """Name of the edit, as undo says it."""
    about: Callable[[], str] = _the_study
    """Id of the row the value belongs to, where the widget shows one row after the other."""


def follow(context: Context, widget: QWidget, show: Callable[[], None]) -> None:
    """Show the value now and after every change, as long as the widget lives."""
    link = context.bridge.changed.connect(lambda _before, _after: show())
    widget.destroyed.connect(lambda: QObject.disconnect(link))
    show()


def _name(context: Context, field: QWidget, name: str) -> None:
    """Name a field; where its answer is found is known by the name."""
    field.setObjectName(name)
    field.setWhatsThis(field_help(name, context.language).where)


def text(context: Context, bound: Bound[str], example: str = "") -> QLineEdit:
    """A line of text; keystrokes merge into one step of undo, composed characters count once."""
    field = QLineEdit()
    _name(context, field, bound.name)
    field.setPlaceholderText(example)
    field.setMinimumWidth(wide(320, 400))

    def show() -> None:
        value = bound.get(context.study)
        if field.text() != value:
            field.setText(value)
            field.setCursorPosition(0 if not field.hasFocus() else len(value))

    def send(typed: str) -> None:
        context.edit(lambda study: bound.put(study, typed), bound.label, bound.name)

    field.textEdited.connect(send)
    field.editingFinished.connect(context.session.stop_merging)
    follow(context, field, show)
    return field


def paragraph(context: Context, bound: Bound[str], lines: int = 3) -> QPlainTextEdit:
    """Several lines of text, sent when the field is left."""
    field = _Paragraph()
    _name(context, field, bound.name)
    field.setTabChangesFocus(True)
    field.setMinimumWidth(wide(376, 440))
    field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + 10)

    def show() -> None:
        value = bound.get(context.study)
        if field.toPlainText() != value:
            field.setPlainText(value)

    def send() -> None:
        typed = field.toPlainText()
        context.edit(lambda study: bound.put(study, typed), bound.label)

    field.left = send
    follow(context, field, show)
    return field


class _Paragraph(QPlainTextEdit):
    """A text box that says when it is left."""

    left: Callable[[], None] = staticmethod(lambda: None)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left()


class ReadField(QWidget):
    """A line whose text is read as a value; what cannot be read stays in it, with a sentence under it."""

    def __init__(self, context: Context, bound: Bound[Any], beside: QWidget | None = None) -> None:
        super().__init__()
        self._context, self._bound = context, bound
        self.line = QLineEdit()
        _name(context, self.line, bound.name)
        self.line.setFixedWidth(wide(140))
        self.problem = QLabel()
        self.problem.setObjectName(f"{bound.name}-problem")
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line)
        if beside is not None:
            row.addWidget(beside)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.problem)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self._send)
        self._shown: Any = None
        self._key: tuple[str, ...] = ()
        follow(context, self, self._show)

    def _show(self) -> None:
        """The value; or what was typed for it and cannot be read, till the value becomes another."""
        study = self._context.study
        key, value = (self._bound.name, self._bound.about()), self._bound.get(study)
        is_forgotten = not self.problem.isHidden() and key not in self._context.session.typed
        if key == self._key and value == self._shown and not is_forgotten:
            if not self.line.isModified() and self.problem.isHidden():
                self.line.setText(self._text(value))
            return
        self._key, self._shown = key, value
        self.problem.hide()
        self.line.setText(self._text(value))
        text, of = self._context.session.typed.get(key, ("", None))
        if text and of == value:
            self.line.setText(text)
            self.line.setModified(True)
            self._complain(self._read(text))

    def _text(self, value: Any) -> str:
        """The value as it is edited."""
        raise NotImplementedError

    def _read(self, text: str) -> Any | Unreadable:
        """The value in a text, or why there is none."""
        raise NotImplementedError

    def _complain(self, read: Any | Unreadable) -> None:
        """Say what is wrong with the text, if anything is."""
        if isinstance(read, Unreadable):
            self.problem.setText(sentence(read.code, read.params, self._context.translate))
            # A form does not ask how high a sentence gets when it is wrapped.
            width = min(max(self.width(), wide(_NARROW)), wide(_BROAD))
            self.problem.setFixedSize(width, self.problem.heightForWidth(width))
        self.problem.setVisible(isinstance(read, Unreadable))

    def _send(self) -> None:
        value, typed = self._read(self.line.text()), self._context.session.typed
        self._complain(value)
        if isinstance(value, Unreadable):
            typed[self._key] = (self.line.text(), self._shown)
            return
        typed.pop(self._key, None)
        self.line.setModified(False)
        self._context.edit(lambda study: self._bound.put(study, value), self._bound.label)
        self._show()


class NumberField(ReadField):
    """A number with its unit."""

    def __init__(
        self, context: Context, bound: Bound[Any], unit: QWidget, measures: str = ""
    ) -> None:
        """`measures` is the unit that a typed one is converted into."""
        self.measures, self.unit = measures, unit
        super().__init__(context, bound, unit)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _text(self, value: Any) -> str:
        return shown_number(value, self._context.decimal)

    def _read(self, text: str) -> Any | Unreadable:
        return entered_number(text, self._context.decimal, self.measures)


def number(
    context: Context, bound: Bound[float | None], unit: str = "", measures: str = ""
) -> NumberField:
    """A field for a number, sent when it is left or Enter is pressed.

    `measures` is the unit itself where `unit` is only its word.
    """
    return NumberField(context, bound, QLabel(unit), measures or unit)


class ShareField(NumberField):
    """A share of 0 to 1, shown and typed in percent."""

    def _text(self, value: Any) -> str:
        return "" if value is None else shown_share(value, self._context.decimal)

    def _read(self, text: str) -> Any | Unreadable:
        return entered_share(text, self._context.decimal)


def share(context: Context, bound: Bound[float | None]) -> ShareField:
    """A field for a share, in percent."""
    return ShareField(context, bound, QLabel("%"))


class QuantityField(NumberField):
    """A number with a choice of units; a unit that is typed behind the number is chosen by itself."""

    def __init__(
        self, context: Context, bound: Bound[Quantity | None], units: Sequence[str]
    ) -> None:
        self.box = QComboBox()
        _name(context, self.box, f"{bound.name}-unit")
        self.box.setAccessibleName(context.translate("Unit"))
        self.box.addItems(units)
        self._units = units if len(units) > 1 else ()
        super().__init__(context, bound, self.box)
        self.box.activated.connect(self._send_unit)

    def _text(self, value: Quantity | None) -> str:
        if value is None:
            return ""
        if self.box.findText(value.unit) < 0:
            self.box.addItem(value.unit)
        self.box.setCurrentText(value.unit)
        return shown_number(value.value, self._context.decimal)

    def _read(self, text: str) -> Quantity | Unreadable | None:
        unit, decimal = self.box.currentText(), self._context.decimal
        return entered_quantity(text, unit, decimal, only=self._units)

    def _send_unit(self) -> None:
        self.line.setModified(True)
        self._send()


def quantity(
    context: Context, bound: Bound[Quantity | None], units: Sequence[str]
) -> QuantityField:
    """A field for a number with one of these units, the first where none is chosen."""
    return QuantityField(context, bound, units)


def choice(context: Context, bound: Bound[str], options: Sequence[tuple[str, str]]) -> QComboBox:
    """One of several values, given as (value, words)."""
    box = QComboBox()
    _name(context, box, bound.name)
    for value, words in options:
        box.addItem(words, value)

    def show() -> None:
        value = bound.get(context.study)
        index = box.findData(value)
        if index < 0 and value:
            # a file may hold what no list offers: it stays and is seen
            box.addItem(str(value), value)
            index = box.findData(value)
        if index != box.currentIndex():
            box.setCurrentIndex(index)

    def send(index: int) -> None:
        value = box.itemData(index)
        context.edit(lambda study: bound.put(study, value), bound.label)

    box.activated.connect(send)
    follow(context, box, show)
    return box


def tick(context: Context, bound: Bound[bool], words: str) -> QCheckBox:
    """Yes or no."""
    box = QCheckBox(words)
    _name(context, box, bound.name)

    def show() -> None:
        box.setChecked(bound.get(context.study))

    def send(checked: bool) -> None:
        context.edit(lambda study: bound.put(study, checked), bound.label)

    box.clicked.connect(send)
    follow(context, box, show)
    return box
