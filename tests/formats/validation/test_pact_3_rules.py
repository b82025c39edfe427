"""Our own rules on a PACT 3 file: each found by a file that breaks it, none by a sound one."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.finding import Severity, errors
from supplier_pcf.formats import pact_3
from supplier_pcf.formats.validation import pact_3 as rules
from supplier_pcf.formats.validation.pact_3_model import SUMMANDS
from supplier_pcf.words import sentence
from tests.formats.made import an_issue
from tests.formats.official_pact import example_json

SOUND = pact_3.product_footprint(an_issue())

E, W = Severity.ERROR, Severity.WARNING
MUTATIONS = [
    ("p00", "pcf/exemptedEmissionsPercent", None, {"p00"}, E),
    ("p00", "companyIds", [], {"p00"}, E),
    ("p00", "pcf/declaredUnitAmount", "1e0", {"p00_value"}, E),
    ("p00", "pcf/declaredUnitAmount", 1, {"p00_value"}, E),
    ("p00", "created", "2026-03-02", {"p00_value"}, E),
    ("p00", "pcf/geographyCountry", "CN", {"p00_places"}, E),
    ("p00", "pcf/geographyCountrySubdivision", "ZZ-1", {"p00_value"}, E),
    ("p00", "pcf/geographyCountrySubdivision", "cn-zj", {"p00_value"}, E),
    ("p00", "pcf/declaredUnitOfMeasurement", "stone", {"p00_value"}, E),
    ("p00", "status", "active", {"p00_value"}, E),
    ("p00", "id", "4711", {"p00_value"}, E),
    ("p00", "precedingPfIds", ["4711"], {"p00_value"}, E),
    ("p00", "specVersion", "3.0", {"p00_value"}, E),
    ("p00", "companyName", "", {"p00_value"}, E),
    ("p00", "companyIds", ["urn:ab:c", "urn:ab:c"], {"p00_value"}, E),
    ("p00", "companyIds", "urn:ab:c", {"p00_value"}, E),
    ("p00", "pcf/packagingEmissionsIncluded", "true", {"p00_value", "p10_untold"}, E),
    ("p00", "pcf/verification", {"coverage": "all of it"}, {"p00_value"}, E),
    ("p00", "pcf/dqi/temporalDQR", None, {"p00"}, E),
    ("p00", "pcf/secondaryEmissionFactorSources", [{"name": "A", "version": ""}], {"p00_value"}, E),
    (
        "p00",
        "pcf/productOrSectorSpecificRules",
        [{"operator": "PEF", "ruleNames": []}],
        {"p00"},
        E,
    ),
    ("p01", "pcf/landUseChangeGhgEmissions", "0.5", {"p01"}, E),
    ("p02", "pcf/pcfIncludingBiogenicUptake", "3.53", {"p02"}, E),
    ("p03", "pcf/biogenicCarbonContent", "0.2", {"p03"}, E),
    ("p04", "pcf/landAreaOccupation", "-1", {"p04"}, E),
    ("p04", "pcf/ccuCarbonContent", "-1", {"p04"}, E),
    ("p05", "pcf/declaredUnitAmount", "-1", {"p05"}, E),
    ("p06", "pcf/declaredUnitOfMeasurement", "kilogram", {"p06"}, E),
    ("p07", "pcf/declaredUnitOfMeasurement", "kilowatt hour", {"p07"}, E),
    ("p07", "pcf/productMassPerDeclaredUnit", "0", {"p07"}, E),
    ("p08", "pcf/fossilCarbonContent", "5", {"p08"}, E),
    ("p09", "pcf/recycledCarbonContent", "0.5", {"p09"}, E),
    ("p10", "pcf/packagingEmissionsIncluded", False, {"p10"}, E),
    ("p10", "pcf/packagingEmissionsIncluded", None, {"p10_untold"}, E),
    ("p10", "pcf/packagingGhgEmissions", None, {"p10_none"}, W),
    ("p11", "pcf/packagingGhgEmissions", "4", {"p11"}, E),
    ("p12", "pcf/ccsTechnologicalCO2CaptureIncluded", None, {"p12"}, E),
    ("p12", "pcf/ccsTechnologicalCO2Capture", "0", {"p12_amount"}, E),
    ("p13", "pcf/primaryDataShare", "150", {"p13"}, E),
    ("p13", "pcf/primaryDataShare", None, {"p13"}, E),
    ("p14", "pcf/dqi/temporalDQR", "7", {"p14"}, E),
    ("p14", "pcf/dqi", None, {"p14_none"}, W),
    ("p15", "pcf/exemptedEmissionsPercent", "-1", {"p15"}, E),
    ("p15", "pcf/exemptedEmissionsPercent", "3.5", {"p15_much"}, W),
    ("p15", "pcf/exemptedEmissionsDescription", None, {"p15_why"}, W),
    ("p16", "pcf/referencePeriodStart", "2026-01-01T00:00:00Z", {"p16"}, E),
    ("p16", "pcf/referencePeriodStart", "2022-12-31T00:00:00Z", {"p16_long"}, W),
    ("p17", "validityPeriodStart", "2025-01-01T00:00:00Z", {"p17"}, E),
    ("p17", "validityPeriodEnd", "2029-01-02T00:00:00Z", {"p17"}, E),
    ("p17", "validityPeriodEnd", "2026-03-01T00:00:00Z", {"p17"}, E),
    ("p18", "created", "2025-12-31T23:59:59Z", {"p18"}, E),
    ("p19", "created", "2026-03-02T09:30:00+08:00", {"p19"}, E),
    ("p19", "pcf/verification", {"completedAt": "2026-03-02T09:30:00+01:00"}, {"p19"}, E),
    (
        "p20",
        "pcf/productOrSectorSpecificRules",
        [{"operator": "Other", "ruleNames": ["A"]}],
        {"p20"},
        E,
    ),
    (
        "p20",
        "pcf/productOrSectorSpecificRules",
        [{"operator": "PEF", "ruleNames": ["A"], "otherOperatorName": "B"}],
        {"p20"},
        E,
    ),
    ("p21", "pcf/crossSectoralStandards", ["foo"], {"p21"}, W),
    ("p22", "pcf/ipccCharacterizationFactors", ["AR5"], {"p22"}, W),
    ("p23", "productIds", ["urn:x"], {"p23"}, E),
    ("p23", "companyIds", ["urn:pact:a b"], {"p23"}, E),
    ("p24", "precedingPfIds", [SOUND["id"]], {"p24"}, E),
    ("p25", "otherOperatorName", "TfS", {"p25"}, E),
    ("p25", "pcf/dqi/coveragePercent", "1", {"p25"}, E),
    ("p25", "extensions", [{"dataModel": {}}], {"p00", "p25"}, E),
    ("p26", "pcf/aircraftGhgEmissions", "3.6", {"p26"}, E),
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


@pytest.mark.parametrize(("code", "path", "value", "expected", "severity"), MUTATIONS)
def test_a_broken_rule_is_found_and_no_other(code, path, value, expected, severity):
    found = rules.check(mutated(path, value))
    assert {f.code for f in found} == {f"pact_3.{name}" for name in expected}
    assert {f.severity for f in found} == {severity}
    assert all(sentence(f.code, f.params) for f in found)


def test_every_rule_has_a_file_that_breaks_it():
    assert {code for code, *_ in MUTATIONS} == {f"p{n:02}" for n in range(27)}


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_every_official_example_has_a_fault(number):
    assert errors(rules.check(example_json(f"examples/pact-3-example-{number}.json")))


def test_official_example_1_misses_the_sum_and_misplaces_the_operator():
    codes = {f.code for f in rules.check(example_json("examples/pact-3-example-1.json"))}
    assert {"pact_3.p01", "pact_3.p12", "pact_3.p20", "pact_3.p25"} <= codes
    assert "pact_3.p02" not in codes  # 0.384 - 1.61 printed as -1.23
    assert "pact_3.p03" not in codes  # 0.44 x 44/12 printed as 1.61


def test_rounding_of_a_tiny_part_does_not_hide_a_wrong_sum():
    document = mutated("pcf/fossilGhgEmissions", "0.0040")
    document["pcf"] |= dict.fromkeys(SUMMANDS[1:4], "0")
    document["pcf"] |= {"biogenicNonCO2Emissions": "0", "pcfExcludingBiogenicUptake": "0.0060"}
    assert "pact_3.p01" in {f.code for f in rules.check(document)}


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*SOUND, *SOUND["pcf"]]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(JSON, st.sampled_from([*SOUND, *(f"pcf/{name}" for name in SOUND["pcf"])]))
def test_no_file_makes_the_rules_fall_over(value, path):
    rules.check(value)
    rules.check(mutated(path, value))
