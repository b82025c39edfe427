"""What is asked of a supplier who is to tell the footprint of what he delivers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierRequest:
    """One request for one row of a study; nothing of the study beyond that row is in it."""

    item: str
    part_number: str = ""
    designation: str = ""
    supplier: str = ""
    unit: str = "kg"
    """What the footprint is to be declared for: one of this."""
    company: str = ""
    contact: str = ""
    email: str = ""
    phone: str = ""
    period_start: date | None = None
    period_end: date | None = None
    due: date | None = None
    made_on: date | None = None
    sheet: str = ""
    """Name of the file to fill in."""
