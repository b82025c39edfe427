"""How sure a footprint is, in words."""

import math

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.drawing_runs import DrawingRun
from supplier_pcf.app.uncertainty_view import uncertainty_view, why_none
from supplier_pcf.domain.flows import Material, Origin
from supplier_pcf.engine.pedigree import EMPIRICAL
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.words import sentence
from tests.build import AS_OF, a_factor, a_study, kg

STEEL = a_factor("steel", 2.0, sigma_ln=0.2, sigma_origin="published_interval")


CREDIT = a_factor("credit", -2.0)


def done(*materials):
    return calculated(a_study(materials=materials), FactorLibrary.of([STEEL, CREDIT]), AS_OF)


def view(*materials, **how):
    return uncertainty_view(done(*materials), **how)


def body(**facts):
    told = {"id": "m", "name": "Body", "amount": kg(1.0), "factor_id": "steel"}
    return Material(**told | {"origin": Origin.MEASURED} | facts)


def test_the_range_is_said_with_what_it_mostly_comes_from():
    """sigma2 = 0.2^2 + (ln 1.05 / 2)^2 = 0.0406: 2.0 within a factor exp(1.96 x 0.2015) = 1.484."""
    sigma = math.hypot(0.2, math.log(1.05) / 2)
    found = view(body())
    assert found.spread.high == pytest.approx(2.0 * math.exp(1.959964 * sigma), rel=1e-6)
    said = " ".join(sentence(*each) for each in found.said)
    assert "± 48 %: 95 % likely between 1.35 and 2.97 kg CO₂e" in said
    assert "Above all the factor “steel”: 99 % of the spread." in said


def test_an_assumed_amount_can_be_the_cause():
    """Reliability 5 over a basic 1.05 of the empirical matrix: half the root of ln2 1.69 + ln2 1.05 is 0.264."""
    found = view(body(origin=Origin.ASSUMED), matrix=EMPIRICAL)
    assert not found.causes[0].is_factor
    assert found.causes[0].name == "Body"
    assert found.causes[0].gsd2 == pytest.approx(
        math.exp(math.hypot(math.log(1.69), math.log(1.05)))
    )


def test_nothing_is_said_of_no_figure_but_why():
    assert view() is None
    assert why_none(done()) == ("uncertainty.none", {})


def test_nothing_is_said_of_a_figure_below_zero():
    """1 kg at -2.0: a credit alone has no spread in percent."""
    credit = done(body(factor_id="credit"))
    assert uncertainty_view(credit) is None
    assert why_none(credit)[0] == "uncertainty.not_positive"


def test_rows_without_a_number_are_said_to_be_missing():
    said = " ".join(sentence(*each) for each in view(body(), body(id="n", factor_id=None)).said)
    assert said.endswith("Rows without a number are not in it: 1.")


def test_a_view_is_worked_out_once_for_a_result():
    one = done(body())
    assert uncertainty_view(one) is uncertainty_view(one)
    assert uncertainty_view(one, matrix=EMPIRICAL) is not uncertainty_view(one)


def test_draws_run_beside_and_say_the_same_as_the_moments():
    """One lognormal line of 2.0: the draws' 95 % limits against the exact ones, within their scatter."""
    found = view(body())
    drawn = DrawingRun(found.found.parts).wait()
    assert drawn.median == pytest.approx(2.0, rel=0.01)
    assert (drawn.low, drawn.high) == pytest.approx((found.spread.low, found.spread.high), rel=0.02)


def test_draws_can_be_given_up():
    run = DrawingRun(view(body()).found.parts * 5000, count=2000)
    run.stop()
    assert run.wait() is None
    assert run.is_over
