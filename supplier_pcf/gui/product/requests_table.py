"""Who asked for the footprint, until when, and what was sent; and every release with the files it left in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from supplier_pcf.app.deliverables import PDF, format_titles
from supplier_pcf.app.requests_log import (
    is_late,
    sent_for,
    with_new_request,
    with_requests,
    without_requests,
)
from supplier_pcf.domain.delivery import CustomerRequest, Delivery
from supplier_pcf.domain.numbers import NOTHING, significant
from supplier_pcf.domain.record import Release, ReleaseStatus
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.tables.cells import Column, Kind, of_field
from supplier_pcf.gui.tables.rows_table import Rows, RowsTable

_HASH_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SentRow:
    """A file that was sent, as a row."""

    id: str
    delivery: Delivery
    version: int | None


def formats_with_words(context: Context) -> Sequence[tuple[str, str]]:
    """Every format by its id, the summary too, nothing first."""
    return (("", ""), (PDF, context.translate("PDF summary")), *format_titles())


def requests_table(context: Context) -> RowsTable:
    """One row a request; what was sent for it is filled in by the saving."""
    _ = context.translate
    rows = Rows(
        name="requests",
        get=lambda study: study.requests,
        put=with_requests,
        add=lambda study: with_new_request(study, context.session.now().date()),
        remove=without_requests,
    )
    words = (
        _("Add request"),
        _("Remove request"),
        _("Who asked for the footprint, in which format, until when. Such as: OEM, Ms Weber."),
    )
    return _short(RowsTable(context, rows, _request_columns(context), words))


def _request_columns(context: Context) -> list[Column]:
    _ = context.translate
    return [
        Column(key="id", title=_("No."), kind=Kind.READ_ONLY, get=lambda r: r.id, width=52),
        of_field("customer", _("Customer, person"), Kind.TEXT, width=170),
        of_field(
            "format_id",
            _("Format"),
            Kind.CHOICE,
            options=formats_with_words,
            width=140,
        ),
        _day(context, "asked", _("Asked on")),
        _day(context, "due", _("Due on")),
        Column(
            key="sent",
            title=_("Sent"),
            kind=Kind.READ_ONLY,
            get=lambda r: r.id,
            show=_answer,
            width=150,
        ),
        of_field("note", _("Note"), Kind.TEXT, width=110),
    ]


def _day(context: Context, key: str, title: str) -> Column:
    _ = context.translate

    def look(row: CustomerRequest, where: Context) -> str:
        late = key == "due" and is_late(where.study, row, where.session.now().date())
        return "" if _is_day(getattr(row, key)) and not late else "problem"

    def hint(row: CustomerRequest, _where: Context) -> str:
        return "" if _is_day(getattr(row, key)) else _("Write the day as 2026-05-31.")

    return replace(of_field(key, title, Kind.TEXT, width=90), look=look, hint=hint)


def _is_day(text: str) -> bool:
    try:
        return not text or bool(date.fromisoformat(text))
    except ValueError:
        return False


def _answer(request: CustomerRequest, context: Context) -> str:
    sent = sent_for(context.study, request)
    if sent:
        return f"{sent[0].when[:10]}  {sent[0].file}"
    today = context.session.now().date()
    return context.translate("late") if is_late(context.study, request, today) else NOTHING


def releases_table(context: Context) -> RowsTable:
    """Every release: its number, day and figure, whether it is the newest, and why it was made."""
    _ = context.translate
    rows = Rows(name="releases", get=_newest_first, put=lambda study, _changed: study)
    status = {ReleaseStatus.ACTIVE: _("newest"), ReleaseStatus.DEPRECATED: _("superseded")}
    columns = [
        _told("version", _("Version"), 70, lambda r, _c: str(r.version)),
        _told("created", _("Day"), 96, lambda r, _c: r.created[:10]),
        _told("excluding", _("kg CO₂e without uptake"), 170, _figure),
        _told("status", _("Status"), 110, lambda r, _c: status[r.status]),
        _told("reason", _("Reason of the change"), 260, lambda r, _c: r.reason or NOTHING),
    ]
    return _short(RowsTable(context, rows, columns))


def _newest_first(study: Study) -> tuple[Release, ...]:
    return study.releases[::-1]


def _figure(release: Release, context: Context) -> str:
    return significant(release.excluding, context.language)


def sent_table(context: Context) -> RowsTable:
    """Every file that was written to be sent, the newest first."""
    _ = context.translate
    rows = Rows(name="sent", get=sent_rows, put=lambda study, _changed: study)
    words = dict(formats_with_words(context))
    columns = [
        _told("when", _("Time (UTC)"), 124, lambda r, _c: r.delivery.when.replace("T", " ")[:16]),
        _told("file", _("File"), 180, lambda r, _c: r.delivery.file),
        _told(
            "format",
            _("Format"),
            150,
            lambda r, _c: words.get(r.delivery.format_id, r.delivery.format_id),
        ),
        _told("version", _("Version"), 70, lambda r, _c: str(r.version or NOTHING)),
        _told("request", _("Request"), 80, lambda r, _c: r.delivery.request_id or NOTHING),
        _told("sha256", _("SHA-256"), 120, lambda r, _c: r.delivery.sha256[:_HASH_SHOWN] + "…"),
    ]
    return _short(RowsTable(context, rows, columns))


def sent_rows(study: Study) -> tuple[SentRow, ...]:
    """The files with the number of the release they left under."""
    versions = {release.id: release.version for release in study.releases}
    rows = (
        SentRow(id=str(number), delivery=each, version=versions.get(each.release_id))
        for number, each in enumerate(study.deliveries)
    )
    return tuple(rows)[::-1]


def _told(key: str, title: str, width: int, show: Callable[..., str]) -> Column:
    def hint(row: object, _context: Context) -> str:
        return row.delivery.sha256 if isinstance(row, SentRow) and key == "sha256" else ""

    return Column(
        key=key,
        title=title,
        kind=Kind.READ_ONLY,
        get=lambda row: row.id,
        show=show,
        hint=hint,
        width=width,
    )


def _short(table: RowsTable) -> RowsTable:
    table.view.verticalHeader().hide()
    table.view.setMinimumHeight(150)
    return table
