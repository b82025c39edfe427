"""Re-basing exchanges the grid inside a factor, and refuses where it is not known."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.factor import Boundary, Gases, GwpSet, Layer
from supplier_pcf.domain.recipe import PartRole, RecipeKind
from supplier_pcf.factors.library import FactorLibrary, bundled_library
from supplier_pcf.factors.rebasing import can_be_rebased, grid_inside, rebase
from tests.build import a_factor

HDPE = "us-lci-fy21q3:hdpe"
CHINA = "cn-electricity-footprint:2024-national"
AMERICA = "epa-2025:egrid-2023-us"


def a_grid(factor_id, kg_co2e, **facts):
    told = {"unit": "kWh", "category": "electricity", "boundary": Boundary.DELIVERED_LIFE_CYCLE}
    return a_factor(factor_id, kg_co2e, **(told | facts))


OLD, NEW = a_grid("t:old", 0.35), a_grid("t:new", 0.58)
RESIN = a_factor("t:resin", 2.0, grid_kwh=0.4, grid_id="t:old")
LIBRARY = FactorLibrary.of([OLD, NEW, RESIN])


def made(factor=RESIN, grid="t:new", library=LIBRARY):
    return rebase(factor, grid, library, frozenset())


def codes(result):
    return [finding.code for finding in result.findings]


def test_the_grid_is_taken_out_and_the_other_put_in():
    """2.0 - 0.4 x 0.35 + 0.4 x 0.58 = 2.092."""
    factor = made().factor
    assert factor.kg_co2e == pytest.approx(2.092, rel=1e-12)
    assert (factor.grid_kwh, factor.grid_id, factor.place) == (0.4, "t:new", "CN")


def test_american_polyethylene_with_chinese_power():
    """2.16721 - 0.400627 x (0.349957 + 29.8 x 2.58548e-5 + 273 x 3.62874e-6) + 0.400627 x 0.5777.

    The American grid is taken on AR6, as it was inside: 0.351718. The sum is 2.257745.
    """
    library = bundled_library()
    factor = rebase(library.get(HDPE), CHINA, library, frozenset()).factor
    assert factor.kg_co2e == pytest.approx(2.257745, abs=2e-6)
    assert factor.gwp_set is GwpSet.UNKNOWN
    assert factor.gases == library.get(HDPE).gases
    assert (factor.grid_id, factor.layer) == (CHINA, Layer.OWN)


def test_both_grids_are_recorded():
    recipe = made().factor.recipe
    assert recipe.kind is RecipeKind.REBASED
    assert [(p.factor_id, p.role, p.amount) for p in recipe.parts] == [
        ("t:resin", PartRole.BASE, 1.0),
        ("t:old", PartRole.OLD_GRID, -0.4),
        ("t:new", PartRole.NEW_GRID, 0.4),
    ]
    assert recipe.buckets.excluding_uptake == pytest.approx(2.092)


@given(st.floats(0, 5), st.floats(0.001, 2), st.floats(0.001, 2))
def test_there_and_back_again_is_the_same_figure(kwh, old, new):
    library = FactorLibrary.of([a_grid("t:old", old), a_grid("t:new", new)])
    factor = a_factor("t:x", 1.0 + kwh * old, grid_kwh=kwh or 0.1, grid_id="t:old")
    there = rebase(factor, "t:new", library, frozenset()).factor
    back = rebase(there, "t:old", library, frozenset()).factor
    assert back.kg_co2e == pytest.approx(factor.kg_co2e, rel=1e-9)


def test_every_american_figure_holds_the_grid_that_its_note_names():
    """The note prints the figure without electricity to four digits."""
    library = bundled_library()
    checked = 0
    for factor in library:
        said = re.search(r"= ([\d.e-]+) without grid electricity", factor.note)
        if factor.set_id != "us-lci-fy21q3" or not factor.grid_kwh or not said:
            continue
        grid = library.get(grid_inside(factor))
        assert grid.id == AMERICA
        inside = factor.grid_kwh * 0.351718
        assert factor.kg_co2e - inside == pytest.approx(float(said.group(1)), rel=2e-3, abs=2e-5)
        checked += 1
    assert checked == 69


def test_gases_that_hold_the_electricity_move_with_it():
    """1.0 - 0.4 x 0.3 + 0.4 x 0.5 = 1.08 kg CO2."""
    old, new = a_grid("t:old", 0.3, gases=Gases(0.3)), a_grid("t:new", 0.5, gases=Gases(0.5))
    factor = replace(RESIN, fossil=1.0, gases=Gases(1.0))
    result = made(factor, library=FactorLibrary.of([old, new]))
    assert result.factor.gases.co2_fossil == pytest.approx(1.08)
    assert made(factor, library=FactorLibrary.of([old, NEW])).factor.gases is None


@pytest.mark.parametrize(
    ("factor", "grid", "code"),
    [
        (replace(RESIN, grid_kwh=None), "t:new", "rebase.not_stated"),
        (replace(RESIN, grid_kwh=0.0), "t:new", "rebase.not_stated"),
        (replace(RESIN, grid_id=""), "t:new", "rebase.old_grid_unknown"),
        (replace(RESIN, grid_id="t:gone"), "t:new", "rebase.old_grid_unknown"),
        (RESIN, "t:gone", "rebase.no_new_grid"),
        (RESIN, "t:resin", "rebase.not_a_grid"),
        (RESIN, "t:old", "rebase.same_grid"),
        (replace(RESIN, fossil=0.1), "t:new", "rebase.more_than_inside"),
    ],
)
def test_what_cannot_be_exchanged_is_refused_with_its_reason(factor, grid, code):
    result = made(factor, grid)
    assert result.factor is None
    assert code in codes(result)


def test_chinese_inventory_power_is_no_grid_for_a_footprint():
    library = bundled_library()
    result = rebase(library.get(HDPE), "cn-electricity-co2:2023-national", library, frozenset())
    assert result.factor is None
    assert "factor.inventory_only" in codes(result)


def test_a_grid_without_upstream_is_used_with_a_warning():
    library = bundled_library()
    result = rebase(library.get(HDPE), "in-cea-v21:national", library, frozenset())
    assert result.factor is not None
    assert "factor.no_grid_losses" in codes(result)


def test_a_licensed_factor_stays_licensed():
    factor = made(replace(RESIN, layer=Layer.LICENSED)).factor
    assert (factor.layer, factor.id.partition(":")[0]) == (Layer.LICENSED, "licensed")


def test_it_is_known_beforehand_which_factors_can_be_rebased():
    library = bundled_library()
    assert can_be_rebased(library.get(HDPE), library)
    assert not can_be_rebased(library.get("us-lci-fy21q3:abs"), library)
    assert not can_be_rebased(replace(RESIN, grid_id="t:gone"), LIBRARY)
