"""The list of evidence for the verifier as a PDF: coverage, the register's items, every document with its hash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from supplier_pcf import __version__
from supplier_pcf.i18n import translator
from supplier_pcf.report import fonts
from supplier_pcf.report.drawing import Anchor, Drawing, Role
from supplier_pcf.report.labels import Translate
from supplier_pcf.report.layout import (
    BODY,
    HEADING,
    LABEL,
    SMALL,
    STRONG,
    TITLE,
    Gap,
    Grid,
    Leading,
    Words,
    paged,
)
from supplier_pcf.report.paint import Picture, paint_path

_WIDTH, _HEIGHT = A4
_MARGIN, _TOP, _BOTTOM = 44.0, 40.0, 48.0
TEXT_WIDTH = _WIDTH - 2 * _MARGIN
_ROOM = _HEIGHT - _TOP - _BOTTOM
_GAP = 5.0
_PDF_LANGUAGES = {"zh_CN": "zh-CN"}
_MOST_LINES = 12
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A titled table of texts: relative widths of its columns, their headings, its rows."""

    title: str
    widths: tuple[int, ...]
    heads: Row
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceList:
    """What the list says, in words that are ready."""

    product: str
    company: str
    made: datetime
    said: Sequence[str]
    """The sentences on coverage, and who has verified."""
    drawing: Drawing
    tables: Sequence[Table]


def evidence_bytes(listed: EvidenceList, language: str) -> bytes:
    """The list as the bytes of a PDF file; the same list gives the same bytes."""
    _ = translator(language)
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=A4,
        invariant=1,
        pageCompression=1,
        lang=_PDF_LANGUAGES.get(language, language),
        initialFontName=fonts.registered(fonts.REGULAR),  # type: ignore[arg-type]  # stub says float
    )
    title = _("Evidence: {product}").format(product=fonts.clean(listed.product))
    canvas.setTitle(title)
    canvas.setAuthor(fonts.clean(listed.company))
    canvas.setCreator(f"Supplier PCF {__version__}")
    pages = list(paged(_parts(listed, title), TEXT_WIDTH, _ROOM, _GAP))
    for number, parts in enumerate(pages, start=1):
        y = _HEIGHT - _TOP
        for part in parts:
            height = part.wrapOn(canvas, TEXT_WIDTH, _ROOM)[1]
            y -= height
            part.drawOn(canvas, _MARGIN, y)
            y -= _GAP
        _foot(canvas, listed, number, len(pages), _)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _parts(listed: EvidenceList, title: str) -> Iterator[Flowable]:
    yield Words(title, TITLE, max_lines=2)
    yield Words(listed.company, LABEL, max_lines=1)
    for text in listed.said:
        yield Words(text, BODY)
    yield Gap(4)
    yield Picture(listed.drawing)
    for table in listed.tables:
        yield Gap(6)
        whole = TEXT_WIDTH - 8 * (len(table.widths) - 1)
        widths = [whole * part / sum(table.widths) for part in table.widths]
        heads = Grid([[Words(head, LABEL, max_lines=2) for head in table.heads]], widths)
        yield Leading([Words(table.title, HEADING), heads], 2)
        for row in table.rows:
            yield Grid([_cells(row)], widths, rules=[0], row_gap=2)


def _cells(row: Row) -> list[Flowable]:
    first, *rest = row
    return [
        Words(first, STRONG, max_lines=_MOST_LINES),
        *(Words(text, BODY, max_lines=_MOST_LINES) for text in rest),
    ]


def _foot(
    canvas: Canvas, listed: EvidenceList, number: int, count: int, translate: Translate
) -> None:
    _ = translate
    made = _("Supplier PCF {version}, made on {day}").format(
        version=__version__, day=listed.made.strftime("%Y-%m-%d %H:%M")
    )
    page = _("Page {number} of {count}").format(number=number, count=count)
    line = Grid(
        [[Words(made, SMALL, max_lines=1), Words(page, SMALL, anchor=Anchor.END, max_lines=1)]],
        [TEXT_WIDTH - 108, 100],
    )
    line.wrapOn(canvas, TEXT_WIDTH, _BOTTOM)
    top = _BOTTOM - 10
    paint_path(canvas, ((_MARGIN, top), (_MARGIN + TEXT_WIDTH, top)), Role.LINE, 0.6)
    line.drawOn(canvas, _MARGIN, _BOTTOM - 24)
