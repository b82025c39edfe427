"""How a user wants a table to be read where it does not say so itself, or says it wrongly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from supplier_pcf.domain.energy import Carrier


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOptions:
    """The user's word on sheet, headings, columns, units and rows; empty where the table decides."""

    sheet: str | None = None
    decimal: str | None = None
    """The decimal sign of numbers written as text."""
    mapping: Mapping[str, str] | None = None
    """Field to column letters or heading; to nothing where the table has no such column.

    Of energy bills also `electricity C` or another form of energy with its column, and `unused C`.
    """
    year: int | None = None
    """Of energy bills whose months do not name it."""
    carrier: Carrier | None = None
    """Of energy bills that do not name theirs."""
    header_row: int | None = None
    """The row of the headings, as the spreadsheet numbers it."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Unit by the letters of the column; a unit written in the very cell still counts."""
    aside: frozenset[int] = frozenset()
    """Rows to leave out, as the spreadsheet numbers them."""
    taken: frozenset[int] = frozenset()
    """Rows to read though they look like totals, remarks or packaging."""


AS_IT_SAYS = TableOptions()
