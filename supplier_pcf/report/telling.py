"""Every text of the summary, section by section: read off the very pages that are made."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from supplier_pcf.report import fonts
from supplier_pcf.report.context import Report
from supplier_pcf.report.layout import HEADING
from supplier_pcf.report.pages import draw_pages

BOTTOM = 62.0
"""Points from the lower edge; what stands below is the foot of the page."""
Told = tuple[tuple[str, str], ...]


class _Heard(PDFTextObject):
    """A line of text that remembers what it says, and how large."""

    def __init__(self, canvas: Canvas, x: float, y: float) -> None:
        super().__init__(canvas, x, y)
        self.said = ""
        self.size = 0.0
        self.is_bold = False
        self.height = canvas.absolutePosition(x, y)[1]

    def setFont(self, name: str, size: float, leading: float | None = None) -> None:  # noqa: N802
        self.size = size
        self.is_bold = name in (fonts.BOLD, fonts.CHINESE_BOLD)
        super().setFont(name, size, leading)

    def textOut(self, text: str) -> None:  # noqa: N802
        self.said += text
        super().textOut(text)


class _Listening(Canvas):
    """A canvas that notes every line drawn on it, in the order of drawing."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(BytesIO(), **settings)
        self.heard: list[_Heard] = []

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> _Heard:  # noqa: N802, ARG002
        return _Heard(self, x, y)

    def drawText(self, line: Any) -> None:  # noqa: N802
        if isinstance(line, _Heard):
            self.heard.append(line)
        super().drawText(line)


def told_by(report: Report) -> Told:
    """All lines of the summary as (section, line); the first lines stand under no section."""
    canvas = _Listening(pagesize=A4, initialFontName=fonts.registered(fonts.REGULAR))
    draw_pages(canvas, report)
    return tuple(_sections(canvas.heard))


def _sections(lines: list[_Heard]) -> Iterator[tuple[str, str]]:
    section, after_heading = "", False
    for line in lines:
        said = line.said.strip()
        if line.height < BOTTOM:
            yield "", said
        elif line.size == HEADING.size and line.is_bold:
            section = f"{section} {said}" if after_heading else said
            after_heading = True
        elif said:
            yield section, said
            after_heading = False
