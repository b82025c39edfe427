"""What an import does to the rows the study has already: changed, new, and no longer in the file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QTableView, QVBoxLayout, QWidget

from supplier_pcf.app.import_matching import Fate, FieldChange, RowChange, row_changes
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.factors.factor_words import unit_sign
from supplier_pcf.gui.importing.import_words import changed_title
from supplier_pcf.gui.tables.cells import number_shown
from supplier_pcf.gui.widgets.dialog_parts import plain_label, show_plainly
from supplier_pcf.gui.widgets.titled_model import TextModel

NAME, FATE, WHAT = range(3)


class ImportChanges(QWidget):
    """The rows that change, are new or are gone; the gone ones stay unless the user says so."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.changes: tuple[RowChange, ...] = ()
        _ = context.translate
        self.model = TextModel((_("Row"), _("What happens"), _("Before → after")))
        self.table = QTableView()
        self.table.setObjectName("import-changes")
        self.table.setAccessibleName(_("What the import changes"))
        show_plainly(self.table, self.model, {NAME: 330, FATE: 170}, WHAT)
        self.said = plain_label("import-changes-said")
        self.drop_gone = QCheckBox()
        self.drop_gone.setObjectName("import-drop-gone")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(self.drop_gone)

    @property
    def without_gone(self) -> bool:
        """Whether the user wants the rows that are not in the file to go."""
        return self.drop_gone.isChecked() and self.count(Fate.GONE) > 0

    def count(self, fate: Fate) -> int:
        """How many rows have this fate."""
        return sum(change.fate is fate for change in self.changes)

    def show_changes(self, merged: Sequence[Material], count: int) -> None:
        """Compare the study with what it would be; the first `count` rows are in the table."""
        _ = self._context.translate
        self.changes = row_changes(self._context.study.materials, merged, count)
        shown = [change for change in self.changes if change.fate is not Fate.SAME]
        self.model.show_rows([self._texts(change) for change in shown])
        told = _("Rows that change: {changed}, new: {new}, as before: {same}.")
        self.said.setText(
            told.format(
                changed=self.count(Fate.CHANGED),
                new=self.count(Fate.NEW),
                same=self.count(Fate.SAME),
            )
        )
        gone = self.count(Fate.GONE)
        words = _("&Remove the rows of the study that are not in this file ({count})")
        self.drop_gone.setText(words.format(count=gone))
        self.drop_gone.setVisible(gone > 0)

    def _texts(self, change: RowChange) -> tuple[str, str, str]:
        _ = self._context.translate
        fates = {
            Fate.NEW: _("new"),
            Fate.CHANGED: _("changed"),
            Fate.SAME: _("unchanged"),
            Fate.GONE: _("not in this file"),
        }
        return change.name, fates[change.fate], self._told(change.fields)

    def _told(self, fields: Sequence[FieldChange]) -> str:
        _ = self._context.translate
        return "; ".join(
            f"{changed_title(f.field, _)}: {self._value(f.before)} → {self._value(f.after)}"
            for f in fields
        )

    def _value(self, value: object) -> str:
        _, context = self._context.translate, self._context
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, Quantity):
            return f"{number_shown(value.value, context)} {unit_sign(value.unit)}"
        if isinstance(value, float):
            return number_shown(value, context)
        return str(value) if value not in (None, "") else "–"
