"""The PACT 3 file: its figures, its rules, what stops it."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import GwpSet
from supplier_pcf.domain.finding import Refusal, Severity, errors
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.study import Company, Identifier, Period, Product, Scope
from supplier_pcf.engine.result import CarbonContent
from supplier_pcf.formats import Issue, pact_3
from supplier_pcf.formats.validation import pact_3_model as model
from supplier_pcf.formats.validation.pact_3 import check
from supplier_pcf.formats.validation.pact_model import GEOGRAPHY
from supplier_pcf.words import sentence
from tests.build import PACT, Case, a_factor, kg
from tests.formats.made import RELEASE, RESULT, STUDY, an_issue
from tests.formats.official_pact import pact_validator
from tests.formats.snapshot import matches_snapshot


def written(issue):
    return json.loads(pact_3.render(issue))


def codes(findings, severity=None):
    return [f.code for f in findings if severity in (None, f.severity)]


def test_figures_are_those_worked_by_hand():
    pcf = written(an_issue())["pcf"]
    expected = {
        "pcfExcludingBiogenicUptake": 3.53,
        "pcfIncludingBiogenicUptake": 2.98,
        "fossilGhgEmissions": 3.44,
        "aircraftGhgEmissions": 0.4,
        "landUseChangeGhgEmissions": 0.05,
        "landManagementBiogenicCO2Emissions": 0.02,
        "landManagementBiogenicCO2Removals": -0.01,
        "biogenicNonCO2Emissions": 0.03,
        "biogenicCO2Uptake": -0.55,
        "biogenicCarbonContent": 0.15,
        "packagingGhgEmissions": 0.12,
        "packagingBiogenicCarbonContent": 0.06,
        "outboundLogisticsGhgEmissions": 0.3,
        "exemptedEmissionsPercent": 0.842697,
        "primaryDataShare": 3.380282,
        "productMassPerDeclaredUnit": 1.2,
    }
    assert {name: float(pcf[name]) for name in expected} == pytest.approx(expected, abs=1e-6)


def test_parts_as_written_sum_to_the_totals_as_written():
    pcf = written(an_issue())["pcf"]
    parts = sum(Decimal(pcf[name]) for name in model.SUMMANDS if name in pcf)
    excluding = Decimal(pcf["pcfExcludingBiogenicUptake"])
    assert parts == excluding
    assert excluding + Decimal(pcf["biogenicCO2Uptake"]) == Decimal(
        pcf["pcfIncludingBiogenicUptake"]
    )


FLOATS = st.floats(min_value=0, max_value=1e9)


@given(st.tuples(*[FLOATS] * 6), FLOATS)
def test_any_totals_sum_exactly_and_are_those_of_the_result(kg, carbon):
    fossil, other, change, management, removals, aircraft = kg
    buckets = Buckets(fossil, other, change, management, -removals, aircraft, -carbon * 44 / 12)
    issue = an_issue(result={"buckets": buckets})
    pcf = written(issue)["pcf"]
    assert all("e" not in pcf[name].lower() for name in model.DECIMALS if name in pcf)
    excluding = Decimal(pcf["pcfExcludingBiogenicUptake"])
    with localcontext(prec=800):
        assert sum(Decimal(pcf[n]) for n in model.SUMMANDS if n in pcf) == excluding
    assert float(excluding) == pytest.approx(issue.result.excluding, rel=1e-12, abs=1e-6)
    found = {f.code for f in check(written(issue))}
    assert not found & {"pact_3.p00", "pact_3.p01", "pact_3.p02", "pact_3.p04", "pact_3.p26"}


def test_file_is_the_kept_one():
    assert matches_snapshot("pact_3.json", pact_3.render(an_issue()))


def test_file_obeys_the_official_schema():
    assert [e.message for e in pact_validator("pact3").iter_errors(written(an_issue()))] == []


def test_official_check_looks_at_times_and_uris():
    checkers = pact_validator("pact3").format_checker.checkers
    assert {"date-time", "uri", "uuid"} <= checkers.keys()


def test_file_obeys_our_own_rules_and_lacks_nothing():
    assert codes(check(written(an_issue()))) == []
    assert codes(pact_3.lacks(an_issue())) == ["pact_3.gwp_unstated", "pact_3.gwp_older"]


def test_a_calculated_study_goes_through_without_help():
    steel = Material(id="m", name="Steel", amount=kg(1.0), factor_id="f", carbon_kind="steel")
    factor = a_factor("f", 2.0, gwp_set=GwpSet.AR6)
    case = Case().under(PACT).with_flow("materials", steel, factor)
    issue = Issue.of(case.examined, RELEASE)
    assert pact_3.lacks(issue) == ()
    assert [e.message for e in pact_validator("pact3").iter_errors(written(issue))] == []
    assert written(issue)["pcf"]["pcfExcludingBiogenicUptake"] == "2"


def test_a_draft_can_be_asked_before_there_is_a_release():
    steel = Material(id="m", name="Steel", amount=kg(1.0), factor_id="f")
    draft = Issue.of(Case().with_flow("materials", steel, a_factor("f")).examined)
    assert codes(pact_3.lacks(draft)) == ["pact_3.carbon_content"]


def test_mapping_holds_only_fields_of_the_model():
    names = {field.path.removeprefix("pcf/") for field in pact_3.FIELDS}
    assert len(names) == len(pact_3.FIELDS)
    assert names <= model.ROOT.keys() | model.PCF.keys()


def test_nothing_is_null_or_empty():
    document = written(an_issue(product=replace(STUDY.product, classifications=())))
    assert "productClassifications" not in document
    assert all(v not in (None, [], "") for v in document["pcf"].values())


def test_reference_period_ends_at_the_next_midnight():
    pcf = written(an_issue())["pcf"]
    assert pcf["referencePeriodStart"] == "2025-01-01T00:00:00Z"
    assert pcf["referencePeriodEnd"] == "2026-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("rules", "created", "start", "end"),
    [
        ("pact-3.0", "2026-03-02T09:30:00Z", "2026-03-02", "2029-01-01"),
        ("catena-x-4.0", "2026-03-02T09:30:00Z", "2026-03-02", "2027-03-02"),
        ("iso-14067-2018", "2026-01-01T00:00:00Z", "2026-01-01", "2027-01-01"),
        ("iso-14067-2018", "2028-02-29T23:59:59+08:00", "2028-02-29", "2029-01-01"),
    ],
)
def test_validity_follows_the_rule_set_and_never_runs_past_three_years(rules, created, start, end):
    document = written(an_issue(rules=rules, release=replace(RELEASE, created=created)))
    assert document["validityPeriodStart"] == f"{start}T00:00:00Z"
    assert document["validityPeriodEnd"] == f"{end}T00:00:00Z"


def test_identity_is_that_of_the_release():
    document = written(an_issue())
    assert document["id"] == RELEASE.id
    assert document["precedingPfIds"] == list(RELEASE.preceding)
    assert (document["specVersion"], document["status"]) == ("3.0.3", "Active")


def test_companies_products_and_classes_have_urns():
    document = written(an_issue())
    assert document["companyIds"] == [
        "urn:bpn:id:BPNL00000003CRHK",
        "urn:pact:company:customcode:vendor-assigned:47%2011",
        "urn:pact:company:customcode:buyer-assigned:V-900",
        "urn:company:uscc:91330200MA2AAAAA1X",
    ]
    assert document["productIds"] == [
        "urn:pact:yongda.example:supplier-id:B%201%2F2",
        "urn:pact:oem.example:buyer-id:5Q0.123",
    ]
    assert document["productClassifications"] == [
        "urn:pact:productclassification:un-cpc:49129",
        "urn:pact:productclassification:cn:87089997",
    ]


@pytest.mark.parametrize(
    ("sites", "expected"),
    [
        ([("CN", "CN-ZJ")], {"geographyCountrySubdivision": "CN-ZJ"}),
        ([("CN", "CN-ZJ"), ("CN", "CN-JS")], {"geographyCountry": "CN"}),
        ([("CN", "")], {"geographyCountry": "CN"}),
        ([("DE", ""), ("FR", "")], {"geographyRegionOrSubregion": "Western Europe"}),
        ([("DE", ""), ("CN", "")], {}),
    ],
)
def test_geography_is_the_finest_place_all_sites_share(sites, expected):
    made = tuple(
        Site(id=str(n), country=country, subdivision=part)
        for n, (country, part) in enumerate(sites)
    )
    pcf = written(an_issue(sites=made))["pcf"]
    assert {name: pcf[name] for name in GEOGRAPHY if name in pcf} == expected


def test_packaging_outside_the_scope_has_no_figure():
    pcf = written(an_issue(scope=Scope(packaging_included=False)))["pcf"]
    assert pcf["packagingEmissionsIncluded"] is False
    assert not {"packagingGhgEmissions", "packagingBiogenicCarbonContent"} & pcf.keys()


def test_outbound_transport_we_do_not_pay_is_not_told():
    truck = replace(STUDY.transports[1], paid_by=None)
    pcf = written(an_issue(transports=(STUDY.transports[0], truck)))["pcf"]
    assert "outboundLogisticsGhgEmissions" not in pcf


def test_rules_of_an_operator_are_named():
    pcf = written(an_issue(rules="catena-x-4.0"))["pcf"]
    assert pcf["crossSectoralStandards"] == ["ISO14067"]
    assert pcf["productOrSectorSpecificRules"] == [
        {
            "operator": "Other",
            "ruleNames": ["Catena-X PCF Rulebook v4, version 4.0"],
            "otherOperatorName": "Catena-X",
        }
    ]
    assert "productOrSectorSpecificRules" not in written(an_issue())["pcf"]


def test_sources_are_named_once_and_never_without_version():
    assert written(an_issue())["pcf"]["secondaryEmissionFactorSources"] == [
        {"name": "Steel Institute: Factors for tests", "version": "2024"},
        {"name": "Grid", "version": "2024"},
        {"name": "Air Board", "version": "entry 1"},
    ]


@pytest.mark.parametrize(
    ("unit", "amount", "mass", "expected"),
    [
        ("t", 0.002, 2.0, ("kilogram", "2", "2")),
        ("ml", 500.0, 0.4, ("liter", "0.5", "0.4")),
        ("MWh", 2.0, None, ("kilowatt hour", "2000", "0")),
        ("MJ", 3.0, None, ("megajoule", "3", "0")),
        ("1000 piece", 1.0, 1200.0, ("piece", "1000", "1200")),
    ],
)
def test_declared_units_become_those_of_the_list(unit, amount, mass, expected):
    issue = an_issue(declared_unit=DeclaredUnit(amount=amount, unit=unit), result={"mass_kg": mass})
    pcf = written(issue)["pcf"]
    names = ("declaredUnitOfMeasurement", "declaredUnitAmount", "productMassPerDeclaredUnit")
    assert tuple(pcf[name] for name in names) == expected
    assert errors(pact_3.lacks(issue)) == ()


NO_BIOGENIC = {"carbon": CarbonContent(fossil=0.0)}
LACKS = [
    ("company_name", "company/name", {"company": replace(STUDY.company, name=" ")}),
    ("company_id", "company/identifiers", {"company": replace(STUDY.company, identifiers=())}),
    (
        "urn",
        "company/identifiers",
        {
            "company": Company(
                name="A", domain="a.b", identifiers=(Identifier(scheme="urn", value="x"),)
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
    ("declared_amount", "declared_unit/amount", {"declared_unit": DeclaredUnit(amount=0.0)}),
    ("mass", "product/mass", {"result": {"mass_kg": None}}),
    ("period_start", "period/start", {"period": Period(end=date(2025, 12, 31))}),
    ("period_end", "period/end", {"period": Period(start=date(2025, 1, 1))}),
    (
        "period_order",
        "period/end",
        {"period": Period(start=date(2025, 2, 1), end=date(2025, 1, 1))},
    ),
    (
        "period_not_over",
        "period/end",
        {"period": Period(start=date(2026, 1, 1), end=date(9999, 12, 31))},
    ),
    (
        "period_too_old",
        "period/end",
        {"period": Period(start=date(2022, 1, 1), end=date(2022, 12, 31))},
    ),
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
        "result/primary_data_share_excluding",
        {"result": {"primary_data_share_excluding": None}},
    ),
    ("exempted", "result/exempted_percent", {"result": {"exempted_percent": 3.0}}),
    (
        "negative",
        "result/land_use_change",
        {"result": {"buckets": RESULT.buckets._replace(land_use_change=-0.1)}},
    ),
    (
        "positive",
        "result/land_removals",
        {"result": {"buckets": RESULT.buckets._replace(land_removals=0.1)}},
    ),
    ("carbon_content", "materials", {"result": NO_BIOGENIC}),
    ("uptake", "materials", {"result": {"carbon": CarbonContent(fossil=0.0, biogenic=0.2)}}),
    ("gwp_none", "result/gwp_sets", {"result": {"gwp_sets": ("co2_only",)}}),
]
DOUBTS = {
    "classification": Severity.WARNING,
    "no_place": Severity.WARNING,
    "country": Severity.WARNING,
}


@pytest.mark.parametrize(("code", "where", "facts"), LACKS, ids=[code for code, _, _ in LACKS])
def test_what_is_missing_is_one_finding_with_a_place_and_a_sentence(code, where, facts):
    found = [f for f in pact_3.lacks(an_issue(**facts)) if f.severity is not Severity.NOTE]
    assert [(f.code, f.where) for f in found] == [(f"pact_3.{code}", where)]
    assert found[0].severity is DOUBTS.get(code, Severity.ERROR)
    assert sentence(found[0].code, found[0].params)


def test_a_figure_our_own_rules_refuse_stops_the_file():
    issue = an_issue(result={"carbon": replace(RESULT.carbon, fossil=5.0)})
    assert codes(pact_3.lacks(issue)) == ["pact_3.gwp_unstated", "pact_3.gwp_older", "pact_3.p08"]


def test_writing_without_a_period_is_our_fault():
    with pytest.raises(ValueError, match="period"):
        pact_3.render(an_issue(period=Period()))


def test_what_we_write_we_read():
    issue = an_issue(rules="catena-x-4.0")
    received = pact_3.read(written(issue))
    assert (received.amount, received.unit, received.mass_kg) == (1.0, "piece", 1.2)
    assert received.buckets == pytest.approx(
        RESULT.buckets._replace(uptake_packaging=0.0), abs=1e-15
    )
    assert (received.excluding, received.including) == pytest.approx((3.53, 2.98))
    assert (received.outbound, received.packaging) == (0.3, 0.12)
    assert (received.packaging_included, received.is_active) == (True, True)
    assert (received.fossil_carbon, received.biogenic_carbon) == (0.01, 0.15)
    assert (received.period_start, received.period_end) == (date(2025, 1, 1), date(2025, 12, 31))
    assert (received.valid_from, received.valid_until) == (date(2026, 3, 2), date(2027, 3, 1))
    assert (received.id, received.preceding) == (RELEASE.id, RELEASE.preceding)
    assert (received.company, received.product) == (STUDY.company.name, STUDY.product.name)
    assert (received.place, received.gwp_sets) == ("CN-ZJ", ("AR5", "AR6"))
    assert received.rules == ("Catena-X PCF Rulebook v4, version 4.0",)
    assert received.ratings == RESULT.ratings_excluding
    assert received.primary_percent == RESULT.primary_data_share_excluding
    assert received.exempted_percent == RESULT.exempted_percent
    assert received.sources[-1] == "Air Board entry 1"


@given(st.tuples(*[FLOATS] * 6), FLOATS)
def test_any_footprint_is_read_back_to_the_same_values(kg, carbon):
    fossil, other, change, management, removals, aircraft = kg
    buckets = Buckets(fossil, other, change, management, -removals, aircraft, -carbon * 44 / 12)
    received = pact_3.read(written(an_issue(result={"buckets": buckets})))
    assert received.buckets == pytest.approx(buckets, rel=1e-12, abs=1e-6)


def test_versions_are_told_apart():
    sound = written(an_issue())
    assert pact_3.knows(sound)
    assert pact_3.knows(sound | {"specVersion": "3.9.0"})
    for other in ("2.3.3", "30.0.0", "3", 3, None, ["3.0.0"]):
        assert not pact_3.knows(sound | {"specVersion": other})
    for document in (None, [], "3.0.0", {"specVersion": "3.0.0"}, [sound]):
        assert not pact_3.knows(document)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pcfExcludingBiogenicUptake", None),
        ("pcfExcludingBiogenicUptake", "1e3"),
        ("pcfExcludingBiogenicUptake", "9" * 400),
        ("declaredUnitAmount", "0"),
        ("declaredUnitAmount", "-1"),
        ("declaredUnitAmount", "0." + "0" * 320 + "1"),
        ("declaredUnitOfMeasurement", "stone"),
        ("declaredUnitOfMeasurement", ["piece"]),
    ],
)
def test_without_its_figure_a_footprint_is_refused_in_one_sentence(field, value):
    document = written(an_issue())
    document["pcf"][field] = value
    with pytest.raises(Refusal) as caught:
        pact_3.read(document)
    assert (caught.value.code, caught.value.params["field"]) == ("receive.field", field)
    assert field in sentence(caught.value.code, caught.value.params | {"file": "a.json"})


def test_figures_written_as_numbers_are_a_fault_and_are_read():
    document = written(an_issue())
    document["pcf"]["pcfExcludingBiogenicUptake"] = 3.53
    assert codes(check(document)) == ["pact_3.p00_value"]
    assert pact_3.read(document).excluding == 3.53


def test_uptake_that_is_not_told_lies_between_the_totals():
    document = written(an_issue())
    del document["pcf"]["biogenicCO2Uptake"]
    assert pact_3.read(document).buckets.uptake_product == pytest.approx(-0.55)


@pytest.mark.parametrize(
    ("verification", "verified", "certified"),
    [
        ({"coverage": "product level", "providerName": "A"}, 100, None),
        ({"coverage": "PCF program", "providerName": "A"}, None, 100),
        ({"coverage": "PCF calculation model", "providerName": "A"}, None, None),
        ({"providerName": ""}, None, None),
    ],
)
def test_a_verification_counts_for_what_it_covers(verification, verified, certified):
    document = written(an_issue())
    document["pcf"]["verification"] = verification
    received = pact_3.read(document)
    assert (received.verified_percent, received.certified_percent) == (verified, certified)


def test_without_validity_a_footprint_holds_for_three_years():
    document = written(an_issue())
    del document["validityPeriodEnd"]
    assert pact_3.read(document).valid_until == date(2028, 12, 31)
