"""A drawing painted by reportlab, and text in the right fonts."""

from __future__ import annotations

from dataclasses import replace

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from supplier_pcf.report.drawing import (
    BAND_STRENGTH,
    LIGHT,
    Anchor,
    Band,
    Drawing,
    Line,
    Polyline,
    Rect,
    Role,
    Shape,
    Text,
)
from supplier_pcf.report.fonts import clean, runs, width

_SHIFT = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def colour(role: Role) -> Color:
    """The colour of a role on paper."""
    return HexColor(LIGHT[role])


def paint_text(canvas: Canvas, text: Text) -> None:
    """Writes one line; here y runs upwards, as in the PDF."""
    shown = clean(text.text)
    x = text.x - _SHIFT[text.anchor] * width(shown, text.size, bold=text.bold)
    line = canvas.beginText(x, text.y)
    line.setFillColor(colour(text.role))
    for font, part in runs(shown, bold=text.bold):
        line.setFont(font, text.size)
        line.textOut(part)
    canvas.drawText(line)


def paint_rect(canvas: Canvas, rect: Rect) -> None:
    """Fills a rectangle given by its lower left corner."""
    canvas.setFillColor(colour(rect.fill))
    radius = min(rect.radius, rect.width / 2, rect.height / 2)
    if radius > 0:
        canvas.roundRect(rect.x, rect.y, rect.width, rect.height, radius, stroke=0, fill=1)
    else:
        canvas.rect(rect.x, rect.y, rect.width, rect.height, stroke=0, fill=1)


def paint_path(
    canvas: Canvas, points: tuple[tuple[float, float], ...], stroke: Role, thickness: float
) -> None:
    """Draws a line through points."""
    if not points:
        return
    canvas.setStrokeColor(colour(stroke))
    canvas.setLineWidth(thickness)
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)


def paint_band(canvas: Canvas, band: Band) -> None:
    """Fills a band given by the lower ends of its edges; here y runs upwards."""
    canvas.saveState()
    canvas.setFillColor(colour(band.fill), alpha=BAND_STRENGTH)
    path = canvas.beginPath()
    middle, high = band.middle, band.height
    path.moveTo(band.x1, band.y1)
    path.curveTo(middle, band.y1, middle, band.y2, band.x2, band.y2)
    path.lineTo(band.x2, band.y2 + high)
    path.curveTo(middle, band.y2 + high, middle, band.y1 + high, band.x1, band.y1 + high)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


class Picture(Flowable):
    """A drawing on a page."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.drawing = drawing
        self.width = drawing.width
        self.height = drawing.height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size of the drawing, whatever there is room for."""
        return self.drawing.width, self.drawing.height

    def draw(self) -> None:
        """Paints every shape, turning y upwards."""
        for shape in self.drawing.shapes:
            self._paint(shape)

    def _paint(self, shape: Shape) -> None:
        top = self.drawing.height
        if isinstance(shape, Rect):
            paint_rect(self.canv, replace(shape, y=top - shape.y - shape.height))
        elif isinstance(shape, Line):
            ends = ((shape.x1, top - shape.y1), (shape.x2, top - shape.y2))
            paint_path(self.canv, ends, shape.stroke, shape.thickness)
        elif isinstance(shape, Polyline):
            turned = tuple((x, top - y) for x, y in shape.points)
            paint_path(self.canv, turned, shape.stroke, shape.thickness)
        elif isinstance(shape, Band):
            low = top - shape.height
            paint_band(self.canv, replace(shape, y1=low - shape.y1, y2=low - shape.y2))
        else:
            paint_text(self.canv, replace(shape, y=top - shape.y))
