"""Does the footprint that left the house still stand (Catena-X v4, 7.2.2; PACT 3)?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.record import Release, ReleaseStatus
from supplier_pcf.rules import LeadValue
from supplier_pcf.rules.validity import valid_until

_DAY = 10
"""Signs of a date in ISO form."""


def released_figure_still_stands(examined: Examined) -> Iterator[Finding]:
    """The figure has moved by more than the rules allow without a new release; a fall is a note only."""
    release, limit = _last(examined), examined.rules.update_above_percent
    if release is None or limit is None or release.declared_unit != examined.study.declared_unit:
        return
    is_including = examined.rules.lead is LeadValue.INCLUDING_UPTAKE
    old = release.including if is_including else release.excluding
    new = examined.result.including if is_including else examined.result.excluding
    if not old or not examined.result.complete:
        return
    percent = 100 * (new - old) / abs(old)
    if abs(percent) >= limit:
        yield Finding(
            code="release.risen" if percent > 0 else "release.fallen",
            severity=Severity.WARNING if percent > 0 else Severity.NOTE,
            where="releases",
            clause=examined.rules.clauses.get("update", ""),
            params={
                "percent": round(abs(percent), 1),
                "day": release.created[:_DAY],
                "rules": examined.rules.title,
                "limit": limit,
            },
        )


def released_figure_is_not_too_old(examined: Examined) -> Iterator[Finding]:
    """The time for which the last release may be used is over."""
    release, period_end = _last(examined), examined.study.period.end
    if release is None or period_end is None:
        return
    try:
        released = date.fromisoformat(release.created[:_DAY])
    except ValueError:
        return
    until = valid_until(max(released, period_end), period_end, examined.rules)
    if until < examined.result.as_of:
        yield Finding(
            code="release.expired",
            severity=Severity.WARNING,
            where="releases",
            clause=examined.rules.clauses.get("validity", ""),
            params={"day": release.created[:_DAY], "until": until.isoformat()},
        )


def _last(examined: Examined) -> Release | None:
    """The newest release that was not superseded."""
    active = (r for r in examined.study.releases if r.status is ReleaseStatus.ACTIVE)
    return max(active, key=lambda release: release.version, default=None)
