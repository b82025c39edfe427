"""A drawing as SVG text."""

from __future__ import annotations

from html import escape

from supplier_pcf.domain.numbers import decimal_string
from supplier_pcf.report.drawing import (
    BAND_STRENGTH,
    LIGHT,
    Band,
    Drawing,
    Line,
    Palette,
    Polyline,
    Rect,
    Shape,
    Text,
)

_FONTS = "'Noto Sans', 'Noto Sans SC', 'Microsoft YaHei', sans-serif"
_ILLEGAL = frozenset(map(chr, (*range(0xD800, 0xE000), 0xFFFE, 0xFFFF)))


def to_svg(drawing: Drawing, palette: Palette = LIGHT) -> str:
    """The drawing as an SVG document; the same drawing gives the same text."""
    width, height = _number(drawing.width), _number(drawing.height)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" role="img" font-family="{_FONTS}">'
    )
    title = f"<title>{escape(_legal(drawing.title), quote=False)}</title>"
    body = [_element(shape, palette) for shape in drawing.shapes]
    return "\n".join([opening, title, *body, "</svg>"]) + "\n"


def _number(value: float) -> str:
    return decimal_string(round(value, 2))


def _legal(text: str) -> str:
    """Without the characters that XML 1.0 forbids."""
    return "".join(c if c >= " " and c not in _ILLEGAL else " " for c in text)


def _element(shape: Shape, palette: Palette) -> str:
    if isinstance(shape, Rect):
        return _rect(shape, palette)
    if isinstance(shape, Line):
        return _polyline(((shape.x1, shape.y1), (shape.x2, shape.y2)), shape, palette)
    if isinstance(shape, Polyline):
        return _polyline(shape.points, shape, palette)
    if isinstance(shape, Band):
        return _band(shape, palette)
    return _text(shape, palette)


def _band(band: Band, palette: Palette) -> str:
    x1, x2, m, y1, y2 = map(_number, (band.x1, band.x2, band.middle, band.y1, band.y2))
    low1, low2 = _number(band.y1 + band.height), _number(band.y2 + band.height)
    path = (
        f"M{x1},{y1} C{m},{y1} {m},{y2} {x2},{y2} L{x2},{low2} C{m},{low2} {m},{low1} {x1},{low1} Z"
    )
    return f'<path d="{path}" fill="{palette[band.fill]}" fill-opacity="{BAND_STRENGTH}"/>'


def _rect(rect: Rect, palette: Palette) -> str:
    return (
        f'<rect x="{_number(rect.x)}" y="{_number(rect.y)}" width="{_number(rect.width)}" '
        f'height="{_number(rect.height)}" rx="{_number(rect.radius)}" fill="{palette[rect.fill]}"/>'
    )


def _polyline(
    points: tuple[tuple[float, float], ...], line: Line | Polyline, palette: Palette
) -> str:
    path = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
    return (
        f'<polyline points="{path}" fill="none" stroke="{palette[line.stroke]}" '
        f'stroke-width="{_number(line.thickness)}"/>'
    )


def _text(text: Text, palette: Palette) -> str:
    weight = ' font-weight="bold"' if text.bold else ""
    return (
        f'<text x="{_number(text.x)}" y="{_number(text.y)}" font-size="{_number(text.size)}" '
        f'text-anchor="{text.anchor}"{weight} '
        f'fill="{palette[text.role]}">{escape(_legal(text.text), quote=False)}</text>'
    )
