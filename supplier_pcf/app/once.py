"""Remembers what was worked out last, so that a page may ask again and again, also from a thread beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """The values that belong to one thing, by further keys; another thing makes it forget them."""

    def __init__(self) -> None:
        self._held: tuple[object, dict[tuple[object, ...], T]] = (None, {})

    def known(self, of: object, *keys: object) -> T | None:
        """What was worked out of this very thing; None where nothing was."""
        held, known = self._held
        return known.get(keys) if held is of else None

    def value(self, make: Callable[[], T], of: object, *keys: object) -> T:
        """What `make` makes of this very thing, made when it is first asked for."""
        held, known = self._held
        if held is of and keys in known:
            return known[keys]
        made = make()
        held, known = self._held
        if held is of:
            known[keys] = made
        else:
            self._held = (of, {keys: made})
        return made
