"""The full record of a factor, with its figure gas by gas."""

import pytest

from supplier_pcf.app.factor_record import record_of
from supplier_pcf.factors.library import bundled_library


def record(factor_id):
    factor = bundled_library().get(factor_id)
    assert factor is not None
    return record_of(factor)


def test_american_gas_is_worked_out_on_both_reports():
    # EPA, table 1: 53.06 kg CO2, 1 g CH4, 0.1 g N2O per mmBtu of 1055.056 MJ
    found = record("epa-2025:natural-gas")["on_other_reports"]
    assert found["AR5"]["kg_co2e"] == pytest.approx((53.06 + 0.028 + 0.0265) / 1055.056, rel=1e-5)
    assert found["AR6"]["kg_co2e"] == pytest.approx((53.06 + 0.0298 + 0.0273) / 1055.056, rel=1e-5)
    assert [term["gas"] for term in found["AR6"]["gases"]] == ["co2_fossil", "ch4_fossil", "n2o"]
    assert found["AR6"]["not_split"] == pytest.approx(0.0, abs=1e-7)


def test_the_supply_of_british_diesel_stays_as_it_is_published():
    found = record("desnz-2025:diesel-l")
    assert found["on_other_reports"]["AR6"]["not_split"] == pytest.approx(
        found["upstream"], rel=1e-3
    )


def test_a_figure_without_gases_says_so():
    assert record("desnz-2025:pp-primary")["on_other_reports"] == {"AR6": None, "AR5": None}


def test_basis_spread_and_origin_are_there():
    found = record("epa-2025:natural-gas")
    assert (found["heating_value"], found["version"], found["provenance"]) == (
        "gross",
        1,
        "published",
    )
    assert (found["gsd"], found["gsd_origin"]) == (1.05, "judgement")
    assert record("cn-electricity-footprint:2024-national")["includes_grid_losses"] is True
