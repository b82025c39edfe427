"""Numbers as people write them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.importers.numbers import (
    Ambiguous,
    NotANumber,
    Number,
    Problem,
    read_column,
    read_number,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("1\u202f234,5", 1234.5),
        ("1\u00a0234 567", 1234567),
        ("1'234.50", 1234.5),
        ("1’234’567.5", 1234567.5),
        ("１２３．４５", 123.45),
        ("０，８４２", 0.842),
        ("0,842", 0.842),
        ("0.842", 0.842),
        (",5", 0.5),
        ("12.5", 12.5),
        ("1234,567", 1234.567),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("12,34,567", 1234567),
        ("1 234", 1234),
        ("-12.5", -12.5),
        ("−12.5", -12.5),
        ("12,5-", -12.5),
        ("(12.5)", -12.5),
        ("1.2E-05", 1.2e-5),
        ("1,2E+03", 1200),
        (" 7 ", 7),
        (7, 7),
        (0.25, 0.25),
    ],
)
def test_a_clear_number_is_read(text, value):
    found = read_number(text)
    assert isinstance(found, Number)
    assert found.value == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12.5kg", 12.5, "kg"),
        ("3.2 吨", 3.2, "吨"),
        ("75%", 75, "%"),
        ("７５％", 75, "%"),
        ("3 EA", 3, "EA"),
        ("12,5 g/Stk", 12.5, "g/Stk"),
        ("1.860.000 kWh", 1860000, "kWh"),
    ],
)
def test_a_unit_beside_the_number_is_kept(text, value, unit):
    found = read_number(text)
    assert isinstance(found, Number)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "comma", "point"),
    [
        ("1,234", 1.234, 1234),
        ("1.234", 1234, 1.234),
        ("12,345", 12.345, 12345),
        ("-1.234", -1234, -1.234),
        ("１，２３４", 1.234, 1234),
    ],
)
def test_a_number_that_can_be_two_is_handed_back_in_both_readings(text, comma, point):
    found = read_number(text)
    assert isinstance(found, Ambiguous)
    assert (found.with_comma, found.with_point) == (comma, point)


def test_an_ambiguous_number_keeps_its_unit():
    found = read_number("1,234 kg")
    assert isinstance(found, Ambiguous)
    assert found.unit == "kg"


@pytest.mark.parametrize("cell", ["", None, "-", "—", "n/a", " ", "/", "无"])
def test_an_empty_cell_says_nothing(cell):
    assert read_number(cell) is None


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("see drawing", Problem.TEXT),
        ("~12", Problem.TEXT),
        ("10-12", Problem.TEXT),
        ("12 5", Problem.TEXT),
        ("1.2.3", Problem.TEXT),
        ("1,23,4", Problem.TEXT),
        ("9" * 100, Problem.TEXT),
        (True, Problem.TEXT),
        ("#N/A", Problem.ERROR_VALUE),
        (datetime(2025, 5, 1, tzinfo=UTC), Problem.DATE),
        (date(2025, 5, 1), Problem.DATE),
        (float("nan"), Problem.ABSURD),
        (float("inf"), Problem.ABSURD),
        (2e12, Problem.ABSURD),
        ("1e300", Problem.ABSURD),
        ("1e999", Problem.ABSURD),
    ],
)
def test_what_is_no_number_is_named(cell, problem):
    found = read_number(cell)
    assert isinstance(found, NotANumber)
    assert found.problem is problem


def test_one_clear_value_settles_the_column_and_is_named():
    column = read_column(["1,234", "12.5", "2,500"])
    assert [r.value for r in column.readings] == [1234, 12.5, 2500]
    assert (column.mark, column.settled, column.proof) == (".", 2, 1)


def test_a_column_that_shows_nothing_stays_open():
    column = read_column(["1,234", "2,500", 7])
    assert column.unclear == 2
    assert not column.mixed


def test_a_column_that_shows_both_marks_stays_open():
    column = read_column(["1,234", "12.5", "12,5"])
    assert column.mixed
    assert column.unclear == 1


def test_the_users_decimal_mark_settles_what_is_ambiguous():
    assert [r.value for r in read_column(["1,234", "2.500"], ",").readings] == [1.234, 2500]
    assert [r.value for r in read_column(["1,234", "2.500"], ".").readings] == [1234, 2.5]


def test_typed_numbers_are_never_ambiguous():
    assert read_column([1.234, 1234]).readings == (Number(1.234), Number(1234.0))


GROUPS = {",": (".", " ", "'", "\u202f", ""), ".": (",", " ", "'", "\u00a0", "")}


@given(
    thousandths=st.integers(min_value=-(10**14), max_value=10**14),
    mark=st.sampled_from(",."),
    group=st.integers(min_value=0, max_value=4),
    wide=st.booleans(),
)
def test_a_number_written_in_any_style_is_read_back_with_that_mark(thousandths, mark, group, wide):
    value = thousandths / 1000
    text = f"{value:,.3f}".replace(",", "G").replace(".", mark).replace("G", GROUPS[mark][group])
    if wide:
        text = text.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789.,"})
    found = read_column([text], mark).readings[0]
    assert isinstance(found, Number)
    assert found.value == pytest.approx(value, rel=1e-15)


@given(st.text(max_size=70))
def test_any_text_is_read_without_a_fault(text):
    read_number(text)
