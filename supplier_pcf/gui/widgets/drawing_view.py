"""A drawing painted in the window: sharp at every scaling, light or dark, to be copied and saved."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QMimeData,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QWidget

from supplier_pcf.app.views import (
    BAND_STRENGTH,
    DARK,
    LIGHT,
    Anchor,
    Band,
    Drawing,
    Line,
    Palette,
    Polyline,
    Rect,
    Role,
    Text,
    drawing_svg,
    write_whole,
)
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.theme import is_dark

Make = Callable[[float], Drawing]
"""Makes the drawing so many points wide."""
Follow = Callable[[str], None]
"""Leads to the row of a table that is known by this."""

_FAMILIES = ["Noto Sans", "Noto Sans SC", "Microsoft YaHei"]
_TEXT_SIZE = 8.0
"""Points of ordinary text in a drawing; it is shown as large as the text of the window."""
_NARROWEST = 160.0
_PRINT_SCALE = 3.0
"""Pixels a point in pictures that leave the window."""
_EDGE = 4
"""Pixels around the drawing in the window, where the frame of the focus is."""
_MARGIN = 8.0
"""Points of paper around a picture that leaves the window."""
_SHIFT = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


class DrawingView(QWidget):
    """Shows a drawing as wide as there is room; text is as large as elsewhere in the window."""

    def __init__(self, context: Context, make: Make, name: str) -> None:
        super().__init__()
        self._context, self._make = context, make
        self._shows_focus = False
        self._follow: Follow | None = None
        self._hint = ""
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.drawing = make(_NARROWEST)
        self._add_actions()
        self.refresh()

    def refresh(self) -> None:
        """Make the drawing anew, from the numbers of now and for the width of now."""
        self.drawing = self._make(max((self.width() - 2 * _EDGE) / self._scale(), _NARROWEST))
        self.setFixedHeight(round(self.drawing.height * self._scale()) + 2 * _EDGE)
        self.setAccessibleName(self.drawing.title)
        self.setAccessibleDescription(spoken(self.drawing))
        self.update()

    def lead_to(self, follow: Follow, hint: str) -> None:
        """Let a click on what stands for a row of a table lead there; `hint` says so."""
        self._follow, self._hint = follow, hint
        self.setMouseTracking(True)

    def picture(self) -> QImage:
        """The drawing on white paper, for other programs."""
        width, height = self.drawing.width + 2 * _MARGIN, self.drawing.height + 2 * _MARGIN
        size = QSize(round(width * _PRINT_SCALE), round(height * _PRINT_SCALE))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT[Role.PAPER]))
        painter = QPainter(image)
        painter.scale(_PRINT_SCALE, _PRINT_SCALE)
        painter.translate(_MARGIN, _MARGIN)
        paint(painter, self.drawing, LIGHT)
        painter.end()
        return image

    def copy(self) -> None:
        """Put the picture on the clipboard, as pixels and as SVG."""
        data = QMimeData()
        data.setImageData(self.picture())
        data.setData("image/svg+xml", drawing_svg(self.drawing).encode())
        QGuiApplication.clipboard().setMimeData(data)

    def save_png(self) -> None:
        """Ask for a name and save the picture as pixels."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(self.picture())
        self._save(bytes(buffer.data().data()), ".png", "PNG (*.png)")

    def save_svg(self) -> None:
        """Ask for a name and save the picture as lines and letters."""
        self._save(drawing_svg(self.drawing).encode(), ".svg", "SVG (*.svg)")

    def sizeHint(self) -> QSize:
        return QSize(round(_NARROWEST * 2 * self._scale()), self.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = bool(self._row_at(event))
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.setToolTip(self._hint if is_over else "")
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event) if event.button() == Qt.MouseButton.LeftButton else ""
        super().mouseReleaseEvent(event)
        if row and self._follow is not None:
            self._follow(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._shows_focus = event.reason() in reasons
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.refresh()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        QMenu.exec(self.actions(), event.globalPos(), parent=self)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        if self.hasFocus() and self._shows_focus:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.translate(_EDGE, _EDGE)
        painter.scale(self._scale(), self._scale())
        paint(painter, self.drawing, palette_for(self.palette()))

    def _row_at(self, event: QMouseEvent) -> str:
        """The row that stands where the mouse is, where anything leads there."""
        if self._follow is None:
            return ""
        at = (event.position() - QPointF(_EDGE, _EDGE)) / self._scale()
        return self.drawing.row_at(at.x(), at.y())

    def _scale(self) -> float:
        return QFontInfo(self.font()).pixelSize() / _TEXT_SIZE

    def _add_actions(self) -> None:
        _ = self._context.translate
        actions = (
            (_("&Copy picture"), self.copy, "copy"),
            (_("Save as &PNG…"), self.save_png, "png"),
            (_("Save as &SVG…"), self.save_svg, "svg"),
        )
        for words, slot, key in actions:
            action = QAction(words, self)
            action.setObjectName(f"{self.objectName()}-{key}")
            action.triggered.connect(slot)
            self.addAction(action)
        self.actions()[0].setShortcut(QKeySequence.StandardKey.Copy)
        self.actions()[0].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _save(self, content: bytes, suffix: str, kinds: str) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, "", self.objectName() + suffix, kinds)
        if not name:
            return
        target = Path(name)
        try:
            write_whole(target if target.suffix else target.with_suffix(suffix), content)
        except Refusal as refusal:
            self._context.say(refusal)


def palette_for(palette: QPalette) -> Palette:
    """The colours of a drawing on this ground."""
    return DARK if is_dark(palette) else LIGHT


def spoken(drawing: Drawing) -> str:
    """The drawing as a screen reader says it: its labels and numbers, line by line."""
    texts = [s for s in drawing.shapes if isinstance(s, Text) and s.role is not Role.ON_COLOUR]
    texts.sort(key=lambda text: (text.y, text.x))
    lines = groupby(texts, key=lambda text: text.y)
    return "; ".join(" ".join(text.text for text in line) for _, line in lines)


def paint(painter: QPainter, drawing: Drawing, palette: Palette) -> None:
    """Paint every shape; the painter's unit is the drawing's."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for shape in drawing.shapes:
        if isinstance(shape, Rect):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette[shape.fill]))
            box = QRectF(shape.x, shape.y, shape.width, shape.height)
            painter.drawRoundedRect(box, shape.radius, shape.radius)
        elif isinstance(shape, Text):
            _paint_text(painter, shape, palette)
        elif isinstance(shape, Band):
            _paint_band(painter, shape, palette)
        else:
            _paint_line(painter, shape, palette)


def _paint_band(painter: QPainter, band: Band, palette: Palette) -> None:
    fill = QColor(palette[band.fill])
    fill.setAlphaF(BAND_STRENGTH)
    low1, low2, middle = band.y1 + band.height, band.y2 + band.height, band.middle
    path = QPainterPath(QPointF(band.x1, band.y1))
    path.cubicTo(middle, band.y1, middle, band.y2, band.x2, band.y2)
    path.lineTo(band.x2, low2)
    path.cubicTo(middle, low2, middle, low1, band.x1, low1)
    path.closeSubpath()
    painter.fillPath(path, fill)


def _paint_line(painter: QPainter, line: Line | Polyline, palette: Palette) -> None:
    ends = ((line.x1, line.y1), (line.x2, line.y2)) if isinstance(line, Line) else line.points
    painter.setPen(QPen(QColor(palette[line.stroke]), line.thickness))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in ends]))


def _paint_text(painter: QPainter, text: Text, palette: Palette) -> None:
    font = QFont()
    font.setFamilies([*_FAMILIES, *font.families()])
    font.setPointSizeF(text.size * 72 / painter.device().logicalDpiY())
    font.setBold(text.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.setFont(font)
    painter.setPen(QColor(palette[text.role]))
    width = QFontMetricsF(font, painter.device()).horizontalAdvance(text.text)
    painter.drawText(QPointF(text.x - _SHIFT[text.anchor] * width, text.y), text.text)
