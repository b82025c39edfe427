"""Legs: what is found, what is left alone, and that no input however odd raises."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.checks import findings
from supplier_pcf.domain.factor import Boundary
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.flows import Basis, Exclusion, Origin, Packaging, PackagingKind, Waste
from supplier_pcf.domain.transport import (
    DistanceKind,
    FuelUse,
    Transport,
    TransportMode,
    TransportPurpose,
)
from supplier_pcf.domain.units import Quantity
from tests.build import CATENA_X, ISO, Case, a_factor, kg

TRUCK = a_factor("truck", 0.1, unit="t.km", boundary=Boundary.WELL_TO_WHEEL)
DIESEL = a_factor("diesel", 3.24, unit="l", boundary=Boundary.COMBUSTION_AND_UPSTREAM)
TRIP = FuelUse(
    litres_per_km_loaded=0.3, litres_per_km_empty=0.24, empty_share=0.4, load=Quantity(14, "t")
)


def leg(**facts):
    told = {
        "id": "t",
        "carried_mass": kg(1),
        "distance": Quantity(350, "km"),
        "origin": Origin.MEASURED,
        "factor_id": "diesel" if "fuel" in facts else "truck",
    }
    return Transport(**{**told, **facts})


def found(flow, *factors, rules=ISO):
    case = Case().with_flow("transports", flow, *(factors or (TRUCK, DIESEL))).under(rules)
    about = [f for f in findings(case.examined) if f.where.startswith("transports/")]
    return {f.code: f for f in about}


@pytest.mark.parametrize(
    "flow",
    [
        leg(),
        leg(fuel=TRIP),
        leg(fuel=replace(TRIP, total=Quantity(140, "l"))),
        leg(distance_kind=DistanceKind.GREAT_CIRCLE, distance_adjustment=1.1),
        leg(distance_kind=DistanceKind.SHORTEST_FEASIBLE, distance_adjustment=1.1),
        leg(distance_kind=DistanceKind.GREAT_CIRCLE, mode=TransportMode.AIR),
        leg(fuel=replace(TRIP, load=None), basis=Basis.PER_PERIOD),
    ],
)
@pytest.mark.parametrize("rules", [ISO, CATENA_X])
def test_a_sound_leg_is_left_alone(flow, rules):
    assert found(flow, rules=rules) == {}


def test_a_leg_that_is_left_out_is_not_asked():
    out = leg(distance=Quantity(-1, "km"), exclusion=Exclusion(reason="small", estimate=0.1))
    assert found(out) == {}


@pytest.mark.parametrize(("km", "severity"), [(0, Severity.WARNING), (-5, Severity.ERROR)])
def test_nothing_travels_backwards(km, severity):
    assert found(leg(distance=Quantity(km, "km")))["transport.distance"].severity is severity


def test_a_load_below_what_is_carried_says_both():
    """2 t are ours, 1.5 t were on the lorry."""
    heavy = leg(carried_mass=kg(2000), fuel=replace(TRIP, load=kg(1500)))
    told = found(heavy)["transport.load_below_carried"].params
    assert (told["load"], told["carried"]) == ("1.5", "2")


def test_a_load_of_nothing_points_to_its_field():
    told = found(leg(fuel=replace(TRIP, load=kg(0))))["transport.load"]
    assert (told.where, told.severity) == ("transports/t/load", Severity.ERROR)


def test_measured_fuel_holds_the_way_back_whatever_the_factor_says():
    holds = replace(DIESEL, includes_empty_running=True)
    measured = leg(fuel=replace(TRIP, total=Quantity(140, "l")))
    assert "transport.empty_twice" not in found(measured, holds)
    assert "transport.empty_twice" in found(leg(fuel=TRIP), holds)


def test_tank_to_wheel_alone_is_found():
    """Well to wheel is asked for; the supply of the fuel is missing here."""
    assert "factor.no_upstream" in found(leg(), replace(TRUCK, boundary=Boundary.TANK_TO_WHEEL))


def cargo(purpose, carried):
    flow = leg(carried_mass=None, carries=(carried,), purpose=purpose)
    case = (
        Case()
        .with_flow("packaging", Packaging(id="box", amount=kg(1), units_per_package=10))
        .with_flow("wastes", Waste(id="chips", amount=kg(1)))
        .with_flow("transports", flow, TRUCK)
    )
    return "transport.other_purpose" in {f.code for f in findings(case.examined)}


@pytest.mark.parametrize(
    ("purpose", "carried", "is_odd"),
    [
        (TransportPurpose.PACKAGING, "box", False),
        (TransportPurpose.WASTE, "chips", False),
        (TransportPurpose.INTERNAL, "chips", False),
        (TransportPurpose.INBOUND, "chips", True),
        (TransportPurpose.WASTE, "box", True),
        (TransportPurpose.OUTBOUND, "chips", True),
    ],
)
def test_cargo_belongs_to_the_stage_of_its_leg(purpose, carried, is_odd):
    assert cargo(purpose, carried) is is_odd


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"units_per_package": 0.0}, "units_per_package"),
        ({}, "units_per_package"),
        ({"units_per_package": 60.0, "kind": PackagingKind.RETURNABLE, "trips": 0.0}, "trips"),
        ({"basis": Basis.PER_PERIOD, "kind": PackagingKind.RETURNABLE}, "trips"),
    ],
)
def test_a_package_that_cannot_be_shared_says_which_number_is_missing(facts, field):
    box = Packaging(id="box", amount=kg(4.5), factor_id="steel", **facts)
    case = Case().with_flow("packaging", box, a_factor("steel"))
    places = [f.where for f in findings(case.examined) if f.code == "packaging.content"]
    assert places == [f"packaging/box/{field}"]


ODD = st.sampled_from([0.0, -1.0, 1.0, 1e300, float("inf"), float("nan")])
QUANTITIES = st.none() | st.builds(Quantity, ODD, st.sampled_from(["kg", "km", "l", "t.km", "?"]))
ODD_LEGS = st.builds(
    Transport,
    id=st.just("t"),
    amount=QUANTITIES,
    basis=st.sampled_from(Basis),
    factor_id=st.sampled_from(["truck", "diesel", "gone"]),
    purpose=st.sampled_from(TransportPurpose),
    distance_kind=st.none() | st.sampled_from(DistanceKind),
    carried_mass=QUANTITIES,
    carries=st.lists(st.sampled_from(["box", "w", "t", "gone"])).map(tuple),
    distance=QUANTITIES,
    distance_adjustment=ODD,
    fuel=st.none()
    | st.builds(
        FuelUse,
        total=QUANTITIES,
        litres_per_km_loaded=ODD,
        litres_per_km_empty=ODD,
        empty_share=ODD,
        load=QUANTITIES,
    ),
)
ODD_BOXES = st.builds(
    Packaging,
    id=st.just("box"),
    amount=QUANTITIES,
    kind=st.sampled_from(PackagingKind),
    units_per_package=st.none() | ODD,
    trips=st.none() | ODD,
    biogenic_carbon_share=st.none() | ODD,
)
ODD_WASTES = st.builds(
    Waste, id=st.just("w"), amount=QUANTITIES, fossil_carbon_share=st.none() | ODD
)


@given(ODD_LEGS, ODD_BOXES, ODD_WASTES)
def test_odd_numbers_give_findings_and_no_exception(flow, box, waste):
    case = Case().with_flow("packaging", box).with_flow("wastes", waste)
    case = case.with_flow("transports", flow, TRUCK, DIESEL)
    assert findings(case.examined)
