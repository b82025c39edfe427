"""Screening by money: what was paid for a row, brought to dollars of 2022, with its wide spread said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.entering import Unreadable, entered_number
from supplier_pcf.app.screening import (
    CURRENCY,
    YEAR,
    Screened,
    Spend,
    choose_spend,
    dollars,
    spread_of,
)
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.factors.factor_words import value_title
from supplier_pcf.gui.widgets.dialog_parts import plain_label, take_or_cancel
from supplier_pcf.words import sentence

_CURRENCIES = ("USD", "CNY", "EUR", "GBP", "INR", "JPY", "KRW", "MXN", "PLN", "CZK", "THB", "TRY")


class MoneyDialog(QDialog):
    """Asks for the money and how to convert it; `study` is the study with the row counted so."""

    def __init__(
        self,
        context: Context,
        flow_id: str,
        factors: Sequence[EmissionFactor],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = context.translate
        self._context, self._flow_id, self._factors = context, flow_id, tuple(factors)
        self.study: Study | None = None
        self.setObjectName("count-by-money")
        self.setWindowTitle(_("Count by money, for screening only"))
        self.setMinimumWidth(wide(780))
        self._add_fields(factors)
        self.total = plain_label("money-total", "strong")
        self.problem = plain_label("money-problem", "problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._help())
        column.addLayout(self._form)
        column.addWidget(self.total)
        column.addWidget(self.problem)
        column.addWidget(self._buttons())
        for box in (self.factor, self.currency):
            box.currentIndexChanged.connect(lambda _index: self._work_out())
        for field in (self.amount, self.year, self.rate, self.ratio, self.source):
            field.textChanged.connect(lambda _text: self._work_out())
        self._work_out()

    def _add_fields(self, factors: Sequence[EmissionFactor]) -> None:
        _ = self._context.translate
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(2 * SPACE)
        self._form.setVerticalSpacing(SPACE)
        self.factor = QComboBox()
        for factor in factors:
            value = value_title(factor, self._context.language)
            self.factor.addItem(f"{name_in(factor, self._context.language)}  ·  {value}", factor.id)
        self._row("factor", _("&Industry"), self.factor)
        self.amount = self._line("amount", _("&Money for one unit of the row"), _("3.20"))
        self.currency = QComboBox()
        self.currency.addItems(_CURRENCIES)
        self._row("currency", _("C&urrency"), self.currency)
        self.year = self._line("year", _("&Year of the price"), str(YEAR))
        self.rate = self._line("rate", _("Currency for one &dollar in that year"), _("7.08"))
        self.ratio = self._line("ratio", _("&Price level of 2022 over that year"), _("0.95"))
        self.source = self._line("source", _("&Source of both"), _("central bank, annual average"))

    def _help(self) -> QLabel:
        label = plain_label("money-help", "quiet")
        label.setText(
            self._context.translate(
                "A figure per dollar is the average of a whole industry of the United States in 2022. "
                "It tells whether a row matters, and no more: replace it by a better figure if it does."
            )
        )
        return label

    def _row(self, name: str, title: str, field: QWidget) -> None:
        field.setObjectName(f"money-{name}")
        field.setAccessibleName(title.replace("&", ""))
        self._form.addRow(title, field)

    def _line(self, name: str, title: str, example: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(example)
        self._row(name, title, field)
        return field

    def _buttons(self) -> QDialogButtonBox:
        _ = self._context.translate
        buttons, self.take = take_or_cancel(self, _, "money", _("&Count it like this"))
        return buttons

    def spend(self) -> Spend | Unreadable:
        """What was entered so far, or the text that is no number."""
        numbers: dict[str, float | None] = {}
        for name, field in (
            ("amount", self.amount),
            ("year", self.year),
            ("rate", self.rate),
            ("ratio", self.ratio),
        ):
            number = entered_number(field.text(), self._context.decimal)
            if isinstance(number, Unreadable):
                return number
            numbers[name] = number
        year = numbers["year"]
        return Spend(
            amount=numbers["amount"],
            currency=self.currency.currentText(),
            year=None if year is None else int(year),
            per_dollar=numbers["rate"],
            price_ratio=numbers["ratio"],
            source=self.source.text(),
        )

    def _work_out(self) -> None:
        _, told = self._context.translate, self.spend()
        self.rate.setEnabled(self.currency.currentText() != CURRENCY)
        self.ratio.setEnabled(self.year.text().strip() not in ("", str(YEAR)))
        self.source.setEnabled(self.rate.isEnabled() or self.ratio.isEnabled())
        done = Screened()
        if isinstance(told, Unreadable):
            self.problem.setText(sentence(told.code, told.params, _))
        else:
            factor = self._factors[self.factor.currentIndex()]
            done = choose_spend(self._context.study, self._flow_id, factor, told)
            first = done.findings[:1]
            self.problem.setText(" ".join(sentence(f.code, f.params, _) for f in first))
            self._tell(factor, dollars(told))
        self.study = done.study
        self.take.setEnabled(done.study is not None)

    def _tell(self, factor: EmissionFactor, money: float | None) -> None:
        """The figure with what it may be instead."""
        _, language, reach = self._context.translate, self._context.language, spread_of(factor)
        if money is None:
            self.total.setText("")
            return
        text = _("{money} USD of 2022 × {figure} = {kg} kg CO₂e")
        said = text.format(
            money=significant(money, language),
            figure=value_title(factor, language),
            kg=significant(money * factor.kg_co2e, language),
        )
        if reach is not None:
            range_text = _("between {low} and {high} kg (95 %)").format(
                low=significant(money * reach[0], language),
                high=significant(money * reach[1], language),
            )
            said = f"{said}, {range_text}"
        self.total.setText(said)
