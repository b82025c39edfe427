"""From the bill to the line: units of German, British and Chinese bills, worked by hand."""

import pytest

from supplier_pcf.app.entering import entered_quantity
from supplier_pcf.app.stating import stated_ratio
from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.factor import Boundary
from supplier_pcf.domain.flows import Basis
from tests.build import Case, a_factor


def line(typed, carrier, factor, *stated):
    """The line of an amount as it is typed, for 1,000 pieces in the period."""
    use = EnergyUse(
        id="use",
        carrier=carrier,
        basis=Basis.PER_PERIOD,
        amount=entered_quantity(typed, "kWh", "."),
        conversions=stated,
        factor_id=factor.id,
    )
    result = Case().with_flow("energy_uses", use, factor).result
    return result.flows[0]


def fuel(kg, unit):
    return a_factor("fuel", kg, unit=unit, boundary=Boundary.COMBUSTION_AND_UPSTREAM)


def test_german_gas_in_kwh_of_gross_heating_value():
    """100,000 kWh Hs x 0.9024 kWh Hi per kWh Hs x 0.24 kg / 1,000 pieces = 21.6576 kg."""
    ratio = stated_ratio("0.9024 kWh Hi / kWh Hs", "gas bill")
    found = line("100000 kWh Hs", Carrier.NATURAL_GAS, fuel(0.24, "kWh net"), ratio)
    assert found.amount == pytest.approx(90.24)
    assert found.kg_co2e == pytest.approx(21.6576)
    assert [(s.unit, s.by.source) for s in found.conversion.steps] == [("kWh net", "gas bill")]


def test_german_gas_in_cubic_metres_of_a_bill_with_its_gross_heating_value():
    """9,000 m3 x 11.2 kWh Hs x 0.2 kg / 1,000 = 20.16 kg."""
    ratio = stated_ratio("11.2 kWh Hs / m3", "gas bill")
    found = line("9000 m3", Carrier.NATURAL_GAS, fuel(0.2, "kWh gross"), ratio)
    assert found.kg_co2e == pytest.approx(20.16)


def test_chinese_coal_in_tonnes_of_standard_coal():
    """10 tce x 29.3076 GJ x 95 kg / 1,000 = 27.84222 kg (GB/T 2589-2020: 7,000 kcal per kg)."""
    found = line("10 tce", Carrier.COAL, fuel(95, "GJ net"))
    assert found.kg_co2e == pytest.approx(27.84222)


def test_chinese_power_in_ten_thousands_of_kilowatt_hours():
    """186 x 10,000 kWh x 0.5777 kg / 1,000 = 1,074.522 kg."""
    grid = a_factor("grid", 0.5777, unit="kWh", boundary=Boundary.DELIVERED_LIFE_CYCLE)
    assert line("186 万千瓦时", Carrier.ELECTRICITY, grid).kg_co2e == pytest.approx(1074.522)
    assert line("186万kWh", Carrier.ELECTRICITY, grid).kg_co2e == pytest.approx(1074.522)
