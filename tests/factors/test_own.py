"""An own factor is made when all is known that a verifier asks for."""

import math
from dataclasses import replace

import pytest

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import Boundary, EmissionFactor, GwpSet, Layer, PowerMix
from supplier_pcf.factors.own import FactorDraft, interval_of, own_factor, with_interval

COMPLETE = FactorDraft(
    name="PA66-GF30 of our compounder",
    unit="kg",
    kg_co2e=6.1,
    boundary=Boundary.CRADLE_TO_GATE,
    gwp_set=GwpSet.AR6,
    place="CN-JS",
    year_to=2024,
    document="Letter of 3 March 2025",
    licence="for our own use",
)


def test_a_complete_draft_becomes_a_factor():
    factor = own_factor("own:pa66", COMPLETE)
    assert isinstance(factor, EmissionFactor)
    assert (factor.kg_co2e, factor.fossil, factor.layer) == (6.1, 6.1, Layer.OWN)
    assert (factor.year_from, factor.year_to) == (2024, 2024)


def test_a_supplier_s_buckets_are_kept_apart():
    parts = Buckets(fossil=1.0, biogenic_non_co2=0.2, uptake_product=-0.5, uptake_packaging=-0.1)
    factor = own_factor("supplier:board", replace(COMPLETE, kg_co2e=None, buckets=parts))
    assert isinstance(factor, EmissionFactor)
    assert factor.layer is Layer.SUPPLIER
    assert (factor.kg_co2e, factor.uptake) == (pytest.approx(1.2), pytest.approx(-0.6))


def test_an_empty_draft_names_all_that_is_missing():
    assert own_factor("own:x", FactorDraft()) == [
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


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"unit": "bushel"}, "unit"),
        ({"kg_co2e": float("nan")}, "kg_co2e"),
        ({"kg_co2e": float("inf")}, "kg_co2e"),
        ({"kg_co2e": -0.1}, "kg_co2e"),
        ({"year_to": 20244}, "year_to"),
        ({"place": "Atlantis"}, "place"),
        ({"document": "  "}, "document"),
    ],
)
def test_what_is_entered_badly_counts_as_missing(change, field):
    assert own_factor("own:x", replace(COMPLETE, **change)) == [field]


def test_the_id_must_say_whose_factor_it_is():
    assert own_factor("desnz-2025:mine", COMPLETE) == ["id"]


def test_an_unknown_gwp_set_is_an_answer():
    factor = own_factor("own:x", replace(COMPLETE, gwp_set=GwpSet.UNKNOWN))
    assert isinstance(factor, EmissionFactor)


def test_a_figure_of_power_says_which_power_it_stands_for():
    draft = replace(COMPLETE, power_mix=PowerMix.RESIDUAL)
    assert own_factor("own:residual", draft).power_mix is PowerMix.RESIDUAL


def test_a_published_range_becomes_a_spread():
    """2.0 within 1.6 and 2.5: ln(2.5 / 1.6) over 2 x 1.96 is 0.11385."""
    told = with_interval(FactorDraft(kg_co2e=2.0), 1.6, 2.5)
    assert told.sigma_ln == pytest.approx(math.log(1.5625) / (2 * 1.959963984540054))
    assert told.sigma_ln == pytest.approx(0.11385, abs=5e-6)
    assert told.sigma_origin == "published_interval"


def test_a_range_comes_back_as_it_was_where_the_figure_is_its_middle():
    """1.6 x 2.5 = 2.0 squared."""
    assert interval_of(with_interval(FactorDraft(kg_co2e=2.0), 1.6, 2.5)) == pytest.approx(
        (1.6, 2.5)
    )


@pytest.mark.parametrize("ends", [(2.1, 2.5), (1.6, 1.9), (0.0, 2.5), (1.6, None), (None, 2.5)])
def test_a_range_that_does_not_hold_the_figure_is_none(ends):
    assert with_interval(FactorDraft(kg_co2e=2.0), *ends) is None


def test_without_a_range_only_a_published_one_goes():
    judged = FactorDraft(kg_co2e=2.0, sigma_ln=0.2, sigma_origin="judgement")
    assert with_interval(judged, None, None) == judged
    published = with_interval(judged, 1.6, 2.5)
    assert with_interval(published, None, None).sigma_ln is None
    assert interval_of(judged) == (None, None)


def test_the_same_range_again_changes_nothing():
    draft = FactorDraft(kg_co2e=2.0, sigma_ln=0.10343, sigma_origin="published_interval")
    assert with_interval(draft, *interval_of(draft)) == draft
