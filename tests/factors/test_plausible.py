"""An own factor is looked at while it is entered: what is missing, and what can hardly be true."""

from dataclasses import replace

import pytest

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import Boundary, GwpSet, Ratings
from supplier_pcf.domain.finding import Severity
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.own import FactorDraft
from supplier_pcf.factors.plausible import examine
from tests.build import a_factor

COMPLETE = FactorDraft(
    name="Glue",
    unit="kg",
    kg_co2e=3.0,
    boundary=Boundary.CRADLE_TO_GATE,
    gwp_set=GwpSet.AR6,
    place="CN",
    year_to=2024,
    publisher="Glue works",
    document="Letter of 3 March 2025",
    licence="for our own use",
    category="material",
)
LIBRARY = FactorLibrary.of(
    a_factor(f"t:{kg}", kg, category="material") for kg in (0.5, 1.0, 2.0, 4.0, 8.0)
)


def found(**changes):
    return [(f.code, f.severity) for f in examine(replace(COMPLETE, **changes), LIBRARY)]


def test_a_complete_and_usual_factor_has_nothing_against_it():
    assert found() == []


def test_an_empty_draft_says_in_sentences_all_that_is_missing():
    codes = [f.code for f in examine(FactorDraft(), LIBRARY)]
    fields = [
        "name",
        "unit",
        "kg_co2e",
        "boundary",
        "gwp_set",
        "place",
        "year_to",
        "document",
        "licence",
    ]
    assert codes == [*(f"own.missing_{field}" for field in fields), "own.no_publisher"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kg_co2e": -0.1}, "own.value"),
        ({"kg_co2e": float("nan")}, "own.value"),
        ({"kg_co2e": float("inf")}, "own.value"),
        ({"buckets": Buckets(fossil=float("nan"))}, "own.value"),
        ({"year_from": 2025}, "own.years"),
        ({"primary_share": 60.0}, "own.primary_share"),
        ({"sigma_ln": -0.2}, "own.spread"),
        ({"grid_kwh": -1.0}, "own.grid_kwh"),
        ({"recycled_content": 1.5}, "own.recycled_content"),
    ],
)
def test_nonsense_is_an_error(changes, code):
    assert found(**changes) == [(code, Severity.ERROR)]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"publisher": " "}, "own.no_publisher"),
        ({"kg_co2e": 0.0}, "own.zero"),
        ({"kg_co2e": 81.0}, "own.far_from_category"),
        ({"kg_co2e": 0.049}, "own.far_from_category"),
        ({"kg_co2e": 3.0, "unit": "t"}, "own.far_from_category"),
    ],
)
def test_what_looks_strange_is_a_warning(changes, code):
    assert found(**changes) == [(code, Severity.WARNING)]


@pytest.mark.parametrize(
    "changes", [{"kg_co2e": 79.0}, {"kg_co2e": 81.0, "category": "fuel"}, {"kg_co2e": 0.051}]
)
def test_what_may_well_be_is_not_remarked(changes):
    assert found(**changes) == []


def test_what_a_sender_tells_is_within_what_can_be():
    assert found(verified_share=0.95, uptake=-0.5, outbound=0.05, valid_until="2027-12-31") == []
    ratings = Ratings(technology=6.0, time=1.0, geography=1.0)
    for code, changes in {
        "received.bad_rating": {"ratings": ratings},
        "received.bad_share": {"certified_share": 1.1},
        "received.negative_part": {"biogenic_carbon": -0.1},
        "received.positive_uptake": {"uptake": 0.1},
        "received.day_unreadable": {"valid_until": "2027"},
    }.items():
        assert found(**changes) == [(code, Severity.ERROR)]
