"""The details of the row that is selected in a table, as a form: what needs a sentence more than a cell holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import wide
from supplier_pcf.gui.tables.cells import Column, Kind, value_shown, with_value
from supplier_pcf.gui.tables.line_proof import add_proof
from supplier_pcf.gui.widgets.field_form import FieldForm
from supplier_pcf.gui.widgets.place_fields import PlaceLine


class Rows(Protocol):
    """A table of rows of one kind, of which one is selected."""

    @property
    def kind(self) -> str:
        """The name of the tuple on `Study` that holds the rows."""

    @property
    def selected(self) -> SignalInstance:
        """Another row was selected; its id."""

    def current_id(self) -> str:
        """The id of the selected row; empty where none is."""


_LINE = 220
"""Width of a line of text; the rest of the row says where to look."""


class _Changes(QObject):
    """Tells the fields of a change in the study, and of another row."""

    changed = Signal(object, object)


class RowDetails(FieldForm):
    """Fields for the current row of a table, each described as a column is; hidden where there is no row.

    A column's `help` stands beside its field; its `unit` is offered with a quantity. `with_proof` adds the documents
    behind the row, and how many records it has.
    """

    def __init__(
        self,
        context: Context,
        table: Rows,
        columns: Sequence[Column],
        title: str = "",
        sentence: str = "",
        *,
        with_proof: bool = False,
    ) -> None:
        super().__init__(title, sentence)
        self.title.setVisible(bool(title))
        self.narrow()
        self.setObjectName(f"{table.kind}-details")
        self._real, self.table, self.columns = context, table, columns
        self._row_id = table.current_id()
        self._changes = _Changes(self)
        self._context = context._replace(bridge=self._changes)
        for column in columns:
            field = self._field(column)
            if field is not None:
                self.add(column.title, field, column.help)
        if with_proof:
            add_proof(self, self._context, table.kind, lambda: f"{table.kind}/{self._row_id}")
        table.selected.connect(self._select)
        # shown before it has its place, it would be a window of its own
        self._is_made = False
        bind.follow(context, self, self._tell)
        self._is_made = True

    def row(self) -> Any | None:
        """The row the fields are about."""
        return self._row_in(self._real.study)

    def field(self, key: str) -> QWidget | None:
        """The field of a column, for a finding."""
        return self.findChild(QWidget, self._name(key))

    def _select(self, row_id: str) -> None:
        self._row_id = row_id
        self._tell()

    def _tell(self) -> None:
        found = self.row() is not None
        if self._is_made or not found:
            self.setVisible(found)
        study = self._real.study
        self._changes.changed.emit(study, study)

    def _row_in(self, study: Study) -> Any | None:
        rows = getattr(study, self.table.kind)
        return next((row for row in rows if row.id == self._row_id), None)

    def _name(self, key: str) -> str:
        return f"{self.table.kind}-detail-{key}"

    def _bound(self, column: Column, empty: Any) -> Bound[Any]:
        def get(study: Study) -> Any:
            row = self._row_in(study)
            value = None if row is None else column.get(row)
            return empty if value is None else value

        def put(study: Study, value: Any) -> Study:
            row = self._row_in(study)
            if row is None:
                return study
            new = with_value(column, row, value)
            rows = getattr(study, self.table.kind)
            changes: dict[str, Any] = {
                self.table.kind: tuple(new if other is row else other for other in rows)
            }
            return study if new is row else replace(study, **changes)

        label = self._real.translate("Change “{column}”").format(column=column.title)
        return Bound(self._name(column.key), get, put, label, lambda: self._row_id)

    def _field(self, column: Column) -> QWidget | None:
        context, kind = self._context, column.kind
        if kind is Kind.TEXT:
            line = bind.text(context, self._bound(column, ""))
            line.setMinimumWidth(wide(_LINE, 320))
            return line
        if kind is Kind.PLACE:
            return PlaceLine(context, self._bound(column, ""))
        if kind is Kind.NUMBER:
            return bind.number(context, self._bound(column, None), column.unit)
        if kind is Kind.SHARE:
            return bind.share(context, self._bound(column, None))
        if kind is Kind.QUANTITY:
            return bind.quantity(context, self._bound(column, None), (column.unit,))
        if kind is Kind.CHOICE and column.options is not None:
            return bind.choice(context, self._bound(column, ""), column.options(context))
        if kind is Kind.TICK:
            return bind.tick(context, self._bound(column, False), "")
        return self._factor(column) if kind is Kind.FACTOR else None

    def _factor(self, column: Column) -> QWidget:
        """A button that says the factor's name and lets another be chosen."""
        bound = self._bound(column, None)
        button = QPushButton()
        button.setObjectName(bound.name)
        button.setAutoDefault(False)

        def show() -> None:
            row = self.row()
            words = "" if row is None else value_shown(column, row, self._real)
            button.setText(words or self._real.translate("Choose a factor…"))

        def ask() -> None:
            from supplier_pcf.gui.factors.factor_picker import choose_factor

            choose_factor(self._real, self._row_id, self, bound)

        button.clicked.connect(ask)
        bind.follow(self._context, button, show)
        return button
