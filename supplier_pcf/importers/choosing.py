"""Which sheet of a file holds the table looked for, and which column is which field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from supplier_pcf.domain.finding import Finding, Refusal
from supplier_pcf.importers.headers import Header, Synonyms, find_header, header_at, plain
from supplier_pcf.importers.options import TableOptions
from supplier_pcf.importers.outcome import ColumnUse, Source, note
from supplier_pcf.importers.table import Table, letters
from supplier_pcf.importers.unit_words import unit_in_heading, unit_of

_WITHOUT_UNIT = {
    "unit",
    "mass_unit",
    "name",
    "part_number",
    "material",
    "level",
    "position",
    "month",
}


def choose_table(
    tables: Sequence[Table],
    how: TableOptions,
    synonyms: Synonyms,
    needs: Sequence[frozenset[str]],
) -> tuple[Table, Header, tuple[str, ...]] | None:
    """The sheet with the best headings, these headings, and other sheets that would do as well.

    Raises:
        Refusal: the mapping names a field or column that is not there, or there is no such sheet.
    """
    tables, mapping = of_sheet(tables, how.sheet), how.mapping
    found: list[tuple[Table, Header]] = []
    for table in tables:
        if how.header_row is not None:
            header = header_at(table, how.header_row - 1, synonyms)
        else:
            header = find_header(table, synonyms, _open_needs(needs, mapping))
        if header is None and mapping and len(tables) == 1:
            header = Header(first=-1, last=-1, headings=(), fields={}, score=0)
        if header is not None:
            found.append((table, header))
    if not found:
        return None
    table, header = max(found, key=lambda pair: (not pair[0].hidden, pair[1].score))
    others = tuple(t.sheet for t, _ in found if t is not table and not t.hidden)
    told = with_mapping(table, header, synonyms, mapping or {})
    if how.header_row is not None and not all(need & told.fields.keys() for need in needs):
        return None
    return table, told, others


def of_sheet(tables: Sequence[Table], sheet: str | None) -> Sequence[Table]:
    """The tables of this sheet; all where none is named, or where a text file has none.

    Raises:
        Refusal: there is no such sheet.
    """
    found = [table for table in tables if not sheet or table.sheet in ("", sheet)]
    if found or not tables:
        return found
    names = ", ".join([table.sheet for table in tables][:12])
    raise Refusal("import.no_such_sheet", file=tables[0].file, sheet=sheet or "", sheets=names)


def _open_needs(
    needs: Sequence[frozenset[str]], mapping: Mapping[str, str] | None
) -> list[frozenset[str]]:
    """What the headings still have to tell where the user has named some columns."""
    return [need for need in needs if not need & (mapping or {}).keys()]


def with_mapping(
    table: Table, header: Header, synonyms: Synonyms, mapping: Mapping[str, str]
) -> Header:
    """The header with the user's word put first: a field by column letters or heading, or by nothing.

    Raises:
        Refusal: there is no such field or column.
    """
    fields = dict(header.fields)
    for field, wanted in mapping.items():
        if field not in synonyms.fields:
            raise Refusal("import.no_such_field", file=table.file, field=field)
        column = _column(wanted, header, table) if wanted else None
        fields = {f: c for f, c in fields.items() if f != field and c != column}
        if column is not None:
            fields[field] = column
    return replace(header, fields=fields)


def _column(wanted: str, header: Header, table: Table) -> int:
    """The column a user names by its heading or its letters."""
    by_heading = [i for i, text in enumerate(header.headings) if plain(text) == plain(wanted)]
    if by_heading:
        return by_heading[0]
    width = max((len(row) for row in table.rows[:100]), default=0)
    by_letters = [i for i in range(width) if letters(i) == wanted.strip().upper()]
    if by_letters:
        return by_letters[0]
    raise Refusal("import.no_such_column", file=table.file, column=wanted, sheet=table.sheet)


def source_findings(source: Source) -> list[Finding]:
    """What is good to know about the file: an encoding that was inferred, further tables in it."""
    found: list[Finding] = []
    if source.encoding:
        found.append(note("import.encoding_inferred", file=source.file, encoding=source.encoding))
    if source.sheets:
        sheets = ", ".join(source.sheets[:12])
        found.append(note("import.other_sheets", sheet=source.sheet, sheets=sheets))
    return found


def source_of(
    table: Table,
    header: Header,
    others: tuple[str, ...],
    fields: Mapping[str, int],
    units: Mapping[str, str],
) -> Source:
    """Where the table was read and how each of its columns was understood."""
    by_column = {column: field for field, column in fields.items() if field != "other"}
    width = max(len(header.headings), *(c + 1 for c in by_column), 0)
    measured = set(by_column.values()) - _WITHOUT_UNIT
    headings = [*header.headings, *[""] * (width - len(header.headings))]
    columns = tuple(
        ColumnUse(
            column=letters(index),
            heading=text.replace("\n", " "),
            field=by_column.get(index, ""),
            unit=_unit(letters(index), text, units) if by_column.get(index) in measured else "",
        )
        for index, text in enumerate(headings)
        if text or index in by_column
    )
    return Source(
        file=table.file,
        sheet=table.sheet,
        sheets=others,
        header_row=header.first + 1,
        encoding=table.encoding,
        columns=columns,
    )


def _unit(column: str, heading: str, told: Mapping[str, str]) -> str:
    return told.get(column) or unit_of_column(heading) or ""


def unit_of_column(heading: str) -> str | None:
    """The unit a heading of one or two rows carries; the lower row first."""
    upper, _, lower = heading.partition("\n")
    if lower:
        return unit_in_heading(lower) or unit_of(lower) or unit_in_heading(upper)
    return unit_in_heading(upper)
