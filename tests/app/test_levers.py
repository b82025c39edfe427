"""Proposals: which levers fit a row, and that their factors come from the study or the library."""

from dataclasses import replace

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.levers import largest, proposals, proposals_for
from supplier_pcf.domain.energy import Carrier, ElectricitySource, EnergyUse
from supplier_pcf.domain.factor import Boundary, Layer, PowerMix, RowType, ScrapConvention
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.scenario import Lever
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.transport import Transport, TransportMode
from supplier_pcf.domain.units import Quantity
from tests.build import AS_OF, Case, a_factor, kg

GRID = a_factor("grid", 0.6, unit="kWh", category="electricity", place="CN")
SOLAR = a_factor(
    "own:roof-next-door",
    0.04,
    unit="kWh",
    category="electricity",
    power_mix=PowerMix.TECHNOLOGY,
    layer=Layer.OWN,
)
POWER = EnergyUse(id="e", name="Press", amount=Quantity(4.2, "kWh"), factor_id="grid", site_id="nb")
INGOT = a_factor(
    "ingot", 16.0, name="Aluminium ingot", category="material", subcategory="aluminium"
)
OLD_CANS = a_factor(
    "cans", 1.0, name="Aluminium, recycled", category="material", subcategory="aluminium"
)
LEG = Transport(
    id="t",
    name="From the mill",
    amount=Quantity(10, "t.km"),
    factor_id="truck",
    mode=TransportMode.ROAD,
)
TRUCK = a_factor("truck", 0.1, unit="t.km", category="transport", subcategory="road (truck)")
RAIL = a_factor(
    "rail",
    0.03,
    unit="t.km",
    category="transport",
    subcategory="rail",
    boundary=Boundary.WELL_TO_WHEEL,
)


def done_with(known, **facts):
    case = Case(factors=known).having(**facts)
    return calculated(case.study, case.library, AS_OF)


def by_lever(done, row=0):
    found = proposals_for(done, largest(done)[row])
    return {p.said[0].rpartition(".")[2]: p.changes[0] for p in found}


def cast(**facts):
    return Material(
        **{"id": "m", "name": "ADC12", "amount": kg(1.0), "factor_id": "ingot", **facts}
    )


def test_green_power_names_the_kilowatt_hours_of_the_row():
    done = done_with([GRID], energy_uses=(POWER,))
    said = proposals(done)[0].said
    assert said == ("scenario.propose.power", {"row": "Press", "amount": "4.20 kWh"})


def test_without_a_factor_of_green_power_the_user_has_to_choose():
    assert by_lever(done_with([GRID], energy_uses=(POWER,)))["power"].factor_id == ""


def test_an_own_factor_of_this_market_is_taken_and_one_of_another_is_not():
    here = done_with([GRID], energy_uses=(POWER,), factors=(SOLAR,))
    assert by_lever(here)["power"].factor_id == SOLAR.id
    far = done_with([GRID], energy_uses=(POWER,), factors=(replace(SOLAR, place="DE"),))
    assert by_lever(far)["power"].factor_id == ""


def test_power_that_is_bought_already_is_not_bought_again():
    bought = replace(POWER, source=ElectricitySource.PPA)
    assert list(by_lever(done_with([GRID], energy_uses=(bought,)))) == ["amount"]


def test_gas_can_only_become_less():
    gas = replace(POWER, carrier=Carrier.NATURAL_GAS)
    assert list(by_lever(done_with([GRID], energy_uses=(gas,)))) == ["amount"]


def test_the_recycled_grade_of_the_same_family_is_proposed():
    """From 30 % to 80 %."""
    metal = cast(recycled_post_consumer=0.3)
    change = by_lever(done_with([INGOT, OLD_CANS], materials=(metal,)))["recycled_share"]
    assert (change.lever, change.number, change.factor_id) == (Lever.RECYCLED_SHARE, 0.8, "cans")


@pytest.mark.parametrize(
    "facts",
    [
        {"subcategory": "copper"},
        {"scrap_convention": ScrapConvention.CREDITED},
        {"includes_forming": True},
        {"row_type": RowType.DO_NOT_SUM},
        {"fossil": 17.0},
        {"unit": "piece"},
    ],
)
def test_a_recycled_factor_that_does_not_fit_is_not_proposed(facts):
    done = done_with([INGOT, replace(OLD_CANS, **facts)], materials=(cast(),))
    assert by_lever(done)["recycled_share"].factor_id == ""


def test_the_recycled_factor_of_the_row_itself_stays():
    metal = cast(recycled_post_consumer=0.85, recycled_factor_id="cans")
    change = by_lever(done_with([INGOT, OLD_CANS], materials=(metal,)))["recycled_share"]
    assert (change.number, change.factor_id) == (1.0, "cans")


def test_a_factor_that_holds_recycled_input_is_not_mixed_again():
    mixed = replace(INGOT, recycled_content=0.5)
    assert "recycled_share" not in by_lever(done_with([mixed], materials=(cast(),)))


def test_less_scrap_needs_scrap():
    assert "loss" not in by_lever(done_with([INGOT], materials=(cast(),)))
    assert "loss" in by_lever(done_with([INGOT], materials=(cast(gross_amount=kg(1.4)),)))


def test_a_truck_may_become_a_train():
    change = by_lever(done_with([TRUCK, RAIL], transports=(LEG,)))["mode"]
    assert (change.lever, change.factor_id) == (Lever.FACTOR, "rail")


def test_rejects_are_proposed_where_they_cost_something():
    steps = (ProcessStep(id="p", name="Casting", reject_share=0.06),)
    by_steps = done_with([INGOT], materials=(cast(),), process_steps=steps)
    assert proposals(by_steps)[-1].said == ("scenario.propose.rejects", {"row": "Casting"})
    entered = done_with([INGOT], materials=(cast(gross_amount=kg(1.1)),), process_steps=steps)
    assert "scenario.propose.rejects" not in [p.said[0] for p in proposals(entered)]


def test_nothing_is_proposed_for_a_study_without_a_figure():
    assert proposals(done_with([])) == ()
