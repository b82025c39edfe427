"""Whatever is entered for materials and co-products gives findings and words, never an exception."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.co_products_view import sharing
from supplier_pcf.app.materials_view import (
    balance_of,
    mass_check,
    recycled_mix,
    scrap_credit,
    way_in,
    where_to_look,
)
from supplier_pcf.domain.flows import CoProduct, CoProductTest, Material, Waste
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.study import CoProductMethod
from supplier_pcf.domain.units import Quantity
from supplier_pcf.rules import RULE_SETS
from tests.build import AS_OF, Case, a_factor, a_study

NUMBERS = st.sampled_from([None, 0.0, -1.0, 0.5, 1.0, 2.0, 1e308, float("inf"), float("nan")])
UNITS = st.sampled_from(["kg", "g", "piece", "m", "nonsense"])
AMOUNTS = st.one_of(st.none(), st.builds(Quantity, NUMBERS.map(lambda n: n or 0.0), UNITS))
FACTORS = st.sampled_from([None, "f", "again", "gone"])
ANSWERS = st.sampled_from([None, True, False])

MATERIALS = st.builds(
    Material,
    id=st.just("m"),
    amount=AMOUNTS,
    gross_amount=AMOUNTS,
    returned=AMOUNTS,
    mass_per_unit=AMOUNTS,
    quantity_per=NUMBERS,
    factor_id=FACTORS,
    recycled_factor_id=FACTORS,
    recycled_pre_consumer=NUMBERS,
    recycled_post_consumer=NUMBERS,
    fossil_carbon_share=NUMBERS,
    biogenic_carbon_share=NUMBERS,
    parent_id=st.sampled_from([None, "m", "gone"]),
    enters_at=st.sampled_from([None, "s", "gone"]),
    is_auxiliary=st.booleans(),
)
OTHERS = st.builds(
    CoProduct,
    id=st.just("c"),
    amount=AMOUNTS,
    price=NUMBERS,
    price_years=st.sampled_from([None, 0, 4]),
    test=st.one_of(
        st.none(), st.builds(CoProductTest, made_on_purpose=ANSWERS, use_is_certain=ANSWERS)
    ),
)
STEPS = st.builds(ProcessStep, id=st.just("s"), material_yield=NUMBERS, reject_share=NUMBERS)


STUDIES = st.builds(
    a_study,
    product=st.builds(
        lambda **facts: replace(a_study().product, **facts), mass=AMOUNTS, price=NUMBERS
    ),
    materials=st.tuples(MATERIALS),
    process_steps=st.tuples(STEPS),
    co_products=st.tuples(OTHERS),
    co_product_method=st.sampled_from(CoProductMethod),
    rule_set=st.sampled_from([rules.id for rules in RULE_SETS]),
)
FACTORS_KNOWN = [a_factor("f", 2.0), a_factor("again", 1.0, recycled_content=0.5)]


@settings(max_examples=150, deadline=None)
@given(STUDIES)
def test_nothing_that_is_entered_raises(study):
    (material,) = study.materials
    scrap = Waste(id="w", amount=material.amount, replaces_factor_id=material.factor_id)
    study = replace(study, wastes=(scrap,))
    done = calculated(study, Case(study, FACTORS_KNOWN).library, AS_OF)
    assert {f.code for f in done.findings}
    assert way_in(study, "m") is not None
    where_to_look(balance_of(done))
    for view in (recycled_mix(done, "m"), sharing(done), scrap_credit(done), mass_check(study)):
        assert repr(view)
