"""Units convert inside a dimension, never across."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.units import UNITS, Quantity, UnitMismatch, dimension_of, ratio


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        (1, "t", "kg", 1000),
        (250, "g", "kg", 0.25),
        (1, "lb", "kg", 0.45359237),
        (3.6, "MJ", "kWh", 1),
        (1, "GJ", "kWh", 277.7777777777778),
        (1, "10MWh", "kWh", 10_000),
        (1, "tce", "GJ net", 29.3076),
        (1, "m3", "l", 1000),
        (90, "min", "h", 1.5),
        (2, "1000 piece", "piece", 2000),
    ],
)
def test_conversions_known_by_hand(value, unit, to, expected):
    assert Quantity(value, unit).to(to) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("kg", "piece"),
        ("kWh net", "kWh gross"),
        ("kWh", "kWh net"),
        ("m3", "Nm3"),
        ("kg", "stone"),
        ("stone", "stone"),
    ],
)
def test_crossing_dimensions_is_refused(unit, to):
    with pytest.raises(UnitMismatch):
        ratio(unit, to)


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)), st.floats(1e-6, 1e9))
def test_there_and_back_is_where_we_were(one, other, value):
    if dimension_of(one) is dimension_of(other):
        there = Quantity(value, one).to(other)
        assert Quantity(there, other).to(one) == pytest.approx(value, rel=1e-12)
