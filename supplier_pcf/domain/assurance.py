"""What a third party has said of a study: verification, and certification of how it was made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AssuranceLevel(StrEnum):
    """How deep a third party has looked at this study's own operations."""

    NONE = "none"
    REGULAR = "regular"
    IN_DEPTH = "in_depth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance:
    """Verification of the study and certification of the way it was made, as held on paper."""

    level: AssuranceLevel = AssuranceLevel.NONE
    provider: str = ""
    standard: str = ""
    statement: str = ""
    """Number or title of the statement."""
    day: str = ""
    """ISO date of the statement."""
    valid_until: str = ""
    """ISO date of the last day the statement may be used, where it says one."""
    has_certified_program: bool = False
    program: str = ""
    """Number of the program's certificate and who issued it."""
    program_from: str = ""
    """ISO date of its first day."""
    program_until: str = ""
    """ISO date of its last day, three years later at most."""
    evidence: tuple[str, ...] = ()
