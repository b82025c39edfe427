"""Deliverables: what is missing, what leaves, and under which name."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from supplier_pcf.app.deliverables import deliver, deliverables, file_name, what_leaves
from supplier_pcf.app.outcome import Refused
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.domain import edits

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
        assert [finding.code for finding in each.missing] == ["flow.no_factor"]


def test_a_format_asks_for_more_than_the_study_itself(bracket):
    bracket.edit(lambda study: replace(study, product=type(study.product)()), "Empty")
    missing = {each.id: {f.code for f in each.missing} for each in deliverables(bracket)}
    assert "pact_3.part_number" in missing["pact-3"]
    assert "pact_3.part_number" not in missing["inventory-csv"]


def test_nothing_is_written_while_an_error_stands(bracket, tmp_path):
    bracket.edit(lambda study: edits.choose_factor(study, BODY, None), "Take the factor away")
    with pytest.raises(Refused):
        deliver(bracket, "inventory-csv", tmp_path / "a.csv", "en", "Record the release")
    assert not (tmp_path / "a.csv").exists()
    assert bracket.study.releases == ()


def test_another_format_of_the_same_content_leaves_under_the_same_release(bracket, tmp_path):
    for name in ("pact-3", "inventory-csv"):
        deliver(bracket, name, tmp_path / name, "en", "Record the release")
    assert len(bracket.study.releases) == 1


def test_changed_content_leaves_as_a_new_version(bracket, tmp_path):
    deliver(bracket, "pact-3", tmp_path / "a.json", "en", "Record the release")
    bracket.edit(lambda study: edits.remove_flows(study, ["bag"]), "Remove the bag")
    deliver(bracket, "pact-3", tmp_path / "b.json", "en", "Record the release")
    first, second = bracket.study.releases
    assert (first.status.value, second.version) == ("Deprecated", 2)
    assert second.preceding == (first.id,)
