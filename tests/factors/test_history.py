"""A factor never changes: what is new in it is a new version, and an id is never used again."""

from pathlib import Path

import pytest

history = pytest.importorskip("tools.factors.history")
build = pytest.importorskip("tools.factors.build")

import tomllib  # noqa: E402

TOOLS = Path(history.__file__).parent
SETS = tomllib.loads((TOOLS / "sets.toml").read_text(encoding="utf-8"))
ROWS = build.read_table(TOOLS / "table.csv")
PAST = history.read(history.HISTORY)
RETIRED = history.read(history.RETIRED)
SET = {"s": {"publisher": "Tests", "licence": "none"}}


def row(**cells):
    return {
        "id": "s:steel",
        "version": "",
        "name": "Steel",
        "kg_co2e": "2.0",
        "aliases": "",
        **cells,
    }


def past(*rows):
    return history.extended(list(rows), SET, [])


def faults(rows, before, retired=()):
    return history.faults(list(rows), SET, before, list(retired))


def test_what_we_ship_is_what_was_published():
    assert history.faults(ROWS, SETS, PAST, RETIRED) == []


def test_the_history_knows_every_row():
    assert history.extended(ROWS, SETS, PAST) == PAST


def test_the_history_says_everything_once():
    said = [(line["id"], line["version"]) for line in PAST]
    assert len(said) == len(set(said))
    assert all(len(line["content"]) == 16 for line in PAST)


def test_a_retired_factor_says_since_when_why_and_what_instead():
    assert all(
        all(line[name] for name in ("id", "last_version", "since", "why")) for line in RETIRED
    )


def test_a_changed_figure_without_a_new_version_is_noticed():
    changed = row(kg_co2e="2.1")
    assert faults([changed], past(row())) == ["s:steel: changed without a new version"]


def test_a_changed_licence_of_the_set_is_noticed():
    before = past(row())
    other = {"s": {"publisher": "Tests", "licence": "other"}}
    assert history.faults([row()], other, before, []) == ["s:steel: changed without a new version"]


def test_a_changed_figure_with_a_new_version_is_right_and_is_remembered():
    changed = row(kg_co2e="2.1", version="2")
    assert faults([changed], past(row())) == []
    assert [line["version"] for line in history.extended([changed], SET, past(row()))] == ["1", "2"]


def test_a_new_version_that_says_the_same_is_noticed():
    assert faults([row(version="2")], past(row())) == ["s:steel: a new version that says the same"]


def test_a_version_follows_the_one_before():
    assert faults([row(version="3")], past(row())) == ["s:steel: version 3 does not follow 1"]


def test_other_names_to_find_it_by_do_not_make_a_new_version():
    assert faults([row(aliases="DC01", name_zh="钢")], past(row())) == []


def test_a_lost_id_is_noticed_unless_it_is_retired():
    lost = faults([], past(row()))
    assert lost == ["s:steel: published, but neither here nor retired"]
    assert faults([], past(row()), [{"id": "s:steel"}]) == []


def test_a_retired_id_is_never_used_again():
    assert "s:steel: this id is retired" in faults([row()], past(row()), [{"id": "s:steel"}])
