"""A factor used for the wrong thing is noticed."""

from dataclasses import replace

import pytest

from supplier_pcf.domain.factor import EmissionFactor, GwpSet
from supplier_pcf.factors.guards import BLOCKING, FITTING, FactorUse, families, misuse
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
        ("epa-2025:waste-pp-combusted", FactorUse.WASTE, "kg"),
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
        ("cn-electricity-co2:2023-zj", FactorUse.ELECTRICITY, "factor.inventory_only"),
        ("ipcc-gwp:ar6-ch4-fossil", FactorUse.MATERIAL, "factor.gwp_only"),
        ("us-lci-fy21q3:pp", FactorUse.DIRECT_EMISSION, "factor.boundary_unfit"),
        ("cbam-2025:china-7209", FactorUse.MATERIAL, "factor.bound_only"),
        ("desnz-2025:air-long-haul-with-rf", FactorUse.TRANSPORT, "factor.do_not_sum"),
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
    assert misuse(gas, FactorUse.FUEL, "kWh gross") == ["factor.unit_mismatch"]


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
