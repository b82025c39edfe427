"""Co-products: the price test and the shares of test vector V10."""

from dataclasses import replace

import pytest

from supplier_pcf.domain.flows import CoProduct, Material, Packaging
from supplier_pcf.domain.study import CoProductMethod
from supplier_pcf.engine.co_products import co_product_share
from supplier_pcf.engine.result import NotCounted
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
