"""Blocks of power behind a meter, the whole factor of a kilowatt hour, both results; expected values by hand."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from supplier_pcf.domain.edits import remove_flows
from supplier_pcf.domain.energy import Carrier, ElectricitySource, EnergyUse, InstrumentProof
from supplier_pcf.domain.factor import Boundary, EmissionFactor, PowerMix
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Exclusion, Origin
from supplier_pcf.domain.site import Meter, PlantOutput, Reading
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.result import LocationLack, NotCounted
from supplier_pcf.factors.library import FactorLibrary, bundled_library
from supplier_pcf.rules import rule_set
from tests.build import CATENA_X, ISO, Case, a_factor, a_plant

CASE = Path(__file__).parent.parent / "cases" / "bracket_v8.toml"
HOURS = Allocation(basis=AllocationBasis.MACHINE_HOURS, site_id="plant")
PROVEN = InstrumentProof(
    carries_attributes=True, unique_claim=True, cancelled_for_us=True, close_in_time=True,
    same_market=True,
)  # fmt: skip


def kwh(value):
    return Quantity(value, "kWh")


def power(factor_id, value, boundary=Boundary.DELIVERED_LIFE_CYCLE, **facts):
    told = {"unit": "kWh", "category": "electricity", "boundary": boundary, **facts}
    return a_factor(factor_id, value, **told)


GRID = power("grid", 0.6, power_mix=PowerMix.CONSUMPTION)
WIND = power("wind", 0.03, power_mix=PowerMix.TECHNOLOGY)


def bracket(*uses, **mixes):
    """The bracket of V8 with other uses of power, and factors per kWh by their name."""
    case = tomllib.loads(CASE.read_text(encoding="utf-8"))
    study = msgspec.convert(case["study"], Study)
    factors = msgspec.convert(case["factors"], list[EmissionFactor])
    factors = [f for f in factors if f.id not in mixes]
    factors += [
        power(name, *told) if isinstance(told, tuple) else told for name, told in mixes.items()
    ]
    others = tuple(u for u in study.energy_uses if u.id != "power")
    sites = (replace(study.sites[0], location_factor_id="power"),)
    study = replace(study, energy_uses=(*uses, *others), sites=sites)
    return study, FactorLibrary.of(factors)


def counted(study, library, rules="catena-x-4.0"):
    return calculate(study, library, rule_set(rules), date(2026, 3, 1))


def supply(**facts):
    told = {
        "id": "power",
        "basis": Basis.PER_PERIOD,
        "amount": Quantity(1200, "MWh"),
        "allocation": HOURS,
        "factor_id": "power",
    }
    return EnergyUse(**{**told, **facts})


@pytest.mark.parametrize(
    ("value", "total"), [(0.62, 7.423051625), (0.70, 7.823051625), (0.95, 9.073051625)]
)
def test_the_bracket_by_average_residual_and_fossil_mix(value, total):
    """V17: 5.0 kWh at 0.620, 0.70 and 0.95."""
    study, library = bracket(supply(factor_id="mix"), mix=(value,))
    result = counted(study, library)
    assert result.power.market == pytest.approx(total, rel=1e-12)
    assert result.power.location == pytest.approx(7.423051625, rel=1e-12)


def own_and_contracted():
    """V16: 1.5 kWh own power at 0.045, 2 of certificates at 0.03, the rest of the meter at 0.68."""
    meter = supply(amount=Quantity(840, "MWh"), factor_id="residual")
    green = EnergyUse(
        id="green",
        part_of="power",
        amount=Quantity(480, "MWh"),
        factor_id="gec",
        source=ElectricitySource.CERTIFICATES,
        proof=PROVEN,
        origin=Origin.MEASURED,
        is_tracked_factor=True,
    )
    roof = supply(
        id="roof",
        amount=Quantity(360, "MWh"),
        factor_id="pv",
        source=ElectricitySource.ON_SITE,
        origin=Origin.MEASURED,
        factor_is_primary=True,
    )
    return bracket(meter, green, roof, residual=(0.68,), gec=(0.03,), pv=(0.045,))


def test_own_power_certificates_and_the_rest_are_counted_each_by_its_own():
    """V16: 0.0675 + 0.06 + 1.02 instead of 3.1; the primary share rises from 5.3473 to 9.5865 %."""
    result = counted(*own_and_contracted())
    lines = {line.id: line.kg_co2e for line in result.flows}
    assert lines["roof"] == pytest.approx(0.0675, rel=1e-12)
    assert lines["green"] == pytest.approx(0.06, rel=1e-12)
    assert lines["power"] == pytest.approx(1.02, rel=1e-12)
    assert result.power.market == pytest.approx(5.470551624999999, rel=1e-12)
    assert result.primary_data_share_including == pytest.approx(9.586494396714519, rel=1e-9)
    average = counted(*bracket(supply()))
    assert average.primary_data_share_including == pytest.approx(5.347317317087903, rel=1e-9)


def test_by_location_all_five_kilowatt_hours_have_the_average_mix():
    result = counted(*own_and_contracted())
    assert result.power.location == pytest.approx(7.423051624999999, rel=1e-12)
    assert result.power.market_power == pytest.approx(1.1475, rel=1e-12)
    assert result.power.location_power == pytest.approx(3.1, rel=1e-12)


@pytest.mark.parametrize("parts", [(1.0,), (0.4, 0.6), (0.1, 0.2, 0.3), (0.5, 0.25, 0.125)])
@pytest.mark.parametrize("basis", [AllocationBasis.MACHINE_HOURS, AllocationBasis.MASS])
def test_blocks_with_the_factor_of_their_meter_change_nothing(parts, basis):
    shared = replace(HOURS, basis=basis)
    whole = counted(*bracket(supply(allocation=shared))).excluding
    blocks = [
        EnergyUse(id=f"b{i}", part_of="power", amount=Quantity(1200 * p, "MWh"), factor_id="power")
        for i, p in enumerate(parts)
    ]
    split = counted(*bracket(supply(allocation=shared), *blocks))
    assert split.excluding == pytest.approx(whole, rel=1e-12)
    assert split.complete


def metered(*blocks, **facts):
    """A meter of 1,000 kWh, of which a tenth is this product's, with parts; 1,000 pieces are made."""
    reading = Reading(start=date(2025, 1, 1), end=date(2025, 12, 31), amount=1000)
    plant = a_plant(
        PlantOutput(id="p", is_this_product=True, units=1000, machine_hours=10),
        PlantOutput(id="q", units=1, machine_hours=90),
    )
    by_hours = Allocation(basis=AllocationBasis.MACHINE_HOURS, site_id="nb")
    told = {"id": "e", "site_id": "nb", "meter_id": "m", "allocation": by_hours}
    use = EnergyUse(**{**told, "factor_id": "grid", **facts})
    case = Case().having(sites=plant, meters=(Meter(id="m", site_id="nb", readings=(reading,)),))
    case = case.with_flow("energy_uses", use, GRID, WIND)
    for block in blocks:
        case = case.with_flow("energy_uses", block)
    return case


def a_block(amount, **facts):
    told = {"id": "b", "part_of": "e", "amount": amount, "factor_id": "wind"}
    return EnergyUse(**{**told, **facts})


def amounts(case):
    return {line.id: line.amount for line in case.result.flows}


def test_a_block_takes_the_way_of_its_meter_to_the_product():
    """400 of 1,000 kWh, a tenth, 1,000 pieces: 0.04 and 0.06 kWh a piece, in the unit of each."""
    found = amounts(metered(a_block(Quantity(0.4, "MWh"))))
    assert found["b"] == pytest.approx(0.04)
    assert found["e"] == pytest.approx(0.06)


def test_blocks_above_the_meter_leave_nothing_and_never_less():
    found = amounts(metered(a_block(kwh(1400))))
    assert found["e"] == 0.0
    assert found["b"] == pytest.approx(0.14)


def test_a_block_without_amount_takes_nothing_off():
    case = metered(a_block(None))
    assert amounts(case)["e"] == pytest.approx(0.1)
    assert case.result.flows[1].reason is NotCounted.NO_AMOUNT


def test_a_block_that_is_left_out_still_leaves_the_meter():
    case = metered(a_block(kwh(400), exclusion=Exclusion(reason="tenant")))
    assert amounts(case)["e"] == pytest.approx(0.06)


@pytest.mark.parametrize("part_of", ["gone", "b", "gas", "c"])
def test_a_block_of_nothing_stands_for_itself(part_of):
    """It points nowhere, to itself, to gas, or to another block: each counts 5 kWh a piece, once."""
    gas = EnergyUse(id="gas", carrier=Carrier.NATURAL_GAS, amount=kwh(1), factor_id="grid")
    other = EnergyUse(id="c", part_of="b", amount=kwh(7), factor_id="grid")
    case = metered(a_block(kwh(5), part_of=part_of), gas, other)
    found = amounts(case)
    assert (found["b"], found["e"]) == (5, pytest.approx(0.1))


def test_own_power_counts_what_was_not_fed_into_the_grid():
    """1,000 kWh made, 250 fed in: 750, a tenth, 1,000 pieces; without credit."""
    own = metered(source=ElectricitySource.ON_SITE, exported=kwh(250), factor_id="wind")
    assert amounts(own)["e"] == pytest.approx(0.075)
    assert own.result.excluding == pytest.approx(0.075 * 0.03)
    all_of_it = metered(source=ElectricitySource.ON_SITE, exported=kwh(2000), factor_id="wind")
    assert amounts(all_of_it)["e"] == 0.0


def test_only_own_power_is_fed_into_the_grid():
    assert amounts(metered(exported=kwh(250)))["e"] == pytest.approx(0.1)


def test_a_block_whose_meter_goes_stays_as_it_was():
    case = metered(a_block(kwh(400)))
    alone = replace(case, study=remove_flows(case.study, ["e"]))
    block = alone.study.energy_uses[0]
    assert block.part_of is None
    assert amounts(alone)["b"] == pytest.approx(0.04)


UPSTREAM = power("up", 0.05, Boundary.UPSTREAM)
LINES = power("lines", 0.02, Boundary.GRID_ONLY)


def with_main(boundary, *added, **facts):
    ids = tuple(f.id for f in added)
    use = EnergyUse(id="e", amount=kwh(1), factor_id="main", added_factor_ids=ids, **facts)
    return Case().with_flow("energy_uses", use, power("main", 0.5, boundary), *added)


def test_losses_raise_generation_and_upstream_but_not_the_grid_itself():
    """(0.5 + 0.05) / (1 - 0.06) + 0.02 = 0.605106..."""
    case = with_main(Boundary.GENERATION, UPSTREAM, LINES, loss_share=0.06)
    line = case.result.flows[0]
    assert line.kg_co2e == pytest.approx(0.55 / 0.94 + 0.02, rel=1e-12)
    assert [(p.factor_id, p.kg_co2e) for p in line.power.parts] == [
        ("main", 0.5), ("up", 0.05), ("lines", 0.02)
    ]  # fmt: skip
    assert line.power.loss_share == 0.06
    parts = {p.factor_id: p for p in line.power.parts}
    before = parts["main"].kg_co2e + parts["up"].kg_co2e
    assert before / (1 - line.power.loss_share) + parts["lines"].kg_co2e == pytest.approx(
        line.kg_co2e, rel=1e-12
    )


def test_what_the_factor_holds_is_not_added_again():
    """0.5 delivered over the life cycle: neither losses, nor the grid, nor upstream."""
    case = with_main(Boundary.DELIVERED_LIFE_CYCLE, UPSTREAM, LINES, loss_share=0.06)
    line = case.result.flows[0]
    assert line.kg_co2e == 0.5
    assert [p.left_out for p in line.power.parts] == ["", "upstream", "grid"]


def test_an_added_factor_in_another_unit_is_brought_to_the_main_one():
    """20 kg CO2e a MWh is 0.02 a kWh."""
    per_mwh = replace(LINES, unit="MWh", fossil=20.0)
    case = with_main(Boundary.GENERATION, per_mwh)
    assert case.result.excluding == pytest.approx(0.52)


@pytest.mark.parametrize("share", [1.0, 1.5, -0.1])
def test_losses_that_are_no_share_are_not_counted(share):
    line = with_main(Boundary.GENERATION, loss_share=share).result.flows[0]
    assert line.reason is NotCounted.LOSSES


def test_an_added_factor_that_is_unknown_or_of_another_kind_stops_the_line():
    use = EnergyUse(id="e", amount=kwh(1), factor_id="main", added_factor_ids=("gone",))
    case = Case().with_flow("energy_uses", use, power("main", 0.5))
    assert case.result.flows[0].reason is NotCounted.UNKNOWN_FACTOR
    weighed = with_main(Boundary.GENERATION, a_factor("steel", 2.0))
    assert weighed.result.flows[0].reason is NotCounted.UNIT_MISMATCH


def test_by_location_the_mix_of_the_country_and_year_is_taken_from_the_library():
    """China 2024: 0.5777 kg CO2e a kWh, delivered (Announcement of the ministry)."""
    case = metered(a_block(kwh(1000)), factor_id="wind")
    study = replace(case.study, period=replace(case.study.period, end=date(2024, 12, 31)))
    reading = Reading(start=date(2024, 1, 1), end=date(2024, 12, 31), amount=1000)
    meter = replace(study.meters[0], readings=(reading,))
    period = replace(study.period, start=date(2024, 1, 1))
    study = replace(study, meters=(meter,), period=period)
    library = bundled_library().with_factors(case.factors)
    found = calculate(study, library, ISO, date(2026, 3, 1)).power
    assert found.location_power == pytest.approx(0.1 * 0.5777, rel=1e-12)
    assert found.lines[1].factor_id == "cn-electricity-footprint:2024-national"


def test_by_location_a_mix_without_grid_gets_the_losses_of_the_supply():
    """0.5 / (1 - 0.06) where the mix is at the power plant."""
    mix = power("mix", 0.5, Boundary.GENERATION_LIFE_CYCLE)
    case = metered(a_block(kwh(1000)), loss_share=0.06)
    site = replace(case.study.sites[0], location_factor_id="mix")
    case = Case(replace(case.study, sites=(site,)), [*case.factors, mix])
    assert case.result.power.location_power == pytest.approx(0.1 * 0.5 / 0.94, rel=1e-12)


def test_without_a_mix_of_the_place_there_is_no_location_result():
    case = metered(factor_id="wind")
    case = Case(case.study, [WIND])
    assert case.result.power.location is None
    assert case.result.power.lacks[0].lack is LocationLack.NO_MIX
    use = EnergyUse(id="e", amount=kwh(1), factor_id="wind")
    nowhere = Case(replace(case.study, sites=(), energy_uses=(use,)), [WIND])
    assert nowhere.result.power.lacks[0].lack is LocationLack.NO_PLACE


def test_without_power_both_results_are_the_footprint():
    result = Case().under(CATENA_X).result
    assert (result.power.market, result.power.location) == (0.0, 0.0)
