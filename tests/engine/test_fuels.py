"""Fuels in the footprint: amount times conversion times factor, each told in the line."""

import pytest

from supplier_pcf.checks import findings
from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.fuels import StatedRatio
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.result import NotCounted
from supplier_pcf.factors.library import bundled_library
from tests.build import AS_OF, ISO, Case, a_factor, a_study

BILL = StatedRatio(value=11.2, of="kWh gross", per="m3", source="gas bill 2025")


def a_fuel(amount, unit, factor_id, *stated):
    use = EnergyUse(
        id="g",
        amount=Quantity(amount, unit),
        factor_id=factor_id,
        carrier=Carrier.NATURAL_GAS,
        conversions=stated,
    )
    return a_study(energy_uses=(use,))


def line_of(study):
    return calculate(study, bundled_library(), ISO, AS_OF).flows[0]


def test_gas_in_cubic_metres_meets_a_factor_per_gross_kilowatt_hour():
    """2 m3 x 11.2 kWh gross/m3 x 0.2 kg/kWh = 4.48 kg."""
    factor = a_factor("gas", 0.2, unit="kWh gross")
    case = Case(a_fuel(2, "m3", "gas", BILL), [factor])
    line = case.result.flows[0]
    assert line.kg_co2e == pytest.approx(4.48)
    assert (line.amount, line.unit) == (pytest.approx(22.4), "kWh gross")
    assert (line.conversion.amount, line.conversion.unit) == (2, "m3")
    assert [(s.times, s.unit, s.by) for s in line.conversion.steps] == [(11.2, "kWh gross", BILL)]


def test_the_line_is_amount_times_steps_times_factor():
    line = line_of(a_fuel(3, "m3", "desnz-2025:natural-gas-kwh-net", BILL))
    times = [step.times for step in line.conversion.steps]
    by_hand = 3 * 11.2 * 0.902615 * 0.23617
    assert times == [11.2, pytest.approx(0.902615)]
    assert line.kg_co2e == pytest.approx(by_hand)
    assert line.conversion.converted == line.amount


def test_a_published_value_serves_where_the_bill_is_silent():
    """2.06672 kg/m3 over 0.18296 kg/kWh gross is 11.296 kWh gross in one m3."""
    line = line_of(a_fuel(1, "m3", "desnz-2025:natural-gas-kwh-gross"))
    assert line.amount == pytest.approx(2.06672 / 0.18296, rel=1e-5)
    assert line.kg_co2e == pytest.approx(11.296 * 0.21317)
    assert line.conversion.steps[0].by.id == "desnz-2025:natural-gas/kwh-gross-per-m3"
    assert "J75 / J83" in line.conversion.steps[0].by.source


@pytest.mark.parametrize(
    ("unit", "factor"),
    [
        ("kWh gross", "desnz-2025:natural-gas-m3"),
        ("kWh net", "desnz-2025:natural-gas-kwh-gross"),
        ("t", "desnz-2025:natural-gas-kwh-net"),
        ("MJ gross", "desnz-2025:natural-gas-kg"),
        ("GJ net", "desnz-2025:diesel-l"),
        ("kg", "desnz-2025:diesel-l"),
        ("tce", "desnz-2025:coal-industrial-kg"),
        ("t", "epa-2025:bituminous"),
        ("l", "epa-2025:distillate-fuel-oil-no-2"),
        ("tce", "cn-ncsc-2026:natural-gas"),
    ],
)
def test_a_fuel_meets_its_factor_in_every_unit_the_table_knows(unit, factor):
    assert line_of(a_fuel(1, unit, factor)).counted


def test_coal_in_tonnes_of_coal_equivalent_needs_no_heating_value_where_the_factor_is_net():
    """1 tce = 29,307.6 MJ net; x 0.0946 kg/MJ = 2,772.5 kg."""
    line = line_of(a_fuel(1, "tce", "cn-ncsc-2026:bituminous-coal"))
    assert line.kg_co2e == pytest.approx(2772.49896)
    assert line.conversion is None


@pytest.mark.parametrize(
    ("unit", "factor"),
    [
        ("m3", "cn-ncsc-2026:natural-gas"),
        ("Nm3", "desnz-2025:natural-gas-m3"),
        ("m3", "desnz-2025:lpg-kg"),
        ("kWh", "desnz-2025:natural-gas-kwh-net"),
        ("kWh net", "epa-2025:bituminous"),
    ],
)
def test_no_value_is_lent_to_another_fuel_or_state(unit, factor):
    assert line_of(a_fuel(1, unit, factor)).reason is NotCounted.UNIT_MISMATCH


def test_compressed_air_and_steam_are_stated_by_the_supplier():
    """10 Nm3 of air x 0.12 kWh/Nm3 x 0.5 kg/kWh = 0.6 kg (STANDARDS D.5 asks for the specific power)."""
    power = StatedRatio(value=0.12, of="kWh", per="Nm3", source="compressor log")
    steam = StatedRatio(value=2.8, of="GJ", per="t", source="steam table of the park")
    grid = a_factor("grid", 0.5, unit="kWh")
    assert Case(a_fuel(10, "Nm3", "grid", power), [grid]).result.excluding == pytest.approx(0.6)
    heat = a_factor("heat", 0.06, unit="MJ")
    result = Case(a_fuel(1, "t", "heat", steam), [heat]).result
    assert result.excluding == pytest.approx(2800 * 0.06)


def codes(case):
    return {finding.code for finding in findings(case.examined)}


def test_without_a_value_the_finding_asks_for_it():
    gas = a_factor("gas", unit="kWh net")
    case = Case(a_fuel(1, "m3", "gas"), [gas])
    assert "flow.fuel_conversion" in codes(case)
    found = next(f for f in findings(case.examined) if f.code == "flow.fuel_conversion")
    assert (found.params["unit"], found.params["factor_unit"]) == ("m3", "kWh net")
    power = StatedRatio(value=10, of="kWh net", per="m3", source="bill")
    assert "flow.fuel_conversion" not in codes(Case(a_fuel(1, "m3", "gas", power), [gas]))
