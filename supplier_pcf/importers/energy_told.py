"""The user's word on the columns of an energy table, put over what its headings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.importers.choosing import with_mapping
from supplier_pcf.importers.energy_header import (
    ENERGY,
    EnergyHeader,
    Told,
    best_at,
    months_in,
    understood,
)
from supplier_pcf.importers.headers import Header
from supplier_pcf.importers.table import Table, letters, text_of

UNUSED = "unused"
"""What a column is told to be that is not to be read."""
_CARRIERS = {carrier.value: carrier for carrier in Carrier}


def told_header(
    table: Table, found: EnergyHeader, mapping: Mapping[str, str]
) -> EnergyHeader | None:
    """The headings read again with the user's word put first; None where they make no table then.

    Raises:
        Refusal: the mapping names a field or column that is not there.
    """
    own = found.header
    told = _told(table, own, mapping)
    return understood(own.first, own.last, own.headings, found.months, told)


def energy_header_at(table: Table, row: int, mapping: Mapping[str, str]) -> EnergyHeader | None:
    """The headings in this row (from 0), with the user's word put first; None where they make no table.

    Raises:
        Refusal: the mapping names a field or column that is not there.
    """
    if not 0 <= row < len(table.rows):
        return None
    best = best_at(table, [row])
    if best is not None:
        return told_header(table, best, mapping) if mapping else best
    headings = tuple(text_of(cell) for cell in table.rows[row])
    plain = Header(first=row, last=row, headings=headings, fields={}, score=0)
    told = _told(table, plain, mapping)
    return understood(row, row, headings, months_in(table, row), told)


def _told(table: Table, header: Header, mapping: Mapping[str, str]) -> Told:
    """The mapping by column: fields, forms of energy such as `diesel D`, and columns left alone."""
    plain = {name: column for name, column in mapping.items() if _kind(name) is None}
    fields = with_mapping(table, replace(header, fields={}), ENERGY, plain).fields
    by_letters = {letters(column): column for column in range(_width(table))}
    carriers: dict[int, Carrier] = {}
    unused: set[int] = set()
    for name, wanted in mapping.items():
        kind, column = _kind(name), by_letters.get(wanted.strip().upper())
        if column is None or kind is None:
            continue
        if kind == UNUSED:
            unused.add(column)
        else:
            carriers[column] = _CARRIERS[kind]
    return Told(fields=fields, carriers=carriers, unused=frozenset(unused))


def _kind(name: str) -> str | None:
    """The form of energy a mapping names, or that a column is unused; None for a plain field."""
    first = name.partition(" ")[0]
    return first if first == UNUSED or first in _CARRIERS else None


def _width(table: Table) -> int:
    return max((len(row) for row in table.rows[:100]), default=0)
