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
from supplier_pcf.report.layout import BULLET, HEADING
from supplier_pcf.report.pages import draw_pages
from supplier_pcf.report.summary import describe

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
    """A canvas that notes every line drawn on it, page by page, in the order of drawing."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(BytesIO(), **settings)
        self.pages: list[list[_Heard]] = [[]]
        self.properties: list[tuple[str, str]] = []

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> _Heard:  # noqa: N802, ARG002
        return _Heard(self, x, y)

    def drawText(self, line: Any) -> None:  # noqa: N802
        if isinstance(line, _Heard):
            self.pages[-1].append(line)
        super().drawText(line)

    def setTitle(self, title: str | None) -> None:  # noqa: N802
        self.properties.append(("Title", title or ""))

    def setAuthor(self, author: str | None) -> None:  # noqa: N802
        self.properties.append(("Author", author or ""))

    def setSubject(self, subject: str | None) -> None:  # noqa: N802
        self.properties.append(("Subject", subject or ""))

    def setCreator(self, creator: str | None) -> None:  # noqa: N802
        self.properties.append(("Creator", creator or ""))

    def showPage(self) -> None:  # noqa: N802
        self.pages.append([])
        super().showPage()


def told_by(report: Report) -> Told:
    """All lines of the summary as (section, line), and the properties of the file after them.

    Head and foot of a page stand under no section.
    """
    canvas = _Listening(pagesize=A4, initialFontName=fonts.registered(fonts.REGULAR))
    describe(canvas, report)
    draw_pages(canvas, report)
    lines = (told for page in canvas.pages for told in _sections(page))
    return (*lines, *(("PDF", f"{name}: {value}") for name, value in canvas.properties))


def _sections(lines: list[_Heard]) -> Iterator[tuple[str, str]]:
    section, after_heading = "", False
    for line in lines:
        said = line.said.strip()
        if line.height < BOTTOM:
            yield "", said
        elif line.size == HEADING.size and line.is_bold:
            section = f"{section} {said}" if after_heading else said
            after_heading = True
        elif said and said != BULLET:
            yield section, said
            after_heading = False
