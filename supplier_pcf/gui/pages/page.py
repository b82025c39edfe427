"""A page of the wizard: a heading, a sentence of help, and fields bound to the study."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFormLayout


class Page(QScrollArea):
    """Base of all pages; `build` is called once, when the page is first shown."""

    STEP = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Built inside its parent from the first: Qt styles a widget anew each time it moves."""
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"page-{self.STEP}")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        self.column.setSpacing(2 * SPACE)
        self.setWidget(self._inside)
        self.build()

    def build(self) -> None:
        """Make the widgets and bind them."""
        raise NotImplementedError

    def go(self, place: str) -> None:
        """Put the cursor into the field of a finding's place, and that field into sight."""
        from supplier_pcf.gui.widgets.cursor import bring_into_sight

        self.focus_on(place)
        bring_into_sight(self)

    def focus_on(self, place: str) -> None:
        """Bring the field of a finding's place into view; without one, the page itself."""

    def complete(self) -> None:
        """Make at once what would be made after the first picture."""

    def help_fields(self) -> None:
        """Let every field say where its answer is found."""
        from supplier_pcf.gui.help.where import PageHelp

        PageHelp(self, self._inside, self.context)

    def heading(self, title: str, help_text: str = "") -> None:
        """The title of the page or of a part of it, with one sentence under it."""
        label = QLabel(title)
        label.setProperty("role", "heading")
        together = QVBoxLayout()
        together.setSpacing(SPACE // 2)
        together.addWidget(label)
        if help_text:
            together.addWidget(self._quiet(help_text))
        self.column.addLayout(together)

    def note(self, text: str) -> QLabel:
        """A paragraph of quiet text."""
        label = self._quiet(text)
        self.column.addWidget(label)
        return label

    def form(self) -> QFormLayout:
        """A new group of labelled fields."""
        from PySide6.QtWidgets import QFormLayout

        form = QFormLayout()
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.column.addLayout(form)
        return form

    def _quiet(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setProperty("role", "quiet")
        self.context.once_painted(partial(_selectable, label))
        return label


def _selectable(label: QLabel) -> None:
    from PySide6.QtCore import Qt

    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
