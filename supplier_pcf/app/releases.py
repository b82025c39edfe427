"""Releases: the identity and time under which a state of a study leaves the house."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime

from supplier_pcf.domain.delivery import Delivery
from supplier_pcf.domain.record import Release, ReleaseStatus
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.result import Result
from supplier_pcf.project.codec import fingerprint


def release_for(
    study: Study, now: datetime, result: Result | None = None, reason: str = ""
) -> Release:
    """The release of exactly this content: the recorded one, or a new one that follows the last.

    A new one keeps the figures of the result, so that a later one can be held against them.

    PACT 3: any change asks for a new id, and the new record names the ones before it.
    """
    content = fingerprint(study)
    known = next((r for r in study.releases if r.fingerprint == content), None)
    if known is not None:
        return known
    return Release(
        id=str(uuid.uuid4()),
        created=now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        version=1 + max((r.version for r in study.releases), default=0),
        preceding=tuple(r.id for r in study.releases),
        fingerprint=content,
        rule_set=study.rule_set,
        declared_unit=study.declared_unit,
        excluding=result.excluding if result else None,
        including=result.including if result else None,
        reason=reason.strip(),
    )


def with_delivery(study: Study, delivery: Delivery) -> Study:
    """The same study with one more file sent."""
    return replace(study, deliveries=(*study.deliveries, delivery))


def with_release(study: Study, release: Release) -> Study:
    """The same study with this release as its newest; the ones before it are superseded."""
    if any(r.id == release.id for r in study.releases):
        return study
    old = tuple(replace(r, status=ReleaseStatus.DEPRECATED) for r in study.releases)
    return replace(study, releases=(*old, release))
