"""An alloy or compound from shares: every figure can be added up by hand from what is recorded."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.factor import (
    Boundary,
    Gases,
    GwpSet,
    Layer,
    Provenance,
    RowType,
    ScrapConvention,
)
from supplier_pcf.domain.recipe import PartRole, RecipeKind
from supplier_pcf.factors.composition import (
    Component,
    Composition,
    ProcessingEnergy,
    compose,
)
from supplier_pcf.factors.library import FactorLibrary
from tests.build import a_factor

POWER = a_factor(
    "t:power", 0.6, unit="kWh", category="electricity", boundary=Boundary.DELIVERED_LIFE_CYCLE
)
HEAT = a_factor("t:heat", 0.25, unit="kWh net", boundary=Boundary.COMBUSTION_AND_UPSTREAM)
ALUMINIUM = a_factor("t:al", 16.0, year_to=2023, version=3)
SILICON = a_factor("t:si", 11.0, unit="t", fossil=11_000.0, year_to=2019)
COPPER = a_factor("t:cu", 4.0)
LIBRARY = FactorLibrary.of([POWER, HEAT, ALUMINIUM, SILICON, COPPER])

ALLOY = Composition(
    name="AlSi9Cu3",
    components=(
        Component(factor_id="t:al", share=0.88),
        Component(factor_id="t:si", share=0.09),
        Component(factor_id="t:cu", share=0.03),
    ),
    energies=(
        ProcessingEnergy(factor_id="t:power", amount=0.5),
        ProcessingEnergy(factor_id="t:heat", amount=7.2, unit="MJ net", is_heat=True),
    ),
    material_yield=0.96,
    place="CN-ZJ",
    document="EN 1706, table 1",
)


def made(composition=ALLOY, library=LIBRARY, taken=frozenset()):
    return compose(composition, library, taken)


def factor_of(*changes, **facts):
    result = made(replace(ALLOY, **facts), *changes)
    assert result.factor is not None, result.findings
    return result.factor


def codes(**facts):
    result = made(replace(ALLOY, **facts))
    return [finding.code for finding in result.findings]


def test_the_figure_is_what_a_pocket_calculator_says():
    """(0.88 x 16 + 0.09 x 11 + 0.03 x 4) / 0.96 = 15.8229; + 0.5 x 0.6 + 2 kWh x 0.25 = 16.6229."""
    factor = factor_of()
    assert factor.kg_co2e == pytest.approx(15.19 / 0.96 + 0.3 + 0.5, rel=1e-12)
    assert factor.kg_co2e == pytest.approx(16.62291667, rel=1e-9)


def test_the_parts_are_recorded_so_that_a_verifier_can_add_them_up():
    recipe = factor_of().recipe
    assert (recipe.kind, recipe.material_yield) == (RecipeKind.COMPOSITION, 0.96)
    assert [(p.factor_id, p.version, p.share, p.role) for p in recipe.parts] == [
        ("t:al", 3, 0.88, PartRole.COMPONENT),
        ("t:si", 1, 0.09, PartRole.COMPONENT),
        ("t:cu", 1, 0.03, PartRole.COMPONENT),
        ("t:power", 1, None, PartRole.ELECTRICITY),
        ("t:heat", 1, None, PartRole.HEAT),
    ]
    by_hand = sum(part.amount * part.buckets.fossil for part in recipe.parts)
    assert by_hand == pytest.approx(factor_of().kg_co2e, rel=1e-12)
    assert recipe.parts[1].amount == pytest.approx(0.09 / 0.96 / 1000)


def test_the_factor_says_what_it_is():
    factor = factor_of()
    assert (factor.id, factor.layer, factor.unit) == ("own:alsi9cu3", Layer.OWN, "kg")
    assert (factor.boundary, factor.place) == (Boundary.CRADLE_TO_GATE, "CN-ZJ")
    assert factor.provenance is Provenance.COMPUTED
    assert factor.year_to == 2019
    assert made(ALLOY, LIBRARY, frozenset({"own:alsi9cu3"})).factor.id == "own:alsi9cu3-2"


@given(
    st.lists(st.integers(1, 1000), min_size=3, max_size=3),
    st.permutations([0, 1, 2]),
    st.floats(0.1, 9),
)
def test_order_does_not_matter_and_the_sum_is_linear(weights, order, times):
    shares = [weight / sum(weights) for weight in weights]
    parts = [
        Component(factor_id=i, share=s)
        for i, s in zip(("t:al", "t:si", "t:cu"), shares, strict=True)
    ]
    plain = replace(ALLOY, components=tuple(parts))
    mixed = replace(plain, components=tuple(parts[n] for n in order))
    dearer = FactorLibrary.of(
        replace(f, fossil=f.fossil * times) for f in (POWER, HEAT, ALUMINIUM, SILICON, COPPER)
    )
    one = made(plain).factor.kg_co2e
    assert made(mixed).factor.kg_co2e == pytest.approx(one, rel=1e-12)
    assert made(plain, dearer).factor.kg_co2e == pytest.approx(times * one, rel=1e-9)


def test_parts_that_all_factors_state_are_combined():
    """0.9 x (2 + 0.1) and 0.1 x (1 + 0.5), kWh 0.9 x 3 + 0.1 x 5 + 0.5 bought."""
    one = a_factor("t:a", 2.1, direct=2.0, upstream=0.1, grid_kwh=3.0, gases=Gases(2.0, 0.01))
    two = a_factor("t:b", 1.5, direct=1.0, upstream=0.5, grid_kwh=5.0, gases=Gases(1.0, 0.02))
    power = replace(POWER, direct=0.5, upstream=0.1, gases=Gases(0.5))
    library = FactorLibrary.of([one, two, power])
    factor = factor_of(
        library,
        components=(
            Component(factor_id="t:a", share=0.9),
            Component(factor_id="t:b", share=0.1),
        ),
        energies=(ProcessingEnergy(factor_id="t:power", amount=0.5),),
        material_yield=1.0,
    )
    assert factor.direct == pytest.approx(1.8 + 0.1 + 0.25)
    assert factor.upstream == pytest.approx(0.09 + 0.05 + 0.05)
    assert factor.grid_kwh == pytest.approx(2.7 + 0.5 + 0.5)
    assert factor.gases.co2_fossil == pytest.approx(1.8 + 0.1 + 0.25)
    assert factor.gases.ch4_fossil == pytest.approx(0.009 + 0.002)


def test_a_part_that_one_factor_keeps_silent_about_is_not_guessed():
    factor = factor_of()
    assert (factor.direct, factor.upstream, factor.gases, factor.grid_kwh) == (None,) * 4


def test_one_grid_behind_all_electricity_is_known_and_several_are_not():
    from_power = a_factor("t:a", 2.0, grid_kwh=3.0, grid_id="t:power")
    elsewhere = replace(from_power, id="t:b", grid_id="t:other")
    library = FactorLibrary.of([POWER, from_power, elsewhere])
    energies = (ProcessingEnergy(factor_id="t:power", amount=0.5),)
    same = factor_of(
        library, components=(Component(factor_id="t:a", share=1.0),), energies=energies
    )
    other = factor_of(
        library, components=(Component(factor_id="t:b", share=1.0),), energies=energies
    )
    assert (same.grid_id, other.grid_id) == ("t:power", "")


def test_the_spread_of_a_sum_is_the_root_of_squared_shares():
    """3 of 4 kg with ln GSD 0.4 and 1 of 4 kg with 0.2: sqrt(0.3^2 + 0.05^2)."""
    library = FactorLibrary.of(
        [a_factor("t:a", 6.0, sigma_ln=0.4), a_factor("t:b", 2.0, sigma_ln=0.2)]
    )
    shares = (Component(factor_id="t:a", share=0.5), Component(factor_id="t:b", share=0.5))
    factor = factor_of(library, components=shares, energies=())
    assert factor.sigma_ln == pytest.approx(math.hypot(0.3, 0.05))
    assert factor.sigma_origin == "from_parts"


def test_a_licensed_part_makes_the_whole_licensed():
    library = LIBRARY.with_factors([replace(COPPER, layer=Layer.LICENSED)])
    factor = factor_of(library)
    assert (factor.id, factor.layer, factor.set_id) == (
        "licensed:alsi9cu3",
        Layer.LICENSED,
        "licensed",
    )


def test_gwp_sets_of_parts_are_not_hidden():
    mixed = LIBRARY.with_factors([replace(COPPER, gwp_set=GwpSet.AR5)])
    unknown = LIBRARY.with_factors([replace(COPPER, gwp_set=GwpSet.UNKNOWN)])
    assert factor_of().gwp_set is GwpSet.AR6
    assert factor_of(mixed).gwp_set is GwpSet.MIXED
    assert factor_of(unknown).gwp_set is GwpSet.UNKNOWN


def test_a_recycling_credit_in_one_part_is_one_in_the_whole():
    credited = replace(COPPER, scrap_convention=ScrapConvention.CREDITED)
    cut_off = replace(ALUMINIUM, scrap_convention=ScrapConvention.CUT_OFF)
    assert factor_of(LIBRARY.with_factors([credited, cut_off])).scrap_convention == "credited"
    assert factor_of(LIBRARY.with_factors([cut_off])).scrap_convention == "not_stated"


def shares(*values):
    ids = ("t:al", "t:si", "t:cu")
    return tuple(Component(factor_id=i, share=s) for i, s in zip(ids, values, strict=True))


@pytest.mark.parametrize("total", [0.999, 1.0, 1.001])
def test_shares_may_be_off_by_a_tenth_of_a_percent_and_are_not_scaled(total):
    factor = factor_of(components=shares(total - 0.1, 0.1, 0.0), energies=(), material_yield=1.0)
    assert factor.kg_co2e == pytest.approx((total - 0.1) * 16 + 0.1 * 11, rel=1e-12)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"name": " "}, "composition.no_name"),
        ({"place": "Atlantis"}, "composition.no_place"),
        ({"document": ""}, "composition.no_source"),
        ({"components": ()}, "composition.empty"),
        ({"material_yield": 0.0}, "composition.yield"),
        ({"material_yield": 1.2}, "composition.yield"),
        ({"material_yield": float("nan")}, "composition.yield"),
        ({"components": shares(0.9, 0.0985, 0.0)}, "composition.sum"),
        ({"components": shares(0.9, 0.1, 0.0015)}, "composition.sum"),
        ({"components": shares(0.9, 0.1, None)}, "composition.share_missing"),
        ({"components": shares(1.1, -0.1, 0.0)}, "composition.share_bad"),
        ({"components": shares(1.0, float("nan"), 0.0)}, "composition.share_bad"),
        ({"components": (Component(factor_id="t:gone", share=1.0),)}, "composition.unknown_part"),
        ({"components": (Component(factor_id="t:power", share=1.0),)}, "composition.not_mass"),
        (
            {"energies": (ProcessingEnergy(factor_id="t:power", amount=-1.0),)},
            "composition.amount_bad",
        ),
        (
            {"energies": (ProcessingEnergy(factor_id="t:power", amount=1.0, unit="kg"),)},
            "composition.energy_unit",
        ),
        (
            {"energies": (ProcessingEnergy(factor_id="t:al", amount=1.0),)},
            "factor.boundary_unfit",
        ),
    ],
)
def test_what_stands_in_the_way_is_said(facts, code):
    result = made(replace(ALLOY, **facts))
    assert result.factor is None
    assert code in [finding.code for finding in result.findings]


def test_customs_bounds_and_money_are_no_components():
    bound = a_factor("t:cu", 4.0, row_type=RowType.BOUND_ONLY)
    spend = a_factor("t:cu", 4.0, row_type=RowType.SPEND, boundary=Boundary.SPEND)
    for part, code in ((bound, "factor.bound_only"), (spend, "factor.spend_only")):
        result = made(ALLOY, LIBRARY.with_factors([part]))
        assert result.factor is None
        assert code in [finding.code for finding in result.findings]


def test_power_without_its_upstream_is_used_with_a_warning():
    library = LIBRARY.with_factors([replace(POWER, boundary=Boundary.GENERATION)])
    result = made(ALLOY, library)
    assert result.factor is not None
    assert [f.code for f in result.findings] == ["factor.no_upstream", "factor.no_grid_losses"]
