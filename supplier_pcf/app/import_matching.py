"""Which rows of a table are rows the study has already, and what changes where they meet."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count as counted_from
from typing import Any

from supplier_pcf.domain.flows import Material

FROM_TABLE = (
    "name",
    "amount",
    "gross_amount",
    "quantity_per",
    "parent_id",
    "part_number",
    "designation",
    "supplier",
    "mass_per_unit",
    "is_auxiliary",
    "recycled_pre_consumer",
    "recycled_post_consumer",
    "origin_place",
)
"""What a table says of a material; everything else is the user's and stays."""
_NAMELESS = "m-line-"
_PLACE = re.compile(r"[^;]+\.(?:xlsx|xlsm|csv|tsv|txt),(?: [^;]+,)? \d+(?:;.*)?", re.IGNORECASE)
"""A note that says where in a table a row stood."""

_Key = Hashable


class Fate(StrEnum):
    """What an import does to a row of the bill of materials."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    GONE = "gone"
    """In the study and not in the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of a row before and after."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """One row and what an import does to it."""

    id: str
    name: str
    fate: Fate
    fields: tuple[FieldChange, ...] = ()


def with_known_ids(known: Sequence[Material], read: Sequence[Material]) -> tuple[Material, ...]:
    """The rows read, each under the id of the row it is already: by part number, else by its name.

    Rows of one part number are told apart by their assembly, then by their order.
    """
    ids = _matches(known, read)
    taken = {m.id for m in known} | set(ids.values())
    for material in read:
        if material.id not in ids:
            ids[material.id] = _free(material.id, taken)
            taken.add(ids[material.id])
    return tuple(_under(m, ids[m.id], ids.get(m.parent_id or "", m.parent_id)) for m in read)


def _under(material: Material, own_id: str, parent_id: str | None) -> Material:
    """The material under these ids; itself where it has them."""
    if (material.id, material.parent_id) == (own_id, parent_id):
        return material
    return replace(material, id=own_id, parent_id=parent_id)


def _matches(known: Sequence[Material], read: Sequence[Material]) -> dict[str, str]:
    """The known id of each row read that is known."""
    found: dict[str, str] = {}
    _pair(known, read, (_by_assembly(known), _by_assembly(read)), found)
    _pair(known, read, (_key, _key), found)
    used, ids = set(found.values()), {m.id for m in known}
    for material in read:
        own = material.id
        is_open = own not in found and own in ids and own not in used
        if is_open and not own.startswith(_NAMELESS):
            found[own] = own
    return found


def _pair(
    known: Sequence[Material],
    read: Sequence[Material],
    keys: tuple[Callable[[Material], _Key], Callable[[Material], _Key]],
    found: dict[str, str],
) -> None:
    """Pair what has the same key, in order, as far as it is not paired yet."""
    key_of_known, key_of_read = keys
    waiting: dict[_Key, deque[str]] = defaultdict(deque)
    used = set(found.values())
    for material in known:
        if material.id not in used and _key(material) is not None:
            waiting[key_of_known(material)].append(material.id)
    for material in read:
        if material.id not in found and _key(material) is not None:
            same = waiting.get(key_of_read(material))
            if same:
                found[material.id] = same.popleft()


def _key(material: Material) -> _Key:
    """What a row is known by; None where it says nothing."""
    number = material.part_number.strip().casefold()
    if number:
        return number
    words = (material.name.strip().casefold(), material.designation.strip().casefold())
    return words if any(words) else None


def _by_assembly(materials: Sequence[Material]) -> Callable[[Material], _Key]:
    by_id: Mapping[str, Material] = {m.id: m for m in materials}

    def key(material: Material) -> _Key:
        above = by_id.get(material.parent_id or "")
        return (_key(material), _key(above) if above else None)

    return key


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    stem = wanted.rpartition("-")[0] or wanted
    return next(f"{stem}-{n}" for n in counted_from(2) if f"{stem}-{n}" not in taken)


def merge_materials(known: Iterable[Material], read: Iterable[Material]) -> tuple[Material, ...]:
    """The rows read, with what the user had chosen for the same rows; rows not read stay behind them."""
    own = tuple(known)
    by_id = {m.id: m for m in own}
    merged = []
    for new in with_known_ids(own, tuple(read)):
        old = by_id.pop(new.id, None)
        merged.append(new if old is None else _told_again(old, new))
    return (*merged, *by_id.values())


def _told_again(old: Material, new: Material) -> Material:
    """The old row with what the table says now; what it does not say, or not clearly, stays.

    A proposed factor comes only where there was none.
    """
    told: dict[str, Any] = {}
    for name in FROM_TABLE:
        value = getattr(new, name)
        if value is not None and value != "" and value != getattr(old, name):
            told[name] = value
    if old.factor_id is None and new.factor_id is not None:
        told |= {"factor_id": new.factor_id, "factor_chosen_by": new.factor_chosen_by}
    if new.note and new.note != old.note and _PLACE.fullmatch(old.note):
        told["note"] = new.note
    return replace(old, **told) if told else old


def row_changes(
    before: Sequence[Material], after: Sequence[Material], count: int
) -> tuple[RowChange, ...]:
    """What an import does to each row of the bill of materials, in its new order.

    `after` is what `merge_materials` makes; its first `count` rows are those of the table.
    """
    old = {m.id: m for m in before}
    return tuple(_change(old.get(m.id), m, in_table=n < count) for n, m in enumerate(after))


def _change(old: Material | None, new: Material, *, in_table: bool) -> RowChange:
    """What becomes of one row."""
    name = " ".join(text for text in (new.part_number, new.name) if text) or new.id
    if not in_table:
        return RowChange(id=new.id, name=name, fate=Fate.GONE)
    if old is None:
        return RowChange(id=new.id, name=name, fate=Fate.NEW)
    if old is new:
        return RowChange(id=new.id, name=name, fate=Fate.SAME)
    fields = tuple(
        FieldChange(field=field, before=getattr(old, field), after=getattr(new, field))
        for field in FROM_TABLE
        if field != "parent_id" and getattr(old, field) != getattr(new, field)
    )
    fate = Fate.CHANGED if fields else Fate.SAME
    return RowChange(id=new.id, name=name, fate=fate, fields=fields)
