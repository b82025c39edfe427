"""The file of Catena-X data model 10: where it differs from data model 9."""

import pytest

from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.formats import catena_x_9, catena_x_10
from tests.formats.made import RELEASE, RESULT
from tests.formats.official import catena_x_faults
from tests.formats.snapshot import matches_snapshot
from tests.formats.test_catena_x_9 import PLAN, a_catena_x_issue, node, written

IDENTITY = "pcfAssessmentAndMethodology/pcfAssessmentInformation/idAndVersion"
METHODS = "pcfAssessmentAndMethodology/pcfMethodology"


def test_file_is_the_kept_one():
    assert matches_snapshot("catena_x_10.json", catena_x_10.render(a_catena_x_issue()))


@pytest.mark.parametrize("facts", [{}, PLAN], ids=["measured", "planned"])
def test_file_obeys_the_official_schema_and_our_own_rules(facts):
    issue = a_catena_x_issue(**facts)
    assert catena_x_10.check(written(issue, catena_x_10)) == ()
    assert catena_x_10.lacks(issue) == ()
    assert catena_x_faults("10.0.0", written(issue, catena_x_10)) == []


def test_predecessors_are_texts_and_the_standard_is_one_name():
    document = written(a_catena_x_issue(), catena_x_10)
    assert node(document, IDENTITY)["precedingPfIds"] == list(RELEASE.preceding)
    assert node(document, f"{METHODS}/standards")["crossSectoralStandards"] == "ISO 14067"


def test_mass_balancing_that_is_not_used_has_no_details():
    document = written(a_catena_x_issue(), catena_x_10)
    assert node(document, f"{METHODS}/massBalancingInformation") == {"massBalancingUsed": False}


def test_both_models_hold_the_same_but_for_these_four():
    nine, ten = (written(a_catena_x_issue(), form) for form in (catena_x_9, catena_x_10))
    for document in (nine, ten):
        del node(document, "scopeOfPcfForm")["specVersion"]
        del node(document, IDENTITY)["precedingPfIds"]
        del node(document, f"{METHODS}/standards")["crossSectoralStandards"]
        del node(document, METHODS)["massBalancingInformation"]
    assert nine == ten


def test_megabits_per_second_have_a_unit_here():
    issue = a_catena_x_issue(declared_unit=DeclaredUnit(amount=1.0, unit="Mbit/s"))
    assert catena_x_10.lacks(issue) == ()


def test_what_is_written_is_read_back():
    found = catena_x_10.read(written(a_catena_x_issue(), catena_x_10))
    assert found.buckets == pytest.approx(RESULT.buckets)
    assert (found.format_id, found.spec_version) == ("catena-x-10", "10.0.0")
    assert (found.preceding, found.standards) == (RELEASE.preceding, ("ISO 14067",))
