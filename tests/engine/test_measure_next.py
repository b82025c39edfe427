"""Which numbers to measure next: gains worked by hand."""

import math

import pytest

from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.factor import RowType
from supplier_pcf.domain.flows import Material, Origin
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.measure_next import Ask, known_well, measure_next
from supplier_pcf.engine.pedigree import CLASSIC
from tests.build import AS_OF, Case, a_factor, kg

STEEL = a_factor("steel", 3.0, sigma_ln=0.3, sigma_origin="judgement")
GRID = a_factor("grid", 0.5, unit="kWh", sigma_ln=0.1, sigma_origin="judgement")
GOOD = math.hypot(math.log(1.05), math.log(1.02)) / 2
"""Basic 1.05, completeness 2 of the first matrix: 1.02; all else 1."""


def two_lines(origin=Origin.MEASURED):
    """3 kg by steel, 1 kg by power: together 4."""
    steel = Material(id="m", name="Body", amount=kg(1.0), factor_id="steel", origin=origin)
    power = EnergyUse(id="e", amount=Quantity(2.0, "kWh"), factor_id="grid", origin=Origin.MEASURED)
    return Case().with_flow("materials", steel, STEEL).with_flow("energy_uses", power, GRID)


def measures(case):
    return measure_next(case.study, case.library, case.rules, AS_OF)


def plus_minus(*lines):
    """Of independent lines (kg, sigmas): how far the upper limit is from their sum, in percent."""
    parts = [(kg, sum(s * s for s in sigmas)) for kg, sigmas in lines]
    mean = sum(kg * math.exp(v / 2) for kg, v in parts)
    variance = sum((kg * math.exp(v / 2)) ** 2 * math.expm1(v) for kg, v in parts)
    in_log = math.log1p(variance / mean**2)
    high = mean * math.exp(1.959963984540054 * math.sqrt(in_log) - in_log / 2)
    return 100 * (high / sum(kg for kg, _ in lines) - 1)


def test_known_well_is_what_is_said():
    assert known_well(CLASSIC) == pytest.approx(GOOD)


def test_the_suppliers_footprint_gains_most():
    first = measures(two_lines())[0]
    own = math.log(1.05) / 2
    assert (first.key, first.ask) == ("factor/steel", Ask.SUPPLIER)
    assert first.before.plus_minus_percent == pytest.approx(
        plus_minus((3, (0.3, own)), (1, (0.1, own)))
    )
    assert first.after.plus_minus_percent == pytest.approx(
        plus_minus((3, (GOOD, own)), (1, (0.1, own)))
    )
    assert (first.before.primary_percent, first.after.primary_percent) == pytest.approx((0.0, 75.0))
    assert first.after.rating < first.before.rating


def test_the_gain_is_the_sum_of_three_parts():
    first = measures(two_lines())[0]
    before, after = first.before, first.after
    spread = 1 - after.plus_minus_percent / before.plus_minus_percent
    assert first.gain == pytest.approx(spread + 0.75 + (before.rating - after.rating) / 4)


def test_an_amount_that_is_no_more_than_assumed_is_to_be_weighed():
    told = {m.key: m for m in measures(two_lines(Origin.ASSUMED))}
    assert told["amount/m"].ask is Ask.SCALE
    assert "amount/e" not in told


def test_a_footprint_without_its_measured_amount_gains_no_primary_data():
    """Primary needs both sides (Catena-X v4, 6.1)."""
    told = {m.key: m for m in measures(two_lines(Origin.ASSUMED))}
    assert told["factor/steel"].after.primary_percent == 0.0


def test_power_is_asked_of_who_sells_it_and_stays_secondary():
    told = {m.key: m for m in measures(two_lines())}
    assert told["factor/grid"].ask is Ask.POWER_SUPPLIER
    assert told["factor/grid"].after.primary_percent == 0.0


def test_nobody_can_be_asked_about_the_warming_of_a_gas():
    gas = a_factor("gas", 1530.0, row_type=RowType.GWP)
    leak = DirectEmission(id="g", amount=kg(0.01), factor_id="gas", origin=Origin.ESTIMATED)
    told = {m.key: m.ask for m in measures(two_lines().with_flow("direct_emissions", leak, gas))}
    assert "factor/gas" not in told
    assert told["amount/g"] is Ask.SCALE


def test_nothing_is_asked_where_all_is_known_well():
    good = a_factor("good", 1.0, sigma_ln=0.01, primary_share=1.0)
    body = Material(id="m", amount=kg(1.0), factor_id="good", origin=Origin.MEASURED)
    assert measures(Case().with_flow("materials", body, good)) == ()


def test_nothing_is_asked_of_no_figure():
    assert measures(Case()) == ()
