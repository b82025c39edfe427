"""Edits of whole rows of one kind: study in, study out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from supplier_pcf.domain import edits
from supplier_pcf.domain.flows import Exclusion
from supplier_pcf.domain.study import FLOW_KINDS, Study


def with_rows(study: Study, kind: str, rows: Iterable[Any]) -> Study:
    """The study with these rows of one kind."""
    changes: dict[str, Any] = {kind: tuple(rows)}
    return replace(study, **changes)


def added(study: Study, kind: str, row: Any) -> Study:
    """The study with one more row."""
    return with_rows(study, kind, [*getattr(study, kind), row])


def removed(study: Study, kind: str, ids: Collection[str]) -> Study:
    """The study without these rows; what pointed to a flow points to nothing."""
    if kind in FLOW_KINDS:
        return edits.remove_flows(study, ids)
    return with_rows(study, kind, [row for row in getattr(study, kind) if row.id not in ids])


def moved(study: Study, kind: str, ids: Collection[str], by: int) -> Study:
    """The study with these rows one further up (-1) or down (1); at the edge they stay."""
    rows = list(getattr(study, kind))
    order = range(len(rows)) if by < 0 else range(len(rows) - 1, -1, -1)
    for at in order:
        to = at + by
        if rows[at].id in ids and 0 <= to < len(rows) and rows[to].id not in ids:
            rows[at], rows[to] = rows[to], rows[at]
    return with_rows(study, kind, rows)


def excluded(study: Study, ids: Collection[str], exclusion: Exclusion | None) -> Study:
    """The study with these flows left out, or counted again with None."""
    for flow_id in ids:
        study = edits.exclude(study, flow_id, exclusion)
    return study
