"""Every amount of an energy table with its days, its carrier and its cell, whatever the layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.importers.carriers import carrier_of, is_a_total, is_part_of_total, not_energy
from supplier_pcf.importers.dates import (
    AmbiguousDate,
    DateReading,
    MonthOnly,
    Span,
    month_span,
    read_date,
)
from supplier_pcf.importers.energy_header import EnergyHeader, Layout
from supplier_pcf.importers.headers import plain
from supplier_pcf.importers.numbers import Column, Reading, narrow, read_column
from supplier_pcf.importers.options import AS_IT_SAYS, TableOptions
from supplier_pcf.importers.synonyms import REMARK_STARTS, TOTAL_WORDS
from supplier_pcf.importers.table import Table, letters, text_of
from supplier_pcf.importers.unit_words import unit_beside, unit_in_heading

_TOTALS = frozenset(plain(word) for word in TOTAL_WORDS.split("|"))
_QUARTER = re.compile(r"q[1-4]( .*)?|[1-4]\. ?quartal.*|第?[一二三四1-4]季度.*|上半年|下半年|h[12]")
_PARTIAL = re.compile(r"小计|sub|zwischen|平均|average|mean|mittel|durchschnitt")
_UNIT_IN_BRACKETS = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One amount: where it stands, for which days, of which carrier, in which unit."""

    row: int
    column: int
    series: str
    """What tells one meter from another: its column, its row, or its name."""
    name: str
    carrier: Carrier | None
    days: Span | AmbiguousDate | MonthOnly | None
    date_text: str = ""
    reading: Reading
    unit_text: str = ""
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergyTable:
    """An energy table and how its months without a year are to be read."""

    table: Table
    header: EnergyHeader
    year: int | None
    decimal: str | None
    carrier: Carrier | None = None
    """Of a table that names its carrier only above or nowhere."""
    by_day: bool = False
    """Its dates are days, not months: several of them lie in one month."""
    how: TableOptions = AS_IT_SAYS

    def unit(self, column: int) -> str | None:
        """The unit of a column: as the user says, else as its heading does."""
        return self.how.units.get(letters(column)) or self.header.units.get(column)

    @property
    def first_row(self) -> int:
        """The first row below the headings."""
        return self.header.header.last + 1

    def cells(self, column: int) -> list[object]:
        """The cells of a column below the headings."""
        return [_cell(row, column) for row in self.table.rows[self.first_row :]]

    def text(self, row: int, field: str) -> str:
        """The text of a field in a row; empty where there is no such column."""
        column = self.header.fields.get(field)
        return text_of(_cell(self.table.rows[row], column)) if column is not None else ""


def _cell(row: Sequence[object], column: int) -> object:
    return row[column] if column < len(row) else ""


def ignored_reason(energy: EnergyTable, row: int) -> str:
    """The code of the reason why a row holds no reading; empty where it may hold one."""
    cells = [cell for cell in energy.table.rows[row] if cell not in ("", None)]
    if not cells:
        return "import.blank_row"
    texts = [cell for cell in cells if isinstance(cell, str)][:3]
    if any(is_total_text(text) for text in texts):
        return "import.total_row"
    headings = {text_of(text) for text in energy.header.header.headings if text}
    if len(cells) > 1 and all(text_of(cell) in headings for cell in cells):
        return "import.repeated_heading"
    first = texts[0].strip().casefold() if texts else ""
    if first.startswith(REMARK_STARTS) or (len(cells) == 1 and texts and read_date(first) is None):
        return "import.remark_row"
    return ""


def is_total_text(text: str) -> bool:
    """Whether a text names a sum or a mean of other rows."""
    bare = _UNIT_IN_BRACKETS.sub("", narrow(text)).casefold().strip()
    return len(bare) <= 24 and (plain(bare) in _TOTALS or bool(_QUARTER.fullmatch(bare)))


def is_grand_total(text: str) -> bool:
    """Whether a text names the sum of all rows, not of some and not a mean."""
    bare = narrow(text).casefold()
    return plain(bare) in _TOTALS and not _PARTIAL.search(bare)


def entries(energy: EnergyTable, rows: Sequence[int]) -> Iterator[Entry]:
    """All amounts of these rows."""
    layouts = {
        Layout.MONTHS_DOWN: _down,
        Layout.MONTHS_ACROSS: _across,
        Layout.LIST: _listed,
    }
    yield from layouts[energy.header.layout](energy, rows)


def columns_with_numbers(energy: EnergyTable) -> Mapping[int, Column]:
    """The number columns of a table that has months down or bills in a list."""
    columns = [*used_carriers(energy.header)]
    if energy.header.layout is Layout.LIST:
        columns = [energy.header.fields["amount"]]
    return {column: read_column(energy.cells(column), energy.decimal) for column in columns}


def used_carriers(header: EnergyHeader) -> dict[int, Carrier]:
    """The carrier columns that count: parts of a total are left out where the total stands beside them."""
    parts = parts_of_totals(header)
    return {column: carrier for column, carrier in header.carriers.items() if column not in parts}


def parts_of_totals(header: EnergyHeader) -> set[int]:
    """Columns such as peak and valley whose total has a column of its own."""
    found: set[int] = set()
    for column, carrier in header.carriers.items():
        same = [c for c, other in header.carriers.items() if other is carrier and c != column]
        whole = [c for c in same if not is_part_of_total(header.heading(c))]
        totals = [c for c in whole if is_a_total(header.heading(c))]
        if is_part_of_total(header.heading(column)) and (totals or len(whole) == 1):
            found.add(column)
    return found


def _down(energy: EnergyTable, rows: Sequence[int]) -> Iterator[Entry]:
    numbers = columns_with_numbers(energy)
    for row in rows:
        days, text = _days(energy, row)
        for column, carrier in used_carriers(energy.header).items():
            reading = numbers[column].readings[row - energy.first_row]
            if reading is not None:
                yield Entry(
                    row=row, column=column, series=f"column {column}", carrier=carrier, days=days,
                    name=bare_name(energy.header.heading(column)), date_text=text, reading=reading,
                    unit=energy.unit(column),
                )  # fmt: skip


def _across(energy: EnergyTable, rows: Sequence[int]) -> Iterator[Entry]:
    months = energy.header.months
    for row in rows:
        label = row_label(energy, row)
        reason = not_energy(label)
        carrier = carrier_of(label) or energy.carrier
        if reason:
            continue
        readings = read_column(
            [_cell(energy.table.rows[row], column) for column in months], energy.decimal
        ).readings
        unit_text = energy.text(row, "unit")
        entry = Entry(
            row=row, column=0, series=f"row {row}", carrier=carrier, days=None, reading=None,
            name=bare_name(label), unit_text=unit_text, unit=unit_in_heading(label),
        )  # fmt: skip
        for (column, month), reading in zip(months.items(), readings, strict=True):
            if reading is not None:
                days = with_year(month, energy.year)
                text = energy.header.heading(column)
                yield replace(entry, column=column, days=days, date_text=text, reading=reading)


def _listed(energy: EnergyTable, rows: Sequence[int]) -> Iterator[Entry]:
    amount = energy.header.fields["amount"]
    readings = read_column(energy.cells(amount), energy.decimal).readings
    for row in rows:
        label = energy.text(row, "carrier") or (
            "" if energy.carrier else energy.header.heading(amount)
        )
        reading = readings[row - energy.first_row]
        if reading is None or not_energy(label):
            continue
        name = " ".join(t for t in (bare_name(label), energy.text(row, "meter")) if t)
        days, text = _days(energy, row)
        yield Entry(
            row=row, column=amount, series=name, carrier=carrier_of(label) or energy.carrier,
            days=days, name=name, date_text=text, reading=reading,
            unit_text="" if letters(amount) in energy.how.units else energy.text(row, "unit"),
            unit=energy.unit(amount),
        )  # fmt: skip


def row_label(energy: EnergyTable, row: int) -> str:
    """What a row of a table with months across is about: its texts left of the first month."""
    first = min(energy.header.months)
    unit = energy.header.fields.get("unit")
    cells = energy.table.rows[row][:first]
    texts = [text_of(c) for i, c in enumerate(cells) if isinstance(c, str) and i != unit]
    kept = [text for text in texts if text and unit_beside(text) is None]
    return " ".join(kept)


def bare_name(heading: str) -> str:
    """A heading without its unit."""
    return _UNIT_IN_BRACKETS.sub("", heading).strip(" :,/") or heading


def _days(energy: EnergyTable, row: int) -> tuple[DateReading, str]:
    """The days of a row, from its month or from the first and last day of the bill."""
    fields, cells = energy.header.fields, energy.table.rows[row]
    if "from" in fields and "to" in fields:
        first, last = (read_date(_cell(cells, fields[field])) for field in ("from", "to"))
        text = f"{energy.text(row, 'from')} – {energy.text(row, 'to')}"
        if isinstance(first, Span) and isinstance(last, Span) and first.start <= last.end:
            return Span(first.start, last.end), text
        return first if isinstance(first, AmbiguousDate) else None, text
    field = next(field for field in ("month", "to", "from") if field in fields)
    cell = _cell(cells, fields[field])
    days = read_date(cell)
    if energy.by_day and isinstance(days, Span):
        return days, text_of(cell)
    return with_year(days, energy.year), text_of(cell)


def has_days(table: Table, header: EnergyHeader) -> bool:
    """Whether the dates of a table are days: whether any month holds several of them."""
    column = header.fields.get("month")
    if column is None:
        return False
    read = {read_date(_cell(row, column)) for row in table.rows[header.header.last + 1 :]}
    days = {span.start for span in read if isinstance(span, Span) and span.is_day}
    return len(days) > len({(day.year, day.month) for day in days})


def with_year(days: DateReading, year: int | None) -> DateReading:
    """A month without a year put into its year; a single day taken as its month."""
    if isinstance(days, MonthOnly) and year is not None:
        return month_span(year, days.month)
    if isinstance(days, Span) and days.is_day:
        return month_span(days.start.year, days.start.month)
    return days
