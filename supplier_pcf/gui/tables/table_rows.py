"""Where the rows of a table come from, and how they go back into the study."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from supplier_pcf.domain.study import Study
from supplier_pcf.gui.tables import row_edits


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows of the study, each with an `id`, and the edits that a table makes of them."""

    name: str
    """First part of the object names."""
    get: Callable[[Study], Sequence[Any]]
    """The rows, each with an `id`."""
    put: Callable[[Study, Sequence[Any]], Study]
    """The study with these rows in place of those with their ids."""
    add: Callable[[Study], Study] | None = None
    """One more row at the end; None where rows cannot be added."""
    remove: Callable[[Study, Sequence[str]], Study] | None = None
    reorder: Callable[[Study, Sequence[str]], Study] | None = None
    """The rows in the order of these ids; None where their order is given."""

    def ids(self, study: Study) -> list[str]:
        """The ids in the study's order."""
        return [str(row.id) for row in self.get(study)]


def rows_of_kind(kind: str, make: Callable[[Study], Any]) -> Rows:
    """The rows that stand in a field of the study."""
    return Rows(
        name=kind,
        get=attrgetter(kind),
        put=lambda study, new: row_edits.replaced(study, kind, new),
        add=lambda study: row_edits.added(study, kind, make(study)),
        remove=lambda study, ids: row_edits.removed(study, kind, ids),
        reorder=lambda study, ids: row_edits.in_order(study, kind, ids),
    )


def with_new_rows(study: Study, rows: Rows, count: int, before: str = "") -> Study:
    """The study with so many more rows, in front of one of them or at the end."""
    if rows.add is None:
        return study
    old = rows.ids(study)
    for _time in range(count):
        study = rows.add(study)
    if before not in old or rows.reorder is None:
        return study
    known, at = frozenset(old), old.index(before)
    new = [row_id for row_id in rows.ids(study) if row_id not in known]
    return rows.reorder(study, [*old[:at], *new, *old[at:]])


def shifted(ids: Sequence[str], chosen: Collection[str], by: int) -> list[str]:
    """The ids with the chosen ones one further up (-1) or down (1); at the edge they stay."""
    order = list(ids)
    places = range(len(order)) if by < 0 else range(len(order) - 1, -1, -1)
    for at in places:
        to = at + by
        if order[at] in chosen and 0 <= to < len(order) and order[to] not in chosen:
            order[at], order[to] = order[to], order[at]
    return order


def brought(ids: Sequence[str], chosen: Collection[str], to: int) -> list[str]:
    """The ids with the chosen ones together, the first of them now at this place."""
    moving = [row_id for row_id in ids if row_id in chosen]
    staying = [row_id for row_id in ids if row_id not in chosen]
    to = max(0, min(to, len(staying)))
    return [*staying[:to], *moving, *staying[to:]]
