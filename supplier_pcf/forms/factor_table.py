"""Own factors as a table in our documented layout, to be read again, edited or handed on."""

from __future__ import annotations

import io
from collections.abc import Iterable

from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.recipe import Recipe
from supplier_pcf.factors.table_layout import COLUMNS, PARTS
from supplier_pcf.guard.spreadsheet import Cell, csv_bytes, in_workbook


def as_csv(factors: Iterable[EmissionFactor]) -> bytes:
    """The table as CSV; licensed factors are left out."""
    return csv_bytes([COLUMNS, *map(cells_of, _free(factors))])


def as_workbook(factors: Iterable[EmissionFactor]) -> bytes:
    """The table as .xlsx, texts as texts; licensed factors are left out."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    if sheet is None:
        sheet = book.create_sheet()
    sheet.title = "factors"
    sheet.append(COLUMNS)
    for factor in _free(factors):
        sheet.append(cells_of(factor))
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    sheet.freeze_panes = "C2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _free(factors: Iterable[EmissionFactor]) -> Iterable[EmissionFactor]:
    """Whoever calls: no licensed value gets into a table."""
    return (factor for factor in factors if factor.layer is not Layer.LICENSED)


def cells_of(factor: EmissionFactor) -> tuple[Cell, ...]:
    """A factor as a row of the table, in the order of its columns."""
    values: dict[str, Cell] = {name: _cell(getattr(factor, name, None)) for name in COLUMNS}
    values |= {name: getattr(factor, name) or None for name in PARTS}
    values["gsd"] = None if factor.gsd is None else round(factor.gsd, 6)
    values["includes_forming"] = "yes" if factor.includes_forming else ""
    values["includes_packaging"] = "yes" if factor.includes_packaging else ""
    empty = factor.includes_empty_running
    values["includes_empty_running"] = "" if empty is None else "yes" if empty else "no"
    values["primary_share"] = factor.primary_share or None
    values["made_of"] = in_workbook(_made_of(factor.recipe)) if factor.recipe else ""
    return tuple(values[name] for name in COLUMNS)


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return in_workbook(str(value))
    return value if isinstance(value, int | float) else None


def _made_of(recipe: Recipe) -> str:
    """The parts with their versions, amounts and figures, for a reader with a pocket calculator."""
    parts = "; ".join(
        f"{part.amount:.9g} {part.unit} x {part.buckets.excluding_uptake:.9g} "
        f"({part.factor_id} v{part.version})"
        for part in recipe.parts
    )
    lost = "" if recipe.material_yield == 1 else f"; yield {recipe.material_yield:g}"
    return f"{recipe.kind.value}: {parts}{lost}"
