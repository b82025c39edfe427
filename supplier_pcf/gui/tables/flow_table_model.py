"""The model of a table: owns nothing, shows rows of the study, and sends edits back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from supplier_pcf.app.entering import Unreadable
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.help.where import column_told
from supplier_pcf.gui.tables import cells
from supplier_pcf.gui.tables.cells import Column, Kind
from supplier_pcf.gui.tables.moving_rows import Index, MovingRows
from supplier_pcf.gui.tables.table_order import ViewOrder, sort_key
from supplier_pcf.gui.tables.table_pending import Cell, Pending, why_not
from supplier_pcf.gui.tables.table_rows import Rows

Role = Qt.ItemDataRole

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

_WORKED_OUT = (Kind.READ_ONLY, Kind.FACTOR)
"""Columns whose cells may change with any row of the study."""
_MANY_CELLS = 200
"""From so many painted cells on it is quicker to paint all than to compare them."""


class FlowTableModel(MovingRows):
    """The rows of a source, compared by identity when the study changes."""

    problem_changed = Signal()
    """A cell holds text that cannot be read, or does so no longer."""
    order_changed = Signal()
    """Rows are sorted or picked out, or no longer."""

    def __init__(
        self, context: Context, rows: Rows, columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(rows.get(context.study), len(columns), parent)
        self.context, self.source, self.columns = context, rows, tuple(columns)
        self.kind = rows.name
        self.order = ViewOrder()
        self.is_seen: Callable[[], bool] = lambda: True
        """Whether anybody looks: what is not on screen is painted once it is."""
        place = ("table", rows.name, *(column.key for column in columns))
        self._pending: Pending = context.session.typed.setdefault(place, Pending())
        self._flags = [_flags(column) for column in self.columns]
        self._painted: dict[Cell, tuple[str, str, str]] = {}
        self._refreshing = QTimer(self, singleShot=True, interval=0)
        self._refreshing.timeout.connect(self._refresh_worked_out)
        self._beside_of: dict[int, frozenset[str]] = {}
        self._choices: dict[str, dict[str, str]] = {}
        self._searched: dict[str, str] = {}
        """What can be found in a row, by its id, for the study as it stands."""
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
            return self._number(section) if role == Role.DisplayRole else None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Role.TextAlignmentRole:
            return self._alignment(None, column)
        if role in (Role.ToolTipRole, Role.WhatsThisRole):
            return column_told(self.kind, column, self.context) or None
        return column.title if role == Role.DisplayRole else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        column = self.columns[index.column()]
        if role == Role.CheckStateRole:
            return self.put(index.row(), column, Qt.CheckState(value) == Qt.CheckState.Checked)
        if role != Role.EditRole or not column.is_editable:
            return False
        row = self._rows[index.row()]
        read = cells.typed_into(column, str(value), row, self.context)
        if isinstance(read, Unreadable):
            self._remember(index, read)
            return False
        self.forget_problem(index)
        return self.put(index.row(), column, read)

    # what the table asks

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

    def is_filled(self, row: int, column: int) -> bool:
        """Whether anything stands in a cell."""
        of = self.columns[column]
        if of.kind is Kind.TICK:
            return bool(of.get(self._rows[row]))
        return bool(self._value(self._rows[row], of))

    def texts_beside(self, column: int) -> frozenset[str]:
        """Every text that stands beside a value of a column: its units, to give them room."""
        if column not in self._beside_of:
            asked = self.columns[column]
            texts = (cells.unit_shown(asked, row, self.context) for row in self._rows)
            self._beside_of[column] = frozenset(texts)
        return self._beside_of[column]

    def put(self, row: int, column: Column, value: Any) -> bool:
        """One cell gets a value: one step of undo."""
        old = self._rows[row]
        new = cells.with_value(column, old, value)
        if new is old:
            return False
        words = self.context.translate("Change “{column}”").format(column=column.title)
        self.context.edit(lambda study: self.source.put(study, [new]), words)
        return True

    def reload(self) -> None:
        """The source shows something else now."""
        self._reset(tuple(self.source.get(self.context.study)))

    # another order, or only some rows

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Show the rows ordered by a column, or with -1 as they stand in the study."""
        if 0 <= column < len(self.columns):
            by = self.columns[column]
            descending = order == Qt.SortOrder.DescendingOrder
            self.order.sort(
                self._all,
                by.key,
                lambda row: sort_key(by, row, self._value),
                descending=descending,
            )
        elif self.order.sorted_by:
            self.order.unsort()
        else:
            return
        self.arrange()

    def show_only(self, words: str) -> None:
        """Show only the rows in which these words stand; without words all of them."""
        wanted = words.casefold().strip()
        if wanted != self.order.words:
            self.order.keep(self._all, wanted, lambda row: self.has(row, wanted))
            self.arrange()

    def has(self, row: Any, words: str) -> bool:
        """Whether these words, in small letters, stand in one of a row's cells."""
        text = self._searched.get(row.id)
        if text is None:
            text = "\n".join(self._display(row, column) for column in self.columns).casefold()
            self._searched[row.id] = text
        return words in text

    def arrange(self, order: ViewOrder | None = None) -> None:
        """Show the rows in their order, or in that of a table that showed the same rows."""
        self.order = order or self.order
        self._take(self._all)
        self.order_changed.emit()

    # text that cannot be read

    def problem(self, index: Index | None = None) -> str:
        """The sentence about a cell's unreadable text; without a cell, about the first there is."""
        if index is None:
            return self._sentence(*self._pending.first) if self._pending.first else ""
        cell = self._cell(index)
        return self._sentence(*cell) if self._pending.get(*cell) else ""

    def forget_problem(self, index: Index) -> bool:
        """The cell shows the value it has; says whether it did not."""
        was_there = index.isValid() and self._pending.drop(self._cell(index))
        if was_there:
            self.dataChanged.emit(index, index)
            self.problem_changed.emit()
        return was_there

    def take_pasted(
        self, pasted: Mapping[Cell, Unreadable | None], before: Study, after: Study
    ) -> None:
        """Keep what an edit brought into cells and could not be read, until its undo."""
        self._pending.paste(pasted, before, after)
        self._searched.clear()
        self._tell_all(range(len(self.columns)))
        self.problem_changed.emit()

    def _remember(self, index: Index, read: Unreadable) -> None:
        self._pending.put(self._cell(index), read)
        self._searched.clear()
        self.dataChanged.emit(index, index)
        self.problem_changed.emit()

    def _cell(self, index: Index) -> Cell:
        return self.id_at(index.row()), self.columns[index.column()].key

    def _sentence(self, row_id: str, key: str) -> str:
        read = self._pending.get(row_id, key)
        title = self.columns[self.column_of(key)].title
        return why_not(read, self.number_of(row_id), title, self.context) if read else ""

    # one cell

    def unread(self, row: Any, column: Column) -> Unreadable | None:
        """What stands in a cell as typed and could not be read."""
        return self._pending.get(row.id, column.key) if self._pending else None

    def _value(self, row: Any, column: Column) -> str:
        typed = self.unread(row, column)
        if typed:
            return typed.text
        if column.kind is Kind.CHOICE and column.show is None:
            value = str(column.get(row) or "")
            return self._words_of(column).get(value, value)
        return cells.value_shown(column, row, self.context)

    def _words_of(self, column: Column) -> dict[str, str]:
        """The words of a column's choices, asked once for each state of the study: they may be many."""
        if column.key not in self._choices:
            told = column.options(self.context) if column.options else ()
            self._choices[column.key] = dict(told)
        return self._choices[column.key]

    def _beside(self, row: Any, column: Column) -> str:
        typed = self.unread(row, column)
        return "" if typed else cells.unit_shown(column, row, self.context)

    def _display(self, row: Any, column: Column) -> str:
        parts = (self._value(row, column), self._beside(row, column))
        return " ".join(part for part in parts if part)

    def _edited(self, row: Any, column: Column) -> str:
        typed = self.unread(row, column)
        if typed:
            return typed.text
        if column.kind is Kind.CHOICE:
            return str(column.get(row) or "")
        return cells.value_in_full(column, row, self.context)

    def _tooltip(self, row: Any, column: Column) -> str | None:
        if self.unread(row, column):
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
        if self.unread(row, column):
            return "problem"
        if column.look is not None:
            return column.look(row, self.context)
        if getattr(row, "exclusion", None) is not None:
            return "quiet"
        return "quiet" if column.put is None else ""

    # the study changed

    def _follow(self, _before: Study, after: Study) -> None:
        self._choices.clear()
        self._searched.clear()
        new = self.source.get(after)
        waiting = len(self._pending)
        if new is not self._all and tuple(new) != self._all:
            self._take(tuple(new))
        elif new is not self._all:
            self._all = tuple(new)
            self._rows = self.order.arranged(self._all)
        self._pending.follow(after)
        if len(self._pending) != waiting:
            self._tell_all(range(len(self.columns)))
            self.problem_changed.emit()
        self._refreshing.start()

    def _take(self, new: tuple[Any, ...]) -> None:
        if new is not self._all and not {row.id for row in new} & {row.id for row in self._all}:
            self._reset(new)
            return
        self._forget_settled(new)
        self._all = new
        self._numbers.clear()
        shown = self.order.arranged(new)
        self._forget_beside(shown)
        self._show(shown)
        if self._rows and not self.order.is_plain:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)

    def _reset(self, new: tuple[Any, ...]) -> None:
        was_plain = self.order.is_plain
        self.order = ViewOrder()
        self._all = new
        self._pending.clear()
        self._numbers.clear()
        self._beside_of.clear()
        self._replace(list(new))
        self.problem_changed.emit()
        if not was_plain:
            self.order_changed.emit()

    def _forget_settled(self, new: Sequence[Any]) -> None:
        """Text waits no longer where its row is gone or its cell has another value."""
        if not self._pending:
            return
        old = {row.id: row for row in self._all}
        wanted = {row.id: row for row in new}
        columns = {column.key: column for column in self.columns}

        def is_settled(cell: Cell) -> bool:
            row_id, get = cell[0], columns[cell[1]].get
            if row_id not in old or row_id not in wanted:
                return True
            return old[row_id] is not wanted[row_id] and get(old[row_id]) != get(wanted[row_id])

        self._pending.settle(is_settled)
        self.problem_changed.emit()

    def _forget_beside(self, shown: Sequence[Any]) -> None:
        """Which texts stand beside a column's values is asked anew where a row is another."""
        same = len(shown) == len(self._rows)
        changed = []
        if same:
            pairs = zip(self._rows, shown, strict=True)
            changed = [(old, new) for old, new in pairs if old is not new]
        context = self.context
        for i in tuple(self._beside_of):
            column = self.columns[i]
            if not same or any(
                cells.unit_shown(column, old, context) != cells.unit_shown(column, new, context)
                for old, new in changed
            ):
                del self._beside_of[i]

    def _refresh_worked_out(self) -> None:
        """What depends on the whole study is painted anew where it is not as it was painted."""
        before, self._painted = self._painted, {}
        if not self.is_seen():
            return
        if len(before) > _MANY_CELLS:
            self._tell_all([i for i, c in enumerate(self.columns) if c.kind in _WORKED_OUT])
            return
        for (row_id, key), shown in before.items():
            row = self.row_of(row_id)
            if row >= 0:
                index = self.index(row, self.column_of(key))
                if self.painted(index) != shown:
                    self.dataChanged.emit(index, index)


def _flags(column: Column) -> Qt.ItemFlag:
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if column.is_editable and column.kind is Kind.TICK:
        return flags | Qt.ItemFlag.ItemIsUserCheckable
    return flags | Qt.ItemFlag.ItemIsEditable if column.is_editable else flags
