"""One plant, all its products: test vector V7 (worked by an independent script) and hand arithmetic."""

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.energy import Carrier, DirectEmission, EnergyUse
from supplier_pcf.domain.factor import RowType
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Exclusion
from supplier_pcf.domain.plant import new_study
from supplier_pcf.domain.site import Meter, MeterPart, MeterPartKind, PlantOutput, Reading
from supplier_pcf.domain.study import Period, Product
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.meters import included_uses, production_amount, taken_off
from supplier_pcf.engine.plant import plant_tables
from supplier_pcf.engine.result import NotCounted
from supplier_pcf.factors.library import FactorLibrary
from tests.build import AS_OF, ISO, a_factor, a_plant, a_study, kg

YEAR = Period(start=date(2025, 1, 1), end=date(2025, 12, 31))
GRID = a_factor("grid", 0.62, unit="kWh")
R134A = a_factor("r134a", 1530, row_type=RowType.GWP)


def output(name, units, mass, hours, price, this=False):
    return PlantOutput(
        id=name,
        name=name,
        is_this_product=this,
        units=units,
        mass_per_unit=kg(mass),
        machine_hours=hours,
        price_per_unit=price,
    )


V7 = (
    output("P1", 100000, 1.2, 2500, 6.0, this=True),
    output("P2", 40000, 3.5, 2200, 9.0),
    output("P3", 200000, 0.15, 1300, 1.1),
)


def by(basis, **facts):
    return Allocation(basis=AllocationBasis(basis), site_id="nb", **facts)


def power(basis, **facts):
    told = {"id": "power", "site_id": "nb", "basis": Basis.PER_PERIOD, "factor_id": "grid"}
    amount = Quantity(1200, "MWh")
    return EnergyUse(**{**told, "amount": amount, "allocation": by(basis), **facts})


def table(*uses, outputs=V7, **facts):
    study = a_study(
        energy_uses=uses,
        sites=a_plant(*outputs),
        product=Product(name="P1", volume=100000.0, mass=kg(1.2)),
        **facts,
    )
    return plant_tables(study, FactorLibrary.of([GRID, R134A]), ISO, AS_OF)[0]


@pytest.mark.parametrize(
    ("basis", "kwh"),
    [
        ("mass", (4.9655172413793105, 14.482758620689655, 0.6206896551724138)),
        ("pieces", (3.5294117647058827, 3.5294117647058827, 3.5294117647058827)),
        ("machine_hours", (5.0, 11.0, 1.3)),
        ("value", (6.101694915254237, 9.152542372881356, 1.1186440677966103)),
    ],
)
def test_every_product_of_the_plant_carries_its_part(basis, kwh):
    found = table(power(basis))
    assert [p.kwh for p in found.products] == pytest.approx(kwh)
    assert [p.kg_co2e for p in found.products] == pytest.approx([0.62 * k for k in kwh])
    assert math.fsum(p.share for p in found.products) == pytest.approx(1, abs=1e-9)
    assert found.rest_kg == pytest.approx(0, abs=1e-6)
    assert found.kg_co2e == pytest.approx(744_000)


def test_the_table_says_what_the_result_of_each_products_own_study_says():
    gas = DirectEmission(
        id="refill",
        site_id="nb",
        basis=Basis.PER_PERIOD,
        amount=kg(2.5),
        allocation=by("mass"),
        factor_id="r134a",
    )
    study = a_study(
        sites=a_plant(*V7), energy_uses=(power("machine_hours"),), direct_emissions=(gas,)
    )
    library = FactorLibrary.of([GRID, R134A])
    found = plant_tables(study, library, ISO, AS_OF)[0]
    for product in found.products:
        own = new_study(study, product.output)
        assert calculate(own, library, ISO, AS_OF).excluding == pytest.approx(product.kg_co2e)


@given(
    st.lists(
        st.tuples(st.floats(0, 1e7), st.floats(1e-6, 1e4), st.floats(0, 1e5), st.floats(0, 1e5)),
        min_size=1,
        max_size=40,
    ),
    st.sampled_from(["mass", "pieces", "machine_hours", "value"]),
)
def test_the_shares_of_all_products_sum_to_one(rows, basis):
    outputs = tuple(output(f"P{n}", *row) for n, row in enumerate(rows))
    use = table(power(basis), outputs=outputs).uses[0]
    if None in use.shares:
        assert set(use.shares) == {None}
    else:
        assert abs(math.fsum(use.shares) - 1) <= 1e-9
        assert abs(use.rest) <= 1e-9


def test_a_share_that_was_entered_says_nothing_of_other_products():
    found = table(power("share", allocation=by("share", share=0.4)))
    assert found.uses[0].shares == (0.4, None, None)
    assert [p.kg_co2e for p in found.products] == [
        pytest.approx(0.4 * 744_000 / 100_000),
        None,
        None,
    ]
    assert found.rest_kg is None


def test_a_meter_for_this_product_alone_leaves_nothing_for_the_others():
    assert table(power("all")).uses[0].shares == (1.0, 0.0, 0.0)


def test_an_amount_without_factor_is_not_taken_for_zero():
    found = table(power("mass"), power("mass", id="gas", factor_id=None))
    assert found.uses[1].reason is NotCounted.NO_FACTOR
    assert [p.kg_co2e for p in found.products] == [None, None, None]


def test_what_is_left_out_or_held_by_another_row_does_not_stand_in_the_way():
    air = power("mass", id="air", carrier=Carrier.COMPRESSED_AIR, included_in="power")
    out = power("mass", id="out", exclusion=Exclusion(reason="minor"))
    found = table(power("machine_hours"), air, out)
    assert [p.kg_co2e for p in found.products] == pytest.approx([3.1, 6.82, 0.806])


def test_a_product_of_which_none_were_made_has_no_footprint_per_piece():
    found = table(power("machine_hours"), outputs=(V7[0], replace(V7[1], units=0)))
    assert (found.products[1].kwh, found.products[1].kg_co2e) == (None, None)
    assert found.products[1].share == pytest.approx(2200 / 4700)


def test_two_plants_are_two_tables():
    sites = (*a_plant(*V7), replace(a_plant(V7[1])[0], id="sz", outputs=(V7[1],)))
    elsewhere = power("pieces", id="sz-power", site_id="sz", allocation=by("pieces"))
    elsewhere = replace(elsewhere, allocation=replace(elsewhere.allocation, site_id="sz"))
    study = a_study(sites=sites, energy_uses=(power("pieces"), elsewhere))
    first, second = plant_tables(study, FactorLibrary.of([GRID]), ISO, AS_OF)
    assert [u.id for u in first.uses] == ["power"]
    assert [u.id for u in second.uses] == ["sz-power"]
    assert second.products[0].kwh == pytest.approx(1_200_000 / 40_000)


def meter(*parts):
    reading = Reading(start=date(2025, 1, 1), end=date(2025, 12, 31), amount=1000.0)
    return Meter(id="main", site_id="nb", unit="MWh", readings=(reading,), parts=parts)


def part(kind, amount, *, belongs=False):
    return MeterPart(kind=MeterPartKind(kind), belongs=belongs, amount=amount)


def test_offices_canteen_and_charging_are_taken_off_and_idle_stays():
    """1,000 MWh less 60, 25 and 15 MWh; idle power belongs to production whatever it is."""
    parts = (
        part("offices", 60),
        part("canteen", 25),
        part("charging", 15),
        part("idle", 200, belongs=True),
        part("passed_on", None),
    )
    assert taken_off(meter(*parts)) == 100
    assert production_amount(meter(*parts), YEAR) == 900


def test_the_line_of_a_product_is_shared_after_the_taking_off():
    """(1,000 - 100) MWh x 2500 of 6000 hours / 100,000 pieces = 3.75 kWh, x 0.62 = 2.325 kg."""
    use = power("machine_hours", amount=None, meter_id="main")
    facts = {"meters": (meter(part("offices", 100)),), "sites": a_plant(*V7)}
    study = a_study(energy_uses=(use,), product=Product(volume=100000.0), **facts)
    result = calculate(study, FactorLibrary.of([GRID]), ISO, AS_OF)
    assert result.flows[0].amount == pytest.approx(3750 / 1000)
    assert result.excluding == pytest.approx(2.325)
    found = plant_tables(study, FactorLibrary.of([GRID]), ISO, AS_OF)[0]
    assert found.products[0].kg_co2e == pytest.approx(2.325)


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True) | st.none(), max_size=4))
def test_no_part_makes_a_meter_negative_or_no_number(amounts):
    found = production_amount(meter(*(part("offices", a) for a in amounts)), YEAR)
    assert 0 <= found <= 1000


@pytest.mark.parametrize(
    ("into", "held"),
    [
        ({"air": "power"}, {"air"}),
        ({"cooling": "air", "air": "power"}, {"air", "cooling"}),
        ({"air": "air"}, set()),
        ({"air": "steam", "steam": "air"}, set()),
        ({"cooling": "air", "air": "air"}, set()),
        ({"air": "gone"}, set()),
    ],
)
def test_energy_is_held_where_the_way_ends_at_a_row_that_counts(into, held):
    ids = ("power", "air", "steam", "cooling")
    uses = [EnergyUse(id=i, included_in=into.get(i)) for i in ids]
    assert included_uses(uses) == held


def test_readings_too_large_for_a_number_are_said_not_to_be_one():
    year = date(2025, 1, 1), date(2025, 12, 31)
    huge = tuple(Reading(start=year[0], end=year[1], amount=1.7e308) for _ in range(2))
    use = power("mass", amount=None, meter_id="main")
    found = table(use, meters=(replace(meter(), readings=huge),)).uses[0]
    assert (found.kg_co2e, found.reason) == (None, NotCounted.NOT_A_NUMBER)
