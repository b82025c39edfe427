"""Remembers what was worked out last, so that a page may ask again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """The values that belong to one thing, by further keys; another thing makes it forget them."""

    def __init__(self) -> None:
        self._of: object = None
        self._known: dict[tuple[object, ...], T] = {}

    def known(self, of: object, *keys: object) -> T | None:
        """What was worked out of this very thing; None where nothing was."""
        return self._known.get(keys) if of is self._of else None

    def value(self, make: Callable[[], T], of: object, *keys: object) -> T:
        """What `make` makes of this very thing, made when it is first asked for."""
        if of is not self._of:
            self._of, self._known = of, {}
        if keys not in self._known:
            self._known[keys] = make()
        return self._known[keys]
