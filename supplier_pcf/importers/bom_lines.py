"""The lines of a bill: its rows sorted, put in their tree, with what each one says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from supplier_pcf.importers.bom_amounts import Amounts, amounts
from supplier_pcf.importers.bom_columns import BomTable
from supplier_pcf.importers.bom_levels import depths, parents
from supplier_pcf.importers.bom_rows import is_packaging, reason_to_ignore
from supplier_pcf.importers.outcome import RowReport, RowStatus, Trouble

LEVEL = Trouble(code="import.level_unreadable")
NAMELESS = Trouble(code="import.no_name")
BY_MASS = Trouble(code="import.assembly_by_measure")
_ASSEMBLY_MAY_LACK = {"import.no_mass", "import.no_net_mass"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the bill: its row (from 0), its parent among the lines, and its amounts."""

    row: int
    level: int | None
    parent: int | None
    is_assembly: bool
    skips_level: bool
    amounts: Amounts
    open_parent: int | None = None
    """Row of an assembly above whose own quantity cannot be used."""

    def trouble(self, *, named: bool) -> Trouble | None:
        """The first reason why the line waits for the user."""
        if self.level is None:
            return LEVEL
        if not named:
            return NAMELESS
        if self.amounts.quantity_trouble:
            return self.amounts.quantity_trouble
        if self.open_parent is not None:
            return Trouble(code="import.parent_open", params={"parent_row": self.open_parent + 1})
        if self.is_assembly:
            return None if self.amounts.counted else BY_MASS
        return self.amounts.mass_trouble

    @property
    def aside(self) -> Trouble | None:
        """What is wrong with the mass of an assembly, which is not counted anyway."""
        found = self.amounts.mass_trouble if self.is_assembly else None
        return None if found is None or found.code in _ASSEMBLY_MAY_LACK else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """All lines of a bill, the row of the product itself, and the rows left aside."""

    lines: tuple[Line, ...]
    product_row: int | None
    product_amounts: Amounts | None
    ignored: tuple[RowReport, ...]
    of_other_products: tuple[int, ...]


def lines_of(bom: BomTable) -> Lines:
    """The lines of the bill in the order of the file."""
    ignored = _rows_above(bom)
    kept: list[int] = []
    for row in range(bom.first_row, len(bom.table.rows)):
        code = "" if row + 1 in bom.how.taken else reason_to_ignore(bom, row)
        if code:
            ignored.append(_ignored(bom, row, code))
        else:
            kept.append(row)
    kept, levels, left_out = _without(bom, kept, depths(bom, kept))
    ignored += left_out
    product, others = _products(kept, levels)
    kept_levels = [(r, v) for r, v in zip(kept, levels, strict=True) if r not in others]
    return _tree(bom, kept_levels, product, tuple(sorted(ignored, key=_by_row)), others)


def _by_row(report: RowReport) -> int:
    return report.row


def label_of(bom: BomTable, row: int) -> str:
    """How the preview names a row."""
    parts = [bom.text(row, "part_number"), bom.text(row, "name") or bom.text(row, "material")]
    return " ".join(part for part in parts if part)[:200]


def _ignored(bom: BomTable, row: int, code: str) -> RowReport:
    label = "" if code == "import.blank_row" else label_of(bom, row)
    return RowReport(
        row=row + 1, sheet=bom.table.sheet, status=RowStatus.IGNORED, code=code, label=label,
        params={"row": row + 1, "name": label},
    )  # fmt: skip


def _rows_above(bom: BomTable) -> list[RowReport]:
    """Titles above the headings, and the headings themselves."""
    found: list[RowReport] = []
    for row in range(bom.first_row):
        if any(cell != "" for cell in bom.table.rows[row]):
            is_heading = row >= bom.header.first
            code = "import.heading_row" if is_heading else "import.title_row"
            found.append(_ignored(bom, row, code))
    return found


def _why_not(bom: BomTable, row: int) -> str:
    """The code of why a line is left out with all that is under it; empty where it is not."""
    if row + 1 in bom.how.aside:
        return "import.set_aside"
    is_wanted = row + 1 in bom.how.taken
    return "import.packaging_row" if is_packaging(bom, row) and not is_wanted else ""


def _without(
    bom: BomTable, rows: Sequence[int], levels: Sequence[int | None]
) -> tuple[list[int], list[int | None], list[RowReport]]:
    """The lines without packaging, without what the user set aside, and without what is under them."""
    kept: list[int] = []
    kept_levels: list[int | None] = []
    left_out: list[RowReport] = []
    inside: int | None = None
    above = 0
    for row, level in zip(rows, levels, strict=True):
        deeper = inside is not None and level is not None and level > inside
        own = "import.left_out_with" if deeper else _why_not(bom, row)
        if own:
            inside, above = (inside, above) if deeper else (level, row)
            report = _ignored(bom, row, own)
            left_out.append(replace(report, params={**report.params, "parent_row": above + 1}))
        else:
            inside = None
            kept.append(row)
            kept_levels.append(level)
    return kept, kept_levels, left_out


def _products(
    rows: Sequence[int], levels: Sequence[int | None]
) -> tuple[int | None, tuple[int, ...]]:
    """The row of the product (level 0) and the rows of further products in the same table."""
    tops = [row for row, level in zip(rows, levels, strict=True) if level == 0]
    if not tops or tops[0] != rows[0]:
        return None, ()
    others = tuple(row for row in rows if len(tops) > 1 and row >= tops[1])
    return tops[0], others


def _tree(
    bom: BomTable,
    kept: Sequence[tuple[int, int | None]],
    product: int | None,
    ignored: tuple[RowReport, ...],
    others: tuple[int, ...],
) -> Lines:
    top = amounts(bom, product) if product is not None else None
    below = [(row, level) for row, level in kept if row != product]
    above, jumps = parents([level for _, level in below])
    with_children = {index for index in above if index is not None}
    kg = top.kg if top else None
    found: list[Line] = []
    for index, (row, level) in enumerate(below):
        parent = found[above_index] if (above_index := above[index]) is not None else None
        line = Line(
            row=row,
            level=level,
            parent=above_index,
            is_assembly=index in with_children,
            skips_level=index in jumps,
            amounts=amounts(bom, row, kg),
            open_parent=_open(parent),
        )
        found.append(line)
    return Lines(
        lines=tuple(found), product_row=product, product_amounts=top, ignored=ignored,
        of_other_products=others,
    )  # fmt: skip


def _open(parent: Line | None) -> int | None:
    """The row above that has to be settled before this one can be counted."""
    if parent is None:
        return None
    unusable = parent.amounts.quantity_trouble or not parent.amounts.counted
    return parent.row if unusable else parent.open_parent
