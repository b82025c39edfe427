"""Every basis side by side: the sample's electricity, worked by hand."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.app import plant
from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.outside_views import amount_of_line, loads, set_carried, sold_scrap, with_mass
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.sharing_views import BASES, basis_views, not_allocated
from supplier_pcf.domain.flows import AllocationBasis
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.library import bundled_library
from tests.build import kg

TODAY = date(2026, 3, 1)
POWER = "use-meter-electricity"
BRACKET = sample_study("stamped-bracket")


def views(study, flow_id=POWER):
    return {v.basis: v for v in basis_views(study, bundled_library(), TODAY, flow_id)}


@pytest.mark.parametrize(
    ("basis", "own", "whole"),
    [
        ("machine_hours", 2600, 22400),
        ("pieces", 180_000, 1_530_000),
        ("mass", 180_000 * 1.28, 180_000 * 1.28 + 950_000 * 0.62 + 400_000 * 1.9),
        ("value", 180_000 * 14.2, 180_000 * 14.2 + 950_000 * 6.8 + 400_000 * 17.5),
    ],
)
def test_four_bases_say_share_and_amount_for_one_piece(basis, own, whole):
    view = views(BRACKET)[AllocationBasis(basis)]
    assert (view.own, view.whole) == (pytest.approx(own), pytest.approx(whole))
    assert view.share == pytest.approx(own / whole)
    assert view.per_unit.value == pytest.approx(1_860_000 * own / whole / 180_000)
    assert view.kg_co2e == pytest.approx(view.per_unit.value * 0.5777)
    assert view.lack is None


def test_the_chosen_basis_is_the_line_of_the_result():
    chosen = views(BRACKET)[AllocationBasis.MACHINE_HOURS]
    line = amount_of_line(calculated(BRACKET, bundled_library(), TODAY), POWER)
    assert chosen.chosen and chosen.per_unit.value == pytest.approx(line.value)


def test_a_missing_machine_hour_is_named():
    seat = replace(BRACKET.sites[0].outputs[2], machine_hours=None)
    view = views(plant.set_output(BRACKET, "ningbo", seat))[AllocationBasis.MACHINE_HOURS]
    assert view.share is None and view.per_unit is None
    assert (view.lack.code, view.lack.names) == ("weights", ("Seat frame parts, 6 types",))


def test_nothing_made_and_no_product_marked_are_told_apart():
    empty = plant.remove_outputs(BRACKET, "ningbo", ["br-2041", "small", "seat"])
    assert views(empty)[AllocationBasis.MASS].lack.code == "outputs"
    others = plant.remove_outputs(BRACKET, "ningbo", ["br-2041"])
    assert views(others)[AllocationBasis.MASS].lack.code == "this_product"


def test_a_share_that_is_not_entered_is_asked_for():
    assert views(BRACKET)[AllocationBasis.SHARE].lack.code == "share"


def test_no_flow_has_no_bases():
    assert basis_views(BRACKET, bundled_library(), TODAY, "nobody") == ()
    assert set(views(BRACKET)) == set(BASES)


def test_what_is_not_allocated_is_the_rest():
    use = plant.energy_use(BRACKET, POWER)
    rest = not_allocated(BRACKET, use, plant.total_of(BRACKET, use))
    assert rest.value == pytest.approx(1_860_000 * (22400 - 2600) / 22400)


def test_sold_scrap_is_summed_for_one_declared_unit():
    assert sold_scrap(calculated(BRACKET, bundled_library(), TODAY)) == pytest.approx(0.523)


def test_assemblies_are_not_loaded_only_their_parts():
    found = loads(BRACKET, "in-sheet")
    assert "m-br-2041-10-1" not in {load.id for load in found}
    assert [load.id for load in found if load.is_carried] == ["m-br-2041-11-1", "m-br-2041-12-1"]


def test_ticking_a_material_replaces_an_entered_mass_and_the_other_way_round():
    ticked = set_carried(BRACKET, "in-parts", "m-cp-08-pp-1", True)
    leg = next(t for t in ticked.transports if t.id == "in-parts")
    assert (leg.carries, leg.carried_mass) == (("m-cp-08-pp-1",), None)
    assert with_mass(leg, kg(0.5)).carries == ()


def test_tonne_kilometres_of_a_leg():
    work = amount_of_line(calculated(BRACKET, bundled_library(), TODAY), "in-parts")
    assert work == Quantity(pytest.approx(0.26 / 1000 * 60), "t.km")
