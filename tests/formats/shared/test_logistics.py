"""A stranger works legs and burnt waste out again from the inventory alone; V12 and C x 44/12 by hand."""

import csv
import io

import pytest

from supplier_pcf.domain.factor import Boundary, Layer, RowType
from supplier_pcf.domain.flows import Waste, WasteTreatment
from supplier_pcf.domain.transport import FuelUse, Transport
from supplier_pcf.domain.units import Quantity
from supplier_pcf.formats import Issue, inventory_csv
from tests.build import Case, a_factor, kg

TRIP = FuelUse(
    litres_per_km_loaded=0.3, litres_per_km_empty=0.24, empty_share=0.4, load=Quantity(14, "t")
)


def a_leg(**facts):
    told = {"id": "t", "carried_mass": kg(1200), "distance": Quantity(350, "km")}
    return Transport(**{**told, "factor_id": "diesel", "fuel": TRIP, **facts})


def rows(section, leg=None, waste=None, layer=Layer.BUNDLED):
    case = Case()
    if leg is not None:
        diesel = a_factor(
            "diesel", 3.24, unit="l", boundary=Boundary.COMBUSTION_AND_UPSTREAM, layer=layer
        )
        truck = a_factor("truck", 0.1, unit="t.km", boundary=Boundary.WELL_TO_WHEEL)
        case = case.with_flow("transports", leg, diesel, truck)
    if waste is not None:
        collected = a_factor(
            "collected", 0.005, boundary=Boundary.WASTE_COLLECTION, row_type=RowType.EOL_TRANSPORT
        )
        case = case.with_flow("wastes", waste, collected)
    text = inventory_csv.render(Issue.of(case.examined)).decode("utf-8-sig")
    return [row for row in csv.DictReader(io.StringIO(text)) if row["section"] == section]


def facts(leg):
    return {row["kind"]: float(row["amount"]) for row in rows("leg", leg)}


def test_a_leg_by_fuel_can_be_worked_out_again():
    told = facts(a_leg())
    litres = (
        told["distance"]
        * told["distance_adjustment"]
        * (told["litres_per_km_loaded"] + told["driven_empty"] * told["litres_per_km_empty"])
    )
    assert litres == pytest.approx(138.6) == told["fuel_of_trip"]
    part = litres * told["carried"] / told["load"]
    (line,) = rows("flow", a_leg())
    assert part == pytest.approx(11.88) == float(line["amount"])
    assert float(line["kg_co2e"]) == pytest.approx(11.88 * 3.24)


def test_measured_fuel_stands_as_it_was_measured():
    measured = FuelUse(total=Quantity(140, "l"), load=Quantity(14, "t"))
    told = rows("leg", a_leg(fuel=measured, distance=None))
    assert [(r["kind"], r["amount"], r["unit"]) for r in told] == [
        ("carried", "1.2", "t"),
        ("fuel_of_trip", "140", "l"),
        ("load", "14", "t"),
    ]


def test_a_leg_by_work_tells_mass_and_distance():
    told = facts(a_leg(fuel=None, factor_id="truck", distance_adjustment=1.1))
    assert told == {"carried": 1.2, "distance": 350, "distance_adjustment": 1.1}


def test_an_entered_amount_has_nothing_behind_it():
    assert rows("leg", a_leg(amount=Quantity(3, "l"))) == []


def test_facts_of_a_licensed_factor_stay_at_home():
    assert rows("leg", a_leg(), layer=Layer.LICENSED) == []


def test_burnt_carbon_can_be_worked_out_again():
    """0.2 kg x 0.857 = 0.1714 kg C; x 44/12 = 0.628467 kg."""
    waste = Waste(
        id="w",
        amount=kg(0.2),
        treatment=WasteTreatment.INCINERATION,
        fossil_carbon_share=0.857,
        factor_id="collected",
    )
    (row,) = rows("burnt", waste=waste)
    assert (float(row["amount"]), row["unit"]) == (pytest.approx(0.1714), "kg C")
    assert float(row["kg_co2e"]) == pytest.approx(0.6284666666666667)
    (line,) = rows("flow", waste=waste)
    assert float(line["kg_co2e"]) == pytest.approx(0.2 * 0.005 + float(row["kg_co2e"]))
