"""Edits of whole rows of one kind: study in, study out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
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


def replaced(study: Study, kind: str, new: Iterable[Any]) -> Study:
    """The study with these rows in place of those with their ids; the same where nothing changes."""
    by_id = {row.id: row for row in new}
    rows = getattr(study, kind)
    if not any(by_id.get(row.id, row) is not row for row in rows):
        return study
    return with_rows(study, kind, [by_id.get(row.id, row) for row in rows])


def in_order(study: Study, kind: str, ids: Sequence[str]) -> Study:
    """The study with its rows of one kind in the order of these ids; the same if they stand so."""
    rows = getattr(study, kind)
    if [row.id for row in rows] == list(ids):
        return study
    by_id = {row.id: row for row in rows}
    return with_rows(study, kind, [by_id[row_id] for row_id in ids])


def excluded(study: Study, ids: Collection[str], exclusion: Exclusion | None) -> Study:
    """The study with these flows left out, or counted again with None."""
    for flow_id in ids:
        study = edits.exclude(study, flow_id, exclusion)
    return study
