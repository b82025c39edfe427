"""Legs by work and by fuel, worked by hand (STANDARDS D.6, D.7; examples V8, V12, V13)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.edits import remove_flows
from supplier_pcf.domain.factor import Boundary
from supplier_pcf.domain.flows import (
    Allocation,
    AllocationBasis,
    Basis,
    Material,
    OutsideProcess,
    Packaging,
    PackagingKind,
    Stage,
    Waste,
)
from supplier_pcf.domain.transport import FuelUse, Payer, Transport, TransportMode, TransportPurpose
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.legs import LegBy
from supplier_pcf.engine.result import NotCounted
from tests.build import CATENA_X, ISO, Case, a_factor, a_study, kg

LORRY = FuelUse(
    litres_per_km_loaded=0.30,
    litres_per_km_empty=0.24,
    empty_share=0.4,
    load=Quantity(14, "t"),
)
DIESEL = a_factor("diesel", 3.24, unit="l", boundary=Boundary.COMBUSTION_AND_UPSTREAM)
TRUCK = a_factor("truck", 0.110, unit="t.km", boundary=Boundary.WELL_TO_WHEEL)
BOX = Packaging(
    id="box",
    kind=PackagingKind.RETURNABLE,
    amount=kg(4.5),
    units_per_package=60,
    trips=100,
    factor_id="plastic",
)
PLASTIC = a_factor("plastic", 2.0)


def km(value):
    return Quantity(value, "km")


def amount_of(leg, **facts):
    return Amounts(a_study(transports=(leg,), **facts)).per_unit(leg)


def test_litres_per_kilometre_give_the_trip_and_its_tonne_kilometres():
    """V12: 138.6 l x 3.24 = 449.064 kg for 4,900 t.km: 0.0916457 kg per t.km."""
    leg = Transport(id="t", carried_mass=Quantity(14, "t"), distance=km(350), fuel=LORRY)
    found = Amounts(a_study(transports=(leg,))).leg(leg)
    assert found.by is LegBy.FUEL
    assert found.trip == (pytest.approx(138.6), "l")
    assert found.tonnes * found.km == pytest.approx(4900)
    case = Case().with_flow("transports", replace(leg, factor_id="diesel"), DIESEL)
    assert case.result.excluding == pytest.approx(449.064)
    assert case.result.excluding / 4900 == pytest.approx(0.09164571428571429)


def test_each_load_on_the_lorry_carries_its_part_of_the_fuel():
    """1.2 of 14 t: 138.6 x 1.2 / 14 = 11.88 l."""
    leg = Transport(id="t", carried_mass=kg(1200), distance=km(350), fuel=LORRY)
    assert amount_of(leg) == (pytest.approx(11.88), "l")


@pytest.mark.parametrize("unit", ["l", "kg", "kWh", "m3"])
def test_measured_fuel_wins_in_its_own_unit_and_needs_no_distance(unit):
    fuel = replace(LORRY, total=Quantity(140, unit))
    leg = Transport(id="t", carried_mass=Quantity(7, "t"), fuel=fuel)
    assert amount_of(leg) == (pytest.approx(70), unit)


def test_measured_fuel_of_the_plants_own_trucks_is_shared_like_any_amount_of_the_plant():
    """2,000 l of the year, a quarter for this part, 1,000 pieces: 0.5 l a piece."""
    leg = Transport(
        id="t",
        purpose=TransportPurpose.INTERNAL,
        basis=Basis.PER_PERIOD,
        allocation=Allocation(basis=AllocationBasis.SHARE, share=0.25, reason="counted"),
        fuel=FuelUse(total=Quantity(2000, "l")),
        factor_id="diesel",
    )
    assert amount_of(leg) == (pytest.approx(0.5), "l")
    result = Case().with_flow("transports", leg, DIESEL).result
    assert result.stages[Stage.PRODUCTION].fossil == pytest.approx(0.5 * 3.24)


def test_what_a_leg_carries_is_of_one_piece_even_where_the_leg_is_of_the_period():
    sheet = Material(id="m", amount=kg(1.6))
    leg = Transport(id="t", carries=("m",), distance=km(350), basis=Basis.PER_PERIOD)
    assert amount_of(leg, materials=(sheet,)) == (pytest.approx(0.56), "t.km")


def test_a_load_without_any_fuel_leaves_the_leg_with_its_tonne_kilometres():
    leg = Transport(
        id="t", carried_mass=kg(1000), distance=km(10), fuel=FuelUse(load=Quantity(14, "t"))
    )
    assert amount_of(leg) == (pytest.approx(10), "t.km")


@pytest.mark.parametrize(
    ("leg", "reason"),
    [
        (Transport(id="t", fuel=LORRY, carried_mass=kg(1)), NotCounted.NO_AMOUNT),
        (Transport(id="t", fuel=LORRY, distance=km(1)), NotCounted.NO_AMOUNT),
        (Transport(id="t", carries=("gone",), distance=km(1)), NotCounted.NO_AMOUNT),
        (
            Transport(
                id="t",
                fuel=replace(LORRY, load=Quantity(0, "t")),
                carried_mass=kg(1),
                distance=km(1),
            ),
            NotCounted.NO_SHARE,
        ),
        (
            Transport(
                id="t",
                fuel=replace(LORRY, load=Quantity(3, "m")),
                carried_mass=kg(1),
                distance=km(1),
            ),
            NotCounted.UNIT_MISMATCH,
        ),
        (
            Transport(id="t", carried_mass=Quantity(1, "m"), distance=km(1)),
            NotCounted.UNIT_MISMATCH,
        ),
        (Transport(id="t", carried_mass=kg(1), distance=kg(1)), NotCounted.UNIT_MISMATCH),
    ],
)
def test_what_is_missing_is_a_reason_and_never_zero(leg, reason):
    assert amount_of(leg) is reason


def test_a_returnable_box_costs_its_making_by_trips_and_its_way_back_whole():
    """V8: 4.5 kg x 2.0 / (100 x 60) = 0.0015; 4.5 / 60 kg x 350 km x 0.110 = 0.0028875."""
    back = Transport(
        id="back",
        purpose=TransportPurpose.PACKAGING,
        carries=("box",),
        distance=km(350),
        factor_id="truck",
    )
    case = Case().with_flow("packaging", BOX, PLASTIC).with_flow("transports", back, TRUCK)
    making, way = case.result.flows
    assert making.kg_co2e == pytest.approx(0.0015)
    assert way.kg_co2e == pytest.approx(0.0028875)
    assert case.result.packaging == pytest.approx(0.0043875)


def test_repair_and_washing_of_boxes_are_packaging_rows_of_their_own():
    """Repair 0.6 kg in its life: x 2.0 / 6,000 = 0.0002; washing 0.9 kWh a fill: x 0.6 / 60 = 0.009."""
    repair = replace(BOX, id="repair", amount=kg(0.6))
    washing = Packaging(
        id="wash", amount=Quantity(0.9, "kWh"), units_per_package=60, factor_id="power"
    )
    power = a_factor("power", 0.6, unit="kWh", boundary=Boundary.DELIVERED_LIFE_CYCLE)
    case = Case().with_flow("packaging", repair, PLASTIC).with_flow("packaging", washing, power)
    assert [line.kg_co2e for line in case.result.flows] == [
        pytest.approx(0.0002),
        pytest.approx(0.009),
    ]


def test_packages_of_the_period_travel_once_for_each_trip():
    """3,000 kg of boxes sent out in the year for 1,000 pieces: 3 kg a piece, on each way."""
    boxes = replace(BOX, amount=kg(3000), basis=Basis.PER_PERIOD, units_per_package=None)
    back = Transport(id="b", carries=("box",), distance=km(100))
    assert amount_of(back, packaging=(boxes,)) == (pytest.approx(0.3), "t.km")


def test_the_haul_of_waste_is_part_of_the_waste():
    """0.4 kg of chips x 50 km = 0.02 t.km; x 0.110 = 0.0022 kg."""
    chips = Waste(id="w", amount=kg(0.4), factor_id="sorting")
    haul = Transport(
        id="h",
        purpose=TransportPurpose.WASTE,
        carries=("w",),
        distance=km(50),
        factor_id="truck",
    )
    sorting = a_factor("sorting", 0.02, boundary=Boundary.WASTE_TREATMENT)
    case = Case().with_flow("wastes", chips, sorting).with_flow("transports", haul, TRUCK)
    assert case.result.stages[Stage.WASTE].fossil == pytest.approx(0.4 * 0.02 + 0.0022)


def test_waste_water_has_no_mass_to_carry():
    water = Waste(id="w", amount=Quantity(1, "m3"))
    leg = Transport(id="t", carries=("w",), distance=km(50))
    assert amount_of(leg, wastes=(water,)) is NotCounted.NO_AMOUNT


def test_a_hub_or_cooling_counts_by_an_amount_of_its_own():
    """1.6 kg through a hub at 5 kg CO2e per tonne: 0.008 kg."""
    hub = Transport(id="hub", amount=Quantity(0.0016, "t"), factor_id="hub")
    per_tonne = a_factor("hub", 5.0, unit="t", boundary=Boundary.WELL_TO_WHEEL)
    assert Case().with_flow("transports", hub, per_tonne).result.excluding == pytest.approx(0.008)


def test_what_is_removed_is_carried_no_more():
    leg = Transport(id="t", carries=("m", "box"), distance=km(350))
    study = a_study(
        materials=(Material(id="m", amount=kg(1)),), packaging=(BOX,), transports=(leg,)
    )
    left = remove_flows(study, ["m"]).transports[0]
    assert left.carries == ("box",)


@pytest.mark.parametrize("rules", [ISO, CATENA_X])
@pytest.mark.parametrize(("payer", "kg_co2e"), [(Payer.US, 0.385), (Payer.CUSTOMER, 0.0)])
def test_outbound_stands_apart_under_each_rule_set(rules, payer, kg_co2e):
    """10 kg x 350 km = 3.5 t.km; x 0.110 = 0.385 kg, if we pay."""
    out = Transport(
        id="out",
        purpose=TransportPurpose.OUTBOUND,
        paid_by=payer,
        carried_mass=kg(10),
        distance=km(350),
        factor_id="truck",
    )
    result = Case().with_flow("transports", out, TRUCK).under(rules).result
    assert result.outbound.excluding_uptake == pytest.approx(kg_co2e)
    assert result.excluding == 0


@pytest.mark.parametrize("rules", [ISO, CATENA_X])
def test_a_flight_by_fuel_is_aircraft_too_without_a_multiplier(rules):
    flight = Transport(
        id="air",
        mode=TransportMode.AIR,
        carried_mass=kg(100),
        fuel=FuelUse(total=Quantity(50, "l"), load=Quantity(1, "t")),
        factor_id="jet",
    )
    jet = a_factor("jet", 3.0, unit="l", boundary=Boundary.COMBUSTION_AND_UPSTREAM)
    buckets = Case().with_flow("transports", flight, jet).under(rules).result.buckets
    assert (buckets.fossil, buckets.aircraft) == (0, pytest.approx(50 * 0.1 * 3.0))


LEGS = st.builds(
    Transport,
    id=st.just("t"),
    carried_mass=st.floats(0.001, 1e5).map(kg),
    distance=st.floats(0.1, 2e4).map(km),
    distance_adjustment=st.floats(1.0, 1.5),
    fuel=st.none()
    | st.builds(
        FuelUse,
        litres_per_km_loaded=st.floats(0.05, 1.0),
        litres_per_km_empty=st.floats(0.0, 1.0),
        empty_share=st.floats(0.0, 1.0),
        load=st.floats(0.1, 1e5).map(lambda t: Quantity(t, "t")),
    ),
)


@given(LEGS)
def test_two_legs_with_half_the_mass_each_are_one_leg(leg):
    half = replace(leg, carried_mass=kg(leg.carried_mass.value / 2))
    assert 2 * amount_of(half)[0] == pytest.approx(amount_of(leg)[0])


@given(LEGS)
def test_twice_the_distance_is_twice_the_amount(leg):
    far = replace(leg, distance=km(2 * leg.distance.value))
    assert amount_of(far)[0] == pytest.approx(2 * amount_of(leg)[0])


def test_a_bought_process_is_no_cargo():
    leg = Transport(id="t", carries=("p",), distance=km(1))
    plating = OutsideProcess(id="p", amount=kg(1))
    assert amount_of(leg, outside_processes=(plating,)) is NotCounted.NO_AMOUNT
