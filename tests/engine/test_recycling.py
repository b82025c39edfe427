"""Recycled content and the credit that is not given: test vectors V15 and V8."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import Material, Waste
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.recycling import mixed, would_be_credit
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import rule_set
from tests.build import CATENA_X, Case, a_factor, kg


def test_recycled_content_is_mixed_by_cut_off():
    """V15: 12 x 0.6 + 1.0 x 0.4 = 7.6."""
    assert mixed(Buckets(fossil=12), Buckets(fossil=1), 0.4).fossil == pytest.approx(7.6)


def aluminium(content=None, **facts):
    told = {"id": "m", "amount": kg(1), "factor_id": "new", "recycled_factor_id": "again"}
    line = Material(**told, recycled_pre_consumer=0.1, recycled_post_consumer=0.3, **facts)
    new = a_factor("new", 12.0, recycled_content=content)
    return Case().with_flow("materials", line, new, a_factor("again", 1.0))


def test_a_material_with_two_factors_gives_the_same():
    assert aluminium().result.excluding == pytest.approx(7.6)


def test_a_factor_that_states_no_recycled_input_is_mixed_too():
    assert aluminium(content=0.0).result.excluding == pytest.approx(7.6)


def test_recycled_input_inside_the_factor_is_not_counted_twice():
    assert aluminium(content=0.4).result.excluding == pytest.approx(12)


V8 = Path(__file__).parent.parent / "cases" / "bracket_v8.toml"


def bracket():
    """The bracket of V8, whose 0.4 kg of chips may stand in for something of 1.5 kg CO2e a kilogram."""
    case = tomllib.loads(V8.read_text(encoding="utf-8"))
    factors = msgspec.convert(case["factors"], list[EmissionFactor])
    study = msgspec.convert(case["study"], Study)
    wastes = tuple(
        replace(w, sold=True, replaces_factor_id="instead") if w.id == "chips" else w
        for w in study.wastes
    )
    return replace(study, wastes=wastes), FactorLibrary.of([*factors, a_factor("instead", 1.5)])


def test_the_forbidden_credit_would_turn_seven_point_four_into_six_point_eight():
    """V8: 7.423 - 0.4 kg x 1.5 = 6.823; the footprint itself stays as it is."""
    study, library = bracket()
    result = calculate(study, library, rule_set("pact-3.0"), date(2026, 3, 1))
    found = would_be_credit(study, library, result)
    assert [(line.waste_id, line.kg) for line in found.lines] == [("chips", pytest.approx(0.4))]
    assert found.total == pytest.approx(0.6)
    assert found.without_credit == pytest.approx(7.423051625)
    assert found.with_credit == pytest.approx(6.823051625)


def scrap(**facts):
    told = {"id": "w", "name": "Chips", "amount": kg(2), "replaces_factor_id": "iron", **facts}
    case = Case(rules=CATENA_X).with_flow("wastes", Waste(**told))
    return case, would_be_credit(case.study, FactorLibrary.of([a_factor("iron", 1.5)]), case.result)


def test_a_credit_is_told_though_the_waste_itself_is_not_counted_yet():
    case, found = scrap(amount=Quantity(500, "g"))
    assert found.total == pytest.approx(0.75)
    assert case.result.excluding == 0


@pytest.mark.parametrize(
    "facts",
    [
        {"replaces_factor_id": None},
        {"replaces_factor_id": "gone"},
        {"amount": None},
        {"amount": kg(-1)},
        {"amount": Quantity(3, "m3")},
    ],
)
def test_what_cannot_be_said_is_left_out_of_the_credit(facts):
    assert scrap(**facts)[1].lines == ()
