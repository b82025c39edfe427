from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import Material, Waste
from supplier_pcf.domain.site import ProcessStep, Site
from supplier_pcf.domain.study import Study
from supplier_pcf.project.ids import id_problem


def test_ids_that_differ_are_no_problem():
    flows = {"materials": (Material(id="a"), Material(id="b")), "wastes": (Waste(id="c"),)}
    assert id_problem(Study(sites=(Site(id="a"),), **flows)) is None


def test_an_empty_id_is_named_by_its_row():
    study = Study(materials=(Material(id="a"),), wastes=(Waste(id="b"), Waste(id="")))
    assert id_problem(study) == ("no_id", {"path": "wastes/#2"})


def test_a_shared_id_is_named_with_both_places():
    study = Study(materials=(Material(id="a"),), energy_uses=(EnergyUse(id="a"),))
    found = {"id": "a", "path": "materials/a", "other": "energy_uses/a"}
    assert id_problem(study) == ("same_id", found)


def test_a_single_site_may_go_without_id_but_steps_may_not_share_one():
    assert id_problem(Study(sites=(Site(id=""),))) is None
    steps = (ProcessStep(id="press"), ProcessStep(id="press"))
    assert id_problem(Study(process_steps=steps))[0] == "same_id"
