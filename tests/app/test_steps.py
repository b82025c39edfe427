"""Steps as data: who clears what, and how far each is."""

from dataclasses import replace

import pytest

from supplier_pcf.app.steps import STEPS, StepState, finding_counts, state_of, step_of
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.study import FLOW_KINDS, Product, Study
from tests.build import a_study

STEP = {step.id: step for step in STEPS}


def finding(where, severity=Severity.ERROR):
    return Finding(code="x.y", severity=severity, where=where)


def test_the_steps_are_the_agreed_ones():
    agreed = [
        "start",
        "product",
        "materials",
        "energy",
        "outside",
        "transport",
        "result",
        "deliver",
    ]
    assert [step.id for step in STEPS] == agreed


@pytest.mark.parametrize(
    ("where", "step"),
    [
        ("product/mass", "product"),
        ("period", "product"),
        ("declared_unit", "product"),
        ("materials/m1/factor", "materials"),
        ("process_steps/s", "materials"),
        ("energy_uses/e/allocation", "energy"),
        ("direct_emissions/d/amount", "energy"),
        ("wastes", "outside"),
        ("transports/t/distance", "transport"),
        ("result/exempted_percent", "result"),
        ("", "deliver"),
        ("releases/0", "deliver"),
        ("somewhere/else", "deliver"),
    ],
)
def test_a_finding_belongs_to_the_page_that_clears_it(where, step):
    assert step_of(finding(where)).id == step


def test_every_kind_of_flow_has_its_page():
    owned = {name for step in STEPS for name in step.fields}
    assert set(FLOW_KINDS) <= owned


def test_an_empty_step_is_untouched_even_with_errors():
    assert state_of(STEP["product"], Study(), [finding("product/mass")]) is StepState.UNTOUCHED


def test_states_follow_the_gravest_finding():
    study = replace(Study(), product=Product(name="Bracket"))
    step = STEP["product"]
    assert state_of(step, study, [finding("product/mass")]) is StepState.PROBLEM
    warning = finding("product/volume", Severity.WARNING)
    assert state_of(step, study, [warning]) is StepState.IN_WORK
    assert state_of(step, a_study(), [finding("materials/m")]) is StepState.COMPLETE


def test_findings_are_counted_by_severity():
    found = [finding("materials/a"), finding("materials/b", Severity.NOTE), finding("wastes")]
    counts = finding_counts(STEP["materials"], found)
    assert (counts[Severity.ERROR], counts[Severity.NOTE]) == (1, 1)
