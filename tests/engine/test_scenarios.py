"""Scenarios: what each lever does to a study, worked by hand, and what cannot be made."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.energy import DirectEmission, ElectricitySource, EnergyUse
from supplier_pcf.domain.factor import Boundary, PowerMix
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Material
from supplier_pcf.domain.scenario import Lever, Scenario, ScenarioChange
from supplier_pcf.domain.site import Meter, ProcessStep, Reading
from supplier_pcf.domain.transport import FuelUse, Transport, TransportMode
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.scenarios import Unmoved, apply
from tests.build import AS_OF, Case, a_factor, kg

STEEL = a_factor("steel", 2.0)
RECYCLED = a_factor("recycled", 0.5)
OTHER = a_factor("other", 1.5)
GRID = a_factor(
    "grid", 0.6, unit="kWh", category="electricity", boundary=Boundary.DELIVERED_LIFE_CYCLE
)
WIND = a_factor(
    "wind",
    0.03,
    unit="kWh",
    category="electricity",
    boundary=Boundary.GENERATION_LIFE_CYCLE,
    power_mix=PowerMix.TECHNOLOGY,
)
LINES = a_factor("lines", 0.02, unit="kWh", category="electricity", boundary=Boundary.GRID_ONLY)
TRUCK = a_factor("truck", 0.1, unit="t.km", category="transport", subcategory="road (truck)")
TRAIN = a_factor("train", 0.03, unit="t.km", category="transport", subcategory="rail")
DIESEL = a_factor("diesel", 3.0, unit="l")
FACTORS = [STEEL, RECYCLED, OTHER, GRID, WIND, TRUCK, TRAIN, DIESEL]

SHEET = Material(id="m", name="Sheet", amount=kg(1.0), gross_amount=kg(1.5), factor_id="steel")
POWER = EnergyUse(
    id="e",
    name="Press",
    meter_id="meter",
    basis=Basis.PER_PERIOD,
    factor_id="grid",
    site_id="nb",
    allocation=Allocation(basis=AllocationBasis.ALL),
)
METER = Meter(
    id="meter",
    site_id="nb",
    readings=(Reading(start=date(2025, 1, 1), end=date(2025, 12, 31), amount=4000.0),),
)
"""4000 kWh for the 1000 pieces of `a_study`: 4 kWh each."""


def study(**facts):
    return Case(factors=FACTORS).having(meters=(METER,), **facts)


def change(lever, where, number=None, factor_id=""):
    return ScenarioChange(lever=lever, where=where, number=number, factor_id=factor_id)


def applied(case, *changes):
    return apply(case.study, Scenario(id="s", changes=changes), case.library)


def kg_of(case, *changes):
    made = applied(case, *changes)
    assert made.not_made == ()
    return calculate(made.study, case.library, case.rules, AS_OF).excluding


def test_a_scenario_without_changes_gives_the_very_study():
    case = study(materials=(SHEET,))
    assert applied(case).study is case.study


def test_another_supplier_counts_with_his_factor():
    """1.5 kg go in: at 2.0 they are 3.0 kg, at 1.5 they are 2.25."""
    case = study(materials=(SHEET,))
    assert case.result.excluding == pytest.approx(3.0)
    assert kg_of(case, change(Lever.FACTOR, "materials/m", None, "other")) == pytest.approx(2.25)


def test_half_the_scrap_takes_half_of_what_goes_in_beyond_the_net_mass():
    """1 kg net, 1.5 kg gross: 1.25 kg at 2.0."""
    case = study(materials=(SHEET,))
    assert kg_of(case, change(Lever.LOSS, "materials/m", 0.5)) == pytest.approx(2.5)


def test_what_is_fed_back_shrinks_with_the_scrap():
    """1.5 kg in, 0.4 back: 1.1 at 2.0 are 2.2. Half: 1.25 in, 0.2 back: 2.1."""
    case = study(materials=(replace(SHEET, returned=kg(0.4)),))
    assert case.result.excluding == pytest.approx(2.2)
    assert kg_of(case, change(Lever.LOSS, "materials/m", 0.5)) == pytest.approx(2.1)


def test_scrap_of_the_steps_falls_as_scrap_that_was_entered():
    """Yield 0.8: 1.25 kg go in. Half of the 0.25: 1.125 at 2.0."""
    steps = (ProcessStep(id="p", material_yield=0.8),)
    case = study(materials=(replace(SHEET, gross_amount=None),), process_steps=steps)
    assert case.result.excluding == pytest.approx(2.5)
    assert kg_of(case, change(Lever.LOSS, "materials/m", 0.5)) == pytest.approx(2.25)


@given(st.floats(0.001, 1e3), st.floats(1.0001, 50))
def test_no_scrap_leaves_the_net_mass(net, times):
    sheet = replace(SHEET, amount=kg(net), gross_amount=kg(net * times))
    case = study(materials=(sheet,))
    assert kg_of(case, change(Lever.LOSS, "materials/m", 0.0)) == pytest.approx(2.0 * net)


def test_half_the_rejects():
    """10 % rejects: 1 / 0.9 kg go in. 5 %: 1 / 0.95 kg at 2.0 are 2.10526."""
    steps = (ProcessStep(id="p", reject_share=0.1),)
    case = study(materials=(replace(SHEET, gross_amount=None),), process_steps=steps)
    assert case.result.excluding == pytest.approx(2 / 0.9)
    assert kg_of(case, change(Lever.REJECTS, "process_steps/p", 0.5)) == pytest.approx(2 / 0.95)


def test_the_recycled_share_mixes_both_factors():
    """80 % recycled: 1.5 kg at 0.2 x 2.0 + 0.8 x 0.5 = 0.8, 1.2 kg."""
    case = study(materials=(SHEET,))
    moved = change(Lever.RECYCLED_SHARE, "materials/m", 0.8, "recycled")
    assert kg_of(case, moved) == pytest.approx(1.2)


def test_scrap_from_before_and_after_use_keep_their_relation():
    """10 % before and 20 % after use, 60 % wanted: 20 % and 40 %."""
    sheet = replace(
        SHEET,
        recycled_pre_consumer=0.1,
        recycled_post_consumer=0.2,
        recycled_factor_id="recycled",
    )
    made = applied(study(materials=(sheet,)), change(Lever.RECYCLED_SHARE, "materials/m", 0.6))
    row = made.study.materials[0]
    assert row.recycled_pre_consumer == pytest.approx(0.2)
    assert row.recycled_post_consumer == pytest.approx(0.4)


def test_a_fifth_less_power_of_a_meter():
    """4 kWh at 0.6 are 2.4 kg; 3.2 kWh are 1.92."""
    case = study(energy_uses=(POWER,))
    assert case.result.excluding == pytest.approx(2.4)
    assert kg_of(case, change(Lever.AMOUNT, "energy_uses/e", 0.8)) == pytest.approx(1.92)


def test_green_power_is_a_block_taken_off_its_supply():
    """Three quarters of 4 kWh at 0.03, one quarter at 0.6: 0.09 + 0.6 = 0.69."""
    case = study(energy_uses=(POWER,))
    moved = change(Lever.POWER, "energy_uses/e", 0.75, "wind")
    assert kg_of(case, moved) == pytest.approx(0.69)
    block = applied(case, moved).study.energy_uses[1]
    assert (block.part_of, block.source) == ("e", ElectricitySource.CERTIFICATES)
    assert block.proof is not None
    assert block.proof.same_market is block.proof.cancelled_for_us is True


def test_power_from_far_brings_the_grid_with_it():
    """A factor at the power plant lacks the lines: 4 kWh at 0.03 + 0.02."""
    case = study(energy_uses=(POWER,))
    case.factors = [*FACTORS, LINES]
    moved = change(Lever.POWER, "energy_uses/e", 1.0, "wind")
    assert kg_of(case, moved) == pytest.approx(4 * 0.05)


def test_green_power_takes_only_what_no_contract_covers():
    """1000 of 4000 kWh have a contract at 0.1; half of the rest is 1500 kWh: 0.1 + 0.045 + 0.9."""
    old = a_factor("old-contract", 0.1, unit="kWh", category="electricity")
    block = EnergyUse(
        id="b",
        amount=Quantity(1000, "kWh"),
        basis=Basis.PER_PERIOD,
        factor_id="old-contract",
        source=ElectricitySource.PPA,
        part_of="e",
        site_id="nb",
        allocation=POWER.allocation,
    )
    case = study(energy_uses=(POWER, block))
    case.factors = [*FACTORS, old]
    moved = change(Lever.POWER, "energy_uses/e", 0.5, "wind")
    assert kg_of(case, moved) == pytest.approx(0.1 + 0.045 + 0.9)


def leg(**facts):
    told = {
        "id": "t",
        "carried_mass": Quantity(2, "t"),
        "distance": Quantity(500, "km"),
        "factor_id": "truck",
    }
    return Transport(**{**told, **facts})


def test_another_means_of_transport():
    """2 t over 500 km: 1000 t·km at 0.1 and at 0.03."""
    case = study(transports=(leg(),))
    moved = change(Lever.FACTOR, "transports/t", None, "train")
    assert case.result.excluding == pytest.approx(100)
    assert kg_of(case, moved) == pytest.approx(30)
    assert applied(case, moved).study.transports[0].mode is TransportMode.RAIL


def test_a_leg_by_fuel_goes_by_tonnes_and_kilometres_on_rails():
    """50 l at 3.0 are 150 kg; by rail 1000 t·km at 0.03."""
    by_fuel = leg(fuel=FuelUse(total=Quantity(50, "l")), factor_id="diesel")
    case = study(transports=(by_fuel,))
    assert case.result.excluding == pytest.approx(150)
    assert kg_of(case, change(Lever.FACTOR, "transports/t", None, "train")) == pytest.approx(30)


@pytest.mark.parametrize(
    ("facts", "kg_before"),
    [
        ({}, 100),
        ({"amount": Quantity(10, "t.km")}, 1),
        ({"fuel": FuelUse(total=Quantity(50, "l")), "factor_id": "diesel"}, 150),
        ({"fuel": FuelUse(litres_per_km_loaded=0.3), "factor_id": "diesel"}, 450),
    ],
)
def test_half_of_a_leg_is_half_of_it_however_it_is_counted(facts, kg_before):
    case = study(transports=(leg(**facts),))
    assert case.result.excluding == pytest.approx(kg_before)
    assert kg_of(case, change(Lever.AMOUNT, "transports/t", 0.5)) == pytest.approx(kg_before / 2)


def test_gas_that_escapes_falls_with_what_is_recovered():
    """3 kg filled, 1 kg recovered: 2 kg escape; half is 1 kg."""
    gas = a_factor("gas", 1000.0, boundary=Boundary.CHARACTERISATION)
    emission = DirectEmission(id="d", amount=kg(3), recovered=kg(1), factor_id="gas")
    case = study(direct_emissions=(emission,))
    case.factors = [gas]
    assert case.result.excluding == pytest.approx(2000)
    assert kg_of(case, change(Lever.AMOUNT, "direct_emissions/d", 0.5)) == pytest.approx(1000)


def test_a_net_and_a_gross_amount_fall_together():
    case = study(materials=(SHEET,))
    assert kg_of(case, change(Lever.AMOUNT, "materials/m", 0.5)) == pytest.approx(1.5)


@pytest.mark.parametrize("lever", [Lever.AMOUNT, Lever.LOSS])
def test_times_one_is_the_very_study(lever):
    case = study(materials=(SHEET,))
    assert applied(case, change(lever, "materials/m", 1.0)).study is case.study


WHOLE = (
    change(Lever.REJECTS, "process_steps/p", 0.5),
    change(Lever.LOSS, "materials/m", 0.4),
    change(Lever.FACTOR, "materials/n", None, "other"),
    change(Lever.POWER, "energy_uses/e", 0.5, "wind"),
    change(Lever.AMOUNT, "energy_uses/e", 0.8),
)


def test_the_order_of_changes_does_not_matter_and_the_whole_is_not_the_sum():
    """Rejects 10 to 5 %; scrap 40 % of it; the other row at 1.5; half of 3.2 kWh at 0.03.

    m: 1 / 0.95 goes in, 0.05 / 0.95 beyond the net: 1 + 0.4 x 0.05 / 0.95 at 2.0; n: 1 / 0.95 at 1.5;
    power: 1.6 x 0.6 + 1.6 x 0.03.
    """
    steps = (ProcessStep(id="p", reject_share=0.1),)
    rows = (replace(SHEET, gross_amount=None), replace(SHEET, id="n", gross_amount=None))
    case = study(materials=rows, process_steps=steps, energy_uses=(POWER,))
    expected = 2 * (1 + 0.4 * 0.05 / 0.95) + 1.5 / 0.95 + 1.6 * 0.63
    for changes in permutations(WHOLE):
        assert kg_of(case, *changes) == pytest.approx(expected)
    alone = sum(case.result.excluding - kg_of(case, each) for each in WHOLE)
    assert case.result.excluding - expected < alone


CANNOT = {
    Unmoved.NO_TARGET: change(Lever.AMOUNT, "materials/gone", 0.5),
    Unmoved.WRONG_KIND: change(Lever.LOSS, "energy_uses/e", 0.5),
    Unmoved.NO_NUMBER: change(Lever.AMOUNT, "materials/m"),
    Unmoved.BAD_NUMBER: change(Lever.POWER, "energy_uses/e", 1.2, "wind"),
    Unmoved.NO_FACTOR: change(Lever.POWER, "energy_uses/e", 1.0),
    Unmoved.UNKNOWN_FACTOR: change(Lever.FACTOR, "materials/m", None, "nowhere"),
    Unmoved.NO_AMOUNT: change(Lever.AMOUNT, "materials/empty", 0.5),
    Unmoved.NO_LOSS: change(Lever.LOSS, "materials/whole", 0.5),
    Unmoved.NO_REJECTS: change(Lever.REJECTS, "process_steps/good", 0.5),
}


@pytest.mark.parametrize("reason", Unmoved)
def test_what_cannot_be_made_says_why_and_leaves_the_study_alone(reason):
    rows = (SHEET, Material(id="empty"), Material(id="whole", amount=kg(1), factor_id="steel"))
    steps = (ProcessStep(id="good"),)
    case = study(materials=rows, process_steps=steps, energy_uses=(POWER,))
    made = applied(case, CANNOT[reason])
    assert [found.reason for found in made.not_made] == [reason]
    assert made.study is case.study


@pytest.mark.parametrize("number", [-0.1, float("nan"), float("inf")])
def test_no_number_is_below_zero_or_beyond_all(number):
    case = study(materials=(SHEET,))
    made = applied(case, change(Lever.AMOUNT, "materials/m", number))
    assert [found.reason for found in made.not_made] == [Unmoved.BAD_NUMBER]


def test_one_change_that_cannot_be_made_does_not_keep_the_others_from_it():
    case = study(materials=(SHEET,))
    made = applied(case, CANNOT[Unmoved.NO_TARGET], change(Lever.AMOUNT, "materials/m", 0.5))
    assert len(made.not_made) == 1
    assert made.study.materials[0].gross_amount == kg(0.75)
