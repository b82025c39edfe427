"""Waste and packaging: carbon once, no credit, packaging once; numbers by hand."""

from dataclasses import replace

import pytest

from supplier_pcf.checks import findings
from supplier_pcf.checks.factor_use import use_of
from supplier_pcf.domain.factor import Boundary, RowType
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.flows import Material, Packaging, Waste, WasteTreatment
from supplier_pcf.domain.study import Scope
from supplier_pcf.factors.guards import FactorUse, misuse
from supplier_pcf.factors.library import bundled_library
from tests.build import CATENA_X, ISO, Case, a_factor, kg

COLLECTED = a_factor(
    "collected",
    0.005,
    boundary=Boundary.WASTE_COLLECTION,
    row_type=RowType.EOL_TRANSPORT,
    category="waste",
)


def waste(**facts):
    told = {"id": "w", "amount": kg(0.2), "treatment": WasteTreatment.INCINERATION}
    return Waste(**{**told, "factor_id": "collected", **facts})


def found(flow, factor=COLLECTED, rules=ISO):
    case = Case().with_flow("wastes", flow, factor).under(rules)
    return {f.code: f for f in findings(case.examined)}


def test_added_carbon_is_told_with_its_sum():
    """0.2 kg x 0.857 = 0.1714 kg C; x 44/12 = 0.6285 kg CO2."""
    told = found(waste(fossil_carbon_share=0.857))["waste.carbon_added"].params
    assert (told["carbon"], told["co2"]) == ("0.1714", "0.6285")


def test_collection_alone_is_no_burning_until_the_carbon_is_stated():
    assert "factor.collection_for_burning" in found(waste())
    assert "factor.collection_for_burning" not in found(waste(fossil_carbon_share=0.857))
    assert "factor.collection_only" not in found(waste(fossil_carbon_share=0.857))


def test_the_picker_offers_collection_once_the_carbon_is_stated():
    row = bundled_library().get("desnz-2025:waste-wood-incineration")
    assert use_of(waste(fossil_carbon_share=0.0)) is FactorUse.WASTE_BURNING_APART
    assert misuse(row, FactorUse.WASTE_BURNING_APART) == []
    assert misuse(row, FactorUse.WASTE_BURNING) == ["factor.collection_for_burning"]


def test_wood_holds_no_fossil_carbon_and_nothing_is_said():
    told = found(waste(fossil_carbon_share=0.0))
    assert not {code for code in told if code.startswith("waste.")}


@pytest.mark.parametrize(
    ("rules", "severity"), [(ISO, Severity.WARNING), (CATENA_X, Severity.ERROR)]
)
def test_a_credit_for_recovered_heat_blocks_where_the_polluter_pays(rules, severity):
    credited = a_factor("collected", -0.3, boundary=Boundary.WASTE_TREATMENT)
    flow = waste(treatment=WasteTreatment.ENERGY_RECOVERY)
    assert found(flow, credited, rules)["waste.credit"].severity is severity


def packed(scope=None, reason="", boxes=1):
    part = Material(id="m", amount=kg(1), factor_id="bought", factor_reason=reason)
    case = Case().with_flow("materials", part, a_factor("bought", includes_packaging=True))
    for at in range(boxes):
        box = Packaging(id=f"b{at}", amount=kg(0.1), units_per_package=1, factor_id="bought")
        case = case.with_flow("packaging", box)
    case = case.having(scope=scope or Scope())
    return {f.code for f in findings(case.examined)}


def test_packaging_inside_a_footprint_meets_packaging_counted_here():
    assert "packaging.twice" in packed()
    assert "packaging.twice" not in packed(boxes=0)
    assert "packaging.twice" not in packed(reason="what we ship in only")


def test_packaging_left_out_is_still_inside_a_footprint():
    assert "packaging.inside_factor" in packed(scope=replace(Scope(), packaging_included=False))
