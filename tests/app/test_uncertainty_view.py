"""How sure a footprint is, in words."""

import math

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.uncertainty_view import uncertainty_view
from supplier_pcf.domain.flows import Material, Origin
from supplier_pcf.engine.pedigree import EMPIRICAL
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.words import sentence
from tests.build import AS_OF, a_factor, a_study, kg

STEEL = a_factor("steel", 2.0, sigma_ln=0.2, sigma_origin="published_interval")


def view(*materials, **how):
    done = calculated(a_study(materials=materials), FactorLibrary.of([STEEL]), AS_OF)
    return uncertainty_view(done, **how)


def body(**facts):
    told = {"id": "m", "name": "Body", "amount": kg(1.0), "factor_id": "steel"}
    return Material(**told | {"origin": Origin.MEASURED} | facts)


def test_the_range_is_said_with_what_it_mostly_comes_from():
    """sigma2 = 0.2^2 + (ln 1.05 / 2)^2 = 0.0406: 2.0 within a factor exp(1.96 x 0.2015) = 1.484."""
    sigma = math.hypot(0.2, math.log(1.05) / 2)
    found = view(body())
    assert found.spread.high == pytest.approx(2.0 * math.exp(1.959964 * sigma), rel=1e-6)
    said = " ".join(sentence(*each) for each in found.said)
    assert "1.35 to 2.97 kg CO₂e (± 48 %)" in said
    assert "99 % of that comes from the factor “steel”." in said


def test_an_assumed_amount_can_be_the_cause():
    """Reliability 5 over a basic 1.05 of the empirical matrix: half the root of ln2 1.69 + ln2 1.05 is 0.264."""
    found = view(body(origin=Origin.ASSUMED), matrix=EMPIRICAL)
    assert not found.causes[0].is_factor
    assert found.causes[0].name == "Body"
    assert found.causes[0].gsd2 == pytest.approx(
        math.exp(math.hypot(math.log(1.69), math.log(1.05)))
    )


def test_nothing_is_said_of_no_figure():
    assert view() is None
