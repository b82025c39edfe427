"""The months of energy bills as a strip: which are there, which are missing, which stand twice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from supplier_pcf.app.import_meters import (
    NEW_METER,
    MonthCell,
    MonthState,
    MonthStrip,
    may_hold,
    month_strips,
    months_of_table,
    usual_target,
)
from supplier_pcf.app.table_reading import EnergyImport, ReadTable
from supplier_pcf.domain.numbers import fixed, significant
from supplier_pcf.gui.base import theme
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.factors.factor_words import unit_sign
from supplier_pcf.gui.widgets.dialog_parts import plain_label

_METER_WIDTH, _TARGET_WIDTH, _MONTH_WIDTH = 140, 140, 66
_WHOLE_FROM = 100
"""Amounts from here on are shown without decimals."""
_FIRST_MONTH = 2


class ImportMonths(QWidget):
    """One line a meter: where its bills go, and what each month says."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.targets: dict[str, str] = {}
        """The meter of the study by the meter of the table, where the user said so."""
        self.strips: tuple[MonthStrip, ...] = ()
        self.said = plain_label("import-months-said")
        self.table = QTableWidget()
        self.table.setObjectName("import-months")
        self.table.setAccessibleName(context.translate("The months of the bills"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)

    def begin_anew(self) -> None:
        """Another table comes."""
        self.targets.clear()

    def show_months(self, read: ReadTable) -> None:
        """Show the months of this table."""
        bills = read.table
        if not isinstance(bills, EnergyImport):
            return
        _ = self._context.translate
        months = months_of_table(bills)
        self.strips = month_strips(bills)
        heads = [_("Meter"), _("Goes to"), *(f"{year}-{month:02d}" for year, month in months)]
        self.table.clear()
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setRowCount(len(self.strips))
        for number, strip in enumerate(self.strips):
            self._show_strip(number, strip)
        for number in range(len(heads)):
            width = (_METER_WIDTH, _TARGET_WIDTH)[number] if number < _FIRST_MONTH else _MONTH_WIDTH
            self.table.setColumnWidth(number, wide(width))
        self.said.setText("  ".join(self._told(strip) for strip in self.strips))

    def _show_strip(self, number: int, strip: MonthStrip) -> None:
        meter = strip.meter
        self.table.setItem(number, 0, _item(f"{meter.name}, {unit_sign(meter.unit)}"))
        self.table.setCellWidget(number, 1, self._target_box(strip))
        for at, cell in enumerate(strip.cells, start=_FIRST_MONTH):
            self.table.setItem(number, at, self._month_item(cell))

    def _target_box(self, strip: MonthStrip) -> QComboBox:
        _, meter, known = self._context.translate, strip.meter, self._context.study.meters
        box = QComboBox()
        box.setObjectName(f"import-target-{meter.id}")
        box.setAccessibleName(_("Where the bills of {name} go").format(name=meter.name))
        box.addItem(_("a new meter"), NEW_METER)
        for own in known:
            if may_hold(own, meter):
                box.addItem(own.name or own.id, own.id)
        target = self.targets.get(meter.id, usual_target(known, meter))
        box.setCurrentIndex(max(box.findData(target), 0))
        box.activated.connect(lambda index: self._put(meter.id, str(box.itemData(index))))
        return box

    def _put(self, meter_id: str, target: str) -> None:
        self.targets[meter_id] = target

    def _month_item(self, cell: MonthCell) -> QTableWidgetItem:
        _, amount = self._context.translate, self._amount(cell.amount)
        if cell.state is MonthState.THERE:
            item = _item("✓" if cell.amount is None else amount)
        else:
            words = _("missing") if cell.state is MonthState.MISSING else _("twice")
            item = _item(words)
            item.setForeground(QColor(theme.colours().error))
            if cell.state is MonthState.TWICE:
                item.setToolTip(_("Only the first bill is counted: {amount}").format(amount=amount))
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _amount(self, amount: float | None) -> str:
        language = self._context.language
        if amount is not None and amount >= _WHOLE_FROM:
            return fixed(amount, language, 0)
        return significant(amount, language)

    def _told(self, strip: MonthStrip) -> str:
        _ = self._context.translate
        states = [cell.state for cell in strip.cells]
        missing, twice = states.count(MonthState.MISSING), states.count(MonthState.TWICE)
        if missing or twice:
            told = _("{name}: months missing: {missing}, months twice: {twice}.")
        else:
            told = _("{name}: all {count} months are there.")
        return told.format(name=strip.meter.name, missing=missing, twice=twice, count=len(states))


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    return item
