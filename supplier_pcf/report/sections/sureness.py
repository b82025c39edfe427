"""The third page: how sure the figure is, what that comes from, and what other choices would make of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from supplier_pcf.domain.numbers import fixed
from supplier_pcf.engine.sensitivity import Variation
from supplier_pcf.report.context import Report
from supplier_pcf.report.drawing import Anchor
from supplier_pcf.report.layout import BODY, LABEL, STRONG, Grid, Words, titled
from supplier_pcf.report.paint import Picture
from supplier_pcf.report.sureness import CauseView, Sureness, matrix_title, range_said, sigma_title
from supplier_pcf.report.tornado import Named, tornado
from supplier_pcf.report.variations import option_said, subject_name
from supplier_pcf.words import sentence

_CAUSES = 8
_VARIATIONS = 14
_SENTENCES = 12
_WHAT, _SHARE, _GSD, _ORIGIN = 76.0, 50.0, 44.0, 130.0
_GUTTER = 8.0


def uncertainty(report: Report, sure: Sureness, width: float) -> Flowable:
    """The range in words, and the causes with their share, spread and origin."""
    _ = report.translate
    said = [
        sentence(code, params, _)
        for code, params in range_said(report.result, sure.spread, sure.causes[0], report.language)
    ]
    name = width - _WHAT - _SHARE - _GSD - _ORIGIN - 4 * _GUTTER
    cells = [_heads(report), *(_cells(report, cause) for cause in sure.causes[:_CAUSES])]
    grid = Grid(cells, [name, _WHAT, _SHARE, _GSD, _ORIGIN], gutter=_GUTTER, row_gap=3.2, rules=[0])
    note = _(
        "Every factor and every amount is drawn from a lognormal distribution; rows on one factor or one meter move "
        "together; the sum is matched by its mean and variance. GSD²: 95 % lie between the number divided by it and "
        "times it. Spreads without a published range by the pedigree: {matrix}. A wrong choice of factor is not in it."
    ).format(matrix=matrix_title(sure.matrix, _))
    body = [Words(" ".join(said), STRONG), grid, Words(note, LABEL)]
    return titled(_("How sure the figure is"), body, gap=6)


def _heads(report: Report) -> Sequence[Flowable]:
    _ = report.translate
    left = ((_("Where the spread comes from"), Anchor.START), (_("Factor or amount"), Anchor.START))
    right = ((_("Share"), Anchor.END), ("GSD²", Anchor.END), (_("It rests on"), Anchor.START))
    return [Words(text, LABEL, anchor=anchor, max_lines=1) for text, anchor in left + right]


def _cells(report: Report, cause: CauseView) -> Sequence[Flowable]:
    _ = report.translate
    what = _("factor") if cause.is_factor else _("amount")
    return [
        Words(cause.name, BODY, max_lines=1),
        Words(what, BODY, max_lines=1),
        Words(report.percent(cause.percent), BODY, anchor=Anchor.END, max_lines=1),
        Words(fixed(cause.gsd2, report.language, 2), BODY, anchor=Anchor.END, max_lines=1),
        Words(sigma_title(cause.origin, _), BODY, max_lines=1),
    ]


def sensitivity(report: Report, sure: Sureness, width: float) -> Flowable:
    """The widest variations as bars, and every choice of method as a sentence."""
    _ = report.translate
    named = [Named(v, _name(report, v)) for v in sure.variations]
    picture = tornado(named, _, report.language, width=width, top=_VARIATIONS)
    note = _(
        "Each alternative is calculated anew, one at a time, in kg CO₂e per declared unit without biogenic uptake. "
        "Factors and amounts (grey) stand at both ends of their 95 % range, choices of method in blue."
    )
    body: list[Flowable] = [Picture(picture), Words(note, LABEL)]
    body += [Words(said, BODY, bullet=True, max_lines=2) for said in _choices(report, named)]
    return titled(_("What would change the figure"), body, gap=4)


def _choices(report: Report, named: Sequence[Named]) -> Iterator[str]:
    """The sentences of the choices, so many as there is room for."""
    said = [
        sentence(*option_said(variation, option, name, report.language), report.translate)
        for variation, name in named
        if variation.is_choice
        for option in variation.options
        if option.kg != variation.base
    ]
    yield from said[:_SENTENCES]


def _name(report: Report, variation: Variation) -> str:
    return subject_name(report.study, report.factor_by_id, variation, report.language)
