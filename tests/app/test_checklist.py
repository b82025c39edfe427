"""The checklist as it is worked with: one sentence, answers that can be undone, and a table for a verifier."""

import csv
import io
from datetime import date

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.checklist import (
    Answer,
    as_csv,
    as_data,
    checklist_of,
    counts_of,
    question_of,
    reason_of,
    summary_of,
    with_answer,
    with_note,
)
from supplier_pcf.app.samples import sample_study
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.record import Signature
from supplier_pcf.domain.study import Study
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.rules.checklist import POINTS

TODAY = date(2026, 3, 1)


def done(study):
    return calculated(study, bundled_library(), TODAY)


def test_the_sentence_counts_what_the_list_shows():
    found = done(sample_study("stamped-bracket"))
    states = [each["state"] for each in as_data(checklist_of(found))]
    manual = {point.id for point in POINTS if point.way == "manual"}
    automatic = [e for e in as_data(checklist_of(found)) if e["id"] not in manual]
    held = sum(e["state"] == "met" for e in automatic)
    checked = held + sum(e["state"] == "open" for e in automatic)
    assert summary_of(found) == (
        f"{held} of {checked} automatic points hold; {states.count('open')} are not met yet; "
        f"{states.count('waiting')} wait for your answer."
    )
    assert counts_of(found).waiting == 10


def test_the_same_state_of_a_study_is_judged_once():
    found = done(sample_study("stamped-bracket"))
    assert checklist_of(found) is checklist_of(found)
    assert checklist_of(done(Study())) is not checklist_of(found)


def test_an_answer_says_who_gave_it_and_when():
    study = Study(prepared=Signature(name="Li Wei"))
    (given,) = with_answer(study, "pcr", Answer.YES, TODAY).checklist
    assert (given.answer, given.by, given.day) == (Answer.YES, "Li Wei", "2026-03-01")


def test_a_note_stays_when_the_answer_changes():
    study = with_note(Study(), "pcr", "None fits, see the file")
    (given,) = with_answer(study, "pcr", Answer.NO, TODAY).checklist
    assert (given.answer, given.note) == (Answer.NO, "None fits, see the file")


def test_an_answer_that_is_taken_back_leaves_no_trace():
    study = with_answer(Study(), "pcr", Answer.YES, TODAY)
    assert with_answer(study, "pcr", None, TODAY) == Study()
    assert with_note(Study(), "pcr", "") == Study()


def test_answers_are_kept_in_the_order_of_the_points():
    study = with_answer(Study(), "review", Answer.YES, TODAY)
    study = with_answer(study, "principles", Answer.YES, TODAY)
    assert [given.point for given in study.checklist] == ["principles", "review"]


@pytest.mark.parametrize(
    ("point", "code"),
    [("nonsense", "checklist.unknown_point"), ("goal", "checklist.not_answered")],
)
def test_only_points_that_a_person_judges_take_an_answer(point, code):
    with pytest.raises(Refusal) as refused:
        with_answer(Study(), point, Answer.YES, TODAY)
    assert refused.value.code == code


def test_every_point_of_an_empty_study_is_told_in_whole_sentences():
    for each in checklist_of(done(Study())):
        assert question_of(each).endswith("?")
        assert reason_of(each).endswith((".", "?"))


def test_the_table_holds_every_point_and_no_formula():
    study = with_note(sample_study("stamped-bracket"), "pcr", "=1+1")
    table = as_csv(checklist_of(done(study))).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["id"] for row in rows] == [point.id for point in POINTS]
    assert {row["id"]: row["note"] for row in rows}["pcr"] == "'=1+1"
