"""Scenarios side by side with today: what they change, what they rest on, and what never leaves."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.levers import proposals
from supplier_pcf.app.releases import release_for
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.scenarios import (
    answer_said,
    change_said,
    effect_said,
    proof_said,
    remarks_said,
    scenario_table,
    side_by_side,
    told_in_report,
)
from supplier_pcf.app.session import Session
from supplier_pcf.domain import scenario_edits as edits
from supplier_pcf.domain.factor import Boundary, GwpSet, Layer
from supplier_pcf.domain.flows import Material, Origin, Stage
from supplier_pcf.domain.scenario import Lever, Scenario, ScenarioChange
from supplier_pcf.domain.study import Period, Scope
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.project import codec
from supplier_pcf.words import sentence
from tests.build import AS_OF, Case, a_factor, kg

STEEL, OTHER = a_factor("steel", 2.0), a_factor("other", 1.5)
SHEET = Material(
    id="m",
    name="Sheet",
    amount=kg(1.0),
    gross_amount=kg(1.5),
    factor_id="steel",
    origin=Origin.MEASURED,
)
WIND = ScenarioChange(
    lever=Lever.POWER,
    where="energy_uses/use-meter-electricity",
    number=1.0,
    factor_id="cn-electricity-footprint:2024-wind",
)


def supplier(factor_id="other"):
    change = ScenarioChange(lever=Lever.FACTOR, where="materials/m", factor_id=factor_id)
    return Scenario(id="a", name="Other mill", changes=(change,))


def done_with(*scenarios, **facts):
    case = Case(factors=[STEEL, OTHER]).having(materials=(SHEET,), scenarios=scenarios, **facts)
    return calculated(case.study, case.library, AS_OF)


def bracket(*scenarios):
    study = replace(sample_study("stamped-bracket"), scenarios=scenarios)
    return calculated(study, bundled_library(), AS_OF)


def view_of(done):
    return side_by_side(done).scenarios[0]


def said(code_and_params):
    return sentence(*code_and_params)


def test_a_scenario_tells_the_piece_and_the_year():
    """1.5 kg at 2.0 and at 1.5: 3.0 and 2.25 kg; 1000 pieces in the year: 0.75 t."""
    done = done_with(supplier())
    view = view_of(done)
    assert (view.today, view.kg) == (pytest.approx(3.0), pytest.approx(2.25))
    assert view.percent == pytest.approx(-25)
    assert view.tonnes_a_year == pytest.approx(-0.75)
    assert view.stages[Stage.MATERIALS] == pytest.approx(2.25)
    assert said(effect_said(view, done)) == (
        "Other mill would take 0.750 kg CO₂e (25.0\N{NO-BREAK SPACE}%) off each piece, 0.750 t a year."
    )


def test_half_a_year_counts_twice_and_an_unknown_year_not_at_all():
    """1000 pieces in 181 days: 1000 x 365 / 181 a year, 0.75 kg each."""
    half = Period(start=date(2025, 1, 1), end=date(2025, 6, 30))
    view = view_of(done_with(supplier(), period=half))
    assert view.tonnes_a_year == pytest.approx(-0.75 * 365 / 181)
    done = done_with(supplier(), period=Period())
    assert view_of(done).tonnes_a_year is None
    assert "a year" not in said(effect_said(view_of(done), done))


def test_the_figure_of_the_study_does_not_know_its_scenarios():
    assert done_with(supplier()).result == done_with().result


def test_more_is_said_as_plainly_as_less():
    done = done_with(
        Scenario(
            id="a",
            name="B",
            changes=(replace(WIND, lever=Lever.AMOUNT, where="materials/m", number=2.0),),
        )
    )
    assert said(effect_said(view_of(done), done)).startswith("B would add 3.00 kg CO₂e (100.0")


def test_a_row_that_loses_its_number_is_no_saving():
    """A factor per kWh on a kilogram of steel counts nothing: that is not zero."""
    power = a_factor("kwh", 0.1, unit="kWh")
    case = Case(factors=[STEEL, power]).having(materials=(SHEET,), scenarios=(supplier("kwh"),))
    done = calculated(case.study, case.library, AS_OF)
    view = view_of(done)
    assert (view.kg, view.difference, view.tonnes_a_year) == (None, None, None)
    assert said(effect_said(view, done)).startswith("Other mill gives no figure: “Sheet”")


def test_what_is_still_open_is_said_first():
    done = done_with(supplier(""))
    assert said(effect_said(view_of(done), done)) == (
        "Other mill: the factor for “Sheet” is still open. Choose one; the program invents none."
    )


def test_green_power_of_the_bracket_assumes_its_proof_and_says_so():
    """1.199404761904762 kWh at 0.5777; wind of 2024 at 0.0324 and the lines at 0.0327."""
    done = bracket(Scenario(id="g", name="Green power", changes=(WIND,)))
    view = view_of(done)
    assert view.difference == pytest.approx(-1.199404761904762 * (0.5777 - 0.0324 - 0.0327))
    assert [f.code for f in view.new_findings] == ["electricity.criterion_without_file"]
    assert [code for code, _ in remarks_said(view)] == ["scenario.assumes_proof"]
    assert "cancelled for you" in said(proof_said(view.scenario)[0])


def test_less_scrap_in_the_mill_alone_leaves_a_mass_that_does_not_balance():
    where = "materials/m-br-2041-11-1"
    change = ScenarioChange(lever=Lever.LOSS, where=where, number=0.5)
    view = view_of(bracket(Scenario(id="l", changes=(change,))))
    assert "result.mass_balance" in [f.code for f in view.new_findings]


def test_two_scenarios_together_are_calculated_and_not_added():
    """A fifth less power, bought green: what the one saves the other cannot save again."""
    less = replace(WIND, lever=Lever.AMOUNT, number=0.8, factor_id="")
    views = side_by_side(
        bracket(
            Scenario(id="a", changes=(WIND,)),
            Scenario(id="b", changes=(less,)),
            Scenario(id="c", changes=(WIND, less)),
        )
    ).scenarios
    one, two, both = (view.difference for view in views)
    kwh = 1.199404761904762
    assert both == pytest.approx(0.8 * kwh * (0.0324 + 0.0327) - kwh * 0.5777)
    assert both > one + two


def test_a_scenario_says_nothing_of_another():
    """Where A leaves no scrap, B could not halve it: that is no news of the study."""
    none = ScenarioChange(lever=Lever.LOSS, where="materials/m", number=0.0)
    half = replace(none, number=0.5)
    done = done_with(Scenario(id="a", changes=(none,)), Scenario(id="b", changes=(half,)))
    assert not any(f.code.startswith("scenario.") for f in view_of(done).new_findings)


def test_the_answer_names_the_best_scenario_else_where_to_look():
    none = bracket()
    assert said(answer_said(none)) == (
        "No scenario is kept yet. The largest contribution is “支架本体 Bracket body” with "
        "57.7\N{NO-BREAK SPACE}%: try what would lower it."
    )
    two = done_with(replace(supplier("steel"), id="z", name="Same mill"), supplier())
    assert said(answer_said(two)).startswith("Other mill would take")


def test_a_study_without_a_figure_has_nothing_to_lower():
    case = Case()
    assert answer_said(calculated(case.study, case.library, AS_OF))[0] == "scenario.nothing"


# --- proposals -----------------------------------------------------------------------------------


def test_proposals_come_from_the_largest_rows_with_factors_at_hand():
    found = {said(p.said): p for p in proposals(bracket())}
    assert "Green power for “电”" in [said(p.name) for p in found.values()]
    green = found["Green power for the 1.20 kWh of “电”"]
    assert green.changes == (WIND,)
    assert "Half the scrap of “支架本体 Bracket body”" in found
    library = bundled_library()
    named = [c.factor_id for p in found.values() for c in p.changes if c.factor_id]
    assert named
    assert all(library.get(factor_id) for factor_id in named)


def test_where_no_factor_fits_the_user_is_asked_to_choose():
    supplier_proposal = next(
        p for p in proposals(bracket()) if p.said[0] == "scenario.propose.factor"
    )
    assert supplier_proposal.changes[0].factor_id == ""


def test_less_scrap_takes_as_much_off_the_only_scrap():
    """The mass that is spared is missing in the scrap too: the balance stays as it was."""
    proposal = next(p for p in proposals(bracket()) if p.said[0] == "scenario.propose.loss")
    view = view_of(bracket(Scenario(id="l", changes=proposal.changes)))
    assert view.new_findings == ()


def test_every_proposal_of_the_sample_can_be_made_or_asks_for_a_factor():
    for proposal in proposals(bracket()):
        view = view_of(bracket(Scenario(id="p", changes=proposal.changes)))
        reasons = [made.reason.value for made in view.not_made]
        assert reasons in ([], ["no_factor"]), proposal
        assert reasons or view.difference < 0, proposal


def test_changes_are_said_with_their_numbers():
    done = bracket()
    assert said(change_said(done, WIND)) == (
        "100\N{NO-BREAK SPACE}% of the power of “电” as “Electricity, China, wind power, carbon footprint factor 2024”"
    )


# --- in the report -------------------------------------------------------------------------------


def told(scenario, **facts):
    from supplier_pcf.report.context import Report
    from supplier_pcf.report.telling import told_by

    done = done_with(scenario, **facts)
    report = Report(
        study=done.study,
        result=done.result,
        findings=done.findings,
        factors={},
        rules=done.examined.rules,
        language="en",
        as_of=AS_OF,
        now=datetime(2026, 3, 1, tzinfo=UTC),
        translate=str,
        supposed=told_in_report(done, "en"),
    )
    return " ".join(line for section, line in told_by(report) if section == "Scenarios")


def test_the_report_is_silent_unless_asked():
    assert told(supplier()) == ""


def test_the_report_tells_what_it_was_asked_to_and_that_it_is_supposed():
    """3.0 to 2.25 kg, 0.75 t a year."""
    lines = told(replace(supplier(), in_report=True))
    assert lines.startswith("Other mill would take 0.750 kg CO₂e (25.0\N{NO-BREAK SPACE}%)")
    assert "Supposed only: none of it is in the result." in lines


def test_a_confidential_study_tells_of_no_scenario():
    asked = replace(supplier(), in_report=True)
    assert told(asked, scope=Scope(is_confidential=True)) == ""


def test_a_licensed_factor_is_not_told_by_what_it_would_save():
    licensed = replace(OTHER, layer=Layer.LICENSED)
    asked = replace(supplier(), in_report=True)
    case = Case(factors=[STEEL, licensed]).having(materials=(SHEET,), scenarios=(asked,))
    assert told_in_report(calculated(case.study, case.library, AS_OF), "en") == ()


def test_a_scenario_that_is_not_whole_is_not_told():
    assert told(replace(supplier(""), in_report=True)) == ""


# --- kept with the study, and only there ---------------------------------------------------------


def test_scenarios_do_not_change_the_fingerprint_nor_do_own_factors_for_them_alone():
    study = done_with().study
    supposed = replace(study, scenarios=(supplier(),), factors=(OTHER,))
    assert codec.fingerprint(supposed) == codec.fingerprint(study)
    used = replace(study, materials=(replace(SHEET, factor_id="other"),))
    assert codec.fingerprint(used) != codec.fingerprint(study)


def test_a_release_stays_what_it_is_when_a_scenario_is_added(tmp_path):
    now = datetime(2026, 3, 1, tzinfo=UTC)
    study = done_with().study
    release = release_for(study, now)
    kept = replace(study, releases=(release,), scenarios=(supplier(),))
    assert release_for(kept, now).version == release.version


def test_edits_can_be_undone_and_survive_the_file(tmp_path):
    session = Session(tmp_path)
    session.start(replace(sample_study("stamped-bracket"), scenarios=()))
    session.edit(lambda s: edits.set_scenario(s, Scenario(id="g", name="G")), "Add a scenario")
    session.edit(lambda s: edits.add_changes(s, "g", (WIND,)), "Change a scenario")
    session.edit(lambda s: edits.duplicate_scenario(s, "g", "h", "H"), "Duplicate a scenario")
    path = tmp_path / "s.spcf"
    session.save(path)
    other = Session(tmp_path / "other")
    other.open(path)
    assert other.study.scenarios == (
        Scenario(id="g", name="G", changes=(WIND,)),
        Scenario(id="h", name="H", changes=(WIND,)),
    )
    assert WIND.factor_id in {f.id for f in other.project.factors}, "its copy travels with the file"
    for left in (1, 1, 0):
        session.undo()
        assert len(session.study.scenarios) == left


def test_the_same_lever_on_the_same_row_gives_way():
    study = edits.set_scenario(done_with().study, supplier())
    half = ScenarioChange(lever=Lever.LOSS, where="materials/m", number=0.5)
    study = edits.add_changes(study, "a", (half,))
    study = edits.add_changes(study, "a", (replace(half, number=0.25),))
    assert [c.number for c in study.scenarios[0].changes] == [None, 0.25]
    study = edits.set_change(study, "a", 1, replace(half, number=0.1))
    study = edits.remove_change(study, "a", 0)
    assert [c.number for c in study.scenarios[0].changes] == [0.1]
    assert edits.remove_scenario(study, "a").scenarios == ()


@pytest.mark.parametrize(
    "edit",
    [
        lambda s: edits.remove_scenario(s, "gone"),
        lambda s: edits.duplicate_scenario(s, "gone", "x", "X"),
        lambda s: edits.add_changes(s, "gone", (WIND,)),
        lambda s: edits.set_change(s, "a", 7, WIND),
        lambda s: edits.remove_change(s, "a", 7),
    ],
)
def test_an_edit_of_what_is_not_there_changes_nothing(edit):
    study = edits.set_scenario(done_with().study, supplier())
    assert edit(study) is study


def test_the_table_holds_every_digit_and_no_formula():
    done = done_with(replace(supplier(), name="=1+1"))
    rows = list(csv.reader(io.StringIO(scenario_table(side_by_side(done)).decode("utf-8-sig"))))
    assert rows[0][:5] == ["scenario", "kg_co2e", "difference", "percent", "tonnes_a_year"]
    assert rows[1][:5] == ["today", "3", "0", "0", "0"]
    assert rows[2][:5] == ["'=1+1", "2.25", "-0.75", "-25", "-0.75"]


def test_an_own_factor_that_only_a_scenario_uses_is_copied_into_the_study(tmp_path):
    from supplier_pcf.app.own_factors import FactorDraft, add_own

    session = Session(tmp_path)
    session.start(done_with().study)
    draft = FactorDraft(
        name="Mill",
        unit="kg",
        kg_co2e=1.1,
        boundary=Boundary.CRADLE_TO_GATE,
        gwp_set=GwpSet.AR6,
        publisher="Mill",
        document="EPD 7",
        licence="own use",
        year_to=2025,
        place="CN",
    )
    made = add_own(session.personal_file, draft, session.choice)
    assert made.factor is not None, made.findings
    own = supplier(made.factor.id)
    session.edit(lambda s: edits.set_scenario(s, own), "Add a scenario")
    assert [f.id for f in session.study.factors] == [made.factor.id]
