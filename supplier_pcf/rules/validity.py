"""How long a footprint may be used after it was released."""

from __future__ import annotations

from calendar import isleap
from datetime import MAXYEAR, date, datetime
from typing import TypeVar

from supplier_pcf.rules.rule_set import RuleSet

Day = TypeVar("Day", date, datetime)

LONGEST_VALIDITY = 3
"""Years after the reference period, whatever the rule set says (PACT 3; Catena-X v4)."""
_DEFAULT_VALIDITY = 1
"""Years where a rule set names none: data of one year speaks for the next."""


def add_years(moment: Day, years: int) -> Day:
    """The same day so many years later; 28 February for a 29th that is not there."""
    year = min(moment.year + years, MAXYEAR)
    is_leap_day = moment.month == 2 and moment.day == 29
    return moment.replace(year=year, day=28 if is_leap_day and not isleap(year) else moment.day)


def valid_until(start: Day, period_end: Day, rules: RuleSet) -> Day:
    """The end of validity of a footprint valid from `start`, made of data up to `period_end`."""
    years = rules.validity_years or _DEFAULT_VALIDITY
    return min(add_years(start, years), add_years(period_end, LONGEST_VALIDITY))
