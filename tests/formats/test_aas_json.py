"""The AAS submodel Carbon Footprint: its figures, its shape, its rules, and reading it back."""

import contextlib
import copy
import json
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal, localcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.domain.finding import Refusal, Severity, errors
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.formats import aas_json, pact_3
from supplier_pcf.formats.shared import aas
from supplier_pcf.words import sentence
from tests.formats.made import RELEASE, STUDY, an_issue
from tests.formats.snapshot import matches_snapshot

SHARED = Path(__file__).parents[3] / "shared" / "formats" / "aas"
TEMPLATE = SHARED / "idta-02023-1-0-1-template.json"


def written(issue):
    return json.loads(aas_json.render(issue))


def codes(findings, severity=None):
    return [f.code.split(".")[1] for f in findings if severity in (None, f.severity)]


def part(element, name):
    inside = element.get("submodelElements") or element["value"]
    return next(e for e in inside if e.get("idShort") == name)


def footprint(document, number=0):
    return part(document["submodels"][0], "ProductCarbonFootprints")["value"][number]


def information(document):
    by_rules = part(document["submodels"][0], "ProductOrSectorSpecificCarbonFootprints")
    return part(by_rules["value"][0], "PcfInformation")


def test_figure_is_for_what_is_declared_and_the_way_to_the_customer_is_apart():
    made = written(
        an_issue(declared_unit=DeclaredUnit(amount=2.0, unit="kg"), result={"mass_kg": 2.0})
    )
    gate, outbound = footprint(made), footprint(made, 1)
    assert part(gate, "PcfCO2eq")["value"] == "3.53"
    assert part(gate, "QuantityOfMeasureForCalculation")["value"] == "2"
    assert part(gate, "ReferenceImpactUnitForCalculation")["value"] == "0173-1#07-ABZ597#003"
    assert part(gate, "LifeCyclePhases")["value"][0]["value"] == "0173-1#07-ABZ789#003"
    assert part(outbound, "PcfCO2eq")["value"] == "0.3"
    assert part(outbound, "LifeCyclePhases")["value"][0]["value"] == "0173-1#07-ABU211#003"


def test_another_unit_is_brought_to_one_of_the_list():
    made = written(an_issue(declared_unit=DeclaredUnit(amount=36.0, unit="MJ")))
    assert part(footprint(made), "QuantityOfMeasureForCalculation")["value"] == "10"
    unit = part(footprint(made), "ReferenceImpactUnitForCalculation")
    assert unit["value"] == unit["valueId"]["keys"][0]["value"] == "0173-1#07-ACB997#001"


def test_dates_are_those_of_the_release():
    gate = footprint(written(an_issue()))
    assert part(gate, "PublicationDate")["value"] == "2026-03-02T09:30:00Z"
    assert part(gate, "ExpirationDate")["value"] == "2029-01-01T00:00:00Z"


def test_the_most_special_standard_is_named_with_the_rules():
    submodel = written(an_issue())["submodels"][0]
    general = part(footprint({"submodels": [submodel]}), "PcfCalculationMethods")["value"]
    special = part(submodel, "ProductOrSectorSpecificCarbonFootprints")["value"][0]
    assert [m["value"] for m in general] == ["0173-1#07-ABU218#003"]
    assert part(special, "PcfCalculationMethods")["value"][0]["value"] == "0173-1#07-ACC012#001"
    rule = part(special, "ProductOrSectorSpecificRule")
    told = [part(rule, f"PcfRule{n}")["value"] for n in ("Operator", "Name", "Version")]
    assert told == ["WBCSD (PACT)", "PACT Methodology v3", "3.0"]


def test_file_is_the_kept_one():
    assert matches_snapshot("aas.json", aas_json.render(an_issue()))


@pytest.mark.parametrize("rules", ["catena-x-4.0", "pact-3.0", "iso-14067-2018", "gb-t-24067-2024"])
def test_our_own_file_obeys_our_own_rules(rules):
    issue = an_issue(rules=rules)
    assert aas_json.lacks(issue) == ()
    assert aas_json.check(written(issue)) == ()


def test_what_we_write_we_read_back():
    two = an_issue(declared_unit=DeclaredUnit(amount=2.0, unit="kg"), result={"mass_kg": 2.0})
    read = aas_json.read(written(two))
    assert (read.amount, read.unit, read.mass_kg) == (2.0, "kg", 2.0)
    assert (read.excluding, read.including) == pytest.approx((3.53, 2.98))
    assert read.buckets == pytest.approx((3.04, 0.03, 0.05, 0.02, -0.01, 0.4, -0.55, 0.0))
    assert (read.packaging, read.outbound) == pytest.approx((0.12, 0.3))
    assert (read.fossil_carbon, read.biogenic_carbon) == pytest.approx((0.01, 0.15))
    assert (read.period_start, read.period_end) == (date(2025, 1, 1), date(2025, 12, 31))
    assert (read.valid_from, read.valid_until) == (date(2026, 3, 2), date(2028, 12, 31))
    assert (read.id, read.preceding) == (RELEASE.id, RELEASE.preceding)
    assert (read.company, read.product) == (STUDY.company.name, STUDY.product.name)
    assert (read.place, read.gwp_sets) == ("CN-ZJ", ("AR5", "AR6"))
    assert read.standards == ("ISO14067", "PACT-3.0")
    assert read.ratings == Ratings(technology=2.0, time=1.0, geography=2.0)
    assert read.primary_percent == pytest.approx(100 * 0.12 / 3.55)
    assert read.packaging_included is True


FLOATS = st.floats(min_value=0, max_value=1e9)


@given(st.tuples(*[FLOATS] * 6), st.floats(min_value=1e-3, max_value=1e6))
def test_any_figures_are_plain_and_sum(kg, amount):
    fossil, other, change, management, removals, aircraft = kg
    buckets = Buckets(fossil, other, change, management, -removals, aircraft)
    issue = an_issue(
        declared_unit=DeclaredUnit(amount=amount, unit="piece"), result={"buckets": buckets}
    )
    document = written(issue)
    said = {e["idShort"]: e["value"] for e in information(document)["value"]}
    with localcontext(prec=800):
        names = ("fossilGhgEmissions", "landUseChangeGhgEmissions", "biogenicNonCO2Emissions",
                 "landManagementBiogenicCO2Emissions", "landManagementBiogenicCO2Removals")  # fmt: skip
        total = sum(Decimal(said[name]) for name in names)
    figure = part(footprint(document), "PcfCO2eq")["value"]
    assert Decimal(figure) == total
    assert "e" not in figure.lower()
    read = aas_json.read(document)
    assert read.excluding == pytest.approx(issue.result.excluding, rel=1e-9, abs=1e-6)
    assert read.amount == amount


def test_a_bare_submodel_with_words_instead_of_ids_is_read():
    document = written(an_issue())["submodels"][0]
    gate = footprint({"submodels": [document]})
    part(gate, "ReferenceImpactUnitForCalculation")["value"] = "piece"
    part(gate, "PcfCalculationMethods")["value"][0]["value"] = "ISO 14067"
    part(gate, "LifeCyclePhases")["value"][0]["value"] = "A1-A3"
    document["submodelElements"].pop()
    assert aas_json.knows(document)
    read = aas_json.read(document)
    assert (read.unit, read.excluding, read.buckets.fossil) == ("piece", 3.53, 3.53)
    assert (read.standards, read.primary_percent) == (("ISO14067",), None)
    assert aas_json.check(document) == ()


def _drop(name):
    return lambda d: footprint(d)["value"].remove(part(footprint(d), name))


def _put(name, value):
    return lambda d: part(footprint(d), name).update(value=value)


def _say(name, value):
    return lambda d: part(information(d), name).update(value=value)


def _rule(d):
    special = part(d["submodels"][0], "ProductOrSectorSpecificCarbonFootprints")["value"][0]
    special["value"].remove(part(special, "ProductOrSectorSpecificRule"))


BROKEN = {
    "missing": _drop("LifeCyclePhases"),
    "twice": lambda d: footprint(d)["value"].append(part(footprint(d), "PcfCO2eq")),
    "unreadable": _put("PcfCO2eq", "3,53"),
    "type": lambda d: part(footprint(d), "PcfCO2eq").update(valueType="xs:string"),
    "value": _put("ReferenceImpactUnitForCalculation", "stone"),
    "amount": _put("QuantityOfMeasureForCalculation", "0"),
    "zone": _put("PublicationDate", "2026-03-02T09:30:00"),
    "expired": _put("ExpirationDate", "2026-01-02T00:00:00Z"),
    "no_gate": lambda d: part(footprint(d), "LifeCyclePhases")["value"][0].update(value="B1"),
    "sum": _put("PcfCO2eq", "4.53"),
    "range": _say("primaryDataShare", "120"),
    "period": _say("referencePeriodEnd", "2024-01-01T00:00:00Z"),
    "too_early": _put("PublicationDate", "2025-05-01T00:00:00Z"),
    "no_submodel": lambda d: d["submodels"][0].pop("semanticId"),
}


@pytest.mark.parametrize("code", BROKEN)
def test_every_rule_finds_what_breaks_it(code):
    document = copy.deepcopy(written(an_issue()))
    BROKEN[code](document)
    found = [f for f in aas_json.check(document) if f.code == f"aas_json.{code}"]
    assert found
    assert all("{" not in sentence(f.code, f.params) for f in found)


def test_a_footprint_by_rules_names_its_rules():
    document = written(an_issue())
    _rule(document)
    assert codes(aas_json.check(document)) == ["missing", "missing"]


def test_what_a_study_lacks_is_said():
    cases = {
        "exchange.company_name": {"company": replace(STUDY.company, name="")},
        "exchange.declared_unit": {"declared_unit": DeclaredUnit(amount=1.0, unit="t.km")},
        "exchange.mass": {"result": {"mass_kg": 0.0}},
        "exchange.incomplete": {"result": {"rows_counted": 1}},
    }
    for code, facts in cases.items():
        assert code in [f.code for f in errors(aas_json.lacks(an_issue(**facts)))]


@pytest.mark.parametrize("other", [None, [], {}, {"submodels": [1]}, {"submodels": {}}, "x", 3.0])
def test_other_documents_are_not_known(other):
    assert not aas_json.knows(other)
    assert codes(aas_json.check(other)) == ["no_submodel"]
    with pytest.raises(Refusal):
        aas_json.read(other)


def test_a_pact_footprint_is_none():
    assert not aas_json.knows(pact_3.product_footprint(an_issue()))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["value", "idShort", "semanticId", "keys", "submodelElements", "modelType"]),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_no_value_anywhere_makes_check_or_reader_stumble(value):
    document = written(an_issue())
    for target in ("PcfCO2eq", "PcfCalculationMethods", "LifeCyclePhases"):
        part(footprint(document), target)["value"] = value
    information(document)["value"] = value
    for finding in aas_json.check(document):
        assert sentence(finding.code, finding.params)
    with contextlib.suppress(Refusal):
        assert aas_json.read(document).format_id == "aas-json"


def template():
    if not TEMPLATE.exists():
        pytest.skip(f"the official template is not here: {TEMPLATE}")
    return json.loads(TEMPLATE.read_text(encoding="utf-8"))


def _shape(element, place=""):
    """Every element of a tree with its meaning and type, entries of lists as one."""
    here = f"{place}/{element.get('idShort', '*')}"
    keys = element.get("semanticId", {}).get("keys", [{}])
    yield here, keys[0].get("value"), element["modelType"], element.get("valueType")
    inside = element.get("submodelElements") or element.get("value")
    if isinstance(inside, list):
        for each in inside:
            yield from _shape(each, here)


def test_every_element_stands_where_the_template_has_it_with_its_meaning_and_type():
    asked = set(_shape(template()["submodels"][0]))
    free = {s for s in asked if s[0].endswith("/ArbitraryContent")}
    for place, meaning, kind, value_type in _shape(written(an_issue())["submodels"][0]):
        if "/PcfInformation/" in place:
            assert (meaning, kind, value_type) == next(iter(free))[1:]
        else:
            assert (place, meaning, kind, value_type) in asked


def test_value_lists_are_those_of_the_template():
    asked = set()
    for concept in template()["conceptDescriptions"]:
        for data in concept.get("embeddedDataSpecifications", []):
            pairs = data["dataSpecificationContent"].get("valueList", {})
            for pair in pairs.get("valueReferencePairs", []):
                asked.add((pair["valueId"]["keys"][0]["value"].strip(), pair["value"].strip()))
    ours = {*aas.METHODS.values(), *aas.UNITS.values(), *aas.PHASES.values()}
    assert ours == asked


def test_the_empty_template_has_faults():
    assert "missing" in codes(aas_json.check(template()), Severity.ERROR)


TOOLS = {
    "aas-submodel-validate": ["{file}", "--no-bundle", "-q"],
    "aas_test_engines": ["check_file", "{file}", "--format", "json"],
}


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("rules", ["catena-x-4.0", "pact-3.0"])
def test_other_peoples_checkers_find_no_error(tool, rules, tmp_path):
    program = shutil.which(tool) or shutil.which(tool, path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip(f"not installed: {tool}")
    file = tmp_path / "footprint.json"
    file.write_bytes(aas_json.render(an_issue(rules=rules)))
    words = [word.format(file=file) for word in TOOLS[tool]]
    done = subprocess.run(
        [program, *words], check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
