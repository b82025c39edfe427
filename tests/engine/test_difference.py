"""Causes of a difference: worked by hand, and summing exactly whatever the studies are."""

import math
import random
from dataclasses import replace

import pytest

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import (
    Allocation,
    AllocationBasis,
    Basis,
    Exclusion,
    Material,
    Waste,
)
from supplier_pcf.domain.record import DeclaredUnit, Forerunner
from supplier_pcf.domain.site import PlantOutput, ProcessStep
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.difference import CauseKind, Side, difference, parts_of
from supplier_pcf.factors.library import FactorLibrary
from tests.build import AS_OF, ISO, a_factor, a_plant, a_study, kg

STEEL = a_factor("steel", 2.0)
GREEN = a_factor("green", 1.5)
GRID_OLD = a_factor("grid-24", 0.6, unit="kWh")
GRID = a_factor("grid-25", 0.5, unit="kWh")
TONNE = a_factor("steel-t", 2000.0, unit="t")
FACTORS = (STEEL, GREEN, GRID_OLD, GRID, TONNE)


def side(study):
    return Side(study, calculate(study, FactorLibrary.of(FACTORS), ISO, AS_OF))


def differ(before, after, **how):
    return difference(side(before), side(after), **how)


def found(made):
    return {(c.kind.value, c.name): round(c.kg, 12) for c in made.causes}


def sheet(amount=1.0, factor="steel", **facts):
    return Material(id="m", name="Sheet", amount=kg(amount), factor_id=factor, **facts)


def power(amount, factor, **facts):
    return EnergyUse(
        id="e", name="Power", amount=Quantity(amount, "kWh"), factor_id=factor, **facts
    )


def test_three_lines_worked_by_hand():
    """Sheet 1 kg x 2 becomes 1.2 kg x 1.5: amount 0.2 x 1.75, factor -0.5 x 1.1; power and waste beside it.

    Power 4 kWh x 0.6 becomes 4 x 0.5: -0.4 by the factor. Oil 0.1 kg x 2 is gone: -0.2.
    From 2.0 + 2.4 + 0.2 = 4.6 to 1.8 + 2.0 = 3.8: -0.8 = 0.35 - 0.55 - 0.4 - 0.2.
    """
    oil = Material(id="o", name="Oil", amount=kg(0.1), factor_id="steel")
    before = a_study(materials=(sheet(), oil), energy_uses=(power(4, "grid-24"),))
    after = a_study(materials=(sheet(1.2, "green"),), energy_uses=(power(4, "grid-25"),))
    made = differ(before, after)
    assert (made.before, made.after) == (pytest.approx(4.6), pytest.approx(3.8))
    assert found(made) == {
        ("factor", "Sheet"): -0.55,
        ("factor", "Power"): -0.4,
        ("amount", "Sheet"): 0.35,
        ("gone", "Oil"): -0.2,
    }
    assert [abs(c.kg) for c in made.causes] == sorted(abs(c.kg) for c in made.causes)[::-1]
    by_kind = {c.kind: c for c in made.causes}
    assert (by_kind[CauseKind.AMOUNT].before, by_kind[CauseKind.AMOUNT].after) == (1.0, 1.2)
    assert by_kind[CauseKind.GONE].where == "materials/o"


def test_three_members_that_all_change_share_by_the_mean_of_all_six_orders():
    """2 x 3 x 4 = 24 becomes 4 x 6 x 5 = 120; the first of them by hand: 2 x (12/3 + (6x4 + 3x5)/6 + 30/3) = 41."""
    parts = dict(parts_of([2, 3, 4], [4, 6, 5]))
    assert parts[0] == pytest.approx(2 * (12 / 3 + (24 + 15) / 6 + 30 / 3))
    assert sum(parts.values()) == pytest.approx(96)


def test_a_yield_is_a_cause_of_its_own():
    """1 kg net at a yield of 0.8 takes 1.25 kg, at 0.5 it takes 2 kg: (2 - 1.25) x 2 = 1.5 by losses alone."""
    steps = [(ProcessStep(id="s", material_yield=y),) for y in (0.8, 0.5)]
    before, after = (a_study(materials=(sheet(),), process_steps=s) for s in steps)
    assert found(differ(before, after)) == {("losses", "Sheet"): 1.5}


def shared(used, own, other, factor="grid-25", basis=AllocationBasis.MASS):
    """A plant that made so many pieces of 1 kg of this product and of another."""
    this = PlantOutput(id="a", is_this_product=True, units=own, mass_per_unit=kg(1))
    that = PlantOutput(id="b", units=other, mass_per_unit=kg(1))
    use = power(used, factor, basis=Basis.PER_PERIOD, allocation=Allocation(basis=basis))
    study = a_study(sites=a_plant(this, that), energy_uses=(use,))
    return replace(study, product=replace(study.product, volume=float(own)))


def test_a_plant_that_makes_more_with_more_power_changes_nothing():
    """1,000 kWh for 1,000 kg become 2,000 kWh for 2,000 kg: 1 kWh a kg in both years."""
    assert differ(shared(1000, 500, 500), shared(2000, 1500, 500)).causes == ()


def test_a_plant_that_needs_less_power_for_each_kg_is_seen_as_such():
    """1.0 kWh/kg becomes 0.8 kWh/kg: -0.2 x 0.5 = -0.1 kg, told in kWh for each kg."""
    made = differ(shared(1000, 500, 500), shared(1600, 1500, 500))
    assert found(made) == {("amount", "Power"): -0.1}
    assert made.causes[0].unit == "kWh/kg"


def test_another_basis_of_sharing_is_a_change_of_the_share():
    """Half of 1,000 kWh by mass, a tenth as entered: (0.1 - 0.5) x 1000 / 500 x 0.5 = -0.4."""
    after = shared(1000, 500, 500)
    entered = Allocation(basis=AllocationBasis.SHARE, share=0.1)
    after = replace(after, energy_uses=(replace(after.energy_uses[0], allocation=entered),))
    assert found(differ(shared(1000, 500, 500), after)) == {("share", "Power"): -0.4}


def test_a_heavier_piece_lowers_the_figure_for_a_kilogram():
    """2 kg CO2e a piece, declared for 1 kg: a piece of 1 kg gives 2.0, one of 1.25 kg gives 1.6."""
    before = a_study(materials=(sheet(),), declared_unit=DeclaredUnit(amount=1, unit="kg"))
    after = replace(before, product=replace(before.product, mass=kg(1.25)))
    assert found(differ(before, after)) == {("unit", "Sheet"): -0.4}


def test_a_factor_in_tonnes_is_the_same_factor():
    before, after = a_study(materials=(sheet(),)), a_study(materials=(sheet(factor="steel-t"),))
    assert differ(before, after).causes == ()


def test_lines_on_one_factor_are_one_cause():
    """Two lines of 4 and 6 kWh: 10 x -0.1 = -1.0 by one factor."""
    before, after = (
        a_study(energy_uses=(power(4, f), replace(power(6, f), id="e2", name="Light")))
        for f in ("grid-24", "grid-25")
    )
    (cause,) = differ(before, after).causes
    assert (cause.kind, round(cause.kg, 12), cause.lines) == (CauseKind.FACTOR, -1.0, 2)
    assert (cause.factor_before, cause.factor_after) == ("grid-24", "grid-25")
    assert (cause.before, cause.after) == (pytest.approx(0.6), pytest.approx(0.5))


def test_what_is_left_out_now_is_no_line_that_is_gone():
    before = a_study(materials=(sheet(),))
    after = a_study(materials=(sheet(exclusion=Exclusion(reason="small")),))
    assert found(differ(before, after)) == {("uncounted", "Sheet"): -2.0}
    assert found(differ(after, before)) == {("counted", "Sheet"): 2.0}


def test_other_rules_come_first_and_the_rest_is_as_before():
    """4 under its own rules, 2 under the newer's: -2 by the method, then 1 kg more sheet."""
    made = differ(a_study(materials=(sheet(),)), a_study(materials=(sheet(2),)), original=4.0)
    assert [(c.kind.value, c.kg) for c in made.causes] == [("method", -2.0), ("amount", 2.0)]
    assert (made.before, made.after) == (4.0, 4.0)


@pytest.mark.parametrize(
    ("ids", "kinds"),
    [(("x", "x"), {"amount"}), (("x", "y"), {"amount"})],
    ids=["same id", "same part number"],
)
def test_lines_are_found_again(ids, kinds):
    old, new = (replace(sheet(amount), id=i) for i, amount in zip(ids, (1, 2), strict=True))
    before = a_study(materials=(replace(old, part_number="P 1"),))
    after = a_study(materials=(replace(new, name="Blech", part_number="p  1"),))
    assert {c.kind.value for c in differ(before, after).causes} == kinds


def test_the_same_id_in_a_stranger_is_another_line():
    before = a_study(id="one", materials=(sheet(),))
    after = a_study(id="two", materials=(replace(sheet(2), name="Wire"),))
    assert {c.kind.value for c in differ(before, after).causes} == {"new", "gone"}
    begun = replace(after, forerunner=Forerunner(study_id="one"))
    assert {c.kind.value for c in differ(before, begun).causes} == {"amount"}


def a_random_study(chance):
    def line(i):
        return Material(
            id=f"m{i}",
            name=f"Part {i}",
            amount=kg(chance.choice([0.0, chance.uniform(0.001, 9)])),
            gross_amount=kg(chance.uniform(1, 9)) if chance.random() < 0.3 else None,
            factor_id=chance.choice(["steel", "green", "steel-t", None]),
        )

    lines = tuple(line(i) for i in range(12) if chance.random() < 0.8)
    wastes = tuple(
        Waste(id=f"w{i}", name="Scrap", amount=kg(chance.uniform(0, 2)), factor_id="steel")
        for i in range(chance.randrange(3))
    )
    step = ProcessStep(id="s", material_yield=chance.uniform(0.3, 1), reject_share=0.01)
    basis = chance.choice([AllocationBasis.MASS, AllocationBasis.PIECES, AllocationBasis.ALL])
    plant = shared(
        chance.uniform(10, 9999),
        chance.randrange(1, 999),
        chance.randrange(999),
        chance.choice(["grid-24", "grid-25"]),
        basis,
    )
    unit = chance.choice(["piece", "kg"])
    plant = replace(plant, product=replace(plant.product, mass=kg(chance.uniform(0.1, 5))))
    return replace(
        plant,
        materials=lines,
        wastes=wastes,
        process_steps=(step,),
        declared_unit=DeclaredUnit(amount=1, unit=unit),
    )


@pytest.mark.parametrize("seed", range(60))
def test_the_causes_sum_to_the_difference_exactly(seed):
    chance = random.Random(seed)
    before, after = a_random_study(chance), a_random_study(chance)
    after = replace(after, declared_unit=before.declared_unit)
    made = differ(before, after)
    assert made.kg == pytest.approx(side(after).result.excluding - side(before).result.excluding)
    whole = math.fsum(cause.kg for cause in made.causes)
    assert whole == pytest.approx(made.kg, rel=1e-12, abs=1e-14)
    back = differ(after, before)
    assert math.fsum(c.kg for c in back.causes) == pytest.approx(-whole, rel=1e-12, abs=1e-14)
