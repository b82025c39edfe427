"""Power in the report: blocks, added factors, criteria with their documents, both results; worked by hand."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfReader

from supplier_pcf.domain.energy import (
    Criterion,
    CriterionProof,
    ElectricitySource,
    EnergyUse,
    InstrumentProof,
)
from supplier_pcf.domain.factor import Boundary, Layer, PowerMix
from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.units import Quantity
from supplier_pcf.report.summary import summary_of
from tests.build import CATENA_X, Case, a_factor, a_study

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def kwh(factor_id, value, boundary=Boundary.DELIVERED_LIFE_CYCLE, **facts):
    told = {"unit": "kWh", "category": "electricity", "boundary": boundary, **facts}
    return a_factor(factor_id, value, **told)


GRID = kwh("Grid mix", 0.6, power_mix=PowerMix.CONSUMPTION)
WIND = kwh("Wind power", 0.03, power_mix=PowerMix.TECHNOLOGY)
COAL = kwh("Coal power", 0.9, Boundary.GENERATION_LIFE_CYCLE, power_mix=PowerMix.FOSSIL)
LINES = kwh("Lines", 0.04, Boundary.GRID_ONLY)


def shown(case):
    pages = PdfReader(BytesIO(summary_of(case.examined, (), "en", NOW))).pages
    text = re.sub(r"\s+", " ", "\n".join(page.extract_text() for page in pages))
    return text.replace("\xa0", " ")


def blocks():
    """10 kWh, 4 of them by certificates of wind power, the rest by coal power and its lines."""
    proof = InstrumentProof(
        **{c.value: True for c in Criterion},
        criteria=(CriterionProof(criterion=Criterion.UNIQUE_CLAIM, evidence=("d",)),),
    )
    site = replace(a_study().sites[0], location_factor_id="Grid mix")
    study = a_study(sites=(site,), evidence=(Evidence(id="d", title="Cancellation 2025"),))
    rest = EnergyUse(
        id="e",
        name="Main meter",
        amount=Quantity(10, "kWh"),
        factor_id="Coal power",
        added_factor_ids=("Lines",),
    )
    green = EnergyUse(
        id="g",
        name="Wind",
        part_of="e",
        amount=Quantity(4, "kWh"),
        source=ElectricitySource.CERTIFICATES,
        factor_id="Wind power",
        proof=proof,
    )
    case = Case(study).under(CATENA_X).with_flow("energy_uses", rest, GRID, COAL, LINES)
    return case.with_flow("energy_uses", green, WIND)


def test_each_block_says_what_it_is_counted_by_and_how_it_is_proven():
    text = shown(blocks())
    for part in (
        "Main meter: 6.00 kWh",
        "Added: Lines, 0.0400 kg CO₂e. Together 0.940 kg CO₂e.",
        "fossil mix, because no residual mix is known",
        "Wind: 4.00 kWh, certificates.",
        "5 of 5 criteria for contracts are met. Documents: Cancellation 2025.",
    ):
        assert part in text, part


def test_both_results_stand_in_the_report_with_the_average_mix():
    """6 x 0.94 + 4 x 0.03 = 5.76; 10 x 0.6 = 6.00."""
    text = shown(blocks())
    assert "(market-based): 5.76 kg CO₂e" in text
    assert "(location-based): 6.00 kg CO₂e. Average mix: Grid mix." in text


def test_own_power_says_whether_its_certificates_were_sold():
    proof = InstrumentProof(certificates_sold=False)
    own = EnergyUse(
        id="e",
        amount=Quantity(1, "kWh"),
        source=ElectricitySource.ON_SITE,
        factor_id="Wind power",
        proof=proof,
    )
    assert "No certificates were sold for it." in shown(Case().with_flow("energy_uses", own, WIND))


def test_a_licensed_average_mix_is_not_given_away():
    case = blocks()
    secret = [replace(f, layer=Layer.LICENSED) if f is GRID else f for f in case.factors]
    assert "location-based" not in shown(Case(case.study, secret, case.rules))
