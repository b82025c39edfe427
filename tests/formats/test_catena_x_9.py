"""The file of Catena-X data model 9: its figures, what stops it, what is read back."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplier_pcf.domain.assurance import Assurance, AssuranceLevel
from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import GwpSet
from supplier_pcf.domain.finding import Refusal, Severity, errors
from supplier_pcf.domain.flows import Material, Stage
from supplier_pcf.domain.record import DeclaredUnit, ReleaseStatus
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.study import Company, Identifier, Period, PlannedAs, Product, Scope
from supplier_pcf.engine.result import CarbonContent
from supplier_pcf.formats import Issue, by_id, catena_x_7, catena_x_9, catena_x_10
from supplier_pcf.formats.shared.received import factor_of
from supplier_pcf.words import sentence
from tests.build import Case, a_factor, kg
from tests.formats.made import RELEASE, RESULT, STUDY, an_issue
from tests.formats.official import catena_x_faults
from tests.formats.snapshot import matches_snapshot

PRODUCT = "companyAndProductInformation/productInformation"
COMPANY = "companyAndProductInformation/companyInformation"
METHOD = "pcfAssessmentAndMethodology"
ASSESSED = f"{METHOD}/pcfAssessmentInformation"
STAGES = "productLifeCycleStagesAndEmissions"


def a_catena_x_issue(**facts):
    """The made issue by the rules of Catena-X, with newest GWP values only."""
    result = {"gwp_sets": ("AR6",), **facts.pop("result", {})}
    return an_issue(rules=facts.pop("rules", "catena-x-4.0"), result=result, **facts)


def written(issue, form=catena_x_9):
    return json.loads(form.render(issue))


def node(document, path):
    """The one object at a path; that it is one is asked by the official schema and by C01."""
    for name in path.split("/"):
        (document,) = document[name]
    return document


def codes(findings):
    return [f.code for f in findings]


def test_figures_are_those_worked_by_hand():
    document = written(a_catena_x_issue())
    production = node(document, f"{STAGES}/productionStage")
    assert production == pytest.approx(
        {
            "pcfIncludingBiogenicUptake": 3.53 - 0.55 - 0.22,
            "pcfExcludingBiogenicUptake": 3.53,
            "fossilGhgEmissions": 3.04,
            "biogenicNonCO2Emissions": 0.03,
            "biogenicCO2Uptake": -0.77,
            "landUseChangeGhgEmissions": 0.05,
            "landManagementBiogenicCO2Emissions": 0.02,
            "landManagementBiogenicCO2Removals": -0.01,
            "aircraftGhgEmissions": 0.4,
        }
    )
    assert node(document, "carbonContent") == pytest.approx(
        {
            "carbonContentTotal": 0.01 + 0.15 + 0.06,
            "fossilCarbonContent": 0.01,
            "biogenicCarbonContent": 0.21,
            "packagingBiogenicCarbonContent": 0.06,
            "recycledCarbonContent": 0.0,
        }
    )
    quality = node(document, f"{METHOD}/dataSourcesAndQuality")
    assert quality["primaryDataShare"] == pytest.approx(100 * 0.12 / 4.1, abs=1e-6)


def test_packaging_stands_inside_production_and_by_itself():
    packaging = node(written(a_catena_x_issue()), f"{STAGES}/packagingStage")
    assert packaging["packagingEmissionsIncluded"] is True
    assert packaging["packagingPcfExcludingBiogenicUptake"] == 0.12
    assert packaging["packagingBiogenicCO2Uptake"] == -0.22


def test_total_of_packaging_below_zero_is_left_out_since_the_schema_takes_none():
    packaging = node(written(a_catena_x_issue()), f"{STAGES}/packagingStage")
    assert "packagingPcfIncludingBiogenicUptake" not in packaging
    plain = {**RESULT.stages, Stage.PACKAGING: Buckets(fossil=0.12)}
    buckets = RESULT.buckets._replace(uptake_packaging=0.0)
    issue = a_catena_x_issue(result={"stages": plain, "buckets": buckets})
    packaging = node(written(issue), f"{STAGES}/packagingStage")
    assert packaging["packagingPcfIncludingBiogenicUptake"] == 0.12


def test_packaging_outside_the_scope_has_no_figure():
    issue = a_catena_x_issue(scope=Scope(packaging_included=False))
    assert node(written(issue), f"{STAGES}/packagingStage") == {"packagingEmissionsIncluded": False}


def test_transport_to_the_customer_stands_apart_where_we_pay_it():
    stage = node(written(a_catena_x_issue()), f"{STAGES}/distributionStage")
    assert stage["distributionStageIncluded"] is True
    assert stage["distributionStagePcfExcludingBiogenicUptake"] == 0.3
    truck = replace(STUDY.transports[1], paid_by=None)
    issue = a_catena_x_issue(transports=(STUDY.transports[0], truck))
    stage = node(written(issue), f"{STAGES}/distributionStage")
    assert stage == {"distributionStageIncluded": False}


@pytest.mark.parametrize("form", [catena_x_7, catena_x_9, catena_x_10], ids=lambda f: f.ID)
def test_no_number_has_an_exponent_or_more_than_fifteen_decimals(form):
    tiny = RESULT.buckets._replace(fossil=3.04e-7, aircraft=1.23456789e-13)
    text = form.render(a_catena_x_issue(result={"buckets": tiny})).decode()
    numbers = re.findall(r": (-?[0-9][^,\n]*)", text)
    assert "0.000000304" in numbers
    assert all(re.fullmatch(r"-?[0-9]+(\.[0-9]{1,15})?", n) for n in numbers if "E" not in n)
    assert not [n for n in numbers if "e" in n.lower()]


FLOATS = st.floats(min_value=0, max_value=1e9)


@settings(deadline=None)
@given(st.tuples(*[FLOATS] * 8), st.floats(min_value=0.001, max_value=1e6))
def test_any_totals_sum_exactly_and_are_read_back(kg, amount):
    fossil, other, change, management, removals, aircraft, uptake, packed = kg
    buckets = Buckets(fossil, other, change, management, -removals, aircraft, -uptake, -packed)
    stages = {**RESULT.stages, Stage.PACKAGING: Buckets(uptake_packaging=-packed)}
    issue = a_catena_x_issue(
        result={"buckets": buckets, "stages": stages}, declared_unit=DeclaredUnit(amount=amount)
    )
    for form in (catena_x_9, catena_x_10):
        document = json.loads(form.render(issue), parse_float=Decimal, parse_int=Decimal)
        stage = node(document, f"{STAGES}/productionStage")
        including, excluding = (
            stage.pop(f"pcf{name}BiogenicUptake") for name in ("Including", "Excluding")
        )
        assert sum(stage.values()) == including
        assert including - stage["biogenicCO2Uptake"] == excluding
        found = form.read(json.loads(form.render(issue)))
        assert found.buckets == pytest.approx(buckets, rel=1e-9, abs=1e-6)
        assert found.amount == amount
        assert not {"catena_x.c15", "catena_x.c16"} & set(codes(form.check(document)))


def test_what_is_written_is_read_back():
    issue = a_catena_x_issue()
    found = catena_x_9.read(written(issue))
    assert found.buckets == pytest.approx(RESULT.buckets)
    assert (found.excluding, found.including) == (3.53, 2.76)
    assert found.format_id == "catena-x-9"
    assert (found.id, found.preceding) == (RELEASE.id, RELEASE.preceding)
    assert (found.product, found.company) == (STUDY.product.name, STUDY.company.name)
    assert (found.amount, found.unit, found.mass_kg) == (1.0, "piece", 1.2)
    assert (found.period_start, found.period_end) == (date(2025, 1, 1), date(2025, 12, 31))
    assert (found.valid_from, found.valid_until) == (date(2026, 3, 2), date(2027, 3, 1))
    assert (found.place, found.gwp_sets) == ("CN-ZJ", ("AR6",))
    assert (found.packaging_included, found.packaging, found.outbound) == (True, 0.12, 0.3)
    assert found.fossil_carbon == 0.01
    assert found.biogenic_carbon == pytest.approx(0.15)
    assert found.uptake_packaging == -0.22
    assert found.primary_percent == pytest.approx(100 * 0.12 / 4.1, abs=1e-6)
    assert found.ratings == RESULT.ratings_including
    assert found.rules == ("CX-PCF Rules v4.0",)
    assert found.sources[0] == "Steel Institute: Factors for tests 2024"


def test_a_received_footprint_becomes_a_factor_of_one_unit():
    issue = a_catena_x_issue(declared_unit=DeclaredUnit(amount=2.0))
    factor = factor_of(catena_x_9.read(written(issue)), "s:1", "bracket.json")
    assert factor.kg_co2e == pytest.approx(3.53 / 2)
    assert (factor.unit, factor.gwp_set) == ("piece", GwpSet.AR6)
    assert factor.outbound == pytest.approx(0.15)


def test_a_file_of_totals_alone_is_read_as_fossil_with_uptake():
    document = written(a_catena_x_issue())
    stages = node(document, STAGES)
    stages["productionStage"] = [
        {"pcfIncludingBiogenicUptake": 1.5, "pcfExcludingBiogenicUptake": 2}
    ]
    stages["packagingStage"] = [{"packagingEmissionsIncluded": True}]
    found = catena_x_9.read(document)
    assert found.buckets == Buckets(fossil=2.0, uptake_product=-0.5)


def test_transport_that_is_left_out_is_not_read():
    document = written(a_catena_x_issue())
    node(document, f"{STAGES}/distributionStage")["distributionStageIncluded"] = False
    assert catena_x_9.read(document).outbound is None


def test_a_file_without_a_total_is_refused():
    document = written(a_catena_x_issue())
    node(document, STAGES)["productionStage"] = [{"fossilGhgEmissions": 1}]
    with pytest.raises(Refusal) as refused:
        catena_x_9.read(document)
    assert sentence(refused.value.code, refused.value.params)


def test_each_data_model_knows_its_own_files():
    forms = (catena_x_7, catena_x_9, catena_x_10)
    issue = a_catena_x_issue()
    for form in forms:
        assert [other.knows(written(issue, form)) for other in forms] == [
            other is form for other in forms
        ]
    assert not any(form.knows(thing) for form in forms for thing in (None, [], {}, "9.0.0", 9))


def test_file_is_the_kept_one():
    assert matches_snapshot("catena_x_9.json", catena_x_9.render(a_catena_x_issue()))


def test_file_obeys_the_official_schema_and_our_own_rules():
    document = written(a_catena_x_issue())
    assert catena_x_9.check(document) == ()
    assert catena_x_9.lacks(a_catena_x_issue()) == ()
    assert catena_x_faults("9.0.0", document) == []


def test_identity_and_times():
    document = written(a_catena_x_issue())
    assert node(document, f"{ASSESSED}/idAndVersion") == {
        "id": RELEASE.id,
        "version": 0,
        "status": "Active",
        "retroOrProspectivePcfType": "Retrospective PCF",
        "precedingPfIds": [{"id": RELEASE.preceding[0]}],
    }
    assert node(document, f"{ASSESSED}/time") == {
        "referencePeriodStart": "2025-01-01T00:00:00Z",
        "referencePeriodEnd": "2026-01-01T00:00:00Z",
        "created": "2026-03-02T09:30:00Z",
        "validityPeriodStart": "2026-03-02T00:00:00Z",
        "validityPeriodEnd": "2027-03-02T00:00:00Z",
    }


def test_predecessors_stand_newest_first():
    release = replace(RELEASE, preceding=("oldest", "newest"))
    identity = node(written(a_catena_x_issue(release=release)), f"{ASSESSED}/idAndVersion")
    assert [one["id"] for one in identity["precedingPfIds"]] == ["newest", "oldest"]


def test_companies_and_products_have_the_names_of_this_model():
    document = written(a_catena_x_issue())
    assert node(document, COMPANY)["companyIds"][0] == "urn:BPNL00000003CRHK"
    assert node(document, PRODUCT)["productIds"] == [
        "urn:yongda.example:product-id:B%201%2F2",
        "urn:oem.example:product-id:5Q0.123",
    ]


@pytest.mark.parametrize(
    ("sites", "expected"),
    [
        ([("CN", "CN-ZJ")], ("Eastern Asia", "CN", "CN-ZJ")),
        ([("DE", ""), ("FR", "")], ("Western Europe", None, None)),
        ([("DE", ""), ("CN", "")], ("Several", None, None)),
        ([], ("Global", None, None)),
    ],
)
def test_region_country_and_subdivision_stand_together(sites, expected):
    made = tuple(Site(id=str(n), country=c, subdivision=s) for n, (c, s) in enumerate(sites))
    place = node(written(a_catena_x_issue(sites=made)), f"{ASSESSED}/geography")
    names = ("geographyRegionOrSubregion", "geographyCountry", "geographyCountrySubdivision")
    assert tuple(place.get(name) for name in names) == expected


def test_of_several_gwp_sets_the_oldest_is_named_and_the_comment_says_so():
    document = written(a_catena_x_issue(result={"gwp_sets": ("AR5", "AR6")}))
    where = f"{METHOD}/pcfMethodology/gwpCharacterizationFactorDetails"
    assert node(document, where) == {"ipccCharacterizationFactors": "AR5"}
    assert "AR5" in node(document, "general")["comment"]


def test_other_rules_are_named_as_they_are():
    methods = f"{METHOD}/pcfMethodology"
    document = written(a_catena_x_issue(rules="iso-14067-2018"))
    assert node(document, f"{methods}/standards")["productOrSectorSpecificRules"] == []
    waste = node(document, f"{methods}/allocationInForeground")["allocationWasteIncineration"]
    assert waste == "cut-off"
    document = written(a_catena_x_issue())
    assert node(document, f"{methods}/standards") == {
        "crossSectoralStandards": ["ISO 14067"],
        "productOrSectorSpecificRules": ["CX-PCF Rules v4.0"],
    }


def test_verification_is_told_only_with_its_paper():
    assert "attestationOfConformance" not in written(a_catena_x_issue())
    held = Assurance(
        level=AssuranceLevel.IN_DEPTH,
        provider="Verifier Ltd",
        standard="ISO 14064-3",
        statement="V-17",
        day="2026-02-20",
    )
    document = written(a_catena_x_issue(assurance=held))
    assert document["attestationOfConformance"] == [
        {
            "attestationType": "PCF 3rd party verification",
            "standardName": "CX-PCF Rules v4.0",
            "attestationStandard": "ISO 14064-3",
            "attestationOfConformanceId": "V-17",
            "providerName": "Verifier Ltd",
            "completedAt": "2026-02-20T00:00:00Z",
        }
    ]
    shares = node(document, f"{METHOD}/verificationAndCertificationShares")
    assert shares == {"productVerificationShare3rdParty": 95}
    assert catena_x_9.check(document) == ()
    assert catena_x_9.read(document).verified_percent == 95
    assert catena_x_faults("9.0.0", document) == []


def test_a_claim_without_a_paper_is_a_doubt():
    held = Assurance(level=AssuranceLevel.REGULAR, provider="Verifier Ltd")
    issue = a_catena_x_issue(assurance=held)
    assert codes(catena_x_9.lacks(issue)) == ["catena_x.no_paper"]
    assert "attestationOfConformance" not in written(issue)
    assert "verificationAndCertificationShares" not in node(written(issue), METHOD)


PLAN = {
    "period": Period(start=date(2027, 1, 1), end=date(2027, 12, 31)),
    "scope": Scope(is_prospective=True, planned_as=PlannedAs.SUCCESSOR),
}


def test_planned_production_ends_with_its_period_and_has_no_quality():
    document = written(a_catena_x_issue(**PLAN))
    kind = node(document, f"{ASSESSED}/idAndVersion")["retroOrProspectivePcfType"]
    assert kind == "Prospective PCF of further developed product with forerunner"
    time = node(document, f"{ASSESSED}/time")
    assert time["validityPeriodEnd"] == time["referencePeriodEnd"] == "2028-01-01T00:00:00Z"
    assert "validityPeriodStart" not in time
    data = node(document, f"{METHOD}/dataSourcesAndQuality")
    assert data.keys() == {"secondaryEmissionFactorSources"}
    assert catena_x_9.lacks(a_catena_x_issue(**PLAN)) == ()
    assert catena_x_9.read(document).is_prospective
    assert catena_x_faults("9.0.0", document) == []


def test_a_calculated_study_goes_through_without_help():
    steel = Material(id="m", name="Steel", amount=kg(1.0), factor_id="f", carbon_kind="steel")
    case = Case().with_flow("materials", steel, a_factor("f", 2.0, gwp_set=GwpSet.AR6))
    numbers = (Identifier(scheme="bpn", value="BPNL00000003CRHK"),)
    study = replace(case.study, company=replace(case.study.company, identifiers=numbers))
    case = replace(case, study=study)
    issue = Issue.of(case.examined, RELEASE)
    for form in (catena_x_7, catena_x_9, catena_x_10):
        assert errors(form.lacks(issue)) == ()
        assert catena_x_faults(form.ID.rpartition("-")[2] + ".0.0", written(issue, form)) == []


def test_formats_are_in_the_register():
    assert by_id("catena-x-9") is catena_x_9
    assert by_id("catena-x-10") is catena_x_10
    assert by_id("catena-x-7") is catena_x_7


OWN_BPN = Identifier(scheme="bpn", value="BPNL00000003CRHK")
LACKS = [
    ("superseded", "releases", {"release": replace(RELEASE, status=ReleaseStatus.DEPRECATED)}),
    ("company_name", "company/name", {"company": replace(STUDY.company, name=" ")}),
    ("partner_number", "company/bpn", {"company": replace(STUDY.company, identifiers=())}),
    (
        "partner_number",
        "company/bpn",
        {
            "company": Company(
                name="A", domain="a.b", identifiers=(Identifier(scheme="bpn", value="BPNS1"),)
            )
        },
    ),
    (
        "partner_number_form",
        "company/bpn",
        {
            "company": Company(
                name="A", domain="a.b", identifiers=(Identifier(scheme="bpn", value="BPNL1"),)
            )
        },
    ),
    ("product_name", "product/name", {"product": replace(STUDY.product, name="")}),
    ("part_number", "product/part_number", {"product": Product(name="A")}),
    (
        "domain",
        "company/domain",
        {
            "company": replace(STUDY.company, domain=""),
            "product": Product(name="A", part_number="1"),
        },
    ),
    (
        "classification",
        "product/classifications",
        {"product": replace(STUDY.product, classifications=("4711",))},
    ),
    ("declared_unit", "declared_unit/unit", {"declared_unit": DeclaredUnit(amount=1.0, unit="m")}),
    (
        "declared_unit",
        "declared_unit/unit",
        {"declared_unit": DeclaredUnit(amount=1.0, unit="Mbit/s")},
    ),
    ("declared_amount", "declared_unit/amount", {"declared_unit": DeclaredUnit(amount=0.0)}),
    ("mass", "product/mass", {"result": {"mass_kg": None}}),
    ("period_start", "period/start", {"period": Period(end=date(2025, 12, 31))}),
    ("period_end", "period/end", {"period": Period(start=date(2025, 1, 1))}),
    (
        "period_order",
        "period/end",
        {"period": Period(start=date(2025, 2, 1), end=date(2025, 1, 1))},
    ),
    ("period_not_over", "period/end", {"period": PLAN["period"]}),
    (
        "period_too_old",
        "period/end",
        {"period": Period(start=date(2022, 1, 1), end=date(2022, 12, 31))},
    ),
    ("planned_as", "scope/planned_as", {**PLAN, "scope": Scope(is_prospective=True)}),
    ("no_place", "sites", {"sites": ()}),
    ("country", "sites/x/country", {"sites": (Site(id="x", country="CHINA"),)}),
    ("incomplete", "result/complete", {"result": {"rows_counted": 6}}),
    (
        "no_number",
        "result",
        {"result": {"buckets": RESULT.buckets._replace(fossil=float("inf"))}},
    ),
    (
        "primary_share",
        "result/primary_data_share_including",
        {"result": {"primary_data_share_including": None}},
    ),
    ("exempted", "result/exempted_percent", {"result": {"exempted_percent": 3.0}}),
    (
        "negative",
        "result/fossil",
        {"result": {"buckets": RESULT.buckets._replace(fossil=-0.1)}},
    ),
    (
        "positive",
        "result/land_removals",
        {"result": {"buckets": RESULT.buckets._replace(land_removals=0.1)}},
    ),
    ("gwp_unspecified", "result/gwp_sets", {"result": {"gwp_sets": ()}}),
    ("other_rules", "rule_set", {"rules": "pact-3.0"}),
    ("no_paper", "assurance/statement", {"assurance": Assurance(has_certified_program=True)}),
]
DOUBTS = ("classification", "no_place", "country", "gwp_unspecified", "other_rules", "no_paper")


@pytest.mark.parametrize(("code", "where", "facts"), LACKS, ids=[code for code, _, _ in LACKS])
def test_what_is_missing_is_one_finding_with_a_place_and_a_sentence(code, where, facts):
    found = catena_x_9.lacks(a_catena_x_issue(**facts))
    assert [(f.code, f.where) for f in found] == [(f"catena_x.{code}", where)]
    assert found[0].severity is (Severity.WARNING if code in DOUBTS else Severity.ERROR)
    assert sentence(found[0].code, found[0].params)


def test_older_and_unstated_gwp_values_are_noted():
    issue = a_catena_x_issue(result={"gwp_sets": ("AR5", "unknown")})
    assert codes(catena_x_9.lacks(issue)) == ["catena_x.gwp_older", "catena_x.gwp_unstated"]


def test_a_figure_our_own_rules_refuse_stops_the_file():
    issue = a_catena_x_issue(result={"carbon": CarbonContent(fossil=5.0)})
    assert codes(catena_x_9.lacks(issue)) == ["catena_x.c23"]


def test_carbon_that_is_not_known_is_left_out():
    document = written(a_catena_x_issue(result={"carbon": CarbonContent(fossil=0.01)}))
    assert node(document, "carbonContent") == {"fossilCarbonContent": 0.01}
