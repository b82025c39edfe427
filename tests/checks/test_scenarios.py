"""Findings of scenarios: notes that stop nothing and that do not leave the house."""

import pytest

from supplier_pcf.app.steps import step_of
from supplier_pcf.checks import findings
from supplier_pcf.domain.finding import Severity
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.words import sentence
from tests.checks.scenarios import FOUND, supposing


@pytest.mark.parametrize("code", FOUND)
def test_they_are_notes_of_the_result_page(code):
    found = next(f for f in findings(FOUND[code].examined) if f.code == code)
    assert found.severity is Severity.NOTE
    assert found.where == "scenarios/a"
    assert step_of(found).id == "result"
    assert sentence(found.code, found.params).startswith("A: ")


def test_a_scenario_of_a_row_that_was_removed_says_so_plainly():
    said = findings(FOUND["scenario.no_target"].examined)
    found = next(f for f in said if f.code == "scenario.no_target")
    assert sentence(found.code, found.params) == (
        "A: a row it changes is no longer in the study. Remove this change from the scenario."
    )


def test_a_file_that_leaves_says_nothing_of_scenarios():
    examined = supposing("amount", "materials/gone", 0.5).examined
    found = findings(examined)
    assert any(f.where.startswith("scenarios") for f in found)
    assert not any(
        f.where.startswith("scenarios") for f in Issue.of(examined, None, found).findings
    )
