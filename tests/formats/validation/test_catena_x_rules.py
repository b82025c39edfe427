"""Our own rules on Catena-X files: each found by a file that breaks it, none by a sound one."""

import copy
import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplier_pcf.domain.finding import Refusal, Severity, errors
from supplier_pcf.formats import catena_x_7, catena_x_9, catena_x_10
from supplier_pcf.formats.validation import catena_x as rules
from supplier_pcf.formats.validation.catena_x_9_model import (
    ALLOCATION,
    BALANCING,
    BOUNDARY,
    CARBON,
    COMPANY,
    DATA,
    DISTRIBUTION,
    GENERAL,
    GWP,
    IDENTITY,
    METHODS,
    NINE,
    PACKAGING,
    PLACE,
    PRODUCT,
    PRODUCTION,
    SCOPE,
    STANDARDS,
    TEN,
    TIME,
)
from supplier_pcf.words import sentence
from supplier_pcf.words.catena_x import SENTENCES
from tests.formats.official import catena_x_sample
from tests.formats.test_catena_x_9 import a_catena_x_issue, written

FORMS = (catena_x_7, catena_x_9, catena_x_10)
SOUND = {form: written(a_catena_x_issue(), form) for form in FORMS}
ID = SOUND[catena_x_7]["id"]
ONE_STAGE = SOUND[catena_x_9]["productLifeCycleStagesAndEmissions"][0]["productionStage"]
E, W = Severity.ERROR, Severity.WARNING
GONE = object()

BOTH = [
    ("c01", PRODUCTION, ONE_STAGE * 2, E),
    ("c02", GENERAL, [], E),
    ("c02", METHODS, GONE, E),
    ("c02", CARBON, {}, E),
    ("c03", f"{SCOPE}/specVersion", "urn:io.catenax.pcf:datamodel:version:9.0.1", E),
    ("c04", f"{COMPANY}/companyIds", ["urn:bpn:id:BPNL00000003CRHK"], E),
    ("c05", f"{IDENTITY}/version", 1, E),
    ("c05", f"{IDENTITY}/status", "Deprecated", W),
    ("c05", f"{SCOPE}/partialFullPcf", "Cradle-to-grave", W),
    ("c06", f"{TIME}/created", "2026-03-02T09:30:00+08:00", E),
    ("c06", f"{TIME}/created", "2026-03-02T09:30:00", E),
    ("c07", f"{TIME}/referencePeriodStart", "2026-01-01T00:00:00Z", E),
    ("c07", f"{TIME}/referencePeriodStart", "2022-12-31T00:00:00Z", W),
    ("c08", f"{TIME}/created", "2025-12-31T23:59:59Z", E),
    ("c08", f"{TIME}/validityPeriodStart", "2025-12-31T23:59:59Z", E),
    ("c08", f"{TIME}/validityPeriodEnd", "2026-03-02T00:00:00Z", E),
    ("c08", f"{TIME}/validityPeriodEnd", "2026-09-02T00:00:00Z", W),
    ("c09", f"{BOUNDARY}/exemptedEmissionsPercent", 3.5, E),
    ("c09", f"{BOUNDARY}/exemptedEmissionsDescription", GONE, W),
    ("c10", f"{GWP}/ipccCharacterizationFactors", "AR4", W),
    ("c11", f"{ALLOCATION}/allocationWasteIncineration", "cut-off", W),
    ("c12", f"{BALANCING}/massBalancingUsed", True, E),
    ("c13", f"{DATA}/primaryDataShare", GONE, W),
    ("c13", f"{DATA}/temporalDQR", GONE, W),
    ("c14", f"{DATA}/secondaryEmissionFactorSources", GONE, E),
    ("c14", f"{DATA}/secondaryEmissionFactorSources", [], E),
    ("c15", f"{PRODUCTION}/landUseChangeGhgEmissions", 0.5, E),
    ("c15", f"{PACKAGING}/packagingPcfExcludingBiogenicUptake", 0.5, E),
    ("c15", f"{DISTRIBUTION}/distributionStageFossilGhgEmissions", 0.2, E),
    ("c16", f"{PRODUCTION}/pcfIncludingBiogenicUptake", 3.53, E),
    ("c17", f"{PACKAGING}/packagingEmissionsIncluded", False, E),
    ("c17", f"{DISTRIBUTION}/distributionStageIncluded", False, W),
    ("c18", f"{PACKAGING}/packagingBiogenicCO2Uptake", -0.9, E),
    ("c18", f"{CARBON}/packagingBiogenicCarbonContent", 0.3, E),
    ("c19", f"{CARBON}/carbonContentTotal", 0.5, E),
    ("c20", f"{PRODUCT}/declaredUnitOfMeasurement", "kilogram", E),
    ("c20", f"{PRODUCT}/productMassPerDeclaredUnit", 0, E),
    ("c20", f"{PRODUCT}/declaredUnitAmount", 0, E),
    ("c23", f"{CARBON}/recycledCarbonContent", 0.5, E),
    ("t01", f"{COMPANY}/companyName", "", E),
    ("t01", f"{PRODUCT}/productIds", [], E),
    ("t01", f"{TIME}/validityPeriodEnd", GONE, E),
    ("t01", f"{STANDARDS}/productOrSectorSpecificRules", GONE, E),
    ("t02", f"{PRODUCTION}/fossilGhgEmissions", "3.04", E),
    ("t02", f"{GENERAL}/comment", None, E),
    ("t02", f"{PACKAGING}/packagingEmissionsIncluded", "true", E),
    ("t02", f"{IDENTITY}/id", "4711", E),
    ("t02", f"{TIME}/created", "2026-13-02T09:30:00Z", E),
    ("t02", f"{PRODUCT}/productIds", ["a b"], E),
    ("t03", f"{PRODUCT}/declaredUnitOfMeasurement", "pieces", E),
    ("t03", f"{PLACE}/geographyRegionOrSubregion", "Far East", E),
    ("t04", f"{DATA}/temporalDQR", 7, E),
    ("t04", f"{DATA}/primaryDataShare", 150, E),
    ("t04", f"{PRODUCTION}/landManagementBiogenicCO2Removals", 0.01, E),
    ("t06", f"{PLACE}/geographyCountry", "DE", E),
    ("t06", f"{PLACE}/geographyCountry", "China", E),
    ("t06", f"{PLACE}/geographyRegionOrSubregion", "Africa", E),
    ("t08", "comment", "here", E),
    ("t08", f"{PRODUCTION}/fossilGHGEmissions", 3.04, E),
]
NINE_ONLY = [
    ("c22", f"{IDENTITY}/precedingPfIds", [{"id": ID}], E),
    ("t01", f"{BALANCING}/massBalancingCertificateScheme", GONE, E),
    ("t02", f"{IDENTITY}/precedingPfIds", [ID[::-1]], E),
    ("t03", f"{PRODUCT}/declaredUnitOfMeasurement", "megabit second", E),
]
TEN_ONLY = [
    ("c22", f"{IDENTITY}/precedingPfIds", [ID], E),
    ("t02", f"{IDENTITY}/precedingPfIds", ["eOMtThyhVNLWUZNRcBaQKxI"], E),
    ("t02", f"{STANDARDS}/crossSectoralStandards", ["ISO 14067"], E),
    ("t03", f"{STANDARDS}/crossSectoralStandards", "ISO14067", E),
    ("t08", f"{PRODUCTION}/packagingLandManagementBiogenicCO2Emissions", 0, E),
]
SEVEN_ONLY = [
    ("c02", "pcf", [], E),
    ("c03", "specVersion", "urn:io.catenax.pcf:datamodel:version:7.1.0", E),
    ("c04", "companyIds", ["urn:BPNL00000003CRHK"], E),
    ("c05", "extWBCSD_pfStatus", "Deprecated", W),
    ("c05", "extWBCSD_productCodeCpc", "49129", W),
    ("c06", "pcf/referencePeriodEnd", "2026-01-01T08:00:00+08:00", E),
    ("c07", "pcf/referencePeriodStart", "2026-02-01T00:00:00Z", E),
    ("c08", "validityPeriodStart", "2025-06-01T00:00:00Z", E),
    ("c09", "pcf/exemptedEmissionsPercent", 4, E),
    ("c10", "pcf/extWBCSD_characterizationFactors", "AR5", W),
    ("c11", "pcf/extTFS_allocationWasteIncineration", "system expansion", W),
    ("c13", "pcf/primaryDataShare", GONE, E),
    ("c13", "pcf/dataQualityRating/coveragePercent", GONE, E),
    ("c13", "pcf/carbonContentBiogenic", GONE, E),
    ("c14", "pcf/secondaryEmissionFactorSources", [], E),
    ("c15", "pcf/dlucGhgEmissions", 0.5, E),
    ("c15", "pcf/distributionStageFossilGhgEmissions", 0.2, E),
    ("c16", "pcf/pcfIncludingBiogenic", 3.53, E),
    ("c17", "pcf/extWBCSD_packagingEmissionsIncluded", False, E),
    ("c18", "pcf/extWBCSD_packagingGhgEmissions", 4, E),
    ("c19", "pcf/carbonContentTotal", 0.3, E),
    ("c20", "pcf/declaredUnit", "kilogram", E),
    (
        "c21",
        "pcf/productOrSectorSpecificRules",
        [{"extWBCSD_operator": "PEF", "productOrSectorSpecificRules": [{"ruleName": "x"}]}],
        E,
    ),
    ("c22", "precedingPfIds", [{"id": ID}], E),
    ("t01", "productName", "", E),
    ("t02", "pcf/crossSectoralStandardsUsed", ["ISO Standard 14067"], E),
    ("t02", "precedingPfIds", [{}], E),
    ("t03", "pcf/crossSectoralStandardsUsed", [{"crossSectoralStandard": "ISO 14067"}], E),
    ("t03", "pcf/declaredUnit", "hour", E),
    ("t04", "pcf/dataQualityRating/temporalDQR", 4, E),
    ("t06", "pcf/geographyCountrySubdivision", "US-NY", E),
    ("t08", "pcf/dqi", {}, E),
]
CASES = [
    *((form, *case) for case in BOTH for form in (catena_x_9, catena_x_10)),
    *((catena_x_9, *case) for case in NINE_ONLY),
    *((catena_x_10, *case) for case in TEN_ONLY),
    *((catena_x_7, *case) for case in SEVEN_ONLY),
]


def mutated(form, path, value):
    document = copy.deepcopy(SOUND[form])
    *parents, name = path.split("/")
    place = document
    for parent in parents:
        place = place[parent] if form is catena_x_7 else place[parent][0]
    if value is GONE:
        del place[name]
    else:
        place[name] = value
    return document


@pytest.mark.parametrize("form", FORMS, ids=lambda f: f.ID)
def test_a_sound_file_has_no_finding(form):
    assert form.check(SOUND[form]) == ()


@pytest.mark.parametrize(
    ("form", "code", "path", "value", "severity"),
    CASES,
    ids=lambda v: getattr(v, "ID", v if isinstance(v, str) and len(v) < 60 else ""),
)
def test_a_broken_rule_is_found_and_no_other(form, code, path, value, severity):
    found = form.check(mutated(form, path, value))
    assert {f.code for f in found} == {f"catena_x.{code}"}
    assert {f.severity for f in found} == {severity}
    assert all(sentence(f.code, f.params) and f.where and f.clause for f in found)


def test_every_rule_has_a_file_that_breaks_it():
    told = {code for _, code, *_ in CASES}
    assert told == {*(f"c{n:02}" for n in range(1, 24)), "t01", "t02", "t03", "t04", "t06", "t08"}
    assert len(rules.RULES) == 4 + 21


def test_every_sentence_has_a_code_and_every_code_a_sentence():
    from tests.formats.test_catena_x_7 import LACKS as SEVEN_LACKS
    from tests.formats.test_catena_x_9 import LACKS

    told = {code for _, code, *_ in CASES} | {code for code, *_ in (*LACKS, *SEVEN_LACKS)}
    noted = {"gwp_older", "gwp_unstated", "unreadable"}
    assert {f"catena_x.{code}" for code in told | noted} == SENTENCES.keys()


@pytest.mark.parametrize("kind", ["Prospective PCF without forerunner", "Progressive PCF"])
def test_planned_production_with_quality_and_a_longer_validity_is_found(kind):
    found = catena_x_9.check(mutated(catena_x_9, f"{IDENTITY}/retroOrProspectivePcfType", kind))
    assert {f.code for f in errors(found)} == {"catena_x.c08", "catena_x.c13"}
    assert len(errors(found)) == 1 + 4


@pytest.mark.parametrize("form", FORMS, ids=lambda f: f.ID)
def test_the_official_sample_has_faults(form):
    model = {catena_x_9: NINE, catena_x_10: TEN}.get(form)
    sample = catena_x_sample(model.version if model else "7.0.0")
    found = {f.code for f in errors(form.check(json.loads(sample)))}
    assert {"catena_x.c08", "catena_x.c15", "catena_x.c16", "catena_x.c19"} <= found
    assert "catena_x.t01" not in found


def test_one_misprinted_total_of_the_official_sample_is_named():
    found = catena_x_9.check(json.loads(catena_x_sample("9.0.0")))
    total = next(f for f in found if f.code == "catena_x.c15")
    assert (total.params["value"], total.params["expected"]) == ("2.9", "4.3")


@pytest.mark.parametrize("form", FORMS, ids=lambda f: f.ID)
def test_a_file_of_another_model_is_told_apart(form):
    for other in FORMS:
        if other is not form:
            assert errors(form.check(SOUND[other]))


def test_printed_roundings_are_no_fault():
    document = mutated(catena_x_9, f"{PRODUCTION}/pcfIncludingBiogenicUptake", 2.77)
    assert catena_x_9.check(document) == ()  # 3.53 - 0.77 = 2.76


PATHS = {
    form: sorted({p.path for p in model.properties} | {*model.nodes})
    for form, model in ((catena_x_9, NINE), (catena_x_10, TEN))
}
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*SOUND[catena_x_9], *SOUND[catena_x_7]["pcf"]]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(deadline=None)
@given(JSON, st.sampled_from(PATHS[catena_x_9]), st.sampled_from([*SOUND[catena_x_7]["pcf"]]))
def test_no_file_makes_the_rules_or_the_reading_fall_over(value, path, name):
    nodes = [
        node for node in PATHS[catena_x_9] if node == path.rpartition("/")[0] or "/" not in path
    ]
    tried = [(form, value) for form in FORMS]
    if nodes and path.rpartition("/")[0] != "attestationOfConformance" and "Shares/" not in path:
        tried.append((catena_x_9, mutated(catena_x_9, path, value)))
    tried.append((catena_x_7, mutated(catena_x_7, f"pcf/{name}", value)))
    for form, document in tried:
        form.check(document)
        form.knows(document)
        with suppress(Refusal):
            form.read(document)
