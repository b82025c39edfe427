"""The samples to start from, as cards: what it is, and in one line what one can learn from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from supplier_pcf.app.samples import Sample

_SPACE = 8


class SampleCard(QPushButton):
    """A button as wide as its column that says two things; it grows with the size of the text."""

    def __init__(self, name: str, title: str, line: str, parent: QWidget | None = None) -> None:
        """Both are read out as its name and description."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setAutoDefault(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 5, 12, 5)
        self._column.setSpacing(1)
        for text, role in ((title, "strong"), (line, "quiet")):
            label = QLabel(text)
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(label)
        self._column.addStretch()

    def sizeHint(self) -> QSize:
        """As its two texts need it."""
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word; how high then follows from the width it gets."""
        return QSize(self._column.totalMinimumSize().width(), 2 * self.fontMetrics().lineSpacing())

    def hasHeightForWidth(self) -> bool:
        """Its texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped texts."""
        return self._column.totalHeightForWidth(width)


def sample_cards(
    samples: Iterable[Sample], language: str, columns: int, start: Callable[[Sample], None]
) -> QGridLayout:
    """The cards of some samples, so many beside each other."""
    grid = QGridLayout()
    grid.setSpacing(_SPACE)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    for number, sample in enumerate(samples):
        card = SampleCard(
            f"start-sample-{sample.id}", sample.title_in(language), sample.line_in(language)
        )
        card.clicked.connect(partial(start, sample))
        grid.addWidget(card, number // columns, number % columns)
    return grid
