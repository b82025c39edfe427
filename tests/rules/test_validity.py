"""How long a footprint may be used."""

from datetime import UTC, date, datetime

from supplier_pcf.rules.validity import add_years, valid_until
from tests.build import CATENA_X, ISO, PACT


def test_leap_days_and_the_end_of_time_do_not_fall_over():
    assert add_years(datetime(2024, 2, 29, tzinfo=UTC), 1) == datetime(2025, 2, 28, tzinfo=UTC)
    assert add_years(datetime(2024, 2, 29, tzinfo=UTC), 4) == datetime(2028, 2, 29, tzinfo=UTC)
    assert add_years(datetime(9998, 1, 1, tzinfo=UTC), 3) == datetime(9999, 1, 1, tzinfo=UTC)


def test_the_rules_say_how_many_years_it_stands():
    """Catena-X v4, 7.2.2: a year; PACT 3: three, but three after the reference period at most."""
    start, over = date(2026, 3, 1), date(2025, 12, 31)
    assert valid_until(start, over, CATENA_X) == date(2027, 3, 1)
    assert valid_until(start, over, PACT) == date(2028, 12, 31)
    assert valid_until(start, over, ISO) == date(2027, 3, 1)
