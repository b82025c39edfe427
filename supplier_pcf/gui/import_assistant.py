"""Import a table: read it beside the window, show every row and its fate, take it over in one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.table_reading import (
    BOM,
    ReadTable,
    Refusal,
    RowStatus,
    TableOptions,
    TableReader,
    imported,
    job_for,
    mapped,
)
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.page import SPACE
from supplier_pcf.gui.sizes import open_at, wide
from supplier_pcf.gui.tab_order import move
from supplier_pcf.gui.widgets.dialog_parts import plain_label, show_plainly
from supplier_pcf.gui.widgets.import_columns import ImportColumns
from supplier_pcf.gui.widgets.import_rows import REASON, ImportRowsModel
from supplier_pcf.words import sentence

_ASK_MS = 30
"""How often the reader is asked whether it is done."""
_DECIMAL_CODES = ("import.decimal_unclear", "import.decimal_mixed", "import.decimal_settled")
_YEAR_CODES = ("import.year_missing", "import.year_from_title")


def import_table(context: Context, parent: QWidget | None, kind: str) -> None:
    """Ask for a table of this kind, `bom` or `energy`, show what it says, and import it."""
    path = ask_for_table(context, parent, kind)
    if path is not None:
        assistant = ImportAssistant(context, parent, kind, path)
        assistant.exec()
        assistant.deleteLater()


def ask_for_table(context: Context, parent: QWidget | None, kind: str) -> Path | None:
    """The file the user chooses; None where he thinks better of it."""
    _ = context.translate
    title = _("Import a bill of materials") if kind == BOM else _("Import energy bills")
    kinds = _("Tables (*.xlsx *.xlsm *.csv *.tsv *.txt)")
    every = _("All files (*)")
    name, _filter = QFileDialog.getOpenFileName(parent, title, "", f"{kinds};;{every}")
    return Path(name) if name else None


class ImportAssistant(QDialog):
    """The preview of a table; nothing reaches the study before *Import* is pressed."""

    def __init__(self, context: Context, parent: QWidget | None, kind: str, path: Path) -> None:
        super().__init__(parent)
        self._context, self._kind, self._path = context, kind, path
        self._how = TableOptions()
        self._read: ReadTable | None = None
        self.reader = TableReader()
        self.rows = ImportRowsModel(context)
        self._timer = QTimer(self)
        self._timer.setInterval(_ASK_MS)
        self._timer.timeout.connect(self._look)
        self.setObjectName("import-assistant")
        self.setWindowTitle(self._title())
        open_at(self, 1120, 640)
        self._build()
        self.finished.connect(lambda _result: self._leave())
        self._ask()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab as one reads, though the columns come after the buttons."""
        return move(self, forward) or super().focusNextPrevChild(forward)

    def _title(self) -> str:
        _ = self._context.translate
        return _("Import bill of materials") if self._kind == BOM else _("Import energy bills")

    # what it looks like

    def _build(self) -> None:
        _ = self._context.translate
        self._heading = plain_label("import-heading", "heading")
        self._said = plain_label("import-said", "quiet")
        self._busy = QProgressBar()
        self._busy.setObjectName("import-busy")
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._problem = plain_label("import-problem", "problem")
        self.columns = ImportColumns(self._context, self._kind)
        self.columns.changed.connect(self._column_changed)
        self._notes = QListWidget()
        self._notes.setObjectName("import-notes")
        self._notes.setAccessibleName(_("Good to know about this table"))
        self._notes.setWordWrap(True)
        self.table = self._table()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        for widget in (self._heading, self._said, self._busy, self._problem):
            column.addWidget(widget)
        column.addLayout(self._choices())
        column.addWidget(self.columns)
        column.addWidget(self.table, 1)
        column.addWidget(self._notes)
        column.addLayout(self._foot())
        column.addStretch(0)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("import-rows")
        table.setAccessibleName(self._context.translate("Every row of the file"))
        show_plainly(table, self.rows, dict(enumerate((56, 110, 300))), REASON)
        return table

    def _choices(self) -> QHBoxLayout:
        """Sheet, decimal mark and year; each is shown where the table leaves it open."""
        _ = self._context.translate
        self.sheet, self.decimal, self.year = QComboBox(), QComboBox(), QLineEdit()
        for mark, words in (("", _("as read")), (",", _("comma: 1,5")), (".", _("point: 1.5"))):
            self.decimal.addItem(words, mark)
        self.year.setFixedWidth(wide(80))
        self.sheet.activated.connect(lambda _index: self._sheet_changed())
        self.decimal.activated.connect(lambda _index: self._decimal_changed())
        self.year.editingFinished.connect(self._year_changed)
        self._labels: dict[QWidget, QLabel] = {}
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for name, words, field in (
            ("sheet", _("&Sheet"), self.sheet),
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
        return row

    def _foot(self) -> QHBoxLayout:
        _ = self._context.translate
        self.another = QPushButton(_("Another &file…"))
        self.cancel = QPushButton(_("Cancel"))
        self.take = QPushButton(_("&Import"))
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for name, button, pressed in (
            ("another", self.another, self._another),
            ("cancel", self.cancel, self.reject),
            ("import", self.take, self.accept),
        ):
            button.setObjectName(f"import-{name}")
            button.setAutoDefault(False)
            button.clicked.connect(pressed)
            row.addWidget(button)
            if button is self.another:
                row.addStretch()
        self.take.setDefault(True)
        return row

    # reading

    def _ask(self) -> None:
        """Have the table read as the user says by now."""
        _ = self._context.translate
        self._heading.setText(self._path.name)
        self._said.setText(_("Reading {file} …").format(file=self._path.name))
        self._problem.hide()
        self._busy.show()
        self.take.setEnabled(False)
        if self._read is None:
            self._show_preview(False)
        job = job_for(self._context.session, self._kind, self._path, self._how)
        self.reader.ask(job)
        self._timer.start()

    def _look(self) -> None:
        answer = self.reader.answer()
        if answer is None:
            return
        self._timer.stop()
        self._busy.hide()
        if isinstance(answer, Refusal):
            self._refused(answer)
        else:
            self._show(answer)

    def _refused(self, refusal: Refusal) -> None:
        """Say why in one sentence; a preview that stood before stays for changing one's mind."""
        self._said.setText("")
        self._problem.setText(sentence(refusal.code, refusal.params, self._context.translate))
        self._problem.show()
        self._show_preview(self._read is not None)

    def _show(self, read: ReadTable) -> None:
        self._read = read
        self.rows.show_rows(read)
        self.columns.show_columns(read)
        self._show_summary(read)
        self._show_choices(read)
        self._show_notes(read)
        self._show_preview(True)
        telling = self.rows.index(self.rows.most_telling(), 0)
        if telling.isValid():
            self.table.setCurrentIndex(telling)
            self.table.scrollTo(telling, QAbstractItemView.ScrollHint.PositionAtTop)
        self.take.setEnabled(not read.is_empty)
        self.take.setFocus()

    def _show_notes(self, read: ReadTable) -> None:
        """What is good to know about the table as a whole; what is about a row stands beside it."""
        known = {row.target for row in read.rows if row.target}
        self._notes.clear()
        for finding in read.findings:
            if "/".join(finding.where.split("/")[:2]) not in known:
                text = sentence(finding.code, finding.params, self._context.translate)
                self._notes.addItem(text)
        line = self._notes.sizeHintForRow(0) + 2
        self._notes.setFixedHeight(SPACE + line * min(max(self._notes.count(), 1), 4))

    def _show_summary(self, read: ReadTable) -> None:
        _, counts, source = self._context.translate, read.counts, read.source
        where = (
            _("sheet {sheet}, headings in row {row}")
            if source.sheet
            else _("headings in row {row}")
        )
        told = _("{matched} rows matched, {choose} to choose, {ignored} left aside")
        parts = [
            told.format(
                matched=counts[RowStatus.MATCHED],
                choose=counts[RowStatus.CHOOSE],
                ignored=counts[RowStatus.IGNORED],
            ),
            where.format(sheet=source.sheet, row=source.header_row),
        ]
        self._said.setText("  ·  ".join(parts))

    def _show_choices(self, read: ReadTable) -> None:
        codes = {f.code for f in read.findings} | {r.code for r in read.rows}
        sheets = [read.source.sheet, *read.source.sheets]
        if self.sheet.count() == 0:
            self.sheet.addItems(sheets)
        self.sheet.setCurrentText(read.source.sheet)
        told = self._how.decimal is not None or "import.number_ambiguous" in codes
        self._ask_for(self.sheet, self.sheet.count() > 1)
        self._ask_for(self.decimal, told or bool(codes.intersection(_DECIMAL_CODES)))
        self._ask_for(
            self.year, self._how.year is not None or bool(codes.intersection(_YEAR_CODES))
        )

    def _ask_for(self, field: QWidget, is_open: bool) -> None:
        field.setVisible(is_open)
        self._labels[field].setVisible(is_open)

    def _show_preview(self, is_there: bool) -> None:
        for widget in (self.columns, self.table):
            widget.setVisible(is_there)
        self._notes.setVisible(is_there and self._notes.count() > 0)
        if not is_there:
            for field in (self.sheet, self.decimal, self.year):
                self._ask_for(field, False)

    # what the user says

    def _column_changed(self, column: str, field: str) -> None:
        if self._read is not None:
            mapping = mapped(self._how, self._read.source.columns, column, field)
            self._again(replace(self._how, mapping=mapping))

    def _sheet_changed(self) -> None:
        self._again(replace(self._how, sheet=self.sheet.currentText(), mapping=None))

    def _decimal_changed(self) -> None:
        self._again(replace(self._how, decimal=self.decimal.currentData() or None))

    def _year_changed(self) -> None:
        text = self.year.text().strip()
        year = int(text) if text.isdecimal() and len(text) == 4 else None
        self._again(replace(self._how, year=year))

    def _again(self, how: TableOptions) -> None:
        if how != self._how:
            self._how = how
            self._ask()

    def _another(self) -> None:
        path = ask_for_table(self._context, self, self._kind)
        if path is not None:
            self.sheet.clear()
            self._path, self._how, self._read = path, TableOptions(), None
            self._ask()

    def accept(self) -> None:
        """Take the whole table over, as one step of undo."""
        if self._read is not None and self.take.isEnabled():
            self._context.edit(imported(self._context.session, self._read), self._title())
            super().accept()

    def _leave(self) -> None:
        self._timer.stop()
        self.reader.stop()
