"""`uncertainty`: the range, its causes, and draws that agree with it."""

import json

import pytest


@pytest.fixture
def bracket(run, tmp_path):
    path = tmp_path / "bracket.spcf"
    run("new", "--sample", "stamped-bracket", "--out", path)
    return path


def test_the_range_and_its_causes_are_printed(run, bracket):
    said = run("uncertainty", bracket)
    assert said.code == 0, said.err
    assert "95 % likely" in said.out
    assert "Cold rolled sheet" in said.out


def test_draws_and_the_moments_agree(run, bracket):
    """Ten thousand draws of the sum against one lognormal by moments: the ends within 3 %."""
    found = json.loads(run("uncertainty", bracket, "--draws", "--json").out)
    assert found["draws"]["count"] == 10_000
    for end in ("low", "high"):
        assert found["draws"][end] == pytest.approx(found[end], rel=0.03)
    assert sum(cause["percent"] for cause in found["causes"]) == pytest.approx(100)


def test_the_other_matrix_widens_what_states_no_spread(run, bracket):
    one = json.loads(run("uncertainty", bracket, "--json").out)
    other = json.loads(run("uncertainty", bracket, "--matrix", "empirical", "--json").out)
    assert other["high"] > one["high"]
