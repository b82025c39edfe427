"""The log of requests, what was sent for them, and older releases told again as out of date."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from supplier_pcf.app.deliverables import Sending, deliver, what_leaves
from supplier_pcf.app.documents import open_project
from supplier_pcf.app.keeping import can_be_told_again, older, tell_again, told_again
from supplier_pcf.app.requests_log import (
    is_late,
    open_requests,
    sent_for,
    with_new_request,
    with_requests,
    without_requests,
)
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.domain import edits
from supplier_pcf.domain.delivery import CustomerRequest
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study

TODAY = date(2026, 3, 1)
KEPT = ("pact-3", "cx-0136-csv", "aas-json")


@pytest.fixture
def bracket(tmp_path):
    session = Session(tmp_path / "data", clock=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))
    session.start(replace(sample_study("stamped-bracket"), rule_set="catena-x-4.0"))
    return session


def send(session, format_id, path, **how):
    deliver(session, format_id, path, Sending(**how), "Record")


def test_requests_get_numbers_that_are_not_used_again():
    study = with_new_request(with_new_request(Study(), TODAY), TODAY)
    assert [r.id for r in study.requests] == ["r1", "r2"]
    study = with_new_request(without_requests(study, ["r1"]), TODAY)
    assert [r.id for r in study.requests] == ["r2", "r3"]
    assert study.requests[0].asked == "2026-03-01"


def test_a_request_is_of_the_customer_of_the_product(bracket):
    customer = bracket.study.product.customer
    assert with_new_request(bracket.study, TODAY).requests[0].customer == customer != ""


def test_open_requests_are_sorted_by_their_day():
    study = Study(requests=tuple(
        CustomerRequest(id=name, due=due)
        for name, due in (("a", ""), ("b", "2026-04-01"), ("c", "2026-02-01"))
    ))  # fmt: skip
    assert [r.id for r in open_requests(study)] == ["c", "b", "a"]
    assert [is_late(study, r, TODAY) for r in study.requests] == [False, False, True]
    changed = with_requests(study, [CustomerRequest(id="b", customer="OEM")])
    assert [r.customer for r in changed.requests] == ["", "OEM", ""]


def test_what_was_sent_is_logged_with_its_hash_and_answers_its_request(bracket, tmp_path):
    bracket.edit(lambda study: with_new_request(study, TODAY), "Add")
    target = tmp_path / "a.json"
    send(bracket, "pact-3", target, request_id="r1")
    study = bracket.study
    (sent,) = sent_for(study, study.requests[0])
    assert (sent.file, sent.format_id, sent.when) == ("a.json", "pact-3", "2026-03-01T12:00:00Z")
    assert sent.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert sent.release_id == study.releases[0].id
    assert open_requests(study) == ()


def test_the_summary_is_logged_too_but_makes_no_release(bracket, tmp_path):
    send(bracket, "pdf-summary", tmp_path / "a.pdf")
    assert bracket.study.releases == ()
    assert [d.format_id for d in bracket.study.deliveries] == ["pdf-summary"]


def test_a_request_nobody_knows_is_refused_and_nothing_is_written(bracket, tmp_path):
    for name in ("pact-3", "pdf-summary"):
        with pytest.raises(Refusal, match=r"delivery\.no_request"):
            send(bracket, name, tmp_path / "a", request_id="r9")
    assert not (tmp_path / "a").exists()


def test_a_log_of_files_makes_no_new_release(bracket, tmp_path):
    send(bracket, "pact-3", tmp_path / "a.json")
    bracket.edit(lambda study: with_new_request(study, TODAY), "Add")
    send(bracket, "pact-3", tmp_path / "b.json")
    assert len(bracket.study.releases) == 1
    assert len(bracket.study.deliveries) == 2


def two_releases(session, folder, formats=KEPT):
    """Both releases in all formats; returns the bytes of the first."""
    first = {}
    for name in formats:
        send(session, name, folder / f"first-{name}.json")
        first[name] = (folder / f"first-{name}.json").read_bytes()
    session.edit(lambda study: edits.remove_flows(study, ["bag"]), "Remove the bag")
    for name in formats:
        send(session, name, folder / f"second-{name}.json", reason="Bag no longer used")
    return first


def test_the_reason_of_a_change_is_kept_with_its_release(bracket, tmp_path):
    two_releases(bracket, tmp_path)
    assert [r.reason for r in bracket.study.releases] == ["", "Bag no longer used"]
    assert [r.version for r in older(bracket.study)] == [1]
    told = json.loads((tmp_path / "second-pact-3.json").read_bytes())
    assert "Changed since the release before: Bag no longer used." in told["comment"]
    first = json.loads((tmp_path / "first-pact-3.json").read_bytes())
    assert "Changed since" not in first["comment"]


def test_the_reason_can_be_read_before_it_leaves_unless_texts_stay_in_the_house(bracket):
    told = dict(what_leaves(bracket, "pact-3", "en", "Bag from Muster AG"))["comment"]
    assert "Bag from Muster AG" in told
    scope = replace(bracket.study.scope, is_confidential=True)
    bracket.edit(lambda study: replace(study, scope=scope), "Keep names")
    leaving = what_leaves(bracket, "pact-3", "en", "Bag from Muster AG")
    assert not any("Muster" in value for _, value in leaving)


@pytest.mark.parametrize("format_id", KEPT)
def test_an_older_release_is_told_again_byte_for_byte_but_for_its_status(
    bracket, tmp_path, format_id
):
    first = two_releases(bracket, tmp_path)
    again = told_again(bracket.project, bracket.study, 1, format_id)
    assert b"Deprecated" in again
    assert again.replace(b"Deprecated", b"Active") == first[format_id]


def test_the_copies_are_in_the_saved_project(bracket, tmp_path):
    first = two_releases(bracket, tmp_path)
    study = tmp_path / "study.spcf"
    bracket.save(study)
    opened = Session(tmp_path / "other")
    opened.open(study)
    release = older(opened.study)[0]
    kept = can_be_told_again(opened.project, opened.study, release)
    assert {d.format_id for d in kept} == set(KEPT)
    target = tmp_path / "again.json"
    tell_again(opened.project, opened.study, 1, "pact-3", target)
    told = json.loads(target.read_bytes())
    assert (told["status"], told["id"]) == ("Deprecated", json.loads(first["pact-3"])["id"])


def test_what_cannot_be_told_again_is_refused(bracket, tmp_path):
    two_releases(bracket, tmp_path, formats=("pact-3", "inventory-csv"))
    for version, name, code in (
        (2, "pact-3", "not_deprecated"),
        (1, "inventory-csv", "no_status"),
        (1, "aas-json", "no_copy"),
        (7, "pact-3", "no_copy"),
    ):
        with pytest.raises(Refusal, match=rf"delivery\.{code}"):
            told_again(bracket.project, bracket.study, version, name)


def test_a_copy_is_kept_once(bracket, tmp_path):
    send(bracket, "pact-3", tmp_path / "a.json")
    send(bracket, "pact-3", tmp_path / "b.json")
    assert len(bracket.project.attachments) == 1


def test_copies_wait_in_a_folder_of_the_session_alone(bracket, tmp_path):
    first = two_releases(bracket, tmp_path, formats=("pact-3",))
    waiting = bracket.staging
    assert len(list(waiting.iterdir())) == 2
    bracket.save(tmp_path / "study.spcf")
    assert len(open_project(tmp_path / "study.spcf").attachments) == 2
    again = told_again(bracket.project, bracket.study, 1, "pact-3")
    assert again.replace(b"Deprecated", b"Active") == first["pact-3"]
    send(bracket, "aas-json", tmp_path / "c.json")
    bracket.close()
    assert not waiting.exists()


def test_a_study_saved_as_plain_text_leaves_the_copies_out(bracket, tmp_path):
    send(bracket, "pact-3", tmp_path / "a.json")
    bracket.save(tmp_path / "study.json")
    assert open_project(tmp_path / "study.json").attachments == {}
    assert len(bracket.study.deliveries) == 1


def test_a_copy_of_what_was_sent_outlives_a_crash(bracket, tmp_path):
    """Sent and not saved, the power goes; the next start brings the study back with the copy."""
    send(bracket, "pact-3", tmp_path / "a.json")
    bracket.keep_copy()
    again = Session(tmp_path / "data", clock=bracket.now)
    again.recover(again.copy_to_recover())
    again.save(tmp_path / "study.spcf")
    kept = open_project(tmp_path / "study.spcf").attachments["release 1 pact-3.json"]
    assert kept.read() == (tmp_path / "a.json").read_bytes()
    again.close()
