"""The headings of an energy table: which columns are months, carriers, amounts, and which are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.importers.carriers import carrier_of, not_energy
from supplier_pcf.importers.choosing import unit_of_column
from supplier_pcf.importers.dates import MonthOnly, Span, read_date
from supplier_pcf.importers.headers import SEARCHED_ROWS, Header, Synonyms, joined_headings
from supplier_pcf.importers.numbers import Number, read_number
from supplier_pcf.importers.synonyms import ENERGY_FIELDS
from supplier_pcf.importers.table import Table, text_of

ENERGY = Synonyms(ENERGY_FIELDS)
FEWEST_MONTHS = 3


class Layout(StrEnum):
    """How a table of energy is laid out."""

    MONTHS_DOWN = "months_down"
    """One row a month, one column a carrier."""
    MONTHS_ACROSS = "months_across"
    """One row a carrier, one column a month."""
    LIST = "list"
    """One row a bill: month or days, carrier, amount, unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergyHeader:
    """The headings understood: fields, carriers, months and ignored columns, each by column."""

    layout: Layout
    header: Header
    carriers: Mapping[int, Carrier]
    months: Mapping[int, Span | MonthOnly]
    ignored: Mapping[int, str]
    units: Mapping[int, str | None]

    @property
    def fields(self) -> Mapping[str, int]:
        """Column of each plain field, such as month or amount."""
        return self.header.fields

    def heading(self, column: int) -> str:
        """The heading of a column in one line."""
        known = self.header.headings
        return known[column].replace("\n", " ") if column < len(known) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the user says of columns: fields, forms of energy, and columns to leave alone."""

    fields: Mapping[str, int] = field(default_factory=dict)
    carriers: Mapping[int, Carrier] = field(default_factory=dict)
    unused: frozenset[int] = frozenset()

    @property
    def columns(self) -> frozenset[int]:
        """All columns he spoke of."""
        return self.unused | {*self.fields.values(), *self.carriers}


def find_energy_header(table: Table) -> EnergyHeader | None:
    """The best headings among the first rows, or nothing."""
    return best_at(table, range(min(SEARCHED_ROWS, len(table.rows))))


def best_at(table: Table, rows: Iterable[int]) -> EnergyHeader | None:
    """The best headings in one of these rows (from 0), alone or with the row below, or nothing."""
    best: EnergyHeader | None = None
    for row in rows:
        for last in (row, row + 1):
            found = _at(table, row, last)
            if found and (best is None or found.header.score > best.header.score):
                best = found
    return best


def _at(table: Table, row: int, last: int) -> EnergyHeader | None:
    if last >= len(table.rows) or (last > row and not _is_text_only(table, last)):
        return None
    if last > row:
        return understood(row, last, tuple(joined_headings(table, row)))
    return understood(row, row, tuple(text_of(c) for c in table.rows[row]), months_in(table, row))


def months_in(table: Table, row: int) -> dict[int, Span | MonthOnly]:
    """The months a row names, by column."""
    return {
        column: date
        for column, cell in enumerate(table.rows[row])
        if isinstance(date := read_date(cell), Span | MonthOnly)
    }


def _is_text_only(table: Table, row: int) -> bool:
    """Whether a row could be the second row of headings: texts that are no numbers or dates."""
    filled = [cell for cell in table.rows[row] if cell != ""]
    return bool(filled) and not any(
        isinstance(read_number(cell), Number) or read_date(cell) is not None for cell in filled
    )


def understood(
    first: int,
    last: int,
    headings: tuple[str, ...],
    months: Mapping[int, Span | MonthOnly] | None = None,
    told: Told | None = None,
) -> EnergyHeader | None:
    """What the headings say, or nothing where they do not make a table of energy."""
    told = told or Told()
    months = {c: date for c, date in (months or {}).items() if c not in told.columns}
    fields: dict[str, int] = dict(told.fields)
    carriers: dict[int, Carrier] = dict(told.carriers)
    ignored: dict[int, str] = {}
    for column, heading in enumerate(headings):
        if column in months or not 0 < len(heading) <= 80 or column in told.columns:
            continue
        _place(column, heading, fields, carriers, ignored)
    layout = _layout(fields, carriers, months)
    if layout is None:
        return None
    units = {column: unit_of_column(heading) for column, heading in enumerate(headings)}
    score = 2 * (len(fields) + len(carriers) + len(months) + len(ignored))
    score += sum(bool(units[column]) for column in carriers)
    score = 2 * score - (last > first)
    header = Header(first=first, last=last, headings=headings, fields=fields, score=score)
    return EnergyHeader(
        layout=layout, header=header, carriers=carriers, months=months, ignored=ignored, units=units
    )  # fmt: skip


def _place(
    column: int,
    heading: str,
    fields: dict[str, int],
    carriers: dict[int, Carrier],
    ignored: dict[int, str],
) -> None:
    """Put one heading where it belongs: a field named outright, not energy, a carrier, a field."""
    named = ENERGY.match(heading)
    if named and named.strength == 3 and named.field not in fields:
        fields[named.field] = column
    elif reason := not_energy(heading):
        ignored[column] = reason
    elif carrier := carrier_of(heading):
        carriers[column] = carrier
    elif named and named.field not in fields:
        fields[named.field] = column


def _layout(
    fields: Mapping[str, int], carriers: Mapping[int, Carrier], months: Mapping[int, object]
) -> Layout | None:
    if len(months) >= FEWEST_MONTHS:
        return Layout.MONTHS_ACROSS
    if not {"month", "from", "to"} & fields.keys():
        return None
    if "amount" in fields and ("carrier" in fields or not carriers):
        return Layout.LIST
    return Layout.MONTHS_DOWN if carriers else None
