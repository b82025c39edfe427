"""A newer table of the same product: which rows are known, what changes, nothing twice."""

from dataclasses import replace

from supplier_pcf.app.import_matching import Fate, merge_materials, row_changes, with_known_ids
from supplier_pcf.domain.flows import ChosenBy, Material
from tests.build import kg


def part(own_id, number="", **more):
    return Material(id=own_id, part_number=number, **more)


def fates(before, read):
    after = merge_materials(before, read)
    return {c.name: c.fate for c in row_changes(before, after, len(read))}


def test_a_row_typed_by_hand_is_known_by_its_part_number():
    known = part("hand", "BR-1", name="Sheet", factor_id="mine", amount=kg(1))
    (merged,) = merge_materials([known], [part("m-br-1-1", "br-1 ", name="Sheet", amount=kg(2))])
    assert (merged.id, merged.amount, merged.factor_id) == ("hand", kg(2), "mine")


def test_rows_without_numbers_are_known_by_name_and_not_by_their_place():
    before = [
        part("m-line-1", name="冷轧板", factor_id="steel"),
        part("m-line-2", name="铝锭", factor_id="aluminium"),
    ]
    read = [
        part("m-line-1", name="铝锭"),
        part("m-line-2", name="橡胶"),
        part("m-line-3", name="冷轧板"),
    ]
    merged = merge_materials(before, read)
    assert [(m.name, m.factor_id) for m in merged] == [
        ("铝锭", "aluminium"), ("橡胶", None), ("冷轧板", "steel"),
    ]  # fmt: skip
    assert len({m.id for m in merged}) == 3


def test_the_same_number_in_two_assemblies_stays_with_its_assembly():
    before = [
        part("left", "L"),
        part("right", "R"),
        part("screw-l", "S", parent_id="left", factor_id="zinc"),
        part("screw-r", "S", parent_id="right", factor_id="plain"),
    ]
    read = [
        part("a", "R"),
        part("b", "S", parent_id="a"),
        part("c", "L"),
        part("d", "S", parent_id="c"),
    ]
    merged = {m.id: m for m in merge_materials(before, read)}
    assert len(merged) == 4
    assert (merged["screw-l"].parent_id, merged["screw-l"].factor_id) == ("left", "zinc")
    assert (merged["screw-r"].parent_id, merged["screw-r"].factor_id) == ("right", "plain")


def test_a_row_moved_to_another_assembly_is_still_known():
    before = [part("left", "L"), part("screw", "S", parent_id="left", factor_id="zinc")]
    read = [part("x", "N"), part("y", "S", parent_id="x")]
    merged = {m.id: m for m in merge_materials(before, read)}
    assert (merged["screw"].parent_id, merged["screw"].factor_id) == ("x", "zinc")


def test_a_number_changed_by_hand_is_still_the_row_it_was_read_as():
    before = [part("m-br-1-1", "BR-1A", factor_id="mine")]
    (merged,) = merge_materials(before, [part("m-br-1-1", "BR-1")])
    assert (merged.part_number, merged.factor_id) == ("BR-1", "mine")


def test_a_new_row_never_takes_the_id_of_another():
    before = [part("m-a-1", "OTHER"), part("x", "A")]
    first, second = with_known_ids(before, [part("m-other-1", "OTHER"), part("m-a-1", "B")])
    assert first.id == "m-a-1"
    assert second.id not in {"m-a-1", "x"}


def test_each_row_says_whether_it_is_new_changed_as_before_or_gone():
    before = [part("1", "A", amount=kg(1)), part("2", "B", amount=kg(1)), part("3", "C")]
    read = [part("m-a-1", "A", amount=kg(2)), part("m-b-1", "B", amount=kg(1)), part("m-d-1", "D")]
    assert fates(before, read) == {
        "A": Fate.CHANGED, "B": Fate.SAME, "D": Fate.NEW, "C": Fate.GONE,
    }  # fmt: skip


def test_a_change_names_the_field_before_and_after():
    before, read = [part("1", "A", amount=kg(1))], [part("m-a-1", "A", amount=kg(2))]
    (change,) = row_changes(before, merge_materials(before, read), 1)
    assert [(f.field, f.before, f.after) for f in change.fields] == [("amount", kg(1), kg(2))]


def test_the_same_table_again_changes_nothing():
    before = [part("m-a-1", "A", amount=kg(1), factor_id="mine", note="weighed")]
    read = [replace(before[0], factor_id="proposed", factor_chosen_by=ChosenBy.IMPORT, note="")]
    assert merge_materials(before, read) == tuple(before)


def test_where_a_row_stood_is_told_anew_and_a_note_of_the_user_stays():
    read = [
        part("m-a-1", "A", note="new.xlsx, BOM, 9"),
        part("m-b-1", "B", note="new.xlsx, BOM, 10"),
    ]
    before = [part("1", "A", note="old.xlsx, BOM, 7; x"), part("2", "B", note="weighed, see photo")]
    merged = merge_materials(before, read)
    assert [m.note for m in merged] == ["new.xlsx, BOM, 9", "weighed, see photo"]
