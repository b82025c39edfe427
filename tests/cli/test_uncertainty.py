"""`uncertainty`: the range, its causes, and draws that agree with it."""

import json

import pytest

from supplier_pcf.app.session import Session


@pytest.fixture
def bracket(run, tmp_path):
    path = tmp_path / "bracket.spcf"
    run("new", "--sample", "stamped-bracket", "--out", path)
    return path


def an_empty_study(folder):
    session = Session(folder / "data")
    session.save(folder / "empty.spcf")
    session.close()
    return folder / "empty.spcf"


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


def test_each_spread_says_where_it_is_from(run, bracket):
    said = run("uncertainty", bracket).out
    assert "judged, see the factor" in said
    assert "from data quality" in said


def test_every_draw_can_be_written(run, bracket, tmp_path):
    table = tmp_path / "draws.csv"
    assert run("uncertainty", bracket, "--csv", table).code == 0
    head, *values = table.read_text(encoding="utf-8-sig").splitlines()
    assert head == "kg_co2e"
    drawn = json.loads(run("uncertainty", bracket, "--draws", "--json").out)["draws"]
    assert len(values) == drawn["count"]
    assert sum(map(float, values)) / len(values) == pytest.approx(drawn["mean"])


def test_draws_are_never_written_over_the_study(run, bracket):
    before = bracket.read_bytes()
    assert run("uncertainty", bracket, "--csv", bracket).code == 2
    assert bracket.read_bytes() == before


def test_why_nothing_can_be_said(run, tmp_path):
    empty = an_empty_study(tmp_path)
    assert "No row is counted yet" in run("uncertainty", empty).out


def test_sensitivity_says_what_else_it_could_be_and_what_to_measure(run, bracket):
    said = run("sensitivity", bracket)
    assert said.code == 0, said.err
    assert "counted as fossil power" in said.out
    assert "1. Ask the supplier of" in said.out
    assert "Assumed of each" in said.out


def test_sensitivity_as_data(run, bracket):
    """The parts add up: what varies most is first, and every range holds the figure itself."""
    found = json.loads(run("sensitivity", bracket, "--json").out)
    spans = [v["high"] - v["low"] for v in found["variations"]]
    assert spans == sorted(spans, reverse=True)
    assert all(v["low"] <= found["base"] <= v["high"] for v in found["variations"])
    assert len(found["measure_next"]) == 3


def test_sensitivity_of_nothing_says_so(run, tmp_path):
    empty = an_empty_study(tmp_path)
    assert "Nothing could be otherwise yet" in run("sensitivity", empty).out
