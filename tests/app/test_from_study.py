"""A study of ours as a factor of another: the five tiers of the verification framework v2.0 as five studies."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.documents import save_project, with_study
from supplier_pcf.app.from_study import factor_of_study, read_factor, with_factor_of_study
from supplier_pcf.cli.command import now
from supplier_pcf.domain.assurance import Assurance, AssuranceLevel
from supplier_pcf.domain.factor import Boundary, GwpSet, Layer, Ratings, ScrapConvention
from supplier_pcf.domain.finding import Refusal, Severity
from supplier_pcf.domain.flows import Material, Origin, Packaging
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.transport import Payer, Transport, TransportPurpose
from supplier_pcf.domain.units import Quantity
from tests.build import AS_OF, CATENA_X, ISO, Case, a_factor, a_study, kg

PRINTED = {"E1": 10, "F1": 5, "C1": 50, "D1": 15, "B1": 130, "A1": 155}
"""Table 8, kg CO2e of one unit of each company's product."""


def company(name, own, *inputs, level=AssuranceLevel.IN_DEPTH, **facts):
    """A study of this company: its own kg, and so many pieces of what others' studies say."""
    study = a_study(id=name, product=replace(a_study().product, name=name), **facts)
    study = replace(study, assurance=Assurance(level=level, provider="TÜV", statement="S"))
    material = Material(id="own", name="Own", amount=kg(1), factor_id="own", origin=Origin.MEASURED)
    factor = a_factor("own", own)
    materials, factors = [material], [factor]
    for count, made in inputs:
        row = Material(
            id=made.id,
            name=made.name,
            amount=Quantity(count, "piece"),
            factor_id=made.id,
            origin=Origin.MEASURED,
        )
        materials.append(row)
        factors.append(made)
    return Case(replace(study, materials=tuple(materials)), factors, CATENA_X)


def of(case):
    study = replace(case.study, rule_set=case.rules.id)
    return factor_of_study(calculated(study, case.library, AS_OF)).factor


def cascade(c1=AssuranceLevel.IN_DEPTH):
    tiers = {"E1": of(company("E1", 10)), "F1": of(company("F1", 5))}
    tiers["C1"] = of(company("C1", 20, (3, tiers["E1"]), level=c1))
    tiers["D1"] = of(company("D1", 10, (1, tiers["F1"]), level=AssuranceLevel.NONE))
    tiers["B1"] = of(company("B1", 15, (2, tiers["C1"]), (1, tiers["D1"])))
    tiers["A1"] = of(company("A1", 25, (1, tiers["B1"])))
    return tiers


def test_five_tiers_add_up_to_the_printed_footprint():
    assert {name: factor.kg_co2e for name, factor in cascade().items()} == pytest.approx(PRINTED)


def test_the_verified_share_goes_along_unrounded():
    """Table 8 prints 95, 0, 84, 86; table 9, with C1 verified regularly, 73 and 77."""
    exact = {"C1": 0.95, "D1": 0.0, "B1": 0.8403846153846153, "A1": 0.8580645161290323}
    found = {name: factor.verified_share for name, factor in cascade().items() if name in exact}
    assert found == pytest.approx(exact, rel=1e-9)
    regular = cascade(AssuranceLevel.REGULAR)
    assert regular["B1"].verified_share == pytest.approx(0.725)
    assert regular["A1"].verified_share == pytest.approx(0.7612903225806451)


def test_the_last_tier_knows_all_studies_behind_it():
    assert cascade()["A1"].from_studies == ("A1", "B1", "C1", "E1", "D1", "F1")


def wooden(**facts):
    """Two pieces of a wooden part, with packaging, delivery and a share of primary data."""
    case = Case(a_study(declared_unit=DeclaredUnit(amount=2, unit="piece"), **facts), [], CATENA_X)
    timber = a_factor(
        "timber",
        2.0,
        land_use_change=0.5,
        uptake=-1.1,
        biogenic_carbon=0.3,
        primary_share=0.4,
        ratings=Ratings(technology=2.0, time=1.0, geography=3.0),
    )
    part = Material(id="m", amount=kg(1), factor_id="timber", origin=Origin.MEASURED)
    case = case.with_flow("materials", part, timber)
    box = Packaging(
        id="b", amount=kg(0.5), units_per_package=1, factor_id="box", carbon_kind="paper"
    )
    case = case.with_flow("packaging", box, a_factor("box", 0.4))
    leg = Transport(
        id="t",
        purpose=TransportPurpose.OUTBOUND,
        paid_by=Payer.US,
        amount=Quantity(1, "t.km"),
        factor_id="truck",
    )
    return case.with_flow(
        "transports", leg, a_factor("truck", 0.1, unit="t.km", boundary=Boundary.WELL_TO_WHEEL)
    )


def test_all_of_a_footprint_goes_into_the_factor_per_one_unit():
    """2 pieces: fossil 2 x (2.0 + 0.5 x 0.4) = 4.4; uptake 2 x 0.3 x 44/12 = 2.2, as its carbon says."""
    factor = of(wooden())
    assert factor.fossil == pytest.approx(2.2)
    assert factor.land_use_change == pytest.approx(0.5)
    assert factor.uptake == pytest.approx(-1.1)
    assert factor.biogenic_carbon == pytest.approx(0.3)
    assert factor.outbound == pytest.approx(0.1)
    assert (factor.unit, factor.place, factor.year_to) == ("piece", "CN-ZJ", 2025)
    assert (factor.includes_packaging, factor.gwp_set) == (True, GwpSet.AR6)
    assert factor.rule_set == "Catena-X PCF Rulebook v4"
    assert factor.scrap_convention is ScrapConvention.CUT_OFF
    assert factor.from_studies == ("s1",)


def test_shares_and_ratings_of_the_factor_are_those_of_the_result():
    """Weights 3.6 of timber (2 + 0.5 + 1.1) and 0.2 of the box: 3.6 x 40 % of 3.8 kg is primary."""
    factor = of(wooden())
    assert factor.primary_share == pytest.approx(3.6 * 0.4 / 3.8)
    assert factor.ratings.technology == pytest.approx((3.6 * 2 + 0.2 * 5) / 3.8)


def test_it_is_valid_as_long_as_the_rules_allow():
    """Catena-X v4: a year from the day of issue, 1 March 2026."""
    assert of(wooden()).valid_until == "2027-02-28"


def test_an_incomplete_study_is_no_factor_and_says_why():
    case = wooden().with_flow("materials", Material(id="x", name="Screw", amount=kg(1)))
    made = factor_of_study(calculated(case.study, case.library, AS_OF))
    assert made.factor is None
    assert [f.code for f in made.findings][:2] == ["from_study.incomplete", "flow.no_factor"]


def test_a_licensed_value_makes_the_factor_licensed():
    case = company("L", 10)
    licensed = replace(case.factors[0], layer=Layer.LICENSED)
    factor = of(Case(case.study, [licensed], CATENA_X))
    assert (factor.layer, factor.id.partition(":")[0]) == (Layer.LICENSED, "licensed")


@pytest.fixture
def files(tmp_path):
    """The file of a study of E1, and a study of C1 that is not saved."""
    e1, c1 = company("E1", 10), company("C1", 20)
    path = tmp_path / "e1.spcf"
    own = tuple(replace(f, id="own:e1", layer=Layer.OWN) for f in e1.factors)
    rows = tuple(replace(m, factor_id="own:e1") for m in e1.study.materials)
    study = replace(e1.study, factors=own, materials=rows, rule_set="catena-x-4.0")
    save_project(path, with_study(None, study), now())
    return path, c1.study


def test_a_file_becomes_a_factor_on_a_row(files):
    path, into = files
    row = Material(id="part", amount=Quantity(3, "piece"))
    into = replace(into, materials=(row,))
    made = read_factor(path, into, into.factors, date(2026, 3, 1))
    study = with_factor_of_study(into, made.factor, "part")
    result = Case(study, [], ISO).result
    assert result.excluding == pytest.approx(30)
    assert study.materials[0].factor_id == "own:e1" == made.factor.id


def test_the_same_study_again_is_the_next_version_of_its_factor(files):
    path, into = files
    first = with_factor_of_study(into, read_factor(path, into, (), AS_OF).factor)
    again = read_factor(path, first, first.factors, AS_OF).factor
    assert with_factor_of_study(first, again) is first
    newer = with_factor_of_study(first, replace(again, fossil=11.0))
    assert [(f.version, f.fossil) for f in newer.factors] == [(2, 11.0)]


def test_a_study_is_no_factor_of_itself(files):
    path, _ = files
    with pytest.raises(Refusal) as refused:
        read_factor(path, a_study(id="E1"), (), AS_OF)
    assert refused.value.code == "from_study.same_file"


def test_a_circle_of_studies_is_refused_at_once_and_found_later():
    """C1 is made of E1; E1 must not take C1, and where a file does so all the same, it is an error."""
    tiers = cascade()
    circle = company("E1", 10, (1, tiers["C1"]))
    found = calculated(circle.study, circle.library, AS_OF).findings
    (one,) = [f for f in found if f.code == "received.own_circle"]
    assert (one.severity, one.where) == (Severity.ERROR, f"materials/{tiers['C1'].id}/factor")


def test_a_circle_is_refused_where_a_file_is_read(tmp_path):
    c1 = company("C1", 20, (3, of(company("E1", 10))))
    own = tuple(replace(f, id=f"own:{i}", layer=Layer.OWN) for i, f in enumerate(c1.factors))
    rows = tuple(replace(m, factor_id=f.id) for m, f in zip(c1.study.materials, own, strict=True))
    path = tmp_path / "c1.spcf"
    study = replace(c1.study, factors=own, materials=rows)
    save_project(path, with_study(None, study), now())
    with pytest.raises(Refusal) as refused:
        read_factor(path, a_study(id="E1"), (), AS_OF)
    assert refused.value.code == "from_study.circle"


def test_a_row_that_is_not_there_is_refused(files):
    path, into = files
    factor = read_factor(path, into, (), AS_OF).factor
    with pytest.raises(Refusal):
        with_factor_of_study(into, factor, "gone")
    assert Site(id="x").place == ""
