"""What a verifier follows line by line: the flow picture, converted amounts, every factor, and what some are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportlab.platypus import Flowable

from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.factor_ids import factor_ids
from supplier_pcf.domain.fuels import Conversion, ConversionStep
from supplier_pcf.domain.numbers import NOTHING, significant
from supplier_pcf.domain.recipe import FactorPart, Recipe
from supplier_pcf.engine.result import FlowResult
from supplier_pcf.report.context import Report
from supplier_pcf.report.drawing import Anchor
from supplier_pcf.report.labels import part_title, plain_number, unit_title
from supplier_pcf.report.layout import (
    HEADING,
    LABEL,
    STRONG_SMALL,
    TABLE,
    Gap,
    Grid,
    Leading,
    Stack,
    Style,
    Words,
)
from supplier_pcf.report.paint import Picture
from supplier_pcf.report.sankey import sankey
from supplier_pcf.report.sections.quality import citation, used_factors

_DIGITS = 5
"""Of each number on the way, so that whoever multiplies them on a pocket calculator comes close."""
_FLOWS = 6
"""Flows the picture shows one by one; the others of each stage are one band."""
_MOST = 30
"""Rows, and factors, told one by one; all of them are in the inventory table."""
_MOST_FACTORS = 80
_FACTOR_PARTS = (0.66, 0.15, 0.19)
_GUTTER, _ROW_GAP = 8.0, 2.5
_NAME, _ENTERED = 0.24, 0.15
_AMOUNT, _FIGURE, _ADDS = 92.0, 82.0, 62.0


def flow_picture(report: Report, width: float) -> Iterator[Flowable]:
    """Where the kg come from, as bands; nothing where no flow is above zero."""
    _ = report.translate
    drawing = sankey(report.result, _, report.language, width=width, top=_FLOWS)
    if drawing.shapes:
        title = Words(_("Flow of kg CO₂e"), HEADING, max_lines=1)
        yield Stack([title, Gap(2), Picture(drawing)], 2)


def conversions(report: Report, width: float) -> Iterator[Flowable]:
    """Of each row that was converted: as entered, by which heating value or density of which source, and what it is then."""
    _ = report.translate
    found = [
        (line, line.conversion)
        for line in report.result.flows
        if line.counted and line.conversion is not None and not report.is_licensed(line)
    ]
    if not found:
        return
    heads = _("Row"), _("As entered"), _("Converted by"), _("In the unit of the factor")
    yield _titled(_("Converted amounts"), heads, _conversion_widths(width))
    for line, way in found[:_MOST]:
        yield _grid(_converted(report, line, way), _conversion_widths(width))
    yield from _more(report, len(found) - _MOST)


def _conversion_widths(width: float) -> list[float]:
    free = width - 3 * _GUTTER
    name, entered = free * _NAME, free * _ENTERED
    return [name, entered, free - name - 2 * entered, entered]


def _converted(report: Report, line: FlowResult, way: Conversion) -> list[Flowable]:
    _ = report.translate
    units = (way.unit, *(step.unit for step in way.steps))
    steps = [
        Words(_step(report, step, units), TABLE, max_lines=4)
        for step, units in zip(way.steps, pairwise(units), strict=True)
    ]
    return [
        Words(line.name or _("(no name)"), TABLE, max_lines=3),
        Words(_exactly(report, way.amount, way.unit), TABLE, max_lines=2),
        Stack(steps),
        Words(_exactly(report, way.converted, units[-1]), TABLE, max_lines=2),
    ]


def _step(report: Report, step: ConversionStep, units: tuple[str, str]) -> str:
    """The number multiplied with, the ratio it comes from where that is another, and its source."""
    _ = report.translate
    before, after = (unit_title(unit, _) for unit in units)
    times = _digits(report, step.times)
    stated = _("{value} {of} per {per}").format(
        value=plain_number(step.by.value or 0.0, report.language),
        of=unit_title(step.by.of, _),
        per=unit_title(step.by.per, _),
    )
    is_as_stated = units == (step.by.per, step.by.of)
    source = step.by.source.strip() or _("source not stated")
    parts = (f"× {times} {after}/{before}", "" if is_as_stated else stated, source)
    return "; ".join(filter(None, parts))


def _exactly(report: Report, amount: float, unit: str) -> str:
    return f"{_digits(report, amount)} {unit_title(unit, report.translate)}"


def _digits(report: Report, value: float) -> str:
    """A short number as it is, a long one rounded: 0.8, not 0.80000."""
    whole = plain_number(value, report.language)
    rounded = significant(value, report.language, _DIGITS)
    return min(whole, rounded, key=len)


def factors_used(report: Report, width: float) -> Iterator[Flowable]:
    """Under each source every factor of counted rows: its figure, and for where and when it holds."""
    _ = report.translate
    found = list({factor.id: factor for factor in used_factors(report)}.values())
    if not found:
        return
    widths = [(width - 2 * _GUTTER) * part for part in _FACTOR_PARTS]
    heads = _("Source, and its factors"), _("Place and years"), _("kg CO₂e per unit")
    yield _titled(_("Emission factors used"), heads, widths, right=(2,))
    by_source: dict[str, list[EmissionFactor]] = {}
    for factor in found[:_MOST_FACTORS]:
        by_source.setdefault(citation(report, factor), []).append(factor)
    for source, factors in by_source.items():
        first, *others = (_grid(_factor(report, factor), widths) for factor in factors)
        yield Leading([Words(source, STRONG_SMALL, max_lines=4), first], _ROW_GAP)
        yield from others
    yield from _more(report, len(found) - _MOST_FACTORS)


def _factor(report: Report, factor: EmissionFactor) -> list[Flowable]:
    _ = report.translate
    unit = unit_title(factor.unit, _)
    value = f"{_digits(report, factor.kg_co2e)} / {unit}"
    if factor.layer is Layer.LICENSED:
        value = _("licensed, not passed on")
    years = "–".join(dict.fromkeys(str(y) for y in (factor.year_from, factor.year_to) if y))
    return [
        Words(f"{report.factor_title(factor)} [{factor.id}]", TABLE, max_lines=3),
        Words(" ".join(filter(None, (factor.place, years))) or NOTHING, TABLE, max_lines=2),
        _number(value),
    ]


def made_factors(report: Report, width: float) -> Iterator[Flowable]:
    """Of each factor that was made of others: every part with its amount, its figure and what it adds."""
    _ = report.translate
    found = list(_made(report))
    if not found:
        return
    if report.study.scope.is_confidential:
        text = _("Factors made of others: {count}. What they are made of stays in the house.")
        yield Words(text.format(count=len(found)), TABLE)
        return
    kg = _("kg CO₂e per unit"), _("adds, kg CO₂e")
    heads = (_("Factor and its parts"), _("Amount"), *kg)
    yield _titled(_("Factors made of others"), heads, _recipe_widths(width), right=(1, 2, 3))
    for factor, recipe in found[:_MOST]:
        yield from _recipe(report, factor, recipe, width)
    yield from _more(report, len(found) - _MOST)


def _made(report: Report) -> Iterator[tuple[EmissionFactor, Recipe]]:
    """The made factors of counted rows, each once; never one whose value is licensed."""
    flows = report.flows_by_id()
    counted = (flows[line.id] for line in report.result.flows if line.counted and line.id in flows)
    for factor_id in dict.fromkeys(each for flow in counted for each in factor_ids(flow)):
        factor = report.factors.get(factor_id)
        if factor is not None and factor.recipe is not None and factor.layer is not Layer.LICENSED:
            yield factor, factor.recipe


def _recipe_widths(width: float) -> list[float]:
    name = width - _AMOUNT - _FIGURE - _ADDS - 3 * _GUTTER
    return [name, _AMOUNT, _FIGURE, _ADDS]


def _recipe(
    report: Report, factor: EmissionFactor, recipe: Recipe, width: float
) -> Iterator[Flowable]:
    _, widths = report.translate, _recipe_widths(width)
    unit = f"1 {unit_title(factor.unit, _)}"
    whole = _digits(report, recipe.buckets.excluding_uptake)
    title = Words(report.factor_title(factor), STRONG_SMALL, max_lines=2)
    cells = [title, _number(unit, STRONG_SMALL), Words(""), _number(whole, STRONG_SMALL)]
    yield Leading([_grid(cells, widths)])
    for part in recipe.parts:
        yield _grid(_part(report, part), widths)
    if recipe.material_yield != 1.0:
        text = _("Yield: {percent}. Each share is divided by it.")
        said = text.format(percent=report.percent(100 * recipe.material_yield))
        yield Words(said, LABEL)


def _part(report: Report, part: FactorPart) -> list[Flowable]:
    _ = report.translate
    share = "" if part.share is None else f" ({report.percent(100 * part.share)})"
    known = report.factor_by_id(part.factor_id)
    name = report.factor_title(known) if known else part.name
    told = f"{part_title(part.role, _)}{share}: {name} [{part.factor_id}]"
    figures = (part.buckets.excluding_uptake, part.kg_co2e)
    return [
        Words(told, TABLE, max_lines=3),
        _number(_exactly(report, part.amount, part.unit)),
        *(_number(_digits(report, value)) for value in figures),
    ]


def _number(text: str, style: Style = TABLE) -> Words:
    return Words(text, style, anchor=Anchor.END, max_lines=2)


def _titled(
    title: str, heads: Sequence[str], widths: Sequence[float], right: Sequence[int] = ()
) -> Leading:
    cells = [
        Words(text, LABEL, anchor=Anchor.END if n in right else Anchor.START, max_lines=2)
        for n, text in enumerate(heads)
    ]
    return Leading([Words(title, HEADING, max_lines=1), _grid(cells, widths, rules=[0])], 2)


def _grid(cells: Sequence[Flowable], widths: Sequence[float], rules: Sequence[int] = ()) -> Grid:
    return Grid([cells], widths, gutter=_GUTTER, row_gap=_ROW_GAP, rules=rules)


def _more(report: Report, count: int) -> Iterator[Flowable]:
    if count > 0:
        text = report.translate("and {count} more, all of them in the inventory table")
        yield Words(text.format(count=count), LABEL)
