"""Energy in against energy out as a table: what each meter read, and where it went."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from supplier_pcf.app.checklist import MeterBalance, balances_of
from supplier_pcf.domain.numbers import fixed, significant
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.plant.plant_words import unit_words
from supplier_pcf.gui.widgets.dialog_parts import plain_label, show_plainly
from supplier_pcf.gui.widgets.titled_model import TextModel

_NAME, _NUMBERS = 0, range(1, 6)
_WIDTH, _MOST_ROWS = 84, 5
_ZERO = 1e-9
_DIGITS = 4
_LARGE = 1000.0
"""From here on whole numbers: the reader adds them up."""


class EnergyBalance(QWidget):
    """One row a meter, in its own unit; hidden where no meter was read."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("energy-balance")
        self._context = context
        _ = context.translate
        self.model = TextModel(
            (
                _("Meter"),
                _("Metered"),
                _("Passed on"),
                _("This product"),
                _("Other products"),
                _("For nobody in the list"),
            ),
            _NUMBERS,
        )
        self.table = QTableView()
        self.table.setObjectName("energy-balance-table")
        self.table.setAccessibleName(_("Energy of the meters"))
        show_plainly(self.table, self.model, {}, _NAME)
        self.table.horizontalHeader().setMinimumSectionSize(wide(_WIDTH))
        for number in _NUMBERS:
            mode = QHeaderView.ResizeMode.ResizeToContents
            self.table.horizontalHeader().setSectionResizeMode(number, mode)
        self.title = plain_label("energy-balance-title", "strong")
        self.title.setText(_("Energy of the meters, whole period"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.title)
        column.addWidget(self.table)
        bind.follow(context, self, self.refresh)

    def refresh(self) -> None:
        """Show the balance of now."""
        balances = balances_of(self._context.session.calculated)
        self.model.show_rows([self._row(balance) for balance in balances])
        height = self.table.verticalHeader().defaultSectionSize()
        rows = min(len(balances), _MOST_ROWS) * height
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows + 4)
        for each in (self.title, self.table):
            each.setVisible(bool(balances))

    def _row(self, balance: MeterBalance) -> tuple[str, ...]:
        numbers = (
            balance.read,
            balance.passed_on,
            balance.here if balance.is_known else None,
            balance.others if balance.is_known else None,
            balance.unallocated if balance.is_known else None,
        )
        return balance.name, *(self._told(value, balance) for value in numbers)

    def _told(self, value: float | None, balance: MeterBalance) -> str:
        if value is not None and abs(value) <= _ZERO * max(balance.read, 1.0):
            value = 0.0
        language = self._context.language
        is_large = balance.read >= _LARGE
        text = fixed(value, language, 0) if is_large else significant(value, language, _DIGITS)
        return text if value is None else f"{text} {unit_words(balance.unit, self._context)}"
