"""Draws the icons of the program and of its documents: `python -m tools.icons`.

A hexagon nut, the component; inside it the bars of a footprint.
"""

from __future__ import annotations

import math
import os
import struct
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPolygonF

ROOT = Path(__file__).resolve().parent.parent
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
GREEN, PAPER, EDGE = QColor("#1B7A5A"), QColor("#FFFFFF"), QColor("#77818B")
BARS = ((0.0, 0.62), (1.0, 1.0), (2.0, 0.36))
"""Place and height of each bar."""

Draw = Callable[[QPainter], None]


def nut(painter: QPainter, centre: QPointF, radius: float, colour: QColor) -> None:
    """A hexagon with a bar chart cut out of it."""
    corners = [
        QPointF(centre.x() + radius * math.cos(a), centre.y() + radius * math.sin(a))
        for a in (math.radians(60 * n + 30) for n in range(6))
    ]
    path = QPainterPath()
    path.addPolygon(QPolygonF([*corners, corners[0]]))
    width, height = 0.27 * radius, 0.95 * radius
    for place, part in BARS:
        left = centre.x() + (place - 1.5) * width * 1.28 + 0.14 * width
        path.addRect(QRectF(left, centre.y() + height / 2 - height * part, width, height * part))
    path.setFillRule(Qt.FillRule.OddEvenFill)
    painter.fillPath(path, colour)


def app(painter: QPainter) -> None:
    """White on a green square."""
    painter.setBrush(GREEN)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(4, 4, 248, 248), 52, 52)
    nut(painter, QPointF(128, 128), 104, PAPER)


def document(painter: QPainter) -> None:
    """A sheet with the nut on it."""
    fold = 64
    sheet = QPolygonF(
        [QPointF(40, 8), QPointF(216 - fold, 8), QPointF(216, 8 + fold), QPointF(216, 248),
         QPointF(40, 248)]
    )  # fmt: skip
    painter.setBrush(PAPER)
    painter.setPen(EDGE)
    painter.drawPolygon(sheet)
    painter.setBrush(QColor("#D5DBE0"))
    corner = [QPointF(216 - fold, 8), QPointF(216, 8 + fold), QPointF(216 - fold, 8 + fold)]
    painter.drawPolygon(QPolygonF(corner))
    nut(painter, QPointF(128, 158), 72, GREEN)


def side() -> QImage:
    """The picture beside the last page of the setup, in the size and kind that NSIS asks for."""
    image = QImage(164, 314, QImage.Format.Format_RGB888)
    image.fill(GREEN)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    nut(painter, QPointF(82, 110), 52, PAPER)
    painter.end()
    return image


def png(draw: Draw, size: int) -> bytes:
    """The picture in one size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 256, size / 256)
    draw(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(draw: Draw) -> bytes:
    """All sizes in Windows' container of icons, each as PNG."""
    pictures = [(size, png(draw, size)) for size in SIZES]
    head, offset = struct.pack("<3H", 0, 1, len(pictures)), 6 + 16 * len(pictures)
    for size, data in pictures:
        head += struct.pack("<4B2H2L", size % 256, size % 256, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return head + b"".join(data for _, data in pictures)


def main() -> None:
    """Write all of them."""
    application = QGuiApplication([])
    (ROOT / "resources" / "icons" / "supplier-pcf.png").write_bytes(png(app, 128))
    (ROOT / "installer" / "app.ico").write_bytes(ico(app))
    (ROOT / "installer" / "document.ico").write_bytes(ico(document))
    side().save(str(ROOT / "installer" / "side.bmp"), "BMP")
    del application


if __name__ == "__main__":
    main()
