"""The decision on co-products as the page shows it: vector V10, and answers that are entered."""

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.co_products_view import CoProductMethod, answered, sharing, tried
from supplier_pcf.domain.flows import CoProduct, Material
from supplier_pcf.domain.study import Product, Study
from tests.build import AS_OF, CATENA_X, Case, a_factor, kg


def done(price, **facts):
    product = Product(name="P", mass=kg(80), price=price * 80, volume=1.0)
    other = CoProduct(**{"id": "c", "amount": kg(20), "price": 0.5, **facts})
    case = Case(rules=CATENA_X).having(product=product, co_products=(other,)).under(CATENA_X)
    sheet = Material(id="m", amount=kg(100), factor_id="f")
    case = case.with_flow("materials", sheet, a_factor("f", 1.0))
    return calculated(case.study, case.library, AS_OF)


def test_far_apart_prices_are_shared_by_value_and_mass_stands_beside_it():
    """V10: 100 kg CO2e; 480 / 490 by value, 80 / 100 by mass."""
    found = sharing(done(6.0))
    assert found.decision.method is CoProductMethod.ECONOMIC
    assert found.decision.price_ratio == pytest.approx(12)
    assert (found.used, found.other) == (pytest.approx(97.95918367346938), pytest.approx(80))


def test_close_prices_are_shared_by_mass():
    found = sharing(done(2.0))
    assert (found.used, found.decision.price_ratio) == (pytest.approx(80), pytest.approx(4))


def test_without_masses_nothing_is_said_to_be_a_footprint():
    found = sharing(done(2.0, amount=None))
    assert (found.used, found.other) == (None, None)


def test_without_co_products_there_is_nothing_to_share():
    case = Case()
    assert sharing(calculated(case.study, case.library, AS_OF)) is None


def test_an_answer_of_no_takes_the_co_product_out():
    other = answered(CoProduct(id="c"), "use_is_certain", answer=False)
    assert other.test.use_is_certain is False
    assert sharing(done(2.0, test=other.test)) is None


def test_a_step_is_answered_in_the_study():
    study = tried(tried(Study(), "can_be_divided", answer=False), "division", "one mould")
    assert study.co_product_steps.can_be_divided is False
    assert study.co_product_steps.division == "one mould"


def test_what_the_other_result_would_be_stands_beside_it_and_changes_nothing():
    """100 - 20 x 1 (its factor is that of the ore) = 80; by value it stays 97.96."""
    plain, found = done(6.0), sharing(done(6.0, factor_id="f"))
    assert sharing(plain).substituted is None
    assert found.substituted == pytest.approx(80)
    assert found.used == pytest.approx(plain.result.excluding)


def test_a_displaced_product_is_among_the_factors_that_go_into_the_file():
    assert [f.id for f in done(6.0, factor_id="f").examined.used_factors()] == ["f"]
