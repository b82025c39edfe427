"""A study under every rule set: each figure from the vectors, each difference measured on its own."""

from datetime import date

import pytest

from supplier_pcf.app.rule_comparison import compare_rules
from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.factor import Boundary, ScrapConvention
from supplier_pcf.domain.flows import CoProduct, Exclusion, Material, Origin
from supplier_pcf.domain.study import Product
from supplier_pcf.domain.units import Quantity
from supplier_pcf.rules import RULE_SETS
from tests.build import AS_OF, CATENA_X, Case, a_factor, kg

SHEET = Material(id="m", amount=kg(1), factor_id="steel", origin=Origin.MEASURED)
STEEL = a_factor("steel", 2.0)


def compared(case, as_of=AS_OF):
    return {u.rules.id: u for u in compare_rules(case.study, case.library, as_of)}


def difference(under, topic):
    return next(d for d in under.differences if d.topic == topic)


def codes(difference):
    return [code for code, _ in difference.effects]


def test_every_rule_set_stands_beside_the_own_one_which_differs_in_nothing():
    found = compared(Case().with_flow("materials", SHEET, STEEL).under(CATENA_X))
    assert list(found) == [rules.id for rules in RULE_SETS]
    assert [u.rules.id for u in found.values() if u.is_own] == ["catena-x-4.0"]
    assert found["catena-x-4.0"].differences == ()
    assert {u.figures.leading for u in found.values()} == {2.0}


def test_prices_apart_by_twelve_move_the_burden_where_the_rules_look_at_value():
    """V10: 80 kg at 6.0 and 20 kg at 0.5; mass gives 80 %, value 480 / 490 = 97.96 %."""
    case = (
        Case()
        .having(product=Product(name="P", mass=kg(80), price=480.0, volume=1.0))
        .with_flow("materials", Material(id="m", amount=kg(100), factor_id="steel"), STEEL)
        .with_flow(
            "co_products",
            CoProduct(id="c", amount=kg(20), price=0.5, price_years=3, price_source="x"),
        )
    )
    found = compared(case)
    assert found["iso-14067-2018"].figures.leading == pytest.approx(200 * 0.8)
    assert found["catena-x-4.0"].figures.leading == pytest.approx(200 * 480 / 490)
    moved = difference(found["catena-x-4.0"], "co_products")
    assert codes(moved) == ["rules.effect.leading"]
    assert moved.clause == "Catena-X PCF Rulebook v4.0.1, 5.1.2"


def test_uptake_leads_or_not():
    """V11: 0.05 kg of wood, half of it carbon: 0.025 x 44 / 12 = 0.0917 kg apart."""
    wood = a_factor("wood", 1.0, biogenic_carbon=0.5, uptake=-0.5 * 44 / 12)
    grown = Material(id="w", amount=kg(0.05), factor_id="wood", origin=Origin.MEASURED)
    found = compared(Case().with_flow("materials", grown, wood))
    including, excluding = found["iso-14067-2018"].figures, found["pact-3.0"].figures
    assert excluding.leading - including.leading == pytest.approx(0.025 * 44 / 12)
    assert "rules.effect.leading" in codes(difference(found["pact-3.0"], "lead"))


def test_burning_counts_as_primary_where_the_rules_say_so():
    gas = a_factor("gas", 0.2, unit="kWh", boundary=Boundary.COMBUSTION)
    burnt = EnergyUse(
        id="e", carrier=Carrier.NATURAL_GAS, amount=Quantity(10, "kWh"), factor_id="gas",
        origin=Origin.MEASURED,
    )  # fmt: skip
    found = compared(Case().with_flow("energy_uses", burnt, gas))
    assert found["iso-14067-2018"].figures.primary_percent == 0
    assert found["catena-x-4.0"].figures.primary_percent == pytest.approx(100)
    assert codes(difference(found["catena-x-4.0"], "combustion")) == ["rules.effect.primary"]


def test_the_age_of_data_counts_from_the_issue_or_from_the_period():
    """Data of 2025 for the year 2025, issued in March 2028: 791 days are the third year, 0 the first."""
    found = compared(Case().with_flow("materials", SHEET, STEEL), date(2028, 3, 1))
    assert found["pact-3.0"].figures.ratings.time == 1
    assert found["catena-x-4.0"].figures.ratings.time == 3
    assert codes(difference(found["catena-x-4.0"], "age")) == ["rules.effect.time"]


def test_four_percent_left_out_stops_the_export_where_the_rules_say_so():
    minor = Material(id="x", exclusion=Exclusion(reason="minor", estimate=2 * 0.04 / 0.96))
    case = Case().with_flow("materials", SHEET, STEEL).with_flow("materials", minor)
    found = compared(case)
    stopped = {name: [f.code for f in u.figures.stopped_by] for name, u in found.items()}
    assert stopped == {
        "iso-14067-2018": [],
        "catena-x-4.0": ["cut_off.exceeded"],
        "pact-3.0": ["cut_off.exceeded"],
        "pact-2.0": [],
        "gb-t-24067-2024": [],
    }
    assert codes(difference(found["pact-3.0"], "cut_off")) == ["rules.effect.stopped"]
    assert all(u.figures.exempted_percent == pytest.approx(4) for u in found.values())


def test_a_credit_inside_a_factor_stops_the_export_where_scrap_is_cut_off():
    credited = a_factor("steel", 2.0, scrap_convention=ScrapConvention.CREDITED)
    found = compared(Case().with_flow("materials", SHEET, credited))
    assert "rules.effect.stopped" in codes(difference(found["catena-x-4.0"], "recycling"))
    assert found["iso-14067-2018"].figures.stopped_by == ()


def test_a_new_footprint_is_due_ten_percent_above_the_present_one():
    found = compared(Case().with_flow("materials", SHEET, STEEL))
    due = difference(found["catena-x-4.0"], "update")
    assert due.due_from == pytest.approx(2.2)
    assert codes(due) == ["rules.effect.due"]


def test_what_changes_nothing_says_so():
    found = compared(Case().with_flow("materials", SHEET, STEEL))
    assert codes(difference(found["catena-x-4.0"], "co_products")) == ["rules.effect.nothing"]


def test_the_steps_add_up_to_the_whole_difference():
    found = compared(Case().with_flow("materials", SHEET, STEEL), date(2028, 3, 1))
    own = found["iso-14067-2018"].figures
    for under in found.values():
        stations = [d.before for d in under.differences] + [under.figures]
        assert stations[0] == own
        for one, following in zip(under.differences, stations[1:], strict=True):
            assert one.after == following


def test_a_rule_set_nobody_knows_is_compared_from_the_base_standard():
    case = Case().with_flow("materials", SHEET, STEEL).having(rule_set="house-rules")
    assert [u.rules.id for u in compared(case).values() if u.is_own] == ["iso-14067-2018"]


def test_a_study_without_rows_is_compared_without_an_exception():
    assert all(u.figures.primary_percent is None for u in compared(Case()).values())
