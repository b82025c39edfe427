"""Gas set free: carbonates and carbon to CO2 by their formulas, refills as leaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.stoichiometry import (
    CARBONATES,
    Reaction,
    co2_of_carbon,
    co2_of_carbonate,
    molar_mass,
    set_free,
)


@pytest.mark.parametrize(
    ("name", "by_hand"),
    [
        ("calcium_carbonate", 44.009 / 100.086),
        ("magnesium_carbonate", 44.009 / 84.313),
        ("dolomite", 88.018 / 184.399),
        ("sodium_carbonate", 44.009 / 105.988),
        ("potassium_carbonate", 44.009 / 138.204),
        ("lithium_carbonate", 44.009 / 73.888),
        ("barium_carbonate", 44.009 / 197.338),
    ],
)
def test_a_carbonate_holds_what_its_molar_mass_says(name, by_hand):
    assert CARBONATES[name].co2 == pytest.approx(by_hand, rel=1e-9)


def test_carbon_dioxide_weighs_what_it_weighs():
    assert molar_mass(C=1, O=2) == pytest.approx(44.009)


def test_a_tonne_of_soda_ash_that_reacts_by_four_fifths():
    """1,000 kg x 0.415226 x 0.8 = 332.18 kg CO2."""
    assert co2_of_carbonate(1000, CARBONATES["sodium_carbonate"], 0.8) == pytest.approx(
        332.1809, abs=1e-3
    )


def test_an_electrode_of_carbon_that_oxidises_by_nine_tenths():
    """10 kg x 0.99 x 44/12 x 0.9 = 32.67 kg CO2."""
    assert co2_of_carbon(10, 0.99, 0.9) == pytest.approx(32.67)


def test_the_refill_is_the_leak_less_what_was_recovered():
    assert set_free(0.5) == 0.5
    assert set_free(2.0, 0.5) == 1.5


def test_a_reaction_is_a_carbonate_or_a_carbon_content():
    assert Reaction(carbonate="sodium_carbonate").co2_per_kg == pytest.approx(44.009 / 105.988)
    assert Reaction(carbon_share=0.99, converted=0.9).co2_per_kg == pytest.approx(3.267)


@pytest.mark.parametrize(
    "unsaid",
    [
        Reaction(),
        Reaction(carbonate="chalk of unknown kind"),
        Reaction(carbonate="dolomite", carbon_share=0.1),
        Reaction(carbon_share=1.1),
        Reaction(carbon_share=-0.1),
        Reaction(carbon_share=float("nan")),
        Reaction(carbonate="dolomite", converted=1.5),
        Reaction(carbonate="dolomite", converted=float("nan")),
    ],
)
def test_what_is_not_said_or_cannot_be_gives_nothing(unsaid):
    assert unsaid.co2_per_kg is None


shares = st.floats(0, 1)


@given(st.floats(0, 1e6), st.sampled_from(sorted(CARBONATES)), shares)
def test_no_more_co2_than_substance_and_twice_of_twice(mass, name, reacted):
    once = co2_of_carbonate(mass, CARBONATES[name], reacted)
    assert 0 <= once <= mass
    assert co2_of_carbonate(2 * mass, CARBONATES[name], reacted) == pytest.approx(2 * once)
