"""A sheet that is not back on its day is pointed out."""

from dataclasses import replace

from supplier_pcf.checks import findings
from supplier_pcf.domain.collection import CollectionSheet, Team
from tests.build import AS_OF, Case, a_study

SHEET = CollectionSheet(id="c1", team=Team.LOGISTICS, person="Ann", due="2020-01-31")


def codes(sheet):
    case = Case(study=a_study(collections=(sheet,)))
    return [finding.code for finding in findings(case.examined)]


def test_an_overdue_sheet_is_a_note():
    assert "collect.overdue" in codes(SHEET)


def test_a_sheet_that_is_back_or_still_has_time_is_none():
    assert "collect.overdue" not in codes(replace(SHEET, read="2020-02-02"))
    assert "collect.overdue" not in codes(replace(SHEET, due=AS_OF.isoformat()))
    assert "collect.overdue" not in codes(replace(SHEET, due=""))
