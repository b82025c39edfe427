"""Scope 1, 2 and 3 of a footprint and of a plant, worked by hand with invented factors."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.domain.energy import Carrier, DirectEmission, ElectricitySource, EnergyUse
from supplier_pcf.domain.factor import Boundary, GwpSet, RowType
from supplier_pcf.domain.flows import Basis, Material
from supplier_pcf.domain.site import Meter, MeterPart, MeterPartKind, Reading, Site
from supplier_pcf.domain.transport import Transport, TransportPurpose
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.scopes import direct_part, plant_scopes, scope_split
from supplier_pcf.factors.library import FactorLibrary
from tests.build import AS_OF, ISO, Case, a_factor, a_study, kg

GAS = a_factor(
    "gas", 2.4, unit="m3", direct=2.0, upstream=0.4, boundary=Boundary.COMBUSTION_AND_UPSTREAM
)
GRID = a_factor("grid", 0.5, unit="kWh", direct=0.4, boundary=Boundary.DELIVERED_LIFE_CYCLE)
WHOLE = a_factor("whole", 0.6, unit="kWh", boundary=Boundary.DELIVERED_LIFE_CYCLE)
SF6 = a_factor("sf6", 24_300, row_type=RowType.GWP, boundary=Boundary.CHARACTERISATION)
WIND = a_factor("wind", 0.01, unit="kWh", direct=0.0, boundary=Boundary.GENERATION_LIFE_CYCLE)


def use(name, amount, unit, **facts):
    return EnergyUse(id=name, name=name, amount=Quantity(amount, unit), factor_id=name, **facts)


def everything():
    """Per piece: 0.1 m3 gas, 2 kWh grid, 1 kWh of an unsplit factor, 1 mg SF6, 1 kg steel, 0.5 t.km."""
    steel, truck = a_factor("steel", 2.0), a_factor("truck", 0.1, unit="t.km")
    return (
        Case()
        .with_flow("materials", Material(id="steel", amount=kg(1), factor_id="steel"), steel)
        .with_flow("energy_uses", use("gas", 0.1, "m3", carrier=Carrier.NATURAL_GAS), GAS)
        .with_flow("energy_uses", use("grid", 2, "kWh"), GRID)
        .with_flow("energy_uses", use("whole", 1, "kWh"), WHOLE)
        .with_flow(
            "direct_emissions",
            DirectEmission(id="sf6", amount=Quantity(1, "mg"), factor_id="sf6"),
            SF6,
        )
        .with_flow(
            "transports",
            Transport(id="truck", amount=Quantity(0.5, "t.km"), factor_id="truck"),
            truck,
        )
    )


def split(case):
    return scope_split(case.study, case.result, case.library)


def test_a_footprint_by_scope():
    """1: 0.1 x 2.0 + 1e-6 x 24,300; 2: 2 x 0.4; 3: 2.0 + 0.1 x 0.4 + 2 x 0.1 + 0.05; apart 0.6."""
    found = split(everything())
    assert found.scope_1 == pytest.approx(0.2243)
    assert found.scope_2 == pytest.approx(0.8)
    assert found.scope_3 == pytest.approx(2.29)
    assert found.unsplit == pytest.approx(0.6)


def test_the_scopes_and_what_is_not_split_are_the_whole_footprint():
    case = everything()
    found = split(case)
    whole = found.scope_1 + found.scope_2 + found.scope_3 + found.unsplit
    assert whole == pytest.approx(case.result.excluding, rel=1e-12)
    assert [line.id for line in found.lines if line.unsplit] == ["whole"]


def test_the_way_to_the_customer_is_in_no_scope_of_the_footprint():
    leg = Transport(
        id="out",
        purpose=TransportPurpose.OUTBOUND,
        amount=Quantity(1, "t.km"),
        factor_id="truck",
    )
    case = everything().with_flow("transports", leg)
    assert "out" not in [line.id for line in split(case).lines]


def test_internal_transport_may_be_ones_own_or_a_hauliers():
    leg = Transport(
        id="in",
        purpose=TransportPurpose.INTERNAL,
        amount=Quantity(1, "t.km"),
        factor_id="truck",
    )
    assert split(everything().with_flow("transports", leg)).unsplit == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("facts", "scope_1", "scope_2", "scope_3"),
    [
        ({"source": ElectricitySource.ON_SITE}, 0.0, 0.0, 0.02),
        ({"source": ElectricitySource.PPA}, 0.0, 0.0, 0.02),
        ({"carrier": Carrier.STEAM}, 0.0, 0.0, 0.02),
    ],
)
def test_wind_burns_nothing(facts, scope_1, scope_2, scope_3):
    case = Case().with_flow("energy_uses", use("wind", 2, "kWh", **facts), WIND)
    found = split(case)
    assert (found.scope_1, found.scope_2) == (scope_1, scope_2)
    assert found.scope_3 == pytest.approx(scope_3)


@pytest.mark.parametrize(
    ("boundary", "parts", "direct"),
    [
        (Boundary.COMBUSTION, {}, 1.0),
        (Boundary.TANK_TO_WHEEL, {}, 1.0),
        (Boundary.GENERATION, {}, 1.0),
        (Boundary.UPSTREAM, {}, 0.0),
        (Boundary.GRID_ONLY, {}, 0.0),
        (Boundary.COMBUSTION_AND_UPSTREAM, {}, None),
        (Boundary.COMBUSTION_AND_UPSTREAM, {"upstream": 0.25}, 0.75),
        (Boundary.GENERATION_LIFE_CYCLE, {"upstream": 0.25}, 0.75),
        (Boundary.DELIVERED_LIFE_CYCLE, {"upstream": 0.25}, None),
        (Boundary.DELIVERED_LIFE_CYCLE, {"direct": 0.7}, 0.7),
        (Boundary.GENERATION_AND_GRID, {}, None),
    ],
)
def test_a_factor_is_split_where_its_publisher_or_boundary_says_how(boundary, parts, direct):
    assert direct_part(a_factor("f", 1.0, boundary=boundary, **parts)) == direct


YEAR = Reading(start=date(2025, 1, 1), end=date(2025, 12, 31), amount=12_000)
AVERAGE = a_factor(
    "zj",
    0.5,
    unit="kWh",
    boundary=Boundary.GENERATION,
    row_type=RowType.CO2_ONLY_INVENTORY,
    gwp_set=GwpSet.CO2_ONLY,
    place="CN-ZJ",
    year_to=2023,
)


def site(**facts):
    return (Site(id="nb", country="CN", subdivision="CN-ZJ", **facts),)


def plant(*uses, factors=(), sites=None, **facts):
    meters = tuple(
        Meter(id=u.meter_id, site_id="nb", unit="kWh", readings=(YEAR,), **facts)
        for u in uses
        if u.meter_id
    )
    study = a_study(energy_uses=uses, meters=meters, sites=sites or site())
    library = FactorLibrary.of([GAS, GRID, WHOLE, WIND, AVERAGE, *factors])
    return plant_scopes(study, library, ISO, AS_OF)[0]


def metered(name="whole", **facts):
    told = {"meter_id": name, "site_id": "nb", "basis": Basis.PER_PERIOD, "factor_id": name}
    return EnergyUse(id=name, name=name, **{**told, **facts})


def test_the_plants_power_counts_with_its_offices_but_not_what_was_passed_on():
    """12,000 kWh less 2,000 of a tenant, by the province's CO2 row: 10,000 x 0.5 kg."""
    parts = (
        MeterPart(kind=MeterPartKind.OFFICES, belongs=False, amount=1000),
        MeterPart(kind=MeterPartKind.PASSED_ON, belongs=False, amount=2000),
    )
    found = plant(metered(), parts=parts)
    assert found.location == pytest.approx(5000)
    assert found.grid_factor.id == "zj"
    assert (found.location_gaps, found.market_gaps) == ((), ())


def test_power_without_contract_is_the_average_in_the_market_result_too():
    assert plant(metered()).market == pytest.approx(6000)
    assert plant(metered("grid")).market == pytest.approx(12_000 * 0.4)


def test_power_of_a_contract_is_zero_by_contract_only():
    found = plant(metered("wind", source=ElectricitySource.PPA))
    assert (found.location, found.market) == (pytest.approx(6000), 0)


def test_a_contract_whose_factor_is_not_split_is_said_and_not_guessed():
    found = plant(metered(source=ElectricitySource.GREEN_TARIFF))
    assert found.market == 0
    gap = found.market_gaps[0]
    assert (gap.id, gap.code, gap.kg_co2e) == ("whole", "unsplit", pytest.approx(7200))


def test_the_plants_own_choice_of_an_average_wins():
    chosen = site(inventory_factor_id="mine")
    mine = a_factor("mine", 0.3, unit="kWh", boundary=Boundary.GENERATION)
    assert plant(metered(), sites=chosen, factors=[mine]).location == pytest.approx(3600)


def test_a_place_without_a_published_average_is_said():
    found = plant(metered(), sites=(Site(id="nb", country="DE"),))
    assert (found.location, found.location_gaps[0].code) == (0, "no_grid_figure")


def test_the_average_is_of_the_year_or_the_latest_before_it():
    newer = replace(AVERAGE, id="zj-2026", year_to=2026, fossil=0.4)
    of_year = replace(AVERAGE, id="zj-2025", year_to=2025, fossil=0.45)
    assert plant(metered(), factors=[newer]).grid_factor.id == "zj"
    assert plant(metered(), factors=[newer, of_year]).grid_factor.id == "zj-2025"


def test_gas_and_refrigerant_of_the_whole_plant_are_scope_1():
    """12,000 m3 x 2.0 kg at the chimney; what is entered per piece is not the plant's."""
    gas = metered("gas", carrier=Carrier.NATURAL_GAS)
    study_gas = plant(gas, metered("grid", meter_id=None, amount=Quantity(1, "kWh")))
    assert study_gas.scope_1 == 0
    assert study_gas.scope_1_gaps[0].code == "not_counted"


def test_gas_in_the_unit_of_its_factor_is_multiplied_by_what_leaves_the_chimney():
    amount = Quantity(12_000, "m3")
    gas = metered("gas", carrier=Carrier.NATURAL_GAS, meter_id=None, amount=amount)
    assert plant(gas).scope_1 == pytest.approx(24_000)


def test_air_of_the_own_compressor_is_not_counted_beside_its_power():
    air = metered("wind", carrier=Carrier.COMPRESSED_AIR, included_in="whole")
    assert plant(metered(), air).location == pytest.approx(6000)


def test_power_without_contract_takes_the_residual_mix_where_the_site_names_one():
    left = a_factor("left", 0.7, unit="kWh", boundary=Boundary.GENERATION)
    found = plant(metered(), sites=site(residual_factor_id="left"), factors=[left])
    assert (found.location, found.market) == (pytest.approx(6000), pytest.approx(8400))
