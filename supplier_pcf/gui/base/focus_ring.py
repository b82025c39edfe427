"""A ring around what has the keyboard, the same for every kind of control, in light and dark."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFocusFrame, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from supplier_pcf.gui.base.theme import colours

_THICK = 2.0
_WITHOUT = (QMenu, QMenuBar)
"""These show by themselves where one is."""


class Ring(QFocusFrame):
    """The ring; Qt moves it along with its widget."""

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setPen(QPen(QColor(colours(self.palette()).accent), _THICK))
        half = _THICK / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))


class FocusRing(QObject):
    """Puts the ring around what the keyboard comes to; who works with the mouse does not see it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: Ring | None = None
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.setWidget(None)  # type: ignore[arg-type]
            self._ring.deleteLater()
        self._ring = None
        if new is not None and _is_ringed(new):
            self._ring = Ring(new)
            self._ring.setWidget(new)


def _is_ringed(widget: QWidget) -> bool:
    """Not a cell being typed in, which stands out by itself."""
    if isinstance(widget, _WITHOUT) or not widget.window().testAttribute(
        Qt.WidgetAttribute.WA_KeyboardFocusChange
    ):
        return False
    around = widget.parentWidget()
    above = around.parentWidget() if around is not None else None
    return not isinstance(above, QAbstractItemView)
