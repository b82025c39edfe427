"""A part of a page that follows the study while it can be seen, and waits while it cannot."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supplier_pcf.gui import bind
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.page import SPACE


class Following(QWidget):
    """Its `refresh` may take a moment: it is called once a change can be seen, not before."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.context = context
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * SPACE, 0, 0, SPACE)
        self.column.setSpacing(SPACE)
        self._is_old = True
        self.build()
        bind.follow(context, self, self._follow)

    def build(self) -> None:
        """Make the widgets."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what there is to say now."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _follow(self) -> None:
        self._is_old = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._is_old:
            self._is_old = False
            self.refresh()
