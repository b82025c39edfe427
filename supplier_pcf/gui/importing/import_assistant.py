"""Import a table: read it beside the window, show every row and its fate, take it over in one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app import import_layouts
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
    mapped_energy,
)
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.base.tab_order import move
from supplier_pcf.gui.importing.import_choices import ImportChoices, with_year
from supplier_pcf.gui.importing.import_columns import ImportColumns
from supplier_pcf.gui.importing.import_tabs import ImportTabs
from supplier_pcf.gui.widgets.dialog_parts import plain_label
from supplier_pcf.words import sentence

_ASK_MS = 30
"""How often the reader is asked whether it is done."""
UNCLEAR = ""
"""The kind of a file that was dropped: its headings tell, or the user is asked."""


def import_table(context: Context, parent: QWidget | None, kind: str) -> str:
    """Ask for a table of this kind, `bom` or `energy`, show what it says, and import it.

    Returns the kind of table that was imported; empty where none was.
    """
    path = ask_for_table(context, parent, kind)
    return "" if path is None else import_file(context, parent, path, kind)


def import_file(context: Context, parent: QWidget | None, path: Path, kind: str = UNCLEAR) -> str:
    """Show what this table says, and import it; without a kind the table tells what it is.

    Returns the kind of table that was imported; empty where none was.
    """
    assistant = ImportAssistant(context, parent, kind, path)
    is_done = assistant.exec() == QDialog.DialogCode.Accepted
    assistant.deleteLater()
    return assistant.kind if is_done else ""


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
        self._is_first = True
        self._was_known = False
        self.reader = TableReader()
        self._timer = QTimer(self)
        self._timer.setInterval(_ASK_MS)
        self._timer.timeout.connect(self._look)
        self.setObjectName("import-assistant")
        self.setWindowTitle(self._title())
        open_at(self, 1120, 680)
        self._build()
        self._connect()
        self.finished.connect(lambda _result: self._leave())
        self._ask()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab as one reads, though the columns come after the buttons."""
        return move(self, forward) or super().focusNextPrevChild(forward)

    @property
    def kind(self) -> str:
        """What the table is: `bom`, `energy`, or empty while that is unclear."""
        return self._kind

    def _title(self) -> str:
        _ = self._context.translate
        if self._kind == UNCLEAR:
            return _("Import a table")
        return _("Import bill of materials") if self._kind == BOM else _("Import energy bills")

    # what it looks like

    def _build(self) -> None:
        _ = self._context.translate
        self._heading = plain_label("import-heading", "heading")
        self._said = plain_label("import-said", "quiet")
        self._busy = QProgressBar()
        self._busy.setObjectName("import-busy")
        self._busy.setAccessibleName(_("Progress of reading"))
        self._busy.setTextVisible(False)
        self._problem = plain_label("import-problem", "problem")
        self.choices = ImportChoices(self._context)
        self.columns = ImportColumns(self._context)
        self.tabs = ImportTabs(self._context)
        self._notes = QListWidget()
        self._notes.setObjectName("import-notes")
        self._notes.setAccessibleName(_("Good to know about this table"))
        self._notes.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        for widget in (self._heading, self._said, self._busy, self._problem, self.choices):
            column.addWidget(widget)
        column.addWidget(self.columns)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._notes)
        column.addLayout(self._foot())
        column.addStretch(0)

    def _connect(self) -> None:
        choices = self.choices
        choices.kind_chosen.connect(self._kind_changed)
        choices.sheet_chosen.connect(self._sheet_changed)
        choices.header_chosen.connect(self._header_changed)
        choices.decimal_chosen.connect(lambda mark: self._say(decimal=mark or None))
        choices.year_chosen.connect(lambda text: self._say(year=with_year(self._how, text)))
        choices.forgotten.connect(self._forget)
        self.columns.changed.connect(self._column_changed)
        self.columns.unit_changed.connect(self._unit_changed)
        self.tabs.rows.turned.connect(self._rows_turned)
        self.tabs.sheet.header_chosen.connect(self._header_changed)

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

    def _ask(self, *, as_before: bool = True) -> None:
        """Have the table read as the user says by now, or said for an earlier file of its layout."""
        _ = self._context.translate
        self._heading.setText(self._path.name)
        self._said.setText(_("Reading {file} …").format(file=self._path.name))
        self._said.show()
        self._problem.hide()
        self._busy.setRange(0, 0)
        self._busy.show()
        self.take.setEnabled(False)
        if self._read is None:
            self._show_preview(False)
        is_new = self._is_first and as_before
        self._was_known = self._was_known and not self._is_first and as_before
        layouts = import_layouts.read_layouts(import_layouts.layouts_file()) if is_new else None
        self._is_first = False
        job = job_for(self._context.session, self._kind, self._path, self._how, layouts)
        self.reader.ask(job)
        self._timer.start()

    def _look(self) -> None:
        answer = self.reader.answer()
        if answer is None:
            progress = self.reader.progress
            if progress.of:
                self._busy.setRange(0, progress.of)
                self._busy.setValue(progress.done)
            return
        self._timer.stop()
        self._busy.hide()
        if isinstance(answer, Refusal):
            self._refused(answer)
        else:
            self._show(answer)

    def _refused(self, refusal: Refusal) -> None:
        """Say why in one sentence; a preview that stood before stays for changing one's mind."""
        self._said.hide()
        self._complain(sentence(refusal.code, refusal.params, self._context.translate))
        self._show_preview(self._read is not None)

    def _complain(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()

    def _show(self, read: ReadTable) -> None:
        self._was_known = self._was_known or read.was_known
        read = replace(read, was_known=self._was_known)
        self._read, self._kind, self._how = read, read.kind, read.how
        self.setWindowTitle(self._title())
        self.choices.show_choices(read)
        self.columns.show_columns(read)
        self.tabs.show_table(read)
        self._show_summary(read)
        self._show_notes(read)
        self._show_preview(True)
        self.take.setEnabled(not read.is_empty)
        if read.table is None:
            self._ask_what_it_means(read)
        elif not self.isAncestorOf(self.focusWidget()) or self.focusWidget() is self.cancel:
            self.take.setFocus()

    def _ask_what_it_means(self, read: ReadTable) -> None:
        """The table makes no sense yet: say what is asked of the user."""
        _ = self._context.translate
        if read.problem is None:
            self._complain(_("Say whether this is a bill of materials or energy bills."))
            self.choices.kind.setFocus()
            return
        why = sentence(read.problem.code, read.problem.params, _)
        help_ = _(
            "If the table is in it: choose the row of the headings below, and say what each column is."
        )
        self._complain(f"{why} {help_}")

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
        self._said.setVisible(read.table is not None)

    def _show_preview(self, is_there: bool) -> None:
        is_known = self._read is not None and bool(self._read.kind)
        self.columns.setVisible(is_there and is_known)
        self.tabs.setVisible(is_there)
        self._notes.setVisible(is_there and self._notes.count() > 0)
        if not is_there:
            self.choices.ask_nothing()

    # what the user says

    def _say(self, **told: object) -> None:
        self._again(replace(self._how, **told))  # type: ignore[arg-type]

    def _column_changed(self, column: str, field: str) -> None:
        """What he says is said of the headings he sees, be they found or only guessed."""
        if self._read is None:
            return
        source, how = self._read.source, self._how
        if self._read.table is None:
            how = replace(how, header_row=source.header_row, sheet=source.sheet or None)
        if self._kind == BOM:
            mapping = mapped(how, source.columns, column, field)
        else:
            mapping = mapped_energy(how, column, field)
        self._again(replace(how, mapping=mapping))

    def _unit_changed(self, column: str, unit: str) -> None:
        units = {c: u for c, u in self._how.units.items() if c != column}
        self._say(units={**units, column: unit} if unit else units)

    def _rows_turned(self, rows: frozenset[int], is_taken: bool) -> None:
        aside, taken = self._how.aside, self._how.taken
        if is_taken:
            self._say(aside=aside - rows, taken=taken | rows)
        else:
            self._say(aside=aside | rows, taken=taken - rows)

    def _header_changed(self, row: int) -> None:
        sheet = self._read.source.sheet if self._read is not None else ""
        self._begin_again(
            replace(self._how, sheet=sheet or None, header_row=row, mapping=None, units={})
        )

    def _sheet_changed(self, sheet: str) -> None:
        self._is_first = True
        self._begin_again(TableOptions(sheet=sheet, decimal=self._how.decimal, year=self._how.year))

    def _kind_changed(self, kind: str) -> None:
        if kind != self._kind:
            self._kind, self._is_first = kind, True
            self._begin_again(TableOptions(sheet=self._how.sheet), anew=True)

    def _begin_again(self, how: TableOptions, *, anew: bool = False) -> None:
        """Rows chosen one by one belong to the headings they stood under."""
        self.tabs.begin_anew()
        self._again(replace(how, aside=frozenset(), taken=frozenset()), anew=anew)

    def _again(self, how: TableOptions, *, anew: bool = False) -> None:
        if how != self._how or anew:
            self._how = how
            self._ask()

    def _forget(self) -> None:
        """Read it as it says by itself, now and the next time."""
        if self._read is not None:
            import_layouts.forget(import_layouts.layouts_file(), self._read.signature)
            self.tabs.begin_anew()
            self._how = TableOptions(sheet=self._how.sheet, year=self._how.year)
            self._ask(as_before=False)

    def _another(self) -> None:
        path = ask_for_table(self._context, self, self._kind)
        if path is not None:
            self._path, self._how, self._read = path, TableOptions(), None
            self._is_first = True
            self.tabs.begin_anew()
            self._ask()

    def accept(self) -> None:
        """Take the whole table over, as one step of undo, and remember how it was to be read."""
        if self._read is None or not self.take.isEnabled():
            return
        self._remember(self._read)
        edit = imported(self._context.session, self._read, self.tabs.choices())
        self._context.edit(edit, self._title())
        super().accept()

    def _remember(self, read: ReadTable) -> None:
        how = read.how
        was_told = how.mapping or how.units or how.decimal or how.header_row
        if read.signature and was_told:
            layout = import_layouts.layout_of(how)
            import_layouts.remember(import_layouts.layouts_file(), read.signature, layout)

    def _leave(self) -> None:
        self._timer.stop()
        self.reader.stop()
