"""What is odd about an energy table: its columns, its dates, its totals, and what was not counted."""

from __future__ import annotations

from collections.abc import Mapping

from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.site import Meter
from supplier_pcf.importers.carriers import COLUMN_CODES
from supplier_pcf.importers.dates import MonthOnly, Span, read_date
from supplier_pcf.importers.decimals import decimal_findings
from supplier_pcf.importers.energy_entries import (
    EnergyTable,
    columns_with_numbers,
    is_grand_total,
    parts_of_totals,
    used_carriers,
)
from supplier_pcf.importers.energy_header import Layout
from supplier_pcf.importers.energy_meters import Gathered, total_of
from supplier_pcf.importers.numbers import Number, read_number
from supplier_pcf.importers.outcome import note, warning
from supplier_pcf.importers.table import cell_name, text_of

TOTAL_TOLERANCE = 0.005


def column_findings(energy: EnergyTable) -> list[Finding]:
    """What is good to know about the columns: what was left aside, how decimals were read."""
    header = energy.header
    found = [
        note(COLUMN_CODES[code], heading=header.heading(column))
        for column, code in header.ignored.items()
    ]
    found += [
        note("import.part_of_total_ignored", heading=header.heading(column))
        for column in sorted(parts_of_totals(header))
    ]
    empty = sorted(energy.table.uncalculated)
    if empty:
        cell = cell_name(*empty[0])
        found.append(warning("import.formulas_not_calculated", count=len(empty), cell=cell))
    if header.layout is not Layout.MONTHS_ACROSS:
        for column, numbers in columns_with_numbers(energy).items():
            found += decimal_findings(
                numbers, heading=header.heading(column), index=column, first_row=energy.first_row,
                cells=energy.cells(column),
            )  # fmt: skip
    return found


def carrier_findings(energy: EnergyTable, *, told: bool) -> list[Finding]:
    """That the carrier was taken from the title, not from the rows."""
    if told or energy.carrier is None:
        return []
    return [note("import.carrier_from_title", carrier=energy.carrier.value)]


def year_findings(energy: EnergyTable, *, told: bool) -> list[Finding]:
    """How dates without a year, and single days, were read."""
    header = energy.header
    column = header.fields.get("month")
    dates = list(header.months.values())
    if column is not None:
        read = (read_date(cell) for cell in energy.cells(column))
        dates = [date for date in read if isinstance(date, Span | MonthOnly)]
    found: list[Finding] = []
    if not told and energy.year and any(isinstance(d, MonthOnly) for d in dates):
        found.append(note("import.year_from_title", year=energy.year))
    days = {date.start.day for date in dates if isinstance(date, Span) and date.is_day}
    if days - {1, 28, 29, 30, 31} and not energy.by_day:
        found.append(warning("import.day_taken_as_month", heading=header.heading(column or 0)))
    return found


def doubt_findings(gathered: Gathered) -> list[Finding]:
    """Each amount that is not counted, with the reason."""
    found: list[Finding] = []
    for doubt in gathered.doubts:
        where = f"meters/{doubt.meter_id}/readings" if doubt.meter_id else ""
        params = {"row": doubt.entry.row + 1, "name": doubt.entry.name, **doubt.trouble.params}
        found.append(warning(doubt.trouble.code, where, **params))
    return found


def total_findings(
    energy: EnergyTable, gathered: Gathered, meters: tuple[Meter, ...], aside: Mapping[int, str]
) -> list[Finding]:
    """Total rows that say something else than the months above them."""
    if energy.header.layout is not Layout.MONTHS_DOWN:
        return []
    rows = [row for row, code in aside.items() if code == "import.total_row"]
    grand = [r for r in rows if any(is_grand_total(text_of(c)) for c in energy.table.rows[r][:3])]
    found: list[Finding] = []
    for column in used_carriers(energy.header) if len(grand) == 1 else ():
        series = gathered.series.get(f"column {column}")
        meter = next((m for m in meters if series and m.id == series.id), None)
        cells = energy.table.rows[grand[0]]
        told = read_number(cells[column] if column < len(cells) else "")
        if meter is None or not isinstance(told, Number):
            continue
        own = total_of(meter)
        if abs(own - told.value) > TOTAL_TOLERANCE * max(abs(own), abs(told.value)):
            found.append(
                warning("import.total_differs", f"meters/{meter.id}/readings", name=meter.name,
                        row=grand[0] + 1, total=told.value, sum=own, unit=meter.unit)
            )  # fmt: skip
    return found
