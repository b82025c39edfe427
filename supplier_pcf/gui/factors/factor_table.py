"""The factors found, as a table; it owns nothing but the rows it was given."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from supplier_pcf.app.choosing import FactorRow
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.factors.factor_words import (
    boundary_title,
    reason_title,
    value_title,
    years_title,
)
from supplier_pcf.gui.widgets.place_words import place_title
from supplier_pcf.gui.widgets.titled_model import Index, TitledModel

MOST_MARKED = 3
"""Factors that fit side by side."""
NAME, VALUE, PLACE, YEARS, BOUNDARY, WHY, SOURCE = range(7)


class FactorTableModel(TitledModel):
    """One row a factor, in the order of how well it fits; some are marked to be compared."""

    marks_changed = Signal()

    def __init__(self, context: Context, site: str) -> None:
        _ = context.translate
        titles = (
            _("Factor"),
            _("kg CO₂e per unit"),
            _("Place"),
            _("Data of"),
            _("Covers"),
            _("Fit"),
            _("Source"),
        )
        super().__init__(titles, _alignment)
        self._context, self._site = context, site
        self._rows: tuple[FactorRow, ...] = ()
        self._has_own_place = False
        self.marked: dict[str, FactorRow] = {}
        """The factors that are marked, by id; they stay so while others are searched."""

    def show_rows(self, rows: tuple[FactorRow, ...]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = rows
        self._has_own_place = any("place_exact" in r.reasons and not r.blocked for r in rows)
        self.endResetModel()

    def row(self, number: int) -> FactorRow | None:
        """The factor in this row of the table."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, factor_id: str | None) -> int:
        """The row of this factor; else the first that may be chosen; -1 where there is none."""
        numbers = [n for n, r in enumerate(self._rows) if r.id == factor_id]
        usable = [n for n, r in enumerate(self._rows) if not r.blocked]
        return next(iter([*numbers, *usable]), 0 if self._rows else -1)

    def mark(self, number: int) -> None:
        """Mark the factor in this row, or no longer; a fourth takes the place of the first."""
        row = self.row(number)
        if row is None:
            return
        if row.id in self.marked:
            del self.marked[row.id]
        else:
            self.marked = dict([*self.marked.items()][1 - MOST_MARKED :]) | {row.id: row}
        last = self.index(len(self._rows) - 1, NAME)
        self.dataChanged.emit(self.index(0, NAME), last, [Qt.ItemDataRole.CheckStateRole])
        self.marks_changed.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        checkable = index.isValid() and index.column() == NAME
        more = Qt.ItemFlag.ItemIsUserCheckable if checkable else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | more

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != NAME:
            return False
        self.mark(index.row())
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            is_marked = row.id in self.marked
            return Qt.CheckState.Checked if is_marked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and row.blocked:
            return QApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        return None

    def _text(self, row: FactorRow, column: int) -> str:
        factor, _ = row.factor, self._context.translate
        if column == WHY:
            return reason_title(row, self._site, self._has_own_place, _)
        if column == VALUE:
            return value_title(factor, self._context.language)
        return {
            NAME: row.name,
            PLACE: place_title(factor.place, _),
            YEARS: years_title(factor),
            BOUNDARY: boundary_title(factor.boundary, _),
            SOURCE: factor.publisher or factor.document,
        }[column]


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == VALUE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
