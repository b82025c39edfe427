"""Screening by money: converted with what the user enters, said to be screening only, masses kept."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.screening import Spend, choose_spend, dollars, examine, spread_of
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.flows import Material, OutsideProcess
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.factors.library import bundled_library
from tests.build import a_factor, a_study, kg

BOLTS = bundled_library().get("epa-spend-v1-3:naics-332722")
DOLLARS = Spend(amount=2.0, year=2022)
YUAN = Spend(
    amount=12.5, currency="CNY", year=2025, per_dollar=7.19, price_ratio=0.9, source="Central bank"
)
BOLT = Material(id="m", name="Bolt", amount=kg(0.8), gross_amount=kg(1.0))


def result_of(study):
    return calculated(study, bundled_library(), date(2026, 3, 1))


def test_dollars_of_2022_need_no_conversion():
    assert dollars(DOLLARS) == 2.0


def test_other_money_is_converted_with_what_was_entered():
    """12.5 / 7.19 x 0.9 = 1.564673."""
    assert dollars(YUAN) == pytest.approx(1.564673, abs=1e-6)
    assert dollars(replace(YUAN, price_ratio=None)) is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"amount": None}, "spend.amount"),
        ({"amount": 0.0}, "spend.amount"),
        ({"amount": float("nan")}, "spend.amount"),
        ({"currency": " ", "per_dollar": 7.0}, "spend.currency"),
        ({"year": None}, "spend.year"),
        ({"per_dollar": None}, "spend.per_dollar"),
        ({"per_dollar": -7.0}, "spend.per_dollar"),
        ({"price_ratio": None}, "spend.price_ratio"),
        ({"source": ""}, "spend.source"),
    ],
)
def test_what_is_missing_is_said_and_never_made_up(change, code):
    assert [finding.code for finding in examine(replace(YUAN, **change))] == [code]


def test_the_row_is_counted_and_said_to_be_screening_only():
    study = choose_spend(a_study(materials=(BOLT,)), "m", BOLTS, DOLLARS).study
    done = result_of(study)
    assert done.result.excluding == pytest.approx(2.0 * BOLTS.kg_co2e)
    (found,) = [f for f in done.findings if f.code == "factor.spend_only"]
    assert (found.severity, found.where) == (Severity.WARNING, "materials/m/factor")


def test_the_mass_of_the_product_stays_what_it_was():
    before = a_study(materials=(BOLT,))
    after = choose_spend(before, "m", BOLTS, YUAN).study
    (row,) = after.materials
    assert Amounts(after).net_mass(row) == pytest.approx(0.8)
    assert Amounts(after).gross_mass(row) == pytest.approx(1.0)


def test_losses_of_the_steps_are_in_the_money_already():
    steps = (ProcessStep(id="p", material_yield=0.5),)
    plain = replace(BOLT, gross_amount=None)
    study = choose_spend(
        a_study(materials=(plain,), process_steps=steps), "m", BOLTS, DOLLARS
    ).study
    assert result_of(study).result.excluding == pytest.approx(2.0 * BOLTS.kg_co2e)
    (row,) = study.materials
    assert Amounts(study).net_mass(row) == pytest.approx(0.8)
    assert Amounts(study).gross_mass(row) == pytest.approx(1.6)


def test_a_row_below_an_assembly_keeps_its_quantity():
    """Four bolts of 0.1 kg in each of the two halves: money is for one bolt."""
    half = Material(id="a", name="Half", amount=Quantity(1, "piece"), quantity_per=2)
    bolt = Material(id="m", name="Bolt", amount=kg(0.1), parent_id="a", quantity_per=4)
    study = a_study(materials=(half, bolt))
    after = choose_spend(study, "m", BOLTS, DOLLARS).study
    row = after.materials[1]
    assert Amounts(after).net_mass(row) == pytest.approx(Amounts(study).net_mass(bolt))
    assert result_of(after).result.excluding == pytest.approx(8 * 2.0 * BOLTS.kg_co2e)


def test_the_conversion_is_noted_on_the_row():
    (row,) = choose_spend(a_study(materials=(BOLT,)), "m", BOLTS, YUAN).study.materials
    assert row.note == "CNY 12.5 (2025) / 7.19 x 0.9 = USD 2022 1.56467 (Central bank) [0.8 kg]"


def test_a_bought_process_is_counted_by_its_price():
    plating = OutsideProcess(id="o", name="Plating", amount=Quantity(3, "m2"))
    study = choose_spend(a_study(outside_processes=(plating,)), "o", BOLTS, DOLLARS).study
    assert result_of(study).result.excluding == pytest.approx(2.0 * BOLTS.kg_co2e)


def test_a_row_without_mass_is_counted_without_one():
    (row,) = choose_spend(
        a_study(materials=(replace(BOLT, amount=None, gross_amount=None),)), "m", BOLTS, DOLLARS
    ).study.materials
    assert (row.amount, row.mass_per_unit) == (Quantity(2.0, "USD 2022"), None)


def test_what_is_not_bought_or_not_per_money_is_refused():
    power = EnergyUse(id="e", name="Power", amount=Quantity(1, "kWh"))
    study = a_study(materials=(BOLT,), energy_uses=(power,))
    by_mass = choose_spend(study, "m", a_factor("t:steel"), DOLLARS)
    not_bought = choose_spend(study, "e", BOLTS, DOLLARS)
    assert [f.code for f in by_mass.findings] == ["spend.not_money"]
    assert [f.code for f in not_bought.findings] == ["way.spend_not_bought"]
    assert by_mass.study is None
    assert not_bought.study is None
    assert choose_spend(study, "gone", BOLTS, DOLLARS).study is None


def test_the_wide_spread_is_stated():
    """GSD 2: a factor of 2 ^ 1.96 = 3.89 either way."""
    low, high = spread_of(BOLTS)
    assert high / BOLTS.kg_co2e == pytest.approx(3.89, abs=0.01)
    assert BOLTS.kg_co2e / low == pytest.approx(3.89, abs=0.01)
    assert spread_of(a_factor("t:x")) is None
