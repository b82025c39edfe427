"""The PACT 2 file: figures for one unit, both spellings, ratings from 1 to 3, and what stops it."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import GwpSet
from supplier_pcf.domain.finding import Severity, errors
from supplier_pcf.domain.flows import Material, Origin, TechnologyFit
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.study import Scope
from supplier_pcf.engine.result import CarbonContent
from supplier_pcf.formats import Issue, pact_2, pact_3
from supplier_pcf.formats.shared.received import factor_of
from supplier_pcf.formats.validation import pact_2_model as model
from supplier_pcf.formats.validation.pact_2 import check
from supplier_pcf.words import sentence
from tests.build import PACT, Case, a_factor, kg
from tests.formats.made import RELEASE, RESULT, STUDY, an_issue
from tests.formats.official_pact import pact_validator
from tests.formats.snapshot import matches_snapshot


def written(issue):
    return json.loads(pact_2.render(issue))


def codes(findings, severity=None):
    return [f.code for f in findings if severity in (None, f.severity)]


def test_figures_are_those_of_the_piece_divided_by_its_mass():
    """1.2 kg: 3.53 / 1.2 = 2.941667, 2.98 / 1.2 = 2.483333, 0.15 kg C / 1.2 = 0.125."""
    pcf = written(an_issue())["pcf"]
    expected = {
        "unitaryProductAmount": 1.2,
        "productMassPerDeclaredUnit": 1,
        "pCfExcludingBiogenic": 2.9416667,
        "pCfIncludingBiogenic": 2.4833333,
        "fossilGhgEmissions": 2.8666667,
        "aircraftGhgEmissions": 0.3333333,
        "dLucGhgEmissions": 0.0416667,
        "landManagementGhgEmissions": 0.0083333,
        "otherBiogenicGhgEmissions": 0.025,
        "biogenicCarbonWithdrawal": -0.4583333,
        "biogenicCarbonContent": 0.125,
        "fossilCarbonContent": 0.0083333,
        "packagingGhgEmissions": 0.1,
    }
    assert pcf["declaredUnit"] == "kilogram"
    assert {name: float(pcf[name]) for name in expected} == pytest.approx(expected, abs=1e-6)


def test_percentages_and_ratings_are_json_numbers_and_all_else_is_text():
    document = written(an_issue())
    numbers = {n for n, v in document["pcf"].items() if type(v) in (int, float)}
    assert numbers == {"exemptedEmissionsPercent", "primaryDataShare"}
    assert type(document["version"]) is int
    assert {type(v) for v in document["pcf"]["dqi"].values()} <= {int, float}


def test_ratings_are_worked_out_by_hand():
    """Rated is what is above 5 % of 3.55 kg: steel 2.0, wood 0.21, power 0.8, flight 0.4, in all 3.41.

    3.41 / 3.55 = 96.056 %. Technology and place of all factors are unknown: 3. The factor of power is
    of 2024, the year before (2), the others have no year (3): (0.8 x 2 + 2.61 x 3) / 3.41 = 2.7654.
    The steel is measured (1), of the others nothing is said (3): (2.0 x 1 + 1.41 x 3) / 3.41 = 1.8270.
    """
    dqi = written(an_issue())["pcf"]["dqi"]
    expected = {
        "coveragePercent": 96.0563,
        "technologicalDQR": 3,
        "temporalDQR": 2.7654,
        "geographicalDQR": 3,
        "completenessDQR": 1.8270,
        "reliabilityDQR": 1.8270,
    }
    assert dqi == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(
    ("unit", "amount", "mass", "excluding", "expected"),
    [
        ("l", 12.0, 9.468, 18.0, ("liter", "12", "0.789", "1.5")),
        ("piece", 1.0, 2000.0, 600000.0, ("kilogram", "2000", "1", "300")),
        ("t", 0.001, 1.0, 3.0, ("kilogram", "1", "1", "3")),
        ("MWh", 2.0, None, 900.0, ("kilowatt hour", "2000", None, "0.45")),
    ],
)
def test_official_conversions_between_2_and_3_hold(unit, amount, mass, excluding, expected):
    """Ethanol and car of PACT's decision record 36; a tonne and a megawatt hour worked by hand."""
    issue = an_issue(
        declared_unit=DeclaredUnit(amount=amount, unit=unit),
        result={
            "mass_kg": mass,
            "buckets": Buckets(fossil=excluding),
            "carbon": CarbonContent(fossil=0.0, biogenic=0.0),
        },
    )
    pcf = written(issue)["pcf"]
    names = ("declaredUnit", "unitaryProductAmount", "productMassPerDeclaredUnit")
    assert (*(pcf.get(n) for n in names), pcf["pCfExcludingBiogenic"]) == expected


FLOATS = st.floats(min_value=0, max_value=1e9)


@given(st.tuples(*[FLOATS] * 6), FLOATS, st.floats(min_value=1e-3, max_value=1e6))
def test_any_parts_as_written_sum_exactly_to_the_totals_as_written(parts, carbon, mass):
    fossil, other, change, management, removals, aircraft = parts
    buckets = Buckets(fossil, other, change, management, -removals, aircraft, -carbon * 44 / 12)
    issue = an_issue(result={"buckets": buckets, "mass_kg": mass})
    pcf = written(issue)["pcf"]
    assert all("e" not in pcf[name].lower() for name in model.DECIMALS if name in pcf)
    excluding = Decimal(pcf["pCfExcludingBiogenic"])
    with localcontext(prec=800):
        summed = sum(Decimal(pcf[model.NAMES.get(n, n)]) for n in model.SUMMANDS)
        assert summed == excluding
    assert float(excluding) * mass == pytest.approx(issue.result.excluding, rel=1e-9, abs=1e-6)
    found = {f.code for f in check(written(issue))}
    assert not found & {"pact_2.p00_value", "pact_2.p01", "pact_2.p02", "pact_2.p26"}


def test_file_is_the_kept_one():
    assert matches_snapshot("pact_2.json", pact_2.render(an_issue()))


def test_file_obeys_the_official_schema():
    found = pact_validator("pact2").iter_errors(written(an_issue()))
    assert [e.message for e in found] == []


def test_file_obeys_our_own_rules_and_lacks_nothing():
    assert codes(check(written(an_issue()))) == []
    lacking = codes(pact_2.lacks(an_issue()))
    assert lacking == ["pact_2.gwp_unstated", "pact_2.gwp_older", "pact_2.outbound"]


def test_a_calculated_study_goes_through_without_help():
    steel = Material(
        id="m", name="Steel", amount=kg(1.0), factor_id="f", carbon_kind="steel",
        origin=Origin.MEASURED, technology_fit=TechnologyFit.SIMILAR,
    )  # fmt: skip
    factor = a_factor("f", 2.0, gwp_set=GwpSet.AR6)
    case = Case().under(PACT).with_flow("materials", steel, factor)
    product = replace(case.study.product, classifications=("cpc:49129",))
    case = replace(case, study=replace(case.study, product=product))
    issue = Issue.of(case.examined, RELEASE)
    assert pact_2.lacks(issue) == ()
    assert [e.message for e in pact_validator("pact2").iter_errors(written(issue))] == []
    dqi = written(issue)["pcf"]["dqi"]
    assert (dqi["technologicalDQR"], dqi["geographicalDQR"], dqi["temporalDQR"]) == (2, 1, 1)
    assert dqi["coveragePercent"] == 100


def test_mapping_holds_only_fields_of_the_model():
    paths = {field.path for field in pact_2.FIELDS}
    assert len(paths) == len(pact_2.FIELDS)
    assert {p for p in paths if "/" not in p} <= model.ROOT.keys()
    assert {p.removeprefix("pcf/") for p in paths if "/" in p} <= model.PCF.keys()


def test_the_delivery_stands_in_the_comment_alone():
    document = written(an_issue())
    assert "0.25 kg CO2e per unit" in document["comment"]
    assert not any("utbound" in name for name in document["pcf"])


def test_a_product_without_class_lacks_one():
    product = replace(STUDY.product, classifications=("cn:87089997",))
    (lack,) = errors(pact_2.lacks(an_issue(product=product)))
    assert (lack.code, lack.where) == ("pact_2.cpc", "product/classifications")
    assert "cpc:" in sentence(lack.code, lack.params)


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("pact_2.declared_unit", {"declared_unit": DeclaredUnit(amount=1.0, unit="h")}),
        ("pact_2.mass", {"result": {"mass_kg": None}}),
        ("pact_2.exempted", {"result": {"exempted_percent": 5.0}}),
        ("pact_2.gwp_only_older", {"result": {"gwp_sets": ("AR4",)}}),
        ("pact_2.ratings", {"result": {"flows": ()}}),
    ],
)
def test_what_only_pact_2_asks_for_stops_the_file(code, facts):
    found = errors(pact_2.lacks(an_issue(**facts)))
    assert code in codes(found)
    assert all(f.severity is Severity.ERROR and sentence(f.code, f.params) for f in found)


def test_packaging_outside_the_scope_has_no_figure():
    pcf = written(an_issue(scope=Scope(packaging_included=False)))["pcf"]
    assert pcf["packagingEmissionsIncluded"] is False
    assert "packagingGhgEmissions" not in pcf


def test_what_we_write_we_read():
    received = pact_2.read(written(an_issue()))
    assert (received.amount, received.unit, received.mass_kg) == (1.2, "kg", 1.2)
    assert received.excluding == pytest.approx(3.53)
    assert received.including == pytest.approx(2.98)
    assert received.buckets == pytest.approx(
        RESULT.buckets._replace(land_management=0.01, land_removals=0.0, uptake_packaging=0.0)
    )
    assert received.biogenic_carbon == pytest.approx(0.15)
    assert (received.period_start, received.period_end) == (date(2025, 1, 1), date(2025, 12, 31))
    assert (received.valid_from, received.valid_until) == (date(2026, 3, 2), date(2028, 12, 31))
    assert received.ratings is None
    assert received.classifications[0].endswith("un-cpc:49129")
    assert received.standards == ("ISO14067", "PACT-3.0")


def test_pact_2_and_3_tell_the_same_footprint():
    """Per piece of 1.2 kg in one, per kilogram in the other: the same factor per kilogram."""
    second = factor_of(pact_2.read(written(an_issue())), "f", "a.json")
    third = pact_3.read(json.loads(pact_3.render(an_issue())))
    per_kg = factor_of(third, "f", "a.json", per_kilogram=True)
    assert second.unit == per_kg.unit == "kg"
    assert second.kg_co2e == pytest.approx(3.53 / 1.2)
    assert second.kg_co2e == pytest.approx(per_kg.kg_co2e)
    assert second.uptake == pytest.approx(per_kg.uptake)


@given(st.tuples(*[FLOATS] * 4), st.floats(min_value=1e-3, max_value=1e6))
def test_any_footprint_is_read_back(parts, mass):
    buckets = Buckets(*parts[:3], aircraft=parts[3])
    received = pact_2.read(written(an_issue(result={"buckets": buckets, "mass_kg": mass})))
    assert received.buckets == pytest.approx(buckets, rel=1e-9, abs=1e-6)
