"""Points in time as the exchange formats write them: UTC, to the second, with a Z."""

from __future__ import annotations

from datetime import UTC, date, datetime


def midnight(day: date) -> datetime:
    """The first moment of a day, UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def utc_text(moment: datetime) -> str:
    """A point in time as 2026-01-31T12:00:00Z."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def parse_utc(text: str) -> datetime:
    """The point in time a text with a zone names.

    Raises:
        ValueError: it is no time, or it names no zone.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"no time zone: {text}")
    return moment.astimezone(UTC)
