"""Every basis side by side: the sample's electricity, worked by hand."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.app import plant
from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.meters import set_part_amount
from supplier_pcf.app.outside_views import amount_of_line, loads, set_carried, sold_scrap, with_mass
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.sharing_views import BASES, basis_views, not_allocated
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Material
from supplier_pcf.domain.site import MeterPartKind, PlantOutput
from supplier_pcf.domain.study import Product
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.library import FactorLibrary, bundled_library
from tests.build import a_factor, a_plant, a_study, kg

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


V8 = {
    "mass": (4.9655172413793105, -0.28801241625241447),
    "pieces": (3.5294117647058827, -12.282882457824106),
    "machine_hours": (5.0, 0.0),
    "value": (6.101694915254237, 9.201752620946202),
}
"""kWh per piece and the effect on the whole in percent: V7 and V8, worked by an independent script."""


def bracket_v8():
    """1,200,000 kWh x 0.62 kg of the plant, by machine hours; the rest of V8 in one row of 4.323 kg."""
    rows = ((100000, 1.2, 2500, 6.0), (40000, 3.5, 2200, 9.0), (200000, 0.15, 1300, 1.1))
    outputs = [
        PlantOutput(
            id=f"P{n}",
            is_this_product=n == 1,
            units=units,
            mass_per_unit=kg(mass),
            machine_hours=hours,
            price_per_unit=price,
        )
        for n, (units, mass, hours, price) in enumerate(rows, start=1)
    ]
    power = EnergyUse(
        id="power",
        site_id="nb",
        basis=Basis.PER_PERIOD,
        amount=Quantity(1_200_000, "kWh"),
        allocation=Allocation(basis=AllocationBasis.MACHINE_HOURS, site_id="nb"),
        factor_id="grid",
    )
    rest = Material(id="rest", amount=kg(1), factor_id="rest")
    library = FactorLibrary.of(
        [a_factor("grid", 0.62, unit="kWh"), a_factor("rest", 7.423051624999999 - 3.1)]
    )
    product = Product(name="P1", mass=kg(1.2), volume=100_000.0)
    study = a_study(
        sites=a_plant(*outputs), energy_uses=(power,), materials=(rest,), product=product
    )
    return study, library


@pytest.mark.parametrize("basis", V8)
def test_every_basis_says_what_it_would_do_to_the_whole_footprint(basis):
    study, library = bracket_v8()
    whole = calculated(study, library, TODAY).result.excluding
    assert whole == pytest.approx(7.423051624999999)
    found = {v.basis: v for v in basis_views(study, library, TODAY, "power", whole)}
    view, (kwh, effect) = found[AllocationBasis(basis)], V8[basis]
    assert view.per_unit.value == pytest.approx(kwh)
    assert view.effect_percent == pytest.approx(effect, abs=1e-9)


def test_without_a_footprint_there_is_no_effect_on_it():
    study, library = bracket_v8()
    assert {v.effect_percent for v in basis_views(study, library, TODAY, "power")} == {None}
    open_share = plant.set_share(study, "power", None)
    views = basis_views(open_share, library, TODAY, "power", 7.4)
    assert {v.effect_percent for v in views} == {None}


def test_the_rest_is_of_what_is_left_after_offices():
    """1,860,000 kWh less 60,000 for offices; 19,800 of 22,400 hours stay with the others."""
    use = plant.energy_use(BRACKET, POWER)
    lower = set_part_amount(BRACKET, use.meter_id, MeterPartKind.OFFICES, 60_000)
    assert plant.amount_of(lower, use).value == pytest.approx(1_800_000)
    rest = not_allocated(lower, use, plant.amount_of(lower, use))
    assert rest.value == pytest.approx(1_800_000 * 19_800 / 22_400)
    assert plant.total_of(lower, use).value == pytest.approx(1_860_000)
    for view in views(lower).values():
        if view.own is not None:
            kwh = 1_800_000 * view.own / view.whole / 180_000
            assert view.per_unit.value == pytest.approx(kwh)
