"""The screening run: nothing left out, and how little is left out."""

import math
import tomllib
from datetime import date
from pathlib import Path

import msgspec
import pytest

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import Exclusion, Material, Packaging
from supplier_pcf.domain.study import Scope, Study
from supplier_pcf.domain.transport import Transport, TransportPurpose
from supplier_pcf.engine.screening import nothing_left_out, screen
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import rule_set
from tests.build import AS_OF, Case, a_factor, kg

RAIL = Path(__file__).parent.parent / "cases" / "diesel_rail.toml"
STEEL = a_factor("steel", 2.0)
SHEET = Material(id="m", amount=kg(1), factor_id="steel")


def screened(case):
    return screen(case.study, case.library, case.rules, AS_OF)


def rail(*, without=()):
    case = tomllib.loads(RAIL.read_text(encoding="utf-8"))
    for rows in case["study"].values():
        for row in rows if isinstance(rows, list) else ():
            if row.get("id") in without:
                row["exclusion"] = {"reason": "below one percent"}
    factors = FactorLibrary.of(msgspec.convert(case["factors"], list[EmissionFactor]))
    study = msgspec.convert(case["study"], Study)
    return screen(study, factors, rule_set(case["rules"]), date(2026, 3, 1))


def test_the_rows_below_one_percent_of_the_diesel_rail_are_the_published_part():
    """Verification framework v2.0, Table 2: 12,180 + 609 + 905 + 1 + 3,005 + 12,600 + 7,500 of 8,314,130 kg."""
    small = rail().below(1.0)
    assert len(small) == 7
    percent = math.fsum(row.percent for row in small)
    assert percent == pytest.approx(100 * 36_800 / 8_314_130, rel=1e-9)
    assert round(percent, 4) == 0.4426


def test_leaving_those_rows_out_gives_the_same_percent_and_the_same_whole():
    small = tuple(row.id for row in rail().below(1.0))
    run = rail(without=small)
    assert run.exempted_percent == pytest.approx(100 * 36_800 / 8_314_130, rel=1e-9)
    assert run.kg == pytest.approx(8_314_130 / 1_500_000, rel=1e-12)
    assert {row.id for row in run.rows if row.left_out} == set(small)


def test_nothing_left_out_takes_rows_and_packaging_back():
    boxed = (
        Case()
        .with_flow("materials", SHEET, STEEL)
        .with_flow("materials", Material(id="x", exclusion=Exclusion(reason="minor")))
        .having(scope=Scope(packaging_included=False))
    )
    whole = nothing_left_out(boxed.study)
    assert [m.exclusion for m in whole.materials] == [None, None]
    assert whole.scope.packaging_included


def test_a_row_that_can_be_counted_is_counted_whatever_was_estimated():
    """1 kg counted and 0.5 kg left out with an estimate of 0.1 kg CO2e: 1 of 3 kg is left out."""
    left = Material(
        id="x", amount=kg(0.5), factor_id="steel", exclusion=Exclusion(reason="r", estimate=0.1)
    )
    case = Case().with_flow("materials", SHEET, STEEL).with_flow("materials", left)
    run = screened(case)
    assert run.exempted_percent == pytest.approx(100 / 3)
    assert run.stated_percent == pytest.approx(100 * 0.1 / 2.1)


def test_an_estimate_stands_in_where_nothing_can_be_counted():
    left = Material(id="x", exclusion=Exclusion(reason="r", estimate=0.5))
    unknown = Material(id="y", exclusion=Exclusion(reason="r"))
    case = Case().with_flow("materials", SHEET, STEEL).with_flow("materials", left)
    run = screened(case.with_flow("materials", unknown))
    assert run.exempted_percent == pytest.approx(20)
    assert [row.id for row in run.rows if row.is_estimate] == ["x"]
    assert run.unknown == ("y",)


def test_packaging_that_is_not_counted_is_left_out_of_the_footprint():
    box = Packaging(id="p", amount=kg(1), units_per_package=1, factor_id="steel")
    case = Case().with_flow("materials", SHEET, STEEL).with_flow("packaging", box)
    run = screened(case.having(scope=Scope(packaging_included=False)))
    assert run.exempted_percent == pytest.approx(50)


def test_outbound_legs_are_no_part_of_it():
    leg = Transport(id="t", purpose=TransportPurpose.OUTBOUND, amount=kg(1), factor_id="steel")
    case = Case().with_flow("materials", SHEET, STEEL).with_flow("transports", leg)
    assert [row.id for row in screened(case).rows] == ["m"]


def test_an_empty_study_is_screened_without_an_exception():
    run = screened(Case())
    assert (run.kg, run.rows, run.exempted_percent) == (0.0, (), 0.0)
