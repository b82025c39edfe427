"""Who asked for the footprint, and which file was sent to whom when."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRequest:
    """A customer's request for the footprint."""

    id: str
    customer: str = ""
    """Who asks: company, and the person."""
    format_id: str = ""
    """Id of the format asked for; empty: not said."""
    asked: str = ""
    """ISO date."""
    due: str = ""
    """ISO date."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A file that was written to be sent."""

    when: str
    """UTC, as 2026-01-31T12:00:00Z."""
    file: str = ""
    """Its name, without folders."""
    sha256: str = ""
    format_id: str = ""
    release_id: str = ""
    """The release it left under; empty for the summary."""
    request_id: str = ""
    """The request it answers; empty: none was named."""
