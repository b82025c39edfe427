"""Two or three factors side by side, with what differs marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.numbers import NOTHING
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at, wide
from supplier_pcf.gui.base.theme import colours
from supplier_pcf.gui.factors.record_words import reckoning_words, record_parts
from supplier_pcf.gui.widgets.titled_model import Index, TitledModel

Factors = Sequence[EmissionFactor]
Line = tuple[str, ...]
"""A fact with what each factor says."""
_SIGN = "≠"
FACT, DIFFERS, FIRST = range(3)


class CompareDialog(QDialog):
    """Every fact of each; only the differing ones where the user wants that."""

    def __init__(self, context: Context, factors: Factors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.translate
        self.setObjectName("compare-factors")
        self.setWindowTitle(
            _("Compare two factors") if len(factors) == 2 else _("Compare three factors")
        )
        open_at(self, 1060, 620)
        self.model = CompareModel(context, factors)
        self.said = QLabel()
        self.said.setObjectName("compare-said")
        self.only = QCheckBox(_("Only what &differs"))
        self.only.setObjectName("compare-only")
        self.only.toggled.connect(self._show)
        self.table = facts_table(self.model, _("The facts of the factors side by side"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addWidget(self.said)
        column.addWidget(self.only)
        column.addWidget(self.table, 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("compare-close")
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        text = _("{count} of {total} facts differ.")
        lines = facts_of(context, factors)
        differing = sum(_differs(line) for line in lines)
        self.said.setText(text.format(count=differing, total=len(lines)))
        self._show(False)
        self.table.setFocus()

    def _show(self, only: bool) -> None:
        self.model.show_lines(only=only)
        self.table.resizeRowsToContents()


def facts_of(context: Context, factors: Factors) -> list[Line]:
    """Every fact that one of them has, in the order of the record."""
    said = [dict(_facts(factor, context)) for factor in factors]
    order = list(dict.fromkeys(fact for each in said for fact in each))
    return [(fact, *(each.get(fact, "") for each in said)) for fact in order]


def _differs(line: Line) -> bool:
    return len(set(line[1:])) > 1


def _facts(factor: EmissionFactor, context: Context) -> list[tuple[str, str]]:
    parts = record_parts(factor, context)
    worked_out = [
        (done.title, _sum_of(done.terms, done.rest, done.total))
        for done in reckoning_words(factor, context)
    ]
    later = [fact for part in parts[1:] for fact in part.facts]
    return [*parts[0].facts, *worked_out, *later]


def _sum_of(
    terms: list[tuple[str, str, str, str]], rest: tuple[str, str] | None, total: str
) -> str:
    """A reckoning in one line a gas."""
    lines = [f"{gas}: {kg} kg × {gwp} = {co2e}" for gas, kg, gwp, co2e in terms]
    lines += [f"{rest[0]}: {rest[1]}"] if rest else []
    return "\n".join([*lines, f"= {total} kg CO₂e"])


class CompareModel(TitledModel):
    """One row a fact."""

    def __init__(self, context: Context, factors: Factors, titles: tuple[str, ...] = ()) -> None:
        """With `titles` they are called so, else by their names."""
        _ = context.translate
        names = titles or tuple(name_in(factor, context.language) for factor in factors)
        super().__init__((_("Fact"), "", *names), lambda _column: Qt.AlignmentFlag.AlignLeft)
        self._lines = facts_of(context, factors)
        self._differs = _("differs")

    def show_lines(self, *, only: bool) -> None:
        """Show all facts, or only those that differ."""
        self.beginResetModel()
        self._rows = [line for line in self._lines if not only or _differs(line)]
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        fact, *said = self._rows[index.row()]
        differs, column = _differs((fact, *said)), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            sign = _SIGN if differs else ""
            return (fact, sign, *(each or NOTHING for each in said))[column]
        if role == Qt.ItemDataRole.AccessibleTextRole and column == DIFFERS:
            return self._differs if differs else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if role == Qt.ItemDataRole.BackgroundRole and differs:
            return QColor(colours().warning_tint)
        if role == Qt.ItemDataRole.FontRole and differs and column in (FACT, DIFFERS):
            font = QFont(QGuiApplication.font())
            font.setBold(True)
            return font
        return None


def facts_table(model: CompareModel, name: str) -> QTableView:
    """The table of such facts."""
    table = QTableView()
    table.setObjectName("compare-table")
    table.setAccessibleName(name)
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(True)
    table.verticalHeader().hide()
    across = table.horizontalHeader()
    across.setHighlightSections(False)
    table.setColumnWidth(FACT, wide(210))
    table.setColumnWidth(DIFFERS, wide(28))
    for column in range(FIRST, model.columnCount()):
        across.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    across.geometriesChanged.connect(table.resizeRowsToContents)
    return table
