"""The pages: what stands where, and how lists are shortened until each page holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from supplier_pcf import __version__
from supplier_pcf.report import order
from supplier_pcf.report.context import Report, Room, shortened
from supplier_pcf.report.drawing import Anchor, Role
from supplier_pcf.report.layout import (
    LABEL,
    SMALL,
    Gap,
    Grid,
    Marked,
    Shrunk,
    Stack,
    Style,
    Words,
    paged,
)
from supplier_pcf.report.paint import paint_path
from supplier_pcf.report.sections import (
    annex,
    boundary,
    checklist,
    contributions,
    electricity,
    footprint,
    goal,
    identity,
    limits,
    quality,
    scenarios,
    sharing,
    sureness,
)
from supplier_pcf.report.sureness import Sureness

_WIDTH, _HEIGHT = A4
_MARGIN = 44.0
_TOP = 40.0
_BOTTOM = 62.0
TEXT_WIDTH = _WIDTH - 2 * _MARGIN
TEXT_HEIGHT = _HEIGHT - _TOP - _BOTTOM
_GUTTER = 26.0
_COLUMN = (TEXT_WIDTH - _GUTTER) / 2
_FIRST_PAGE = Room(contributions=16)
_PARTS = (0.85, 0.7, 0.55, 0.4, 0.25, 0.1)
_SECTION_GAPS = (18.0, 14.0, 10.0)
_LEAST_GAP = 14.0
_LIST_GAP = 12.0
_ROW_GAP = 1.5
_ROUNDING = 0.01
"""Points kept free on a filled page, for its height is a sum."""
_RUNNING = Style(size=7.5, leading=10, role=Role.MUTED)


def draw_pages(canvas: Canvas, report: Report) -> None:
    """Draws two pages, one on how sure the figure is, and as many as the lists behind them need."""
    makers: list[Callable[[Report, Room], Flowable]] = [_first, _second]
    if report.sureness is not None:
        makers.append(partial(_third, report.sureness))
    rooms = (_FIRST_PAGE, Room(), Room())[: len(makers)]
    bodies = [_fitting(report, make, full) for make, full in zip(makers, rooms, strict=True)]
    bodies += _behind(report)
    for number, body in enumerate(bodies, start=1):
        __, height = body.wrapOn(canvas, TEXT_WIDTH, TEXT_HEIGHT)
        body.drawOn(canvas, _MARGIN, _HEIGHT - _TOP - height)
        _footer(canvas, report, number, len(bodies))
        canvas.showPage()


def _behind(report: Report) -> Iterator[Flowable]:
    """The pages of the flow picture and of the lists a verifier follows line by line."""
    sections = (
        annex.flow_picture,
        annex.conversions,
        annex.factors_used,
        annex.made_factors,
        checklist.checklist,
    )
    made = [list(section(report, TEXT_WIDTH)) for section in sections]
    parts: list[Flowable] = []
    for section in filter(None, made):
        parts += [*([Gap(_LIST_GAP)] if parts else []), *section]
    title = Words(_running_title(report), _RUNNING, max_lines=1)
    room = TEXT_HEIGHT - _RUNNING.leading - _LEAST_GAP
    for page in paged(parts, TEXT_WIDTH, room, _ROW_GAP):
        yield Stack([title, Gap(_LEAST_GAP - _ROW_GAP), Stack(page, _ROW_GAP)])


def _fitting(report: Report, make: Callable[[Report, Room], Flowable], full: Room) -> Flowable:
    """The page with as much of every list as it holds."""
    made = make(report, full)
    if _holds(made):
        return made
    first = bisect_left(_PARTS, 1, key=lambda part: _holds(make(report, shortened(full, part))))
    body = make(report, shortened(full, _PARTS[min(first, len(_PARTS) - 1)]))
    return Shrunk(body, TEXT_HEIGHT)


def _holds(body: Flowable) -> bool:
    return body.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1] <= TEXT_HEIGHT


def _first(report: Report, room: Room) -> Flowable:
    return Stack(
        [
            identity.header(report, TEXT_WIDTH),
            *identity.incomplete(report),
            identity.identity(report, TEXT_WIDTH),
            _labelled(
                order.of_figure(report.rules.report_order, report.translate),
                footprint.hero(report, TEXT_WIDTH),
            ),
            footprint.stages(report, TEXT_WIDTH),
            contributions.contributions(report, room, TEXT_WIDTH),
        ],
        gap=14,
    )


def _second(report: Report, room: Room) -> Flowable:
    sections = list(_ordered(report, room))
    title = Words(_running_title(report), _RUNNING, max_lines=1)
    label = order.of_standing(report.rules.report_order, report.translate)
    standing = _labelled(label, limits.standing(report))
    foot = Stack([standing, limits.signatures(report, TEXT_WIDTH)], gap=14)
    return _spread(title, sections, foot)


def _third(sure: Sureness, report: Report, _room: Room) -> Flowable:
    label = order.of_sureness(report.rules.report_order, report.translate)
    return Stack(
        [
            Words(_running_title(report), _RUNNING, max_lines=1),
            _labelled(label, sureness.uncertainty(report, sure, TEXT_WIDTH)),
            _labelled(label, sureness.sensitivity(report, sure, TEXT_WIDTH)),
        ],
        gap=18,
    )


def _ordered(report: Report, room: Room) -> Iterator[Flowable]:
    """The sections as the rule set orders them, each under the part of the standard it answers."""
    made = _sections(report, room)
    labels = order.labels(report.rules.report_order, report.translate)
    for names, label in labels:
        there = [made[name] for name in names if name in made]
        if there:
            yield from (Marked(there[0], label), *there[1:])


def _labelled(label: str, section: Flowable) -> Flowable:
    """A section under the part of the standard that it answers."""
    return Stack([Words(label, LABEL, max_lines=1), section], gap=1)


def _sections(report: Report, room: Room) -> dict[order.Section, Flowable]:
    section = order.Section
    made = {
        section.BOUNDARY: boundary.boundary(report, room),
        section.ELECTRICITY: electricity.electricity(report, room),
        section.ALLOCATION: sharing.allocation(report, room),
        section.BALANCE: sharing.mass_balance(report),
        section.QUALITY: quality.quality(report, _COLUMN),
        section.SOURCES: quality.sources(report, room),
        section.LIMITS: limits.limitations(report, room),
    }
    if goal.is_stated(report):
        made[section.GOAL] = goal.goal(report, room)
    if report.supposed:
        made[section.SCENARIOS] = scenarios.scenarios(report, room)
    return made


def _spread(title: Flowable, sections: Sequence[Flowable], foot: Flowable) -> Flowable:
    """The page with the widest spaces between sections that it has room for, its foot at the bottom."""
    under = foot.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1] + _LEAST_GAP
    for gap in _SECTION_GAPS:
        body = Stack([title, _two_columns(sections, gap)], gap=14)
        slack = TEXT_HEIGHT - under - body.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1]
        if slack >= 0:
            break
    return Stack([body, Gap(_LEAST_GAP + max(slack - _ROUNDING, 0.0)), foot])


def _running_title(report: Report) -> str:
    product = report.study.product
    return " · ".join(filter(None, (product.name, product.part_number, report.study.company.name)))


def _two_columns(sections: Sequence[Flowable], gap: float) -> Flowable:
    """The sections in order in two columns, parted where the higher one is lowest."""
    heights = [section.wrap(_COLUMN, TEXT_HEIGHT)[1] + gap for section in sections]
    cut = min(range(1, len(sections)), key=lambda n: max(sum(heights[:n]), sum(heights[n:])))
    columns = [Stack(sections[:cut], gap), Stack(sections[cut:], gap)]
    return Grid([columns], [_COLUMN, _COLUMN], gutter=_GUTTER)


def _footer(canvas: Canvas, report: Report, number: int, count: int) -> None:
    _ = report.translate
    caveat = _(
        "One environmental issue only: climate change. The figure depends on the method, data and "
        "assumptions described here and does not serve to compare products."
    )
    page = _("Page {number} of {count}").format(number=number, count=count)
    made = _("Supplier PCF {version}, made on {day}").format(
        version=__version__, day=report.now.strftime("%Y-%m-%d %H:%M")
    )
    line = Grid(
        [[Words(made, SMALL, max_lines=1), Words(page, SMALL, anchor=Anchor.END, max_lines=1)]],
        [TEXT_WIDTH - 108, 100],
    )
    foot = Stack([Words(caveat, SMALL, max_lines=2), Gap(2), line])
    __, height = foot.wrapOn(canvas, TEXT_WIDTH, _BOTTOM)
    paint_path(
        canvas, ((_MARGIN, _BOTTOM - 10), (_MARGIN + TEXT_WIDTH, _BOTTOM - 10)), Role.LINE, 0.6
    )
    foot.drawOn(canvas, _MARGIN, _BOTTOM - 15 - height)
