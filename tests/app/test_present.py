"""The result of the study as it stands, asked for at once or worked out ahead in a thread."""

from dataclasses import replace
from threading import Event
from types import SimpleNamespace

import pytest

from supplier_pcf.app.aside import Aside
from supplier_pcf.app.present import PresentResult
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.domain.study import Study


def work_of(study, calls, may_go=None):
    def work():
        calls.append(study)
        if may_go is not None:
            may_go.wait(10)
        return SimpleNamespace(study=study)

    return work


def test_who_asks_while_a_thread_is_at_it_gets_what_the_thread_finds():
    present, study, calls, may_go = PresentResult(), Study(), [], Event()
    present.begin(study, work_of(study, calls, may_go))
    assert present.is_working(study)
    may_go.set()
    assert present.value(study, work_of(study, calls)).study is study
    assert len(calls) == 1
    assert not present.is_working(study)


def test_a_result_of_another_study_is_never_taken():
    present, calls, may_go = PresentResult(), [], Event()
    old, new = Study(), Study()
    present.begin(old, work_of(old, calls, may_go))
    assert not present.is_working(new)
    assert present.value(new, work_of(new, calls)).study is new
    may_go.set()
    assert present.value(new, work_of(new, calls)).study is new


def test_what_is_known_is_not_worked_out_again():
    present, study, calls = PresentResult(), Study(), []
    present.value(study, work_of(study, calls))
    present.begin(study, work_of(study, calls))
    assert not present.is_working(study)
    assert len(calls) == 1


def test_a_thread_that_has_ended_is_not_given_up():
    aside = Aside(lambda: 1)
    assert aside.is_done(None)
    aside.give_up()
    assert aside.result() == 1


def test_what_went_wrong_in_the_thread_is_raised_where_it_is_asked_for_and_tried_again():
    present, study = PresentResult(), Study()

    def fails():
        raise ZeroDivisionError

    present.begin(study, fails)
    with pytest.raises(ZeroDivisionError):
        present.value(study, fails)
    assert present.value(study, work_of(study, [])).study is study


def test_ahead_and_at_once_find_the_same(tmp_path):
    ahead, at_once = Session(tmp_path / "a"), Session(tmp_path / "b")
    for session in (ahead, at_once):
        session.start(sample_study("stamped-bracket"))
    ahead.calculate_ahead()
    assert ahead.calculated.result == at_once.calculated.result
    assert ahead.calculated.findings == at_once.calculated.findings


def test_an_edit_while_it_is_worked_out_gives_the_result_of_the_edit(tmp_path):
    session = Session(tmp_path)
    session.start(sample_study("stamped-bracket"))
    whole = session.calculated.result.excluding
    session.calculate_ahead()
    session.edit(lambda study: replace(study, materials=()), "Take all materials out")
    session.calculate_ahead()
    assert session.calculated.study is session.study
    assert session.calculated.result.excluding < whole


def test_a_copy_written_aside_is_gone_after_it_was_saved(tmp_path):
    session = Session(tmp_path)
    session.start(sample_study("stamped-bracket"))
    session.keep_copy(is_aside=True)
    session.save(tmp_path / "part.spcf")
    assert Session(tmp_path).copy_to_recover() is None


def test_a_copy_written_aside_is_found_by_the_next_run(tmp_path):
    session = Session(tmp_path)
    session.start(sample_study("stamped-bracket"))
    session.keep_copy(is_aside=True)
    session.keep_copy(is_aside=True)
    session.keep_copy()
    assert Session(tmp_path).copy_to_recover().study == session.study
