"""Worked examples: each file in tests/cases is a study, its factors, and figures from elsewhere."""

import tomllib
from datetime import date
from pathlib import Path

import msgspec
import pytest

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import Stage
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import rule_set

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.toml"))


def result_of(case):
    factors = msgspec.convert(case["factors"], list[EmissionFactor])
    study = msgspec.convert(case["study"], Study)
    return calculate(study, FactorLibrary.of(factors), rule_set(case["rules"]), date(2026, 3, 1))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_worked_example_gives_its_published_figures(path):
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    result, expected = result_of(case), case["expected"]
    assert result.complete
    assert result.excluding == pytest.approx(expected["total"], rel=1e-12)
    for stage, kg in expected.get("stages", {}).items():
        assert result.stages[Stage(stage)].excluding_uptake == pytest.approx(kg, rel=1e-9), stage
    flows = {line.id: line.kg_co2e for line in result.flows}
    for flow, kg in expected.get("flows", {}).items():
        assert flows[flow] == pytest.approx(kg, rel=1e-9), flow
    for bucket, kg in expected.get("buckets", {}).items():
        assert getattr(result.buckets, bucket) == pytest.approx(kg, rel=1e-9), bucket


def test_cocoa_with_uptake_is_less_by_the_uptake():
    case = tomllib.loads((CASES[0].parent / "cocoa.toml").read_text(encoding="utf-8"))
    assert result_of(case).including == pytest.approx(case["expected"]["including"], rel=1e-12)


def test_bracket_has_the_primary_share_and_ratings_of_the_vector():
    case = tomllib.loads((CASES[0].parent / "bracket_v8.toml").read_text(encoding="utf-8"))
    result, expected = result_of(case), case["expected"]
    assert result.primary_data_share_excluding == pytest.approx(
        expected["primary_percent"], rel=1e-9
    )
    ratings = result.ratings_excluding
    for name in ("technology", "geography", "time"):
        assert getattr(ratings, name) == pytest.approx(expected[name], rel=1e-9), name
