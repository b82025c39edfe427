"""A form of labelled fields: each with its label, its example and where to find the answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from supplier_pcf.gui.base.bind import Bound, text
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import LARGER, SPACE, is_large, wide

_LABEL, FIELD, _HINT, _NARROW = 152, 376, 96, 208
"""Widths; together with the margins they fit beside both rails of a window of 1280 pixels."""
_MOST_LABEL = 240
MOST = 440
"""How wide a field gets however large its text."""


class FieldForm(QWidget):
    """A group of fields under a title; a quiet column says where to look, under the field where text is large."""

    def __init__(self, title: str, sentence: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self.title = QLabel(title)
        self.title.setProperty("role", "strong")
        column.addWidget(self.title)
        if sentence:
            column.addWidget(_quiet(sentence))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnMinimumWidth(0, wide(_LABEL, _MOST_LABEL))
        self._grid.setColumnMinimumWidth(1, wide(FIELD, MOST))
        self._grid.setColumnStretch(2, 1)
        column.addLayout(self._grid)

    def add(self, label: str, field: QWidget, where: str = "") -> None:
        """One field; `where` says where the answer is found, beside it and on hover."""
        row = self._grid.rowCount()
        line = field.focusProxy() or field
        where = where or line.whatsThis()
        name = QLabel(label)
        name.setBuddy(line)
        name.setMinimumHeight(QLineEdit().sizeHint().height())
        for widget in {name, field, line}:
            widget.setToolTip(where)
        line.setAccessibleName(label.replace("&", ""))
        line.setAccessibleDescription(where)
        line.setWhatsThis(where)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, row, 0, top)
        self._grid.addWidget(field, row, 1, top | Qt.AlignmentFlag.AlignLeft)
        if where:
            hint = _quiet(where)
            if is_large(LARGER):
                self._grid.addWidget(hint, row + 1, 1, 1, 2)
            else:
                hint.setMinimumWidth(_HINT)
                self._grid.addWidget(hint, row, 2, Qt.AlignmentFlag.AlignVCenter)

    def add_text(
        self, context: Context, label: str, bound: Bound[str], example: str = "", where: str = ""
    ) -> None:
        """One line of text, with an example where it is empty."""
        such_as = context.translate("such as {example}").format(example=example) if example else ""
        field = text(context, bound, such_as)
        field.setFixedWidth(wide(FIELD, MOST))
        self.add(label, field, where)

    def narrow(self) -> None:
        """Numbers need little room: the rest goes to where to look."""
        self._grid.setColumnMinimumWidth(1, wide(_NARROW))

    def add_wide(self, widget: QWidget) -> None:
        """Something without a label, under the fields."""
        self._grid.addWidget(widget, self._grid.rowCount(), 1, 1, 2)


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("role", "quiet")
    return label
