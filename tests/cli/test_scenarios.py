"""`scenarios`: what would lower the figure, in sentences, as data and as a table."""

import json
from dataclasses import replace

import pytest

from supplier_pcf.domain.scenario import Lever, Scenario, ScenarioChange
from supplier_pcf.project import file

GREEN = Scenario(
    id="g",
    name="Green power for the press shop",
    changes=(
        ScenarioChange(
            lever=Lever.POWER,
            where="energy_uses/use-meter-electricity",
            number=1.0,
            factor_id="cn-electricity-footprint:2024-wind",
        ),
        ScenarioChange(lever=Lever.AMOUNT, where="materials/gone", number=0.5),
    ),
)


@pytest.fixture
def supposed(bracket, tmp_path):
    from datetime import UTC, datetime

    project = file.read(bracket)
    study = replace(project.study, scenarios=(GREEN,))
    file.write(bracket, replace(project, study=study), now=datetime(2026, 3, 1, tzinfo=UTC))
    return bracket


def test_without_scenarios_it_says_where_to_look(run, bracket):
    said = run("scenarios", bracket)
    assert said.code == 0
    assert said.out.startswith("No scenario is kept yet. The largest contribution is")


def test_a_scenario_is_told_in_sentences(run, supposed):
    """1.199404761904762 kWh x (0.5777 - 0.0324 - 0.0327) = 0.615 kg; 180,000 pieces: 111 t."""
    said = run("scenarios", supposed)
    assert said.code == 0, said.err
    first = said.out.splitlines()[0]
    assert first.startswith("Green power for the press shop would take 0.615 kg CO₂e (10.9")
    assert first.endswith("off each piece, 111 t a year.")
    assert "a row it changes is no longer in the study" in said.out
    assert "all five criteria" in said.out


def test_data_and_table_hold_the_same_figures(run, supposed, tmp_path):
    table = tmp_path / "side.csv"
    found = json.loads(run("scenarios", supposed, "--json", "--csv", table).out)
    green = found["scenarios"][0]
    expected = -1.199404761904762 * (0.5777 - 0.0324 - 0.0327)
    assert green["difference"] == pytest.approx(expected)
    assert green["tonnes_a_year"] == pytest.approx(expected * 180)
    assert green["not_made"] == [{"where": "materials/gone", "reason": "no_target"}]
    assert sum(green["stages"].values()) == pytest.approx(green["pcf_excluding_biogenic_uptake"])
    rows = table.read_text(encoding="utf-8-sig").splitlines()
    assert float(rows[2].split(",")[2]) == green["difference"]


def test_the_table_is_never_written_onto_the_study(run, supposed):
    before = supposed.read_bytes()
    assert run("scenarios", supposed, "--csv", supposed).code != 0
    assert supposed.read_bytes() == before
