"""Asking colleagues for numbers: the sheet for a team, and what of a sheet that came back can be taken over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import uuid4

from supplier_pcf.app.asked_fields import Ask, Kind, all_asks, asks, units_for, with_answer
from supplier_pcf.app.reply_values import Trouble, value_of
from supplier_pcf.domain.collection import CollectionSheet, Team
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.numbers import decimal_string
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.forms.collection_sheet import COLUMNS, Line, as_workbook
from supplier_pcf.i18n import translator
from supplier_pcf.importers.collection_sheet import Replies, Reply, read_collection_sheet
from supplier_pcf.project.whole import without_signs, write_whole
from supplier_pcf.words import Translate
from supplier_pcf.words.collection_sheet import title


class Status(StrEnum):
    """What became of a row that came back."""

    EMPTY = "empty"
    """Not answered: what is known stays."""
    SAME = "same"
    """Answered as it was known."""
    NEW = "new"
    CONFLICT = "conflict"
    """The study was changed meanwhile: both are shown, nothing is taken unasked."""
    UNREADABLE = "unreadable"
    GONE = "gone"
    """The row is not in the study any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """One row that came back, with what it would put into the study."""

    reply: Reply
    status: Status
    ask: Ask | None = None
    value: Any = None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack:
    """A sheet that came back, row by row."""

    sheet_id: str
    rows: tuple[Back, ...]

    def count(self, status: Status) -> int:
        """How many rows became this."""
        return sum(row.status is status for row in self.rows)


def new_record(
    study: Study, team: Team, person: str, due: date | None, now: datetime
) -> CollectionSheet:
    """The record of a sheet that is about to be written."""
    return CollectionSheet(
        id=str(uuid4()),
        team=team,
        person=person.strip(),
        due=due.isoformat() if due else "",
        made=now.date().isoformat(),
        asked=len(asks(study, team)),
    )


def write_sheet(study: Study, record: CollectionSheet, folder: Path, language: str) -> Path:
    """Write the sheet of a record into a folder, made if missing; returns the file.

    Raises:
        Refusal: the study has no rows to ask about, or the folder cannot be written.
    """
    made = sheet_of(study, record, language)
    team = _team_title(record.team, translator(language))
    name = without_signs(f"{study.product.part_number or study.product.name} {team}")
    path = folder / f"{' '.join(name.split())[:80].strip(' .')}.xlsx"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal("file.no_folder", file=folder.name) from error
    write_whole(path, made)
    return path


def sheet_of(study: Study, record: CollectionSheet, language: str) -> bytes:
    """The workbook for a record, in a language.

    Raises:
        Refusal: the study has no rows to ask about.
    """
    _ = translator(language)
    asked = asks(study, record.team)
    if not asked:
        raise Refusal("collect.nothing_to_ask", team=_team_title(record.team, _))
    heads = [title(f"collect.head.{name}", {}, _) for name in COLUMNS[2:]]
    lines = [_line(ask, _, "," if language == "de" else ".") for ask in asked]
    params = {"team": _team_title(record.team, _), "product": study.product.name or "–"}
    heading = title("collect.sheet.title", params, _)
    return as_workbook(record.id, heading, _lead(study, record, _), heads, lines)


def _lead(study: Study, record: CollectionSheet, _: Translate) -> list[str]:
    lead: list[str] = []
    if record.due:
        code = "collect.sheet.to" if record.person else "collect.sheet.to_nobody"
        lead.append(title(code, {"person": record.person, "due": record.due}, _))
    if study.period.start and study.period.end:
        days = {"start": study.period.start.isoformat(), "end": study.period.end.isoformat()}
        lead.append(title("collect.sheet.period", days, _))
    return [*lead, title("collect.sheet.how", {}, _)]


def _line(ask: Ask, _: Translate, decimal: str) -> Line:
    name = f"{ask.field.rows}.{ask.field.name}"
    return Line(
        path=ask.path,
        sent=plain(ask.known),
        item=ask.item,
        asked=title(f"collect.{name}", {}, _),
        known=shown(ask, ask.known, _, decimal),
        unit=ask.unit,
        units=units_for(ask),
        choices=tuple(title(f"collect.choice.{c}", {}, _) for c in ask.field.choices),
        where=title(f"collect.where.{name}", {}, _),
        why=title(f"collect.why.{ask.field.rows}", {}, _),
    )


def _team_title(team: Team, _: Translate) -> str:
    return title(f"collect.team.{team.value}", {}, _)


def plain(value: Any) -> str:
    """A value as the program writes it, for telling whether it has changed."""
    if isinstance(value, Quantity):
        return f"{decimal_string(value.value)} {value.unit}"
    return decimal_string(value) if isinstance(value, float | int) else str(value or "")


def shown(ask: Ask, value: Any, _: Translate, decimal: str) -> str:
    """A value as colleagues read it."""
    if value is None or value == "":
        return ""
    if ask.field.kind is Kind.CHOICE:
        return title(f"collect.choice.{value}", {}, _)
    if ask.field.kind is Kind.SHARE:
        return f"{decimal_string(round(value * 100, 10))} %".replace(".", decimal)
    if isinstance(value, Quantity):
        return f"{decimal_string(value.value).replace('.', decimal)} {value.unit}"
    return decimal_string(value).replace(".", decimal) if isinstance(value, float | int) else value


def with_record(study: Study, record: CollectionSheet) -> Study:
    """The study with the record of a sheet, in place of the one of its id."""
    others = tuple(r for r in study.collections if r.id != record.id)
    return replace(study, collections=(*others, record))


def without_record(study: Study, sheet_id: str) -> Study:
    """The study that knows nothing of a sheet any more."""
    kept = tuple(record for record in study.collections if record.id != sheet_id)
    return replace(study, collections=kept)


def came_back(study: Study, path: Path, decimal: str) -> CameBack:
    """What is on a sheet, compared with the study as it stands; nothing is changed.

    Raises:
        Refusal: it is no such sheet, of another study, damaged or hostile.
    """
    replies = read_collection_sheet(path)
    known = all_asks(study)
    rows = tuple(_back(reply, known.get(reply.path), decimal) for reply in _last_of_each(replies))
    if rows and all(row.status is Status.GONE for row in rows):
        raise Refusal("collect.other_study", file=path.name)
    return CameBack(sheet_id=replies.sheet_id, rows=rows)


def _last_of_each(replies: Replies) -> Iterable[Reply]:
    """A row that was copied counts once, the answered one before an empty one."""
    found: dict[str, Reply] = {}
    for reply in replies.rows:
        before = found.get(reply.path)
        if before is None or reply.answer not in (None, ""):
            found[reply.path] = reply
    return found.values()


def _back(reply: Reply, ask: Ask | None, decimal: str) -> Back:
    if ask is None:
        return Back(reply=reply, status=Status.GONE)
    if reply.is_formula:
        return Back(
            reply=reply, ask=ask, status=Status.UNREADABLE, trouble=Trouble("collect.formula", {})
        )
    value = value_of(ask, reply, decimal)
    if isinstance(value, Trouble):
        return Back(reply=reply, ask=ask, status=Status.UNREADABLE, trouble=value)
    return Back(reply=reply, ask=ask, value=value, status=_status(reply, ask, value))


def _status(reply: Reply, ask: Ask, value: Any) -> Status:
    if value is None:
        return Status.EMPTY
    if value == ask.known:
        return Status.SAME
    return Status.NEW if plain(ask.known) == reply.sent else Status.CONFLICT


def taken_over(study: Study, back: CameBack, now: datetime, settled: Iterable[str] = ()) -> Study:
    """The study with all new answers, and those of conflicts whose paths are `settled` for the sheet."""
    wanted = frozenset(settled)
    for row in back.rows:
        if row.status is Status.NEW or row.reply.path in wanted:
            study = with_answer(study, row.reply.path, row.value)
    record = next((r for r in study.collections if r.id == back.sheet_id), None)
    if record is None:
        return study
    answered = len(back.rows) - back.count(Status.EMPTY) - back.count(Status.UNREADABLE)
    read = replace(record, answered=answered, read=now.date().isoformat())
    return with_record(study, read)
