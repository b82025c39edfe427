"""A read-only table of which one row is chosen, and a form about that row under it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.widgets.dialog_parts import show_plainly
from supplier_pcf.gui.widgets.field_form import FIELD, FieldForm
from supplier_pcf.gui.widgets.titled_model import TextModel

Rows = Callable[[Study], Sequence[tuple[str, Sequence[str]]]]
"""The rows of a study: the id of each, and a text for every title."""


class _Changes(QObject):
    """Tells the fields of a change in the study, and of another row."""

    changed = Signal(object, object)


class ChosenTable(QTableView):
    """Follows the study; the column without a width takes what room there is; keeps the chosen row while it is there, and tells fields under it of another one."""

    chosen = Signal(str)

    def __init__(
        self,
        context: Context,
        name: str,
        title: str,
        titles: Sequence[str],
        rows: Rows,
        widths: Mapping[int, int],
    ) -> None:
        super().__init__()
        self._real, self._rows = context, rows
        self._known: tuple[tuple[str, Sequence[str]], ...] = ()
        self._ids: tuple[str, ...] = ()
        self.current = ""
        """The id of the chosen row; empty where none is."""
        self._changes = _Changes(self)
        self.context = context._replace(bridge=self._changes)
        """For fields about the chosen row."""
        self.texts = TextModel(titles)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        stretched = next(n for n in range(len(titles)) if n not in widths)
        show_plainly(self, self.texts, widths, stretched)
        self.selectionModel().currentRowChanged.connect(lambda now, _old: self._take(now.row()))
        bind.follow(context, self, self._show)

    def choose(self, row_id: str) -> None:
        """Choose this row, where it is there."""
        if row_id in self._ids:
            self.selectRow(self._ids.index(row_id))
            self._take(self._ids.index(row_id))

    def _show(self) -> None:
        rows = tuple(self._rows(self._real.study))
        if rows != self._known:
            self._known, kept = rows, self.current
            ids = tuple(row_id for row_id, _texts in rows)
            self._ids = ids
            self.texts.show_rows([texts for _row_id, texts in rows])
            at = ids.index(kept) if kept in ids else min(len(ids) - 1, 0)
            self.current = ids[at] if ids else ""
            if ids:
                self.selectRow(at)
        self._tell()

    def _take(self, row: int) -> None:
        found = self._ids[row] if 0 <= row < len(self._ids) else ""
        if found and found != self.current:
            self.current = found
            self._tell()

    def _tell(self) -> None:
        study = self._real.study
        self._changes.changed.emit(study, study)
        self.chosen.emit(self.current)


def add_text(
    form: FieldForm, table: ChosenTable, title: str, bound: Bound[str], where: str = ""
) -> None:
    """A line of text about the chosen row."""
    field = bind.text(table.context, bound)
    field.setFixedWidth(FIELD)
    form.add(title, field, where)
