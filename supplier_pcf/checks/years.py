"""Year against year: is what was carried over confirmed, and can both years be compared (ISO 14067 clause 6.4.7)?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.carried import GROUPS, group_of, period_name, yearly_places
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.record import Forerunner
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.study import Period
from supplier_pcf.rules import LeadValue

LAST_YEAR = "result/last-year"
"""Where the question about last year stands."""
_TRACKING = "ISO 14067:2018, 6.4.7"
_TIME = "ISO 14067:2018, 6.3.6"


def carried_values_are_confirmed(examined: Examined) -> Iterator[Finding]:
    """A value of another year never counts silently: one finding for each step that still holds some."""
    study = examined.study
    if not study.stale:
        return
    last = study.forerunner or Forerunner()
    counts = Counter(map(group_of, {*yearly_places(study), *study.stale}))
    waiting = Counter(map(group_of, study.stale))
    for group in GROUPS:
        if waiting[group]:
            yield Finding(
                code="years.not_confirmed",
                severity=Severity.ERROR,
                where=next(place for place in study.stale if group_of(place) is group),
                clause=_TIME,
                params={
                    "confirmed": counts[group] - waiting[group],
                    "all": counts[group],
                    "year": period_name(last.period_start, last.period_end) or last.title,
                },
            )


def readings_are_of_the_period(examined: Examined) -> Iterator[Finding]:
    """Readings of other days count nothing: a meter with no day of the period would make its energy vanish."""
    period = examined.study.period
    used = {use.meter_id for use in examined.study.energy_uses}
    for meter in examined.study.meters:
        if meter.id in used and meter.readings and not _is_in(meter, period):
            yield Finding(
                code="years.readings_elsewhere",
                severity=Severity.ERROR,
                where=f"meters/{meter.id}/readings",
                clause=_TIME,
                params={
                    "name": meter.name or meter.id,
                    "period": period_name(period.start, period.end),
                },
            )


def _is_in(meter: Meter, period: Period) -> bool:
    """Whether a reading holds a day of the period; a period without both days holds every day."""
    if period.start is None or period.end is None or period.end < period.start:
        return True
    return any(r.start <= period.end and r.end >= period.start for r in meter.readings)


def figure_of_last_year_still_stands(examined: Examined) -> Iterator[Finding]:
    """The figure is above last year's by more than the rules allow without telling the customer."""
    last, limit = examined.study.forerunner, examined.rules.update_above_percent
    if last is None or limit is None or examined.study.stale or not examined.result.complete:
        return
    if _differs(examined, last):
        return
    is_including = examined.rules.lead is LeadValue.INCLUDING_UPTAKE
    old = last.including if is_including else last.excluding
    new = examined.result.including if is_including else examined.result.excluding
    percent = 100 * (new - old) / abs(old) if old else 0.0
    if percent >= limit:
        yield Finding(
            code="years.risen",
            severity=Severity.WARNING,
            where=LAST_YEAR,
            clause=examined.rules.clauses.get("update", ""),
            params={
                "percent": round(percent, 1),
                "year": period_name(last.period_start, last.period_end) or last.title,
                "rules": examined.rules.title,
                "limit": limit,
            },
        )


def both_years_are_made_alike(examined: Examined) -> Iterator[Finding]:
    """Another unit or other rules than last year: the bare figures may not be held against each other."""
    last = examined.study.forerunner
    if last is not None and _differs(examined, last):
        yield Finding(
            code="years.not_alike",
            severity=Severity.NOTE,
            where=LAST_YEAR,
            clause=_TRACKING,
            params={"year": period_name(last.period_start, last.period_end) or last.title},
        )


def _differs(examined: Examined, last: Forerunner) -> bool:
    study = examined.study
    return last.declared_unit != study.declared_unit or last.rule_set != study.rule_set
