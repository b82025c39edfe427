"""Gas set free on site in the footprint: refills, process gas, carbonates, carbon."""

import pytest

from supplier_pcf.domain.energy import DirectEmission
from supplier_pcf.domain.flows import Basis
from supplier_pcf.domain.stoichiometry import Reaction
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.result import NotCounted
from supplier_pcf.factors.library import bundled_library
from tests.build import AS_OF, ISO, a_study, kg

CO2 = "ipcc-gwp:ar6-co2"


def line_of(emission):
    study = a_study(direct_emissions=(emission,))
    return calculate(study, bundled_library(), ISO, AS_OF).flows[0]


def test_half_a_kilogram_of_refrigerant_refilled():
    """0.5 kg x 1,530 = 765 kg CO2e."""
    refill = DirectEmission(id="d", amount=kg(0.5), factor_id="ipcc-gwp:ar6-r-134a")
    assert line_of(refill).kg_co2e == pytest.approx(765)


def test_the_refill_of_a_year_is_shared_by_the_pieces_made():
    """765 kg over the 1,000 pieces of the year."""
    refill = DirectEmission(
        id="d", amount=kg(0.5), basis=Basis.PER_PERIOD, factor_id="ipcc-gwp:ar6-r-134a"
    )
    assert line_of(refill).kg_co2e == pytest.approx(0.765)


def test_soda_ash_becomes_carbon_dioxide_and_the_line_says_how():
    """2 t x 0.415226 = 830.4525 kg CO2."""
    soda = Reaction(carbonate="sodium_carbonate")
    line = line_of(DirectEmission(id="d", amount=Quantity(2, "t"), factor_id=CO2, reaction=soda))
    assert line.kg_co2e == pytest.approx(2000 * 44.009 / 105.988)
    assert (line.conversion.amount, line.conversion.unit) == (2, "t")
    assert line.conversion.converted == pytest.approx(line.amount)
    assert line.conversion.steps[0].by.source == "Na2CO3 -> CO2 x 1"


def test_carbon_that_is_oxidised():
    """10 kg x 0.99 x 44/12 x 0.9 = 32.67 kg."""
    electrode = Reaction(carbon_share=0.99, converted=0.9)
    line = line_of(DirectEmission(id="d", amount=kg(10), factor_id=CO2, reaction=electrode))
    assert line.kg_co2e == pytest.approx(32.67)


def test_a_reaction_to_carbon_dioxide_takes_no_other_gas():
    soda = Reaction(carbonate="sodium_carbonate")
    wrong = DirectEmission(id="d", amount=kg(1), factor_id="ipcc-gwp:ar6-r-134a", reaction=soda)
    assert line_of(wrong).reason is NotCounted.UNIT_MISMATCH


def test_a_reaction_of_a_volume_is_a_reason():
    soda = Reaction(carbonate="sodium_carbonate")
    wet = DirectEmission(id="d", amount=Quantity(1, "l"), factor_id=CO2, reaction=soda)
    assert line_of(wet).reason is NotCounted.UNIT_MISMATCH
