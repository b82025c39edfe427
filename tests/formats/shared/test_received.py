"""From a received footprint to a factor."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import GwpSet, Layer, Ratings
from supplier_pcf.formats.shared.received import Received, factor_of

CARS = Received(
    format_id="pact-3",
    id="8b26f3b8",
    company="Doors GmbH",
    product="Car\ndoor\x07",
    amount=4.0,
    unit="piece",
    mass_kg=100.0,
    buckets=Buckets(fossil=300.0, biogenic_non_co2=4.0, aircraft=4.0, uptake_product=-8.0),
    excluding=308.0,
    outbound=16.0,
    packaging_included=True,
    fossil_carbon=2.0,
    period_start=date(2024, 1, 1),
    period_end=date(2024, 12, 31),
    valid_until=date(2027, 12, 31),
    place="DE-BW",
    gwp_sets=("AR5", "AR6"),
    standards=("ISO14067",),
    rules=("CX-PCF Rules v3",),
    exempted_percent=0.8,
    primary_percent=13.1,
    ratings=Ratings(technology=2.3, time=3.1, geography=3.4),
    verified_percent=100.0,
)


def test_a_factor_is_for_one_unit():
    """Four doors of 308 kg CO2e in all: 77 each, 4 of it delivered apart."""
    factor = factor_of(CARS, "s:1", "door.json")
    assert (factor.unit, factor.kg_co2e, factor.uptake) == ("piece", 77.0, -2.0)
    assert (factor.fossil, factor.aircraft, factor.outbound) == (75.0, 1.0, 4.0)
    assert (factor.layer, factor.gwp_set) == (Layer.SUPPLIER, GwpSet.MIXED)
    assert (factor.document, factor.edition) == ("door.json", "8b26f3b8")
    assert (factor.name, factor.publisher) == ("Car door", "Doors GmbH")
    assert factor.primary_share == pytest.approx(0.131)
    assert (factor.year_from, factor.year_to) == (2024, 2024)
    assert (factor.valid_until, factor.verified_share) == ("2027-12-31", 1.0)
    assert factor.rule_set == "ISO14067, CX-PCF Rules v3"
    assert factor.fossil_carbon == 0.5


def test_a_factor_can_be_had_per_kilogram():
    """308 kg CO2e for 100 kg."""
    factor = factor_of(CARS, "s:1", "door.json", per_kilogram=True)
    assert (factor.unit, factor.kg_co2e) == ("kg", pytest.approx(3.08))
    assert factor.outbound == pytest.approx(0.16)
    weightless = replace(CARS, unit="kWh", mass_kg=None)
    assert factor_of(weightless, "s:1", "x", per_kilogram=True).unit == "kWh"


def test_what_the_parts_do_not_explain_counts_as_fossil():
    only_total = replace(CARS, buckets=Buckets(biogenic_non_co2=8.0))
    factor = factor_of(only_total, "s:1", "x")
    assert (factor.fossil, factor.biogenic_non_co2, factor.kg_co2e) == (75.0, 2.0, 77.0)


def test_parts_above_the_total_are_not_cut():
    factor = factor_of(replace(CARS, excluding=200.0), "s:1", "x")
    assert factor.kg_co2e == 77.0


def test_what_was_not_delivered_counts_as_the_worst():
    bare = replace(CARS, primary_percent=None, ratings=None, packaging_included=None, gwp_sets=())
    factor = factor_of(bare, "s:1", "x")
    assert (factor.primary_share, factor.ratings) == (0.0, None)
    assert (factor.includes_packaging, factor.gwp_set) == (False, GwpSet.UNKNOWN)


def test_endless_texts_are_cut():
    factor = factor_of(replace(CARS, product="x" * 10_000, comment="y" * 10_000), "s:1", "x")
    assert (len(factor.name), len(factor.note)) == (200, 2000)
