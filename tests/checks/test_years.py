"""One year against another: what is not confirmed, what rose, what cannot be compared."""

from dataclasses import replace

import pytest

from supplier_pcf.checks.years import (
    both_years_are_made_alike,
    carried_values_are_confirmed,
    figure_of_last_year_still_stands,
    readings_are_of_the_period,
)
from supplier_pcf.domain.finding import Severity
from tests.build import ISO
from tests.checks.year_cases import FOUND, LAST, begun, carried, read_in


def test_each_step_says_how_many_of_its_values_are_confirmed():
    """Of the product only the volume is of a year; of two amounts of energy one is confirmed."""
    found = list(carried_values_are_confirmed(carried().examined))
    told = [(f.where, f.params["confirmed"], f.params["all"], f.params["year"]) for f in found]
    assert told == [("product/volume", 0, 1, "2024"), ("energy_uses/p/amount", 1, 2, "2024")]
    assert {f.severity for f in found} == {Severity.ERROR}


def test_a_meter_read_in_another_year_only_stops_the_export():
    (found,) = readings_are_of_the_period(read_in(2024).examined)
    assert (found.severity, found.where) == (Severity.ERROR, "meters/e/readings")
    assert not list(readings_are_of_the_period(read_in(2025).examined))


@pytest.mark.parametrize(
    ("last", "percent"), [(1.83, None), (1.80, 11.1), (2.5, None), (None, None)]
)
def test_ten_percent_more_than_last_year_asks_to_tell_the_customer(last, percent):
    """2.00 is 9.3 % above 1.83 and 11.1 % above 1.80; a fall asks for nothing."""
    case = begun(forerunner=replace(LAST, excluding=last, including=last))
    found = list(figure_of_last_year_still_stands(case.examined))
    assert [f.params["percent"] for f in found] == ([] if percent is None else [percent])


@pytest.mark.parametrize(
    "case",
    [
        begun(stale=("product/volume",)),
        begun(materials=()),
        begun(forerunner=None),
        FOUND["years.not_alike"],
        begun(forerunner=replace(LAST, rule_set=ISO.id)).under(ISO),
    ],
    ids=["not confirmed", "not whole", "no forerunner", "another unit", "rules without a limit"],
)
def test_nothing_is_said_to_have_risen_while_it_cannot_be_said(case):
    assert not list(figure_of_last_year_still_stands(case.examined))


def test_other_rules_than_last_year_are_noted():
    assert list(both_years_are_made_alike(begun().under(ISO).examined))
    assert not list(both_years_are_made_alike(begun().examined))
