"""Every number in every drawing is one of the table that belongs to it, in every language."""

import importlib
import inspect
import pkgutil
import re
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from math import floor, fsum

import pytest

from supplier_pcf import report
from supplier_pcf.app.comparing import Compared
from supplier_pcf.app.coverage import coverage_of
from supplier_pcf.app.drawing_runs import histogram_drawing
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.scenario_rows import scenario_drawing, scenario_rows
from supplier_pcf.app.scenarios import side_by_side
from supplier_pcf.app.sensitivity_view import sensitivity_rows, tornado_drawing
from supplier_pcf.app.session import Session
from supplier_pcf.app.uncertainty_view import uncertainty_view
from supplier_pcf.app.views import flow_rows, stage_rows
from supplier_pcf.domain.numbers import fixed, percent
from supplier_pcf.domain.scenario import Lever, Scenario, ScenarioChange
from supplier_pcf.engine.coverage import MARKS
from supplier_pcf.engine.draws import draw
from supplier_pcf.engine.pedigree import CLASSIC
from supplier_pcf.i18n import LANGUAGES, translator
from supplier_pcf.report.charts import contributions, stage_bar
from supplier_pcf.report.coverage_bar import coverage_bar
from supplier_pcf.report.drawing import Text
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.sankey import sankey
from supplier_pcf.report.variations import variation_title

SAMPLES = ("die-casting", "injection-moulded", "stamped-bracket", "wire-harness")
WIDE, TOP = 4000, 8
NUMBER = re.compile(r"[+\N{MINUS SIGN}]?\d(?:[\d.,]*\d)?(?:\s?%)?")


class Sample:
    """A sample with its result, told in a language."""

    def __init__(self, name, language, folder):
        self.language, self._ = language, translator(language)
        self.session = Session(folder)
        self.session.start(sample_study(name, language))
        first = max(self.session.study.materials, key=lambda m: m.amount.value if m.amount else 0)
        less = ScenarioChange(lever=Lever.AMOUNT, where=f"materials/{first.id}", number=0.9)
        scenario = Scenario(id="s", name="Less of it", changes=(less,))
        self.session.edit(lambda study: replace(study, scenarios=(scenario,)), "What if")
        self.done = self.session.calculated
        self.drawn_as = {"translate": self._, "language": language, "width": WIDE}

    @cached_property
    def rows(self):
        """The rows of the table of all rows that are inside of the footprint."""
        rows = flow_rows(self.session, self._, self.language)
        return [row for row in rows if row.percent is not None]

    @cached_property
    def compared(self):
        """Against the same with half of every material."""
        now = self.session.project
        half = tuple(
            replace(m, amount=m.amount and replace(m.amount, value=m.amount.value / 2))
            for m in now.study.materials
        )
        before = replace(now, study=replace(now.study, materials=half))
        return Compared(now, before, self.session.now().date())

    def kg(self, *values):
        return kg_text(fsum(values), self.language)

    def together(self, rows):
        """Rows as one: how many, their sum, and the sum of what stands as their shares."""
        share = sum((row.percent for row in rows), Decimal(0))
        return str(len(rows)), self.kg(*(row.kg for row in rows)), percent(share, self.language)


def all_rows(sample):
    """The table of all rows, its largest, and the others as one."""
    yield from sample.together(sample.rows[TOP:])
    for row in sample.rows:
        yield from (sample.kg(row.kg), percent(row.percent, sample.language))


def by_stage(sample):
    """The stages, each the sum of its rows, and the whole."""
    for line in stage_rows(sample.session, sample._):
        inside = [row for row in sample.rows if row.stage == line.title]
        yield from (sample.kg(*(r.kg for r in inside)), percent(line.percent, sample.language))
        yield from sample.together([row for row in inside if row not in sample.rows[:TOP]])
    yield from sample.together(sample.rows)


def proven(sample):
    """The rows with what documents prove of them, and the two marks."""
    lines = coverage_of(sample.done, sample.session.attachments).lines
    whole = fsum(abs(row.kg) for row in sample.rows)
    part = fsum(line.kg for line in lines if line.is_proven) / whole
    yield percent(floor(1000 * part) / 10, sample.language)
    yield from (percent(mark, sample.language, 0) for mark in MARKS.values())
    yield str(len(lines) - 12)
    yield from all_rows(sample)


def varied(sample):
    """What would change the figure: lowest and highest, and the figure itself."""
    for row in sensitivity_rows(sample.done, sample.language):
        found = row.variation
        yield from map(sample.kg, (found.low, found.high, found.base))


def said_of_draws(sample):
    """The median and both limits of the draws, and how many there were."""
    drawn = drawn_of(sample)
    yield from map(sample.kg, (drawn.low, drawn.median, drawn.high))
    yield from (fixed(drawn.count, sample.language, 0), percent(2.5, sample.language))


def drawn_of(sample):
    return draw(uncertainty_view(sample.done).found.parts, 400)


def supposed(sample):
    for row in scenario_rows(side_by_side(sample.done), sample._, sample.language):
        yield from row


def causes(sample):
    """The table of causes, what it leads from and to with their names, and the small causes as one."""
    compared, made = sample.compared, sample.compared.difference
    yield from compared.names
    rows = compared.rows(sample.language, sample._)
    yield from (row.kg_text(sample.language) for row in rows)
    yield from (sample.kg(made.before), sample.kg(made.after))
    rest = rows[TOP:]
    sign = "+" if fsum(r.kg for r in rest) > 0 else ""
    yield from (str(len(rest)), sign + sample.kg(*(r.kg for r in rest)))


DRAWINGS = {
    "stage_bar": (lambda s: stage_bar(s.done.result, **s.drawn_as), by_stage),
    "contributions": (lambda s: contributions(s.done.result, **s.drawn_as, top=TOP), all_rows),
    "sankey": (
        lambda s: sankey(s.done.result, **s.drawn_as, top=TOP),
        lambda s: [*all_rows(s), *by_stage(s)],
    ),
    "coverage_bar": (
        lambda s: coverage_bar(coverage_of(s.done, s.session.attachments), **s.drawn_as),
        proven,
    ),
    "tornado": (lambda s: tornado_drawing(s.done, CLASSIC, **s.drawn_as), varied),
    "histogram": (lambda s: histogram_drawing(drawn_of(s), **s.drawn_as), said_of_draws),
    "scenario_bars": (lambda s: scenario_drawing(side_by_side(s.done), **s.drawn_as), supposed),
    "waterfall": (lambda s: s.compared.drawing(s.language, s._, WIDE), causes),
}


def test_every_drawing_there_is_stands_here_with_its_table():
    found = set()
    for module in pkgutil.walk_packages(report.__path__, "supplier_pcf.report."):
        for name, made in inspect.getmembers(importlib.import_module(module.name)):
            is_maker = inspect.isfunction(made) and made.__annotations__.get("return") == "Drawing"
            if is_maker and not name.startswith("_"):
                found.add(name)
    assert found == set(DRAWINGS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample_id", SAMPLES)
@pytest.mark.parametrize("drawing", DRAWINGS)
def test_every_number_of_a_drawing_is_in_its_table(drawing, sample_id, language, tmp_path):
    sample = Sample(sample_id, language, tmp_path)
    make, table = DRAWINGS[drawing]
    names = names_in(sample)
    shown = [t.text for t in made_texts(make(sample)) if not is_about_the_axis(t.text, sample)]
    numbers = {number for text in shown for number in numbers_in(text, names)}
    known = {number for cell in table(sample) for number in numbers_in(cell, names)}
    assert numbers
    assert numbers <= known


def made_texts(drawing):
    return [shape for shape in drawing.shapes if isinstance(shape, Text)]


def numbers_in(text, names):
    """The numbers of a text that are not part of a name."""
    for name in names:
        text = text.replace(name, "")
    return [re.sub(r"\s", "", number) for number in NUMBER.findall(text)]


def names_in(sample):
    """Names of rows, factors and years, the longest first."""
    study = sample.session.study
    found = {" ".join(flow.name.split()) for flow in study.flows()}
    found |= {row.factor for row in sample.rows}
    found |= {
        variation_title(row.variation, row.name, sample._)
        for row in sensitivity_rows(sample.done, sample.language)
    }
    found |= {row.title for row in sample.compared.rows(sample.language, sample._)}
    return sorted(filter(None, found), key=len, reverse=True)


def is_about_the_axis(text, sample):
    """Where bars begin is a number of the drawing alone."""
    begin = sample._("The bars begin at {kg} kg CO₂e, not at zero.").partition("{")[0]
    return text.startswith(begin)
