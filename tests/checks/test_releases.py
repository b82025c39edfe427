"""The footprint that left the house against the one of now."""

from datetime import date

import pytest

from supplier_pcf.checks.releases import (
    released_figure_is_not_too_old,
    released_figure_still_stands,
)
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.record import DeclaredUnit, Release, ReleaseStatus
from supplier_pcf.domain.study import Period
from tests.build import CATENA_X, ISO, Case, a_factor, kg


def left(figure, *, created="2026-02-01T00:00:00Z", unit=DeclaredUnit(), **facts):  # noqa: B008
    """1 kg at 2 kg CO2e, released with another figure."""
    release = Release(
        id="r", created=created, declared_unit=unit, excluding=figure, including=figure, **facts
    )
    steel = Material(id="m", name="Steel", amount=kg(1), factor_id="steel")
    case = Case().with_flow("materials", steel, a_factor("steel", 2.0)).under(CATENA_X)
    return case.having(releases=(release,))


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (1.82, []),
        (2.22, []),
        (1.80, [("release.risen", Severity.WARNING, 11.1)]),
        (2.50, [("release.fallen", Severity.NOTE, 20.0)]),
    ],
)
def test_ten_percent_more_asks_for_a_new_one(figure, said):
    """Catena-X v4, 7.2.2: 2.00 is 9.9 % above 1.82 and below 2.22, 11.1 % above 1.80, 20 % below 2.50."""
    found = released_figure_still_stands(left(figure).examined)
    assert [(f.code, f.severity, f.params["percent"]) for f in found] == said


@pytest.mark.parametrize(
    "case",
    [
        left(1.0).under(ISO),
        left(1.0, unit=DeclaredUnit(amount=1, unit="kg")),
        left(None),
        left(1.0, status=ReleaseStatus.DEPRECATED),
        left(1.0).having(releases=()),
    ],
    ids=["no limit", "other unit", "old file", "superseded", "never left"],
)
def test_nothing_is_asked_where_nothing_can_be_compared(case):
    assert list(released_figure_still_stands(case.examined)) == []


def test_a_figure_of_years_ago_is_over():
    """Data of 2023, released on 1 May 2024 under rules that let it stand a year; now it is March 2026."""
    year = Period(start=date(2023, 1, 1), end=date(2023, 12, 31))
    case = left(2.0, created="2024-05-01T00:00:00Z").having(period=year)
    found = list(released_figure_is_not_too_old(case.examined))
    assert [f.params["until"] for f in found] == ["2025-05-01"]


def test_a_figure_released_this_year_stands():
    assert list(released_figure_is_not_too_old(left(2.0).examined)) == []


def test_a_time_that_is_none_says_nothing():
    assert list(released_figure_is_not_too_old(left(2.0, created="soon").examined)) == []
