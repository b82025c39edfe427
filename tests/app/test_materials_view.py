"""Whether the parts weigh what the product weighs, by hand."""

from dataclasses import replace

import pytest

from supplier_pcf.app.materials_view import mass_check
from supplier_pcf.app.samples import sample_study
from supplier_pcf.domain.flows import Exclusion, Material
from supplier_pcf.domain.study import Product, Study
from supplier_pcf.domain.units import Quantity


def kg(value):
    return Quantity(value, "kg")


def study(*materials, mass=1.0):
    return Study(product=Product(mass=kg(mass)), materials=materials)


def test_rows_add_up_with_their_quantities():
    check = mass_check(
        study(Material(id="a", amount=kg(0.4), quantity_per=2), Material(id="b", amount=kg(0.1)))
    )
    assert check.counted == pytest.approx(0.9)
    assert check.gap == pytest.approx(0.1)


def test_an_assembly_is_not_counted_beside_its_parts():
    check = mass_check(
        study(Material(id="a", amount=kg(0.4)), Material(id="b", amount=kg(0.4), parent_id="a"))
    )
    assert check.counted == pytest.approx(0.4)


def test_what_is_left_out_explains_mass_too():
    out = Material(id="a", amount=kg(0.2), exclusion=Exclusion(reason="small"))
    check = mass_check(study(out, Material(id="b", amount=kg(0.8))))
    assert (check.counted, check.left_out) == (pytest.approx(0.8), pytest.approx(0.2))
    assert check.gap == pytest.approx(0)


def test_auxiliaries_are_no_part_of_the_product():
    assert mass_check(study(Material(id="a", amount=kg(3), is_auxiliary=True))).counted == 0


def test_a_row_without_mass_leaves_the_gap_open():
    check = mass_check(study(Material(id="a"), Material(id="b", amount=kg(0.5))))
    assert (check.without_mass, check.gap) == (1, None)


def test_without_the_mass_of_the_piece_there_is_no_gap():
    bare = replace(study(Material(id="a", amount=kg(1))), product=Product())
    assert mass_check(bare).gap is None


def test_the_sample_is_explained_but_for_seven_grams():
    check = mass_check(sample_study("stamped-bracket"))
    # 842 + 214 + 2 x 12.5 + 2 x 26 + 46 + 83 + 8 g, and 0.15 x 22 g left out, of 1280 g
    assert check.counted == pytest.approx(1.270)
    assert check.left_out == pytest.approx(0.0033)
    assert check.gap == pytest.approx(0.0067)
