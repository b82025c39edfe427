"""All rows of a result as a table to sort, copy and walk from; rows without a number say why."""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from supplier_pcf.app.entering import shown_number
from supplier_pcf.app.views import FlowRow, Role, flow_rows, kg_text
from supplier_pcf.domain.numbers import NOTHING, decimal_string, percent, significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.widgets.drawing_view import palette_for

NAME, KG, PERCENT, STAGE, AMOUNT, UNIT, FACTOR = range(7)
_NUMBERS = (AMOUNT, KG, PERCENT)
_LETTERS = (22, 12, 9, 19, 12, 10, 14)
"""Width of each column in average letters."""
_MOST_ROWS_SHOWN = 30
_TOP: QModelIndex = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


def reason_title(code: str, _: Callable[[str], str]) -> str:
    """Why a row is not counted."""
    return {
        "no_amount": _("not counted: no amount"),
        "no_factor": _("not counted: no factor"),
        "unknown_factor": _("not counted: factor not in the library"),
        "unit_mismatch": _("not counted: the units do not fit"),
        "not_a_factor": _("not counted: a figure for information, no factor"),
        "no_volume": _("not counted: number of pieces made is missing"),
        "no_share": _("not counted: share of this product is not known"),
        "no_declared_unit": _("not counted: cannot be brought to the declared unit"),
        "losses": _("not counted: the losses are no share"),
        "no_yield": _("not counted: a step gives no good piece"),
        "not_a_number": _("not counted: the result is no number"),
        "excluded": _("left out on purpose"),
        "closed_by_parent": _("counted with its assembly"),
        "assembly": _("counted by its parts"),
        "included": _("counted with the energy it is made of"),
        "circular": _("not counted: contains itself"),
    }.get(code, code)


class ResultTableModel(QAbstractTableModel):
    """Shows the rows of the present result; it owns nothing."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: tuple[FlowRow, ...] = ()
        self._unsorted: tuple[FlowRow, ...] = ()
        self._order = KG, Qt.SortOrder.DescendingOrder
        self.refresh()

    def refresh(self) -> None:
        """Read the rows of the present result."""
        context = self._context
        rows = flow_rows(context.session, context.translate, context.language)
        if rows != self._unsorted:
            self.beginResetModel()
            self._unsorted = rows
            self.rows = self._in_order()
            self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows, each asked once for what it is ordered by: Qt asks twice for each comparison."""
        if (column, order) == self._order:
            return
        self.layoutAboutToBeChanged.emit()
        self._order = column, order
        before, self.rows = self.rows, self._in_order()
        new = {id(row): number for number, row in enumerate(self.rows)}
        old = self.persistentIndexList()
        moved = [self.index(new[id(before[i.row()])], i.column()) for i in old]
        self.changePersistentIndexList(old, moved)
        self.layoutChanged.emit()

    def _in_order(self) -> tuple[FlowRow, ...]:
        column, order = self._order
        if not 0 <= column < len(_LETTERS):
            return self._unsorted
        back = order is Qt.SortOrder.DescendingOrder
        return tuple(sorted(self._unsorted, key=lambda row: self._key(row, column), reverse=back))

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(_LETTERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(_LETTERS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return self.headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def headings(self) -> tuple[str, ...]:
        """The titles of the columns."""
        _ = self._context.translate
        left = (_("Row"), _("kg CO₂e"), _("share"), _("Stage"), _("Amount"), _("Unit"))
        return (*left, _("Factor, or why not counted"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._full(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole and (row.reason or row.apart):
            colours = palette_for(QGuiApplication.palette())
            return QColor(colours[Role.ERROR if row.is_owed else Role.MUTED])
        return None

    def copied(self, row: FlowRow) -> tuple[str, ...]:
        """The cells of a row with all digits, as another program takes them."""
        decimal = self._context.decimal
        share = "" if row.percent is None else decimal_string(float(row.percent))
        cells = {
            AMOUNT: shown_number(row.amount, decimal),
            KG: shown_number(row.kg, decimal),
            PERCENT: share.replace(".", decimal),
        }
        texts = (cells.get(c, self._text(row, c)) for c in range(len(_LETTERS)))
        return tuple(" ".join(text.split()) for text in texts)

    def _text(self, row: FlowRow, column: int) -> str:
        context = self._context
        if column == NAME:
            return row.name or context.translate("(no name)")
        if column == FACTOR:
            return self._factor(row)
        if column == AMOUNT:
            return significant(row.amount, context.language)
        if column == KG:
            return kg_text(row.kg, context.language)
        if column == PERCENT:
            return percent(row.percent, context.language)
        return row.stage if column == STAGE else row.unit or NOTHING

    def _factor(self, row: FlowRow) -> str:
        _ = self._context.translate
        if row.apart:
            return _("reported apart: {factor}").format(factor=row.factor)
        if not row.reason:
            return row.factor
        title = reason_title(row.reason, _)
        return f"{title}: {row.left_out_because}" if row.left_out_because else title

    def _full(self, row: FlowRow, column: int) -> str:
        if column == FACTOR and row.estimate:
            _ = self._context.translate
            kg = kg_text(row.estimate, self._context.language)
            text = _("{reason} (estimated at {kg} kg CO₂e)")
            return text.format(reason=self._factor(row), kg=kg)
        if column in (AMOUNT, KG):
            value = row.amount if column == AMOUNT else row.kg
            return shown_number(value, self._context.decimal) or NOTHING
        return self._text(row, column)

    def _key(self, row: FlowRow, column: int) -> str | float:
        """What a column is sorted by; rows without a number come after all others."""
        if column not in _NUMBERS:
            return self._text(row, column).casefold()
        values: dict[int, float | Decimal | None] = {AMOUNT: row.amount, PERCENT: row.percent}
        value = values.get(column, row.kg)
        return float("-inf") if value is None else float(value)


class Narrowed(QSortFilterProxyModel):
    """Those rows that hold a text; their order is that of the model itself."""

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sourceModel().sort(column, order)


class ResultTable(QTableView):
    """The rows, the largest first; Ctrl+C copies them, a double click or Enter goes to where one is entered."""

    def __init__(self, context: Context, name: str = "result-rows") -> None:
        super().__init__()
        self._context = context
        self.rows = ResultTableModel(context, self)
        self.sorted = Narrowed(self)
        self.sorted.setSourceModel(self.rows)
        self.setModel(self.sorted)
        self.setObjectName(name)
        self.setAccessibleName(
            context.translate("All rows of the study with their part in the footprint")
        )
        self._look()
        self.horizontalHeader().setSortIndicator(KG, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._go)
        self._fit()

    def left(self) -> tuple[int, Qt.SortOrder]:
        """By which column the rows are ordered, and how."""
        heading = self.horizontalHeader()
        return heading.sortIndicatorSection(), heading.sortIndicatorOrder()

    def refresh(self) -> None:
        """Show the rows of the present result."""
        self.rows.refresh()
        self._fit()

    def choose(self, places: Collection[str]) -> bool:
        """Choose the rows of these flows; says whether one of them is shown."""
        flags = QItemSelectionModel.SelectionFlag
        found = [
            self.sorted.mapFromSource(self.rows.index(number, 0))
            for number, row in enumerate(self.rows.rows)
            if row.place in places
        ]
        shown = sorted((index for index in found if index.isValid()), key=lambda i: i.row())
        if not shown:
            return False
        chosen = QItemSelection()
        for index in shown:
            chosen.select(index, index)
        model = self.selectionModel()
        model.setCurrentIndex(shown[0], flags.NoUpdate)
        model.select(chosen, flags.ClearAndSelect | flags.Rows)
        return True

    def copy(self) -> None:
        """Put the selected rows on the clipboard, or all, with headings and all digits."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        shown = chosen or range(self.sorted.rowCount())
        indexes = (self.sorted.mapToSource(self.sorted.index(row, 0)) for row in shown)
        lines = [
            self.rows.headings(),
            *(self.rows.copied(self.rows.rows[i.row()]) for i in indexes),
        ]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines) + "\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self._context.go_to(self.rows.rows[self.sorted.mapToSource(index).row()].place)

    def _look(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate(_LETTERS):
            self.setColumnWidth(column, letters * letter)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)

    def _fit(self) -> None:
        """As high as its rows, up to a limit."""
        rows = min(max(self.rows.rowCount(), 1), _MOST_ROWS_SHOWN)
        height = rows * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(height + self.horizontalHeader().sizeHint().height() + 4)


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
