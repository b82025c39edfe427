"""Every row of the file with its fate, as a table, and the word of the user on single rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.table_reading import ReadTable, RowReport, RowStatus, materials_of
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.factors.factor_words import unit_sign
from supplier_pcf.gui.importing.import_words import status_title
from supplier_pcf.gui.tables.cells import number_shown
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label, show_plainly
from supplier_pcf.gui.widgets.titled_model import Index, TitledModel
from supplier_pcf.words import sentence

ROW, STATUS, LABEL, AMOUNT, REASON = range(5)


class ImportRowsModel(TitledModel):
    """Row, state, what it says, how much, and why it waits, was left aside or deserves a look."""

    def __init__(self, context: Context) -> None:
        _ = context.translate
        super().__init__(
            (_("Row"), _("State"), _("Reads"), _("Understood as"), _("Why")), _alignment
        )
        self._context = context
        self._rows: tuple[RowReport, ...] = ()
        self._remarks: dict[str, str] = {}
        self._materials: dict[str, Material] = {}

    def show_rows(self, read: ReadTable) -> None:
        """Show the rows of this table instead, with what was found about each."""
        self.beginResetModel()
        self._rows = read.rows
        self._materials = {f"materials/{m.id}": m for m in materials_of(read)}
        self._remarks = {}
        for finding in read.findings:
            target = "/".join(finding.where.split("/")[:2])
            words = sentence(finding.code, finding.params, self._context.translate)
            self._remarks.setdefault(target, words)
        self.endResetModel()

    def report(self, number: int) -> RowReport | None:
        """The row of the file shown in this line."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def line_of(self, row: int) -> int:
        """The line that shows this row of the file; -1 where none does."""
        return next((n for n, report in enumerate(self._rows) if report.row == row), -1)

    def most_telling(self) -> int:
        """The first row that waits for the user, else the first that was matched; -1 where none is."""
        for status in (RowStatus.CHOOSE, RowStatus.MATCHED):
            for number, row in enumerate(self._rows):
                if row.status is status:
                    return number
        return -1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and row.status is RowStatus.IGNORED:
            return QApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        if role == Qt.ItemDataRole.FontRole and row.status is RowStatus.CHOOSE:
            font = QApplication.font()
            font.setBold(True)
            return font
        return None

    def _text(self, row: RowReport, column: int) -> str:
        if column == ROW:
            return str(row.row)
        if column == STATUS:
            return status_title(row.status, self._context.translate)
        if column == LABEL:
            return row.label
        if column == AMOUNT:
            material = self._materials.get(row.target)
            return "" if material is None else amount_words(material, self._context)
        if row.code:
            return sentence(row.code, row.params, self._context.translate)
        return self._remarks.get(row.target, "") if row.target else ""


def amount_words(material: Material, context: Context) -> str:
    """How many of it, what of one stays in the product, and what goes in for that."""
    _ = context.translate
    if material.amount is None:
        return ""
    times = 1.0 if material.quantity_per is None else material.quantity_per
    net = _quantity(material.amount, context)
    told = net if times == 1 else f"{number_shown(times, context)} × {net}"
    if material.gross_amount is None:
        return told
    return _("{net}, gross {gross}").format(
        net=told, gross=_quantity(material.gross_amount, context)
    )


def _quantity(quantity: Quantity, context: Context) -> str:
    return f"{number_shown(quantity.value, context)} {unit_sign(quantity.unit)}"


class ImportRows(QWidget):
    """The table of all rows, and a button that leaves rows out or takes them in."""

    turned = Signal(object, bool)
    """Rows of the file, as a frozenset, and whether they are to be read."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.model = ImportRowsModel(context)
        self.table = QTableView()
        self.table.setObjectName("import-rows")
        self.table.setAccessibleName(context.translate("Every row of the file"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        show_plainly(self.table, self.model, dict(enumerate((56, 155, 250, 185))), REASON)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.turn = plain_button("import-turn-rows", "", self._turn)
        foot = QHBoxLayout()
        self.said = plain_label("import-row-said")
        foot.setSpacing(SPACE)
        foot.addWidget(self.turn)
        foot.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self._takes = False
        self._offer()

    def show_rows(self, read: ReadTable) -> None:
        """Show the rows of this table; the cursor stays on its row, and begins where it is needed."""
        before = self.model.report(self.table.currentIndex().row())
        self.model.show_rows(read)
        self.table.setColumnHidden(AMOUNT, not materials_of(read))
        kept = self.model.line_of(before.row) if before is not None else -1
        at = self.model.index(kept if kept >= 0 else self.model.most_telling(), 0)
        if at.isValid():
            self.table.setCurrentIndex(at)
            hint = QAbstractItemView.ScrollHint
            self.table.scrollTo(at, hint.EnsureVisible if kept >= 0 else hint.PositionAtTop)
        self._offer()

    def begin_anew(self) -> None:
        """Another table comes: no row is the same."""
        self.table.setCurrentIndex(self.model.index(-1, 0))

    def _chosen(self) -> list[RowReport]:
        lines = self.table.selectionModel().selectedRows()
        return [row for line in lines if (row := self.model.report(line.row())) is not None]

    def _offer(self) -> None:
        """Say what the button would do with the rows chosen."""
        _, rows = self._context.translate, self._chosen()
        self._takes = any(row.can_be_taken for row in rows)
        self.turn.setText(_("Ta&ke these rows in") if self._takes else _("&Leave these rows out"))
        at = self.table.currentIndex()
        self.said.setText(self.model.index(at.row(), REASON).data() if at.isValid() else "")
        self.turn.setEnabled(self._takes or any(row.can_be_left for row in rows))

    def _turn(self) -> None:
        rows = self._chosen()
        told = [r.row for r in rows if (r.can_be_taken if self._takes else r.can_be_left)]
        self.turned.emit(frozenset(told), self._takes)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == ROW else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
