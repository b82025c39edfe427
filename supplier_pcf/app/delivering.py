"""What leaves the house: exchange files and the PDF summary, refused while errors stand."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.outcome import Refused
from supplier_pcf.app.releases import release_for
from supplier_pcf.domain.delivery import Delivery
from supplier_pcf.domain.finding import Refusal, errors
from supplier_pcf.domain.record import Release
from supplier_pcf.domain.study import Study
from supplier_pcf.formats import FORMATS, Format, Issue, by_id
from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.project.whole import write_whole


def find_format(format_id: str) -> Format:
    """The format of this id.

    Raises:
        Refusal: there is none.
    """
    found = by_id(format_id)
    if found is None:
        known = ", ".join(f.ID for f in FORMATS)
        raise Refusal("format.unknown", id=format_id, known=known)
    return found


class Exported(NamedTuple):
    """What a written file left under, to be recorded in the study."""

    release: Release
    delivery: Delivery
    made: bytes


def export(
    done: Calculated,
    chosen: Format,
    target: Path,
    now: datetime,
    *,
    reason: str = "",
    request_id: str = "",
) -> Exported:
    """Write the study in an exchange format; returns what is to be recorded.

    `reason` says why there is a new release, `request_id` which request the file answers.

    Raises:
        Refused: the study or the format still lacks something; nothing is written.
        Refusal: the place cannot be written.
    """
    done.require_no_errors()
    require_request(done.study, request_id)
    release = release_for(done.study, now, done.result, reason)
    issue = Issue.of(done.examined, release, done.findings)
    missing = errors(chosen.lacks(issue))
    if missing:
        raise Refused(missing)
    made = chosen.render(issue)
    write_whole(target, made)
    return Exported(release, delivery_of(made, target, chosen.ID, now, release, request_id), made)


def delivery_of(
    made: bytes,
    target: Path,
    format_id: str,
    now: datetime,
    release: Release | None = None,
    request_id: str = "",
) -> Delivery:
    """The entry for a file that was written."""
    return Delivery(
        when=now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        file=target.name,
        sha256=hashlib.sha256(made).hexdigest(),
        format_id=format_id,
        release_id=release.id if release else "",
        request_id=request_id,
    )


def require_request(study: Study, request_id: str) -> None:
    """A request that is named must be in the log.

    Raises:
        Refusal: it is not.
    """
    known = [request.id for request in study.requests]
    if request_id and request_id not in known:
        raise Refusal("delivery.no_request", id=request_id[:40], known=", ".join(known) or "–")


def report(done: Calculated, target: Path, language: str, now: datetime) -> bytes:
    """Write the PDF summary in a language; returns what was written.

    Raises:
        Refused: the study still lacks something; nothing is written.
        Refusal: the language is not shipped, or the place cannot be written.
    """
    if language not in LANGUAGES:
        raise Refusal("language.unknown", language=language, known=", ".join(LANGUAGES))
    done.require_no_errors()
    from supplier_pcf.app.scenarios import told_in_report
    from supplier_pcf.report.summary import summary_of

    supposed = told_in_report(done, language)
    made = summary_of(done.examined, done.findings, language, now, supposed)
    write_whole(target, made)
    return made
