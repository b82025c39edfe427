"""Charts print the numbers of their tables, whatever the values and names."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest

from supplier_pcf.domain.flows import PCF_STAGES, Stage
from supplier_pcf.domain.numbers import percent, significant
from supplier_pcf.report.chart_parts import axis_for, bar
from supplier_pcf.report.charts import contributions, stage_bar
from supplier_pcf.report.drawing import Anchor, Rect, Role, Text, stage_role
from supplier_pcf.report.figures import contribution_rows, stage_rows
from supplier_pcf.report.metrics import approximate_width
from supplier_pcf.report.svg import to_svg
from supplier_pcf.words import same
from tests.report.build import flow_result, longer, result

NAMES = ("Wood fibre & <glue>", "镀锌钢板左前轴支架加强件" * 6, "Press" * 60, "😀 \x00 end")


def texts(drawing):
    return [shape.text for shape in drawing.shapes if isinstance(shape, Text)]


def bars(drawing, role):
    return [s for s in drawing.shapes if isinstance(s, Rect) and s.fill is role and s.height == 8]


def negative():
    return result(
        (
            flow_result("a", "materials", Stage.MATERIALS, "Wood fibre", 2, "kg", -0.8),
            flow_result("b", "energy_uses", Stage.PRODUCTION, "Electricity", 2, "kWh", 1.3),
        )
    )


def test_stage_rows_carry_the_numbers_worked_by_hand():
    rows = {row.stage: row for row in stage_rows(result())}
    assert rows[Stage.MATERIALS].kg == pytest.approx(2.9804)
    assert rows[Stage.PRODUCTION].kg == pytest.approx(1.545209)
    assert [row.percent for row in rows.values()] == [
        Decimal(p) for p in ("64.8", "0.8", "33.6", "0.6", "0.2")
    ]


def test_shares_of_stages_and_of_contributions_add_up_to_one_hundred():
    assert sum(row.percent for row in stage_rows(result())) == 100
    for top in range(1, 15):
        assert sum(row.percent for row in contribution_rows(result(), top)) == 100


def test_the_stage_bar_prints_every_stage_with_its_number_and_share():
    shown = texts(stage_bar(result(), same, "en"))
    for row in stage_rows(result()):
        assert significant(row.kg) in shown
        assert percent(row.percent) in shown
    assert {"Materials", "Inbound transport", "Production", "Packaging", "Waste", "4.60"} <= set(
        shown
    )


def test_segments_are_as_wide_as_their_share():
    drawing = stage_bar(result(), same, "en", width=100)
    first = next(s for s in drawing.shapes if isinstance(s, Rect) and s.fill is Role.MATERIALS)
    assert first.width == pytest.approx(100 * 2.9804 / 4.597859, abs=1)


def test_contributions_are_sorted_and_the_rest_is_one_row():
    rows = contribution_rows(result(), 3)
    assert [row.flow.id for row in rows[:3]] == ["m1", "e1", "e2"]
    assert rows[3].others == 10
    assert rows[3].kg == pytest.approx(4.597859 - 2.916 - 1.068745 - 0.242634)
    assert "10 more" in texts(contributions(result(), same, "en", top=3))


def test_a_rest_of_one_is_shown_by_its_name():
    assert all(row.flow for row in contribution_rows(result(), 12))


def test_outbound_transport_is_no_contribution():
    assert "t2" not in {row.flow.id for row in contribution_rows(result(), 50)}


def test_contributions_print_the_numbers_of_the_table():
    shown = texts(contributions(result(), same, "de", top=8))
    for row in contribution_rows(result(), 8):
        assert significant(row.kg, "de") in shown
        assert percent(row.percent, "de") in shown


def test_negative_bars_run_to_the_left_of_zero():
    axis = axis_for([-1.6, 2.6], 0, 42)
    assert axis.x(0) == pytest.approx(16)
    left, right = bar(axis, -1.6, Role.WASTE, 0), bar(axis, 2.6, Role.WASTE, 0)
    assert (left.x, left.x + left.width) == (0, pytest.approx(16))
    assert (right.x, right.x + right.width) == (pytest.approx(16), 42)


def test_negative_contributions_keep_sign_and_label():
    drawing = contributions(negative(), same, "en")
    assert {"Wood fibre", "−1.60", "2.60"} <= set(texts(drawing))
    (wood,), (power,) = bars(drawing, Role.MATERIALS), bars(drawing, Role.PRODUCTION)
    assert wood.x + wood.width == pytest.approx(power.x)
    assert "−160.0" in "".join(texts(stage_bar(negative(), same, "en")))


def test_an_empty_result_has_charts_without_bars():
    nothing = result(())
    assert "–" in texts(stage_bar(nothing, same, "en"))
    assert not any(isinstance(s, Rect) for s in contributions(nothing, same, "en").shapes)


@pytest.mark.parametrize("translate", [same, longer])
@pytest.mark.parametrize("width", [220, 300, 480])
def test_nothing_leaves_the_sheet_and_every_row_has_a_label(translate, width):
    flows = [
        flow_result(str(n), "materials", Stage.MATERIALS, name, 1, "kg", 10.0 ** (3 - 2 * n))
        for n, name in enumerate(NAMES)
    ]
    for drawing in (
        contributions(result(flows), translate, "de", width=width),
        stage_bar(result(flows), translate, "de", width=width),
    ):
        for shape in drawing.shapes:
            if isinstance(shape, Rect):
                assert -0.01 <= shape.x <= shape.x + shape.width <= width + 0.01
            elif isinstance(shape, Text):
                length = approximate_width(shape.text, shape.size, bold=shape.bold)
                part = {Anchor.START: 0, Anchor.MIDDLE: 0.5, Anchor.END: 1}[shape.anchor]
                assert shape.x - part * length >= -0.01
                assert shape.x + (1 - part) * length <= width + 0.01
                assert shape.text.strip()


def test_a_flow_without_a_name_is_called_so():
    unnamed = result((flow_result("a", "materials", Stage.MATERIALS, " ", 1, "kg", 1),))
    assert "(no name)" in texts(contributions(unnamed, same, "en"))


def test_every_stage_has_a_colour():
    assert len({stage_role(stage) for stage in (*PCF_STAGES, None)}) == 6


def test_svg_is_well_formed_and_holds_the_same_texts():
    flows = [
        flow_result(str(n), "materials", Stage.MATERIALS, name, 1, "kg", 1)
        for n, name in enumerate(NAMES)
    ]
    drawing = contributions(result(flows), same, "en")
    found = [e.text for e in ET.fromstring(to_svg(drawing)).iter() if e.tag.endswith("}text")]
    assert [text.replace("\x00", " ") for text in texts(drawing)] == found
    assert to_svg(drawing) == to_svg(drawing)


def test_charts_and_svg_do_not_load_reportlab():
    program = (
        "import sys, supplier_pcf.report, supplier_pcf.report.drawing, supplier_pcf.report.charts, "
        "supplier_pcf.report.svg; sys.exit('reportlab' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
