"""Where nothing fits, the ways out are told in order, with why one is closed."""

from dataclasses import replace

import pytest

from supplier_pcf.app.making import Component, Composition, compose, grids, keep_made, rebase
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.app.ways_out import Way, ways_out
from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.flows import CoProduct, Material, Waste
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.library import bundled_library
from tests.build import a_study, kg

CHINA = "cn-electricity-footprint:2024-national"


def ways(flow, words="", kind="materials", **facts):
    study = a_study(**{kind: (flow,)}, **facts)
    return {w.way: w for w in ways_out(study, flow.id, bundled_library(), words)}


PE = Material(id="m", name="Cap", designation="HDPE", amount=kg(0.1), supplier="Yuyao Plastics")


def test_the_ways_come_in_the_order_they_should_be_tried():
    assert list(ways(PE)) == list(Way)
    assert [way.value for way in Way] == [
        "ask_supplier", "own_factor", "composition", "rebase", "spend",
    ]  # fmt: skip


def test_every_way_has_its_sentence():
    said = ways(PE)[Way.ASK_SUPPLIER].text()
    assert said.startswith("Ask Yuyao Plastics for the footprint of “Cap”")
    unnamed = ways(replace(PE, supplier=""))[Way.ASK_SUPPLIER]
    assert (unnamed.is_open, unnamed.code) == (True, "way.ask_supplier_unnamed")


def test_american_polyethylene_can_be_taken_to_the_chinese_grid():
    way = ways(PE)[Way.REBASE]
    assert way.is_open
    assert "us-lci-fy21q3:hdpe" in [factor.id for factor in way.factors]
    assert way.grids[0].id == CHINA
    assert {grid.place for grid in way.grids} == {"CN"}


def test_screening_by_money_states_its_spread():
    """GSD 2 (published with the set as judgement): 2 ^ 1.96 = 3.9."""
    way = ways(PE, "bolt nut screw")[Way.SPEND]
    assert way.is_open
    assert way.params["spread"] == "4"
    assert "For screening only" in way.text()


@pytest.mark.parametrize(
    ("flow", "kind", "way", "code"),
    [
        (DirectEmission(id="x", name="CO2", gas="CO2"), "direct_emissions", Way.ASK_SUPPLIER,
         "way.ask_supplier_not_bought"),
        (Waste(id="x", name="Sludge"), "wastes", Way.ASK_SUPPLIER, "way.ask_supplier_waste"),
        (EnergyUse(id="x", name="Power"), "energy_uses", Way.COMPOSITION,
         "way.composition_no_material"),
        (Material(id="x", name="Label", amount=Quantity(1, "piece")), "materials", Way.COMPOSITION,
         "way.composition_not_weighed"),
        (EnergyUse(id="x", name="Power"), "energy_uses", Way.SPEND, "way.spend_not_bought"),
        (Material(id="x", name="qqqq", amount=kg(1)), "materials", Way.SPEND,
         "way.spend_nothing_near"),
        (Material(id="x", name="qqqq", amount=kg(1)), "materials", Way.REBASE,
         "way.rebase_nothing_near"),
        (Material(id="x", name="ABS", amount=kg(1)), "materials", Way.REBASE,
         "way.rebase_not_stated"),
    ],
)  # fmt: skip
def test_a_closed_way_says_why(flow, kind, way, code):
    found = ways(flow, flow.name, kind)[way]
    assert (found.is_open, found.code) == (False, code)
    assert flow.name in found.text()


def test_without_a_grid_of_the_site_there_is_nothing_to_exchange_with():
    found = ways(PE, sites=(Site(id="x", country="AQ"),))[Way.REBASE]
    assert (found.is_open, found.code) == (False, "way.rebase_no_grid")


def test_a_co_product_takes_no_factor_of_its_own():
    study = a_study(co_products=(CoProduct(id="x", name="Chips"),))
    assert ways_out(study, "x", bundled_library()) == ()


def test_a_row_that_is_not_there_has_no_ways():
    assert ways_out(a_study(), "gone", bundled_library()) == ()


def test_a_leg_can_be_asked_for_but_not_built():
    found = ways(Transport(id="x", name="Truck"), "", "transports")
    assert found[Way.ASK_SUPPLIER].is_open
    assert not found[Way.COMPOSITION].is_open


@pytest.fixture
def session(tmp_path):
    made = Session(tmp_path)
    made.start(sample_study("stamped-bracket"))
    return made


def test_what_was_made_is_kept_and_found_again(session):
    made = rebase(session, "us-lci-fy21q3:hdpe", CHINA)
    kept = keep_made(session, made.factor)
    assert session.personal == (kept,)
    alloy = compose(
        session,
        Composition(
            name="PE with chalk",
            components=(
                Component(factor_id=kept.id, share=0.7),
                Component(factor_id="us-lci-fy21q3:calcium-carbonate-20-micron", share=0.3),
            ),
            place="CN",
            document="Data sheet 12",
        ),
    )
    assert alloy.factor.kg_co2e == pytest.approx(0.7 * kept.kg_co2e + 0.3 * 0.0423099)
    assert rebase(session, "us-lci-fy21q3:hdpe", CHINA).factor.id == f"{kept.id}-2"


def test_the_grid_of_the_site_is_offered_first(session):
    offered = grids(session)
    assert offered[0].id == CHINA
    assert all(grid.category == "electricity" for grid in offered)
    assert not [grid for grid in offered if grid.id.startswith("cn-electricity-co2:")]
