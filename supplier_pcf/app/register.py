"""The evidence register: seventeen items a verifier asks for, and the documents that answer them (STANDARDS E.1)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from supplier_pcf.app.coverage import Coverage
from supplier_pcf.app.evidence import places_of, title_of
from supplier_pcf.app.lost_files import problem_of
from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.study import FLOW_KINDS, Study
from supplier_pcf.domain.verification import RegisterNote
from supplier_pcf.guard.spreadsheet import csv_bytes
from supplier_pcf.project.attachments import Attachment


class Item(StrEnum):
    """What a verifier asks for, in the order of the register; its words live in `words`."""

    COMPANY = "company"
    PRODUCT = "product"
    PROCESS = "process"
    BOUNDARY = "boundary"
    CONTROLS = "controls"
    ELECTRICITY = "electricity"
    FUELS = "fuels"
    MATERIALS = "materials"
    PRODUCTION = "production"
    LOGISTICS = "logistics"
    WASTE = "waste"
    GASES = "gases"
    MODEL = "model"
    TRACE = "trace"
    SOFTWARE = "software"
    SCREENING = "screening"
    NOTES = "notes"


_OF_KIND: Mapping[str, Item] = {
    "materials": Item.MATERIALS,
    "direct_emissions": Item.GASES,
    "outside_processes": Item.MATERIALS,
    "packaging": Item.PRODUCT,
    "wastes": Item.WASTE,
    "transports": Item.LOGISTICS,
}
"""The item that a document behind a line of this kind answers by itself."""


class ItemState(StrEnum):
    """Whether an item is answered."""

    OPEN = "open"
    PROVEN = "proven"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One item with its documents, or with the reason why it is not needed."""

    item: Item
    state: ItemState
    documents: tuple[Evidence, ...] = ()
    not_needed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document with what it answers and proves."""

    evidence: Evidence
    title: str
    items: tuple[Item, ...]
    places: tuple[str, ...]
    """Paths of the lines and meters it stands behind."""
    lines: tuple[str, ...]
    """Their names."""
    problem: str = ""
    """Code of what is wrong with it; empty where nothing is."""


def items_of(study: Study, evidence: Evidence) -> tuple[Item, ...]:
    """The items a document answers: as the user said, and by the lines it stands behind."""
    known = {item.value: item for item in Item}
    own = {known[i] for i in evidence.items if i in known}
    found = own | {i for w in places_of(study, evidence.id) if (i := _item_of(study, w))}
    return tuple(item for item in Item if item in found)


def _item_of(study: Study, where: str) -> Item | None:
    kind, _, of = where.partition("/")
    if kind in ("meters", "energy_uses"):
        row = next((row for row in getattr(study, kind) if row.id == of), None)
        carrier = row.carrier if row is not None else None
        return Item.ELECTRICITY if carrier is Carrier.ELECTRICITY else Item.FUELS
    return _OF_KIND.get(kind)


def items(study: Study) -> tuple[ItemRow, ...]:
    """All seventeen items in their order."""
    answered: dict[Item, list[Evidence]] = {item: [] for item in Item}
    for evidence in study.evidence:
        for item in items_of(study, evidence) if evidence.can_be_shown else ():
            answered[item].append(evidence)
    reasons = {note.item: note.not_needed.strip() for note in study.register}
    return tuple(_row(item, answered[item], reasons.get(item.value, "")) for item in Item)


def _row(item: Item, documents: Sequence[Evidence], reason: str) -> ItemRow:
    state = ItemState.OPEN
    if documents:
        state = ItemState.PROVEN
    elif reason:
        state = ItemState.NOT_NEEDED
    return ItemRow(item=item, state=state, documents=tuple(documents), not_needed=reason)


def not_needed(study: Study, item: Item, reason: str) -> Study:
    """The same study with a reason why an item is not needed; an empty one makes it needed again."""
    kept = tuple(note for note in study.register if note.item != item.value)
    new = (RegisterNote(item=item.value, not_needed=reason),) if reason.strip() else ()
    return replace(study, register=(*kept, *new))


def documents(study: Study, attachments: Mapping[str, Attachment]) -> tuple[DocumentRow, ...]:
    """All documents in their order; the files are known by their names."""
    names = names_of(study)
    return tuple(
        DocumentRow(
            evidence=evidence,
            title=title_of(evidence),
            items=items_of(study, evidence),
            places=(places := places_of(study, evidence.id)),
            lines=tuple(names.get(where, where) for where in places),
            problem=problem_of(evidence, attachments),
        )
        for evidence in study.evidence
    )


def names_of(study: Study) -> dict[str, str]:
    """The names of all lines and meters by their places."""
    return {
        f"{kind}/{row.id}": row.name or row.id
        for kind in (*FLOW_KINDS, "meters")
        for row in getattr(study, kind)
    }


COLUMNS = (
    "document",
    "items",
    "proves",
    "lines",
    "kind",
    "page",
    "period",
    "lies at",
    "file",
    "sha256",
    "problem",
)


def register_csv(rows: Collection[DocumentRow], found: Coverage) -> bytes:
    """The register as CSV: every document, then every line without one, the heaviest first."""
    table: list[Sequence[str]] = [COLUMNS]
    for row in rows:
        evidence = row.evidence
        table.append(
            (
                row.title,
                "; ".join(item.value for item in row.items),
                evidence.proves,
                "; ".join(row.places),
                evidence.kind,
                evidence.page,
                evidence.period,
                evidence.lies_at,
                evidence.file,
                evidence.sha256,
                row.problem,
            )
        )
    for line in found.open:
        blank = [""] * (len(COLUMNS) - 5)
        table.append(("", "", "", f"{line.kind}/{line.id}", *blank, "not proven"))
    return csv_bytes(table)
