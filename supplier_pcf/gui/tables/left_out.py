"""A row that is left out: why, and how much it would have added, as fields of its details."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from supplier_pcf.domain.flows import Exclusion
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.tables.cells import Column, Kind


def left_out_columns(context: Context) -> list[Column]:
    """The reason and the estimate; where both are empty, the row counts."""
    _ = context.translate
    return [
        Column(
            key="exclusion_reason",
            title=_("Left out because"),
            kind=Kind.TEXT,
            get=lambda row: row.exclusion.reason if row.exclusion else "",
            put=lambda row, text: _with(row, reason=text),
            help=_("Empty: the row counts. What you write stands in the report."),
        ),
        Column(
            key="exclusion_estimate",
            title=_("Would have added"),
            kind=Kind.NUMBER,
            unit="kg CO₂e",
            get=lambda row: row.exclusion.estimate if row.exclusion else None,
            put=lambda row, value: _with(row, estimate=value),
            help=_("Only for a row that is left out. Empty: its amount times its factor."),
        ),
    ]


def detail_of(key: str) -> str:
    """The field of the details that a finding about leaving out leads to; any other key as it is."""
    first, _, rest = key.partition("/")
    return f"exclusion_{rest or 'reason'}" if first == "exclusion" else key


def _with(row: Any, **changes: Any) -> Any:
    new = replace(row.exclusion or Exclusion(), **changes)
    is_empty = not new.reason.strip() and new.estimate is None
    return replace(row, exclusion=None if is_empty else new)
