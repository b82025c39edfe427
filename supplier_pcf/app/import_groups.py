"""The materials of a table in groups of equal ones, so that one choice of a factor serves all rows of a group."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import cast

from supplier_pcf.domain.edits import with_factor
from supplier_pcf.domain.flows import ChosenBy, Material
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import dimension_of
from supplier_pcf.engine.amounts import Amounts

GroupKey = tuple[str, str]
"""What makes materials equal: their designation, else their name, and what they are measured in."""


class GroupState(StrEnum):
    """How far the factor of a group is settled."""

    OPEN = "open"
    PROPOSED = "proposed"
    """Found by the words; to be looked at."""
    CHOSEN = "chosen"
    """By the user, now or before."""
    MIXED = "mixed"
    """The study has several factors for these rows; they stay unless one is chosen here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialGroup:
    """Rows of one material: how many, what they weigh together, and their factor."""

    key: GroupKey
    name: str
    rows: int
    kg: float | None
    """Net mass in one product; None where a row has none."""
    state: GroupState
    factor_id: str | None
    first: Material
    """One of them, to search the factors with."""


def key_of(material: Material) -> GroupKey:
    """The group a material belongs to."""
    words = material.designation.strip() or material.name.strip() or material.part_number
    measured = dimension_of(material.amount.unit) if material.amount else None
    return (" ".join(words.casefold().split()), measured.value if measured else "")


def material_groups(
    merged: Sequence[Material], chosen: Mapping[GroupKey, str | None]
) -> tuple[MaterialGroup, ...]:
    """The groups of a table's rows as they would stand in the study, heaviest first; without assemblies."""
    merged = tuple(merged)
    parents = {m.parent_id for m in merged}
    amounts = Amounts(Study(id="", materials=merged))
    groups: dict[GroupKey, list[Material]] = {}
    for material in merged:
        if material.id not in parents:
            groups.setdefault(key_of(material), []).append(material)
    found = [_group(key, rows, amounts, chosen) for key, rows in groups.items()]
    return tuple(sorted(found, key=lambda group: (group.kg is None, -(group.kg or 0.0))))


def _group(
    key: GroupKey,
    rows: Sequence[Material],
    amounts: Amounts,
    chosen: Mapping[GroupKey, str | None],
) -> MaterialGroup:
    masses = [amounts.net_mass(m) for m in rows]
    known = [kg for kg in masses if kg is not None]
    factor_id, state = _settled(key, rows, chosen)
    first = rows[0]
    return MaterialGroup(
        key=key,
        name=first.designation or first.name or first.part_number,
        rows=len(rows),
        kg=math.fsum(known) if len(known) == len(masses) else None,
        state=state,
        factor_id=factor_id,
        first=replace(first, factor_id=factor_id),
    )


def _settled(
    key: GroupKey, rows: Sequence[Material], chosen: Mapping[GroupKey, str | None]
) -> tuple[str | None, GroupState]:
    """The factor of a group, and who says so."""
    if key in chosen:
        factor_id = chosen[key]
        return factor_id, GroupState.OPEN if factor_id is None else GroupState.CHOSEN
    have = {row.factor_id for row in rows}
    if len(have) > 1:
        return None, GroupState.MIXED
    (factor_id,) = have
    if factor_id is None:
        return None, GroupState.OPEN
    by_import = all(row.factor_chosen_by is ChosenBy.IMPORT for row in rows)
    return factor_id, GroupState.PROPOSED if by_import else GroupState.CHOSEN


def with_choices(
    materials: Iterable[Material], chosen: Mapping[GroupKey, str | None]
) -> tuple[Material, ...]:
    """The materials with what was chosen for their groups; assemblies have no factor of their own."""
    rows = tuple(materials)
    parents = {m.parent_id for m in rows}
    return tuple(
        cast("Material", with_factor(m, chosen[key_of(m)], by=ChosenBy.USER))
        if m.id not in parents and key_of(m) in chosen
        else m
        for m in rows
    )
