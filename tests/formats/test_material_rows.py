"""Materials in the inventory: every amount and every mixed factor can be worked out again."""

import math

import pytest

from supplier_pcf.domain.flows import CoProduct, Material
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.study import CoProductSteps, Product
from supplier_pcf.domain.units import Quantity
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.material_rows import input_rows, mix_rows, sharing_rows
from tests.build import CATENA_X, Case, a_factor, kg

STEPS = (
    ProcessStep(id="s", name="Stamping", material_yield=0.75, reject_share=0.02),
    ProcessStep(id="a", reject_share=0.01),
)


def issue_of(*materials, factors=(), **facts):
    case = Case().having(materials=materials, process_steps=STEPS, **facts)
    case = Case(case.study, [a_factor("f"), a_factor("again", 0.5), *factors])
    return Issue.of(case.under(CATENA_X).examined)


def test_a_reader_can_go_from_net_to_the_amount_of_the_row():
    sheet = Material(
        id="m", amount=kg(1.2), quantity_per=2, returned=Quantity(100, "g"), factor_id="f"
    )
    issue = issue_of(sheet)
    told = [(row["kind"], row["amount"]) for row in input_rows(issue, ())]
    assert told == [
        ("net", 1.2),
        ("divided_by_yield", 0.75),
        ("divided_by_good", 0.98),
        ("divided_by_good", 0.99),
        ("returned", 100),
        ("quantity", 2),
    ]
    divisors = math.prod(amount for kind, amount in told if kind.startswith("divided"))
    by_hand = (1.2 / divisors - 0.1) * 2
    assert issue.result.flows[0].amount == pytest.approx(by_hand)


def test_an_entered_gross_amount_replaces_the_steps():
    sheet = Material(id="m", amount=kg(1.2), gross_amount=kg(1.6), factor_id="f")
    assert [row["kind"] for row in input_rows(issue_of(sheet), ())] == ["net", "gross"]


def test_rows_without_losses_and_licensed_ones_are_not_told():
    oil = Material(id="o", amount=kg(1), is_auxiliary=True)
    sheet = Material(id="m", amount=kg(1))
    assert list(input_rows(issue_of(oil, sheet), {"m"})) == []


def mixed(content=None):
    sheet = Material(
        id="m", amount=kg(1), factor_id="new", recycled_factor_id="again", recycled_pre_consumer=0.4
    )
    issue = issue_of(sheet, factors=[a_factor("new", 2.0, recycled_content=content)])
    return issue, next(mix_rows(issue, ()))


def test_the_mixed_factor_can_be_worked_out():
    issue, row = mixed()
    share = row["share_percent"] / 100
    line = issue.result.flows[0]
    by_hand = line.amount * (2.0 * (1 - share) + row["factor_kg_co2e"] * share)
    assert (row["counted"], line.kg_co2e) == (True, pytest.approx(by_hand))


def test_a_share_that_is_information_says_so():
    assert mixed(content=0.4)[1]["counted"] is False


def test_the_decision_and_all_shares_are_told():
    """V10: 480 of 490."""
    issue = issue_of(
        Material(id="m", amount=kg(80), factor_id="f"),
        product=Product(mass=kg(80), price=480.0),
        co_products=(CoProduct(id="c", amount=kg(20), price=0.5),),
        co_product_steps=CoProductSteps(can_be_divided=False, division="One furnace"),
    )
    told = {row["id"]: row for row in sharing_rows(issue)}
    assert told["division"]["note"] == "One furnace; Catena-X PCF Rulebook v4.0.1, 5.1.2"
    assert told["price_test"]["value"] == "economic"
    assert told["product"]["share_percent"] == pytest.approx(97.95918367346938)
    assert told["c"]["share_percent"] + told["product"]["share_percent"] == pytest.approx(100)
