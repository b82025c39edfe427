"""Ids of new rows."""

from __future__ import annotations

from uuid import uuid4


def new_id(prefix: str) -> str:
    """An id no row has: ids are never used twice, not even after a row was removed."""
    return f"{prefix}-{uuid4().hex[:8]}"
