"""A part of a page that follows the study while it can be seen, and waits while it cannot."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supplier_pcf.app.aside import Aside
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.card import label

AT_ONCE = 60
"""Rows up to which work is done before the next picture; more are worked out beside the window."""
_LOOK_MS = 40


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
        self._aside: Aside[None] | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._when_over)
        self.waiting = label(context.translate("Calculating …"), "quiet", f"{name}-waiting")
        self.column.addWidget(self.waiting)
        self.build()
        bind.follow(context, self, self._follow)

    def build(self) -> None:
        """Make the widgets."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what there is to say now."""
        raise NotImplementedError

    def is_known(self) -> bool:
        """Whether `refresh` has nothing more to work out."""
        return True

    def work(self) -> None:
        """Work out what `refresh` shows; called beside the window where that takes long."""

    @property
    def is_working(self) -> bool:
        """Whether something is being worked out beside the window."""
        return self._aside is not None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _follow(self) -> None:
        self._is_old = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if not self._is_old or self._aside is not None:
            return
        if self.context.session.calculated.result.rows_total > AT_ONCE and not self.is_known():
            self.waiting.show()
            self._aside = Aside(self.work)
            self._look.start()
            return
        self._is_old = False
        self.waiting.hide()
        self.refresh()

    def _when_over(self) -> None:
        """Show what was worked out; where the study has changed meanwhile, begin again."""
        aside = self._aside
        if aside is not None and aside.is_done():
            self._aside = None
            self._look.stop()
            aside.result()
            if self.isVisible():
                self._catch_up()
