"""How a table is read as a whole: its kind, sheet, row of headings, decimal mark and year."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QWidget

from supplier_pcf.app.table_reading import BOM, ENERGY, ReadTable, TableOptions
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.widgets.dialog_parts import plain_button

_DECIMAL_CODES = ("import.decimal_unclear", "import.decimal_mixed", "import.decimal_settled")
_YEAR_CODES = ("import.year_missing", "import.year_from_title")
_LAST_ROW = 9999


class ImportChoices(QWidget):
    """One field for each; what the table itself leaves no doubt about is not asked."""

    kind_chosen = Signal(str)
    sheet_chosen = Signal(str)
    header_chosen = Signal(int)
    decimal_chosen = Signal(str)
    year_chosen = Signal(str)
    forgotten = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        _ = context.translate
        self.kind, self.sheet, self.decimal = QComboBox(), QComboBox(), QComboBox()
        self.header, self.year = QSpinBox(), QLineEdit()
        for value, words in ((BOM, _("Bill of materials")), (ENERGY, _("Energy bills"))):
            self.kind.addItem(words, value)
        for mark, words in (("", _("as read")), (",", _("comma: 1,5")), (".", _("point: 1.5"))):
            self.decimal.addItem(words, mark)
        self.header.setRange(1, _LAST_ROW)
        self.header.setKeyboardTracking(False)
        self.year.setFixedWidth(wide(80))
        self.known = QLabel(_("Read as you said for the last file like this."))
        self.known.setProperty("role", "quiet")
        self.forget = plain_button("import-forget", _("F&orget"), self.forgotten.emit)
        self._labels: dict[QWidget, QLabel] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        _ = self._context.translate
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for name, words, field in (
            ("kind", _("&This is"), self.kind),
            ("sheet", _("&Sheet"), self.sheet),
            ("header", _("H&eadings in row"), self.header),
            ("decimal", _("&Decimal mark"), self.decimal),
            ("year", _("&Year"), self.year),
        ):
            field.setObjectName(f"import-{name}")
            field.setAccessibleName(words.replace("&", ""))
            self._labels[field] = QLabel(words)
            self._labels[field].setBuddy(field)
            row.addWidget(self._labels[field])
            row.addWidget(field)
        row.addStretch()
        row.addWidget(self.known)
        row.addWidget(self.forget)

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _index: self.kind_chosen.emit(self.kind.currentData()))
        self.sheet.activated.connect(
            lambda _index: self.sheet_chosen.emit(self.sheet.currentText())
        )
        self.header.valueChanged.connect(self.header_chosen.emit)
        self.decimal.activated.connect(
            lambda _index: self.decimal_chosen.emit(self.decimal.currentData())
        )
        self.year.editingFinished.connect(lambda: self.year_chosen.emit(self.year.text().strip()))

    def show_choices(self, read: ReadTable) -> None:
        """Show how the table was read, and ask what it leaves open."""
        how = read.how
        codes = {f.code for f in read.findings} | {r.code for r in read.rows}
        self.kind.setCurrentIndex(self.kind.findData(read.kind))
        self._fill_sheets(read)
        self.header.blockSignals(True)
        self.header.setValue(max(read.source.header_row, 1))
        self.header.blockSignals(False)
        self.decimal.setCurrentIndex(max(self.decimal.findData(how.decimal or ""), 0))
        told = how.decimal is not None or "import.number_ambiguous" in codes
        self._ask_for(self.kind, is_open=True)
        self._ask_for(self.sheet, is_open=self.sheet.count() > 1)
        self._ask_for(self.header, is_open=bool(read.kind))
        self._ask_for(self.decimal, is_open=told or bool(codes.intersection(_DECIMAL_CODES)))
        self._ask_for(
            self.year, is_open=how.year is not None or bool(codes.intersection(_YEAR_CODES))
        )
        for widget in (self.known, self.forget):
            widget.setVisible(read.was_known)

    def _fill_sheets(self, read: ReadTable) -> None:
        names = list(dict.fromkeys(name for name in read.seen.sheets if name))
        if [self.sheet.itemText(n) for n in range(self.sheet.count())] != names:
            self.sheet.clear()
            self.sheet.addItems(names)
        self.sheet.setCurrentText(read.source.sheet)

    def ask_nothing(self) -> None:
        """There is no table yet."""
        for field in self._labels:
            self._ask_for(field, is_open=False)
        for widget in (self.known, self.forget):
            widget.hide()

    def _ask_for(self, field: QWidget, *, is_open: bool) -> None:
        field.setVisible(is_open)
        self._labels[field].setVisible(is_open)


def with_year(how: TableOptions, text: str) -> int | None:
    """The year that was typed; what was told before where it is none."""
    if not text:
        return None
    return int(text) if text.isdecimal() and len(text) == 4 else how.year
