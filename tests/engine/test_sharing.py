"""Plant amounts among products: test vector V7, worked by an independent script."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.flows import Allocation, AllocationBasis
from supplier_pcf.domain.site import PlantOutput
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.sharing import allocated_share, plant_shares, product_share, units_made
from tests.build import a_plant, a_study


def output(name, units, mass, hours, price, this=False):
    return PlantOutput(
        id=name,
        is_this_product=this,
        units=units,
        mass_per_unit=Quantity(mass, "kg"),
        machine_hours=hours,
        price_per_unit=price,
    )


V7 = (
    output("P1", 100000, 1.2, 2500, 6.0, this=True),
    output("P2", 40000, 3.5, 2200, 9.0),
    output("P3", 200000, 0.15, 1300, 1.1),
)


@pytest.mark.parametrize(
    ("basis", "shares", "kwh"),
    [
        (
            "mass",
            (0.41379310344827586, 0.4827586206896552, 0.10344827586206896),
            4.9655172413793105,
        ),
        (
            "pieces",
            (0.29411764705882354, 0.11764705882352941, 0.5882352941176471),
            3.5294117647058827,
        ),
        ("machine_hours", (0.4166666666666667, 0.36666666666666664, 0.21666666666666667), 5.0),
        ("value", (0.5084745762711864, 0.3050847457627119, 0.18644067796610173), 6.101694915254237),
    ],
)
def test_four_bases_share_a_plants_electricity(basis, shares, kwh):
    assert plant_shares(V7, AllocationBasis(basis)) == pytest.approx(shares)
    share = product_share(a_plant(*V7)[0], AllocationBasis(basis))
    assert 1_200_000 * share / 100_000 == pytest.approx(kwh)


def test_a_missing_weight_gives_no_share_at_all():
    partly = (V7[0], replace(V7[1], machine_hours=None))
    assert plant_shares(partly, AllocationBasis.MACHINE_HOURS) is None


def test_a_plant_without_this_product_gives_no_share():
    assert product_share(a_plant(V7[1])[0], AllocationBasis.MASS) is None


@pytest.mark.parametrize(("share", "found"), [(0.25, 0.25), (1.2, None), (None, None)])
def test_entered_share_must_be_a_share(share, found):
    allocation = Allocation(basis=AllocationBasis.SHARE, share=share)
    assert allocated_share(a_study(), allocation, "") == found


def test_units_made_are_the_sum_over_plants_where_no_volume_is_entered():
    study = a_study(sites=a_plant(*V7))
    study = replace(study, product=replace(study.product, volume=None))
    assert units_made(study) == 100000


weights = st.lists(st.floats(0.001, 1e6), min_size=1, max_size=20)


@given(weights)
def test_shares_always_sum_to_one(hours):
    outputs = [PlantOutput(id=str(i), machine_hours=h) for i, h in enumerate(hours)]
    shares = plant_shares(outputs, AllocationBasis.MACHINE_HOURS)
    assert math.fsum(shares) == pytest.approx(1.0, abs=1e-9)


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=1, max_size=5))
def test_any_numbers_give_shares_or_nothing_and_no_fault(units):
    outputs = [PlantOutput(id=str(n), units=u) for n, u in enumerate(units)]
    shares = plant_shares(outputs, AllocationBasis.PIECES)
    assert shares is None or abs(math.fsum(shares) - 1) <= 1e-9
