"""What is told of a leg, a package and a waste, and the legs that are suggested; numbers by hand."""

from dataclasses import replace

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.choosing import need_in
from supplier_pcf.app.legs import LegBy, add_leg_for, fuel_fact, leg_for, leg_story, with_fuel
from supplier_pcf.app.outside_views import loads, package_story, set_carried, waste_story
from supplier_pcf.domain.factor import Boundary, RowType
from supplier_pcf.domain.flows import Basis, Origin, Packaging, PackagingKind, Waste, WasteTreatment
from supplier_pcf.domain.transport import FuelUse, Transport, TransportMode, TransportPurpose
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.library import FactorLibrary
from tests.build import AS_OF, a_factor, a_study, kg

TRIP = FuelUse(
    litres_per_km_loaded=0.3, litres_per_km_empty=0.24, empty_share=0.4, load=Quantity(14, "t")
)
KM = Quantity(350, "km")
FACTORS = (
    a_factor("diesel", 3.24, unit="l", boundary=Boundary.COMBUSTION_AND_UPSTREAM),
    a_factor("truck", 0.11, unit="t.km", boundary=Boundary.WELL_TO_WHEEL),
    a_factor(
        "collected", 0.005, boundary=Boundary.WASTE_COLLECTION, row_type=RowType.EOL_TRANSPORT
    ),
    a_factor("burnt", 3.1, boundary=Boundary.WASTE_TREATMENT),
    a_factor("virgin", 2.1),
)
BOX = Packaging(
    id="box", kind=PackagingKind.RETURNABLE, amount=kg(4.5), units_per_package=60, trips=100
)


def done(**facts):
    return calculated(a_study(**facts), FactorLibrary.of(FACTORS), AS_OF)


def story(leg, **facts):
    return leg_story(done(transports=(leg,), **facts), leg.id)


def test_a_leg_by_fuel_tells_the_trip_the_load_and_the_part():
    """V12: 138.6 l; 1.2 of 14 t carry 11.88 l; 449.064 kg / 4,900 t.km."""
    leg = Transport(id="t", carried_mass=kg(1200), distance=KM, fuel=TRIP, factor_id="diesel")
    told = story(leg)
    assert told.by is LegBy.FUEL
    assert told.trip == Quantity(pytest.approx(138.6), "l")
    assert (told.kg, told.load) == (pytest.approx(1200), Quantity(14, "t"))
    assert told.amount == Quantity(pytest.approx(11.88), "l")
    assert told.kg_per_tonne_km == pytest.approx(0.09164571428571429)


def test_a_leg_by_work_tells_mass_distance_and_adjustment():
    """2 kg x 350 km x 1.10 = 0.77 t.km."""
    told = story(Transport(id="t", carried_mass=kg(2), distance=KM, distance_adjustment=1.1))
    assert (told.by, told.kg, told.distance, told.adjustment) == (LegBy.WORK, 2.0, KM, 1.1)
    assert told.amount == Quantity(pytest.approx(0.77), "t.km")
    assert told.kg_per_tonne_km is None


def test_a_leg_that_lacks_something_tells_what_it_has():
    told = story(Transport(id="t", distance=KM))
    assert (told.kg, told.amount, told.distance) == (None, None, KM)
    assert leg_story(done(), "gone") is None


def test_an_entered_amount_is_told_as_such():
    told = story(Transport(id="t", amount=Quantity(0.0016, "t")))
    assert (told.by, told.amount) == (LegBy.ENTERED, Quantity(0.0016, "t"))


def test_facts_of_the_fuel_are_put_and_taken_away_one_by_one():
    leg = with_fuel(Transport(id="t"), "litres_per_km_loaded", 0.3)
    leg = with_fuel(leg, "load", Quantity(14, "t"))
    assert leg.fuel == FuelUse(litres_per_km_loaded=0.3, load=Quantity(14, "t"))
    assert (fuel_fact(leg, "litres_per_km_loaded"), fuel_fact(leg, "empty_share")) == (0.3, None)
    leg = with_fuel(with_fuel(leg, "litres_per_km_loaded", None), "load", None)
    assert leg.fuel is None


@pytest.mark.parametrize(
    ("fuel", "unit"),
    [
        (None, "t.km"),
        (FuelUse(load=Quantity(14, "t")), "t.km"),
        (TRIP, "l"),
        (FuelUse(total=Quantity(90, "kWh")), "kWh"),
    ],
)
def test_the_factor_of_a_leg_is_looked_for_in_the_unit_it_counts_in(fuel, unit):
    leg = Transport(id="t", fuel=fuel)
    assert need_in(a_study(transports=(leg,)), leg).units == (unit,)


def test_a_leg_can_carry_materials_packages_and_wastes_but_no_waste_water():
    water = Waste(id="water", amount=kg(9), treatment=WasteTreatment.WASTE_WATER)
    chips = Waste(id="chips", name="Chips", amount=kg(0.4))
    study = a_study(packaging=(BOX,), wastes=(chips, water), transports=(Transport(id="t"),))
    found = [(load.kind, load.id, load.kg) for load in loads(study, "t")]
    assert found == [
        ("packaging", "box", pytest.approx(4.5 / 60)),
        ("wastes", "chips", pytest.approx(0.4)),
    ]
    assert set_carried(study, "t", "chips", True).transports[0].carries == ("chips",)


def test_the_way_back_of_a_box_is_as_the_first_way_out_and_marked_as_assumed():
    out = Transport(
        id="out",
        purpose=TransportPurpose.OUTBOUND,
        mode=TransportMode.RAIL,
        distance=KM,
        factor_id="truck",
        from_place="Ningbo",
        to_place="Wuhu",
    )
    study = add_leg_for(a_study(packaging=(BOX,), transports=(out,)), BOX, "back", "Boxes back")
    back = study.transports[1]
    assert (back.purpose, back.carries, back.name) == (
        TransportPurpose.PACKAGING,
        ("box",),
        "Boxes back",
    )
    assert (back.distance, back.mode, back.factor_id) == (KM, TransportMode.RAIL, "truck")
    assert (back.from_place, back.to_place, back.origin) == ("Wuhu", "Ningbo", Origin.ASSUMED)
    assert leg_for(study, "box") == "back"
    assert add_leg_for(study, BOX, "again", "Boxes back") is study


def test_the_haul_of_a_waste_asks_for_its_distance():
    chips = Waste(id="chips", amount=kg(0.4))
    study = add_leg_for(a_study(wastes=(chips,)), chips, "haul", "Chips away")
    haul = study.transports[0]
    assert (haul.purpose, haul.carries, haul.distance) == (TransportPurpose.WASTE, ("chips",), None)


def test_a_package_tells_how_its_weight_is_shared():
    told = package_story(a_study(packaging=(BOX,)), "box")
    assert (told.weight, told.pieces, told.trips) == (kg(4.5), 60, 100)
    assert told.amount == Quantity(pytest.approx(0.00075), "kg")
    assert told.moved_kg == pytest.approx(0.075)
    one_way = replace(BOX, kind=PackagingKind.ONE_WAY)
    assert package_story(a_study(packaging=(one_way,)), "box").trips is None
    for unclear in (replace(BOX, trips=None), replace(BOX, basis=Basis.PER_PERIOD)):
        assert package_story(a_study(packaging=(unclear,)), "box") is None


@pytest.mark.parametrize(
    ("factor", "inside", "carbon", "kg_co2e"),
    [("collected", False, 0.1714, 0.001 + 0.1714 * 44 / 12), ("burnt", True, 0.0, 0.62)],
)
def test_a_burnt_waste_tells_where_its_carbon_is_counted(factor, inside, carbon, kg_co2e):
    waste = Waste(
        id="w",
        amount=kg(0.2),
        treatment=WasteTreatment.ENERGY_RECOVERY,
        fossil_carbon_share=0.857,
        factor_id=factor,
    )
    told = waste_story(done(wastes=(waste,)), "w")
    assert (told.carbon, told.carbon_inside) == (pytest.approx(carbon), inside)
    assert told.kg_co2e == pytest.approx(kg_co2e)


def test_what_a_scrap_would_replace_is_told_and_not_taken_off():
    """0.523 kg x 2.1 = 1.0983 kg."""
    scrap = Waste(
        id="w", amount=kg(0.523), sold=True, factor_id="burnt", replaces_factor_id="virgin"
    )
    with_it, without = (
        done(wastes=(scrap,)),
        done(wastes=(replace(scrap, replaces_factor_id=None),)),
    )
    assert waste_story(with_it, "w").replaced == pytest.approx(1.0983)
    assert waste_story(without, "w").replaced is None
    assert with_it.result.excluding == without.result.excluding
