"""Which rows of a study a table shows, and in which order: a view of them that changes none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from supplier_pcf.domain.units import UNITS, Quantity
from supplier_pcf.gui.tables.cells import Column

Key = tuple[Any, ...]
_DIGITS = re.compile(r"(\d+)")


class ViewOrder:
    """The order and the choice the user asked for; as in Excel an edit moves no row until asked again."""

    def __init__(self) -> None:
        self.sorted_by = ""
        """Key of the column; empty: the study's order."""
        self.descending = False
        self.words = ""
        """Only rows with these words are shown; empty: all."""
        self._order: list[str] = []
        self._hidden: frozenset[str] = frozenset()

    @property
    def is_plain(self) -> bool:
        """Whether all rows stand in the study's order."""
        return not self.sorted_by and not self.words

    def arranged(self, rows: Sequence[Any]) -> list[Any]:
        """Those of the study's rows that are shown, in their order here."""
        shown = [row for row in rows if row.id not in self._hidden]
        if not self.sorted_by:
            return shown
        place = self._places()
        if any(row.id not in place for row in shown):
            self._take_in(rows, place)
            place = self._places()
        return sorted(shown, key=lambda row: place[row.id])

    def sort(
        self, rows: Sequence[Any], column: str, key: Callable[[Any], Key], *, descending: bool
    ) -> None:
        """Order the rows by a key; empty ones come last both ways, equal ones stay as they stood."""
        self.sorted_by, self.descending = column, descending
        keys = {row.id: key(row) for row in rows}
        filled = [row_id for row_id, found in keys.items() if found]
        empty = [row_id for row_id, found in keys.items() if not found]
        self._order = sorted(filled, key=keys.__getitem__, reverse=descending) + empty

    def unsort(self) -> None:
        """Back to the study's order."""
        self.sorted_by, self.descending, self._order = "", False, []

    def keep(self, rows: Sequence[Any], words: str, has: Callable[[Any], bool]) -> None:
        """Show only the rows for which `has` says yes; without words all of them."""
        self.words = words
        hidden = (row.id for row in rows if not has(row)) if words else ()
        self._hidden = frozenset(hidden)

    def _places(self) -> dict[str, int]:
        return {row_id: at for at, row_id in enumerate(self._order)}

    def _take_in(self, rows: Sequence[Any], place: dict[str, int]) -> None:
        """New rows stand before the row they were put in front of, else at the end.

        Ids of rows that are gone stay in the order: undo brings a row back to its place.
        """
        before: dict[str, list[str]] = defaultdict(list)
        follower = ""
        for row in reversed(rows):
            if row.id in place:
                follower = row.id
            else:
                before[follower].append(row.id)
        order: list[str] = []
        for row_id in self._order:
            order += [*reversed(before.get(row_id, [])), row_id]
        self._order = [*order, *reversed(before.get("", []))]


def sort_key(column: Column, row: Any, shown: Callable[[Any, Column], str]) -> Key:
    """What a cell is ordered by: amounts in their base unit, texts as shown, capitals or not."""
    value = column.sort(row) if column.sort is not None else column.get(row)
    if isinstance(value, Quantity):
        unit = UNITS.get(value.unit)
        size = value.value * unit.in_base if unit else value.value
        return (str(unit.dimension) if unit else value.unit, size)
    if isinstance(value, bool | int | float):
        return ("", float(value))
    if value is None or column.sort is not None:
        return ()
    return tuple(_natural(shown(row, column)))


def _natural(text: str) -> list[tuple[int, int, str]]:
    """The text so that part 2 comes before part 10."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in _DIGITS.split(text)
        if part
    ]
