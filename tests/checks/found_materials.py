"""Studies that lack something about their materials or co-products, by the code of the finding."""

from dataclasses import replace

from supplier_pcf.domain.flows import CoProduct, CoProductTest, Material, Origin
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.study import CoProductMethod, CoProductSteps
from supplier_pcf.domain.units import Quantity
from tests.build import CATENA_X, ISO, PACT, Case, a_factor, a_study, kg

TRIED = CoProductSteps(
    can_be_divided=False, division="one mould", has_substitute=False, substitution="none"
)
PROVEN = CoProductTest(
    made_on_purpose=True,
    use_is_certain=True,
    usable_as_it_is=True,
    part_of_process=True,
    use_is_lawful=True,
)


def with_material(content=None, **facts):
    """One kilogram of sheet; its factor holds so much recycled input."""
    told = {"id": "m", "name": "Sheet", "amount": kg(1), "factor_id": "sheet"}
    line = Material(origin=Origin.MEASURED, **{**told, **facts})
    sheet = a_factor("sheet", 2.0, recycled_content=content)
    return Case().with_flow("materials", line, sheet, a_factor("again", 0.5))


def with_co_product(rules=CATENA_X, price=2.0, tried=TRIED, study=None, **facts):
    """One kilogram of product and, beside it, a quarter of something sold; everything is answered."""
    told = {
        "id": "c",
        "name": "Offcut",
        "amount": kg(0.25),
        "price": 1.0,
        "price_years": 3,
        "price_source": "Exchange",
        "test": PROVEN,
    }
    other = CoProduct(**{**told, **facts})
    product = replace(a_study().product, price=price)
    case = with_material(amount=kg(1), gross_amount=kg(1.25)).under(rules)
    return case.having(
        co_products=(other,), co_product_steps=tried, product=product, **(study or {})
    )


def tried(**facts):
    return with_co_product(tried=replace(TRIED, **facts))


def by_value(**facts):
    return {"co_product_method": CoProductMethod.ECONOMIC, **facts}


FOUND = {
    "product.mass_not_positive": with_material().having(
        product=replace(a_study().product, mass=kg(0))
    ),
    "material.not_positive": with_material(gross_amount=kg(-1)),
    "material.returned_unit": with_material(returned=Quantity(1, "piece")),
    "material.returned_too_much": with_material(gross_amount=kg(1.2), returned=kg(0.5)),
    "material.recycled_twice": with_material(
        content=0.3, recycled_post_consumer=0.3, recycled_factor_id="again"
    ),
    "material.recycled_differs": with_material(content=0.3, recycled_post_consumer=0.8),
    "material.recycled_idle": with_material(recycled_post_consumer=0.3),
    "material.carbon_share": with_material(fossil_carbon_share=0.8, biogenic_carbon_share=0.4),
    "material.no_step": with_material(enters_at="gone").having(
        process_steps=(ProcessStep(id="s"),)
    ),
    "co_product.is_waste": with_co_product(test=replace(PROVEN, use_is_certain=False)),
    "co_product.test_open": with_co_product(test=None),
    "co_product.no_mass": with_co_product(amount=Quantity(1, "piece")),
    "co_product.negative_price": with_co_product(price_years=3).having(
        co_products=(CoProduct(id="c", amount=kg(0.25), price=-1.0, test=PROVEN),)
    ),
    "co_product.division_open": tried(can_be_divided=None),
    "co_product.can_be_divided": tried(can_be_divided=True),
    "co_product.substitution_open": tried(has_substitute=None),
    "co_product.has_substitute": tried(has_substitute=True),
    "co_product.sector_method": tried(sector_rule="worldsteel 2017"),
    "co_product.method_differs": with_co_product(study=by_value(co_product_reason="contract")),
    "co_product.method_no_reason": with_co_product(ISO, study=by_value()),
    "co_product.no_main_price": with_co_product(price=None),
    "co_product.no_price": with_co_product().having(
        co_products=(CoProduct(id="c", amount=kg(0.25), test=PROVEN),)
    ),
    "co_product.years": with_co_product(price_years=1),
    "co_product.no_price_source": with_co_product(price_source=""),
    "result.biogenic_due": with_material(biogenic_carbon_share=0.1, fossil_carbon_share=0.0).under(
        PACT
    ),
}
