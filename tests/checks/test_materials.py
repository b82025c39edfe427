"""Materials and co-products: what is right is left alone, and what is wrong weighs what it does."""

import pytest

from supplier_pcf.checks import findings
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.study import CoProductSteps
from tests.build import CATENA_X, ISO, PACT, kg
from tests.checks.found_materials import FOUND, by_value, tried, with_co_product, with_material


def found(case):
    return {finding.code: finding for finding in findings(case.examined)}


def codes(case):
    return set(found(case)) - {"material.recycled_idle", "flow.no_origin"}


def test_a_co_product_with_every_answer_gives_no_finding():
    assert codes(with_co_product()) == set()
    assert codes(with_co_product(ISO)) == set()


@pytest.mark.parametrize("code", FOUND)
def test_every_finding_says_where_it_is_written_and_where_to_go(code):
    finding = found(FOUND[code])[code]
    assert finding.clause
    assert finding.where


def test_recycled_input_counted_twice_stops_the_export_under_cut_off_only():
    case = FOUND["material.recycled_twice"]
    assert found(case)["material.recycled_twice"].severity is Severity.WARNING
    strict = found(case.under(CATENA_X))["material.recycled_twice"]
    assert strict.severity is Severity.ERROR


def test_a_factor_of_the_entered_content_is_fine():
    case = with_material(content=0.3, recycled_pre_consumer=0.1, recycled_post_consumer=0.22)
    assert codes(case) == set()


def test_feeding_back_all_that_is_lost_is_possible():
    case = with_material(gross_amount=kg(1.2), returned=kg(0.2))
    assert codes(case) == set()


def test_the_base_standard_takes_value_with_a_reason():
    case = with_co_product(ISO, study=by_value(co_product_reason="the offcut is sold by weight"))
    assert codes(case) == set()


def test_without_a_reason_another_method_stops_the_export():
    assert found(FOUND["co_product.method_no_reason"])["co_product.method_no_reason"].severity is (
        Severity.ERROR
    )


def test_a_rule_of_the_sector_needs_no_further_steps():
    steps = CoProductSteps(sector_rule="worldsteel 2017")
    case = with_co_product(tried=steps, study=by_value())
    assert codes(case) == set()


def test_the_base_standard_needs_no_prices():
    assert codes(with_co_product(ISO, price=None, price_years=None, price_source="")) == set()


def test_open_questions_weigh_more_under_cut_off():
    assert found(with_co_product(test=None))["co_product.test_open"].severity is Severity.WARNING
    note = found(with_co_product(ISO, test=None))["co_product.test_open"]
    assert note.severity is Severity.NOTE


def test_biogenic_results_are_due_above_five_percent_of_the_mass_only():
    """By hand: 0.1 kg of biogenic carbon in 1 kg is 10 %; its uptake 0.3667 of 2 kg CO2e is 18.3 %."""
    params = found(FOUND["result.biogenic_due"])["result.biogenic_due"].params
    assert (params["mass"], params["total"]) == (10.0, 18.3)
    little = with_material(biogenic_carbon_share=0.01, fossil_carbon_share=0.0)
    assert "result.biogenic_due" not in codes(little.under(PACT))
    assert "result.biogenic_due" not in codes(FOUND["result.biogenic_due"].under(ISO))


def test_answers_that_avoid_sharing_are_said():
    assert "co_product.division_open" not in codes(tried())
