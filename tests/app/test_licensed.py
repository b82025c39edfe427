"""Licensed values stay at home: every way out of the house is tried with one."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from supplier_pcf.app.deliverables import deliverables, what_leaves
from supplier_pcf.app.session import Session
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.factor import Boundary, Layer
from supplier_pcf.domain.flows import Material, Origin
from supplier_pcf.domain.units import Quantity
from supplier_pcf.formats import FORMATS
from supplier_pcf.formats.inventory_csv import rows
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.report.summary import summary_of
from tests.build import a_factor, a_study, kg

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
PASTE = a_factor(
    "licensed:paste",
    7.654321,
    layer=Layer.LICENSED,
    note="7.654321 of the owner's table",
    table="row 12: 7.654321",
)
POWER = a_factor(
    "licensed:power",
    0.123457,
    unit="kWh",
    category="electricity",
    boundary=Boundary.DELIVERED_LIFE_CYCLE,
    layer=Layer.LICENSED,
)
STEEL = a_factor("own:steel", 2.0, layer=Layer.OWN)
SECRETS = ("7.654321", "7.65", "7,65", "0.123457", "0.123", "0,123")
AMOUNTS = ("0.87", "0,87", "1.73", "1,73")
"""With kg beside them they would give the values away."""


@pytest.fixture
def session(tmp_path):
    made = Session(tmp_path, clock=lambda: NOW)
    paste = Material(
        id="m", name="Paste", amount=kg(0.87), factor_id=PASTE.id, origin=Origin.MEASURED
    )
    steel = Material(
        id="s", name="Sheet", amount=kg(0.13), factor_id=STEEL.id, origin=Origin.MEASURED
    )
    power = EnergyUse(
        id="e", name="Press", amount=Quantity(1.73, "kWh"), factor_id=POWER.id,
        origin=Origin.MEASURED,
    )  # fmt: skip
    made.start(
        a_study(materials=(paste, steel), energy_uses=(power,), factors=(PASTE, POWER, STEEL))
    )
    return made


def texts(session):
    """All that can leave, by what it is."""
    done = session.calculated
    issue = Issue.of(done.examined, None, done.findings)
    for fmt in FORMATS:
        yield fmt.ID, fmt.render(issue).decode("utf-8-sig")
    for language in ("en", "de", "zh_CN"):
        pdf = PdfReader(io.BytesIO(summary_of(done.examined, done.findings, language, NOW)))
        yield f"pdf {language}", "\n".join(page.extract_text() for page in pdf.pages)
    for file in deliverables(session):
        yield f"what leaves, {file.id}", json.dumps(what_leaves(session, file.id, "en"))


def test_no_licensed_value_is_in_anything_that_leaves(session):
    assert session.calculated.result.complete
    for name, text in texts(session):
        found = [secret for secret in (*SECRETS, *AMOUNTS) if secret in text]
        assert found == [], name


def test_the_value_would_be_there_if_it_were_free(session):
    free = tuple(replace(f, layer=Layer.OWN) for f in session.study.factors)
    session.edit(lambda study: replace(study, factors=free), "Free")
    said = dict(texts(session))
    assert "7.654321" in said["inventory-csv"]
    assert "0.123" in said["pdf en"]
    assert "0.87" in said["pdf en"]


def test_the_inventory_names_the_source_and_still_adds_up(session):
    done = session.calculated
    told = list(rows(Issue.of(done.examined, None, done.findings)))
    flows = [row for row in told if row["section"] == "flow"]
    assert sum(row["kg_co2e"] for row in flows) == pytest.approx(done.result.excluding)
    assert [row["publisher"] for row in flows] == ["Tests"] * 3
    assert [row["id"] for row in flows if "amount" in row] == ["s"]


def test_a_licensed_recycled_share_hides_the_amount_as_well(session):
    free = replace(PASTE, id="own:paste", layer=Layer.OWN)

    def recycled(study):
        paste, steel = study.materials
        mixed = replace(
            paste, factor_id=free.id, recycled_factor_id=PASTE.id, recycled_pre_consumer=0.5
        )
        return replace(study, materials=(mixed, steel), factors=(*study.factors, free))

    session.edit(recycled, "Mix")
    done = session.calculated
    told = list(rows(Issue.of(done.examined, None, done.findings)))
    (row,) = (row for row in told if row["section"] == "flow" and row["id"] == "m")
    assert "amount" not in row
