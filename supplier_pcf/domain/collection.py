"""Sheets on which colleagues are asked for numbers: which are out, to whom, until when, and how far they are back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SHEET_MARK = "supplier-pcf/collection/1"
"""Stands in the first, hidden cell of a sheet, followed by its id."""


class Team(StrEnum):
    """Who is asked."""

    PURCHASING = "purchasing"
    PRODUCTION = "production"
    FACILITY = "facility"
    LOGISTICS = "logistics"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionSheet:
    """A sheet that was written for somebody."""

    id: str
    team: Team
    person: str = ""
    due: str = ""
    """ISO date by which the answers are needed; empty: not said."""
    made: str = ""
    """ISO date."""
    asked: int = 0
    """Numbers that were asked for."""
    answered: int = 0
    """Of these, how many were answered when it was last read back."""
    read: str = ""
    """ISO date of the last reading back; empty: it is still out."""
