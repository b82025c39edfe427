"""Texts that cannot be read: they stay in their cells as typed, until corrected or taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from supplier_pcf.app.entering import Unreadable
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.tables.cells import NOT_A_CHOICE
from supplier_pcf.words import sentence

Cell = tuple[str, str]
"""Id of the row and key of the column."""


def why_not(read: Unreadable, row: int, title: str, context: Context) -> str:
    """The sentence about a text that could not be read, with the row's number and the heading."""
    _ = context.translate
    if read.code == NOT_A_CHOICE:
        words = _("“{text}” is none of the choices.").format(text=read.text)
    else:
        words = sentence(read.code, read.params, _)
    return _("Row {row}, {column}: {problem}").format(row=row, column=title, problem=words)


@dataclass(frozen=True, slots=True)
class _Paste:
    """Texts that came with an edit and go with its undo."""

    before: Study
    after: Study
    texts: Mapping[Cell, Unreadable]


class Pending:
    """What stands in cells that hold something else; nothing of it is in the study."""

    def __init__(self) -> None:
        self._texts: dict[Cell, Unreadable] = {}
        self._pastes: list[_Paste] = []

    def __len__(self) -> int:
        return len(self._texts)

    @property
    def first(self) -> Cell | None:
        """The cell whose text stands longest."""
        return next(iter(self._texts), None)

    def get(self, row_id: str, key: str) -> Unreadable | None:
        """What was typed into a cell and could not be read."""
        return self._texts.get((row_id, key)) if self._texts else None

    def put(self, cell: Cell, read: Unreadable) -> None:
        """This was typed into a cell."""
        self._texts[cell] = read

    def drop(self, cell: Cell) -> bool:
        """The cell shows its value again; says whether it did not."""
        return self._texts.pop(cell, None) is not None

    def clear(self) -> None:
        """Another study is open."""
        self._texts.clear()
        self._pastes.clear()

    def paste(self, cells: Mapping[Cell, Unreadable | None], before: Study, after: Study) -> None:
        """These came with one edit: texts that could not be read, and None where one was taken."""
        texts = {cell: read for cell, read in cells.items() if read is not None}
        for cell in cells:
            self._texts.pop(cell, None)
        self._texts.update(texts)
        if texts and before is not after:
            self._pastes.append(_Paste(before, after, texts))

    def follow(self, after: Study) -> None:
        """An edit taken back takes its texts along, and done again brings them."""
        for paste in self._pastes:
            if after is paste.before:
                for cell, read in paste.texts.items():
                    if self._texts.get(cell) is read:
                        del self._texts[cell]
            elif after is paste.after:
                self._texts.update(paste.texts)

    def settle(self, is_settled: Callable[[Cell], bool]) -> None:
        """Forget the texts of cells that hold another value now."""
        for cell in tuple(self._texts):
            if is_settled(cell):
                del self._texts[cell]

    def cells(self) -> Iterable[Cell]:
        """Where texts stand."""
        return tuple(self._texts)
