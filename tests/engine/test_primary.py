"""Why a line is primary data or not: both sides, and the rules."""

import pytest

from supplier_pcf.domain.energy import DirectEmission, EnergyUse, InstrumentProof
from supplier_pcf.domain.factor import Boundary, Layer, RowType
from supplier_pcf.domain.flows import Material, Origin
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.quality import explain_primary
from supplier_pcf.words.catalogue import SENTENCES
from tests.build import CATENA_X, ISO, PACT, a_factor, kg

PROVEN = InstrumentProof(
    carries_attributes=True,
    unique_claim=True,
    cancelled_for_us=True,
    close_in_time=True,
    same_market=True,
)
GRID = a_factor("grid", 0.6, unit="kWh")
FUEL = a_factor("gas", 3.0, direct=2.4, upstream=0.6, boundary=Boundary.COMBUSTION_AND_UPSTREAM)
SUPPLIED = a_factor("s", layer=Layer.SUPPLIER)


def steel(**facts):
    return Material(**{"id": "m", "amount": kg(1), "origin": Origin.MEASURED, **facts})


def power(**facts):
    told = {"id": "e", "amount": Quantity(5, "kWh"), "origin": Origin.MEASURED, **facts}
    return EnergyUse(**told)


def leak():
    return DirectEmission(id="d", amount=kg(1), origin=Origin.MEASURED)


@pytest.mark.parametrize(
    ("flow", "factor", "rules", "code", "share"),
    [
        (power(), GRID, CATENA_X, "average_factor", 0),
        (power(origin=Origin.CALCULATED), GRID, CATENA_X, "amount_calculated", 0),
        (power(origin=Origin.ESTIMATED), GRID, CATENA_X, "amount_estimated", 0),
        (power(origin=Origin.ASSUMED), GRID, CATENA_X, "amount_assumed", 0),
        (power(origin=None), GRID, CATENA_X, "amount_unknown", 0),
        (power(activity_is_primary=False), GRID, CATENA_X, "amount_is_not", 0),
        (power(is_tracked_factor=True, proof=PROVEN), GRID, CATENA_X, "certificate", 1),
        (power(is_tracked_factor=True), GRID, CATENA_X, "certificate_not", 0),
        (power(is_tracked_factor=True, proof=PROVEN), GRID, ISO, "certificate_not", 0),
        (power(), FUEL, CATENA_X, "combustion", 0.8),
        (power(), FUEL, PACT, "combustion", 0.8),
        (power(), FUEL, ISO, "combustion_not", 0),
        (steel(), a_factor("s", layer=Layer.SUPPLIER, primary_share=0.4), ISO, "declared", 0.4),
        (steel(), SUPPLIED, ISO, "received_without_share", 0),
        (steel(factor_is_primary=True), GRID, ISO, "factor_said_primary", 1),
        (steel(factor_is_primary=False), SUPPLIED, ISO, "factor_said_secondary", 0),
        (leak(), a_factor("r", 1530, row_type=RowType.GWP), ISO, "gas", 1),
    ],
)
def test_a_line_says_why_it_is_primary_or_not(flow, factor, rules, code, share):
    found = explain_primary(flow, factor, rules)
    assert (found.code, found.share) == (f"primary.{code}", pytest.approx(share))
    assert found.code in SENTENCES
