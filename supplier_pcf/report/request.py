"""The request to a supplier: one page that says which footprint is asked for, and how to answer."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from supplier_pcf import __version__
from supplier_pcf.domain.numbers import NOTHING
from supplier_pcf.domain.request import SupplierRequest
from supplier_pcf.i18n import translator
from supplier_pcf.report import fonts
from supplier_pcf.report.drawing import Anchor, Role
from supplier_pcf.report.labels import Translate, span, unit_title
from supplier_pcf.report.layout import (
    LABEL,
    SMALL,
    STRONG,
    SUBTITLE,
    TITLE,
    Gap,
    Grid,
    Panel,
    Shrunk,
    Stack,
    Style,
    Words,
    titled,
)

_WIDTH, _HEIGHT = A4
_MARGIN = 44.0
_TOP = 40.0
_BOTTOM = 44.0
_TEXT = _WIDTH - 2 * _MARGIN
_ROOM = _HEIGHT - _TOP - _BOTTOM
_LABEL_WIDTH = 132.0
_GUTTER = 12.0
_FACTS = 3
_KICKER = Style(size=8, leading=11, role=Role.ACCENT, bold=True)
_ASKED = Style(size=9, leading=12.6)
_NAME = Style(size=9, leading=12.6, bold=True)
_PDF_LANGUAGES = {"zh_CN": "zh-CN"}


def request_bytes(request: SupplierRequest, language: str) -> bytes:
    """The page as the bytes of a PDF file; the same request gives the same bytes."""
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
    item = fonts.clean(request.item)
    canvas.setTitle(_("Request for a carbon footprint: {item}").format(item=item))
    canvas.setAuthor(fonts.clean(request.company))
    canvas.setCreator(f"Supplier PCF {__version__}")
    page = Shrunk(_page(request, _), _ROOM)
    height = page.wrapOn(canvas, _TEXT, _ROOM)[1]
    page.drawOn(canvas, _MARGIN, _HEIGHT - _TOP - height)
    _foot(canvas, request, _)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _page(request: SupplierRequest, _: Translate) -> Flowable:
    return Stack(
        [
            _head(request, _),
            Panel(_facts(request, _), padding=10),
            titled(_("What we ask you for"), [Gap(2), _asked(request, _)]),
            titled(_("How to answer"), [Words(t, _ASKED, bullet=True) for t in _ways(request, _)]),
        ],
        gap=15,
    )


def _head(request: SupplierRequest, _: Translate) -> Flowable:
    asks = _("{company} needs the carbon footprint of what you deliver.").format(
        company=request.company
    )
    return Stack(
        [
            Words(_("Request for a product carbon footprint"), _KICKER, max_lines=1),
            Gap(4),
            Words(request.item, TITLE, max_lines=2),
            Words(asks, SUBTITLE, max_lines=2),
        ]
    )


def _facts(request: SupplierRequest, _: Translate) -> Flowable:
    sender = " · ".join(filter(None, (request.contact, request.email, request.phone)))
    facts = [
        (_("Supplier"), request.supplier),
        (_("Customer"), request.company),
        (_("Contact for questions"), sender),
        (_("Part number"), request.part_number),
        (_("Material"), request.designation),
        (_("Please answer by"), _day(request.due)),
    ]
    column = (_TEXT - 20 - (_FACTS - 1) * _GUTTER) / _FACTS
    cells: list[Flowable] = [
        Stack([Words(label, LABEL, max_lines=1), Words(value or NOTHING, STRONG, max_lines=3)])
        for label, value in facts
    ]
    rows = [cells[i : i + _FACTS] for i in range(0, len(cells), _FACTS)]
    return Grid(rows, [column] * _FACTS, gutter=_GUTTER, row_gap=6)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _asked(request: SupplierRequest, _: Translate) -> Flowable:
    lines = [*_about_the_product(request, _), *_about_the_figure(_), *_about_the_data(_)]
    rows = [[Words(label, _NAME), Words(text, _ASKED)] for label, text in lines]
    return Grid(
        rows,
        [_LABEL_WIDTH, _TEXT - _LABEL_WIDTH - _GUTTER],
        gutter=_GUTTER,
        row_gap=7,
        rules=range(len(rows) - 1),
    )


def _about_the_product(request: SupplierRequest, _: Translate) -> list[tuple[str, str]]:
    unit = unit_title(request.unit, _)
    piece = request.unit == "piece"
    mass = _("Tell the net mass of one piece as well.") if piece else ""
    period = span(request.period_start, request.period_end) if request.period_end else ""
    asked = (
        _("One whole year of production, best {period}.")
        if period
        else _("One whole year of production, as recent as you have it.")
    )
    return [
        (_("Product"), _("The product as you deliver it to us, with your own part number.")),
        (_("Declared unit"), " ".join(filter(None, (_("1 {unit}.").format(unit=unit), mass)))),
        (
            _("Boundary"),
            _(
                "Cradle to gate: raw materials, transport to you, your energy and direct emissions, "
                "bought processes, packaging and waste, up to your gate. Use and end of life are not in it."
            ),
        ),
        (_("Period"), asked.format(period=period)),
    ]


def _about_the_figure(_: Translate) -> list[tuple[str, str]]:
    return [
        (
            _("Footprint"),
            _(
                "kg CO₂e per declared unit, twice: without biogenic uptake and with it. "
                "Both are the same where nothing biogenic is in the product."
            ),
        ),
        (
            _("GWP values"),
            _(
                "100 years, IPCC Sixth Assessment Report (AR6). If you use another report, say which. "
                "No offsets, no compensation."
            ),
        ),
        (
            _("Scrap and recycled content"),
            _(
                "Cut-off: scrap you sell carries no credit, recycled input brings only its collection and preparation. "
                "Give recycled content before and after consumer use apart. A metal figure “with recycling” or "
                "“with module D” is not what we need."
            ),
        ),
        (
            _("Electricity"),
            _(
                "Which grid or contract, whether certificates were cancelled for it, "
                "and kWh per declared unit if you can tell."
            ),
        ),
    ]


def _about_the_data(_: Translate) -> list[tuple[str, str]]:
    return [
        (
            _("Primary data"),
            _(
                "The share of the footprint, in percent, that rests on your own or your suppliers' measured data."
            ),
        ),
        (
            _("Data quality"),
            _(
                "Technology, time and geography, each rated from 1 (best) to 5, if your method asks for it."
            ),
        ),
        (
            _("Method"),
            _(
                "The standard and rules you followed, such as ISO 14067 or the PACT method, how burdens are shared "
                "with other products, what was left out, and whether somebody independent has verified it."
            ),
        ),
    ]


def _ways(request: SupplierRequest, _: Translate) -> list[str]:
    return [
        _("Fill in the sheet {file}, which comes with this page, and send it back.").format(
            file=request.sheet
        ),
        _(
            "Or send a PACT file (data model 3) from your own software: its fields are those of the sheet."
        ),
        _(
            "If you have no footprint yet: what one unit is made of in kg, and the electricity, gas and other fuels "
            "it takes, let us work one out. Say so rather than leave the request unanswered."
        ),
    ]


def _foot(canvas: Canvas, request: SupplierRequest, _: Translate) -> None:
    made = _("Supplier PCF {version}, made on {day}").format(
        version=__version__, day=_day(request.made_on)
    )
    line = Grid(
        [
            [
                Words(made, SMALL, max_lines=1),
                Words(request.company, SMALL, anchor=Anchor.END, max_lines=1),
            ]
        ],
        [_TEXT / 2, _TEXT / 2 - 8],
    )
    line.wrapOn(canvas, _TEXT, _BOTTOM)
    line.drawOn(canvas, _MARGIN, _BOTTOM - 18)
