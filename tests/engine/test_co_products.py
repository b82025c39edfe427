"""Co-products: the price test and the shares of test vector V10."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.flows import CoProduct, CoProductTest, Material, Packaging
from supplier_pcf.domain.study import CoProductMethod, CoProductSteps
from supplier_pcf.engine.co_product_log import (
    Answer,
    Tried,
    by_other_method,
    by_substitution,
    decision,
)
from supplier_pcf.engine.co_products import Output, co_product_share, shares_by
from supplier_pcf.engine.result import NotCounted
from supplier_pcf.factors.library import FactorLibrary
from tests.build import CATENA_X, ISO, Case, a_factor, a_study, kg


def study(main_price, **facts):
    product = replace(
        a_study().product, mass=kg(80), price=None if main_price is None else main_price * 80
    )
    other = CoProduct(id="c", amount=kg(20), price=0.5)
    return a_study(product=product, co_products=(other,), **facts)


def test_prices_close_together_are_shared_by_mass():
    found = co_product_share(study(2.0), CATENA_X)
    assert (found.method, found.price_ratio) == ("physical", pytest.approx(4))
    assert found.share == pytest.approx(0.8)


def test_prices_far_apart_are_shared_by_value():
    found = co_product_share(study(6.0), CATENA_X)
    assert (found.method, found.price_ratio) == ("economic", pytest.approx(12))
    assert found.share == pytest.approx(0.9795918367346939)


def test_the_base_standard_takes_the_physical_share_first():
    assert co_product_share(study(6.0), ISO).method == "physical"


def test_a_chosen_method_is_kept():
    chosen = study(2.0, co_product_method=CoProductMethod.ECONOMIC)
    assert co_product_share(chosen, CATENA_X).share == pytest.approx(160 / 170)


def test_economic_share_without_a_price_is_unknown():
    chosen = study(None, co_product_method=CoProductMethod.ECONOMIC)
    assert co_product_share(chosen, CATENA_X) is None
    case = Case(chosen, [a_factor("f")]).with_flow(
        "materials", Material(id="m", amount=kg(100), factor_id="f")
    )
    assert case.result.flows[0].reason is NotCounted.NO_SHARE


def test_burdens_are_shared_but_not_the_packaging_of_the_product():
    case = Case(study(2.0), [a_factor("f")])
    case = case.with_flow("materials", Material(id="m", amount=kg(100), factor_id="f"))
    case = case.with_flow(
        "packaging", Packaging(id="p", amount=kg(1), units_per_package=1, factor_id="f")
    )
    assert case.result.excluding == pytest.approx(100 * 0.8 + 1)


def test_waste_carries_nothing_away():
    assert co_product_share(a_study(), CATENA_X).share == 1.0


@given(st.lists(st.tuples(st.floats(0.001, 1e6), st.floats(0.001, 1e4)), min_size=2, max_size=9))
def test_what_is_shared_is_the_whole(outputs):
    """ISO 14067 clause 6.4.6.1: the parts add up to what there was."""
    listed = [Output(str(n), mass, price) for n, (mass, price) in enumerate(outputs)]
    for method in (CoProductMethod.PHYSICAL, CoProductMethod.ECONOMIC):
        assert sum(shares_by(listed, method)) == pytest.approx(1, rel=1e-9)


NO = CoProductTest(use_is_certain=False)
UNWANTED = CoProductTest(made_on_purpose=False, use_is_certain=True)


def with_test(test, **facts):
    base = study(2.0)
    return replace(base, co_products=(replace(base.co_products[0], test=test, **facts),))


def test_one_no_makes_it_waste_that_carries_nothing():
    assert co_product_share(with_test(NO), CATENA_X).share == 1.0
    assert decision(with_test(NO), CATENA_X) is None


def test_a_residue_is_a_co_product_only_with_legal_proof():
    assert co_product_share(with_test(UNWANTED), CATENA_X).share == 1.0
    proven = with_test(UNWANTED, legal_proof="Notice of the authority, 3 May 2025")
    assert co_product_share(proven, CATENA_X).share == pytest.approx(0.8)


def answers(found):
    return {line.step: line.answer for line in found.log}


def test_the_log_follows_the_order_of_the_car_makers():
    steps = CoProductSteps(can_be_divided=False, division="one mould", has_substitute=False)
    found = decision(study(6.0, co_product_steps=steps), CATENA_X)
    assert [line.step for line in found.log] == [
        Tried.SECTOR_RULE, Tried.DIVISION, Tried.SUBSTITUTION, Tried.PRICE_TEST, Tried.METHOD,
    ]  # fmt: skip
    assert answers(found)[Tried.PRICE_TEST] is Answer.ECONOMIC
    assert found.log[1].text == "one mould"
    assert all("5.1.2" in line.clause for line in found.log)


def test_a_rule_of_the_sector_ends_the_search():
    steps = CoProductSteps(sector_rule="worldsteel 2017")
    found = decision(study(6.0, co_product_steps=steps), CATENA_X)
    assert [line.step for line in found.log] == [Tried.SECTOR_RULE, Tried.METHOD]


def test_what_was_not_answered_stays_open():
    assert answers(decision(study(2.0), ISO))[Tried.DIVISION] is Answer.OPEN
    assert answers(decision(study(None), CATENA_X))[Tried.PRICE_TEST] is Answer.OPEN


def test_the_base_standard_asks_no_price():
    found = decision(study(6.0), ISO)
    assert answers(found)[Tried.PHYSICAL_FIRST] is Answer.PHYSICAL
    assert (found.asked, found.limit) == (CoProductMethod.PHYSICAL, None)


def test_the_other_method_is_worked_out_beside_it():
    """By hand, 100 kg x 1: by mass 80, by value 160 / 170 of 100; 1 kg of packaging stays."""
    case = Case(study(2.0), [a_factor("f")], CATENA_X)
    case = case.with_flow("materials", Material(id="m", amount=kg(100), factor_id="f"))
    case = case.with_flow(
        "packaging", Packaging(id="p", amount=kg(1), units_per_package=1, factor_id="f")
    )
    found = decision(case.study, CATENA_X)
    assert case.result.excluding == pytest.approx(81)
    assert by_other_method(case.result, found) == pytest.approx(100 * 160 / 170 + 1)


def test_without_a_price_there_is_no_other_method():
    case = Case(study(None), [], CATENA_X)
    assert by_other_method(case.result, decision(case.study, CATENA_X)) is None


def displacing(kg_co2e=None):
    """100 kg to make 80 of product and 20 beside it, 1 kg of packaging."""
    case = Case(study(2.0), [a_factor("f")], CATENA_X)
    other = replace(case.study.co_products[0], factor_id="heat")
    case = case.having(co_products=(other,))
    case = case.with_flow("materials", Material(id="m", amount=kg(100), factor_id="f"))
    case = case.with_flow(
        "packaging", Packaging(id="p", amount=kg(1), units_per_package=1, factor_id="f")
    )
    factors = [] if kg_co2e is None else [a_factor("heat", kg_co2e)]
    found = decision(case.study, CATENA_X)
    return by_substitution(case.study, FactorLibrary.of(factors), case.result, found)


def test_what_is_displaced_would_be_taken_off_all_burdens():
    """By hand: 100 - 20 x 1.5 + 1 = 71; sharing by mass gives 81."""
    assert displacing(1.5) == pytest.approx(71)


def test_nothing_is_taken_off_for_what_is_not_known():
    assert displacing() is None


def test_weights_beyond_any_number_give_no_share():
    heavy = Output(id="x", mass=1.7e308, price=1.0)
    assert shares_by([heavy, heavy], CoProductMethod.PHYSICAL) is None
