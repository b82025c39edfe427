"""The personal library keeps every version and gives no id twice; its file is whole or as it was."""

import json
from dataclasses import replace

import pytest

from supplier_pcf.domain.factor import Layer
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.factors.composition import Component, Composition, compose
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.personal import (
    PersonalLibrary,
    exportable,
    unsound,
    with_factor,
    without,
)
from supplier_pcf.project.personal import read_personal, write_personal
from tests.build import a_factor

GLUE = a_factor("own:glue", 3.0, layer=Layer.OWN)
PASTE = a_factor("licensed:paste", 5.0, layer=Layer.LICENSED)
EMPTY = PersonalLibrary()


def refusal(call, *given):
    with pytest.raises(Refusal) as refused:
        call(*given)
    return refused.value.code


def test_an_edit_is_a_new_version_and_the_old_one_stays():
    library = with_factor(with_factor(EMPTY, GLUE), replace(GLUE, fossil=4.0))
    assert [(f.version, f.kg_co2e) for f in library.history("own:glue")] == [(1, 3.0), (2, 4.0)]
    assert [(f.version, f.kg_co2e) for f in library.current] == [(2, 4.0)]


def test_saving_the_same_again_makes_no_version():
    library = with_factor(EMPTY, GLUE)
    assert with_factor(library, replace(GLUE, version=7)) is library


def test_a_removed_factor_is_gone_but_its_id_is_never_used_again():
    library = without(with_factor(EMPTY, GLUE), "own:glue")
    assert (library.current, library.get("own:glue")) == ((), None)
    assert "own:glue" in library.taken
    assert refusal(with_factor, library, GLUE) == "own.id_removed"
    assert refusal(without, library, "own:glue") == "own.unknown_id"


@pytest.mark.parametrize(
    ("factor", "code"),
    [
        (a_factor("desnz-2025:glue"), "own.foreign_id"),
        (replace(GLUE, id="licensed:glue"), "own.foreign_id"),
        (replace(GLUE, unit="bushel"), "own.unknown_unit"),
        (replace(GLUE, fossil=-1.0), "own.bad_number"),
        (replace(GLUE, fossil=float("nan")), "own.bad_number"),
        (replace(GLUE, uptake=0.5), "own.bad_number"),
        (replace(GLUE, grid_kwh=-0.5), "own.bad_number"),
    ],
)
def test_what_no_own_factor_can_be_is_not_taken(factor, code):
    assert unsound(factor) == code
    assert refusal(with_factor, EMPTY, factor) == code


def test_licensed_values_are_not_among_those_that_may_leave():
    assert exportable([GLUE, PASTE]) == (GLUE,)


def test_what_was_written_is_read_again_with_its_recipe(tmp_path):
    mix = compose(
        Composition(
            name="Mix",
            components=(Component(factor_id="own:glue", share=1.0),),
            place="CN",
            document="Data sheet",
        ),
        FactorLibrary.of([GLUE]),
        frozenset(),
    ).factor
    library = without(with_factor(with_factor(with_factor(EMPTY, GLUE), PASTE), mix), PASTE.id)
    path = tmp_path / "new folder" / "own-factors.json"
    write_personal(path, library)
    assert read_personal(path) == library
    assert read_personal(path).get("own:mix").recipe == mix.recipe


def test_no_file_is_an_empty_library(tmp_path):
    assert read_personal(tmp_path / "none.json") == EMPTY


def a_file(tmp_path, **changes):
    path = tmp_path / "own-factors.json"
    write_personal(path, with_factor(EMPTY, GLUE))
    tree = json.loads(path.read_text(encoding="utf-8")) | changes
    path.write_text(json.dumps(tree), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"format": "something"}, "own.not_a_library"),
        ({"version": 0}, "own.not_a_library"),
        ({"version": "1"}, "own.not_a_library"),
        ({"version": 2}, "file.newer_by"),
        ({"removed": [1]}, "own.not_a_library"),
        ({"factors": {}}, "file.expected_list"),
        ({"factors": [{"id": "own:x"}, {"id": "own:x"}]}, "own.damaged"),
        ({"factors": [{"id": "own:x", "layer": "own", "fossil": -1}]}, "own.damaged"),
        ({"factors": [{"id": "desnz-2025:x"}]}, "own.damaged"),
        ({"factors": [{"id": "own:x", "colour": "red"}]}, "file.unknown_key"),
    ],
)
def test_a_damaged_file_is_refused_as_a_whole(tmp_path, changes, code):
    assert refusal(read_personal, a_file(tmp_path, **changes)) == code


def test_a_file_cut_off_is_refused(tmp_path):
    path = a_file(tmp_path)
    path.write_bytes(path.read_bytes()[:-20])
    assert refusal(read_personal, path) == "file.cut_off"


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    path = a_file(tmp_path)
    before = path.read_bytes()

    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert refusal(write_personal, path, EMPTY) == "file.disk_full"
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["own-factors.json"]


def test_a_library_has_an_end(monkeypatch):
    monkeypatch.setattr("supplier_pcf.factors.personal.MOST_VERSIONS", 1)
    library = with_factor(EMPTY, GLUE)
    assert refusal(with_factor, library, replace(GLUE, fossil=4.0)) == "own.library_full"
