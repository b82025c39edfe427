"""Dated copies of the last saves: look what each holds, go on with one, delete them for good."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.backups import KEPT, Backup, all_backups, delete, inside
from supplier_pcf.app.views import kg_text
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.base.busy import busy
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label, show_plainly
from supplier_pcf.gui.widgets.titled_model import TextModel
from supplier_pcf.gui.window.filing import Filing
from supplier_pcf.words import sentence

WHEN, FILE, SIZE = range(3)


class BackupsDialog(QDialog):
    """The newest copy first; `opens` is the one to go on with, once the dialog was accepted."""

    def __init__(self, context: Context, filing: Filing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._filing = context, filing
        self._backups: tuple[Backup, ...] = ()
        self.opens: Path | None = None
        _ = context.translate
        self.setObjectName("backups")
        self.setWindowTitle(_("Backups"))
        open_at(self, 760, 480)
        self.model = TextModel((_("Saved"), _("File"), _("Size")))
        self.table = self._table()
        self.said = plain_label("backups-said")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        text = _(
            "The last {count} saves of every study are kept here, in your own folder on this computer. "
            "Going on with one leaves your file as it is until you save."
        )
        column.addWidget(label(text.format(count=KEPT), "quiet"))
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addWidget(self._switch())
        column.addLayout(self._foot())
        self._list()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("backups-table")
        table.setAccessibleName(self._context.translate("Backups"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        show_plainly(table, self.model, {WHEN: 190, SIZE: 90}, FILE)
        table.selectionModel().selectionChanged.connect(lambda *_changed: self._tell())
        table.doubleClicked.connect(lambda _index: self.accept())
        return table

    def _switch(self) -> QCheckBox:
        _ = self._context.translate
        box = QCheckBox(_("&Keep a backup of every save"))
        box.setObjectName("backups-keep")
        box.setChecked(self._filing.settings.backs_up)
        box.setToolTip(_("Off, nothing but your own files holds your studies."))
        box.toggled.connect(self._filing.remember_backing_up)
        return box

    def _foot(self) -> QHBoxLayout:
        _ = self._context.translate
        self.go_on = plain_button("backups-open", _("&Go on with it"), self.accept)
        self.remove = plain_button("backups-delete", _("&Delete…"), self._delete)
        close = plain_button("backups-close", _("&Close"), self.reject)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.remove)
        row.addStretch()
        row.addWidget(self.go_on)
        row.addWidget(close)
        return row

    def chosen(self) -> list[Backup]:
        """The copies that are marked."""
        rows = self.table.selectionModel().selectedRows()
        return [self._backups[index.row()] for index in sorted(rows, key=lambda i: i.row())]

    def accept(self) -> None:
        """Go on with the one that is marked."""
        chosen = self.chosen()
        if len(chosen) == 1:
            self.opens = chosen[0].path
            super().accept()

    def _list(self) -> None:
        self._backups = all_backups(self._context.session.backup_folder)
        self.model.show_rows([self._row(backup) for backup in self._backups])
        if self._backups:
            self.table.selectRow(0)
        self._tell()

    def _row(self, backup: Backup) -> Sequence[str]:
        locale = QLocale(self._context.language)
        when = QDateTime.fromSecsSinceEpoch(int(backup.saved.timestamp()))
        day = locale.toString(when.date(), QLocale.FormatType.ShortFormat)
        size = locale.formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        return (f"{day} {when.time().toString('HH:mm:ss')}", backup.name, size)

    def _tell(self) -> None:
        """What the marked copy holds; its figure is worked out with the factors it carries."""
        _, chosen = self._context.translate, self.chosen()
        self.go_on.setEnabled(len(chosen) == 1)
        self.remove.setEnabled(bool(chosen))
        if not self._backups:
            self.said.setText(_("Nothing has been saved yet."))
        elif len(chosen) != 1:
            self.said.setText("")
        else:
            self.said.setText(self._holds(chosen[0]))

    def _holds(self, backup: Backup) -> str:
        _, language = self._context.translate, self._context.language
        try:
            with busy():
                found = inside(backup, self._context.session.now(), language, _)
        except Refusal as refusal:
            return sentence(refusal.code, refusal.params, _)
        text = _("{product}: {kg} kg CO₂e per {unit}, {counted} of {total} rows counted.")
        return text.format(
            product=found.product or _("(no name)"),
            kg=kg_text(found.kg_co2e, language),
            unit=found.unit,
            counted=found.rows_counted,
            total=found.rows_total,
        )

    def _delete(self) -> None:
        chosen = self.chosen()
        if chosen and ask.whether_to_delete_backups(self, len(chosen), self._context.translate):
            try:
                delete(chosen)
            except Refusal as refusal:
                self._context.say(refusal)
            self._list()
