"""What people type: read where it is clear, said where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.app.entering import (
    Unreadable,
    entered_number,
    entered_quantity,
    entered_share,
    shown_number,
    shown_share,
)
from supplier_pcf.domain.units import Quantity


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("12.5", ".", 12.5),
        ("12,5", ".", 12.5),
        ("1.234,5", ".", 1234.5),
        ("1,234", ".", 1234),
        ("1,234", ",", 1.234),
        ("1 234 567", ".", 1234567),
        ("１２．５", ".", 12.5),
        ("", ".", None),
    ],
)
def test_numbers_in_any_clear_writing(text, decimal, value):
    assert entered_number(text, decimal) == value


@pytest.mark.parametrize("text", ["many", "12 apples", "1.2.3.4"])
def test_other_text_is_handed_back(text):
    assert entered_number(text, ".") == Unreadable("entry.not_a_number", text)


def test_a_quantity_brings_its_unit_or_takes_the_fields():
    assert entered_quantity("12.5 g", "kg", ".") == Quantity(12.5, "g")
    assert entered_quantity("3 吨", "kg", ".") == Quantity(3, "t")
    assert entered_quantity("12.5", "kg", ".") == Quantity(12.5, "kg")
    assert entered_quantity("", "kg", ".") is None


def test_an_unknown_unit_is_handed_back():
    assert entered_quantity("5 bushels", "kg", ".").code == "entry.unknown_unit"


@pytest.mark.parametrize(("text", "share"), [("12.5 %", 0.125), ("100", 1.0), ("", None)])
def test_percentages_become_shares(text, share):
    assert entered_share(text, ".") == share


@pytest.mark.parametrize("text", ["101", "-1", "most"])
def test_what_is_no_percentage_is_handed_back(text):
    assert isinstance(entered_share(text, "."), Unreadable)


@given(st.floats(1e-9, 1e9) | st.floats(-1e9, -1e-9), st.sampled_from([".", ","]))
def test_a_shown_number_is_read_back(value, decimal):
    shown = shown_number(value, decimal)
    assert "e" not in shown
    assert entered_number(shown, decimal) == pytest.approx(value, rel=1e-12, abs=1e-12)


def test_a_shown_share_has_no_dust():
    assert shown_share(0.07, ".") == "7"
    assert shown_share(0.125, ",") == "12,5"
