"""Painting for the window's first picture, without the names of `Qt`, which take longer to load than to paint."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPalette, QPen


def fill(painter: QPainter, area: QRectF, colour: str) -> None:
    """Fill a rectangle."""
    path = QPainterPath()
    path.addRect(area)
    painter.fillPath(path, solid(colour))


def outline(
    painter: QPainter, path: QPainterPath, colour: str, width: float, *, dotted: bool = False
) -> None:
    """Draw along a path."""
    pen = QPen()
    pen.setColor(QColor(colour))
    pen.setWidthF(width)
    if dotted:
        pen.setDashPattern([1, 2])
    painter.strokePath(path, pen)


@cache
def solid(colour: str) -> QBrush:
    """A brush of one colour; a palette makes it, for a brush made by hand asks for all of `Qt`."""
    palette = QPalette()
    palette.setColor(QPalette.ColorGroup.All, QPalette.ColorRole.Text, QColor(colour))
    return palette.text()
