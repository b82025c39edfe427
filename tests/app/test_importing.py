"""Tables into a study: what comes from the table, what stays the user's, what is proposed."""

from dataclasses import replace
from pathlib import Path

from supplier_pcf.app.importing import import_bom, import_energy, merge_materials
from supplier_pcf.domain.flows import AllocationBasis, ChosenBy, Material
from supplier_pcf.domain.study import Product, Study
from supplier_pcf.factors.library import bundled_library
from tests.build import a_study, kg

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "stamped-bracket"


def bom(study=None):
    return import_bom(study or Study(), bundled_library(), SAMPLE / "bom.xlsx").study


def energy(study):
    return import_energy(study, bundled_library(), SAMPLE / "energy-2025.csv").study


def test_the_product_line_fills_what_the_study_does_not_know():
    study = bom(Study(product=Product(name="My name")))
    assert (study.product.name, study.product.part_number) == ("My name", "BR-2041-00")
    assert study.product.mass.to("kg") == 1.28


def test_a_known_designation_gets_a_proposal_marked_as_one():
    body = next(m for m in bom().materials if m.part_number == "BR-2041-11")
    assert body.factor_id == "us-lci-fy21q3:steel-sheet-cold-rolled"
    assert body.factor_chosen_by is ChosenBy.IMPORT


def test_places_of_origin_become_codes_and_what_is_none_stays_and_is_told(tmp_path):
    table = tmp_path / "bom.csv"
    origins = ["China", "中国", "DEU", "Vereinigte Staaten", "Mittelerde", "", "浙江 宁波"]
    lines = [f"{n};Part {n};1;0,{n};{origin}" for n, origin in enumerate(origins, start=1)]
    head = "Pos;Name;Quantity;Net weight (kg);Country of origin"
    table.write_text("\n".join([head, *lines]), encoding="utf-8")
    done = import_bom(Study(), bundled_library(), table)
    read = [material.origin_place for material in done.study.materials]
    assert read == ["CN", "CN", "DE", "US", "Mittelerde", "", "CN-ZJ"]
    assert done.study.materials[6].note.endswith("; 浙江 宁波")
    (told,) = [found for found in done.findings if found.code == "import.origin_unknown"]
    assert (told.params["row"], told.params["value"]) == (6, "Mittelerde")
    assert told.where == f"materials/{done.study.materials[4].id}/origin_place"


def test_an_unclear_designation_gets_none():
    foam = next(m for m in bom().materials if m.part_number == "FS-10-EP")
    assert foam.factor_id is None


def test_assemblies_get_no_proposal():
    assembly = next(m for m in bom().materials if m.part_number == "BR-2041-10")
    assert assembly.factor_id is None


def test_rows_known_already_keep_what_the_user_chose():
    old = Material(id="m", amount=kg(1), factor_id="mine", note="weighed")
    new = Material(id="m", amount=kg(2), name="Sheet")
    (merged,) = merge_materials([old], [new])
    assert (merged.amount, merged.name) == (kg(2), "Sheet")
    assert (merged.factor_id, merged.note) == ("mine", "weighed")


def test_what_the_table_does_not_say_stays():
    old = Material(id="m", amount=kg(1), supplier="Mill", designation="DC01")
    (merged,) = merge_materials([old], [Material(id="m", name="Sheet")])
    assert (merged.name, merged.amount) == ("Sheet", kg(1))
    assert (merged.supplier, merged.designation) == ("Mill", "DC01")


def test_rows_not_in_the_table_stay_behind_those_that_are():
    merged = merge_materials([Material(id="oil")], [Material(id="a"), Material(id="b")])
    assert [m.id for m in merged] == ["a", "b", "oil"]


def test_bills_become_meters_and_uses_whose_share_is_open():
    study = energy(a_study())
    assert [m.carrier for m in study.meters] == ["electricity", "natural_gas", "diesel"]
    use = study.energy_uses[0]
    assert (use.allocation.basis, use.allocation.share) == (AllocationBasis.SHARE, None)
    assert study.meters[0].site_id == "nb"


def test_chinese_power_gets_the_national_footprint_factor():
    use = energy(a_study()).energy_uses[0]
    assert use.factor_id == "cn-electricity-footprint:2024-national"


def test_power_of_an_unknown_place_gets_no_factor():
    use = energy(a_study(sites=())).energy_uses[0]
    assert use.factor_id is None


def test_bills_name_the_period_only_where_none_is_entered():
    assert str(energy(Study()).period.end) == "2025-12-31"
    known = a_study()
    known = replace(known, period=replace(known.period, end=None))
    assert energy(known).period.end is None


def test_bills_read_again_change_no_use():
    once = energy(a_study())
    chosen = replace(once, energy_uses=(replace(once.energy_uses[0], factor_id="mine"),))
    again = energy(chosen)
    assert again.energy_uses[0].factor_id == "mine"
    assert len(again.energy_uses) == 3


def test_a_bare_number_is_no_designation():
    """Grade 20# must not find a filler of 20 micron."""
    bushing = next(m for m in bom().materials if m.part_number == "BU-16-20")
    assert bushing.factor_id is None
