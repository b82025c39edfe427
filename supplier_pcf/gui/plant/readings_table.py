"""What a meter says: twelve months like a column of Excel, or one figure for the whole period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from supplier_pcf.app import meters, plant
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.plant.plant_words import unit_words
from supplier_pcf.gui.tables.cells import Column, Kind, number_shown, of_field
from supplier_pcf.gui.tables.rows_table import Rows, RowsTable

_LOCALES = {
    "de": QLocale(QLocale.Language.German),
    "zh_CN": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
}
_ROW_PADDING = 6
_MOST_ROWS = 14
_BY_MONTH, _ONE_FIGURE = "months", "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the form: a span of days and its amount."""

    id: str
    start: date
    end: date
    amount: float | None


def span_words(start: date, end: date, language: str) -> str:
    """A whole month by its name, any other span by its days."""
    if (start, end) == meters.month(start.year, start.month):
        locale = _LOCALES.get(language, QLocale(QLocale.Language.English))
        name = locale.standaloneMonthName(start.month, QLocale.FormatType.ShortFormat)
        return f"{start.year}年{name}" if language == "zh_CN" else f"{name} {start.year}"
    return f"{start.isoformat()} – {end.isoformat()}"


class ReadingsTable(QWidget):
    """The readings of the meter behind one use of energy."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("readings")
        self._context = context
        self._use_id = ""
        self._make_choices()
        rows = Rows(name="readings", get=self._lines, put=self._put)
        self.table = RowsTable(context, rows, self._columns())
        self.table.view.verticalHeader().hide()
        self.table.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._make_texts()
        self._put_together()
        self.table.view.show_rows(_MOST_ROWS, _ROW_PADDING)
        context.bridge.changed.connect(lambda _before, _after: self._show())
        self._show()

    def _make_choices(self) -> None:
        _ = self._context.translate
        self._mode = QComboBox()
        self._mode.setObjectName("readings-mode")
        self._mode.setAccessibleName(_("How it is entered"))
        self._mode.addItem(_("Month by month"), _BY_MONTH)
        self._mode.addItem(_("One figure"), _ONE_FIGURE)
        self._mode.activated.connect(lambda _index: self._mode_chosen())
        self._unit = QComboBox()
        self._unit.setObjectName("readings-unit")
        self._unit.setAccessibleName(_("Unit of the bill"))
        self._unit.setToolTip(_("The unit the bill is in; the numbers stay as they are."))
        self._unit.activated.connect(self._send_unit)

    def _make_texts(self) -> None:
        _ = self._context.translate
        self.total = QLabel()
        self.total.setObjectName("readings-total")
        self.total.setWordWrap(True)
        self._hint = QLabel()
        self._hint.setProperty("role", "quiet")
        self._hint.setWordWrap(True)
        self._read = QPushButton(_("Enter it from bi&lls"))
        self._read.setObjectName("readings-add-meter")
        self._read.clicked.connect(self._add_meter)

    def set_use(self, use_id: str) -> None:
        """Show the meter of this use of energy; an empty id shows none."""
        self._use_id = use_id
        meter = self._meter
        whole = None if meter is None else meters.whole_amount(meter, self._span)
        self._mode.setCurrentIndex(self._mode.findData(_BY_MONTH if whole is None else _ONE_FIGURE))
        self.table.model.reload()
        self._show()

    def focus(self) -> None:
        """Put the cursor where the first amount is missing."""
        lines = self._lines(self._context.study)
        missing = next((line for line in lines if line.amount is None), None)
        if lines:
            self.table.select((missing or lines[0]).id, "amount")

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._mode)
        head.addWidget(self._unit)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self.total)
        column.addWidget(self._hint)
        column.addWidget(self._read)
        column.addStretch()

    def _columns(self) -> list[Column]:
        _ = self._context.translate
        language = self._context.language
        return [
            Column(
                key="span",
                title=_("Month"),
                kind=Kind.READ_ONLY,
                get=lambda line: span_words(line.start, line.end, language),
                width=90,
            ),
            of_field(
                "amount",
                _("Amount"),
                Kind.NUMBER,
                width=120,
                help=_("From the bill of the month: the line with the total, without money."),
            ),
        ]

    @property
    def _meter(self) -> Meter | None:
        return plant.meter_of(self._context.study, self._use_id)

    @property
    def _span(self) -> meters.Span:
        today = self._context.session.now().date()
        return meters.form_span(self._context.study, self._meter, today)

    def _lines(self, study: Study) -> Sequence[Line]:
        meter = plant.meter_of(study, self._use_id)
        if meter is None:
            return ()
        span = meters.form_span(study, meter, self._context.session.now().date())
        rows = meters.reading_rows(meter, span)
        if self._mode.currentData() == _ONE_FIGURE:
            rows = (meters.ReadingRow(*span, meters.whole_amount(meter, span)),)
        return tuple(
            Line(id=f"{r.start}/{r.end}", start=r.start, end=r.end, amount=r.amount) for r in rows
        )

    def _put(self, study: Study, lines: Sequence[Line]) -> Study:
        meter = plant.meter_of(study, self._use_id)
        if meter is None:
            return study
        return meters.set_spans(study, meter.id, [((r.start, r.end), r.amount) for r in lines])

    def _mode_chosen(self) -> None:
        self.table.model.reload()
        self._show()

    def _send_unit(self, index: int) -> None:
        unit, meter = str(self._unit.itemData(index)), self._meter
        if meter is not None:
            label = self._context.translate("Change the unit of the bills")
            self._context.edit(lambda study: meters.set_meter_unit(study, meter.id, unit), label)

    def _add_meter(self) -> None:
        use_id = self._use_id
        label = self._context.translate("Enter energy from bills")
        self._context.edit(lambda study: plant.add_meter(study, use_id), label)
        self.set_use(use_id)

    # what is shown

    def _show(self) -> None:
        study, context = self._context.study, self._context
        use, meter = plant.energy_use(study, self._use_id), self._meter
        for widget in (self._mode, self._unit, self.table, self.total):
            widget.setVisible(meter is not None)
        self._read.setVisible(use is not None and meter is None)
        self._hint.setText(self._hint_words(meter, use is not None))
        self._hint.setVisible(bool(self._hint.text()))
        if use is None or meter is None:
            return
        self._show_unit(meter)
        total = plant.total_of(study, use)
        lines = self._lines(study)
        entered = sum(1 for line in lines if line.amount is not None)
        _ = context.translate
        if total is None:
            self.total.setText(_("Nothing entered yet."))
            return
        unit = unit_words(total.unit, context)
        text = _("Total {amount} {unit}").format(
            amount=number_shown(total.value, context, 9), unit=unit
        )
        if self._mode.currentData() == _BY_MONTH and entered < len(lines):
            missing = _("{entered} of {all} entered: the total is too low by the rest.")
            text += "\n" + missing.format(entered=entered, all=len(lines))
        self.total.setText(text)

    def _hint_words(self, meter: Meter | None, is_use: bool) -> str:
        _ = self._context.translate
        if meter is None:
            return _("Entered as one amount in the table above.") if is_use else ""
        whole = meters.whole_amount(meter, self._span)
        if self._mode.currentData() == _ONE_FIGURE and whole is None and meter.readings:
            return _("One figure takes the place of the {count} entered so far.").format(
                count=len(meter.readings)
            )
        if self._mode.currentData() == _BY_MONTH and whole is not None:
            return _("The first month you enter takes the place of the one figure.")
        return ""

    def _show_unit(self, meter: Meter) -> None:
        units = list(plant.CARRIER_UNITS[meter.carrier])
        units += [meter.unit] if meter.unit not in units else []
        if [self._unit.itemData(i) for i in range(self._unit.count())] != units:
            self._unit.clear()
            for unit in units:
                self._unit.addItem(unit_words(unit, self._context), unit)
        self._unit.setCurrentIndex(units.index(meter.unit))
