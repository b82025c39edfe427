"""The factors that would change, each with a tick, both figures and its effect on the study."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal

from supplier_pcf.app.factor_update import FactorChange, percent_of
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.numbers import MINUS, NOTHING, significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.factors.factor_words import value_title
from supplier_pcf.gui.widgets.titled_model import Index, TitledModel

FACTOR, NOW, THEN, BY, ROWS, RESULT, EFFECT = range(7)
_NUMBERS = (NOW, THEN, BY, ROWS, RESULT, EFFECT)


def signed(value: float | None, language: str, unit: str) -> str:
    """A change with its sign: +1.2 %, −0.03 kg CO₂e; a dash where there is none."""
    if value is None:
        return NOTHING
    sign = MINUS if value < 0 else "+"
    digits = significant(abs(value), language) if value else "0"
    return f"{sign if value else ''}{digits} {unit}"


class ChangeModel(TitledModel):
    """One row a change; a tick says that it is wanted."""

    ticked = Signal()

    def __init__(self, context: Context, changes: tuple[FactorChange, ...]) -> None:
        _ = context.translate
        super().__init__(
            (
                _("Factor"),
                _("Now"),
                _("Then"),
                _("Difference"),
                _("Rows"),
                _("Result alone"),
                _("Effect"),
            ),
            _alignment,
        )
        self._context = context
        self._rows = changes
        self._wanted = [change.is_proposed for change in changes]

    def wanted(self) -> tuple[FactorChange, ...]:
        """The changes that are ticked."""
        return tuple(c for c, on in zip(self._rows, self._wanted, strict=True) if on)

    def change(self, row: int) -> FactorChange | None:
        """The change in this row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        change = self.change(index.row())
        if index.column() == FACTOR and change is not None and change.fits:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & (
            Qt.ItemFlag.ItemIsUserCheckable
        ):
            return False
        self._wanted[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        change = self.change(index.row()) if index.isValid() else None
        if change is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(change, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == FACTOR:
            is_on = self._wanted[index.row()]
            return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return None

    def _text(self, change: FactorChange, column: int) -> str:
        language, old, new = self._context.language, change.old, change.new
        if column == FACTOR:
            return self._name(change)
        if column in (NOW, THEN):
            return value_title(old if column == NOW else new, language)
        if column == BY:
            alike = old.unit == new.unit
            return signed(percent_of(old.kg_co2e, new.kg_co2e) if alike else None, language, "%")
        if column == ROWS:
            return str(len(change.rows))
        if column == RESULT:
            return significant(change.after, language)
        return signed(change.percent, language, "%")

    def _name(self, change: FactorChange) -> str:
        _ = self._context.translate
        name = name_in(change.old, self._context.language)
        said = ""
        if not change.fits:
            said = _("another kind of unit")
        elif change.is_older:
            said = _("older version")
        elif change.new.id != change.old.id:
            said = _("newer edition")
        return f"{name}  ·  {said}" if said else name


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
