"""Copy for next year: what stays, what goes, what is marked, and that no old number counts in silence."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from supplier_pcf.app.calculation import calculated, library_of
from supplier_pcf.app.documents import open_project, save_project, with_study
from supplier_pcf.app.earlier import earlier_file, remember, remembered
from supplier_pcf.app.next_year import copied, copy_for_next_year, next_period
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.domain.assurance import Assurance, AssuranceLevel
from supplier_pcf.domain.delivery import CustomerRequest, Delivery
from supplier_pcf.domain.finding import Refusal, Severity
from supplier_pcf.domain.record import Change, Release, Signature
from supplier_pcf.domain.study import Period, Study
from supplier_pcf.domain.verification import ChecklistAnswer, Comment, SamplingDrill

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
NEXT = Period(start=date(2026, 1, 1), end=date(2026, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "then", "until"),
    [
        ((2025, 1, 1), (2025, 12, 31), (2026, 1, 1), (2026, 12, 31)),
        ((2023, 3, 1), (2024, 2, 29), (2024, 3, 1), (2025, 2, 28)),
        ((2024, 7, 1), (2025, 6, 30), (2025, 7, 1), (2026, 6, 30)),
        ((2025, 1, 1), (2025, 3, 31), (2025, 4, 1), (2025, 6, 30)),
        ((2025, 1, 6), (2025, 1, 12), (2025, 1, 13), (2025, 1, 19)),
        ((2025, 1, 31), (2025, 2, 27), (2025, 2, 28), (2025, 3, 27)),
    ],
)
def test_the_period_that_follows_is_as_long(start, end, then, until):
    found = next_period(Period(start=date(*start), end=date(*end)))
    assert (found.start, found.end) == (date(*then), date(*until))


@pytest.mark.parametrize(
    "period",
    [
        Period(),
        Period(start=date(2025, 1, 1)),
        Period(start=date(2025, 2, 1), end=date(2025, 1, 1)),
    ],
)
def test_without_a_period_none_follows_and_none_is_made_up(period):
    assert next_period(period) == Period()
    with pytest.raises(Refusal, match=r"years\.bad_period"):
        copied(with_study(None, sample_study("stamped-bracket")), period, NOW)


@pytest.fixture
def old():
    """The sample bracket with everything about it that belongs to its year."""
    return with_study(
        None,
        replace(
            sample_study("stamped-bracket"),
            id="old",
            title="Bracket 2025",
            changes=(Change(when="2026-01-01T00:00:00Z"),),
            prepared=Signature(name="Li", day="2026-01-02"),
            checked=Signature(name="Wu", day="2026-01-03"),
            assurance=Assurance(level=AssuranceLevel.REGULAR),
            checklist=(ChecklistAnswer(point="x"),),
            comments=(Comment(id="c"),),
            drills=(SamplingDrill(id="d"),),
            releases=(Release(id="r", created="2026-01-04T00:00:00Z"),),
            requests=(CustomerRequest(id="q"),),
            deliveries=(Delivery(when="2026-01-05T00:00:00Z"),),
        ),
    )


def test_what_is_about_the_old_figure_does_not_come_along(old):
    new = copied(old, NEXT, NOW, "new").project.study
    assert (new.id, new.title, new.period) == ("new", "Bracket 2026", NEXT)
    for name in ("changes", "checklist", "comments", "drills", "releases", "requests"):
        assert getattr(new, name) == (), name
    assert (new.deliveries, new.assurance, new.checked) == ((), Assurance(), Signature())
    assert new.prepared == Signature(name="Li")
    assert new.materials == old.study.materials


def test_the_forerunner_is_kept_with_its_figure(old):
    last = copied(old, NEXT, NOW).project.study.forerunner
    done = calculated(old.study, library_of(old), NOW.date())
    assert last is not None
    assert (last.study_id, last.title) == ("old", "Bracket 2025")
    assert (last.excluding, last.including) == (done.result.excluding, done.result.including)


def test_a_figure_that_was_not_whole_is_not_kept_as_one(old):
    broken = replace(old.study.transports[0], factor_id=None)
    study = replace(old.study, transports=(broken, *old.study.transports[1:]))
    last = copied(with_study(None, study), NEXT, NOW).project.study.forerunner
    assert last is not None
    assert (last.excluding, last.including) == (None, None)


def test_no_number_of_the_old_year_counts_in_silence(old):
    """Until all is confirmed and read, errors stand, and what a meter must say is missing instead of zero."""
    new = copied(old, NEXT, NOW)
    done = calculated(new.project.study, library_of(new.project), NOW.date())
    errors = {f.code for f in done.findings if f.severity is Severity.ERROR}
    assert "years.not_confirmed" in errors
    assert new.marked == len(new.project.study.stale) > 0
    assert all(not meter.readings for meter in new.project.study.meters)
    metered = [use for use in new.project.study.energy_uses if use.meter_id]
    lines = {line.id: line for line in done.result.flows}
    assert all(not lines[use.id].counted for use in metered)


def test_it_is_written_with_its_marks_and_opens_again(old, tmp_path):
    target = tmp_path / "next.spcf"
    made = copy_for_next_year(save_project(tmp_path / "old.spcf", old, NOW), target, NEXT, NOW)
    again = open_project(target)
    assert again.study == made.project.study
    assert again.study.stale == made.project.study.stale != ()
    assert again.factors == made.project.factors != ()


@pytest.fixture
def session(old, tmp_path):
    session = Session(tmp_path / "data", clock=lambda: NOW)
    session.start(copied(old, NEXT, NOW).project.study)
    return session


def test_an_edit_takes_the_mark_away_and_undo_brings_it_back(session):
    before = session.study.stale
    assert "product/volume" in before

    def more(study: Study) -> Study:
        return replace(study, product=replace(study.product, volume=1.0))

    session.edit(more, "Change the volume")
    assert set(before) - set(session.study.stale) == {"product/volume"}
    session.undo()
    assert session.study.stale == before
    session.redo()
    assert "product/volume" not in session.study.stale


def test_where_a_file_lies_is_remembered_outside_of_the_study(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "own"))
    file = tmp_path / "a.spcf"
    remember("old", file)
    assert remembered("old") is None
    file.touch()
    assert remembered("old") == file
    earlier_file().write_text("{", encoding="utf-8")
    assert remembered("old") is None
    remember("", file)
    assert remembered("") is None
