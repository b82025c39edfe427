"""What other choices and figures make of a footprint: a study of three lines, worked by hand."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.factor import Boundary, PowerMix
from supplier_pcf.domain.flows import (
    Allocation,
    AllocationBasis,
    Basis,
    CoProduct,
    Material,
    Origin,
    Waste,
)
from supplier_pcf.domain.site import PlantOutput
from supplier_pcf.domain.transport import FuelUse, Transport
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.sensitivity import Varied, sensitivity
from tests.build import AS_OF, Case, a_factor, a_plant, kg

STEEL = a_factor("steel", 2.0, sigma_ln=0.2, sigma_origin="published_interval")
SCRAP_STEEL = a_factor("scrap-steel", 0.5, sigma_ln=0.1, sigma_origin="judgement")
GRID = a_factor(
    "grid",
    0.6,
    unit="kWh",
    category="electricity",
    power_mix=PowerMix.CONSUMPTION,
    boundary=Boundary.DELIVERED_LIFE_CYCLE,
    sigma_ln=0.05,
    sigma_origin="judgement",
)
RESIDUAL = replace(GRID, id="residual", fossil=0.8, power_mix=PowerMix.RESIDUAL)
PLANT = a_plant(
    PlantOutput(
        id="own",
        is_this_product=True,
        units=1000,
        mass_per_unit=kg(1.0),
        machine_hours=100,
        price_per_unit=4.0,
    ),
    PlantOutput(
        id="other", units=3000, mass_per_unit=kg(3.0), machine_hours=300, price_per_unit=12.0
    ),
)
"""By mass 1,000 of 10,000 kg, by pieces 1,000 of 4,000, by hours 100 of 400, by value 4,000 of 40,000."""


def three_lines():
    """1.5 kg steel of which 40 % recycled: 1.5 x (0.6 x 2 + 0.4 x 0.5) = 2.1; power of 40,000 kWh x 1/4
    for 1,000 pieces = 10 kWh x 0.6 = 6.0; 0.5 kg of sold scrap for which 2.0 could be credited. 8.1 in all."""
    steel = Material(
        id="m",
        name="Body",
        amount=kg(1.5),
        factor_id="steel",
        recycled_factor_id="scrap-steel",
        recycled_post_consumer=0.4,
        origin=Origin.MEASURED,
    )
    power = EnergyUse(
        id="e",
        carrier=Carrier.ELECTRICITY,
        site_id="nb",
        basis=Basis.PER_PERIOD,
        amount=Quantity(40_000, "kWh"),
        allocation=Allocation(basis=AllocationBasis.MACHINE_HOURS, site_id="nb"),
        factor_id="grid",
        origin=Origin.MEASURED,
    )
    none = a_factor("collected", 0.0)
    scrap = Waste(id="w", amount=kg(0.5), factor_id="collected", replaces_factor_id="steel")
    case = Case().having(sites=PLANT).with_flow("materials", steel, STEEL, SCRAP_STEEL)
    case = case.with_flow("energy_uses", power, GRID, RESIDUAL)
    return case.with_flow("wastes", scrap, none)


def found(case):
    told = sensitivity(case.study, case.library, case.rules, AS_OF)
    return {(v.varied, v.subject): v for v in told}


def options(variation):
    return {option.code: option.kg for option in variation.options}


def test_the_study_is_what_was_worked_out():
    assert three_lines().result.excluding == pytest.approx(8.1)


def test_every_basis_the_plant_allows_is_calculated():
    """Power 40 kWh a piece x 0.6 = 24 kg, shared 1/10 by mass and value, 1/4 by pieces and hours."""
    variation = found(three_lines())[Varied.ALLOCATION, "nb"]
    assert options(variation) == pytest.approx(
        {"mass": 4.5, "pieces": 8.1, "machine_hours": 8.1, "value": 4.5}
    )
    assert (variation.low, variation.high, variation.span) == pytest.approx((4.5, 8.1, 3.6))


def test_a_basis_without_its_figures_is_no_alternative():
    case = three_lines()
    site = case.study.sites[0]
    bare = tuple(replace(o, price_per_unit=None) for o in site.outputs)
    variation = found(case.having(sites=(replace(site, outputs=bare),)))[Varied.ALLOCATION, "nb"]
    assert set(options(variation)) == {"mass", "pieces", "machine_hours"}


def test_power_without_a_contract_by_the_residual_mix():
    """10 kWh x 0.8 instead of 0.6: two kilograms more; no fossil stand-in is among these factors."""
    case = three_lines()
    site = replace(case.study.sites[0], residual_factor_id="residual")
    variation = found(case.having(sites=(site,)))[Varied.ELECTRICITY, ""]
    assert options(variation) == pytest.approx(
        {"consumption": 8.1, "residual": 10.1, "location": 8.1}
    )


def test_no_recycled_input_and_ten_points_more_or_less():
    """1.5 x 2 = 3.0 without; at 30 % 1.5 x 1.55, at 50 % 1.5 x 1.25; beside 6.0 of power."""
    variation = found(three_lines())[Varied.RECYCLED, "m"]
    by_share = {round(o.value, 9): o.kg for o in variation.options}
    assert by_share == pytest.approx({0.0: 9.0, 0.3: 8.325, 0.5: 7.875})


def test_a_credit_for_scrap_is_shown_as_information():
    """0.5 kg x 2.0 off 8.1."""
    assert options(found(three_lines())[Varied.SCRAP, ""]) == pytest.approx({"credit": 7.1})


def test_a_factor_moves_by_its_range_and_by_ten_percent():
    """The grid: 6.0 x exp(1.96 x 0.05) and 6.0 x 1.1, beside 2.1."""
    variation = found(three_lines())[Varied.FACTOR, "grid"]
    reach = math.exp(1.959963984540054 * 0.05)
    assert options(variation) == pytest.approx({"low": 2.1 + 6 / reach, "high": 2.1 + 6 * reach})
    assert variation.ten_percent == pytest.approx((7.5, 8.7))


def test_a_recycled_factor_moves_its_part_alone():
    """1.5 x 0.4 x 0.5 = 0.3 kg: ten percent are 0.03."""
    variation = found(three_lines())[Varied.FACTOR, "scrap-steel"]
    assert variation.ten_percent == pytest.approx((8.07, 8.13))


def test_an_amount_moves_all_that_hangs_on_it():
    assert found(three_lines())[Varied.AMOUNT, "amount/m"].ten_percent == pytest.approx(
        (7.89, 8.31)
    )


def test_a_leg_by_litres_for_each_kilometre_is_an_amount_like_any():
    """200 km x 0.3 l x 2.5 = 150: ten percent are 15."""
    fuel = FuelUse(litres_per_km_loaded=0.3)
    leg = Transport(id="t", distance=Quantity(200, "km"), fuel=fuel, factor_id="diesel")
    case = Case().with_flow("transports", leg, a_factor("diesel", 2.5, unit="l"))
    assert found(case)[Varied.AMOUNT, "amount/t"].ten_percent == pytest.approx((135, 165))


def test_what_changes_most_comes_first():
    spans = [v.span for v in sensitivity(*_of(three_lines()))]
    assert spans == sorted(spans, reverse=True)


def test_an_alternative_that_loses_a_row_is_no_alternative():
    """Without a price no co-product can be shared by value: only the way by mass is left, and it is the present one."""
    beside = CoProduct(id="c", amount=kg(1.0))
    case = three_lines().having(co_products=(beside,))
    assert (Varied.CO_PRODUCTS, "") not in found(case)


def test_sharing_with_a_co_product_by_value():
    """By mass 1 of 2 kg; by value 4 of 5 (price 4 and 1): half of 8.1 against four fifths."""
    beside = CoProduct(id="c", amount=kg(1.0), price=1.0)
    case = three_lines()
    product = replace(case.study.product, price=4.0, currency="EUR")
    told = found(case.having(co_products=(beside,), product=product))
    assert options(told[Varied.CO_PRODUCTS, ""]) == pytest.approx(
        {"physical": 4.05, "economic": 6.48}
    )


def test_nothing_is_said_of_no_figure():
    assert sensitivity(*_of(Case())) == ()


@settings(max_examples=20, deadline=None)
@given(st.floats(0.01, 100))
def test_a_larger_declared_unit_scales_every_alternative(times):
    case = three_lines()
    unit = replace(case.study.declared_unit, amount=times)
    one, other = found(case), found(case.having(declared_unit=unit))
    assert set(one) == set(other)
    for key, variation in one.items():
        assert other[key].high == pytest.approx(variation.high * times)


def _of(case):
    return case.study, case.library, case.rules, AS_OF
