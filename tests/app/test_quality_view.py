"""The quality of a footprint ready to be shown: both bases, the older scale, shares, and rows in words."""

import pytest

from supplier_pcf.app.answers import calculation_answer
from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.quality_view import Speech, kind_of, quality_view, row_quality
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.factor import Boundary, Layer
from supplier_pcf.domain.flows import Material, Origin
from supplier_pcf.domain.study import Assurance, AssuranceLevel
from supplier_pcf.domain.units import Quantity
from supplier_pcf.rules import rule_set
from tests.build import AS_OF, CATENA_X, PACT, Case, a_factor, kg

ENGLISH = Speech(str, "en")


def of(case):
    return calculated(case.study, case.library, AS_OF)


def with_wood():
    """2 kg of a fossil row, and 1 kg that took up 3 and is primary: 1/3 without uptake, 4/6 with it."""
    wood = a_factor("w", 1.0, uptake=-3.0, biogenic_carbon=3 * 12 / 44, primary_share=1.0)
    steel = Material(id="s", amount=kg(1), factor_id="s")
    case = Case().with_flow("materials", steel, a_factor("s", 2.0))
    flow = Material(id="w", amount=kg(1), factor_id="w", origin=Origin.MEASURED)
    return case.with_flow("materials", flow, wood)


@pytest.mark.parametrize(
    ("rules", "leading", "other"), [(CATENA_X, 200 / 3, 100 / 3), (PACT, 100 / 3, 200 / 3)]
)
def test_the_base_the_rules_lead_with_comes_first_and_the_other_beside_it(rules, leading, other):
    view = quality_view(of(with_wood().under(rules)))
    assert view.leading.primary_percent == pytest.approx(leading)
    assert view.leading.with_uptake is (rules is CATENA_X)
    assert view.other.primary_percent == pytest.approx(other)


def test_without_uptake_there_is_one_base():
    case = Case().with_flow(
        "materials", Material(id="s", amount=kg(1), factor_id="s"), a_factor("s")
    )
    assert quality_view(of(case)).other is None


def test_shares_of_the_chain_are_told_where_somebody_has_them():
    assert quality_view(of(with_wood())).shares is None
    verified = with_wood().having(assurance=Assurance(level=AssuranceLevel.REGULAR))
    assert quality_view(of(verified.under(PACT))).shares.verified == pytest.approx(80)
    declared = a_factor("d", 1.0, layer=Layer.SUPPLIER, certified_share=0.4)
    flow = Material(id="d", amount=kg(1), factor_id="d")
    case = with_wood().with_flow("materials", flow, declared).under(PACT)
    assert quality_view(of(case)).shares.certified == pytest.approx(100 * 0.4 / 4)


def test_five_kilowatt_hours_say_in_words_why_they_are_secondary():
    power = EnergyUse(
        id="e", name="Press", amount=Quantity(5, "kWh"), origin=Origin.MEASURED, factor_id="grid"
    )
    grid = a_factor("grid", 0.6, unit="kWh", boundary=Boundary.DELIVERED_LIFE_CYCLE, name="Grid CN")
    found = row_quality(of(Case().with_flow("energy_uses", power, grid)), "e", ENGLISH)
    assert found.why == (
        "5.00 kWh are measured, but the factor “Grid CN” is an average of others: secondary. "
        "Only the supplier's own figure could make it primary."
    )
    assert (found.primary_percent, found.legacy) == (0.0, None)


def test_rows_are_rated_to_three_only_where_the_rules_ask_for_it():
    assert row_quality(of(with_wood().under(rule_set("pact-2.0"))), "w", ENGLISH).legacy is not None


def test_a_row_that_is_not_there_has_no_quality():
    assert row_quality(of(with_wood()), "gone", ENGLISH) is None
    assert (kind_of(with_wood().study, "w"), kind_of(with_wood().study, "gone")) == (
        "materials",
        "",
    )


def test_the_answer_for_other_tools_holds_both_scales_and_the_chain():
    """Of 3 kg, 1 kg is of a measured amount (1) and 2 kg of one without origin (3): 7/3 for reliability."""
    case = with_wood().having(assurance=Assurance(level=AssuranceLevel.IN_DEPTH))
    answer = calculation_answer(of(case.under(rule_set("pact-2.0"))))
    assert answer["verified_share"] == pytest.approx(95)
    assert answer["certified_share"] == 0
    assert answer["data_quality_1_to_3"]["coverage_percent"] == pytest.approx(100)
    assert answer["data_quality_1_to_3"]["reliability"] == pytest.approx(7 / 3)
    assert calculation_answer(of(case.under(PACT)))["data_quality_1_to_3"] is None
