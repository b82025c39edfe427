"""The histogram and the tornado print the numbers of their tables, and their shapes are as long as they say."""

import math

import pytest

from supplier_pcf.engine.draws import Drawn, draw
from supplier_pcf.engine.sensitivity import Option, Variation, Varied
from supplier_pcf.engine.spread import Cause, Part
from supplier_pcf.report.drawing import Line, Rect, Role, Text
from supplier_pcf.report.figures import kg_text
from supplier_pcf.report.histogram import histogram, marked
from supplier_pcf.report.tornado import Named, tornado
from supplier_pcf.words import same

DRAWN = Drawn(
    count=10,
    mean=3.0,
    median=3.0,
    low=1.5,
    high=4.5,
    edges=(1.0, 2.0, 3.0, 4.0, 5.0),
    counts=(1, 4, 4, 1),
)


def of(drawing, kind):
    return [shape for shape in drawing.shapes if isinstance(shape, kind)]


def texts(drawing):
    return [shape.text for shape in of(drawing, Text)]


def a_variation(varied, *kgs, base=5.0):
    options = tuple(Option("mass" if varied is Varied.ALLOCATION else "low", kg) for kg in kgs)
    return Variation(varied=varied, subject="x", base=base, options=options)


ROWS = [
    Named(a_variation(Varied.FACTOR, 4.0, 8.0), "Steel"),
    Named(a_variation(Varied.ALLOCATION, 4.5, 6.0), "Plant"),
    Named(a_variation(Varied.SCRAP, 4.8), ""),
]


def test_bars_of_the_histogram_are_as_high_as_their_part():
    heights = [bar.height for bar in of(histogram(DRAWN, same, "en", width=200), Rect)]
    assert heights == pytest.approx([21, 84, 84, 21])


def test_the_limits_stand_where_they_are_and_are_written_twice():
    """On an axis of 200 points from 1 to 5: 1.5 lies at 25, 3 at 100, 4.5 at 175."""
    drawing = histogram(DRAWN, same, "en", width=200)
    at = [line.x1 for line in of(drawing, Line) if line.x1 == line.x2]
    assert at == pytest.approx([25, 100, 175])
    for _title, kg in marked(DRAWN, same):
        assert texts(drawing).count(kg_text(kg, "en")) == 2


def test_only_bars_between_the_limits_have_the_colour_of_the_matter():
    roles = [bar.fill for bar in of(histogram(DRAWN, same, "en"), Rect)]
    assert roles == [Role.PRODUCTION] * 4


@pytest.mark.parametrize("width", [120, 420])
def test_real_draws_stay_on_the_sheet(width):
    drawn = draw([Part("a", 2.0, (Cause("a", 0.4),))], 500)
    drawing = histogram(drawn, same, "de", width=width)
    for bar in of(drawing, Rect):
        assert -1e-9 <= bar.x <= bar.x + bar.width <= width + 1e-9
    assert sum(drawn.counts) == 500
    assert kg_text(drawn.median, "de") in texts(drawing)


def test_the_tornado_prints_every_end_and_the_figure_itself():
    shown = texts(tornado(ROWS, same, "en"))
    assert {"4.00", "8.00", "4.50", "6.00", "4.80", "5.00"} <= set(shown)
    assert {"Factor: Steel", "Sharing: Plant", "Credit for sold scrap (information)"} <= set(shown)


def test_bars_run_from_the_figure_to_both_ends():
    """All on one axis from 4 to 8: the bars of the first are one to three, those of the second a half to one."""
    bars = of(tornado(ROWS, same, "en"), Rect)
    first, second = bars[:2], bars[2:4]
    assert first[1].width == pytest.approx(3 * first[0].width)
    assert second[0].width == pytest.approx(first[0].width / 2)
    assert first[0].x + first[0].width == pytest.approx(first[1].x) == pytest.approx(second[1].x)
    assert len(bars) == 5


def test_choices_and_figures_differ_in_colour_and_in_name():
    bars = of(tornado(ROWS, same, "en"), Rect)
    assert [bar.fill for bar in bars] == [Role.OTHERS] * 2 + [Role.PRODUCTION] * 3


def test_only_the_widest_are_drawn():
    many = [Named(a_variation(Varied.FACTOR, 4.0, 6.0), str(i)) for i in range(30)]
    assert len(of(tornado(many, same, "en", top=10), Rect)) == 20


def test_nothing_to_vary_is_an_empty_sheet():
    assert tornado([], same, "en").shapes == ()
    assert math.isfinite(tornado([], same, "en").height)
