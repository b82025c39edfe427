"""A factor used for the wrong thing is noticed."""

from dataclasses import replace

import pytest

from supplier_pcf.domain.factor import Boundary, EmissionFactor, GwpSet, Layer, RowType
from supplier_pcf.factors.guards import (
    BLOCKING,
    FITTING,
    FactorUse,
    families,
    grid_sources,
    is_primary_light_metal_from_elsewhere,
    misuse,
)
from supplier_pcf.factors.library import bundled_library


def factor(factor_id: str) -> EmissionFactor:
    found = bundled_library().get(factor_id)
    assert found is not None, factor_id
    return found


@pytest.mark.parametrize(
    ("factor_id", "use", "unit"),
    [
        ("us-lci-fy21q3:steel-sheet-cold-rolled", FactorUse.MATERIAL, "kg"),
        ("us-lci-fy21q3:steel-sheet-cold-rolled", FactorUse.MATERIAL, "t"),
        ("desnz-2025:board-primary", FactorUse.PACKAGING, "g"),
        ("cn-electricity-footprint:2024-national", FactorUse.ELECTRICITY, "MWh"),
        ("desnz-2025:natural-gas-m3", FactorUse.FUEL, "m3"),
        ("desnz-2025:diesel-l", FactorUse.TRANSPORT, "l"),
        ("desnz-2025:hgv-all-average", FactorUse.TRANSPORT, "kg.km"),
        ("desnz-2025:heat-steam", FactorUse.HEAT, "kWh"),
        ("desnz-2025:water-supply-mains", FactorUse.MATERIAL, "m3"),
        ("desnz-2025:waste-scrap-metal-closed-loop", FactorUse.WASTE_RECYCLING, "kg"),
        ("epa-2025:waste-pp-combusted", FactorUse.WASTE_BURNING, "kg"),
        ("desnz-2025:waste-pp-landfill", FactorUse.WASTE, "kg"),
        ("desnz-2025:air-long-haul", FactorUse.TRANSPORT, "t.km"),
        ("us-lci-fy21q3:top-coat-electricity-m2", FactorUse.PROCESS, "m2"),
        ("desnz-2025:natural-gas-kwh-net", FactorUse.FUEL, "MJ net"),
        ("ipcc-gwp:ar6-sf6", FactorUse.DIRECT_EMISSION, "g"),
    ],
)
def test_what_fits_is_left_alone(factor_id, use, unit):
    assert misuse(factor(factor_id), use, unit) == []


@pytest.mark.parametrize(
    ("factor_id", "use", "code"),
    [
        (
            "cn-electricity-footprint:2024-grid-incl-losses",
            FactorUse.ELECTRICITY,
            "factor.grid_only",
        ),
        (
            "official-figures:th-electricity-2026-upstream",
            FactorUse.ELECTRICITY,
            "factor.upstream_only",
        ),
        ("us-lci-fy21q3:diesel-upstream-l", FactorUse.FUEL, "factor.upstream_only"),
        ("cn-electricity-co2:2023-national", FactorUse.ELECTRICITY, "factor.inventory_only"),
        ("cn-electricity-co2:2023-zj", FactorUse.ELECTRICITY, "factor.provincial_electricity"),
        ("cn-electricity-co2:2023-east", FactorUse.ELECTRICITY, "factor.provincial_electricity"),
        ("ipcc-gwp:ar6-ch4-fossil", FactorUse.MATERIAL, "factor.gwp_only"),
        ("us-lci-fy21q3:pp", FactorUse.DIRECT_EMISSION, "factor.boundary_unfit"),
        ("cbam-2025:china-7209", FactorUse.MATERIAL, "factor.bound_only"),
        ("desnz-2025:air-long-haul-with-rf", FactorUse.TRANSPORT, "factor.radiative_forcing"),
        ("us-lci-fy21q3:top-coat-electricity-m2", FactorUse.MATERIAL, "factor.process_on_material"),
        (
            "desnz-2025:waste-pp-incineration",
            FactorUse.WASTE_BURNING,
            "factor.collection_for_burning",
        ),
        ("desnz-2025:waste-pp-open-loop", FactorUse.WASTE_BURNING, "factor.collection_for_burning"),
        ("desnz-2025:waste-pp-incineration", FactorUse.WASTE, "factor.collection_only"),
        ("desnz-2025:waste-pp-landfill", FactorUse.MATERIAL, "factor.boundary_unfit"),
        ("literature:li-ion-lfp-2024", FactorUse.ELECTRICITY, "factor.boundary_unfit"),
        ("desnz-2025:diesel-l", FactorUse.CO_PRODUCT, "factor.boundary_unfit"),
    ],
)
def test_what_gives_a_wrong_number_blocks(factor_id, use, code):
    assert code in misuse(factor(factor_id), use)
    assert code in BLOCKING


@pytest.mark.parametrize(
    ("factor_id", "use", "code"),
    [
        ("epa-spend-v1-3:naics-322211", FactorUse.PACKAGING, "factor.spend_only"),
        ("cn-ncsc-2026:natural-gas", FactorUse.FUEL, "factor.co2_only_fuel"),
        ("epa-2025:natural-gas", FactorUse.FUEL, "factor.no_upstream"),
        ("epa-2025:freight-rail", FactorUse.TRANSPORT, "factor.no_upstream"),
        ("epa-2025:egrid-2023-us", FactorUse.ELECTRICITY, "factor.no_upstream"),
        ("ember-2026:de-2025", FactorUse.ELECTRICITY, "factor.no_grid_losses"),
        ("in-cea-v21:national", FactorUse.ELECTRICITY, "factor.co2_only_grid"),
        ("official-figures:jp-electricity-2022", FactorUse.ELECTRICITY, "factor.co2_only_grid"),
        ("literature:crude-steel-global-2023", FactorUse.MATERIAL, "factor.co2_only"),
    ],
)
def test_what_is_incomplete_asks_for_a_word(factor_id, use, code):
    assert code in misuse(factor(factor_id), use)
    assert code not in BLOCKING


def test_a_unit_that_measures_something_else_is_noticed():
    pp = factor("us-lci-fy21q3:pp")
    assert misuse(pp, FactorUse.MATERIAL, "piece") == ["factor.unit_mismatch"]
    assert misuse(pp, FactorUse.MATERIAL, "bushel") == ["factor.unit_mismatch"]


def test_net_and_gross_heat_are_not_the_same():
    gas = factor("desnz-2025:natural-gas-kwh-net")
    assert misuse(gas, FactorUse.FUEL, "kWh gross") == ["factor.heating_value"]
    assert misuse(gas, FactorUse.FUEL, "kWh") == ["factor.heating_value"]
    assert misuse(gas, FactorUse.FUEL, "m3") == ["factor.unit_mismatch"]


def test_every_use_says_what_fits_it():
    assert set(FITTING) == set(FactorUse)


def test_footprint_and_co2_factors_of_china_do_not_mix():
    footprint = factor("cn-electricity-footprint:2024-national")
    inventory = factor("cn-electricity-co2:2023-zj")
    assert "factors.mixed_china_electricity" in families([footprint, inventory])
    assert "factors.mixed_china_electricity" not in families([footprint, footprint])


def test_different_reports_of_the_ipcc_are_noticed():
    desnz = factor("desnz-2025:diesel-l")
    assert families([desnz, factor("us-lci-fy21q3:pp")]) == ["factors.mixed_gwp_sets"]
    assert families([desnz]) == []


def test_a_factor_that_does_not_state_its_report_is_noticed():
    unknown = replace(factor("desnz-2025:diesel-l"), gwp_set=GwpSet.UNKNOWN)
    assert families([unknown]) == ["factors.gwp_set_not_stated"]


def test_a_co2_factor_of_power_says_once_what_it_lacks():
    assert misuse(factor("in-cea-v21:national"), FactorUse.ELECTRICITY, "kWh") == [
        "factor.co2_only_grid",
        "factor.no_grid_losses",
    ]
    assert misuse(factor("cn-electricity-co2:2023-zj"), FactorUse.ELECTRICITY, "kWh") == [
        "factor.provincial_electricity"
    ]


def test_a_life_cycle_factor_of_a_province_entered_by_the_user_is_left_alone():
    own = replace(
        factor("cn-electricity-footprint:2024-national"),
        id="own:zj",
        place="CN-ZJ",
        layer=Layer.OWN,
    )
    assert misuse(own, FactorUse.ELECTRICITY, "kWh") == []


@pytest.mark.parametrize(
    ("row_type", "uses_it_blocks"),
    [
        (
            RowType.EOL_TRANSPORT,
            {*FactorUse} - {FactorUse.WASTE_RECYCLING, FactorUse.WASTE_BURNING_APART},
        ),
        (RowType.CO2_ONLY_INVENTORY, {*FactorUse}),
        (RowType.GWP, {*FactorUse} - {FactorUse.DIRECT_EMISSION}),
        (RowType.BOUND_ONLY, {*FactorUse}),
        (RowType.ACTIVITY_DEFAULT, {*FactorUse}),
        (RowType.DO_NOT_SUM, {*FactorUse}),
    ],
)
def test_no_row_of_the_library_escapes_what_its_type_allows(row_type, uses_it_blocks):
    rows = [row for row in bundled_library() if row.row_type is row_type]
    for row in rows:
        for use in uses_it_blocks:
            assert set(misuse(row, use)) & BLOCKING, (row.id, use)


@pytest.mark.parametrize("row_type", [RowType.SPEND, RowType.COMBUSTION_CO2_ONLY])
def test_every_row_that_is_only_half_of_it_says_so_in_every_use(row_type):
    rows = [row for row in bundled_library() if row.row_type is row_type]
    assert rows
    for row in rows:
        for use in FactorUse:
            assert misuse(row, use), (row.id, use)


def test_every_provincial_and_regional_chinese_row_is_refused_as_such():
    rows = [f for f in bundled_library() if f.set_id == "cn-electricity-co2"]
    parts = [f for f in rows if f.place != "CN"]
    assert len(parts) > 70
    for row in parts:
        assert "factor.provincial_electricity" in misuse(row, FactorUse.ELECTRICITY)


def test_ember_and_official_power_are_told_apart_by_country():
    used = [factor("ember-2026:de-2025"), factor("cn-electricity-footprint:2024-national")]
    assert grid_sources(used) == (("DE",), ("CN",))
    own = replace(used[1], layer=Layer.OWN)
    assert grid_sources([used[0], own]) == (("DE",), ())


def test_light_metal_of_another_place_than_china_is_known():
    found = {f.id for f in bundled_library() if is_primary_light_metal_from_elsewhere(f)}
    assert found >= {
        "literature:aluminium-primary-global-2022",
        "literature:aluminium-primary-europe-produced-2021",
        "nuss-eckelman-2014:aluminium-mix",
        "us-lci-fy21q3:aluminium-primary-ingot",
        "us-lci-fy21q3:aluminium-sheet-cold-rolled",
        "ademe-bc236:37156",
    }
    own = replace(factor("literature:aluminium-primary-global-2022"), name="Magnesium ingot")
    assert is_primary_light_metal_from_elsewhere(replace(own, layer=Layer.OWN))
    assert not is_primary_light_metal_from_elsewhere(replace(own, layer=Layer.SUPPLIER))
    for other in (
        "literature:aluminium-primary-china-2020",
        "us-lci-fy21q3:aluminium-secondary-ingot",
        "us-lci-fy21q3:aluminium-secondary-extruded",
        "us-lci-fy21q3:alumina",
        "ademe-bc236:26732",
        "desnz-2025:aluminium-cans-and-foil-closed-loop",
        "literature:aluminium-recycled-europe-2021",
        "us-lci-fy21q3:steel-sheet-cold-rolled",
    ):
        assert other not in found


def test_welding_per_metre_is_no_material_by_the_kilogram():
    welding = EmissionFactor(
        id="own:weld", name="Welding seam", unit="m", boundary=Boundary.GATE_TO_GATE, fossil=0.1
    )
    assert misuse(welding, FactorUse.MATERIAL, "kg") == [
        "factor.unit_mismatch",
        "factor.process_on_material",
    ]
    assert misuse(welding, FactorUse.PROCESS, "m") == []
