"""The flow picture: bands as wide as their kg, numbers of the table, nothing negative drawn."""

import itertools
import re
from math import fsum

import pytest

from supplier_pcf.domain.flows import Material, Waste
from supplier_pcf.i18n import translator
from supplier_pcf.report.drawing import Band, Rect, Text
from supplier_pcf.report.figures import counted_flows, kg_text, stage_rows
from supplier_pcf.report.sankey import sankey
from supplier_pcf.report.svg import to_svg
from tests.build import Case, a_factor, a_study, kg


def result_of(kgs, credit=0.0):
    """Materials with these kg CO2e, and a waste that takes something off."""
    factors = [a_factor(f"f{n}", value) for n, value in enumerate(kgs)]
    rows = tuple(
        Material(id=f"m{n}", name=f"Part {n}", amount=kg(1.0), factor_id=f"f{n}")
        for n in range(len(kgs))
    )
    wastes = ()
    if credit:
        factors.append(a_factor("w", credit))
        wastes = (Waste(id="w", name="Scrap", amount=kg(1.0), factor_id="w"),)
    return Case(a_study(materials=rows, wastes=wastes), factors).result


def bands(drawing):
    return [shape for shape in drawing.shapes if isinstance(shape, Band)]


def texts(drawing):
    return [shape.text for shape in drawing.shapes if isinstance(shape, Text)]


def test_bands_are_as_high_as_their_kg():
    drawing = sankey(result_of([6.0, 3.0, 1.0]), str, "en")
    heights = [band.height for band in bands(drawing)]
    assert heights[0] / heights[1] == pytest.approx(2.0)
    assert heights[1] / heights[2] == pytest.approx(3.0)
    assert heights[3] == pytest.approx(fsum(heights[:3]))


def test_small_flows_of_a_stage_are_one_band_with_their_sum():
    result = result_of([10.0, *[0.5] * 12])
    drawing = sankey(result, translator("en"), "en", top=8)
    assert "5 more" in texts(drawing)
    assert "2.50" in texts(drawing)


def test_every_number_is_one_of_the_table():
    result = result_of([7.123, 2.5, 0.03])
    drawing = sankey(result, translator("en"), "en")
    known = {kg_text(flow.kg_co2e, "en") for flow in counted_flows(result)}
    known |= {kg_text(row.kg, "en") for row in stage_rows(result)}
    for text in texts(drawing):
        found = re.fullmatch(r"([\d.]+)(?: kg · .*)?", text)
        if found:
            assert found[1] in known


def test_what_takes_something_off_is_told_and_not_drawn():
    drawing = sankey(result_of([5.0], credit=-1.0), translator("en"), "en")
    assert len(bands(drawing)) == 2
    assert any("Scrap" in text and "−1.00" in text for text in texts(drawing))


def test_many_that_take_something_off_are_told_together():
    """Ten of -0.01 to -0.10 kg: the three largest, and -(0.01 + ... + 0.07) = -0.28."""
    wastes = tuple(
        Waste(id=f"w{n}", name=f"Scrap {n}", amount=kg(n / 100), factor_id="w")
        for n in range(1, 11)
    )
    body = Material(id="m", name="Part", amount=kg(1.0), factor_id="f")
    study = a_study(materials=(body,), wastes=wastes)
    result = Case(study, [a_factor("f", 5.0), a_factor("w", -1.0)]).result
    told = [t for t in texts(sankey(result, translator("en"), "en", top=3)) if "Taken off" in t]
    assert len(told) == 4
    assert told[-1] == "Taken off, no band: 7 more, −0.280 kg CO₂e"


def test_labels_never_stand_on_each_other():
    drawing = sankey(result_of([50.0, *[0.01] * 7]), translator("en"), "en")
    left = sorted(s.y for s in drawing.shapes if isinstance(s, Text) and s.x == 0)
    assert all(low - high >= 8 for high, low in itertools.pairwise(left))
    assert max(left) <= drawing.height
    assert all(s.y + s.height <= drawing.height for s in drawing.shapes if isinstance(s, Rect))


def test_nothing_counted_is_an_empty_picture():
    drawing = sankey(Case(a_study()).result, translator("en"), "en")
    assert drawing.shapes == ()


def test_bands_are_in_the_svg():
    assert to_svg(sankey(result_of([1.0]), str, "en")).count("<path d=") == 2
