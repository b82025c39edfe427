"""A framed part of a page with its own title, and two of them side by side where there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from supplier_pcf.gui.base.sizes import SPACE

_WIDE = 38
"""Widths of a letter from which on two cards stand side by side, each."""


class Card(QFrame):
    """A frame, its title, and room for what belongs together."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        self.column.setSpacing(SPACE)
        self.title = label(title, "strong")
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.column.addWidget(self.title)


class SideBySide(QWidget):
    """Two cards beside each other, equally high, or under each other where it is narrow."""

    def __init__(self, left: QWidget, right: QWidget, stretch: tuple[int, int] = (1, 1)) -> None:
        super().__init__()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2 * SPACE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for widget, part in zip((left, right), stretch, strict=True):
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            self._layout.addWidget(widget, part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = 2 * _WIDE * self.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction
        is_wide = event.size().width() >= wide
        self._layout.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)


class _Text(QLabel):
    """Asks for the height its width needs; Qt's own asks for what the narrowest width would need."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().height())


def label(text: str = "", role: str = "", name: str = "") -> QLabel:
    """A text that may be selected and breaks into lines."""
    made = _Text(text)
    made.setWordWrap(True)
    made.setObjectName(name)
    if role:
        made.setProperty("role", role)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
