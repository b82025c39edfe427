"""What people type: read where it is clear, said where it is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.app.entering import (
    Unreadable,
    entered_day,
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
        ("1.234", ".", 1.234),
        ("0,125", ".", 0.125),
        ("1,234,567", ",", 1234567),
        ("1\u202f234,5", ".", 1234.5),
        ("1’234.5", ",", 1234.5),
        ("１，５", ".", 1.5),
        ("12。5", ".", 12.5),
        ("−3", ".", -3),
        ("3.5万", ".", 35000),
        ("1,2亿", ",", 120_000_000),
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


@pytest.mark.parametrize(
    ("text", "decimal", "one", "other"),
    [
        ("1,234", ".", "1234", "1.234"),
        ("1.234", ",", "1234", "1,234"),
        ("１，２３４", ".", "1234", "1.234"),
        ("-12.500", ",", "-12500", "-12,5"),
    ],
)
def test_a_mark_that_is_not_the_users_own_is_asked_about_where_it_may_group(
    text, decimal, one, other
):
    read = entered_number(text, decimal)
    assert read == Unreadable("entry.two_readings", text, (("one", one), ("other", other)))
    assert entered_number(one, decimal) == pytest.approx(float(one.replace(",", ".")))


def test_a_proven_mark_needs_no_question():
    assert entered_number("1,234", ".", proven=True) == 1234
    assert entered_quantity("1.234 kg", "t", ",", proven=True) == Quantity(1234, "kg")


def test_the_fields_unit_may_be_typed_along_and_another_of_its_kind_is_converted():
    assert entered_number("7,5 kW", ".", "kW") == 7.5
    assert entered_number("350 g", ".", "kg") == 0.35
    assert entered_number("1,5 t", ".", "kg") == 1500
    assert entered_number("3 MWh", ".", "kWh") == 3000
    assert entered_number("5万件", ".", "piece") == 50000
    assert entered_number("2 h", ".", "s") == 7200


@pytest.mark.parametrize(
    ("text", "unit", "code"),
    [
        ("3 kWh", "kg", "entry.other_unit"),
        ("3 kWh Hs", "kWh", "entry.other_unit"),
        ("3 kg", "", "entry.no_unit"),
        ("3 stones", "kg", "entry.unknown_unit"),
        ("1e15", "kg", "entry.too_large"),
    ],
)
def test_what_does_not_fit_the_field_is_handed_back(text, unit, code):
    read = entered_number(text, ".", unit)
    assert isinstance(read, Unreadable) and read.code == code


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("3200 度", Quantity(3200, "kWh")),
        ("1.2 万千瓦时", Quantity(1.2, "10MWh")),
        ("1,5吨", Quantity(1.5, "t")),
        ("20公斤", Quantity(20, "kg")),
        ("2,5 tce", Quantity(2.5, "tce")),
        ("12 000 kWh Hs", Quantity(12000, "kWh gross")),
        ("12000 kWh Hi", Quantity(12000, "kWh net")),
        ("３５０ｇ", Quantity(350, "g")),
        ("3万公斤", Quantity(30000, "kg")),
        ("180 Nm³", Quantity(180, "Nm3")),
    ],
)
def test_units_as_they_stand_on_bills(text, quantity):
    assert entered_quantity(text, "piece", ".") == quantity


def test_a_field_for_some_units_takes_no_others():
    assert entered_quantity("350 g", "kg", ".", only=("kg", "t")) == Quantity(350, "g")
    assert entered_quantity("9 kWh Hs", "kWh", ".", only=("kWh",)) == Quantity(9, "kWh gross")
    assert entered_quantity("3 kWh", "kg", ".", only=("kg", "t")).code == "entry.other_unit"


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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-12-31", date(2025, 12, 31)),
        ("31.12.2025", date(2025, 12, 31)),
        ("2025/12/31", date(2025, 12, 31)),
        ("20251231", date(2025, 12, 31)),
        ("2025年12月31日", date(2025, 12, 31)),
        ("２０２５－１２－３１", date(2025, 12, 31)),
        ("31 Dec 2025", date(2025, 12, 31)),
        ("31. Dezember 2025", date(2025, 12, 31)),
        ("12/31/2025", date(2025, 12, 31)),
        ("  ", None),
    ],
)
def test_a_day_in_any_clear_writing(text, day):
    assert entered_day(text) == day


@pytest.mark.parametrize("text", ["2025-02-31", "2025-12", "Dec", "31.12.25", "soon", "1889-01-01"])
def test_what_is_no_day_is_handed_back(text):
    assert entered_day(text) == Unreadable("entry.not_a_day", text)


def test_a_day_that_may_be_two_is_asked_about():
    more = (("one", "2025-03-04"), ("other", "2025-04-03"))
    assert entered_day("03/04/2025") == Unreadable("entry.two_days", "03/04/2025", more)
