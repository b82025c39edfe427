"""The calculation CSV of CX-0136: its figures, its rules, what stops it, and reading it back."""

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.finding import Refusal, Severity, errors
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.study import Company, Identifier, Period, Product
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.result import CarbonContent
from supplier_pcf.formats import cx_0136_csv, pact_3
from supplier_pcf.formats.shared.received import factor_of
from supplier_pcf.formats.validation import cx_0136_model as model
from supplier_pcf.words import sentence
from tests.formats.made import RELEASE, RESULT, STUDY, an_issue
from tests.formats.snapshot import matches_snapshot

# The columns as the standard prints them in section 2.2, in its order.
PRINTED = [
    "id",
    "specVersion",
    "partialFullPcf",
    "precedingPfIds.1",
    "version",
    "created",
    "status",
    "validityPeriodStart",
    "validityPeriodEnd",
    "comment",
    "pcfLegalStatement",
    "companyName",
    "companyIds.1",
    "productDescription",
    "productIds.1",
    "productCategoryCpc",
    "productNameCompany",
    "declaredUnit",
    "unitaryProductAmount",
    "productMassPerDeclaredUnit",
    "exemptedEmissionsPercent",
    "exemptedEmissionsDescription",
    "packagingEmissionsIncluded",
    "boundaryProcessesDescription",
    "geographyCountrySubdivision",
    "geographyCountry",
    "geographyRegionOrSubregion",
    "referencePeriodStart",
    "referencePeriodEnd",
    "crossSectoralStandardsUsed.1.crossSectoralStandard",
    "productOrSectorSpecificRules.1.operator",
    "productOrSectorSpecificRules.1.ruleNames.1.ruleName",
    "productOrSectorSpecificRules.1.otherOperatorName",
    "characterizationFactors",
    "allocationRulesDescription",
    "allocationWasteIncineration",
    "primaryDataShare",
    "secondaryEmissionFactorSources.1.emissionFactorDS",
    "dqi.coveragePercent",
    "dqi.technologicalDQR",
    "dqi.temporalDQR",
    "dqi.geographicalDQR",
    "dqi.completenessDQR",
    "dqi.reliabilityDQR",
    "pcfExcludingBiogenic",
    "pcfIncludingBiogenic",
    "fossilGhgEmissions",
    "biogenicCarbonEmissionsOtherThanCO2",
    "biogenicCarbonWithdrawal",
    "dlucGhgEmissions",
    "luGhgEmissions",
    "aircraftGhgEmissions",
    "packagingGhgEmissions",
    "distributionStagePcfExcludingBiogenic",
    "distributionStagePcfIncludingBiogenic",
    "distributionStageFossilGhgEmissions",
    "distributionStageBiogenicCarbonEmissionsOtherThanCO2",
    "distributionStageBiogenicCarbonWithdrawal",
    "distributionStageDlucGhgEmissions",
    "distributionStageLuGhgEmissions",
    "distributionStageAircraftGhgEmissions",
    "carbonContentTotal",
    "fossilCarbonContent",
    "biogenicCarbonContent",
]


def a_sheet(**facts):
    return an_issue(**{"rules": "catena-x-4.0", **facts})


def two_kilograms(**facts):
    """The same figures declared for two kilograms: two of what weighs one."""
    return a_sheet(
        declared_unit=DeclaredUnit(amount=2.0, unit="kg"), result={"mass_kg": 2.0}, **facts
    )


def written(issue):
    """The rows of the file as a reader of tables hands them on."""
    text = cx_0136_csv.render(issue).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";", strict=True))


def codes(findings, severity=None):
    return [f.code.split(".")[1] for f in findings if severity in (None, f.severity)]


def test_columns_are_the_64_of_the_standard_in_its_order():
    assert len(PRINTED) == 64
    assert [field.path for field in cx_0136_csv.FIELDS] == PRINTED
    assert list(model.COLUMNS) == PRINTED


def test_further_entries_of_a_list_stand_behind_its_first():
    columns = list(written(a_sheet())[0])
    assert [c for c in columns if c in PRINTED] == PRINTED
    assert columns[columns.index("companyIds.1") :][:4] == [f"companyIds.{n}" for n in (1, 2, 3, 4)]


def test_a_study_with_single_entries_makes_exactly_the_64_columns():
    company = Company(name="Y", domain="y.example", identifiers=STUDY.company.identifiers[:1])
    product = replace(STUDY.product, customer_part_number="")
    lean = a_sheet(company=company, product=product, transports=(), materials=())
    columns = list(written(lean)[0])
    assert [c for c in columns if "DS" not in c] == [c for c in PRINTED if "DS" not in c]


def test_file_is_text_with_a_mark_semicolons_and_no_line_breaks_in_cells():
    made = cx_0136_csv.render(a_sheet())
    assert made.startswith(b"\xef\xbb\xbfid;specVersion;")
    lines = made.decode("utf-8-sig").split("\r\n")
    assert len(lines) == 3
    assert lines[2] == ""
    assert not any("\n" in line for line in lines)


# kg CO2e for one piece, worked by hand from the rows in `made.py`
FIGURES = {
    "pcfExcludingBiogenic": 3.53,
    "pcfIncludingBiogenic": 2.98,
    "fossilGhgEmissions": 3.04,
    "aircraftGhgEmissions": 0.4,
    "biogenicCarbonEmissionsOtherThanCO2": 0.03,
    "biogenicCarbonWithdrawal": -0.55,
    "dlucGhgEmissions": 0.05,
    "luGhgEmissions": 0.01,
    "packagingGhgEmissions": 0.12,
    "distributionStagePcfExcludingBiogenic": 0.3,
    "distributionStageFossilGhgEmissions": 0.3,
    "carbonContentTotal": 0.16,
    "fossilCarbonContent": 0.01,
    "biogenicCarbonContent": 0.15,
    "productMassPerDeclaredUnit": 1.2,
    "exemptedEmissionsPercent": 0.842697,
    "primaryDataShare": 3.380282,
}


def test_figures_are_those_worked_by_hand():
    row = written(a_sheet())[0]
    found = {name: float(row[name]) for name in FIGURES}
    assert found == pytest.approx(FIGURES, abs=1e-6)


def test_figures_are_for_one_of_what_is_declared():
    row = written(two_kilograms())[0]
    assert (row["unitaryProductAmount"], row["declaredUnit"]) == ("2", "kilogram")
    assert row["productMassPerDeclaredUnit"] == "1"
    assert float(row["pcfExcludingBiogenic"]) == pytest.approx(3.53 / 2)
    assert float(row["carbonContentTotal"]) == pytest.approx(0.16 / 2)


def test_words_are_spelled_as_the_table_spells_them():
    row = written(a_sheet())[0]
    assert row[model.STANDARD] == "ISO 14067"
    assert row[model.RULE] == "CX-PCF Rules v4.0"
    assert (row[model.OPERATOR], row[model.OPERATOR_NAME]) == ("Other", "Catena-X")
    assert row["packagingEmissionsIncluded"] == "TRUE"
    assert row["companyIds.1"] == "urn:bpn:id:BPNL00000003CRHK"
    assert row["geographyRegionOrSubregion"] == "Eastern Asia"
    assert row["characterizationFactors"] == "AR5"
    assert row["referencePeriodEnd"] == "2026-01-01T00:00:00Z"


FLOATS = st.floats(min_value=0, max_value=1e9)


@given(
    st.tuples(*[FLOATS] * 6),
    st.floats(min_value=0, max_value=1e9),
    st.floats(min_value=1e-3, max_value=1e6),
)
def test_any_parts_sum_exactly_to_the_totals_as_written(kg, carbon, amount):
    fossil, other, change, management, removals, aircraft = kg
    uptake = -carbon * 44 / 12
    buckets = Buckets(fossil, other, change, management, -removals, aircraft, uptake)
    issue = a_sheet(
        declared_unit=DeclaredUnit(amount=amount, unit="piece"), result={"buckets": buckets}
    )
    row = cx_0136_csv.row(issue)
    assert not any("e" in row[name].lower() for name in model.NUMBERS)
    with localcontext(prec=800):
        parts = sum(Decimal(row[name]) for name in model.SUMMANDS)
        assert parts == Decimal(row["pcfExcludingBiogenic"])
        withdrawn = Decimal(row["biogenicCarbonWithdrawal"])
        assert parts + withdrawn == Decimal(row["pcfIncludingBiogenic"])
    excluding = float(row["pcfExcludingBiogenic"]) * amount
    assert excluding == pytest.approx(issue.result.excluding, rel=1e-9, abs=1e-6)


def test_file_is_the_kept_one():
    assert matches_snapshot("cx_0136.csv", cx_0136_csv.render(a_sheet()))


def test_our_own_file_obeys_our_own_rules():
    assert codes(cx_0136_csv.check(written(a_sheet()))) == ["c10"]
    assert codes(cx_0136_csv.check(written(two_kilograms())), Severity.ERROR) == []
    assert codes(cx_0136_csv.lacks(a_sheet())) == ["gwp_older"]


def test_what_we_write_we_read_back():
    read = cx_0136_csv.read(written(two_kilograms()))
    assert (read.amount, read.unit, read.mass_kg) == (2.0, "kg", 2.0)
    assert read.excluding == pytest.approx(3.53)
    assert read.including == pytest.approx(2.98)
    assert read.buckets == pytest.approx((3.04, 0.03, 0.05, 0.01, 0.0, 0.4, -0.55, 0.0))
    assert (read.packaging, read.outbound) == pytest.approx((0.12, 0.3))
    assert (read.fossil_carbon, read.biogenic_carbon) == pytest.approx((0.01, 0.15))
    assert (read.period_start, read.period_end) == (date(2025, 1, 1), date(2025, 12, 31))
    assert (read.valid_from, read.valid_until) == (date(2026, 3, 2), date(2027, 3, 1))
    assert (read.id, read.preceding) == (RELEASE.id, RELEASE.preceding)
    assert (read.company, read.product) == (STUDY.company.name, STUDY.product.name)
    assert (read.place, read.gwp_sets, read.standards) == ("CN-ZJ", ("AR5",), ("ISO14067",))
    assert read.primary_percent == pytest.approx(100 * 0.12 / 3.55)
    assert read.classifications == ("cpc:49129",)
    factor = factor_of(read, "s", "sheet.csv")
    assert (factor.unit, factor.uptake) == ("kg", pytest.approx(-0.275))
    assert factor.kg_co2e == pytest.approx(3.53 / 2)


@given(st.text(max_size=60))
def test_any_text_of_the_user_comes_back_but_for_its_blanks(text):
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    product = replace(STUDY.product, name="P", description=text)
    read = cx_0136_csv.read(written(a_sheet(product=product)))
    assert read.description == " ".join(text.split())


@pytest.mark.parametrize("name", ["=1+1", "+49", "-x", "@sum", "'quoted"])
def test_a_text_a_spreadsheet_would_compute_is_made_harmless_and_comes_back(name):
    issue = a_sheet(product=replace(STUDY.product, name=name))
    assert written(issue)[0]["productNameCompany"] == f"'{name}"
    assert cx_0136_csv.read(written(issue)).product == name


BROKEN = {
    "missing": {"productIds.1": "", "productIds.2": ""},
    "c00": {"fossilGhgEmissions": "3,04"},
    "list": {"declaredUnit": "stone"},
    "column": {"colour": "red"},
    "c03": {"specVersion": "urn:io.catenax.pcf:datamodel:version:6.0.0"},
    "c05": {"id": RELEASE.preceding[0]},
    "c04": {"productIds.1": "B 1/2"},
    "bpn": {"companyIds.1": "urn:bpn:id:BPNL123"},
    "no_bpn": {"companyIds.1": "urn:company:duns:123456789"},
    "c06": {"created": "2026-03-02T09:30:00+08:00"},
    "c07": {"referencePeriodEnd": "2024-01-01T00:00:00Z"},
    "c08": {"validityPeriodStart": "2025-06-01T00:00:00Z"},
    "c09": {"exemptedEmissionsPercent": "4"},
    "unexplained": {"exemptedEmissionsDescription": ""},
    "operator": {model.OPERATOR_NAME: ""},
    "c13": {"primaryDataShare": "101"},
    "rating": {"dqi.temporalDQR": "4"},
    "sign": {"biogenicCarbonWithdrawal": "0.55"},
    "c15": {"pcfExcludingBiogenic": "3.93"},
    "c16": {"pcfIncludingBiogenic": "3.53"},
    "c17": {"packagingGhgEmissions": "4"},
    "c18": {"packagingEmissionsIncluded": "FALSE"},
    "c19": {"carbonContentTotal": "2.5"},
    "uptake": {"biogenicCarbonContent": "0.25", "carbonContentTotal": "0.26"},
    "carbon": {"productMassPerDeclaredUnit": "0.1"},
    "c20": {"declaredUnit": "kilogram"},
    "mass": {"productMassPerDeclaredUnit": "0"},
    "plausible": {"productMassPerDeclaredUnit": "0.001"},
    "place": {"geographyCountry": "DE"},
}


@pytest.mark.parametrize("code", BROKEN)
def test_every_rule_finds_what_breaks_it(code):
    row = {**written(a_sheet())[0], **BROKEN[code]}
    found = [f for f in cx_0136_csv.check([row]) if f.code == f"cx_0136_csv.{code}"]
    assert found
    for finding in found:
        assert "{" not in sentence(finding.code, finding.params)
    assert not any(code == c for c in codes(cx_0136_csv.check(written(a_sheet()))))


def test_every_rule_that_can_be_found_is_broken_above():
    rules = {c.split(".")[1] for c in _codes_of_validation()}
    assert rules == {*BROKEN, "c10"}


def _codes_of_validation():
    import re
    from pathlib import Path

    from supplier_pcf.formats.validation import cx_0136

    source = Path(cx_0136.__file__).read_text(encoding="utf-8")
    return [f"cx_0136_csv.{c}" for c in re.findall(r'_(?:found|summed)\(\s*"([a-z0-9_]+)"', source)]


def test_the_example_of_the_standard_that_prints_another_carbon_total_is_found():
    row = {**written(a_sheet())[0], "carbonContentTotal": "2.5", "fossilCarbonContent": "1.95"}
    assert "c19" in codes(cx_0136_csv.check([row]))  # 1.95 + 0.15 = 2.1, the PDF prints 2.5


LACKING = {
    "exchange.company_name": {"company": replace(STUDY.company, name=" ")},
    "exchange.product_name": {"product": replace(STUDY.product, name="")},
    "exchange.part_number": {"product": Product(name="P", mass=Quantity(1.0, "kg"))},
    "exchange.domain": {"company": replace(STUDY.company, domain=""), "product": Product(name="P", part_number="1")},
    "exchange.declared_unit": {"declared_unit": DeclaredUnit(amount=1.0, unit="h")},
    "exchange.declared_amount": {"declared_unit": DeclaredUnit(amount=0.0, unit="piece")},
    "exchange.mass": {"result": {"mass_kg": None}},
    "exchange.period_start": {"period": Period(end=date(2025, 12, 31))},
    "exchange.period_end": {"period": Period(start=date(2025, 1, 1))},
    "exchange.period_order": {"period": Period(start=date(2025, 1, 1), end=date(2024, 1, 1))},
    "exchange.period_not_over": {"period": Period(start=date(2026, 1, 1), end=date(2026, 12, 31))},
    "exchange.period_too_old": {"period": Period(start=date(2021, 1, 1), end=date(2021, 12, 31))},
    "exchange.incomplete": {"result": {"rows_counted": 6}},
    "exchange.no_number": {"result": {"buckets": Buckets(float("inf"))}},
    "cx_0136_csv.lacks_bpn": {"company": replace(STUDY.company, identifiers=(Identifier(scheme="own", value="1"),))},
    "cx_0136_csv.no_place": {"sites": ()},
    "cx_0136_csv.rule_set": {"rules": "iso-14067-2018"},
    "cx_0136_csv.gwp_none": {"result": {"gwp_sets": ("unknown",)}},
    "cx_0136_csv.gwp_too_old": {"result": {"gwp_sets": ("AR4", "AR6")}},
    "cx_0136_csv.gwp_older": {},
    "cx_0136_csv.primary_share": {"result": {"primary_data_share_excluding": None}},
    "cx_0136_csv.exempted": {"result": {"exempted_percent": 3.0}},
    "cx_0136_csv.carbon_content": {"result": {"carbon": CarbonContent(fossil=None, biogenic=0.15, recycled=None, packaging_biogenic=0.0)}},
}  # fmt: skip


@pytest.mark.parametrize("code", LACKING)
def test_what_a_study_lacks_is_said_with_a_way_out(code):
    found = {f.code: f for f in cx_0136_csv.lacks(a_sheet(**LACKING[code]))}
    assert code in found
    assert found[code].where
    assert "{" not in sentence(code, found[code].params)


def test_without_rules_of_a_sector_nothing_is_written():
    assert errors(cx_0136_csv.lacks(an_issue(rules="pact-3.0")))


def test_a_table_of_several_is_taken_apart():
    rows = written(a_sheet()) * 2
    with pytest.raises(Refusal, match=r"cx_0136_csv\.rows"):
        cx_0136_csv.read(rows)
    assert [cx_0136_csv.read(each).excluding for each in cx_0136_csv.footprints(rows)] == [
        3.53,
        3.53,
    ]
    assert [f.where.partition("/")[0] for f in cx_0136_csv.check(rows)] == ["2", "3"]


def test_other_documents_are_not_known():
    assert cx_0136_csv.knows(written(a_sheet()))
    for other in ([], {}, [1], [{"a": "b"}], [{"specVersion": 3}], "text", None):
        assert not cx_0136_csv.knows(other)
        assert cx_0136_csv.check(other)
        with pytest.raises(Refusal):
            cx_0136_csv.read(other)
    assert not cx_0136_csv.knows(pact_3.product_footprint(an_issue()))


@given(st.lists(st.dictionaries(st.sampled_from(PRINTED), st.text(max_size=12)), max_size=2))
def test_no_row_makes_the_check_stumble(rows):
    for finding in cx_0136_csv.check(rows):
        assert sentence(finding.code, finding.params)


def test_result_of_the_example_is_the_one_the_figures_are_from():
    assert RESULT.excluding == pytest.approx(FIGURES["pcfExcludingBiogenic"])
