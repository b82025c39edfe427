"""Edits: study in, study out, the old one untouched."""

from supplier_pcf.domain import edits
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import ChosenBy, Exclusion, Material, TechnologyFit, Waste
from supplier_pcf.domain.site import Meter
from tests.build import a_study, kg

STUDY = a_study(
    materials=(Material(id="a", amount=kg(1)), Material(id="b", parent_id="a", amount=kg(2))),
    wastes=(Waste(id="w", amount=kg(1)),),
)


def test_choosing_a_factor_changes_one_flow_and_shares_the_rest():
    after = edits.choose_factor(STUDY, "b", "f", by=ChosenBy.IMPORT)
    assert after.materials[1].factor_id == "f"
    assert after.materials[1].factor_chosen_by is ChosenBy.IMPORT
    assert after.materials[0] is STUDY.materials[0]
    assert STUDY.materials[1].factor_id is None


def test_what_was_said_of_one_factor_is_not_said_of_the_next():
    fit = TechnologyFit.SIMILAR
    said = Material(id="m", factor_id="f", factor_reason="No open factor", technology_fit=fit)
    study = a_study(materials=(said,))
    same = edits.choose_factor(study, "m", "f", by=ChosenBy.IMPORT).materials[0]
    assert (same.factor_reason, same.technology_fit) == ("No open factor", fit)
    for other in ("g", None):
        changed = edits.choose_factor(study, "m", other).materials[0]
        assert (changed.factor_reason, changed.technology_fit) == ("", None)


def test_an_edit_of_a_flow_that_is_not_there_changes_nothing():
    assert edits.choose_factor(STUDY, "z", "f") is STUDY
    assert edits.set_flow(STUDY, Material(id="z")) is STUDY
    assert edits.exclude(STUDY, "z", None) is STUDY


def test_removing_a_parent_frees_its_children():
    after = edits.remove_flows(STUDY, ["a", "w"])
    assert [m.id for m in after.materials] == ["b"]
    assert after.materials[0].parent_id is None
    assert after.wastes == ()


def test_what_is_gone_holds_no_other_energy():
    held = EnergyUse(id="air", included_in="power")
    study = a_study(energy_uses=(EnergyUse(id="power"), held))
    assert edits.remove_flows(study, ["power"]).energy_uses == (EnergyUse(id="air"),)


def test_leaving_out_and_taking_back():
    out = edits.exclude(STUDY, "w", Exclusion(reason="minor"))
    assert out.wastes[0].exclusion.reason == "minor"
    assert edits.exclude(out, "w", None) == STUDY


def test_flows_are_added_behind_those_there():
    after = edits.add_flows(STUDY, "wastes", [Waste(id="x")])
    assert [w.id for w in after.wastes] == ["w", "x"]


def test_a_meter_read_again_takes_its_old_place():
    study = edits.set_meters(STUDY, [Meter(id="m1"), Meter(id="m2")])
    again = edits.set_meters(study, [Meter(id="m1", name="main"), Meter(id="m3")])
    assert [(m.id, m.name) for m in again.meters] == [("m1", "main"), ("m2", ""), ("m3", "")]


def test_materials_are_replaced_whole():
    assert edits.replace_materials(STUDY, []).materials == ()
