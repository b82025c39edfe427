"""What a study keeps of its own history: documents, changes, signatures and what left the house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredUnit:
    """What the footprint is declared for: an amount of a unit (ISO 14067 clause 6.3.3)."""

    amount: float = 1.0
    unit: str = "piece"


class EvidenceKind(StrEnum):
    """Sorts of documents a verifier asks for."""

    BILL = "bill"
    READING = "reading"
    INVOICE = "invoice"
    DELIVERY_NOTE = "delivery_note"
    WEIGHING = "weighing"
    CONTRACT = "contract"
    CERTIFICATE = "certificate"
    STATEMENT = "statement"
    DRAWING = "drawing"
    LIST = "list"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A document that proves a number."""

    id: str
    title: str = ""
    file: str = ""
    """Name inside the project file, or empty for paper."""
    sha256: str = ""
    page: str = ""
    period: str = ""
    kind: str = ""
    """What sort of document: a code of `EvidenceKind`, or the user's own word."""
    lies_at: str = ""
    """Where paper, or a file that stays elsewhere, can be seen."""
    proves: str = ""
    """What it proves, in the user's words."""
    items: tuple[str, ...] = ()
    """Items of the register it answers beside those of the lines that name it."""

    @property
    def called(self) -> str:
        """Its title; the name of its file or its id where it has none."""
        return self.title or self.file or self.id

    @property
    def can_be_shown(self) -> bool:
        """Whether a verifier can be given it: there is a file, or it is said where it lies."""
        return bool(self.file or self.lies_at.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Who changed what, when and why."""

    when: str
    who: str = ""
    what: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Prepared, checked or approved: by whom and on which day (ISO date)."""

    name: str = ""
    day: str = ""


class ReleaseStatus(StrEnum):
    """Whether a release is the newest."""

    ACTIVE = "Active"
    DEPRECATED = "Deprecated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A state of the study that left the house: identity and time for exports."""

    id: str
    created: str
    """UTC, as 2026-01-31T12:00:00Z."""
    version: int = 1
    status: ReleaseStatus = ReleaseStatus.ACTIVE
    preceding: tuple[str, ...] = ()
    fingerprint: str = ""
    """SHA-256 of the study's content without its releases."""
    rule_set: str = ""
    declared_unit: DeclaredUnit | None = None
    excluding: float | None = None
    """kg CO2e per declared unit without biogenic uptake, as it left."""
    including: float | None = None
    """The same with the uptake of the product."""
    reason: str = ""
    """Why there is a new one: what changed since the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forerunner:
    """The study of another year from which this one was begun, as it stood then."""

    study_id: str = ""
    title: str = ""
    period_start: date | None = None
    period_end: date | None = None
    rule_set: str = ""
    declared_unit: DeclaredUnit = DeclaredUnit()
    excluding: float | None = None
    """kg CO2e per declared unit without biogenic uptake."""
    including: float | None = None
