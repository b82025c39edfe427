"""What else a footprint could be, and what to measure next, in words."""

from dataclasses import replace

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.measure_next import assumed_said, known_measures, measure_rows
from supplier_pcf.app.sensitivity_view import known_rows, sensitivity_rows
from supplier_pcf.domain.flows import Material, Origin, Waste
from supplier_pcf.engine.sensitivity import Varied
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.report.variations import end_title, variation_title
from supplier_pcf.words import same
from supplier_pcf.words import sentence as sentence_of
from tests.build import AS_OF, a_factor, a_study, kg

STEEL = a_factor("steel", 2.0, name_de="Stahl", sigma_ln=0.2, sigma_origin="published_interval")
NEW = a_factor("recycled", 0.5)
NOTHING = a_factor("nothing", 0.0)


def sentence(*said):
    """With ordinary spaces."""
    return sentence_of(*said).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def done():
    body = Material(
        id="m",
        name="Body",
        amount=kg(1.0),
        factor_id="steel",
        recycled_factor_id="recycled",
        recycled_post_consumer=0.5,
        origin=Origin.MEASURED,
    )
    scrap = Waste(id="w", amount=kg(0.1), factor_id="nothing", replaces_factor_id="steel")
    study = a_study(materials=(body,), wastes=(scrap,))
    return calculated(study, FactorLibrary.of([STEEL, NEW, NOTHING]), AS_OF)


def row(done, varied, language="en"):
    return next(r for r in sensitivity_rows(done, language) if r.variation.varied is varied)


def test_every_alternative_is_a_sentence_with_its_change(done):
    """1.25 kg as it is; without recycled input 2.0, which is 60 % more; at 40 and 60 % 1.4 and 1.1."""
    said = [sentence(*each) for each in row(done, Varied.RECYCLED).said]
    assert said[0] == "Without recycled input in “Body”: 2.00 kg CO₂e (+60.0 %)."
    assert set(said[1:]) == {
        "With 40 % recycled input in “Body”: 1.40 kg CO₂e (+12.0 %).",
        "With 60 % recycled input in “Body”: 1.10 kg CO₂e (−12.0 %).",
    }


def test_a_credit_is_said_to_be_information(done):
    """0.1 kg x 2.0 off 1.25."""
    found = row(done, Varied.SCRAP)
    assert sentence(*found.said[0]).startswith(
        "With a credit for sold scrap it would be 1.05 kg CO₂e (−16.0 %). For information only"
    )


def test_ends_are_named_by_what_they_are(done):
    found = row(done, Varied.RECYCLED).variation
    assert end_title(found, found.high, "en", same) == "none"
    assert end_title(found, found.low, "en", same) == "60\N{NO-BREAK SPACE}%"
    credit = row(done, Varied.SCRAP).variation
    assert end_title(credit, credit.high, "en", same) == "as it is"


@pytest.mark.parametrize("varied", Varied)
def test_every_variation_has_its_words(done, varied):
    found = sensitivity_rows(done)[0].variation
    assert variation_title(replace(found, varied=varied), "x", same)


def test_names_are_in_the_language(done):
    found = row(done, Varied.FACTOR, "de")
    assert found.name == "Stahl"
    assert "(" in sentence(*found.said[0])


def test_what_to_ask_for_is_said_with_its_gains(done):
    first = measure_rows(done)[0]
    said = [sentence(*each) for each in first.said]
    assert said[0] == "Ask the supplier of “Body” for his own footprint."
    assert any(each.startswith("From ± ") for each in said)
    assert first.place == "materials/m/factor"


def test_the_assumption_is_said():
    """GSD2 of 1.05 and 1.02: exp(1.96 x 0.0263) is five percent."""
    assert "95 % within ± 5 %" in sentence(*assumed_said())


def test_who_must_be_quick_hears_only_what_was_calculated(done):
    assert known_rows(done) is None
    assert known_measures(done) is None
    rows, measures = sensitivity_rows(done), measure_rows(done)
    assert known_rows(done) is rows
    assert known_measures(done) is measures
