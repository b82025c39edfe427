"""Multiplying the steps of a line gives its kg CO2e: for every row of the samples, and worked by hand."""

import math
from dataclasses import replace

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.samples import all_samples, sample_study
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import (
    Allocation,
    AllocationBasis,
    Basis,
    Material,
    Waste,
    WasteTreatment,
)
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.study import Product
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.traced import StepKind, traced
from supplier_pcf.factors.library import bundled_library, own_first
from tests.build import AS_OF, Case, a_factor, a_study, kg


def trace_of(case, flow_id):
    examined = case.examined
    flow, line = next((f, li) for f, li in examined.lines() if li.id == flow_id)
    return traced(examined.study, examined.result, flow, line, examined.factor), line


@pytest.mark.parametrize("sample", [sample.id for sample in all_samples()])
def test_every_row_of_a_sample_can_be_multiplied_through(sample):
    study = sample_study(sample)
    examined = calculated(study, bundled_library(), AS_OF).examined
    find, seen = own_first(study.factors, bundled_library()), 0
    for flow, line in examined.lines():
        trace = traced(study, examined.result, flow, line, find)
        if trace is None:
            assert not line.counted
            continue
        seen += 1
        start = trace.steps[0].amount
        through = start * math.prod(step.times for step in trace.steps)
        assert through == pytest.approx(line.amount, rel=1e-9, abs=1e-15), line.name
        assert trace.kg_co2e == pytest.approx(line.kg_co2e, rel=1e-9, abs=1e-15), line.name
    assert seen > 3


def test_a_net_mass_goes_through_yield_rejects_and_quantity():
    # 0.9 kg / 0.75 / (1 - 0.04) x 2 = 2.5 kg; x 2 kg CO2e/kg = 5 kg
    steps = (ProcessStep(id="s1", name="Stamping", material_yield=0.75, reject_share=0.04),)
    parent = Material(id="p", name="Bracket", amount=kg(1.8))
    sheet = Material(
        id="m", name="Sheet", amount=kg(0.9), factor_id="f", parent_id="p", quantity_per=2.0
    )
    study = a_study(process_steps=steps, materials=(parent, sheet))
    trace, line = trace_of(Case(study=study, factors=(a_factor("f", 2.0),)), "m")
    assert [step.kind for step in trace.steps] == [
        StepKind.NET,
        StepKind.YIELD,
        StepKind.GOOD,
        StepKind.QUANTITY,
    ]
    assert [round(step.amount, 9) for step in trace.steps] == [0.9, 1.2, 1.25, 2.5]
    assert line.kg_co2e == pytest.approx(5.0)


def test_a_yearly_amount_is_shared_and_divided_by_the_pieces():
    # 4000 kWh x 25 % / 1000 pieces = 1 kWh; x 0.5 = 0.5 kg
    use = EnergyUse(
        id="e",
        amount=Quantity(4000.0, "kWh"),
        basis=Basis.PER_PERIOD,
        factor_id="grid",
        allocation=Allocation(basis=AllocationBasis.SHARE, share=0.25, reason="metered"),
    )
    study = a_study(product=Product(name="P", mass=kg(1.0), volume=1000.0), energy_uses=(use,))
    case = Case(study=study, factors=(a_factor("grid", 0.5, unit="kWh"),))
    trace, line = trace_of(case, "e")
    assert [(s.kind, round(s.amount, 9)) for s in trace.steps] == [
        (StepKind.ENTERED, 4000.0),
        (StepKind.SHARE, 1000.0),
        (StepKind.PIECES, 1.0),
    ]
    assert line.kg_co2e == pytest.approx(0.5)


def test_a_recycled_part_is_a_factor_of_its_own():
    # 1 kg: 60 % x 10 + 40 % x 1 = 6.4 kg
    sheet = Material(
        id="m",
        amount=kg(1.0),
        factor_id="new",
        recycled_factor_id="old",
        recycled_post_consumer=0.4,
    )
    case = Case(
        study=a_study(materials=(sheet,)), factors=(a_factor("new", 10.0), a_factor("old", 1.0))
    )
    trace, line = trace_of(case, "m")
    assert [(p.factor_id, p.kg_co2e, round(p.times, 9)) for p in trace.parts] == [
        ("new", 10.0, 0.6),
        ("old", 1.0, 0.4),
    ]
    assert trace.kg_co2e == pytest.approx(line.kg_co2e) == pytest.approx(6.4)


def test_grams_become_the_unit_of_the_factor():
    sheet = Material(id="m", amount=Quantity(250.0, "g"), factor_id="f")
    case = Case(study=a_study(materials=(sheet,)), factors=(a_factor("f", 4.0),))
    trace, line = trace_of(case, "m")
    assert (trace.steps[-1].kind, trace.steps[-1].times) == (StepKind.UNIT, 0.001)
    assert line.kg_co2e == pytest.approx(1.0)


def test_what_is_not_counted_has_no_way():
    sheet = Material(id="m", amount=kg(1.0))
    trace, _line = trace_of(Case(study=a_study(materials=(sheet,)), factors=()), "m")
    assert trace is None


def test_burnt_carbon_stands_beside_the_factor():
    # 2 kg of waste with 30 % carbon: 2 x (0.1 + 0.3 x 44/12) = 2.4 kg
    waste = Waste(
        id="w",
        amount=kg(2.0),
        factor_id="f",
        treatment=WasteTreatment.INCINERATION,
        fossil_carbon_share=0.3,
    )
    from supplier_pcf.domain.factor import Boundary

    factor = replace(a_factor("f", 0.1), boundary=Boundary.WASTE_COLLECTION)
    trace, line = trace_of(Case(study=a_study(wastes=(waste,)), factors=(factor,)), "w")
    assert trace.kg_co2e == pytest.approx(line.kg_co2e) == pytest.approx(2.4)
