"""Data quality from 1 to 3: the classes of the table, and the printed examples of the older rulebooks."""

from datetime import date

import pytest

from supplier_pcf.domain.energy import DirectEmission
from supplier_pcf.domain.factor import Layer, Ratings, RowType
from supplier_pcf.domain.flows import ActivityFacts, Material, Origin, TechnologyFit
from supplier_pcf.engine.legacy_quality import LegacyRatings, completeness, legacy_quality, rate
from tests.build import CATENA_X, Case, a_factor, a_study, kg

OWN = ActivityFacts(site_coverage=1.0, covers_period=True)


def rated(**facts):
    """One line under the older scale: a steel of 2025 from China, for the plant in Ningbo."""
    told = {"technology_fit": TechnologyFit.EXACT, "origin": Origin.MEASURED}
    factor = a_factor("f", **{"primary_share": 1.0, **facts.pop("factor", {})})
    flow = Material(id="m", amount=kg(1), factor_id="f", **{**told, **facts})
    return rate(a_study(), flow, factor)


@pytest.mark.parametrize(
    ("year", "score"), [(2026, 1), (2025, 1), (2024, 2), (2021, 2), (2020, 3), (None, 3)]
)
def test_time_is_good_in_the_reporting_year_fair_below_five_years_else_poor(year, score):
    """The period ends with 2025: data that end with 2020 are five years old, which is not less than five."""
    assert rated(factor={"year_to": year}).time == score


@pytest.mark.parametrize(
    ("place", "score"),
    [("CN-ZJ", 1), ("CN", 1), ("Eastern Asia", 2), ("GLO", 3), ("DE", 3), ("", 3)],
)
def test_place_is_good_in_the_country_fair_in_its_region_else_poor(place, score):
    assert rated(factor={"place": place}).geography == score


@pytest.mark.parametrize(
    ("fit", "share", "score"),
    [
        (TechnologyFit.EXACT, 1.0, 1),
        (TechnologyFit.SAME_COMPANY, 0.4, 1),
        (TechnologyFit.EXACT, 0.0, 2),
        (TechnologyFit.SIMILAR, 0.0, 2),
        (TechnologyFit.UNKNOWN, 1.0, 3),
        (None, 0.0, 3),
    ],
)
def test_technology_of_a_library_is_at_best_fair(fit, share, score):
    assert rated(technology_fit=fit, factor={"primary_share": share}).technology == score


@pytest.mark.parametrize(
    ("sites", "period", "score"),
    [(1.0, True, 1), (0.4, True, 2), (0.6, False, 2), (0.4, False, 3), (None, True, 3)],
)
def test_completeness_counts_sites_and_period(sites, period, score):
    facts = ActivityFacts(site_coverage=sites, covers_period=period)
    assert completeness(facts, Origin.MEASURED) == score


def test_completeness_of_a_plants_own_number_is_good_and_of_a_guess_unknown():
    assert completeness(ActivityFacts(), Origin.MEASURED) == 1
    assert completeness(ActivityFacts(), Origin.ASSUMED) == 3


def test_reliability_follows_how_the_amount_came_about():
    found = {origin: rated(origin=origin).reliability for origin in Origin}
    assert list(found.values()) == [1, 2, 3, 3]


def test_a_gas_set_free_is_rated_by_the_plant_itself():
    leak = DirectEmission(id="l", amount=kg(1), factor_id="r", origin=Origin.MEASURED)
    gas = a_factor("r", 1530, row_type=RowType.GWP, place="GLO", year_to=2021)
    assert rate(a_study(), leak, gas) == LegacyRatings(1, 1, 1, 1, 1)


def test_five_ratings_have_a_plain_mean():
    """CX-0029 v2.0, table 6; of the second product the sum printed is 15, its scores make 14."""
    assert LegacyRatings(2, 1, 2, 3, 2).mean == pytest.approx(2.0)
    assert LegacyRatings(3, 3, 2, 3, 3).mean == pytest.approx(2.8)


PRIMARY = [
    (0.5, 2, 1, 2, 1),
    (0.3, 1, 1, 1, 1),
    (0.7, 2, 2, 1, 1),
    (0.8, 2, 3, 1, 1),
    (0.2, 2, 2, 3, 1),
]
"""CX-0029 v2.0, table 9: kg, completeness, time, technology, geography of five inputs."""

SITES = {1: 1.0, 2: 0.4}
YEARS = {1: 2025, 2: 2023, 3: 2019}
FITS = {1: TechnologyFit.EXACT, 2: TechnologyFit.SIMILAR, 3: TechnologyFit.UNKNOWN}


def test_the_primary_example_of_the_older_rulebook():
    """Printed: C 1.9, TiR 2.0, TeR 1.4, GeR 1.0, mean 1.56; exact 1.88, 2.0, 1.36, 1.0."""
    case = Case()
    for i, (pcf, sites, time, technology, _) in enumerate(PRIMARY):
        flow = Material(
            id=f"m{i}",
            amount=kg(1),
            factor_id=f"f{i}",
            technology_fit=FITS[technology],
            facts=ActivityFacts(site_coverage=SITES[sites], covers_period=True),
        )
        factor = a_factor(f"f{i}", pcf, year_to=YEARS[time], primary_share=1.0)
        case = case.with_flow("materials", flow, factor)
    found = legacy_quality(case.study, case.result, case.examined.factor, above=0.0)
    ratings = found.ratings
    means = (ratings.completeness, ratings.time, ratings.technology, ratings.geography)
    assert means == pytest.approx((1.88, 2.0, 1.36, 1.0))
    assert sum(means) / 4 == pytest.approx(1.56)
    assert found.coverage_percent == pytest.approx(100)


def test_the_secondary_example_of_the_older_rulebook():
    """CX-0029 v2.0, table 10: printed 2.4, 3.1, 2.9, mean 2.8; declared ratings weigh with their kg."""
    case = Case()
    for i, (pcf, time, technology, place) in enumerate(
        [(0.9, 3, 3, 3), (0.7, 2, 3, 2), (0.5, 4, 5, 4), (0.8, 1, 2, 3)]
    ):
        ratings = Ratings(technology=technology, time=time, geography=place)
        flow = Material(id=f"m{i}", amount=kg(1), factor_id=f"f{i}")
        case = case.with_flow("materials", flow, a_factor(f"f{i}", pcf, ratings=ratings))
    found = case.result.ratings_excluding
    means = (found.time, found.technology, found.geography)
    assert means == pytest.approx((2.3793103, 3.0689655, 2.9310345))
    assert sum(means) / 3 == pytest.approx(2.7931034)


def test_only_what_is_more_than_five_percent_is_rated():
    """90 + 6 + 4 kg: the last is not rated, so 96 % are covered and its bad year does not count."""
    case = Case()
    for i, pcf in enumerate((90.0, 6.0, 4.0)):
        flow = Material(id=f"m{i}", amount=kg(1), factor_id=f"f{i}", origin=Origin.MEASURED)
        factor = a_factor(f"f{i}", pcf, year_to=2025 if pcf > 5 else 2010)
        case = case.with_flow("materials", flow, factor)
    found = legacy_quality(case.study, case.result, case.examined.factor)
    assert found.coverage_percent == pytest.approx(96)
    assert found.ratings.time == 1
    assert [flow_id for flow_id, _ in found.lines] == ["m0", "m1"]


def test_a_footprint_of_nothing_has_no_ratings():
    found = legacy_quality(Case().study, Case().result, Case().examined.factor)
    assert (found.ratings, found.coverage_percent) == (None, 0.0)


def test_a_suppliers_footprint_without_ratings_is_rated_worst_on_the_scale_of_five():
    """STANDARDS D.10: no DQR delivered counts as 5."""
    flow = Material(id="m", amount=kg(1), factor_id="s", origin=Origin.MEASURED)
    supplied = a_factor("s", layer=Layer.SUPPLIER)
    line = Case().with_flow("materials", flow, supplied).under(CATENA_X).result.flows[0]
    assert (line.technology, line.time, line.geography) == (5, 5, 5)


def test_a_day_that_is_none_counts_as_unknown():
    leak = DirectEmission(id="l", facts=ActivityFacts(period_end="last year"), factor_id="r")
    assert rate(a_study(), leak, a_factor("r", row_type=RowType.GWP)).time == 3
    assert date(2025, 12, 31) == a_study().period.end
