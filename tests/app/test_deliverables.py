"""Deliverables: what is missing, what leaves, and under which name."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from supplier_pcf.app.deliverables import (
    Sending,
    deliver,
    deliverables,
    file_name,
    stated,
    what_leaves,
)
from supplier_pcf.app.outcome import Refused
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.domain import edits
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.study import Identifier, Product, Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.formats import catena_x_9
from tests.build import a_factor

BODY = "m-br-2041-11-1"


@pytest.fixture
def bracket(tmp_path):
    session = Session(tmp_path / "data", clock=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))
    session.start(sample_study("stamped-bracket"))
    return session


def test_what_leaves_in_the_summary_are_its_very_lines(bracket):
    leaving = what_leaves(bracket, "pdf-summary", "de")
    assert ("", "Nicht verifiziert") in leaving
    assert ("Datenqualität", "Primärdatenanteil (PDS)") in leaving
    assert not any(text == "•" for _section, text in leaving)


def test_what_leaves_in_the_inventory_names_its_sections(bracket):
    leaving = dict(what_leaves(bracket, "inventory-csv", "en"))
    assert leaving["study product/part_number"] == "value: BR-2041-00"
    assert "amount: 1.236" in leaving[f"flow {BODY}"]


def test_a_part_number_with_a_slash_makes_a_name(bracket):
    bracket.edit(
        lambda study: replace(study, product=type(study.product)(part_number="A/7: b?")), "x"
    )
    assert file_name(bracket, deliverables(bracket)[1]) == "A-7- b--pact-3.json"


def test_what_only_follows_from_another_error_is_not_said(bracket):
    bracket.edit(lambda study: edits.choose_factor(study, BODY, None), "Take the factor away")
    for each in deliverables(bracket):
        codes = [finding.code for finding in each.missing]
        asked = ("catena_x.partner_number", "cx_0136_csv.rule_set")
        assert [code for code in codes if code not in asked] == ["flow.no_factor"]


def test_a_partner_number_makes_the_files_for_catena_x_ready(bracket, tmp_path):
    number = Identifier(scheme="bpn", value="BPNL00000003CRHK")
    company = bracket.study.company
    named = replace(company, identifiers=(*company.identifiers, number))
    bracket.edit(lambda study: replace(study, company=named), "Enter the number")
    for each in deliverables(bracket):
        assert each.is_ready or each.id == "cx-0136-csv", each.missing
    deliver(bracket, "catena-x-9", tmp_path / "nine.json", Sending(), "Record the release")
    written = json.loads((tmp_path / "nine.json").read_text(encoding="utf-8"))
    assert catena_x_9.check(written)[0].code == "catena_x.c10"
    assert catena_x_9.read(written).id == bracket.study.releases[0].id


def test_a_format_asks_for_more_than_the_study_itself(bracket):
    bracket.edit(lambda study: replace(study, product=type(study.product)()), "Empty")
    missing = {each.id: {f.code for f in each.missing} for each in deliverables(bracket)}
    assert "pact_3.part_number" in missing["pact-3"]
    assert "pact_3.part_number" not in missing["inventory-csv"]


def test_nothing_is_written_while_an_error_stands(bracket, tmp_path):
    bracket.edit(lambda study: edits.choose_factor(study, BODY, None), "Take the factor away")
    with pytest.raises(Refused):
        deliver(bracket, "inventory-csv", tmp_path / "a.csv", Sending(), "Record the release")
    assert not (tmp_path / "a.csv").exists()
    assert bracket.study.releases == ()


def test_another_format_of_the_same_content_leaves_under_the_same_release(bracket, tmp_path):
    for name in ("pact-3", "inventory-csv"):
        deliver(bracket, name, tmp_path / name, Sending(), "Record the release")
    assert len(bracket.study.releases) == 1


def test_changed_content_leaves_as_a_new_version(bracket, tmp_path):
    deliver(bracket, "pact-3", tmp_path / "a.json", Sending(), "Record the release")
    bracket.edit(lambda study: edits.remove_flows(study, ["bag"]), "Remove the bag")
    deliver(bracket, "pact-3", tmp_path / "b.json", Sending(), "Record the release")
    first, second = bracket.study.releases
    assert (first.status.value, second.version) == ("Deprecated", 2)
    assert second.preceding == (first.id,)


@pytest.mark.parametrize(
    ("format_id", "kg", "unit"),
    [("pact-3", 200.0, "100 piece"), ("cx-0136-csv", 2.0, "piece"), ("pact-2", 4.0, "kg")],
)
def test_the_figure_is_told_for_what_the_format_tells_it(tmp_path, format_id, kg, unit):
    """A piece of half a kilogram with 2 kg CO2e, declared for a hundred."""
    session = Session(tmp_path / "data", clock=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))
    steel = Material(id="m", name="Steel", amount=Quantity(1.0, "kg"), factor_id="f")
    product = Product(name="P", mass=Quantity(0.5, "kg"))
    session.start(
        Study(
            product=product,
            declared_unit=DeclaredUnit(amount=100.0, unit="piece"),
            materials=(steel,),
            factors=(a_factor("f", 2.0),),
        )
    )
    told = stated(session, format_id, "en", str)
    assert (told.kg, told.unit, told.per_kg) == (pytest.approx(kg), unit, pytest.approx(4.0))
    assert stated(session, "pdf-summary", "en", str) is None
