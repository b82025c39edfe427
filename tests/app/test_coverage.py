"""What is said of coverage: how much is proven, and what to attach next."""

import pytest

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.coverage import coverage_of, next_mark, said, whole
from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.record import Evidence
from supplier_pcf.project.attachments import Attachment
from supplier_pcf.words import sentence
from tests.build import Case, a_factor, a_study, kg


def told(*rows, document="Invented for tests"):
    """Rows as (name, kg, whether a document stands behind it)."""
    case = Case(
        a_study(evidence=(Evidence(id="e", lies_at="Shelf"),)), [a_factor("f", document=document)]
    )
    for name, mass, proven in rows:
        evidence = ("e",) if proven else ()
        row = Material(id=name, name=name, amount=kg(mass), factor_id="f", evidence=evidence)
        case = case.with_flow("materials", row)
    found = coverage_of(Calculated(case.examined, ()), {})
    return found, [sentence(*each) for each in said(found)]


def test_the_next_document_is_told_with_where_it_leads():
    """70 of 100 kg are proven; the sheet of 21 leads to 91."""
    _found, words = told(("coil", 70, True), ("steel sheet", 21, False), ("oil", 9, False))
    assert words == [
        "Documents prove 70 % of the footprint.",
        "Attach the weighing record or invoice of “steel sheet” and you are at 91 %.",
    ]


def test_how_many_lines_lead_to_the_mark_is_told():
    """60, then 15 + 14: 75 and 89, so two lines to 80 %."""
    _found, words = told(("a", 60, True), ("b", 15, False), ("c", 14, False), ("d", 11, False))
    assert words[2] == "With 2 such lines you reach 80 %."


@pytest.mark.parametrize(
    ("proven", "mark"),
    [
        (79, AssuranceLevel.REGULAR),
        (80, AssuranceLevel.IN_DEPTH),
        (94, AssuranceLevel.IN_DEPTH),
        (95, None),
    ],
)
def test_the_marks_are_at_80_and_95_percent(proven, mark):
    found, _words = told(("a", proven, True), ("b", 100 - proven, False))
    assert next_mark(found) is mark


def test_enough_is_said_and_nothing_more_is_asked():
    assert told(("a", 1, True))[1][1] == "That is enough for an in-depth verification (95 %)."


def test_a_factor_without_a_source_is_asked_for():
    _found, words = told(("a", 1, True), document="")
    assert "Name the source of the factor of “a”" in words[1]


def test_without_a_figure_nothing_is_claimed():
    assert told()[1] == ["There is no figure yet that documents could prove."]


def test_percent_is_never_rounded_up_to_a_mark():
    assert whole(79.99) == 79
    assert whole(80.0) == 80


def test_a_document_whose_file_is_gone_proves_nothing():
    gone = Evidence(id="e", file="e.pdf", sha256="ab")
    row = Material(id="a", amount=kg(1), factor_id="f", evidence=("e",))
    case = Case(a_study(evidence=(gone,)), [a_factor("f")]).with_flow("materials", row)
    done = Calculated(case.examined, ())
    there = {"e.pdf": Attachment(name="e.pdf", sha256="ab", size=1, source=None)}
    assert coverage_of(done, {}).percent == 0
    assert coverage_of(done, there).percent == 100
