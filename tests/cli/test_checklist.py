"""`checklist`: the points in words and as data, a table for a verifier, and an answer that is kept."""

import json

import pytest


@pytest.fixture
def bracket(run, tmp_path):
    path = tmp_path / "bracket.spcf"
    run("new", "--sample", "stamped-bracket", "--out", path)
    return path


def test_the_points_are_printed_with_what_is_open(run, bracket):
    said = run("checklist", bracket)
    assert said.code == 0, said.err
    lines = said.out.splitlines()
    assert "automatic points hold" in lines[0]
    assert sum(line.startswith("waits") for line in lines) == 10
    assert any(line.startswith("OPEN") for line in lines)


def test_an_answer_is_kept_in_the_file(run, bracket):
    said = run("checklist", bracket, "--answer", "pcr", "na", "--note", "No rule exists", "--json")
    assert said.code == 0, said.err
    again = json.loads(run("checklist", bracket, "--json").out)
    assert again == json.loads(said.out)
    kept = {point["id"]: point for point in again["points"]}["pcr"]
    assert (kept["answer"], kept["note"]) == ("not_applicable", "No rule exists")
    assert again["counts"]["waiting"] == 9


def test_the_whole_list_is_written_as_a_table(run, bracket, tmp_path):
    table = tmp_path / "points.csv"
    run("checklist", bracket, "--csv", table)
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("id,clause,obligation,step")
    assert len(lines) == 77


def test_a_note_without_an_answer_is_not_lost_silently(run, bracket):
    said = run("checklist", bracket, "--note", "No rule exists")
    assert (said.code, said.out) == (2, "")
    assert "--answer" in said.err


def test_the_table_is_never_written_over_the_study(run, bracket):
    before = bracket.read_bytes()
    assert run("checklist", bracket, "--csv", bracket).code == 2
    assert bracket.read_bytes() == before


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("pcr", "maybe"), "is no answer"),
        (("goal", "yes"), "takes no answer"),
        (("nonsense", "yes"), "has no point"),
    ],
)
def test_what_is_no_answer_is_refused_in_a_sentence(run, bracket, given, said):
    found = run("checklist", bracket, "--answer", *given)
    assert found.code == 2
    assert said in found.err
