"""One factor for all rows of a material, before they are in the study."""

from supplier_pcf.app.import_groups import GroupState, key_of, material_groups, with_choices
from supplier_pcf.app.importing import with_bom
from supplier_pcf.domain.flows import ChosenBy, Material
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.importers.bom import bom_in
from supplier_pcf.importers.options import AS_IT_SAYS
from supplier_pcf.importers.table import Table
from tests.build import kg

ROWS = [
    ["Level", "Part number", "Name", "Material", "Qty", "Net weight (kg)"],
    [1, "F", "Frame", "", 2, ""],
    [2, "A", "Sheet", "DC01", 3, 0.5],
    [1, "B", "Plate", "dc01 ", 1, 2],
    [1, "C", "Ring", "EPDM", 1, 0.25],
]


def table():
    return bom_in([Table(file="bom.xlsx", sheet="BOM", rows=ROWS)], AS_IT_SAYS)


def group(groups, name):
    return next(g for g in groups if g.name == name)


def test_rows_of_one_designation_are_a_group_with_the_mass_of_all_levels():
    """2 frames x 3 sheets x 0.5 kg + 1 plate x 2 kg = 5 kg."""
    groups = material_groups(table().materials, {})
    steel = group(groups, "DC01")
    assert (steel.rows, steel.kg) == (2, 5.0)
    assert [g.name for g in groups] == ["DC01", "EPDM"]


def test_the_mass_is_open_where_a_row_has_none():
    rows = [Material(id="a", designation="X", amount=kg(1)), Material(id="b", designation="X")]
    assert {g.kg for g in material_groups(rows, {})} == {1.0, None}


def test_pieces_and_kilograms_of_one_name_are_two_groups():
    rows = [Material(id="a", name="Bolt", amount=kg(1)),
            Material(id="b", name="Bolt", amount=Quantity(1, "piece"))]  # fmt: skip
    assert len(material_groups(rows, {})) == 2


def test_a_group_says_who_chose_its_factor():
    rows = [
        Material(id="a", designation="A", factor_id="f", factor_chosen_by=ChosenBy.IMPORT),
        Material(id="b", designation="B", factor_id="f", factor_chosen_by=ChosenBy.USER),
        Material(id="c", designation="C", factor_id="f"),
        Material(id="d", designation="C", factor_id="g"),
        Material(id="e", designation="E"),
    ]
    states = {g.name: g.state for g in material_groups(rows, {})}
    assert states == {
        "A": GroupState.PROPOSED, "B": GroupState.CHOSEN, "C": GroupState.MIXED, "E": GroupState.OPEN,
    }  # fmt: skip


def test_a_choice_is_on_all_rows_of_its_group_and_on_no_assembly():
    rows = table().materials
    key = key_of(next(m for m in rows if m.designation == "DC01"))
    chosen = with_choices(rows, {key: "steel"})
    assert {m.part_number: m.factor_id for m in chosen} == {
        "F": None, "A": "steel", "B": "steel", "C": None,
    }  # fmt: skip
    assert {m.factor_chosen_by for m in chosen if m.factor_id} == {ChosenBy.USER}


def test_the_choice_counts_over_what_the_study_had():
    once = with_bom(Study(id="s"), table())
    key = key_of(next(m for m in once.materials if m.designation == "DC01"))
    again = with_bom(with_bom(once, table(), {key: "old"}), table(), {key: "new"})
    assert {m.factor_id for m in again.materials if m.designation} == {"new", None}
    assert len(again.materials) == 4


def test_rows_no_longer_in_the_table_go_only_when_told():
    once = with_bom(Study(id="s"), table())
    less = bom_in([Table(file="b.xlsx", sheet="BOM", rows=ROWS[:-1])], AS_IT_SAYS)
    assert "C" in {m.part_number for m in with_bom(once, less).materials}
    assert "C" not in {m.part_number for m in with_bom(once, less, without_gone=True).materials}
