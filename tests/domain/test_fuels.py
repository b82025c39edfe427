"""Fuels between units: every conversion by a ratio that is stated, the user's before a table's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.fuels import StatedRatio, convert, may_be_converted
from supplier_pcf.domain.units import Quantity

BILL = StatedRatio(value=11.2, of="kWh gross", per="m3", source="gas bill")
NET_TO_GROSS = StatedRatio(value=0.9, of="kWh net", per="kWh gross", source="gas bill")
TABLE = (
    StatedRatio(id="t/gross-m3", value=11.0, of="kWh gross", per="m3", source="table"),
    StatedRatio(id="t/net-m3", value=10.0, of="kWh net", per="m3", source="table"),
    StatedRatio(id="t/net-gross", value=0.91, of="kWh net", per="kWh gross", source="table"),
    StatedRatio(id="t/density", value=0.8, of="kg", per="m3", source="table"),
)


def ids(way):
    return [step.by.id or "bill" for step in way.steps]


def test_a_cubic_metre_at_the_heating_value_of_the_bill():
    way = convert(100, "m3", "kWh gross", [BILL])
    assert (way.amount, way.unit) == (100, "m3")
    assert [(s.times, s.unit) for s in way.steps] == [(11.2, "kWh gross")]
    assert way.converted == pytest.approx(1120)


def test_what_the_bill_states_wins_over_a_table():
    assert ids(convert(1, "m3", "kWh gross", [BILL], TABLE)) == ["bill"]


def test_a_table_serves_where_the_bill_is_silent():
    assert convert(2, "m3", "kWh net", [], TABLE).converted == pytest.approx(20)


def test_the_bill_goes_on_with_the_tables_net_to_gross():
    """1 m3 x 11.2 kWh gross x 0.91 = 10.192 kWh net, not the 10 of the table."""
    way = convert(1, "m3", "kWh net", [BILL], TABLE)
    assert ids(way) == ["bill", "t/net-gross"]
    assert way.converted == pytest.approx(10.192)


def test_net_and_gross_do_not_go_through_the_cubic_metre_of_two_sources():
    """By way of m3 it would be 10 / 11.2 = 0.893: gas of the bill and of the table are not the same."""
    way = convert(1, "kWh gross", "kWh net", [BILL], TABLE)
    assert ids(way) == ["t/net-gross"]
    assert convert(1, "kWh gross", "kWh net", [BILL], TABLE[1:2]) is None


def test_plain_changes_of_unit_are_inside_the_steps():
    """500 l = 0.5 m3; x 0.8 kg/m3 = 0.4 kg = 0.0004 t."""
    way = convert(500, "l", "t", [], TABLE)
    assert [s.times for s in way.steps] == [pytest.approx(0.001 * 0.8 * 0.001)]
    assert way.converted == pytest.approx(0.0004)


def test_against_its_direction_a_ratio_divides():
    assert convert(22.4, "kWh gross", "m3", [BILL]).converted == pytest.approx(2)


def test_megajoules_of_neither_kind_stay_what_they_are():
    assert convert(1, "MJ", "kWh net", [BILL, NET_TO_GROSS], TABLE) is None


def test_a_cubic_metre_is_no_norm_cubic_metre_without_its_number():
    per_norm = StatedRatio(value=11.5, of="kWh gross", per="Nm3")
    state = StatedRatio(value=0.95, of="Nm3", per="m3")
    assert convert(1, "m3", "kWh gross", [per_norm]) is None
    assert convert(1, "m3", "kWh gross", [per_norm, state]).converted == pytest.approx(10.925)


def test_norm_cubic_metres_of_other_temperatures_hold_less_gas():
    """273.15 / 293.15 = 0.931775; the same gas at 20 degrees takes 7.3 % more room."""
    assert Quantity(1, "m3 20C").to("Nm3") == pytest.approx(0.9317755415)
    assert Quantity(1, "m3 15C").to("Nm3") == pytest.approx(0.9479437792)


def test_a_tonne_of_coal_in_tonnes_of_coal_equivalent():
    """5,000 kcal/kg at 4.1868 kJ = 20.934 MJ/kg; 20.934 / 29.3076 = 0.7143 tce per t."""
    coal = StatedRatio(value=20.934, of="MJ net", per="kg", source="analysis")
    assert convert(1, "t", "tce", [coal]).converted == pytest.approx(5000 / 7000)


def test_same_kinds_and_unknown_units_have_no_way():
    assert convert(1, "kg", "t", [BILL]) is None
    assert convert(1, "bushel", "kg", [BILL]) is None


@pytest.mark.parametrize(
    "bad",
    [
        StatedRatio(),
        StatedRatio(value=0, of="kWh net", per="m3"),
        StatedRatio(value=-1, of="kWh net", per="m3"),
        StatedRatio(value=float("nan"), of="kWh net", per="m3"),
        StatedRatio(value=float("inf"), of="kWh net", per="m3"),
        StatedRatio(value=1, of="kWh", per="piece"),
        StatedRatio(value=1, of="kWh", per="MWh"),
        StatedRatio(value=1, of="candle", per="m3"),
    ],
)
def test_a_ratio_that_cannot_be_is_not_used(bad):
    assert not bad.is_sound
    assert convert(1, "m3", "kWh net", [bad]) is None


def test_net_over_gross_is_read_in_both_directions():
    assert NET_TO_GROSS.net_share == pytest.approx(0.9)
    assert StatedRatio(value=1.25, of="MJ gross", per="MJ net").net_share == pytest.approx(0.8)
    assert BILL.net_share is None


def test_only_energy_mass_and_volume_are_for_fuels():
    assert may_be_converted("m3", "kWh net")
    assert not may_be_converted("kg", "t")
    assert not may_be_converted("piece", "kg")


positive = st.floats(1e-3, 1e6)


@given(positive, positive, st.sampled_from(["m3", "l"]), st.sampled_from(["kWh gross", "MJ gross"]))
def test_there_and_back_is_where_we_were(amount, value, unit, to):
    stated = [StatedRatio(value=value, of="kWh gross", per="m3")]
    there = convert(amount, unit, to, stated).converted
    assert convert(there, to, unit, stated).converted == pytest.approx(amount, rel=1e-12)


@given(positive, positive)
def test_twice_the_fuel_is_twice_the_energy(amount, value):
    stated = [StatedRatio(value=value, of="kWh gross", per="m3"), NET_TO_GROSS]
    once = convert(amount, "m3", "kWh net", stated).converted
    assert convert(2 * amount, "m3", "kWh net", stated).converted == pytest.approx(2 * once)
