"""The file of Catena-X data model 7: flat, for one unit, with ratings from 1 to 3."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.study import Period
from supplier_pcf.engine.result import CarbonContent
from supplier_pcf.formats import catena_x_7
from supplier_pcf.formats.validation.catena_x_7_model import SEVEN
from supplier_pcf.words import sentence
from tests.formats.made import RELEASE, RESULT
from tests.formats.official import catena_x_faults
from tests.formats.snapshot import matches_snapshot
from tests.formats.test_catena_x_9 import FLOATS, PLAN, a_catena_x_issue, codes, written

PRODUCTION = SEVEN.stages["production"]


def footprint(**facts):
    return written(a_catena_x_issue(**facts), catena_x_7)


def test_figures_are_those_worked_by_hand():
    pcf = footprint()["pcf"]
    expected = {
        "pcfExcludingBiogenic": 3.53,
        "pcfIncludingBiogenic": 2.98,
        "fossilGhgEmissions": 3.04,
        "biogenicCarbonEmissionsOtherThanCO2": 0.03,
        "biogenicCarbonWithdrawal": -0.55,
        "dlucGhgEmissions": 0.05,
        "extTFS_luGhgEmissions": 0.02 - 0.01,
        "aircraftGhgEmissions": 0.4,
        "extWBCSD_packagingGhgEmissions": 0.12,
        "distributionStagePcfExcludingBiogenic": 0.3,
        "carbonContentTotal": 0.16,
        "extWBCSD_fossilCarbonContent": 0.01,
        "carbonContentBiogenic": 0.15,
        "productMassPerDeclaredUnit": 1.2,
        "unitaryProductAmount": 1.0,
        "primaryDataShare": 100 * 0.12 / 3.55,
    }
    assert {name: pcf[name] for name in expected} == pytest.approx(expected, abs=1e-6)


def test_ratings_are_those_worked_by_hand():
    """Rated are steel 2.0, electricity 0.8, flight 0.4 and wood 0.21: 3.41 of 3.55.

    Only steel is measured; only the factor of electricity has a year, the one before the period.
    """
    rated = footprint()["pcf"]["dataQualityRating"]
    assert rated["coveragePercent"] == pytest.approx(100 * 3.41 / 3.55, abs=1e-6)
    assert rated["reliabilityDQR"] == pytest.approx((2.0 * 1 + 1.41 * 3) / 3.41, abs=1e-6)
    assert rated["completenessDQR"] == pytest.approx((2.0 * 1 + 1.41 * 3) / 3.41, abs=1e-6)
    assert rated["temporalDQR"] == pytest.approx((0.8 * 2 + 2.61 * 3) / 3.41, abs=1e-6)


def test_amounts_are_for_one_unit_of_the_declared_amount():
    pcf = footprint(declared_unit=DeclaredUnit(amount=2.0))["pcf"]
    assert (pcf["unitaryProductAmount"], pcf["productMassPerDeclaredUnit"]) == (2, 0.6)
    assert pcf["pcfExcludingBiogenic"] == 3.53 / 2
    assert pcf["carbonContentTotal"] == 0.08


def test_a_kilogram_weighs_itself():
    document = footprint(
        declared_unit=DeclaredUnit(amount=0.002, unit="t"), result={"mass_kg": 2.0}
    )
    assert document["pcf"]["productMassPerDeclaredUnit"] == 1
    assert catena_x_7.check(document) == ()


@settings(deadline=None)
@given(st.tuples(*[FLOATS] * 7), st.floats(min_value=0.001, max_value=1e6))
def test_any_totals_sum_exactly_and_are_read_back(kg, amount):
    fossil, other, change, management, removals, aircraft, uptake = kg
    buckets = Buckets(fossil, other, change, management, -removals, aircraft, -uptake)
    issue = a_catena_x_issue(result={"buckets": buckets}, declared_unit=DeclaredUnit(amount=amount))
    text = catena_x_7.render(issue)
    document = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    pcf = {f"pcf/{name}": value for name, value in document["pcf"].items()}
    assert sum(pcf[name] for name in PRODUCTION.parts) == pcf[PRODUCTION.excluding]
    assert pcf[PRODUCTION.excluding] + pcf[PRODUCTION.uptake] == pcf[PRODUCTION.including]
    found = catena_x_7.read(json.loads(text))
    assert found.excluding * amount == pytest.approx(buckets.excluding_uptake, rel=1e-9, abs=1e-6)
    assert found.buckets.aircraft * amount == pytest.approx(aircraft, rel=1e-9, abs=1e-6)
    assert found.buckets.uptake_product * amount == pytest.approx(-uptake, rel=1e-9, abs=1e-6)


def test_file_is_the_kept_one():
    assert matches_snapshot("catena_x_7.json", catena_x_7.render(a_catena_x_issue()))


def test_file_obeys_the_official_schema_and_our_own_rules():
    assert catena_x_7.check(footprint()) == ()
    assert catena_x_7.lacks(a_catena_x_issue()) == ()
    assert catena_x_faults("7.0.0", footprint()) == []


def test_names_and_lists_are_those_of_this_model():
    document = footprint()
    assert document["companyIds"][0] == "urn:bpn:id:BPNL00000003CRHK"
    assert document["precedingPfIds"] == [{"id": RELEASE.preceding[0]}]
    assert document["extWBCSD_productCodeCpc"] == "011-99000"
    pcf = document["pcf"]
    assert pcf["crossSectoralStandardsUsed"] == [{"crossSectoralStandard": "ISO Standard 14067"}]
    assert pcf["productOrSectorSpecificRules"] == [
        {
            "extWBCSD_operator": "Other",
            "extWBCSD_otherOperatorName": "Catena-X",
            "productOrSectorSpecificRules": [{"ruleName": "CX-PCF Rules v4.0"}],
        }
    ]
    assert pcf["extTFS_allocationWasteIncineration"] == "cut-off"


def test_what_is_written_is_read_back():
    found = catena_x_7.read(footprint(declared_unit=DeclaredUnit(amount=2.0)))
    assert found.amount == 1.0
    assert found.excluding == pytest.approx(3.53 / 2)
    assert found.mass_kg == pytest.approx(0.6)
    assert found.buckets.land_management == pytest.approx(0.005)
    assert found.rules == ("CX-PCF Rules v4.0",)
    assert found.standards == ("ISO Standard 14067",)
    assert found.preceding == RELEASE.preceding
    assert found.ratings is None
    assert (found.packaging, found.outbound) == (0.06, 0.15)


def test_land_use_below_zero_is_a_removal():
    document = footprint()
    document["pcf"]["extTFS_luGhgEmissions"] = -0.04
    found = catena_x_7.read(document)
    assert (found.buckets.land_management, found.buckets.land_removals) == (0.0, -0.04)


LACKS = [
    ("no_plans", "scope/is_prospective", PLAN),
    ("carbon_content", "materials", {"result": {"carbon": CarbonContent(fossil=0.0)}}),
    ("gwp_none", "result/gwp_sets", {"result": {"gwp_sets": ("co2_only",)}}),
    ("gwp_too_old", "result/gwp_sets", {"result": {"gwp_sets": ("AR4", "AR6")}}),
    (
        "declared_unit",
        "declared_unit/unit",
        {"declared_unit": DeclaredUnit(amount=1.0, unit="h")},
    ),
]


@pytest.mark.parametrize(("code", "where", "facts"), LACKS, ids=[code for code, _, _ in LACKS])
def test_what_only_this_model_asks_for(code, where, facts):
    found = catena_x_7.lacks(a_catena_x_issue(**facts))
    assert [(f.code, f.where, f.severity) for f in found] == [
        (f"catena_x.{code}", where, Severity.ERROR)
    ]
    assert sentence(found[0].code, found[0].params)


def test_a_footprint_of_nothing_is_not_rated():
    zero = RESULT.flows[0]._replace(buckets=Buckets())
    rated = footprint(result={"flows": (zero,)})["pcf"]["dataQualityRating"]
    assert rated == {"coveragePercent": 0}


def test_writing_without_a_period_is_our_fault():
    with pytest.raises(ValueError, match="period"):
        catena_x_7.render(a_catena_x_issue(period=Period()))
    with pytest.raises(ValueError, match="amount"):
        catena_x_7.render(a_catena_x_issue(declared_unit=DeclaredUnit(amount=0.0)))


def test_another_standard_than_the_models_is_named_other():
    pcf = footprint(rules="pact-3.0")["pcf"]
    assert pcf["productOrSectorSpecificRules"] == []
    assert codes(catena_x_7.check(footprint(rules="pact-3.0"))) == []
