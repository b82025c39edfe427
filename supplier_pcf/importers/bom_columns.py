"""The columns of a bill of materials: what each is read as, and the numbers in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.units import Dimension, dimension_of
from supplier_pcf.importers.choosing import unit_of_column
from supplier_pcf.importers.decimals import decimal_findings
from supplier_pcf.importers.headers import Header, Synonyms
from supplier_pcf.importers.numbers import Column, read_column
from supplier_pcf.importers.options import TableOptions
from supplier_pcf.importers.outcome import note, warning
from supplier_pcf.importers.synonyms import BOM_FIELDS
from supplier_pcf.importers.table import MOST_ROWS, Table, cell_name, letters, text_of
from supplier_pcf.importers.unit_words import is_per_piece

BOM = Synonyms(BOM_FIELDS)
IDENTITY = frozenset({"part_number", "name", "material"})
AMOUNT = frozenset({"quantity", "net_mass", "unit_mass", "total_mass", "gross_mass"})
NUMBERS = ("quantity", "net_mass", "unit_mass", "total_mass", "gross_mass", "yield_share",
           "recycled_pre", "recycled_post")  # fmt: skip
MASSES = ("unit_mass", "net_mass", "total_mass", "gross_mass")
FILLED_DOWN = ("material", "supplier", "origin", "category", "level")


@dataclass(frozen=True, slots=True, kw_only=True)
class BomTable:
    """A bill's table with its columns understood: `fields` to column, numbers and units by field."""

    table: Table
    header: Header
    fields: Mapping[str, int]
    first_row: int
    numbers: Mapping[str, Column]
    units: Mapping[str, str | None]
    heading_words: frozenset[str]
    how: TableOptions

    def told_unit(self, field: str) -> str:
        """The unit the user says a column is in; empty where he leaves it to the table."""
        return self.how.units.get(letters(self.fields[field]), "") if field in self.fields else ""

    def text(self, row: int, field: str) -> str:
        """The text of a field in a row; empty where there is no such column."""
        column = self.fields.get(field)
        cells = self.table.rows[row]
        return text_of(cells[column]) if column is not None and column < len(cells) else ""

    def cell(self, row: int, field: str) -> str:
        """The name of a cell, such as F14."""
        return cell_name(row, self.fields[field])

    def heading(self, field: str) -> str:
        """The heading of a field's column as the file has it."""
        column = self.fields[field]
        known = column < len(self.header.headings)
        return self.header.headings[column].replace("\n", " ") if known else letters(column)


def understand(table: Table, header: Header, how: TableOptions) -> BomTable:
    """The bill's table with masses told apart by what they are for, and its numbers read."""
    fields = _told_apart(header)
    first = header.last + 1
    rows = _filled_down(table, fields, first)
    filled = Table(file=table.file, sheet=table.sheet, rows=rows, uncalculated=table.uncalculated)
    numbers = {
        field: read_column((_at(row, fields[field]) for row in rows[first:]), how.decimal)
        for field in NUMBERS
        if field in fields
    }
    units = {f: _heading_unit(header, fields[f], f) for f in (*MASSES, "quantity") if f in fields}
    words = frozenset(line for text in header.headings for line in text.split("\n") if line)
    return BomTable(
        table=filled,
        header=header,
        fields=fields,
        first_row=first,
        numbers=numbers,
        units=units,
        heading_words=words,
        how=how,
    )


def _at(row: Sequence[object], column: int) -> object:
    return row[column] if column < len(row) else ""


def _heading_unit(header: Header, column: int, field: str) -> str | None:
    heading = header.headings[column] if column < len(header.headings) else ""
    unit = unit_of_column(heading)
    if field in MASSES and dimension_of(unit or "") is not Dimension.MASS:
        return None
    return unit


def _told_apart(header: Header) -> dict[str, int]:
    """Fields with a second unit column given to the mass, and a net mass named for what it is for."""
    fields = dict(header.fields)
    mass_columns = {fields[field] for field in MASSES if field in fields}
    unit_columns = [c for c, text in enumerate(header.headings) if _is_unit(text)]
    for column in unit_columns:
        if column - 1 in mass_columns and column not in _others(fields, "unit"):
            fields.setdefault("mass_unit", column)
    if fields.get("unit") == fields.get("mass_unit"):
        fields.pop("unit", None)
        first = next((c for c in unit_columns if c not in fields.values()), None)
        fields |= {"unit": first} if first is not None else {}
    if "net_mass" in fields and fields["net_mass"] < len(header.headings):
        kind = _kind_of_mass(header.headings[fields["net_mass"]])
        if kind not in fields:
            fields[kind] = fields.pop("net_mass")
    return fields


def _is_unit(heading: str) -> bool:
    found = BOM.match(heading.rpartition("\n")[2])
    return found is not None and found.field == "unit"


def _others(fields: Mapping[str, int], but: str) -> set[int]:
    return {column for field, column in fields.items() if field != but}


def _kind_of_mass(heading: str) -> str:
    """Whether a net mass is for one unit, for the line, or not said."""
    upper, _, _ = heading.partition("\n")
    above = BOM.match(upper)
    if above and above.field in {"unit_mass", "total_mass"}:
        return above.field
    return "unit_mass" if is_per_piece(heading) else "net_mass"


def _filled_down(table: Table, fields: Mapping[str, int], first: int) -> list[list[object]]:
    """The rows with texts merged over several rows written into each; numbers never are."""
    rows = [list(row) for row in table.rows]
    columns = {fields[field] for field in FILLED_DOWN if field in fields}
    left_to_fill = MOST_ROWS
    for top, left, bottom, _ in table.merged:
        left_to_fill -= bottom - top
        if left in columns and first <= top < bottom < len(rows) and left_to_fill > 0:
            for row in range(top + 1, bottom + 1):
                rows[row][left] = rows[top][left]
    return rows


def column_findings(bom: BomTable) -> list[Finding]:
    """What is good to know about the columns: decimal marks, assumptions, columns not used."""
    found: list[Finding] = []
    for field, column in bom.numbers.items():
        found += decimal_findings(
            column, heading=bom.heading(field), index=bom.fields[field], first_row=bom.first_row,
            cells=[_at(row, bom.fields[field]) for row in bom.table.rows[bom.first_row :]],
        )  # fmt: skip
    found += _assumptions(bom)
    unused = _unused(bom)
    if unused:
        found.append(note("import.columns_unused", columns=", ".join(unused)))
    return found


def _assumptions(bom: BomTable) -> list[Finding]:
    found: list[Finding] = []
    if "net_mass" in bom.fields and "quantity" in bom.fields:
        found.append(note("import.mass_read_per_piece", heading=bom.heading("net_mass")))
    if "quantity" not in bom.fields:
        found.append(warning("import.quantity_assumed_one", sheet=bom.table.sheet))
    if "recycled" in bom.fields:
        found.append(note("import.recycled_kind_open", heading=bom.heading("recycled")))
    if "scrap" in bom.fields:
        found.append(note("import.scrap_not_used", heading=bom.heading("scrap")))
    return found


def _unused(bom: BomTable) -> list[str]:
    used = {column for field, column in bom.fields.items() if field not in {"other", "scrap"}}
    scrap = bom.fields.get("scrap")
    headings = enumerate(bom.header.headings)
    return [t.replace("\n", " ") for c, t in headings if t and c not in used and c != scrap]


def is_repeated_heading(bom: BomTable, row: int) -> bool:
    """Whether a row says the headings again, as after a page break."""
    filled = [cell for cell in bom.table.rows[row] if cell != ""]
    if not filled or text_of(filled[0]) not in bom.heading_words:
        return False
    texts = [cell for cell in filled if isinstance(cell, str)]
    same = sum(text_of(cell) in bom.heading_words for cell in texts)
    return len(filled) > 1 and same >= 0.6 * len(filled)
