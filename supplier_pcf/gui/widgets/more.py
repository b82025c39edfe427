"""Detail behind one line: a button that unfolds what most users never need, built when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import wrap

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from supplier_pcf.gui.base.sizes import SPACE, is_large

_LINE = 44
"""Letters of large text that fit on one line beside the other parts of the window."""


class More(QWidget):
    """A title with an arrow; under it, once opened, what `make` makes."""

    def __init__(self, title: str, name: str, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._make = make
        self.inside: QWidget | None = None
        """What is unfolded; nothing before the first time."""
        self.button = QToolButton()
        self.button.setObjectName(f"{name}-more")
        self.button.setText("\n".join(wrap(title, _LINE)) if is_large() else title)
        self.button.setAccessibleName(title.replace("&", ""))
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.toggled.connect(self._fold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addWidget(self.button)

    def say(self, answer: QWidget) -> None:
        """Put this between the title and what unfolds."""
        self._column.insertWidget(1, answer)

    def open(self) -> QWidget:
        """Unfold it, for a finding whose field is inside."""
        self.button.setChecked(True)
        if self.inside is None:
            raise RuntimeError(f"{self.objectName()}: nothing inside")
        return self.inside

    def _fold(self, is_open: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        if self.inside is None:
            self.inside = self._make()
            self._column.addWidget(self.inside)
        self.inside.setVisible(is_open)
