"""Rows that come, go and move in a table: only what changed is told to the view."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_FEW_ROWS = 3
_MANY_RUNS = 40
"""From so many separate stretches of rows on it is quicker to show all anew."""


class MovingRows(QAbstractTableModel):
    """All rows there are, those that are shown, and the way from one state to the next."""

    def __init__(self, rows: Sequence[Any], columns: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._all: tuple[Any, ...] = tuple(rows)
        self._rows: list[Any] = list(self._all)
        self._places: dict[str, int] = {}
        self._numbers: dict[str, int] = {}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._columns

    def row_at(self, row: int) -> Any:
        """The row of the study that stands here."""
        return self._rows[row]

    def id_at(self, row: int) -> str:
        """Its id; empty where there is no such row."""
        return str(self._rows[row].id) if 0 <= row < len(self._rows) else ""

    def row_of(self, row_id: str) -> int:
        """Where the row of this id stands; -1 if it is not here."""
        if not self._places:
            self._places = {row.id: at for at, row in enumerate(self._rows)}
        return self._places.get(row_id, -1)

    def number_of(self, row_id: str) -> int:
        """The row's number in the study's order, from 1; 0 if it is not there."""
        if not self._numbers:
            self._numbers = {row.id: at for at, row in enumerate(self._all, start=1)}
        return self._numbers.get(row_id, 0)

    def _number(self, row: int) -> str | None:
        return str(self.number_of(self.id_at(row))) if 0 <= row < len(self._rows) else None

    def _show(self, shown: list[Any]) -> None:
        wanted = {row.id: row for row in shown}
        here = {row.id for row in self._rows}
        gone = _runs([i for i, row in enumerate(self._rows) if row.id not in wanted])
        come = _runs([i for i, row in enumerate(shown) if row.id not in here])
        if len(gone) + len(come) > _MANY_RUNS:
            self._replace(shown)
            return
        self._remove(gone)
        self._reorder([row.id for row in shown if row.id in here])
        changed = {row.id for row in self._rows if wanted[row.id] is not row}
        self._rows = [wanted[row.id] for row in self._rows]
        self._insert(come, shown)
        self._tell_changed([i for i, row in enumerate(self._rows) if row.id in changed])

    def _replace(self, shown: list[Any]) -> None:
        self.beginResetModel()
        self._rows = shown
        self._places.clear()
        self.endResetModel()

    def _remove(self, gone: list[tuple[int, int]]) -> None:
        for first, last in reversed(gone):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._rows[first : last + 1]
            self._places.clear()
            self.endRemoveRows()

    def _insert(self, come: list[tuple[int, int]], new: Sequence[Any]) -> None:
        for first, last in come:
            self.beginInsertRows(_NOWHERE, first, last)
            self._rows[first:first] = new[first : last + 1]
            self._places.clear()
            self.endInsertRows()

    def _reorder(self, ids: list[str]) -> None:
        if ids == [row.id for row in self._rows]:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [self._rows[index.row()].id for index in old]
        by_id = {row.id: row for row in self._rows}
        self._rows = [by_id[row_id] for row_id in ids]
        self._places.clear()
        new = [self.index(self.row_of(name), i.column()) for name, i in zip(held, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _tell_all(self, columns: Sequence[int]) -> None:
        if self._rows:
            last = len(self._rows) - 1
            for column in columns:
                self.dataChanged.emit(self.index(0, column), self.index(last, column))

    def _tell_changed(self, rows: list[int]) -> None:
        """Cell by cell where they are few: told of several at once, a table paints all it shows."""
        last = self._columns - 1
        if len(rows) > _FEW_ROWS:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], last))
            return
        for row in rows:
            for i in range(last + 1):
                self.dataChanged.emit(self.index(row, i), self.index(row, i))


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Ascending numbers as (first, last) of unbroken runs."""
    runs = []
    for _key, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _at, number in group]
        runs.append((run[0], run[-1]))
    return runs
