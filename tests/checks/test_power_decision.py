"""Which kind of power the rules ask for: the tree of STANDARDS B.3, branch by branch."""

from dataclasses import replace

import pytest

from supplier_pcf.checks.power_decision import (
    PowerKind,
    PowerLack,
    Question,
    Step,
    decide,
    fits,
    same_market,
)
from supplier_pcf.domain.energy import (
    Criterion,
    CriterionProof,
    ElectricitySource,
    EnergyUse,
    InstrumentProof,
)
from supplier_pcf.domain.factor import Boundary, PowerMix
from supplier_pcf.domain.site import Meter, Reading, Site
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.library import FactorLibrary, bundled_library
from tests.build import CATENA_X, ISO, PACT, a_factor, a_study

ALL_YES = {c.value: True for c in Criterion}
SOURCE = ElectricitySource


def use(source, **proof):
    return EnergyUse(
        id="e",
        amount=Quantity(1, "kWh"),
        source=source,
        site_id="s",
        proof=InstrumentProof(**proof) if proof else None,
    )


def decided(source, rules=CATENA_X, country="DE", site=None, factors=(), **proof):
    place = site or Site(id="s", country=country)
    study = a_study(sites=(place,))
    return decide(use(source, **proof), study, rules, FactorLibrary.of(factors))


RESIDUAL = a_factor(
    "res", 0.7, unit="kWh", category="electricity", power_mix=PowerMix.RESIDUAL, place="DE"
)


@pytest.mark.parametrize(
    ("source", "proof", "kind"),
    [
        (SOURCE.ON_SITE, {"certificates_sold": False}, PowerKind.OWN_TECHNOLOGY),
        (SOURCE.DIRECT_LINE, {"certificates_sold": False}, PowerKind.OWN_TECHNOLOGY),
        (SOURCE.ON_SITE, {"certificates_sold": True}, PowerKind.FOSSIL),
        (SOURCE.ON_SITE, {}, PowerKind.FOSSIL),
        (SOURCE.CERTIFICATES, ALL_YES, PowerKind.INSTRUMENT),
        (SOURCE.GREEN_TARIFF, ALL_YES, PowerKind.INSTRUMENT),
        (SOURCE.GREEN_TARIFF, {**ALL_YES, "same_market": None}, PowerKind.FOSSIL),
        (SOURCE.CERTIFICATES, {**ALL_YES, "unique_claim": False}, PowerKind.FOSSIL),
        (SOURCE.PPA, ALL_YES, PowerKind.FOSSIL),
        (SOURCE.PPA, {**ALL_YES, "serials": "GO-1"}, PowerKind.INSTRUMENT),
        (SOURCE.SUPPLIER_MIX, ALL_YES, PowerKind.SUPPLIER),
        (SOURCE.SUPPLIER_MIX, {}, PowerKind.FOSSIL),
        (SOURCE.GRID, {}, PowerKind.FOSSIL),
        (SOURCE.RESIDUAL, {}, PowerKind.FOSSIL),
    ],
)
def test_the_source_and_its_proof_decide(source, proof, kind):
    assert decided(source, **proof).kind is kind


@pytest.mark.parametrize(
    ("rules", "kind"),
    [(CATENA_X, PowerKind.FOSSIL), (ISO, PowerKind.CONSUMPTION), (PACT, PowerKind.CONSUMPTION)],
)
def test_without_a_residual_mix_the_rules_differ(rules, kind):
    """Catena-X v4, 5.2.6.2: fossil; ISO 14067, 6.4.9.4.4: consumption mix."""
    assert decided(SOURCE.GRID, rules).kind is kind


@pytest.mark.parametrize("rules", [CATENA_X, ISO, PACT])
def test_a_known_residual_mix_is_asked_for_by_all(rules):
    found = decided(SOURCE.GRID, rules, factors=[RESIDUAL])
    assert (found.kind, found.factor_ids) == (PowerKind.RESIDUAL, ("res",))


def test_a_residual_mix_may_be_chosen_for_a_site():
    site = Site(id="s", country="CN", residual_factor_id="res")
    assert decided(SOURCE.GRID, site=site, factors=[RESIDUAL]).kind is PowerKind.RESIDUAL


def test_where_nobody_trades_certificates_the_average_mix_counts():
    site = Site(id="s", country="ZZ", power_is_tracked=False)
    assert decided(SOURCE.GRID, site=site).kind is PowerKind.LOCATION


def test_a_country_that_is_not_listed_is_unknown_and_said_so():
    found = decided(SOURCE.GRID, country="BR")
    assert Step(Question.TRACKED, None) in found.steps
    assert PowerLack.TRACKED in found.lacks
    assert PowerLack.TRACKED not in decided(SOURCE.GRID, country="CN").lacks


def test_the_way_is_told_question_by_question():
    found = decided(SOURCE.PPA, **{**ALL_YES, "serials": "GO-1"})
    assert found.steps == (
        Step(Question.OWN_PLANT, False),
        Step(Question.CONTRACT, True),
        Step(Question.HAS_CERTIFICATES, True),
        Step(Question.CRITERIA, True),
    )


def test_criteria_are_sorted_into_open_failed_and_without_file():
    files = (CriterionProof(criterion=Criterion.UNIQUE_CLAIM, evidence=("e1",)),)
    found = decided(
        SOURCE.CERTIFICATES,
        carries_attributes=True,
        unique_claim=True,
        same_market=False,
        criteria=files,
    )
    assert found.open_criteria == (Criterion.CANCELLED_FOR_US, Criterion.CLOSE_IN_TIME)
    assert found.failed_criteria == (Criterion.SAME_MARKET,)
    assert found.without_file == (Criterion.CARRIES_ATTRIBUTES,)


def test_own_power_is_proven_by_readings_or_a_document():
    assert PowerLack.METER_PROOF in decided(SOURCE.ON_SITE, certificates_sold=False).lacks
    meter = Meter(id="m", readings=(Reading(start=None, end=None, amount=1),))
    study = a_study(sites=(Site(id="s", country="DE"),), meters=(meter,))
    own = replace(use(SOURCE.ON_SITE, certificates_sold=False), meter_id="m")
    assert decide(own, study, ISO, FactorLibrary.of([])).lacks == ()


def test_coal_power_and_the_grid_stand_in_for_the_fossil_mix_of_china():
    """0.9240 + 0.0327 kg CO2e per kWh in 2024, of the authority's announcement."""
    study = a_study(sites=(Site(id="s", country="CN"),))
    found = decide(use(SOURCE.GRID), study, CATENA_X, bundled_library())
    main, grid = (bundled_library().get(i) for i in found.factor_ids)
    assert (main.kg_co2e, grid.kg_co2e) == (0.9240, 0.0327)
    assert (main.boundary, grid.boundary) == (Boundary.GENERATION_LIFE_CYCLE, Boundary.GRID_ONLY)
    assert fits(PowerKind.FOSSIL, main)


@pytest.mark.parametrize(
    ("kind", "factor_id", "answer"),
    [
        (PowerKind.CONSUMPTION, "cn-electricity-footprint:2024-national", True),
        (PowerKind.FOSSIL, "cn-electricity-footprint:2024-national", False),
        (PowerKind.FOSSIL, "cn-electricity-footprint:2024-gas", False),
        (PowerKind.OWN_TECHNOLOGY, "cn-electricity-footprint:2024-photovoltaic", True),
        (PowerKind.INSTRUMENT, "ember-2026:de-2025", False),
        (PowerKind.CONSUMPTION, "desnz-2025:diesel-mineral-l", None),
    ],
)
def test_bundled_factors_say_which_power_they_stand_for(kind, factor_id, answer):
    assert fits(kind, bundled_library().get(factor_id)) is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [("DE", "NO", True), ("CN", "CN-ZJ", True), ("DE", "CN", False), ("US", "GB", False)],
)
def test_a_certificate_counts_in_its_own_market(one, other, answer):
    assert same_market(one, other) is answer
