"""How much of a flow goes into one unit: yields, levels, trips, legs, meters."""

from datetime import date

import pytest

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import Material, Packaging, PackagingKind, Waste
from supplier_pcf.domain.site import Meter, ProcessStep, Reading
from supplier_pcf.domain.study import Period
from supplier_pcf.domain.transport import FuelUse, Transport
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.amounts import Amounts, metered
from supplier_pcf.engine.bill_of_materials import depths, losses, steps_from
from supplier_pcf.engine.result import NotCounted
from tests.build import Case, a_factor, a_study, kg


def amount_of(kind, flow, **facts):
    study = a_study(**{kind: (flow,), **facts})
    return Amounts(study).per_unit(flow)


STAMPING = ProcessStep(id="stamp", material_yield=0.75, reject_share=0.02)
ASSEMBLY = ProcessStep(id="assemble", reject_share=0.01)


def test_yield_and_rejects_give_the_gross_mass():
    """V19: 1.2 / (0.75 x 0.98) = 1.632653."""
    sheet = Material(id="m", amount=kg(1.2))
    value, unit = amount_of("materials", sheet, process_steps=(STAMPING,))
    assert (value, unit) == (pytest.approx(1.6326530612244896), "kg")


def test_yields_of_steps_multiply_from_where_a_material_enters():
    steps = (STAMPING, ASSEMBLY)
    sheet, nut = (
        Material(id="m", amount=kg(1)),
        Material(id="n", amount=kg(1), enters_at="assemble"),
    )
    assert amount_of("materials", sheet, process_steps=steps)[0] == pytest.approx(
        1 / (0.75 * 0.98 * 0.99)
    )
    assert amount_of("materials", nut, process_steps=steps)[0] == pytest.approx(1 / 0.99)


def test_entered_gross_mass_replaces_the_yields():
    sheet = Material(id="m", amount=kg(1.2), gross_amount=kg(1.6))
    assert amount_of("materials", sheet, process_steps=(STAMPING,)) == (1.6, "kg")


def test_auxiliaries_know_no_yield():
    oil = Material(id="m", amount=kg(0.1), is_auxiliary=True)
    assert amount_of("materials", oil, process_steps=(STAMPING,)) == (0.1, "kg")


@pytest.mark.parametrize(
    "step", [ProcessStep(id="s", material_yield=0.0), ProcessStep(id="s", reject_share=1.0)]
)
def test_a_step_that_yields_nothing_is_a_reason(step):
    sheet = Material(id="m", amount=kg(1))
    assert amount_of("materials", sheet, process_steps=(step,)) is NotCounted.NO_YIELD


def test_losses_of_no_steps_are_none():
    assert losses(()) == {None: 1.0}


def test_levels_multiply_and_only_leaves_count():
    case = Case()
    lines = (
        Material(id="assembly", quantity_per=2),
        Material(id="sub", parent_id="assembly", quantity_per=3),
        Material(id="leaf", parent_id="sub", quantity_per=4, amount=kg(0.1), factor_id="f"),
    )
    for line in lines:
        case = case.with_flow("materials", line)
    case = Case(case.study, [a_factor("f", 1.0)])
    assert case.result.excluding == pytest.approx(2 * 3 * 4 * 0.1)
    assert (case.result.rows_counted, case.result.rows_total) == (1, 1)


def test_a_parent_with_its_own_factor_closes_its_branch():
    lines = (
        Material(id="bought", amount=Quantity(1, "piece"), quantity_per=2, factor_id="p"),
        Material(id="inside", parent_id="bought", amount=kg(9), factor_id="f"),
    )
    factors = [a_factor("p", 1.5, unit="piece"), a_factor("f", 1.0)]
    result = Case(a_study(materials=lines), factors).result
    assert result.excluding == pytest.approx(3.0)
    assert result.flows[1].reason is NotCounted.CLOSED_BY_PARENT
    assert result.complete


def test_levels_in_a_circle_are_a_reason():
    lines = (
        Material(id="a", parent_id="b", amount=kg(1), factor_id="f"),
        Material(id="b", parent_id="a", amount=kg(1)),
    )
    result = Case(a_study(materials=lines), [a_factor("f")]).result
    assert {line.reason for line in result.flows} == {NotCounted.CIRCULAR}


def test_a_parent_that_is_not_there_counts_as_none():
    line = Material(id="a", parent_id="gone", amount=kg(2), quantity_per=2)
    assert amount_of("materials", line) == (4, "kg")


def test_one_way_package_is_shared_by_its_content():
    box = Packaging(id="b", amount=kg(0.6), units_per_package=60)
    assert amount_of("packaging", box) == (pytest.approx(0.01), "kg")


def test_returnable_package_is_shared_by_its_trips_too():
    """V8: 4.5 kg box, 100 trips, 60 parts, at 2.0 kg/kg: 0.0015 kg."""
    box = Packaging(
        id="b", kind=PackagingKind.RETURNABLE, amount=kg(4.5), units_per_package=60, trips=100
    )
    assert amount_of("packaging", box)[0] * 2.0 == pytest.approx(0.0015)


def test_package_without_content_has_no_share():
    assert amount_of("packaging", Packaging(id="b", amount=kg(1))) is NotCounted.NO_SHARE


def test_leg_is_mass_times_adjusted_distance():
    """V13: 385 over 350 is a distance adjustment of 1.10."""
    leg = Transport(
        id="t", carried_mass=kg(2000), distance=Quantity(350, "km"), distance_adjustment=1.10
    )
    assert amount_of("transports", leg) == (pytest.approx(2 * 385), "t.km")


def test_fuel_of_a_trip_is_shared_by_mass():
    """V12: 350 km x (0.30 + 0.4 x 0.24) = 138.6 l for 14 t; x 3.24 = 449.064 kg."""
    fuel = FuelUse(litres_per_km_loaded=0.30, litres_per_km_empty=0.24, empty_share=0.4)
    whole = Transport(id="t", carried_mass=kg(14000), distance=Quantity(350, "km"), fuel=fuel)
    value, unit = amount_of("transports", whole)
    assert (value, unit) == (pytest.approx(138.6), "l")
    assert value * 3.24 == pytest.approx(449.064)
    part = FuelUse(
        litres_per_km_loaded=0.30,
        litres_per_km_empty=0.24,
        empty_share=0.4,
        load=Quantity(14, "t"),
    )
    seven = Transport(id="t", carried_mass=kg(7000), distance=Quantity(350, "km"), fuel=part)
    assert amount_of("transports", seven)[0] == pytest.approx(69.3)


def test_leg_carries_the_gross_mass_of_its_materials():
    sheet = Material(id="m", amount=kg(1.2), gross_amount=kg(1.6))
    leg = Transport(id="t", carries=("m",), distance=Quantity(350, "km"))
    assert amount_of("transports", leg, materials=(sheet,))[0] == pytest.approx(0.56)


def test_leg_whose_cargo_has_no_mass_has_no_amount():
    part = Material(id="m", amount=Quantity(1, "piece"))
    leg = Transport(id="t", carries=("m",), distance=Quantity(350, "km"))
    assert amount_of("transports", leg, materials=(part,)) is NotCounted.NO_AMOUNT


YEAR = Period(start=date(2025, 1, 1), end=date(2025, 12, 31))


def readings(*rows):
    return Meter(id="m", readings=tuple(Reading(start=a, end=b, amount=x) for a, b, x in rows))


def test_readings_inside_the_period_are_summed():
    meter = readings(
        (date(2025, 1, 1), date(2025, 1, 31), 100.0), (date(2025, 2, 1), date(2025, 2, 28), 50.0)
    )
    assert metered(meter, YEAR) == 150


def test_reading_half_inside_the_period_counts_by_its_days():
    meter = readings((date(2024, 12, 22), date(2025, 1, 10), 100.0))
    assert metered(meter, YEAR) == pytest.approx(50)


def test_reading_outside_the_period_does_not_count():
    assert metered(readings((date(2024, 1, 1), date(2024, 1, 31), 9.0)), YEAR) == 0


def test_metered_energy_is_always_of_the_period():
    meter = readings((date(2025, 1, 1), date(2025, 12, 31), 5000.0))
    use = EnergyUse(id="e", meter_id="m")
    assert amount_of("energy_uses", use, meters=(meter,)) == (5.0, "kWh")


def test_what_is_fed_back_does_not_go_in():
    """By hand: 1.6 kg gross, 0.3 kg of sprue straight back into the machine, 1.3 kg of new material."""
    plastic = Material(id="m", amount=kg(1.2), gross_amount=kg(1.6), returned=kg(0.3))
    assert amount_of("materials", plastic)[0] == pytest.approx(1.3)


def test_what_is_fed_back_is_for_one_unit_of_the_line():
    plastic = Material(
        id="m", amount=kg(0.12), quantity_per=2, returned=Quantity(40, "g"), note="2 clips"
    )
    steps = (ProcessStep(id="mould", material_yield=0.75),)
    assert amount_of("materials", plastic, process_steps=steps)[0] == pytest.approx(
        2 * (0.12 / 0.75 - 0.04)
    )


def test_never_less_goes_in_than_stays_in_the_product():
    plastic = Material(id="m", amount=kg(1.2), gross_amount=kg(1.6), returned=kg(0.9))
    assert amount_of("materials", plastic)[0] == pytest.approx(1.2)


def test_a_mass_fed_back_of_pieces_changes_nothing():
    nut = Material(id="m", amount=Quantity(2, "piece"), returned=kg(0.1))
    assert amount_of("materials", nut) == (2, "piece")


def test_the_mass_balance_knows_what_is_fed_back():
    """By hand: 1.6 kg gross, 0.3 back, 1.0 product, 0.28 scrap: 0.02 of 1.3 kg is missing, 1.538 %."""
    plastic = Material(
        id="m", amount=kg(1.0), gross_amount=kg(1.6), returned=kg(0.3), factor_id="f"
    )
    case = Case(factors=[a_factor("f")]).with_flow("materials", plastic)
    balance = case.with_flow("wastes", Waste(id="w", amount=kg(0.28))).result.mass_balance
    assert (balance.inputs, balance.returned) == (pytest.approx(1.3), pytest.approx(0.3))
    assert balance.relative == pytest.approx(0.02 / 1.3)
    assert balance.lost == pytest.approx(0.3)


def test_depths_count_the_assemblies_above():
    lines = (
        Material(id="a"),
        Material(id="b", parent_id="a"),
        Material(id="c", parent_id="b"),
        Material(id="x", parent_id="y"),
        Material(id="y", parent_id="x"),
        Material(id="z", parent_id="gone"),
    )
    assert depths(lines) == {"a": 0, "b": 1, "c": 2, "x": 0, "y": 0, "z": 0}


def test_steps_count_from_where_a_material_enters():
    assert steps_from((STAMPING, ASSEMBLY), "assemble") == (ASSEMBLY,)
    assert steps_from((STAMPING, ASSEMBLY), "gone") == (STAMPING, ASSEMBLY)
