"""Scenarios as bars: every figure stands beside its bar, and what has no figure has no bar."""

import pytest

from supplier_pcf.domain.flows import Stage
from supplier_pcf.report.drawing import Rect, Role, Text
from supplier_pcf.report.scenario_chart import ScenarioBar, scenario_bars

TODAY = ScenarioBar(
    title="Today", kg=4.0, stages={Stage.MATERIALS: 3.0, Stage.PRODUCTION: 1.0}, percent=None
)
LESS = ScenarioBar(
    title="Less", kg=2.0, stages={Stage.MATERIALS: 1.5, Stage.PRODUCTION: 0.5}, percent=-50.0
)
OPEN = ScenarioBar(title="Open", kg=None, stages={Stage.MATERIALS: 9.0}, percent=None)
MORE = ScenarioBar(title="More", kg=5.0, stages={Stage.MATERIALS: 5.0}, percent=25.0)
SINK = ScenarioBar(
    title="Sink", kg=2.0, stages={Stage.MATERIALS: 3.0, Stage.WASTE: -1.0}, percent=-50.0
)


def texts(drawing):
    return [shape.text for shape in drawing.shapes if isinstance(shape, Text)]


def widths(drawing, role):
    """Of bars, not of the chips of the legend."""
    return [
        s.width for s in drawing.shapes if isinstance(s, Rect) and s.fill is role and not s.radius
    ]


def test_every_bar_has_its_figure_and_its_difference():
    said = texts(scenario_bars([TODAY, LESS, MORE], str, "en"))
    assert [t for t in said if t in ("4.00", "2.00", "5.00")] == ["4.00", "2.00", "5.00"]
    assert "\N{MINUS SIGN}50.0\N{NO-BREAK SPACE}%" in said
    assert "+25.0\N{NO-BREAK SPACE}%" in said


def test_bars_are_as_long_as_their_figures():
    """3.0 and 1.5 of materials: twice as long, but for the gap of 0.8 between two stages."""
    one, two = widths(scenario_bars([TODAY, LESS], str, "en"), Role.MATERIALS)
    assert (one + 0.8) / (two + 0.8) == pytest.approx(2.0)


def test_what_has_no_figure_has_a_dash_and_no_bar():
    drawing = scenario_bars([TODAY, OPEN], str, "en")
    assert len(widths(drawing, Role.MATERIALS)) == 1
    assert texts(drawing).count("\N{EN DASH}") == 3


def test_what_is_below_zero_runs_to_the_left_of_it():
    drawing = scenario_bars([TODAY, SINK], str, "en")
    waste = next(s for s in drawing.shapes if isinstance(s, Rect) and s.fill is Role.WASTE)
    material = next(s for s in drawing.shapes if isinstance(s, Rect) and s.fill is Role.MATERIALS)
    assert waste.x + waste.width <= material.x


@pytest.mark.parametrize("width", [160, 420, 900])
def test_nothing_stands_outside_at_any_width(width):
    drawing = scenario_bars([TODAY, LESS, SINK], str, "de", width=width)
    assert all(s.x + s.width <= width + 0.01 for s in drawing.shapes if isinstance(s, Rect))
    assert max(s.y for s in drawing.shapes if isinstance(s, Text)) <= drawing.height
