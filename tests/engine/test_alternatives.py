"""A figure more or less: what grows with it, however the row is counted."""

from dataclasses import replace

import pytest

from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.flows import Material, Waste
from supplier_pcf.domain.site import Meter, MeterPart, MeterPartKind, Reading
from supplier_pcf.domain.transport import FuelUse, Transport
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.alternatives import amount_times, factor_times, scaled, set_factor
from tests.build import AS_OF, Case, a_factor, a_study, kg

KM = Quantity(200, "km")
LITRES = FuelUse(litres_per_km_loaded=0.3, litres_per_km_empty=0.2, empty_share=0.5, load=kg(10))


def leg(**facts):
    return Transport(**{"id": "t", "factor_id": "f", "carried_mass": kg(5), **facts})


LEGS = {
    "amount": (leg(amount=Quantity(7, "t.km"), distance=KM), "t.km", 7.0),
    "tonnes and km": (leg(distance=KM), "t.km", 1.0),
    "fuel of the trip": (
        leg(fuel=FuelUse(total=Quantity(60, "l"), load=kg(10)), distance=KM),
        "l",
        30.0,
    ),
    "litres per km": (leg(fuel=LITRES, distance=KM), "l", 40.0),
    "fuel not stated": (leg(fuel=FuelUse(), distance=KM), "t.km", 1.0),
}
"""0.005 t x 200 km; 60 l and 200 km x (0.3 + 0.5 x 0.2) = 80 l, of which 5 of 10 kg are ours."""


@pytest.mark.parametrize("counted_by", LEGS)
def test_a_leg_grows_by_what_it_is_counted_by(counted_by):
    flow, unit, amount = LEGS[counted_by]
    case = Case().with_flow("transports", flow, a_factor("f", 1.0, unit=unit))
    (line,) = case.result.flows
    assert (line.amount, line.unit) == (pytest.approx(amount), unit)
    (more,) = case.having(transports=(scaled(flow, 1.1),)).result.flows
    assert more.amount == pytest.approx(1.1 * amount)


def test_what_is_taken_off_grows_with_the_amount():
    """2 x (3 kg - 1 kg) of gas; net, gross and what goes back of a material; what is fed in of power."""
    gas = scaled(DirectEmission(id="d", amount=kg(3), recovered=kg(1)), 2)
    assert (gas.amount, gas.recovered) == (kg(6), kg(2))
    sheet = scaled(Material(id="m", amount=kg(1), gross_amount=kg(1.5), returned=kg(0.5)), 2)
    assert (sheet.amount, sheet.gross_amount, sheet.returned) == (kg(2), kg(3), kg(1))
    power = scaled(EnergyUse(id="e", amount=Quantity(9, "kWh"), exported=Quantity(4, "kWh")), 2)
    assert (power.amount.value, power.exported.value) == (18, 8)


def test_a_material_counted_by_its_gross_amount_alone_grows_by_that():
    sheet = Material(id="m", gross_amount=kg(1.5), factor_id="f")
    case = Case().with_flow("materials", sheet, a_factor("f", 2.0))
    assert case.result.excluding == pytest.approx(3.0)
    assert case.having(materials=(scaled(sheet, 0.5),)).result.excluding == pytest.approx(1.5)


@pytest.mark.parametrize(
    "flow",
    [Waste(id="w"), Transport(id="t", fuel=LITRES), EnergyUse(id="e", exported=Quantity(4, "kWh"))],
)
def test_without_an_amount_there_is_nothing_to_grow(flow):
    assert scaled(flow, 2) is None


def test_a_meter_grows_with_its_readings_and_what_is_taken_off_it():
    reading = Reading(start=AS_OF, end=AS_OF, amount=100.0)
    parts = (
        MeterPart(kind=MeterPartKind.OFFICES, belongs=False, amount=30.0),
        MeterPart(kind=MeterPartKind.IDLE),
    )
    study = a_study(meters=(Meter(id="m", unit="kWh", readings=(reading,), parts=parts),))
    (meter,) = amount_times(study, "meter/m", 1.5).meters
    assert meter.readings[0].amount == pytest.approx(150)
    assert [part.amount for part in meter.parts] == [45.0, None]


def test_what_is_not_there_cannot_grow():
    assert amount_times(a_study(), "amount/gone", 2) is None


def test_a_factor_grows_but_for_what_the_plant_took_up():
    wood = a_factor("f", 2.0, biogenic_non_co2=0.5, uptake=-1.8, direct=1.5, upstream=1.0)
    (more,) = factor_times(a_study(), wood, 2).factors
    assert (more.fossil, more.biogenic_non_co2, more.uptake) == (4.0, 1.0, -1.8)
    assert (more.direct, more.upstream) == (3.0, 2.0)


def test_a_factor_takes_the_place_of_the_one_with_its_id():
    known, other = a_factor("f", 1.0), a_factor("g", 1.0)
    better = replace(known, fossil=0.5)
    assert set_factor(a_study(factors=(known, other)), better).factors == (other, better)
