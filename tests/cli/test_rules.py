"""What the commands say about rule sets and about what is left out."""

import json
import zipfile

import pytest


def test_rules_compares_the_study_under_every_rule_set(run, bracket):
    said = run("rules", bracket)
    assert said.code == 0
    for title in ("ISO 14067:2018", "Catena-X", "PACT Methodology v3", "v2", "GB/T 24067-2024"):
        assert title in said.out
    assert "PACT Methodology v3 (pact-3.0), the rules of this study" in said.out
    assert "[Catena-X PCF Rulebook v4.0.1, 4.1]" in said.out


def test_rules_as_data_keeps_the_figure_of_calculate(run, bracket):
    figure = run("calculate", bracket, "--json").data["pcf_excluding_biogenic_uptake"]
    answer = {one["rule_set"]: one for one in run("rules", bracket, "--json").data}
    assert answer["pact-3.0"]["leading"] == figure
    assert answer["pact-3.0"]["differences"] == []
    assert all(d["effects"] for one in answer.values() for d in one["differences"])


def test_screen_sums_up_the_small_rows_of_the_published_rail(run, rail):
    answer = run("screen", rail, "--json").data
    assert answer["below"]["percent"] == pytest.approx(0.4426, abs=5e-5)
    assert len(answer["below"]["rows"]) == 7
    assert "7 rows below 1 % add up to 0.4426 %" in run("screen", rail).out


def test_screen_says_how_much_the_bracket_leaves_out(run, bracket):
    percent = run("calculate", bracket, "--json").data["exempted_percent"]
    answer = run("screen", bracket, "--json").data
    assert answer["exempted_percent"] == pytest.approx(percent)


@pytest.mark.parametrize("limit", ["-1", "101", "nan", "much"])
def test_screen_takes_percentages_only(run, rail, limit):
    said = run("screen", rail, f"--below={limit}")
    assert said.code == 2
    assert said.err.count("\n") == 1


def test_screen_names_an_estimate_that_is_off(run, bracket, tmp_path):
    """The foam strip's own calculation is replaced by an entered thousandth of a gram."""
    study = json.loads(zipfile.ZipFile(bracket).read("study.json"))
    foam = next(row for row in study["materials"] if row.get("exclusion"))
    foam["exclusion"]["estimate"] = 1e-6
    path = tmp_path / "off.json"
    path.write_text(json.dumps(study), encoding="utf-8")
    said = run("screen", path)
    assert "an estimate entered is off" in said.out
    assert "an estimate entered is off" not in run("screen", bracket).out
