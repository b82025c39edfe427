"""`next-year` and `compare`: a year is begun, changed, and held against the one before."""

import csv
import io
import json
import math
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from supplier_pcf.app.documents import open_project, save_project, with_study
from supplier_pcf.domain.units import Quantity

NOW = datetime(2027, 2, 1, tzinfo=UTC)


@pytest.fixture
def next_year(run, bracket, tmp_path):
    """The bracket begun for the next period."""
    target = tmp_path / "next.spcf"
    said = run("next-year", bracket, target)
    assert said.code == 0, said.err
    assert "to be confirmed" in said.out
    return target


def test_the_next_year_begins_where_the_last_one_ended(run, bracket, next_year):
    old, new = open_project(bracket).study, open_project(next_year).study
    assert new.forerunner.study_id == old.id != new.id
    assert (new.period.start - old.period.end).days == 1
    assert (
        run("export", next_year, "--format", "pact-3", "--out", next_year.with_name("x")).code == 1
    )
    assert "Values carried over" in run("check", next_year).out


def test_the_period_may_be_named(run, bracket, tmp_path):
    target = tmp_path / "half.spcf"
    run("next-year", bracket, target, "--first", "2027-01-01", "--last", "2027-06-30")
    assert open_project(target).study.period.end.isoformat() == "2027-06-30"
    assert run("next-year", bracket, target, "--first", "2028-01-01").code == 2
    assert run("next-year", bracket, target, "--first", "soon").code == 2
    assert run("next-year", bracket, bracket).code == 2


@pytest.fixture
def heavier(bracket, tmp_path):
    """The same bracket with ten percent more of its first counted material."""
    project = open_project(bracket)
    study = project.study
    at = next(
        i for i, m in enumerate(study.materials) if m.factor_id and m.amount and not m.gross_amount
    )
    old = study.materials[at]
    new = replace(old, amount=Quantity(old.amount.value * 1.1, old.amount.unit))
    rows = (*study.materials[:at], new, *study.materials[at + 1 :])
    path = tmp_path / "heavier.spcf"
    save_project(path, with_study(project, replace(study, materials=rows)), NOW)
    return path


def test_causes_are_printed_and_sum_to_the_difference(run, bracket, heavier):
    said = run("compare", heavier, bracket)
    assert said.code == 0, said.err
    assert "Mostly because more goes in of" in said.out
    found = json.loads(run("compare", heavier, bracket, "--json").out)
    whole = math.fsum(cause["kg"] for cause in found["causes"])
    assert whole == pytest.approx(found["after"] - found["before"], rel=1e-12)
    assert found["difference"] > 0
    assert found["causes"][0]["kind"] == "amount"


def test_the_table_holds_both_figures_and_every_cause(run, bracket, heavier, tmp_path):
    target = tmp_path / "causes.csv"
    assert run("compare", heavier, bracket, "--csv", target).code == 0
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    kgs = [float(row[3]) for row in rows[1:]]
    assert kgs[0] + math.fsum(kgs[1:-1]) == pytest.approx(kgs[-1], rel=1e-12)
    assert run("compare", heavier, bracket, "--csv", bracket).code == 2


def test_a_study_against_itself_is_the_same(run, bracket):
    assert "The same as bracket.spcf" in run("compare", bracket, bracket).out


def test_a_study_of_another_product_is_called_so(run, bracket, rail):
    said = run("compare", bracket, rail)
    assert said.code == 0, said.err
    assert "different products" in said.out
