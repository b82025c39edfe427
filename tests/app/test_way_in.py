"""How much of a material goes in, and where to look when masses do not add up: by hand."""

from dataclasses import replace

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.materials_view import (
    Look,
    MassBalance,
    balance_of,
    scrap_credit,
    way_in,
    where_to_look,
)
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Material, Waste
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.units import Quantity
from tests.build import AS_OF, Case, a_factor, a_study, kg

STAMP = ProcessStep(id="s", name="Stamping", material_yield=0.75, reject_share=0.02)
WASH = ProcessStep(id="w", name="Washing")


def way(material, *others, **facts):
    study = a_study(materials=(material, *others), **facts)
    return way_in(study, material.id)


def test_the_steps_that_lose_something_are_named():
    """V19: 1.2 / (0.75 x 0.98)."""
    found = way(Material(id="m", amount=kg(1.2)), process_steps=(STAMP, WASH))
    assert found.steps == (STAMP,)
    assert (found.net, found.gross) == (1.2, pytest.approx(1.6326530612244898))
    assert found.goes_in == found.gross


def test_an_entered_gross_amount_needs_no_steps():
    sheet = Material(id="m", amount=kg(1.2), gross_amount=kg(1.6), returned=Quantity(300, "g"))
    found = way(sheet, process_steps=(STAMP,))
    assert (found.is_entered, found.steps) == (True, ())
    assert (found.returned, found.goes_in) == (pytest.approx(0.3), pytest.approx(1.3))


def test_net_and_gross_may_be_entered_in_other_units():
    found = way(Material(id="m", amount=Quantity(1200, "g"), gross_amount=kg(1.6)))
    assert (found.net, found.unit) == (pytest.approx(1.2), "kg")


def test_every_assembly_above_is_named_with_its_number():
    """By hand: 4 leaves in a sub, 3 subs in an assembly, 2 assemblies in the product: 24."""
    leaf = Material(id="leaf", amount=kg(0.1), parent_id="sub", quantity_per=4)
    sub = Material(id="sub", name="Sub", parent_id="top", quantity_per=3)
    top = Material(id="top", name="Top", quantity_per=2)
    found = way(leaf, sub, top)
    assert found.levels == (("Sub", 3), ("Top", 2))
    assert found.quantity == 24


def test_a_row_that_is_not_counted_says_why():
    assert way(Material(id="m", parent_id="m")).not_counted == "circular"
    below = Material(id="b", amount=kg(1), parent_id="m")
    assert way(Material(id="m"), below).not_counted == "assembly"


def test_an_amount_of_the_whole_period_is_told_with_what_one_product_gets():
    """By hand: 2,600 kg x 20 % over 1,000 pieces: 0.52 kg."""
    share = Allocation(basis=AllocationBasis.SHARE, share=0.2)
    oil = Material(
        id="m", amount=kg(2600), is_auxiliary=True, basis=Basis.PER_PERIOD, allocation=share
    )
    found = way(oil)
    assert found.is_for_period
    assert (found.goes_in, found.one_product) == (2600, pytest.approx(0.52))
    unknown = replace(oil, allocation=replace(share, share=None))
    assert way(unknown).one_product is None


def test_missing_amounts_stay_unknown():
    found = way(Material(id="m"))
    assert (found.net, found.gross, found.goes_in) == (None, None, None)
    assert way_in(a_study(), "gone") is None


def balance(**kilograms):
    told = {"inputs": 1.6, "product": 1.2, "co_products": 0.0, "wastes": 0.4, "net": 1.2}
    return MassBalance(**{**told, **kilograms})


@pytest.mark.parametrize(
    ("found", "look"),
    [
        (None, Look.NO_BALANCE),
        (balance(), Look.FINE),
        (balance(wastes=0.38), Look.FINE),
        (balance(wastes=0.0), Look.LOSS_WITHOUT_WASTE),
        (balance(inputs=1.2), Look.WASTE_WITHOUT_LOSS),
        (balance(net=0.9, inputs=1.3), Look.NET_IS_NOT_THE_PRODUCT),
    ],
)
def test_the_larger_gap_says_where_to_look(found, look):
    assert where_to_look(found) is look


def done():
    sheet = Material(id="m", amount=kg(1.0), gross_amount=kg(1.4), factor_id="steel")
    chips = Waste(id="w", amount=kg(0.4), sold=True, replaces_factor_id="iron", factor_id="go")
    case = Case().with_flow("materials", sheet, a_factor("steel", 2.0))
    case = case.with_flow("wastes", chips, a_factor("go", 0.02), a_factor("iron", 1.5))
    return calculated(case.study, case.library, AS_OF)


def test_the_credit_is_worked_out_beside_the_footprint():
    """1.4 x 2 + 0.4 x 0.02 = 2.808; 0.4 x 1.5 = 0.6 would come off."""
    found = scrap_credit(done())
    assert found.without_credit == pytest.approx(2.808)
    assert found.with_credit == pytest.approx(2.208)


def test_the_balance_is_that_of_the_result():
    assert balance_of(done()).difference == pytest.approx(0)
