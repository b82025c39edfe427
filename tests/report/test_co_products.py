"""What the summary says about co-products, sold scrap, what is fed back and carbon: worked by hand."""

import io
import re
from datetime import UTC, datetime

from pypdf import PdfReader

from supplier_pcf.domain.flows import CoProduct, Material, Waste
from supplier_pcf.domain.study import CoProductSteps, Product
from supplier_pcf.report.summary import summary_of
from tests.build import CATENA_X, Case, a_factor, kg

TRIED = CoProductSteps(
    can_be_divided=False, division="One furnace.", has_substitute=False, substitution="No market."
)


def text(case):
    made = summary_of(case.examined, (), "en", datetime(2026, 3, 1, tzinfo=UTC))
    shown = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    return re.sub(r"\s+", " ", shown)


def slag():
    """V10, second case: 80 and 20 kg at 6.0 and 0.5 a kilogram, 100 kg CO2e to share."""
    other = CoProduct(id="c", name="Slag", amount=kg(20), price=0.5)
    product = Product(name="P", mass=kg(80), price=480.0, volume=1.0)
    case = Case().having(product=product, co_products=(other,), co_product_steps=TRIED)
    sheet = Material(id="m", name="Ore", amount=kg(100), factor_id="f")
    return case.with_flow("materials", sheet, a_factor("f", 1.0)).under(CATENA_X)


def test_the_share_the_ratio_the_steps_and_the_other_way_are_printed():
    shown = text(slag())
    for part in (
        "carries 98.0 % of joint burdens, by economic value. The ratio of prices is 12.0.",
        "By mass the result without biogenic uptake would be 80.0 kg CO₂e.",
        "No rule of the sector settles it. The process cannot be divided. "
        "No product is clearly displaced. Prices are far apart: by value. "
        "(Catena-X PCF Rulebook v4.0.1, 5.1.2)",
        "One furnace. No market.",
    ):
        assert part in shown, part


def bracket(**facts):
    told = {"id": "m", "name": "Sheet", "amount": kg(1), "gross_amount": kg(1.6), "factor_id": "f"}
    return Case().with_flow("materials", Material(**{**told, **facts}), a_factor("f", 2.0))


def test_the_credit_that_is_not_given_is_printed():
    """0.6 kg x 1.5 = 0.9."""
    scrap = Waste(id="w", name="Chips", amount=kg(0.6), sold=True, replaces_factor_id="iron")
    shown = text(bracket().with_flow("wastes", scrap, a_factor("iron", 1.5)))
    assert "would take off 0.900 kg CO₂e. It is not in the result." in shown
    assert "Sold scrap" not in text(bracket())


def test_what_is_fed_back_stands_beside_the_mass_balance():
    shown = text(bracket(returned=kg(0.25)))
    assert "1.35 kg of product materials go in" in shown
    assert "0.250 kg go straight back into the same process" in shown
    assert "straight back" not in text(bracket())


def test_the_carbon_of_all_kinds_is_printed():
    shown = text(
        bracket(fossil_carbon_share=0.4, biogenic_carbon_share=0.2, recycled_carbon_share=0.5)
    )
    assert "Biogenic carbon content of the product: 0.200 kg." in shown
    assert "Fossil carbon content of the product: 0.400 kg." in shown
    assert "Recycled carbon content of the product: 0.300 kg." in shown


def test_indirect_land_use_change_is_named_as_not_included():
    assert "indirect land use change" in text(bracket())
