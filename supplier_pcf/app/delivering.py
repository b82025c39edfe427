"""What leaves the house: exchange files and the PDF summary, refused while errors stand."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.outcome import Refused
from supplier_pcf.app.releases import release_for
from supplier_pcf.domain.finding import Refusal, errors
from supplier_pcf.domain.study import Release
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


def export(done: Calculated, chosen: Format, target: Path, now: datetime) -> Release:
    """Write the study in an exchange format; returns the release it left under, to be recorded.

    Raises:
        Refused: the study or the format still lacks something; nothing is written.
        Refusal: the place cannot be written.
    """
    done.require_no_errors()
    release = release_for(done.study, now, done.result)
    issue = Issue.of(done.examined, release, done.findings)
    missing = errors(chosen.lacks(issue))
    if missing:
        raise Refused(missing)
    write_whole(target, chosen.render(issue))
    return release


def report(done: Calculated, target: Path, language: str, now: datetime) -> None:
    """Write the PDF summary in a language.

    Raises:
        Refused: the study still lacks something; nothing is written.
        Refusal: the language is not shipped, or the place cannot be written.
    """
    if language not in LANGUAGES:
        raise Refusal("language.unknown", language=language, known=", ".join(LANGUAGES))
    done.require_no_errors()
    from supplier_pcf.report.summary import summary_of

    write_whole(target, summary_of(done.examined, done.findings, language, now))
