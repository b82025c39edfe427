"""Copy for next year: the study begun anew for another period, with what belongs to the old one taken out or marked.

Taken out, for it is about the old figure: releases, files sent, requests, the change log, remarks, the checklist,
tests of records, verification, checks and approvals. Meter readings go too: they carry their days, and outside the
period they would count nothing. What stays and belongs to a year is marked until it is changed or confirmed.
Kept as it is: what a drawing says, factors, documents, texts, scenarios.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.documents import calculate_project, save_project
from supplier_pcf.app.keeping import without_copies
from supplier_pcf.domain.assurance import Assurance
from supplier_pcf.domain.carried import yearly_places
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.record import Forerunner, Signature
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.study import Period, Study
from supplier_pcf.project.file import Project

_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A study for the next period, and what became of the old one's values."""

    project: Project
    marked: int
    """Values that are carried over and to be confirmed."""
    emptied: int
    """Meters whose readings were taken out."""


def next_period(period: Period) -> Period:
    """The period that follows, as long as this one: whole months where it is of whole months."""
    start, end = period.start, period.end
    if start is None or end is None or end < start or end.year >= date.max.year - 3:
        return Period()
    begin = end + timedelta(days=1)
    months = (begin.year - start.year) * _MONTHS + begin.month - start.month
    if begin.day == start.day and months:
        return Period(start=begin, end=_months_later(begin, months) - timedelta(days=1))
    return Period(start=begin, end=begin + (end - start))


def _months_later(day: date, months: int) -> date:
    """The first of the month where the day is not in it; periods of whole months rarely begin there."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    try:
        return day.replace(year=day.year + years, month=month + 1)
    except ValueError:
        return day.replace(year=day.year + years, month=month + 1, day=1)


def for_next_year(done: Calculated, period: Period, new_id: str) -> Study:
    """The study as it is begun for this period, the values of the old one marked.

    Raises:
        Refusal: the period has no first or last day, or ends before it begins.
    """
    if period.start is None or period.end is None or period.end < period.start:
        raise Refusal("years.bad_period")
    study = done.study
    begun = replace(
        study,
        id=new_id,
        title=_with_year(study.title, study.period, period),
        period=period,
        meters=tuple(_unread(meter) for meter in study.meters),
        changes=(),
        prepared=replace(study.prepared, day=""),
        checked=Signature(),
        approved=Signature(),
        assurance=Assurance(),
        checklist=(),
        comments=(),
        drills=(),
        releases=(),
        requests=(),
        deliveries=(),
        forerunner=_forerunner(done),
        stale=(),
    )
    return replace(begun, stale=yearly_places(begun))


def copied(project: Project, period: Period, now: datetime, new_id: str = "") -> Copied:
    """The project for the next period; documents and copies of factors go along, copies of sent files do not.

    Raises:
        Refusal: the period is not sound.
    """
    study = for_next_year(calculate_project(project, now.date()), period, new_id or str(uuid4()))
    own = without_copies(project)
    begun = Project(study=study, factors=project.factors, attachments=own.attachments)
    emptied = sum(bool(meter.readings) for meter in project.study.meters)
    return Copied(project=begun, marked=len(study.stale), emptied=emptied)


def copy_for_next_year(project: Project, target: Path, period: Period, now: datetime) -> Copied:
    """Write the study for the next period to a file.

    Raises:
        Refusal: the period is not sound, or the file cannot be written.
    """
    made = copied(project, period, now)
    return replace(made, project=save_project(target, made.project, now))


def _forerunner(done: Calculated) -> Forerunner:
    """The study as it stands; a figure that is not whole is not kept as one."""
    study, result = done.study, done.result
    return Forerunner(
        study_id=study.id,
        title=study.title,
        period_start=study.period.start,
        period_end=study.period.end,
        rule_set=study.rule_set,
        declared_unit=study.declared_unit,
        excluding=result.excluding if result.complete else None,
        including=result.including if result.complete else None,
    )


def _unread(meter: Meter) -> Meter:
    return replace(meter, readings=()) if meter.readings else meter


def _with_year(title: str, old: Period, new: Period) -> str:
    """A year in the title moves on with the period."""
    if old.end is None or new.end is None:
        return title
    return title.replace(str(old.end.year), str(new.end.year))
