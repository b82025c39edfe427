"""The parts of the window and the ways between them: Tab as one reads, F6 from part to part."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from supplier_pcf.gui.base.tab_order import go_to, move, stops


class Parts:
    """Steps, page, what the page still needs, running result: each is left where it will be entered again."""

    def __init__(self, whole: QWidget, each: Callable[[], tuple[QWidget | None, ...]]) -> None:
        """The whole they stand in, and each of them in the order of F6."""
        self._whole, self._each = whole, each
        self._last: dict[QWidget, QWidget] = {}

    def all(self) -> tuple[QWidget, ...]:
        """Those that can be seen now, in the order of F6."""
        return tuple(part for part in self._each() if part is not None and part.isVisible())

    def move(self, by: int) -> None:
        """Go so many parts on, and round at the end."""
        parts, at = self.all(), self._here()
        if at >= 0:
            now = self._whole.window().focusWidget()
            if now is not None:
                self._last[parts[at]] = now
        to = (at + by) % len(parts) if at >= 0 else 0
        self._enter(parts[to])

    def tab(self, forward: bool) -> bool:
        """Tab as one reads: steps, page, findings, Back and Next, result."""
        return move(self._whole, forward)

    def _here(self) -> int:
        """The part that has the keyboard; -1 where none of them has it."""
        now = self._whole.window().focusWidget()
        return next(
            (at for at, part in enumerate(self.all()) if part is now or part.isAncestorOf(now)), -1
        )

    def _enter(self, part: QWidget) -> None:
        last = self._last.get(part)
        if last is None or not isValid(last) or not last.isVisible():
            inside = (stop for stop in stops(part) if stop is not part and stop.isEnabled())
            last = next(inside, part)
        go_to(last)
