"""The share sheet: what a file tells, where it comes from, what stays; and keeping names to oneself."""

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import supplier_pcf.formats
from supplier_pcf.app.deliverables import Sending, deliver, what_leaves, what_stays, with_origins
from supplier_pcf.app.origins import Origin, known_names, origin_of
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.app.share_sheet import PDF, Staying, leaving_in, staying, stays_sentence
from supplier_pcf.domain.factor import Layer
from supplier_pcf.formats import FORMATS
from supplier_pcf.words.catalogue import SENTENCES
from tests.formats.made import FACTORS, STUDY, an_issue

SUPPLIER = replace(
    FACTORS[0], id="t:steel", layer=Layer.SUPPLIER, publisher="Baosteel Geheim", name="DC01 Geheim"
)
SECRETS = (
    "Materials: Steel",
    "Wood",
    "Sticker",
    "too little",
    "new press",
    "by hours",
    "Geheim",
    "Deburring",
)


def an_issue_with_names(*, is_confidential):
    scope = replace(
        STUDY.scope,
        boundary_text="Steel comes from Baosteel.",
        allocation_text="Shared by hours.",
        is_confidential=is_confidential,
    )
    product = replace(STUDY.product, name="Bracket", description="A part")
    return an_issue(rules="catena-x-4.0", scope=scope, factors=(SUPPLIER,), product=product)


@pytest.fixture
def bracket(tmp_path):
    session = Session(tmp_path / "data", clock=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))
    session.start(sample_study("stamped-bracket"))
    session.edit(lambda study: replace(study, rule_set="catena-x-4.0"), "x")
    return session


@pytest.mark.parametrize("format_", FORMATS, ids=lambda f: f.ID)
def test_every_value_of_every_format_has_an_origin(format_):
    leaving = leaving_in(format_.ID, format_.render(an_issue(rules="catena-x-4.0")))
    assert len(leaving) > 20
    for place, value in leaving:
        origin = origin_of(format_.ID, place)
        words = re.fullmatch(r"-?[0-9.]+", value) is None
        if origin is Origin.CALCULATION and format_.ID != "inventory-csv":
            assert not words, place
    assert {SENTENCES[f"origin.{origin.value}"] for origin in Origin}


@pytest.mark.parametrize(
    ("format_id", "place", "origin"),
    [
        ("pact-3", "companyIds 2", Origin.INPUT),
        ("pact-3", "pcf/pcfExcludingBiogenicUptake", Origin.CALCULATION),
        ("pact-3", "pcf/secondaryEmissionFactorSources 2/version", Origin.FACTORS),
        ("pact-3", "pcf/productOrSectorSpecificRules/ruleNames", Origin.RULES),
        ("pact-3", "comment", Origin.TEXT),
        ("pact-3", "id", Origin.FIXED),
        ("cx-0136-csv", "dqi.temporalDQR", Origin.CALCULATION),
        ("cx-0136-csv", "companyIds.3", Origin.INPUT),
        ("cx-0136-csv", "crossSectoralStandardsUsed.1.crossSectoralStandard", Origin.RULES),
        ("cx-0136-csv", "allocationWasteIncineration", Origin.FIXED),
        ("aas-json", "ProductCarbonFootprints 1/PcfCO2eq", Origin.CALCULATION),
        ("inventory-csv", "study product/name", Origin.INPUT),
        ("inventory-csv", "flow steel", Origin.CALCULATION),
    ],
)
def test_origins_are_what_they_are(format_id, place, origin):
    assert origin_of(format_id, place) is origin


def test_names_that_are_not_calculated_are_names_of_formats():
    official = Path(__file__).parents[3] / "shared" / "formats" / "FORMATS.md"
    if not official.exists():
        pytest.skip(f"the tables of fields are not here: {official}")
    tables = official.read_text(encoding="utf-8")
    assert sorted(name for name in known_names() if name not in tables) == ["globalAssetId"]


def test_the_shell_is_told_by_the_names_of_its_elements():
    from supplier_pcf.formats import aas_json

    leaving = dict(leaving_in("aas-json", aas_json.render(an_issue())))
    assert leaving["ProductCarbonFootprints 1/PcfCO2eq"] == "3.53"
    assert leaving["ProductCarbonFootprints 2/PcfCO2eq"] == "0.3"
    by_rules = "ProductOrSectorSpecificCarbonFootprints 1/PcfInformation"
    assert leaving[f"{by_rules}/companyName"] == STUDY.company.name


def texts_of(format_, issue):
    return "\n".join(value for _, value in leaving_in(format_.ID, format_.render(issue)))


EXCHANGED = [f for f in FORMATS if f.ID != "inventory-csv"]


@pytest.mark.parametrize("format_", EXCHANGED, ids=lambda f: f.ID)
def test_a_confidential_file_names_no_row_no_supplier_and_no_reason(format_):
    told = texts_of(format_, an_issue_with_names(is_confidential=True))
    assert [secret for secret in SECRETS if secret in told] == []
    assert "cradle to gate" in told
    assert "Left out: 1 row." in told
    open_file = texts_of(format_, an_issue_with_names(is_confidential=False))
    assert [secret for secret in SECRETS if secret not in open_file] == []


@pytest.mark.parametrize("format_", EXCHANGED, ids=lambda f: f.ID)
def test_keeping_names_changes_no_number(format_):
    def numbers(is_confidential):
        issue = an_issue_with_names(is_confidential=is_confidential)
        leaving = leaving_in(format_.ID, format_.render(issue))
        figures = [pair for pair in leaving if re.fullmatch(r"-?[0-9.]+", pair[1])]
        return [pair for pair in figures if "secondaryEmissionFactorSources" not in pair[0]]

    assert numbers(is_confidential=True) == numbers(is_confidential=False)


@pytest.mark.parametrize("format_", EXCHANGED, ids=lambda f: f.ID)
def test_a_confidential_file_is_still_right(format_):
    issue = an_issue_with_names(is_confidential=True)
    assert [f.code for f in format_.lacks(issue) if f.severity == "error"] == []


def test_what_stays_is_counted_and_looked_for_in_the_file(bracket):
    leaving = what_leaves(bracket, "pact-3", "en")
    kept = {each.kind: each for each in what_stays(bracket, "pact-3", leaving)}
    assert kept["rows"].told > 0
    assert (kept["amounts"].told, kept["readings"].told) == (0, 0)
    scope = replace(bracket.study.scope, is_confidential=True)
    bracket.edit(lambda study: replace(study, scope=scope), "Keep names")
    leaving = what_leaves(bracket, "pact-3", "en")
    kept = {each.kind: each for each in what_stays(bracket, "pact-3", leaving)}
    assert (kept["rows"].told, kept["suppliers"].told) == (0, 0)


def test_the_inventory_tells_amounts():
    inventory = supplier_pcf.formats.by_id("inventory-csv")
    leaving = leaving_in(inventory.ID, inventory.render(an_issue()))
    kept = {each.kind: each for each in staying(STUDY, inventory.ID, leaving)}
    assert kept["amounts"] == Staying("amounts", 2, 2)  # steel and wood have one
    assert kept["rows"].told == kept["rows"].known


def test_every_kind_that_stays_has_its_sentence(bracket):
    leaving = what_leaves(bracket, PDF, "en")
    for each in what_stays(bracket, PDF, leaving):
        assert "{" not in stays_sentence(each, str)


def test_the_sheet_is_saved_beside_the_file_and_tells_it_value_by_value(bracket, tmp_path):
    target = tmp_path / "footprint.json"
    sheet = deliver(bracket, "pact-3", target, Sending(with_sheet=True), "Record")
    assert sheet == tmp_path / "footprint-what-leaves.csv"
    rows = list(csv.reader(io.StringIO(sheet.read_text(encoding="utf-8-sig"))))
    assert "footprint.json" in rows[0][0]
    leaving = leaving_in("pact-3", target.read_bytes())
    assert [(row[0], row[1].removeprefix("'")) for row in rows[2 : 2 + len(leaving)]] == [
        (place, value) for place, value in leaving
    ]
    assert rows[2][2] == "Set by the program or the format."
    assert rows[-1][0].startswith("Products of the plant") or "tells 0" in rows[-1][0]


def test_the_summary_has_no_origins(bracket):
    shared = with_origins(PDF, what_leaves(bracket, PDF, "en"))
    assert {each.origin for each in shared} == {None}


def test_a_formula_in_the_sheet_is_a_text(bracket, tmp_path):
    product = replace(bracket.study.product, name="=1+1")
    bracket.edit(lambda study: replace(study, product=product), "x")
    sheet = deliver(bracket, "pact-3", tmp_path / "a.json", Sending(with_sheet=True), "Record")
    assert ",'=1+1," in sheet.read_text(encoding="utf-8-sig")
