"""Every character gets a font that has it, or a visible stand-in."""

import pytest

from supplier_pcf.report import fonts
from supplier_pcf.report.metrics import approximate_width


def test_each_stretch_of_text_has_the_font_that_holds_it():
    assert fonts.runs("CO₂ 冲压") == [(fonts.REGULAR, "CO₂ "), (fonts.CHINESE, "冲压")]
    assert fonts.runs("轴", bold=True) == [(fonts.CHINESE_BOLD, "轴")]


def test_a_rare_bold_character_falls_back_to_the_regular_weight():
    assert fonts.runs("镕", bold=True) == [(fonts.CHINESE, "镕")]


def test_a_character_that_no_font_has_stays_visible():
    assert fonts.runs("a😀") == [(fonts.REGULAR, f"a{fonts.REPLACEMENT}")]
    assert fonts.runs("\ud800") == [(fonts.REGULAR, fonts.REPLACEMENT)]


def test_control_characters_and_joiners_leave_no_trace():
    assert fonts.clean("a\x00b\tc\u200bd\ufe0f\u202ee") == "a b cde"
    assert fonts.clean("1\N{NO-BREAK SPACE}%") == "1\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    "text", ["Galvanised coil DX51D+Z275", "Schüttgut, gemischt", "镀锌卷板 2.0 mm"]
)
@pytest.mark.parametrize("bold", [False, True])
def test_widths_without_a_font_are_true_or_a_little_generous(text, bold):
    true = fonts.width(text, 10, bold=bold)
    assert true - 0.5 <= approximate_width(text, 10, bold=bold) <= true * 1.1
