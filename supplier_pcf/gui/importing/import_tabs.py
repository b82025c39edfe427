"""The preview of an import: its rows, its materials or months, what changes, and the sheet as it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget

from supplier_pcf.app.import_groups import GroupState
from supplier_pcf.app.import_matching import Fate, merge_materials
from supplier_pcf.app.table_reading import BOM, ENERGY, Choices, ReadTable, materials_of
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.importing.import_changes import ImportChanges
from supplier_pcf.gui.importing.import_groups import ImportGroups
from supplier_pcf.gui.importing.import_months import ImportMonths
from supplier_pcf.gui.importing.import_rows import ImportRows
from supplier_pcf.gui.importing.import_sheet import ImportSheet


class ImportTabs(QTabWidget):
    """One tab for each way of looking at the table; only those that have something to show."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("import-tabs")
        self.rows = ImportRows(context)
        self.groups = ImportGroups(context)
        self.changes = ImportChanges(context)
        self.months = ImportMonths(context)
        self.sheet = ImportSheet(context)
        self.setDocumentMode(True)
        self.groups.changed.connect(self._tell_groups)

    def show_table(self, read: ReadTable) -> None:
        """Show this table; the tab in use stays where it is still there."""
        before, is_there = self.currentWidget(), read.table is not None
        self.sheet.show_sheet(read)
        if is_there:
            self.rows.show_rows(read)
        if is_there and read.kind == BOM:
            known, told = self._context.study.materials, materials_of(read)
            merged = merge_materials(known, told)
            self.groups.show_groups(merged[: len(told)])
            self.changes.show_changes(merged if known else (), len(told))
        if is_there and read.kind == ENERGY:
            self.months.show_months(read)
        self._place(read)
        kept = self.indexOf(before) if before is not None else -1
        self.setCurrentIndex(max(kept, 0))

    def _place(self, read: ReadTable) -> None:
        """The tabs this table has, with how much is in each."""
        _, is_there = self._context.translate, read.table is not None
        while self.count():
            self.removeTab(0)
        if is_there:
            self.addTab(self.rows, _("Rows ({count})").format(count=len(read.rows)))
        if is_there and read.kind == BOM:
            self.addTab(self.groups, "")
            self._tell_groups()
            if self._context.study.materials:
                changed = sum(change.fate is not Fate.SAME for change in self.changes.changes)
                self.addTab(self.changes, _("Changes ({count})").format(count=changed))
        if is_there and read.kind == ENERGY:
            self.addTab(self.months, _("Months"))
        self.addTab(self.sheet, _("Sheet as it stands"))

    def _tell_groups(self) -> None:
        """How many materials there are, and how many still want a factor."""
        _, count = self._context.translate, len(self.groups.groups)
        waiting = self.groups.count(GroupState.OPEN)
        told = (
            _("Materials and factors ({count}, open: {open})")
            if waiting
            else _("Materials and factors ({count})")
        )
        self.setTabText(self.indexOf(self.groups), told.format(count=count, open=waiting))

    def begin_anew(self) -> None:
        """Another table, sheet or kind comes: what was chosen row by row is void."""
        self.rows.begin_anew()
        self.groups.begin_anew()
        self.months.begin_anew()

    def choices(self) -> Choices:
        """What the user decided beyond how the table is read."""
        return Choices(
            factors=dict(self.groups.chosen),
            without_gone=self.changes.without_gone,
            targets=dict(self.months.targets),
        )
