"""Our own rules on a PACT 2 file: each found by a file that breaks it, none by a sound one."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.finding import Severity
from supplier_pcf.formats import pact_2
from supplier_pcf.formats.validation import pact_2 as rules
from supplier_pcf.words import sentence
from tests.formats.made import an_issue
from tests.formats.official_pact import example_json

SOUND = json.loads(pact_2.render(an_issue()))

E, W = Severity.ERROR, Severity.WARNING
MUTATIONS = [
    ("productCategoryCpc", None, "p00", E),
    ("comment", None, "p00", E),
    ("pcf/boundaryProcessesDescription", None, "p00", E),
    ("pcf/dqi/reliabilityDQR", None, "p00", E),
    ("version", -1, "p00_value", E),
    ("version", 1.5, "p00_value", E),
    ("pcf/declaredUnit", "piece", "p00_value", E),
    ("pcf/pCfExcludingBiogenic", "abc", "p00_value", E),
    ("pcf/packagingGhgEmissions", 0.1, "p00_value", E),
    ("pcf/exemptedEmissionsPercent", "0.8", "p00_value", E),
    ("pcf/primaryDataShare", "3", "p00_value", E),
    ("pcf/geographyCountrySubdivision", "Zhejiang", "p00_value", E),
    ("pcf/crossSectoralStandardsUsed", ["ISO14067"], "p00_value p21_older", E),
    ("pcf/packagingEmissionsIncluded", None, "p00", E),
    ("pcf/geographyCountry", "CN", "p00_places", E),
    ("pcf/primaryDataShare", None, "p00_2025", E),
    ("pcf/dqi", None, "p00_2025", E),
    ("pcf/dLucGhgEmissions", "0.5", "p01", W),
    ("pcf/pCfIncludingBiogenic", "2.94", "p02", W),
    ("pcf/biogenicCarbonContent", "0.2", "p03", W),
    ("pcf/iLucGhgEmissions", "-1", "p04", E),
    ("pcf/unitaryProductAmount", "0", "p05", E),
    ("pcf/productMassPerDeclaredUnit", "1.2", "p06", E),
    ("pcf/declaredUnit", "megajoule", "p07", E),
    ("pcf/fossilCarbonContent", "1.5", "p08", E),
    ("pcf/packagingEmissionsIncluded", False, "p10", E),
    ("pcf/packagingGhgEmissions", None, "p10_none", W),
    ("pcf/packagingGhgEmissions", "4", "p11", E),
    ("pcf/primaryDataShare", 150, "p13", E),
    ("pcf/dqi/temporalDQR", 4, "p14", E),
    ("pcf/dqi/coveragePercent", 101, "p14_cover", E),
    ("pcf/exemptedEmissionsPercent", -1, "p15", E),
    ("pcf/exemptedEmissionsPercent", 5.5, "p15_much", W),
    ("pcf/exemptedEmissionsDescription", "", "p15_why", W),
    ("pcf/referencePeriodStart", "2026-01-01T00:00:00Z", "p16", E),
    ("pcf/referencePeriodStart", "2022-12-31T00:00:00Z", "p16_long", W),
    ("validityPeriodStart", "2025-01-01T00:00:00Z", "p17", E),
    ("validityPeriodEnd", "2029-01-02T00:00:00Z", "p17", E),
    ("created", "2025-12-31T23:59:59Z", "p18", E),
    ("updated", "2026-03-01T00:00:00Z", "p18_updated", E),
    ("created", "2026-03-02T09:30:00+08:00", "p19", E),
    (
        "pcf/assurance",
        {"assurance": True, "providerName": "A", "completedAt": "2026-03-02T09:30:00+01:00"},
        "p19",
        E,
    ),
    (
        "pcf/productOrSectorSpecificRules",
        [{"operator": "Other", "ruleNames": ["A"]}],
        "p20",
        E,
    ),
    ("pcf/crossSectoralStandards", ["GHGP-Product"], "p21_older", E),
    ("pcf/ipccCharacterizationFactorsSources", ["AR5"], "p22", W),
    ("pcf/ipccCharacterizationFactorsSources", ["AR6"], "p22_single", E),
    ("companyIds", ["urn:pact:a b"], "p23", E),
    ("precedingPfIds", [SOUND["id"]], "p24", E),
    ("pcf/outboundLogisticsGhgEmissions", "1", "p25", E),
    ("pcf/aircraftGhgEmissions", "3.6", "p26", E),
]


def mutated(path, value):
    document = copy.deepcopy(SOUND)
    *parents, name = path.split("/")
    place = document
    for parent in parents:
        place = place[parent]
    if value is None:
        del place[name]
    else:
        place[name] = value
    return document


def test_a_sound_file_has_no_finding():
    assert rules.check(SOUND) == ()


@pytest.mark.parametrize(("path", "value", "expected", "severity"), MUTATIONS)
def test_a_broken_rule_is_found_and_no_other(path, value, expected, severity):
    found = rules.check(mutated(path, value))
    assert {f.code for f in found} == {f"pact_2.{name}" for name in expected.split()}
    assert {f.severity for f in found} == {severity}
    assert all(sentence(f.code, f.params) for f in found)


def test_every_counterpart_has_a_file_that_breaks_it():
    broken = {code[:3] for _, _, codes, _ in MUTATIONS for code in codes.split()}
    not_in_2 = {"p09", "p12"}
    assert broken == {f"p{n:02}" for n in range(27)} - not_in_2


def test_a_change_wants_a_version():
    document = mutated("version", 0) | {"updated": "2026-03-03T00:00:00Z"}
    assert [f.code for f in rules.check(document)] == ["pact_2.p18_version"]


def test_what_was_optional_until_2025_may_be_missing_in_older_periods():
    document = mutated("pcf/dqi", None)
    del document["pcf"]["primaryDataShare"]
    document["pcf"] |= {
        "referencePeriodStart": "2024-01-01T00:00:00Z",
        "referencePeriodEnd": "2025-01-01T00:00:00Z",
    }
    document["validityPeriodEnd"] = "2028-01-01T00:00:00Z"
    assert rules.check(document) == ()


def test_a_kilogram_without_mass_holds_a_kilogram_of_carbon_at_most():
    document = mutated("pcf/productMassPerDeclaredUnit", None)
    document["pcf"]["fossilCarbonContent"] = "1.5"
    assert [f.code for f in rules.check(document)] == ["pact_2.p08"]


def test_the_official_example_swaps_its_totals():
    """1.63 without and 1.85 with uptake, where the uptake is -1.5."""
    document = example_json("examples/pact-2-get-footprint-response.json")["data"]
    assert "pact_2.p02" in {f.code for f in rules.check(document)}


def test_the_example_of_a_forerunner_lacks_what_is_asked_for():
    document = example_json("ileap/sample_product_footprint.json")
    assert "pact_2.p00" in {f.code for f in rules.check(document)}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*SOUND, *SOUND["pcf"]]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(JSON, st.sampled_from([*SOUND, *(f"pcf/{name}" for name in SOUND["pcf"])]))
def test_no_file_makes_the_rules_fall_over(value, path):
    rules.check(value)
    rules.check(mutated(path, value))
