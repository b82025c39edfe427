"""Undo and redo over immutable values: old values are kept, nothing is ever inverted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Past(Generic[T]):
    """A value and the name of the edit that led away from it."""

    value: T
    label: str


class History(Generic[T]):
    """The present value with the ones before and after it."""

    def __init__(self, value: T) -> None:
        self._present = value
        self._undo: list[_Past[T]] = []
        self._redo: list[_Past[T]] = []
        self._merge_key: str | None = None

    @property
    def present(self) -> T:
        """The value now."""
        return self._present

    @property
    def undo_label(self) -> str | None:
        """The name of the edit that undo would take back; None where there is none."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> str | None:
        """The name of the edit that redo would do again; None where there is none."""
        return self._redo[-1].label if self._redo else None

    def labels_since(self, value: T) -> tuple[str, ...]:
        """The names of the edits between a value and now, undone ones included; all if it was never here."""
        if value is self._present:
            return ()
        for steps in (self._undo, self._redo):
            for at, past in enumerate(steps):
                if past.value is value:
                    return tuple(later.label for later in steps[at:])
        return tuple(past.label for past in self._undo)

    def push(self, value: T, label: str, merge_key: str | None = None) -> bool:
        """Make this the present; False, and no trace, where nothing changed.

        Edits with the same key one after the other become one: typing in a field.
        """
        if value is self._present or value == self._present:
            return False
        if merge_key is None or merge_key != self._merge_key or not self._undo:
            self._undo.append(_Past(self._present, label))
        self._merge_key = merge_key
        self._redo.clear()
        self._present = value
        return True

    def stop_merging(self) -> None:
        """The next edit stands alone: at a save, or when another field is touched."""
        self._merge_key = None

    def undo(self) -> None:
        """Go back by one edit; nothing happens at the beginning."""
        self._step(self._undo, self._redo)

    def redo(self) -> None:
        """Go forward by one edit; nothing happens at the end."""
        self._step(self._redo, self._undo)

    def _step(self, source: list[_Past[T]], other: list[_Past[T]]) -> None:
        self._merge_key = None
        if source:
            past = source.pop()
            other.append(_Past(self._present, past.label))
            self._present = past.value
