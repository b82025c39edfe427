"""Data quality in the report: both bases, the older scale, shares of the chain, and why data are secondary."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from supplier_pcf.app.calculation import calculated
from supplier_pcf.domain.assurance import Assurance, AssuranceLevel
from supplier_pcf.domain.factor import Layer
from supplier_pcf.domain.flows import Material, Origin
from supplier_pcf.report.summary import summary_of
from supplier_pcf.rules import rule_set
from tests.build import AS_OF, CATENA_X, PACT, Case, a_factor, kg


def said(case):
    study = case.study
    done = calculated(study, case.library, AS_OF)
    pdf = summary_of(done.examined, done.findings, "en", datetime(2026, 3, 1, tzinfo=UTC))
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", text)


def three_rows():
    """6 kg of a measured average, 3 kg that are calculated, 1 kg of a supplier who declares half as primary."""
    case = Case()
    for name, value, origin, facts in (
        ("a", 6.0, Origin.MEASURED, {}),
        ("b", 3.0, Origin.CALCULATED, {}),
        ("c", 1.0, Origin.MEASURED, {"layer": Layer.SUPPLIER, "primary_share": 0.5}),
    ):
        flow = Material(id=name, name=name, amount=kg(1), factor_id=name, origin=origin)
        case = case.with_flow("materials", flow, a_factor(name, value, **facts))
    return case.under(PACT)


def test_the_kinds_of_data_are_summed_up_by_their_part():
    assert (
        "Parts of the footprint by their data: measured, factor is an average 60.0 %, amount not measured 30.0 %, "
        "primary, wholly or in part 10.0 %."
    ) in said(three_rows())


def test_the_old_scale_stands_where_the_rules_ask_for_it():
    text = said(three_rows().under(rule_set("pact-2.0")))
    assert "1 is best, 3 is worst" in text
    assert "Reliability 1.30" in text
    assert "Part of the footprint rated 100.0 %" in text
    assert "Reliability" not in said(three_rows())


def test_both_bases_are_told_where_uptake_makes_them_differ():
    """1 kg and an uptake of 3 beside 2 kg fossil: 33.3 % primary without it, 66.7 % with it."""
    carbon = 3 * 12 / 44
    wood = a_factor("w", 1.0, uptake=-3.0, biogenic_carbon=carbon, primary_share=1.0)
    case = Case().with_flow(
        "materials", Material(id="s", amount=kg(1), factor_id="s"), a_factor("s", 2.0)
    )
    flow = Material(id="w", amount=kg(1), factor_id="w", origin=Origin.MEASURED)
    case = case.with_flow("materials", flow, wood)
    assert "With biogenic uptake: 66.7 % primary; ratings" in said(case.under(PACT))
    assert "Without biogenic uptake: 33.3 % primary; ratings" in said(case.under(CATENA_X))


@pytest.mark.parametrize(
    ("level", "percent"), [(AssuranceLevel.REGULAR, "72.0"), (AssuranceLevel.IN_DEPTH, "85.5")]
)
def test_shares_of_the_chain_stand_where_somebody_has_verified(level, percent):
    """9 kg of 10 are vouched for by the study, 1 kg by a supplier who declares nothing."""
    assert "Verified along the chain" not in said(three_rows())
    verified = three_rows().having(assurance=Assurance(level=level))
    assert f"Verified along the chain {percent} %" in said(verified)


def test_a_verification_is_told_as_the_makers_word_and_not_without_its_statement():
    """The paper is no statement of verification, whatever is entered."""
    held = Assurance(level=AssuranceLevel.REGULAR, provider="TÜV", standard="ISO 14064-3")
    assert "Not verified: no independent third party" in said(three_rows().having(assurance=held))
    text = said(three_rows().having(assurance=replace(held, statement="S-17", day="2026-02-01")))
    assert "Not verified" not in text
    assert (
        "The maker states a verification: TÜV, ISO 14064-3, regular, S-17, 2026-02-01. This document is not the statement."
    ) in text
