"""Months and days as bills write them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.importers.dates import AmbiguousDate, MonthOnly, Span, read_date

JANUARY = Span(date(2025, 1, 1), date(2025, 1, 31))


@pytest.mark.parametrize(
    "text",
    ["2025-01", "2025/1", "2025.01", "2025年1月", "2025 年 01 月", "01.2025", "1/2025", "Jan 2025",
     "January 2025", "Januar 2025", "Jan. 2025", "Jan-2025", "2025 Jan", "202501", 202501, "２０２５年１月"],
)  # fmt: skip
def test_a_month_is_read_however_it_is_written(text):
    assert read_date(text) == JANUARY


@pytest.mark.parametrize(
    ("text", "month"), [("März 2025", 3), ("Mrz 2025", 3), ("Mai 2025", 5), ("Dez. 2025", 12)]
)
def test_german_months_are_read(text, month):
    assert read_date(text).start == date(2025, month, 1)


@pytest.mark.parametrize(
    "cell",
    ["2025-01-15", "2025/1/15", "2025年1月15日", "15.01.2025", "15/01/2025", "01/15/2025", "20250115",
     "15. Januar 2025", datetime(2025, 1, 15, 8, tzinfo=UTC), date(2025, 1, 15)],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(cell):
    assert read_date(cell) == Span(date(2025, 1, 15), date(2025, 1, 15))


@pytest.mark.parametrize(
    "text",
    ["2025-01-03 - 2025-02-02", "2025.1.3-2025.2.2", "03.01.2025 bis 02.02.2025", "2025/1/3~2025/2/2",
     "2025-01-03 to 2025-02-02", "2025年1月3日至2025年2月2日"],
)  # fmt: skip
def test_the_days_of_a_bill_are_read(text):
    assert read_date(text) == Span(date(2025, 1, 3), date(2025, 2, 2))


def test_a_day_that_can_be_two_is_not_decided():
    assert isinstance(read_date("03/04/2025"), AmbiguousDate)
    assert read_date("03.04.2025").start == date(2025, 4, 3)


@pytest.mark.parametrize("text", ["1月", "1月份", "一月", "Jan", "Januar", "January"])
def test_a_month_without_a_year_says_so(text):
    assert read_date(text) == MonthOnly(1)


@pytest.mark.parametrize(
    "cell",
    ["", None, "2025", 2025, 45658.5, "13.2025", "2025-13", "30.02.2025", "Total", "Jan-25", True],
)
def test_what_is_no_date_is_not_made_one(cell):
    assert read_date(cell) is None


@given(st.text(max_size=45))
def test_any_text_is_looked_at_without_a_fault(text):
    read_date(text)
