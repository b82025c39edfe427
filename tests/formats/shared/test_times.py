"""Points in time as formats write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from supplier_pcf.formats.shared.times import midnight, parse_utc, utc_text


def test_times_are_written_in_utc_to_the_second():
    moment = datetime(2026, 3, 1, 7, 30, 5, 999, tzinfo=timezone(timedelta(hours=8)))
    assert utc_text(moment) == "2026-02-28T23:30:05Z"
    assert utc_text(midnight(date(999, 1, 1))) == "0999-01-01T00:00:00Z"


def test_a_time_without_zone_is_none():
    assert parse_utc("2026-01-31T12:00:00Z") == datetime(2026, 1, 31, 12, tzinfo=UTC)
    with pytest.raises(ValueError, match="zone"):
        parse_utc("2026-01-31T12:00:00")
