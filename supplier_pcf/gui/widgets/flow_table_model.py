"""The model of a flow table: owns nothing, shows one tuple of the study, and sends edits back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from supplier_pcf.app.entering import Unreadable
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.widgets import cells, row_edits
from supplier_pcf.gui.widgets.cells import NOT_A_CHOICE, Column, Kind
from supplier_pcf.words import sentence

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NOWHERE = QModelIndex()

_WORKED_OUT = (Kind.READ_ONLY, Kind.FACTOR)
"""Columns whose cells may change with any row of the study."""
_FEW_ROWS = 3
_MANY_CELLS = 200
"""From so many painted cells on it is quicker to paint all than to compare them."""


class FlowTableModel(QAbstractTableModel):
    """Rows of one kind of the study, compared by identity when the study changes."""

    problem_changed = Signal()
    """A cell holds text that cannot be read, or does so no longer."""

    def __init__(
        self, context: Context, kind: str, columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.context, self.kind, self.columns = context, kind, tuple(columns)
        self._rows: list[Any] = list(getattr(context.study, kind))
        self._pending: dict[tuple[str, str], Unreadable] = {}
        self._flags = [_flags(column) for column in self.columns]
        self._painted: dict[tuple[str, str], tuple[str, str, str]] = {}
        self._refreshing = QTimer(self, singleShot=True, interval=0)
        self._refreshing.timeout.connect(self._refresh_worked_out)
        self._beside_of: dict[int, frozenset[str]] = {}
        self._told: dict[int, Callable[[Any, Column], Any]] = {
            Role.DisplayRole: self._display,
            Role.EditRole: self._edited,
            Role.ToolTipRole: self._tooltip,
            Role.TextAlignmentRole: self._alignment,
            Role.CheckStateRole: self._ticked,
            Role.AccessibleTextRole: self._spoken,
        }
        context.bridge.changed.connect(self._follow)

    # what the view asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return self._flags[index.column()]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        told = self._told.get(role)
        if told is None or not index.isValid():
            return None
        return told(self._rows[index.row()], self.columns[index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Role.DisplayRole else None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Role.TextAlignmentRole:
            return self._alignment(None, column)
        return {Role.DisplayRole: column.title, Role.ToolTipRole: column.help or None}.get(
            Role(role)
        )

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        column = self.columns[index.column()]
        if role == Role.CheckStateRole:
            return self.put(index.row(), column, Qt.CheckState(value) == Qt.CheckState.Checked)
        if role != Role.EditRole or not column.is_editable:
            return False
        read = cells.read_text(column, str(value), self._rows[index.row()], self.context)
        if isinstance(read, Unreadable):
            self._remember(index, read)
            return False
        self.forget_problem(index)
        return self.put(index.row(), column, read)

    # what the table asks

    def row_at(self, row: int) -> Any:
        """The row of the study that stands here."""
        return self._rows[row]

    def id_at(self, row: int) -> str:
        """Its id; empty where there is no such row."""
        return str(self._rows[row].id) if 0 <= row < len(self._rows) else ""

    def row_of(self, row_id: str) -> int:
        """Where the row of this id stands; -1 if it is not here."""
        return next((i for i, row in enumerate(self._rows) if row.id == row_id), -1)

    def column_of(self, key: str) -> int:
        """Where the column of this key stands; -1 if there is none."""
        return next((i for i, column in enumerate(self.columns) if column.key == key), -1)

    def painted(self, index: Index) -> tuple[str, str, str]:
        """What a cell shows: its value, the quiet text beside it, and its look."""
        row, column = self._rows[index.row()], self.columns[index.column()]
        shown = self._value(row, column), self._beside(row, column), self._look(row, column)
        if column.kind in _WORKED_OUT:
            self._painted[row.id, column.key] = shown
        return shown

    def texts_beside(self, column: int) -> frozenset[str]:
        """Every text that stands beside a value of a column: its units, to give them room."""
        if column not in self._beside_of:
            asked = self.columns[column]
            texts = (cells.unit_shown(asked, row, self.context) for row in self._rows)
            self._beside_of[column] = frozenset(texts)
        return self._beside_of[column]

    def put(self, row: int, column: Column, value: Any) -> bool:
        """One cell gets a value: one step of undo."""
        row_id = self.id_at(row)
        words = self.context.translate("Change “{column}”").format(column=column.title)

        def change(study: Study) -> Study:
            rows = getattr(study, self.kind)
            new = [cells.with_value(column, r, value) if r.id == row_id else r for r in rows]
            return row_edits.with_rows(study, self.kind, new)

        self.context.edit(change, words)
        return True

    def problem(self, index: Index | None = None) -> str:
        """The sentence about a cell's unreadable text; without a cell, about the first there is."""
        if index is None:
            key = next(iter(self._pending), None)
        else:
            key = (self.id_at(index.row()), self.columns[index.column()].key)
        return self._sentence(*key) if key in self._pending and key else ""

    def forget_problem(self, index: Index) -> None:
        """The cell shows the value it has."""
        key = (self.id_at(index.row()), self.columns[index.column()].key)
        if self._pending.pop(key, None) is not None:
            self.dataChanged.emit(index, index)
            self.problem_changed.emit()

    def _remember(self, index: Index, read: Unreadable) -> None:
        self._pending[self.id_at(index.row()), self.columns[index.column()].key] = read
        self.dataChanged.emit(index, index)
        self.problem_changed.emit()

    def _sentence(self, row_id: str, key: str) -> str:
        _ = self.context.translate
        read = self._pending[row_id, key]
        column = self.columns[self.column_of(key)]
        if read.code == NOT_A_CHOICE:
            words = _("“{text}” is none of the choices.").format(text=read.text)
        else:
            words = sentence(read.code, {"text": read.text}, _)
        return _("Row {row}, {column}: {problem}").format(
            row=self.row_of(row_id) + 1, column=column.title, problem=words
        )

    # one cell

    def _typed(self, row: Any, column: Column) -> Unreadable | None:
        return self._pending.get((row.id, column.key)) if self._pending else None

    def _value(self, row: Any, column: Column) -> str:
        typed = self._typed(row, column)
        return typed.text if typed else cells.value_shown(column, row, self.context)

    def _beside(self, row: Any, column: Column) -> str:
        typed = self._typed(row, column)
        return "" if typed else cells.unit_shown(column, row, self.context)

    def _display(self, row: Any, column: Column) -> str:
        parts = (self._value(row, column), self._beside(row, column))
        return " ".join(part for part in parts if part)

    def _edited(self, row: Any, column: Column) -> str:
        typed = self._typed(row, column)
        if typed:
            return typed.text
        if column.kind is Kind.CHOICE:
            return str(column.get(row) or "")
        return cells.value_in_full(column, row, self.context)

    def _tooltip(self, row: Any, column: Column) -> str | None:
        if self._typed(row, column):
            return self._sentence(row.id, column.key)
        if column.hint is not None:
            return column.hint(row, self.context) or None
        return cells.value_in_full(column, row, self.context) or None

    def _alignment(self, _row: Any, column: Column) -> int:
        return _RIGHT if column.is_right else _LEFT

    def _ticked(self, row: Any, column: Column) -> Qt.CheckState | None:
        if column.kind is not Kind.TICK:
            return None
        return Qt.CheckState.Checked if column.get(row) else Qt.CheckState.Unchecked

    def _spoken(self, row: Any, column: Column) -> str:
        _ = self.context.translate
        text = self._display(row, column)
        if column.kind is Kind.TICK:
            text = _("yes") if column.get(row) else _("no")
        elif column.kind is Kind.READ_ONLY and column.hint is not None:
            text = column.hint(row, self.context)
        return f"{column.title}: {text}" if column.title else text

    def _look(self, row: Any, column: Column) -> str:
        if self._typed(row, column):
            return "problem"
        if column.look is not None:
            return column.look(row, self.context)
        if getattr(row, "exclusion", None) is not None:
            return "quiet"
        return "quiet" if column.put is None else ""

    # the study changed

    def _follow(self, before: Study, after: Study) -> None:
        new: tuple[Any, ...] = getattr(after, self.kind)
        if getattr(before, self.kind) is not new or len(new) != len(self._rows):
            self._take(new)
        self._refreshing.start()

    def _take(self, new: tuple[Any, ...]) -> None:
        wanted = {row.id: row for row in new}
        self._forget_beside(wanted)
        if not any(row.id in wanted for row in self._rows):
            self._reset(new)
            return
        self._remove([i for i, row in enumerate(self._rows) if row.id not in wanted])
        here = {row.id for row in self._rows}
        self._reorder([row.id for row in new if row.id in here])
        changed = {row.id for row in self._rows if wanted[row.id] is not row}
        self._forget_settled(wanted)
        self._rows = [wanted[row.id] for row in self._rows]
        self._insert([i for i, row in enumerate(new) if row.id not in here], new)
        self._tell_changed([i for i, row in enumerate(self._rows) if row.id in changed])

    def _reset(self, new: tuple[Any, ...]) -> None:
        self.beginResetModel()
        self._rows = list(new)
        self._pending.clear()
        self.endResetModel()
        self.problem_changed.emit()

    def _remove(self, gone: list[int]) -> None:
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _insert(self, missing: list[int], new: tuple[Any, ...]) -> None:
        for first, last in _runs(missing):
            self.beginInsertRows(_NOWHERE, first, last)
            self._rows[first:first] = new[first : last + 1]
            self.endInsertRows()

    def _reorder(self, ids: list[str]) -> None:
        if ids == [row.id for row in self._rows]:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [self._rows[index.row()].id for index in old]
        by_id = {row.id: row for row in self._rows}
        self._rows = [by_id[row_id] for row_id in ids]
        at = {row_id: i for i, row_id in enumerate(ids)}
        new = [self.index(at[name], i.column()) for name, i in zip(held, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _forget_settled(self, wanted: dict[str, Any]) -> None:
        """Text waits no longer where its row is gone or its cell has another value."""
        old = {row.id: row for row in self._rows}
        columns = {column.key: column for column in self.columns}
        for row_id, key in tuple(self._pending):
            get = columns[key].get
            if row_id not in old or get(old[row_id]) != get(wanted[row_id]):
                del self._pending[row_id, key]
        self.problem_changed.emit()

    def _tell_changed(self, rows: list[int]) -> None:
        """Cell by cell where they are few: told of several at once, a table paints all it shows."""
        last = len(self.columns) - 1
        for row in rows:
            if len(rows) > _FEW_ROWS:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))
                continue
            for i in range(last + 1):
                self.dataChanged.emit(self.index(row, i), self.index(row, i))

    def _forget_beside(self, wanted: dict[str, Any]) -> None:
        """Which texts stand beside a column's values is asked anew where a row is another."""
        same = len(wanted) == len(self._rows) and all(row.id in wanted for row in self._rows)
        pairs = [(row, wanted[row.id]) for row in self._rows if same]
        changed = [(old, new) for old, new in pairs if old is not new]
        for i in tuple(self._beside_of):
            column, context = self.columns[i], self.context
            if not same or any(
                cells.unit_shown(column, old, context) != cells.unit_shown(column, new, context)
                for old, new in changed
            ):
                del self._beside_of[i]

    def _refresh_worked_out(self) -> None:
        """What depends on the whole study is painted anew where it is not as it was painted."""
        before, self._painted = self._painted, {}
        at = {row.id: i for i, row in enumerate(self._rows)}
        many = len(before) > _MANY_CELLS and bool(self._rows)
        for i, column in enumerate(self.columns):
            if many and column.kind in _WORKED_OUT:
                self.dataChanged.emit(self.index(0, i), self.index(len(self._rows) - 1, i))
        for (row_id, key), shown in before.items():
            if row_id in at and not many:
                index = self.index(at[row_id], self.column_of(key))
                if self.painted(index) != shown:
                    self.dataChanged.emit(index, index)


def _flags(column: Column) -> Qt.ItemFlag:
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if column.is_editable and column.kind is Kind.TICK:
        return flags | Qt.ItemFlag.ItemIsUserCheckable
    return flags | Qt.ItemFlag.ItemIsEditable if column.is_editable else flags


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Ascending numbers as (first, last) of unbroken runs."""
    runs = []
    for _key, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _at, number in group]
        runs.append((run[0], run[-1]))
    return runs
