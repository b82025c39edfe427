"""A bill of materials from Excel or text: materials of the study, every row accounted for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from supplier_pcf.domain.finding import Finding, Param, Refusal
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.units import Quantity
from supplier_pcf.importers import bom_findings
from supplier_pcf.importers.bom_amounts import Doubtful, share_of
from supplier_pcf.importers.bom_columns import (
    AMOUNT,
    BOM,
    IDENTITY,
    BomTable,
    column_findings,
    understand,
)
from supplier_pcf.importers.bom_lines import Line, Lines, label_of, lines_of
from supplier_pcf.importers.bom_rows import is_auxiliary
from supplier_pcf.importers.choosing import choose_table, source_findings, source_of
from supplier_pcf.importers.options import TableOptions
from supplier_pcf.importers.outcome import RowReport, RowStatus, Source, Trouble, count, warning
from supplier_pcf.importers.reading import read_tables
from supplier_pcf.importers.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductFacts:
    """What the bill says about the product itself, to be offered and not imposed."""

    row: int
    part_number: str = ""
    name: str = ""
    mass: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BomImport:
    """Everything a bill of materials gave: materials, every row with its fate, and findings."""

    source: Source
    rows: tuple[RowReport, ...]
    materials: tuple[Material, ...]
    findings: tuple[Finding, ...] = ()
    product: ProductFacts | None = None

    @property
    def counts(self) -> dict[RowStatus, int]:
        """How many rows were matched, wait, and were ignored."""
        return count(self.rows)


def read_bom(
    path: Path,
    *,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    decimal: str | None = None,
) -> BomImport:
    """The bill of materials in a workbook or text file.

    `mapping` puts the user's word over the headings: field to column letters or heading, empty for
    none. `decimal` (`,` or `.`) settles numbers such as 1,234.

    Raises:
        Refusal: the file cannot be read, or no row of headings is found in it.
    """
    how = TableOptions(sheet=sheet, mapping=mapping, decimal=decimal)
    return bom_in(read_tables(path, sheet), how)


def bom_in(tables: Sequence[Table], how: TableOptions) -> BomImport:
    """The bill of materials in the sheets of a file.

    Raises:
        Refusal: no row of headings is found, or no line under it.
    """
    chosen = choose_table(tables, how, BOM, (IDENTITY, AMOUNT))
    if chosen is None:
        raise Refusal("import.no_bom_headings", file=tables[0].file, sheet=how.sheet or "")
    table, header, others = chosen
    bom = understand(table, header, how)
    lines = lines_of(bom)
    if not lines.lines and not how.aside:
        raise Refusal("import.no_bom_rows", file=table.file, sheet=table.sheet)
    source = source_of(table, bom.header, others, bom.fields, how.units)
    return _imported(bom, lines, source)


def _imported(bom: BomTable, lines: Lines, source: Source) -> BomImport:
    ids = _ids(bom, lines)
    findings = [*source_findings(source), *column_findings(bom)]
    rows = [*lines.ignored, *_others(bom, lines)]
    materials: list[Material] = []
    for index, line in enumerate(lines.lines):
        material, report, found = _line(bom, lines, ids, index, line)
        materials.append(material)
        rows.append(report)
        findings += found
    product = _product(bom, lines)
    if product is not None and lines.product_row is not None:
        rows.append(_report(bom, lines.product_row, RowStatus.MATCHED, "import.product_row"))
    findings += bom_findings.of_whole(bom, lines, ids)
    rows.sort(key=lambda report: report.row)
    return BomImport(
        source=source, rows=tuple(rows), materials=tuple(materials), findings=tuple(findings),
        product=product,
    )  # fmt: skip


def _ids(bom: BomTable, lines: Lines) -> list[str]:
    """An id for each line that stays the same when the same bill is read again."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for line in lines.lines:
        words = bom.text(line.row, "part_number") or bom.text(line.row, "name")
        slug = re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")[:40] or "line"
        seen[slug] += 1
        found.append(f"m-{slug}-{seen[slug]}")
    return found


def _line(
    bom: BomTable, lines: Lines, ids: list[str], index: int, line: Line
) -> tuple[Material, RowReport, list[Finding]]:
    """What one line becomes."""
    label = label_of(bom, line.row)
    trouble = line.trouble(named=bool(label))
    parent = ids[line.parent] if line.parent is not None else None
    shares, doubts = _shares(bom, line.row)
    material = _material(bom, line, ids[index], parent, trouble, shares)
    params: dict[str, Param] = {"row": line.row + 1, "name": label}
    where = f"materials/{ids[index]}"
    report = RowReport(
        row=line.row + 1, sheet=bom.table.sheet, label=label, target=where,
        status=RowStatus.CHOOSE if trouble else RowStatus.MATCHED,
        code=trouble.code if trouble else "",
        params={**params, **trouble.params} if trouble else params,
    )  # fmt: skip
    found = [warning(t.code, f"{where}/recycled", **params, **t.params) for t in doubts]
    if trouble:
        field = "quantity_per" if trouble is line.amounts.quantity_trouble else "amount"
        found.append(warning(trouble.code, f"{where}/{field}", **params, **trouble.params))
    found += bom_findings.of_line(lines, line, where, params)
    return material, report, found


def _material(
    bom: BomTable,
    line: Line,
    own_id: str,
    parent: str | None,
    trouble: Trouble | None,
    shares: Mapping[str, float],
) -> Material:
    row, name = line.row, bom.text(line.row, "name")
    number, designation = bom.text(row, "part_number"), bom.text(row, "material")
    usable = trouble is None or trouble is line.amounts.mass_trouble
    return Material(
        id=own_id,
        name=name or designation or number,
        amount=line.amounts.amount if usable else None,
        gross_amount=line.amounts.gross if usable else None,
        quantity_per=line.amounts.quantity_per,
        part_number=number,
        designation=designation,
        parent_id=parent,
        is_auxiliary=is_auxiliary(bom, row),
        recycled_pre_consumer=shares.get("recycled_pre"),
        recycled_post_consumer=shares.get("recycled_post"),
        origin_place=bom.text(row, "origin"),
        supplier=bom.text(row, "supplier"),
        note=_note(bom, row),
    )


def _note(bom: BomTable, row: int) -> str:
    place = ", ".join(part for part in (bom.table.file, bom.table.sheet, str(row + 1)) if part)
    remark = bom.text(row, "remark")
    return f"{place}; {remark}" if remark else place


def _shares(bom: BomTable, row: int) -> tuple[dict[str, float], list[Trouble]]:
    """The recycled shares of a line; a share that is no share is named and left out."""
    shares: dict[str, float] = {}
    doubts: list[Trouble] = []
    for field in ("recycled_pre", "recycled_post"):
        if field in bom.fields:
            try:
                share = share_of(bom, row, field)
            except Doubtful as doubt:
                doubts.append(doubt.trouble)
            else:
                shares |= {field: share} if share is not None else {}
    return shares, doubts


def _product(bom: BomTable, lines: Lines) -> ProductFacts | None:
    row = lines.product_row
    if row is None:
        return None
    known = lines.product_amounts
    is_mass = known is not None and known.kg is not None
    return ProductFacts(
        row=row + 1,
        part_number=bom.text(row, "part_number"),
        name=bom.text(row, "name"),
        mass=known.amount if known and is_mass else None,
    )


def _report(bom: BomTable, row: int, status: RowStatus, code: str) -> RowReport:
    label = label_of(bom, row)
    return RowReport(
        row=row + 1, sheet=bom.table.sheet, status=status, code=code, label=label,
        params={"row": row + 1, "name": label},
    )  # fmt: skip


def _others(bom: BomTable, lines: Lines) -> list[RowReport]:
    """Rows of a second product: the user picks one product a time."""
    return [
        _report(bom, row, RowStatus.CHOOSE, "import.other_product")
        for row in lines.of_other_products
    ]
