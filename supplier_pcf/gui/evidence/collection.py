"""Sheets for colleagues: write one for a team, see which are out, read one back row by row."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.asked_fields import asks
from supplier_pcf.app.collecting import (
    came_back,
    new_record,
    with_record,
    without_record,
    write_sheet,
)
from supplier_pcf.app.requesting import day_of
from supplier_pcf.domain.collection import CollectionSheet, Team
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at, wide
from supplier_pcf.gui.evidence.collection_back import CameBackDialog
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label, show_plainly
from supplier_pcf.gui.widgets.titled_model import TextModel
from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.words import sentence
from supplier_pcf.words.collection_sheet import title

WHO, PERSON, DUE, BACK = range(4)
_NAMES = {"en": "English", "zh_CN": "中文", "de": "Deutsch"}


class CollectionDialog(QDialog):
    """Above what is asked, below what is out."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._folder: Path | None = None
        _ = context.translate
        self.setObjectName("collection")
        self.setWindowTitle(_("Collection sheets"))
        open_at(self, 820, 560)
        self.said, self.problem = (
            plain_label("collection-said", ""),
            plain_label("collection-problem", "problem"),
        )
        self.model = TextModel((_("Asked"), _("Person"), _("Due"), _("State")))
        self.table = self._table()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        text = _(
            "A workbook for each team lists the numbers you need from it, says where they are found, and is read back "
            "row by row. Nothing is sent: mail it yourself."
        )
        column.addWidget(label(text, "quiet"))
        column.addLayout(self._form())
        column.addLayout(self._writing())
        column.addWidget(self.said)
        column.addWidget(self.problem)
        column.addWidget(label(_("Sheets that are out"), "strong"))
        column.addWidget(self.table, 1)
        column.addLayout(self._foot())
        self._list()
        self._tell("")

    def _form(self) -> QFormLayout:
        _, study = self._context.translate, self._context.study
        self.team, self.language = QComboBox(), QComboBox()
        for team in Team:
            name = title(f"collect.team.{team.value}", {}, _)
            count = len(asks(study, team))
            self.team.addItem(_("{team}: {count} numbers").format(team=name, count=count), team)
        for language in LANGUAGES:
            self.language.addItem(_NAMES[language], language)
        self.language.setCurrentIndex(self.language.findData(self._context.language))
        self.person, self.due = QLineEdit(), QLineEdit()
        self.due.setPlaceholderText("2027-01-31")
        form = QFormLayout()
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE)
        for name, words, field in (
            ("team", _("&Who is asked"), self.team),
            ("person", _("&Person (optional)"), self.person),
            ("due", _("&Back by (optional)"), self.due),
            ("language", _("&Language of the sheet"), self.language),
        ):
            field.setObjectName(f"collection-{name}")
            field.setMinimumWidth(wide(280))
            form.addRow(words, field)
        return form

    def _writing(self) -> QHBoxLayout:
        _ = self._context.translate
        self.write = plain_button("collection-write", _("Write into a &folder…"), self._write)
        self.show_folder = plain_button("collection-folder", _("&Open folder"), self._open_folder)
        self.show_folder.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.write)
        row.addWidget(self.show_folder)
        row.addStretch()
        return row

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("collection-table")
        table.setAccessibleName(self._context.translate("Sheets that are out"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        show_plainly(table, self.model, {WHO: 190, PERSON: 170, DUE: 110}, BACK)
        return table

    def _foot(self) -> QHBoxLayout:
        _ = self._context.translate
        self.read = plain_button("collection-read", _("&Read a sheet back…"), self._read)
        self.forget = plain_button("collection-forget", _("&Not expected any more"), self._forget)
        close = plain_button("collection-close", _("&Close"), self.reject)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.read)
        row.addWidget(self.forget)
        row.addStretch()
        row.addWidget(close)
        return row

    def _list(self) -> None:
        study = self._context.study
        self.model.show_rows([self._row(record) for record in study.collections])
        if study.collections:
            self.table.selectRow(len(study.collections) - 1)
        self.forget.setEnabled(bool(study.collections))

    def _row(self, record: CollectionSheet) -> tuple[str, ...]:
        _ = self._context.translate
        if record.read:
            text = _("{answered} of {asked} answered, read on {day}")
        elif record.due and record.due < self._context.session.now().date().isoformat():
            text = _("overdue, {asked} numbers asked for")
        else:
            text = _("out, {asked} numbers asked for")
        state = text.format(answered=record.answered, asked=record.asked, day=record.read)
        return (
            title(f"collect.team.{record.team.value}", {}, _),
            record.person,
            record.due or "–",
            state,
        )

    def _write(self) -> None:
        _, context = self._context.translate, self._context
        self._tell("")
        try:
            due = day_of(self.due.text())
            team = Team(self.team.currentData())
            record = new_record(context.study, team, self.person.text(), due, context.session.now())
            folder = QFileDialog.getExistingDirectory(self, _("Folder for the sheet"))
            if not folder:
                return
            language = str(self.language.currentData())
            path = write_sheet(context.study, record, Path(folder), language)
        except Refusal as refusal:
            self._refused(refusal)
            return
        context.edit(lambda study: with_record(study, record), _("Write a collection sheet"))
        self._folder = path.parent
        self._tell(_("Written: {file}.").format(file=path.name))
        self.show_folder.show()
        self._list()

    def _read(self) -> None:
        _, context = self._context.translate, self._context
        self._tell("")
        kinds = _("Workbooks (*.xlsx *.xlsm)")
        name, _kind = QFileDialog.getOpenFileName(self, _("Read a sheet back"), "", kinds)
        if not name:
            return
        try:
            back = came_back(context.study, Path(name), context.decimal)
        except Refusal as refusal:
            self._refused(refusal)
            return
        dialog = CameBackDialog(context, back, self)
        dialog.exec()
        if dialog.taken:
            self._tell(_("Taken over: {count}.").format(count=dialog.taken))
        dialog.deleteLater()
        self._list()

    def _forget(self) -> None:
        row = self.table.currentIndex().row()
        records = self._context.study.collections
        if 0 <= row < len(records):
            sheet_id = records[row].id
            label_of_edit = self._context.translate("Expect a sheet no more")
            self._context.edit(lambda study: without_record(study, sheet_id), label_of_edit)
            self._list()

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _tell(self, text: str) -> None:
        self._show(text, "")

    def _refused(self, refusal: Refusal) -> None:
        self._show("", sentence(refusal.code, refusal.params, self._context.translate))

    def _show(self, said: str, problem: str) -> None:
        for line, text in ((self.said, said), (self.problem, problem)):
            line.setText(text)
            line.setVisible(bool(text))
