"""The verifier's pack: register, remarks, an index, the list as PDF, and the files under harmless names, in one zip."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from supplier_pcf.app import register, remarks
from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.coverage import coverage_of
from supplier_pcf.app.coverage import said as coverage_said
from supplier_pcf.app.evidence import title_of
from supplier_pcf.app.lost_files import file_findings
from supplier_pcf.domain.finding import Finding, Refusal, Severity
from supplier_pcf.domain.study import Study
from supplier_pcf.guard.spreadsheet import csv_bytes
from supplier_pcf.i18n import LANGUAGES, translator
from supplier_pcf.project.attachments import Attachment, may_open
from supplier_pcf.project.container import add
from supplier_pcf.project.whole import replacing
from supplier_pcf.words import Translate, sentence

if TYPE_CHECKING:
    from supplier_pcf.report.evidence_list import Table

_HASH_SIGNS = 16
_INDEX = ("file in this pack", "name", "sha256", "documents")


def write_pack(
    done: Calculated,
    attachments: Mapping[str, Attachment],
    target: Path,
    language: str,
    now: datetime,
) -> tuple[Finding, ...]:
    """Write the pack whole or not at all; returns what of the documents could not go in.

    Raises:
        Refusal: the language is not shipped, or the place cannot be written.
    """
    if language not in LANGUAGES:
        raise Refusal("language.unknown", language=language, known=", ".join(LANGUAGES))
    study = done.study
    found, left = _files(study, attachments)
    rows = register.documents(study, attachments)
    with replacing(target) as handle, zipfile.ZipFile(handle, "w", allowZip64=False) as archive:
        add(archive, "evidence.pdf", evidence_pdf(done, attachments, language, now), now)
        add(
            archive,
            "register.csv",
            register.register_csv(rows, coverage_of(done, attachments)),
            now,
        )
        add(archive, "remarks.csv", remarks.remarks_csv(study), now)
        add(archive, "index.csv", csv_bytes([_INDEX, *_index(study, found)]), now)
        for name, attachment in sorted(found.items()):
            add(archive, name, attachment.read(), now)
    return left


def safe_member(attachment: Attachment) -> str:
    """The name of a file in the pack: the first signs of its hash and its type, nothing of its own name."""
    suffix = PurePosixPath(attachment.name).suffix.lower()
    return f"files/{attachment.sha256[:_HASH_SIGNS]}{suffix}"


def _files(
    study: Study, attachments: Mapping[str, Attachment]
) -> tuple[dict[str, Attachment], tuple[Finding, ...]]:
    """The files to pass on by their names in the pack, and what cannot be passed on."""
    left = {f.where: f for f in file_findings(study, attachments, read=True)}
    found: dict[str, Attachment] = {}
    for evidence in study.evidence:
        where = f"evidence/{evidence.id}"
        if not evidence.file or where in left:
            continue
        attachment = attachments[evidence.file]
        if may_open(attachment.name) and attachment.sha256.isalnum():
            found[safe_member(attachment)] = attachment
            continue
        left[where] = Finding(
            code="evidence.pack_type",
            severity=Severity.WARNING,
            where=where,
            clause="ISO 14064-3",
            params={"name": attachment.name},
        )
    return found, tuple(left.values())


def _index(study: Study, found: Mapping[str, Attachment]) -> list[tuple[str, ...]]:
    titles: dict[str, list[str]] = {}
    for evidence in study.evidence:
        titles.setdefault(evidence.file, []).append(title_of(evidence))
    return [
        (name, a.name, a.sha256, "; ".join(titles.get(a.name, ())))
        for name, a in sorted(found.items())
    ]


def evidence_pdf(
    done: Calculated, attachments: Mapping[str, Attachment], language: str, now: datetime
) -> bytes:
    """The list of evidence as a PDF."""
    from supplier_pcf.report.coverage_bar import coverage_bar
    from supplier_pcf.report.evidence_list import TEXT_WIDTH, EvidenceList, evidence_bytes

    _ = translator(language)
    study, found = done.study, coverage_of(done, attachments)
    listed = EvidenceList(
        product=study.product.name or study.title,
        company=study.company.name,
        made=now,
        said=[sentence(*each, _) for each in coverage_said(found)],
        drawing=coverage_bar(found, _, language, width=TEXT_WIDTH),
        tables=_tables(study, attachments, _),
    )
    return evidence_bytes(listed, language)


def _tables(
    study: Study, attachments: Mapping[str, Attachment], translate: Translate
) -> list[Table]:
    from supplier_pcf.report.evidence_list import Table

    _ = translate
    items = [
        (item_words(row.item, _)[0], item_state(row, _), "; ".join(map(title_of, row.documents)))
        for row in register.items(study)
    ]
    documents = [
        (
            row.title,
            "; ".join(filter(None, (row.evidence.proves, *row.lines))),
            " · ".join(filter(None, (row.evidence.page, row.evidence.period))),
            " · ".join(filter(None, (row.evidence.file, row.evidence.lies_at))),
            row.evidence.sha256,
        )
        for row in register.documents(study, attachments)
    ]
    return [
        Table(
            title=_("What a verifier asks for"),
            widths=(3, 4, 5),
            heads=(_("Item"), _("State"), _("Documents")),
            rows=items,
        ),
        Table(
            title=_("Documents"),
            widths=(4, 5, 2, 4, 5),
            heads=(_("Title"), _("Proves"), _("Page, period"), _("File, place"), "SHA-256"),
            rows=documents,
        ),
    ]


def item_words(item: register.Item, translate: Translate) -> tuple[str, str]:
    """The name of an item of the register, and what to look for."""
    text = sentence(f"register.{item.value}", {}, translate)
    title, colon, look = text.partition("：") if "：" in text else text.partition(": ")
    return (title, look[:1].upper() + look[1:]) if colon else (text, "")


def item_state(row: register.ItemRow, translate: Translate) -> str:
    """Whether an item is answered, in words."""
    _ = translate
    if row.state is register.ItemState.PROVEN:
        return _("proven")
    if row.state is register.ItemState.NOT_NEEDED:
        return _("not needed: {reason}").format(reason=row.not_needed)
    return _("open")
