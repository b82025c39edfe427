"""The 76 points: each automatic one holds in one study and is open in another, and people answer the rest."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.app.steps import STEPS, step_of
from supplier_pcf.checks import findings
from supplier_pcf.checks.checklist import PointState, count, judge
from supplier_pcf.checks.conditions import APPLIES, NEEDS
from supplier_pcf.domain.energy import ElectricitySource, EnergyUse
from supplier_pcf.domain.factor import Layer, PowerMix
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import (
    Material,
    Origin,
    TechnologyFit,
)
from supplier_pcf.domain.record import DeclaredUnit, Forerunner, Release
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.study import Period, Scope
from supplier_pcf.domain.transport import Transport, TransportMode
from supplier_pcf.domain.units import Quantity
from supplier_pcf.domain.verification import Answer, ChecklistAnswer
from supplier_pcf.rules.checklist import POINTS, STEP_OF_PART, Obligation, Way
from supplier_pcf.words.catalogue import SENTENCES
from tests.build import a_factor
from tests.checks.method_cases import FOUND, grid, months, with_material, with_meter
from tests.checks.method_cases import metered as a_use
from tests.checks.test_checks import FOUND as ALL_FOUND

TEXTS = {
    "application": "Answer to a customer",
    "reason": "He asked",
    "audience": "His purchasing",
    "limitations": "Start-up year",
    "allocation_text": "By pieces, for all weigh the same",
}
BY_ID = {point.id: point for point in POINTS}
AUTOMATIC = [point.id for point in POINTS if point.way is not Way.MANUAL]
OK = (PointState.MET, PointState.WAITING)


def judged(case):
    return {each.point.id: each for each in judge(case.examined, findings(case.examined))}


def from_supplier(**facts):
    return a_factor("steel", 2.0, layer=Layer.SUPPLIER, primary_share=0.8, **facts)


def forerun(**facts):
    told = {"declared_unit": DeclaredUnit(), "rule_set": "iso-14067-2018", **facts}
    return with_material().having(forerunner=Forerunner(study_id="last", **told))


def released_again(reason):
    release = Release(id="r", created="2026-02-01T00:00:00Z", version=2, reason=reason)
    return with_material().having(releases=(release,))


def powered(**facts):
    use = EnergyUse(
        id="e", amount=Quantity(1, "kWh"), factor_id="grid", origin=Origin.MEASURED, **facts
    )
    return with_material().with_flow(
        "energy_uses", use, grid(power_mix=PowerMix.RESIDUAL, place="CN")
    )


def own_power(source):
    """Own power with its certificates kept and its plant read."""
    from supplier_pcf.domain.energy import InstrumentProof

    proof = InstrumentProof(certificates_sold=False, evidence=("plant",))
    use = EnergyUse(
        id="e",
        amount=Quantity(1, "kWh"),
        factor_id="sun",
        source=source,
        proof=proof,
        origin=Origin.MEASURED,
    )
    sun = replace(grid(power_mix=PowerMix.TECHNOLOGY), id="sun")
    return with_material().with_flow("energy_uses", use, sun)


def contracted():
    """Certificates that meet all five criteria, each with its document."""
    from supplier_pcf.domain.energy import Criterion, CriterionProof, InstrumentProof

    proof = InstrumentProof(
        **{c.value: True for c in Criterion},
        criteria=tuple(CriterionProof(criterion=c, evidence=("pdf",)) for c in Criterion),
        evidence=("pdf",),
    )
    use = EnergyUse(
        id="e",
        amount=Quantity(1, "kWh"),
        factor_id="wind",
        source=ElectricitySource.CERTIFICATES,
        proof=proof,
        origin=Origin.MEASURED,
    )
    wind = replace(grid(power_mix=PowerMix.TECHNOLOGY, place="CN"), id="wind")
    return with_material().with_flow("energy_uses", use, wind)


def shared():
    """Power of a plant that made two products, shared by pieces; hours are known too."""
    return with_meter(a_use("a"), readings=months(*[100] * 12)).having(scope=Scope(**TEXTS))


def in_the_mix(*, known):
    """Power whose average mix is known at its place, or is not."""
    mix = replace(grid(power_mix=PowerMix.CONSUMPTION, place="CN"), id="grid")
    case = with_material().with_flow(
        "energy_uses",
        EnergyUse(id="e", amount=Quantity(1, "kWh"), factor_id="grid", origin=Origin.MEASURED),
        mix,
    )
    return case if known else ALL_FOUND["electricity.no_location_mix"]


def grown(**facts):
    return with_material(a_factor("steel", 2.0, **facts), biogenic_carbon_share=0.4)


def flown(**facts):
    leg = Transport(
        id="t",
        amount=Quantity(1, "t.km"),
        factor_id="plane",
        mode=TransportMode.AIR,
        origin=Origin.CALCULATED,
    )
    plane = a_factor("plane", 0.5, unit="t.km", boundary="well_to_wheel", **facts)
    return with_material().with_flow("transports", leg, plane)


SOUND = with_material(fossil_carbon_share=0.0, biogenic_carbon_share=0.0).having(
    scope=Scope(**TEXTS)
)
WHOLE_YEAR = Period(start=date(2025, 1, 1), end=date(2025, 12, 31))

HOLDS = {
    "partial": with_material(
        from_supplier(rule_set="ISO 14067", valid_until="2027-01-01", year_from=2025)
    ),
    "scope_changes": released_again("New supplier"),
    "report_changes": released_again("New supplier"),
    "important_data": with_material(from_supplier()),
    "secondary_data": with_material(technology_fit=TechnologyFit.EXACT),
    "share_variants": shared(),
    "share_order": shared(),
    "report_sharing": shared(),
    "tracking": forerun(),
    "report_tracking": forerun(),
    "power_whole": powered(),
    "residual": powered(),
    "own_power": own_power(ElectricitySource.ON_SITE),
    "direct_line": own_power(ElectricitySource.DIRECT_LINE),
    "instruments": contracted(),
    "power_location": in_the_mix(known=True),
    "report_power": in_the_mix(known=True),
    "land_use_change": grown(land_use_change=0.1),
    "aircraft": flown(),
    "report_processes": SOUND.having(process_steps=(ProcessStep(id="s", material_yield=1.0),)),
}
"""A study in which the point holds, where the sound one does not reach it."""

FAILS = {
    "goal": with_material(),
    "scope_changes": released_again(""),
    "report_changes": released_again(""),
    "site_data": powered().having(
        energy_uses=(replace(powered().study.energy_uses[0], origin=Origin.ESTIMATED),)
    ),
    "important_data": with_material(),
    "secondary_data": with_material(),
    "tracking": forerun(rule_set="pact-3.0"),
    "report_tracking": forerun(declared_unit=DeclaredUnit(unit="kg")),
    "limits": with_material(),
    "report_conclusions": with_material(),
    "land_use_change": grown(),
    "carbon_content": with_material(),
    "sensitivity": with_material(factor_id=None),
    "stage_values": with_material(factor_id=None),
    "separate_values": with_material(factor_id=None),
    "extra_values": with_material(factor_id=None),
    "report_optional": with_material(factor_id=None),
    "interpretation": with_material(factor_id=None),
    "report_processes": with_material(),
    "report_quality": with_material(factor_id=None),
    "aircraft": flown(radiative_forcing=True),
    "share_variants": FOUND["sharing.one_basis"],
    "share_order": FOUND["sharing.no_reason"],
    "report_sharing": FOUND["sharing.no_reason"],
    "direct_line": ALL_FOUND["electricity.own_power_not_metered"].having(
        energy_uses=(
            EnergyUse(
                id="e",
                amount=Quantity(1, "kWh"),
                factor_id="grid",
                source=ElectricitySource.DIRECT_LINE,
            ),
        )
    ),
}
"""A study in which the point is open, where the study of its first code does not do."""


def fails(point_id):
    return FAILS.get(point_id) or ALL_FOUND[next(c for c in BY_ID[point_id].codes if c[-1] != ".")]


@pytest.mark.parametrize("point_id", AUTOMATIC)
def test_every_automatic_point_holds_in_a_study_that_meets_it(point_id):
    each = judged(HOLDS.get(point_id, SOUND))[point_id]
    never_inside = point_id == "report_alternatives"
    wanted = (PointState.NOT_APPLICABLE,) if never_inside else OK
    assert each.state in wanted, (each.code, each.params, each.where)


@pytest.mark.parametrize("point_id", AUTOMATIC)
def test_every_automatic_point_is_open_in_a_study_that_does_not_meet_it(point_id):
    each = judged(fails(point_id))[point_id]
    assert each.state is PointState.OPEN, (each.code, each.params)
    assert each.where
    assert each.code in SENTENCES


@pytest.mark.parametrize("point_id", APPLIES)
def test_a_point_that_does_not_concern_a_study_says_why(point_id):
    each = judged(SOUND)[point_id]
    assert each.state is PointState.NOT_APPLICABLE
    assert each.code == APPLIES[point_id][1]
    assert each.code in SENTENCES


def test_there_are_76_points_as_the_standard_is_read():
    """The worked-out checklist has 65 automatic points, one that warns, two of both kinds and eight manual ones."""
    ways = Counter(point.way for point in POINTS)
    assert len(BY_ID) == len(POINTS) == 76
    assert ways == {Way.AUTO: 65, Way.WARN: 1, Way.BOTH: 2, Way.MANUAL: 8}
    assert Counter(point.obligation for point in POINTS) == {
        Obligation.SHALL: 64,
        Obligation.SHOULD: 4,
        Obligation.MAY: 3,
        Obligation.SHALL_IF: 4,
        Obligation.PRINCIPLE: 1,
    }


def test_every_part_of_the_checklist_leads_to_a_step_of_the_wizard():
    assert {point.part for point in POINTS} == set(STEP_OF_PART)
    assert {point.step for point in POINTS} <= {step.id for step in STEPS}


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.id)
def test_every_point_asks_a_question_and_names_codes_that_exist(point):
    assert SENTENCES[f"checklist.{point.id}"].endswith("?")
    for code in point.codes:
        assert any(
            known.startswith(code) if code[-1] == "." else known == code for known in SENTENCES
        )


def test_conditions_are_those_of_points_that_judge_themselves():
    assert set(NEEDS) | set(APPLIES) <= set(AUTOMATIC)


def test_an_answer_lies_on_the_step_of_the_result():
    where = Finding(code="x", severity=Severity.NOTE, where="checklist/pcr")
    assert step_of(where).id == "result"


def answered(point, answer, **facts):
    given = ChecklistAnswer(point=point, answer=answer, **facts)
    return SOUND.having(checklist=(given,))


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (None, PointState.WAITING),
        (Answer.YES, PointState.MET),
        (Answer.NO, PointState.OPEN),
        (Answer.NOT_APPLICABLE, PointState.NOT_APPLICABLE),
    ],
)
def test_a_person_settles_a_manual_point(answer, state):
    each = judged(answered("pcr", answer, note="CEN rule"))["pcr"]
    assert each.state is state
    assert each.where == "checklist/pcr"


def test_a_point_of_both_kinds_is_open_by_itself_whatever_is_answered():
    yes = ChecklistAnswer(point="interpretation", answer=Answer.YES)
    assert judged(SOUND.having(checklist=(yes,)))["interpretation"].state is PointState.MET
    bare = with_material(factor_id=None).having(checklist=(yes,))
    assert judged(bare)["interpretation"].state is PointState.OPEN


def test_an_answer_to_an_automatic_point_changes_nothing():
    """Such an answer can only come from a file that somebody wrote by hand."""
    assert judged(answered("goal", Answer.NO))["goal"].state is PointState.MET


def test_the_points_are_counted_once():
    """Of the manual ones two are answered, one of them with no: ten wait less two."""
    yes, no = (
        ChecklistAnswer(point=p, answer=a) for p, a in (("pcr", Answer.YES), ("honest", Answer.NO))
    )
    found = judged(SOUND.having(checklist=(yes, no)))
    counts = count(found.values())
    states = Counter(each.state for each in found.values())
    assert sum(states.values()) == 76
    assert counts.waiting == states[PointState.WAITING] == 10 - 2
    assert counts.open == states[PointState.OPEN]
    assert counts.checked - counts.held == counts.open - 1


def test_several_findings_against_one_point_are_counted():
    case = with_material(amount=None, origin=None).with_flow(
        "materials", Material(id="n", name="Rivet")
    )
    each = judged(case)["collection"]
    assert each.more == 1
