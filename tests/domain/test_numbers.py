"""Numbers as text: exact for files, readable for people."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.numbers import (
    decimal_string,
    fixed,
    number_style,
    percent,
    percent_in_digits,
    rounded,
    shares,
    significant,
)
from supplier_pcf.i18n import Spoken

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (1.5e22, "15000000000000000000000"),
        (5.0, "5"),
        (-0.0, "0"),
        (-2.50, "-2.5"),
        (100.0, "100"),
        (1 / 3, "0.3333333333333333"),
        (7, "7"),
    ],
)
def test_a_decimal_string_has_every_digit_and_no_exponent(value, text):
    assert decimal_string(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_decimal_string_reads_back_as_the_same_number(value):
    text = decimal_string(value)
    assert float(text) == value
    assert "e" not in text.lower()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_has_no_decimal_string(value):
    with pytest.raises(ValueError):
        decimal_string(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4.6237, "4.62"),
        (4.6, "4.60"),
        (0.0031842, "0.00318"),
        (9.996, "10.0"),
        (0.9996, "1.00"),
        (99.96, "100"),
        (12345.6, "12,300"),
        (1234567.0, "1,230,000"),
        (0.0, "0"),
        (-0.0456789, "−0.0457"),
        (2.675, "2.68"),
        (2.665, "2.66"),
        (1e-9, "0.00000000100"),
    ],
)
def test_three_significant_digits_round_half_to_even(value, text):
    assert significant(value) == text


def test_a_missing_or_impossible_number_is_a_dash():
    assert significant(None) == "–"
    assert significant(float("nan")) == "–"
    assert percent(None) == "–"
    assert fixed(float("inf")) == "–"


def test_german_numbers_have_a_decimal_comma_and_points_between_thousands():
    assert significant(4.6237, "de") == "4,62"
    assert fixed(1234567.891, "de", 2) == "1.234.567,89"
    assert percent(12.34, "de") == f"12,3{NBSP}%"


def test_chinese_percent_has_no_space_and_an_unknown_language_reads_as_english():
    assert percent(12.34, "zh_CN") == "12.3%"
    assert percent(12.34, "xx") == f"12.3{NBSP}%"


def test_a_small_share_keeps_its_digits():
    assert percent_in_digits(0.04354, "de") == "0,0435\N{NO-BREAK SPACE}%"
    assert percent_in_digits(57.5969, "zh_CN", 2) == "58%"
    assert percent_in_digits(None) == "–"


def test_huge_numbers_are_written_out():
    assert fixed(1e300).startswith("1,000,000")
    assert shares([1e308, -1e308, 1e-300]) is not None


def test_a_number_that_rounds_to_zero_has_no_sign():
    assert fixed(-0.04, "en", 1) == "0.0"


def test_shares_add_up_to_one_hundred():
    assert shares([1, 1, 1]) == (Decimal("33.4"), Decimal("33.3"), Decimal("33.3"))
    assert shares([2.908, 0.031, 1.642, 0.027, 0.018]) == tuple(
        map(Decimal, ("62.8", "0.7", "35.5", "0.6", "0.4"))
    )


def test_shares_with_a_negative_part_add_up_too():
    assert shares([3.0, -1.0], 0) == (Decimal(150), Decimal(-50))


def test_there_are_no_shares_of_nothing():
    assert shares([]) is None
    assert shares([0.0, 0.0]) is None
    assert shares([1.5, -1.5]) is None


@given(st.lists(st.floats(-1e9, 1e300), min_size=1, max_size=30), st.integers(0, 3))
def test_shares_always_add_up(parts, decimals):
    found = shares(parts, decimals)
    assert found is None or sum(found) == 100


@given(st.floats(1e-12, 1e12))
def test_rounding_keeps_three_digits_and_stays_near(value):
    shown = rounded(value)
    assert len(shown.as_tuple().digits) == 3 or shown >= 1000 or shown == shown.to_integral_value()
    assert abs(float(shown) - value) <= abs(value) * 0.00501


def test_a_user_may_want_another_decimal_mark_than_his_language_has():
    english, german = Spoken("en", ","), Spoken("de", ".")
    assert significant(1234.5, english, 5) == "1.234,5"
    assert significant(1234.5, german, 5) == "1,234.5"
    assert percent(12.34, german) == f"12.3{number_style('de').before_percent}%"
    assert significant(1234.5, Spoken("de"), 5) == significant(1234.5, "de", 5) == "1.234,5"
    assert english == "en" and hash(german) == hash("de")
