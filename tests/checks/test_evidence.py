"""Studies whose proof lacks something, and what is said of it."""

from dataclasses import replace

import pytest

from supplier_pcf.checks import findings
from supplier_pcf.domain.assurance import Assurance, AssuranceLevel
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.verification import Comment, CommentClass
from supplier_pcf.words import statement
from tests.build import Case, a_factor, a_study, kg
from tests.checks.proof import FOUND


def found(case, code):
    return [f for f in findings(case.examined) if f.code == code]


@pytest.mark.parametrize(
    ("kind", "severity"),
    [
        (CommentClass.MATERIAL_MISSTATEMENT, Severity.WARNING),
        (None, Severity.WARNING),
        (CommentClass.IMPROVEMENT, Severity.NOTE),
    ],
)
def test_an_open_remark_weighs_as_its_class(kind, severity):
    case = Case(a_study(comments=(Comment(id="c", kind=kind, where="materials/m"),)))
    (open_one,) = found(case, "remark.open")
    assert (open_one.severity, open_one.where) == (severity, "materials/m")


def test_a_settled_remark_is_silent():
    settled = Comment(id="c", text="Where is the bill?", is_settled=True)
    case = Case(a_study(comments=(settled,)))
    assert not found(case, "remark.open") + found(case, "remark.answered")


def test_no_finding_of_a_remark_repeats_its_words():
    case = Case(a_study(comments=(Comment(id="c", text="SECRET", answer=""),)))
    (open_one,) = found(case, "remark.open")
    assert "SECRET" not in str(open_one) + statement(open_one.code, open_one.params)


def test_full_evidence_is_silent_whatever_was_verified():
    held = Assurance(level=AssuranceLevel.IN_DEPTH, provider="V", statement="1")
    case = FOUND["evidence.below_mark"]
    assert found(case, "evidence.below_mark")
    quiet = replace(case, study=replace(case.study, assurance=held, materials=()))
    assert not found(quiet, "evidence.below_mark")


@pytest.mark.parametrize(
    ("until", "is_long"), [("2028-05-01", False), ("2028-05-02", True), ("2029-01-01", True)]
)
def test_a_certificate_holds_three_years_to_the_day(until, is_long):
    held = Assurance(program_from="2025-05-01", program_until=until)
    case = Case(a_study(assurance=held))
    assert bool(found(case, "assurance.program_too_long")) is is_long


def test_a_statement_that_is_over_is_found_and_a_valid_one_is_not():
    """The day of these tests is 1 March 2026."""
    for until, is_over in (("2026-02-28", True), ("2026-03-01", False)):
        case = Case(a_study(assurance=Assurance(valid_until=until)))
        assert bool(found(case, "assurance.valid_until_over")) is is_over


def test_only_lines_with_a_wrong_name_are_told():
    sheet = Material(id="m", name="Sheet", amount=kg(1), factor_id="f", evidence=("gone",))
    case = Case(a_study(), [a_factor("f")]).with_flow("materials", sheet)
    assert [f.where for f in found(case, "evidence.unknown")] == ["materials/m/evidence"]
