"""What passes between the maker of a study and its verifier: answers, remarks, records drawn for a test."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from supplier_pcf.domain.assurance import AssuranceLevel


class Answer(StrEnum):
    """How a point of the checklist is answered."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistAnswer:
    """The answer to a point of the checklist that a person has to judge."""

    point: str
    """Id of the point."""
    answer: Answer | None = None
    note: str = ""
    by: str = ""
    day: str = ""
    """ISO date."""
    evidence: tuple[str, ...] = ()


ROUNDS = 2
"""Rounds of feedback; after them the verifier decides (STANDARDS E.2)."""


class CommentClass(StrEnum):
    """How much a remark weighs, in the classes verifiers use."""

    MATERIAL_MISSTATEMENT = "material_misstatement"
    MISSTATEMENT = "misstatement"
    MATERIAL_NONCONFORMITY = "material_nonconformity"
    NONCONFORMITY = "nonconformity"
    IMPROVEMENT = "improvement"
    """An opportunity for improvement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark of the verifier and the answer to it."""

    id: str
    round: int = 1
    """From 1 to `ROUNDS`."""
    kind: CommentClass | None = None
    where: str = ""
    """Path as in findings; empty: the study as a whole."""
    text: str = ""
    by: str = ""
    day: str = ""
    answer: str = ""
    answered_by: str = ""
    answered_day: str = ""
    is_settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRecord:
    """A record drawn for a test: the n-th of a line's records, and whether it was found."""

    where: str
    """Path of the line: `meters/<id>`, `materials/<id>`."""
    number: int
    """Counted from 1."""
    of: int = 0
    """How many records the line had when it was drawn."""
    is_found: bool | None = None
    evidence: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplingDrill:
    """A test of records before the verifier comes, as its seed drew it."""

    id: str
    seed: int = 0
    level: AssuranceLevel = AssuranceLevel.REGULAR
    day: str = ""
    drawn: tuple[DrawnRecord, ...] = ()
    with_error: tuple[str, ...] = ()
    """Lines drawn again with the larger number, because one record was not found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCount:
    """How many records (bills, delivery notes) stand behind a line in the reference period."""

    where: str
    """Path of the line: `meters/<id>`, `materials/<id>`."""
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterNote:
    """Why an item of the evidence register is not needed for this study."""

    item: str
    """Id of the item."""
    not_needed: str = ""
    """The reason; empty: it is needed."""
