"""The factors of the library as a table that stays fast with thousands of rows, sorted by any column."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QTableView

from supplier_pcf.app.library_view import SORTS
from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.numbers import significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.factors.factor_words import layer_title, unit_sign, years_title
from supplier_pcf.gui.widgets.dialog_parts import show_plainly
from supplier_pcf.gui.widgets.place_words import place_title
from supplier_pcf.gui.widgets.titled_model import Index, TitledModel

NAME, VALUE, PLACE, YEARS, SOURCE = range(5)
_KEYS = ("name", "value", "place", "years", "source")
_WIDTHS = {VALUE: 104, PLACE: 100, YEARS: 82, SOURCE: 82}


class LibraryModel(TitledModel):
    """One row a factor; it owns nothing but the rows it was given."""

    def __init__(self, context: Context) -> None:
        _ = context.translate
        super().__init__(
            (_("Factor"), _("kg CO₂e"), _("Place"), _("Years"), _("Source")), _alignment
        )
        self._context = context
        self._given: tuple[EmissionFactor, ...] = ()
        self._sorted_by: tuple[int, bool] | None = None

    def show_factors(self, factors: tuple[EmissionFactor, ...]) -> None:
        """Show these, in their order or as the user has sorted."""
        self._given = factors
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By this column; -1: in the order of how well they fit."""
        descending = order is Qt.SortOrder.DescendingOrder
        self._sorted_by = (column, descending) if 0 <= column < len(_KEYS) else None
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        self._rows = self._given
        if self._sorted_by is not None:
            column, descending = self._sorted_by
            by, language = SORTS[_KEYS[column]], self._context.language
            self._rows = sorted(self._given, key=lambda f: by(f, language), reverse=descending)
        self.endResetModel()

    def factor(self, row: int) -> EmissionFactor | None:
        """The factor in this row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, factor_id: str) -> int:
        """The row of this factor, else the first; -1 where nothing is shown."""
        found = (row for row, factor in enumerate(self._rows) if factor.id == factor_id)
        return next(found, 0 if self._rows else -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        factor = self.factor(index.row()) if index.isValid() else None
        if factor is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(factor, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.FontRole and factor.layer is not Layer.BUNDLED:
            font = QFont(QGuiApplication.font())
            font.setBold(True)
            return font
        return None

    def _text(self, factor: EmissionFactor, column: int) -> str:
        _, language = self._context.translate, self._context.language
        if column == VALUE:
            return f"{significant(factor.kg_co2e, language)} /{unit_sign(factor.unit)}"
        if column == SOURCE:
            said = factor.publisher or factor.document
            brought = "" if factor.layer is Layer.BUNDLED else layer_title(factor.layer, _)
            return "  ·  ".join(part for part in (brought, said) if part)
        if column == NAME:
            return name_in(factor, language)
        return place_title(factor.place, _) if column == PLACE else years_title(factor)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == VALUE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class LibraryTable(QTableView):
    """The table of factors; the cursor stays on its factor when the rows change."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.rows = LibraryModel(context)
        self.setObjectName("library-table")
        self.setAccessibleName(context.translate("Factors of the library"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        show_plainly(self, self.rows, _WIDTHS, NAME)
        across = self.horizontalHeader()
        across.setSortIndicatorClearable(True)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def show_factors(self, factors: tuple[EmissionFactor, ...]) -> None:
        """Show these; the cursor stays on its factor or goes to the first."""
        before = self.current()
        self.rows.show_factors(factors)
        self.go_to(before.id if before else "")

    def go_to(self, factor_id: str) -> None:
        """Put the cursor on this factor, else on the first."""
        row = self.rows.row_of(factor_id)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, NAME))
            self.scrollTo(self.currentIndex())

    def current(self) -> EmissionFactor | None:
        """The factor under the cursor."""
        return self.rows.factor(self.currentIndex().row())
