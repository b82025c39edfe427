"""What an alloy or compound is made of: materials with their shares, energy with its amount."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal

from supplier_pcf.app.entering import Unreadable, entered_number, shown_number
from supplier_pcf.app.library_view import may_be_electricity
from supplier_pcf.app.making import Component, ProcessingEnergy
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.numbers import NOTHING, significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.factors.factor_words import unit_sign, value_title
from supplier_pcf.gui.widgets.titled_model import Index, TitledModel
from supplier_pcf.words import sentence

PART, FIGURE, AMOUNT, UNIT, ADDS = range(5)


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part; `amount` is a percentage of a material, units of energy per kg, or not entered yet."""

    factor: EmissionFactor
    is_energy: bool
    amount: float | None = None
    unread: Unreadable | None = None
    """What was typed as its amount and cannot be read."""


class PartsModel(TitledModel):
    """The parts, materials first; the amounts can be typed."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        _ = context.translate
        super().__init__(
            (_("Part"), _("Figure"), _("How much"), _("Unit"), _("Adds, kg CO₂e")), _alignment
        )
        self._context = context
        self._adds: tuple[float, ...] = ()
        self._rows: tuple[PartRow, ...] = ()

    def add(self, factor: EmissionFactor, *, is_energy: bool) -> int:
        """One more part; returns its row."""
        row = PartRow(factor, is_energy)
        materials = [r for r in self._rows if not r.is_energy]
        energies = [r for r in self._rows if r.is_energy]
        (energies if is_energy else materials).append(row)
        self._put((*materials, *energies))
        return self.rowCount() - 1 if is_energy else len(materials) - 1

    def remove(self, number: int) -> None:
        """Without this part."""
        self._put(tuple(row for n, row in enumerate(self._rows) if n != number))

    def _put(self, rows: tuple[PartRow, ...]) -> None:
        self.beginResetModel()
        self._rows, self._adds = rows, ()
        self.endResetModel()
        self.changed.emit()

    def components(self) -> tuple[Component, ...]:
        """The materials as the builder takes them."""
        return tuple(
            Component(
                factor_id=row.factor.id,
                share=None if row.amount is None else row.amount / 100,
            )
            for row in self._rows
            if not row.is_energy
        )

    def energies(self) -> tuple[ProcessingEnergy, ...]:
        """The energy of making it as the builder takes it."""
        return tuple(
            ProcessingEnergy(
                factor_id=row.factor.id,
                amount=row.amount,
                unit=row.factor.unit,
                is_heat=not may_be_electricity(row.factor),
            )
            for row in self._rows
            if row.is_energy
        )

    def show_adds(self, adds: tuple[float, ...]) -> None:
        """What each part adds to the figure; empty: not known yet."""
        self._adds = adds
        if self._rows:
            last = self.index(self.rowCount() - 1, ADDS)
            self.dataChanged.emit(self.index(0, ADDS), last)

    @property
    def problem(self) -> str:
        """The sentence about the first amount that cannot be read; empty where all can."""
        unread = next((row.unread for row in self._rows if row.unread), None)
        if unread is None:
            return ""
        return sentence(unread.code, unread.params, self._context.translate)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == AMOUNT else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != AMOUNT:
            return False
        rows = list(self._rows)
        row = rows[index.row()]
        unit = row.factor.unit if row.is_energy else "%"
        read = entered_number(str(value), self._context.decimal, unit)
        if isinstance(read, Unreadable):
            rows[index.row()] = replace(row, amount=None, unread=read)
        else:
            rows[index.row()] = replace(row, amount=read, unread=None)
        self._rows = tuple(rows)
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.EditRole and column == AMOUNT:
            return self._amount(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(index.row(), row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def _amount(self, row: PartRow) -> str:
        shown = shown_number(row.amount, self._context.decimal)
        return row.unread.text if row.unread else shown

    def _text(self, number: int, row: PartRow, column: int) -> str:
        language = self._context.language
        if column == PART:
            return name_in(row.factor, language)
        if column == FIGURE:
            return value_title(row.factor, language)
        if column == AMOUNT:
            return self._amount(row) or NOTHING
        if column == UNIT:
            return f"{unit_sign(row.factor.unit)}/kg" if row.is_energy else "%"
        return significant(self._adds[number], language) if self._adds else NOTHING


def _alignment(column: int) -> Qt.AlignmentFlag:
    is_left = column in (PART, UNIT)
    side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
