"""How the decimal mark of a column was found, or that it could not be."""

from __future__ import annotations

from collections.abc import Sequence

from supplier_pcf.domain.finding import Finding
from supplier_pcf.importers.numbers import Ambiguous, Column, shown
from supplier_pcf.importers.outcome import note, warning
from supplier_pcf.importers.table import cell_name


def decimal_findings(
    column: Column, *, heading: str, index: int, first_row: int, cells: Sequence[object]
) -> list[Finding]:
    """How a column's decimal mark was found, or that it could not be."""
    heading = heading.replace("\n", " ")
    if column.unclear:
        at, value = next((i, r) for i, r in enumerate(column.readings) if isinstance(r, Ambiguous))
        code = "import.decimal_mixed" if column.mixed else "import.decimal_unclear"
        return [
            warning(
                code, heading=heading, count=column.unclear, cell=cell_name(first_row + at, index),
                value=value.text, with_comma=value.with_comma, with_point=value.with_point,
            )
        ]  # fmt: skip
    if column.settled and column.proof is not None:
        cell = cell_name(first_row + column.proof, index)
        return [
            note(
                "import.decimal_settled", heading=heading, count=column.settled, mark=column.mark,
                cell=cell, value=shown(cells[column.proof]),
            )
        ]  # fmt: skip
    return []
