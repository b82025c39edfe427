"""The change log: what was done between two savings."""

from dataclasses import replace
from datetime import UTC, datetime

from supplier_pcf.app.change_log import logged
from supplier_pcf.app.documents import open_project
from supplier_pcf.app.releases import release_for
from supplier_pcf.app.session import Session
from supplier_pcf.domain.record import Change, Signature
from tests.build import a_study

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def named(name):
    return lambda study: replace(study, product=replace(study.product, name=name))


def titled(title):
    return lambda study: replace(study, title=title)


def a_session(tmp_path):
    session = Session(tmp_path / "data", clock=lambda: NOW)
    session.start(a_study(prepared=Signature(name="Li Wei")))
    return session


def log_of(path):
    return [(c.when, c.who, c.what) for c in open_project(path).study.changes]


def test_the_same_kind_of_edit_is_counted_in_one_line():
    study = a_study(prepared=Signature(name="Li Wei"))
    said = logged(study, study, ["Change the &name", "Add a row", "Change the &name"], NOW).changes
    assert [c.what for c in said] == ["Change the name (2)", "Add a row"]
    assert {(c.when, c.who) for c in said} == {("2026-03-01T12:00:00Z", "Li Wei")}


def test_each_saving_writes_what_was_done_since_the_last(tmp_path):
    session, path = a_session(tmp_path), tmp_path / "a.spcf"
    session.edit(named("One"), "Rename")
    session.save(path)
    assert [what for _when, _who, what in log_of(path)] == ["Rename"]
    session.edit(titled("T"), "Change the title")
    session.save()
    session.save()
    assert [what for _when, _who, what in log_of(path)] == ["Rename", "Change the title"]
    session.close()


def test_the_log_goes_on_after_reopening(tmp_path):
    session, path = a_session(tmp_path), tmp_path / "a.spcf"
    session.edit(named("One"), "Rename")
    session.save(path)
    session.open(path)
    session.edit(titled("T"), "Change the title")
    session.save()
    assert [what for _when, _who, what in log_of(path)] == ["Rename", "Change the title"]
    session.close()


def test_taking_an_edit_back_beyond_the_saving_is_named_by_that_edit(tmp_path):
    session, path = a_session(tmp_path), tmp_path / "a.spcf"
    session.edit(named("One"), "Rename")
    session.save(path)
    session.undo()
    session.save()
    assert [what for _when, _who, what in log_of(path)] == ["Rename", "Rename"]
    session.close()


def test_the_log_is_no_content_of_a_release():
    """The same figures leave under the same release, whatever the log says."""
    study = a_study()
    with_log = replace(study, changes=(Change(when="2026-01-01", what="Rename"),))
    assert release_for(study, NOW).fingerprint == release_for(with_log, NOW).fingerprint
