"""A table of energy from Excel or text: meters with their readings, every row accounted for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.finding import Finding, Refusal
from supplier_pcf.domain.site import Meter
from supplier_pcf.importers.carriers import carrier_of, not_energy
from supplier_pcf.importers.choosing import of_sheet, source_findings, source_of
from supplier_pcf.importers.dates import Span
from supplier_pcf.importers.energy_entries import (
    EnergyTable,
    entries,
    has_days,
    ignored_reason,
    row_label,
    used_carriers,
)
from supplier_pcf.importers.energy_findings import (
    carrier_findings,
    column_findings,
    doubt_findings,
    total_findings,
    year_findings,
)
from supplier_pcf.importers.energy_header import (
    EnergyHeader,
    Layout,
    find_energy_header,
)
from supplier_pcf.importers.energy_meters import (
    Doubt,
    Gathered,
    findings_of,
    gather,
    meters_of,
)
from supplier_pcf.importers.energy_told import energy_header_at, told_header
from supplier_pcf.importers.options import TableOptions
from supplier_pcf.importers.outcome import RowReport, RowStatus, Source, count
from supplier_pcf.importers.reading import read_tables
from supplier_pcf.importers.table import Table, text_of

_COVERED = {"import.month_twice", "import.bills_overlap"}
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergyImport:
    """Everything an energy table gave: meters, every row with its fate, and findings."""

    source: Source
    layout: Layout
    rows: tuple[RowReport, ...]
    meters: tuple[Meter, ...]
    findings: tuple[Finding, ...] = ()
    doubles: tuple[tuple[str, date], ...] = ()
    """Meter and first day of each bill that was not counted because another one covers its days."""

    @property
    def counts(self) -> dict[RowStatus, int]:
        """How many rows were matched, wait, and were ignored."""
        return count(self.rows)


def read_energy(
    path: Path,
    *,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    decimal: str | None = None,
    year: int | None = None,
    carrier: Carrier | None = None,
) -> EnergyImport:
    """The meters and readings in a workbook or text file: months down, across, or bills in a list.

    `mapping` puts the user's word over the headings, `decimal` settles numbers such as 1,234, `year`
    and `carrier` are for tables that do not name theirs.

    Raises:
        Refusal: the file cannot be read, or no headings of an energy table are found in it.
    """
    how = TableOptions(sheet=sheet, mapping=mapping, decimal=decimal, year=year, carrier=carrier)
    return energy_in(read_tables(path, sheet), how)


def energy_in(tables: Sequence[Table], how: TableOptions) -> EnergyImport:
    """The meters and readings in the sheets of a file.

    Raises:
        Refusal: no headings of an energy table are found.
    """
    table, header, others = _chosen(tables, how)
    energy = EnergyTable(
        table=table,
        header=header,
        year=how.year or _year(table, header),
        decimal=how.decimal,
        carrier=how.carrier or _carrier_above(table, header),
        by_day=has_days(table, header),
        how=how,
    )
    source = source_of(table, header.header, others, _all_fields(header), how.units)
    assumed = [
        *year_findings(energy, told=how.year is not None),
        *carrier_findings(energy, told=how.carrier is not None),
    ]
    return _imported(energy, source, [*source_findings(source), *assumed])


def _imported(energy: EnergyTable, source: Source, findings: list[Finding]) -> EnergyImport:
    rows = range(energy.first_row, len(energy.table.rows))
    aside = {row: code for row in rows if (code := _aside(energy, row))}
    gathered = gather(entries(energy, [row for row in rows if row not in aside]))
    meters = meters_of(gathered, ", ".join(t for t in (source.file, source.sheet) if t))
    findings = [*findings, *column_findings(energy), *doubt_findings(gathered)]
    findings += [*findings_of(meters), *total_findings(energy, gathered, meters, aside)]
    return EnergyImport(
        source=source,
        layout=energy.header.layout,
        rows=_reports(energy, gathered, aside),
        meters=meters,
        findings=tuple(findings),
        doubles=_doubles(gathered),
    )


def _doubles(gathered: Gathered) -> tuple[tuple[str, date], ...]:
    """What was not counted because the same days are covered already."""
    return tuple(
        (doubt.meter_id, doubt.entry.days.start)
        for doubt in gathered.doubts
        if doubt.trouble.code in _COVERED and isinstance(doubt.entry.days, Span)
    )


def _chosen(
    tables: Sequence[Table], how: TableOptions
) -> tuple[Table, EnergyHeader, tuple[str, ...]]:
    """The sheet with the best headings, these, and other sheets that would do as well."""
    found: list[tuple[Table, EnergyHeader]] = []
    for table in of_sheet(tables, how.sheet):
        header = _header(table, how)
        if header is not None:
            found.append((table, header))
    if not found:
        raise Refusal("import.no_energy_headings", file=tables[0].file, sheet=how.sheet or "")
    table, header = max(found, key=lambda pair: (not pair[0].hidden, pair[1].header.score))
    others = tuple(t.sheet for t, _ in found if t is not table and not t.hidden)
    return table, header, others


def _header(table: Table, how: TableOptions) -> EnergyHeader | None:
    """The headings with the user's word put first."""
    if how.header_row is not None:
        return energy_header_at(table, how.header_row - 1, how.mapping or {})
    found = find_energy_header(table)
    return told_header(table, found, how.mapping) if found and how.mapping else found


def _all_fields(header: EnergyHeader) -> dict[str, int]:
    """Fields and carriers in one mapping, for showing how each column was read."""
    fields = dict(header.fields)
    for column, carrier in used_carriers(header).items():
        name = carrier.value if carrier.value not in fields else f"{carrier.value} {column}"
        fields[name] = column
    return fields


def _year(table: Table, header: EnergyHeader) -> int | None:
    """The year named above the table, by its sheet or by its file, where it is one only."""
    above = " ".join(text_of(c) for row in table.rows[: header.header.last + 1] for c in row)
    for text in (above, table.sheet, table.file):
        years = set(_YEAR.findall(text))
        if len(years) == 1:
            return int(years.pop())
    return None


def _carrier_above(table: Table, header: EnergyHeader) -> Carrier | None:
    """The carrier named in the title or the sheet's name, for a table with one plain amount."""
    if header.layout is not Layout.LIST or "carrier" in header.fields:
        return None
    own = carrier_of(header.heading(header.fields["amount"]))
    titles = [text_of(c) for row in table.rows[: header.header.first] for c in row if c != ""]
    named = {c for text in (*titles, table.sheet) if (c := carrier_of(text))}
    return own or (named.pop() if len(named) == 1 else None)


def _aside(energy: EnergyTable, row: int) -> str:
    """Why a row is left aside: as a whole, or because it is about water or money."""
    if row + 1 in energy.how.aside:
        return "import.set_aside"
    code = "" if row + 1 in energy.how.taken else ignored_reason(energy, row)
    if code or energy.header.layout is Layout.MONTHS_DOWN:
        return code
    across = energy.header.layout is Layout.MONTHS_ACROSS
    return not_energy(row_label(energy, row) if across else energy.text(row, "carrier"))


def _reports(
    energy: EnergyTable, gathered: Gathered, aside: Mapping[int, str]
) -> tuple[RowReport, ...]:
    """What became of each row of the file."""
    doubts: dict[int, Doubt] = {}
    for doubt in gathered.doubts:
        doubts.setdefault(doubt.entry.row, doubt)
    used, rows = gathered.used_rows, range(len(energy.table.rows))
    return tuple(_report(energy, used, aside, doubts.get(row), row) for row in rows)


def _report(
    energy: EnergyTable,
    used: Mapping[int, str],
    aside: Mapping[int, str],
    doubt: Doubt | None,
    row: int,
) -> RowReport:
    """What became of one row of the file."""
    label = " ".join(text_of(c) for c in energy.table.rows[row][:3] if c != "")[:80]
    status, code, target = RowStatus.IGNORED, aside.get(row, "import.no_amount_row"), ""
    if row < energy.first_row:
        code = "import.heading_row" if row >= energy.header.header.first else "import.title_row"
    elif doubt is not None:
        status, code = RowStatus.CHOOSE, doubt.trouble.code
    elif row in used:
        status, code = RowStatus.MATCHED, ""
        several = energy.header.layout is Layout.MONTHS_DOWN
        target = "meters" if several else f"meters/{used[row]}"
    params = {"row": row + 1, "name": label, **(doubt.trouble.params if doubt else {})}
    return RowReport(
        row=row + 1, sheet=energy.table.sheet, status=status, code=code, params=params,
        label=label, target=target,
    )  # fmt: skip
