"""A session that is made when it is first asked for something, so that the window is painted first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from supplier_pcf.app.session import Session, Watcher


class LateSession:
    """Stands for a session; importing what one needs takes longer than painting a window."""

    def __init__(self, make: Callable[[], Session]) -> None:
        self._make = make
        self._made: Session | None = None
        self._watchers: list[Watcher] = []

    def watch(self, watcher: Watcher) -> None:
        """Tell this one of every change, from the first on."""
        if self._made is None:
            self._watchers.append(watcher)
        else:
            self._made.watch(watcher)

    def __getattr__(self, name: str) -> Any:
        if self._made is None:
            self._made = self._make()
            for watcher in self._watchers:
                self._made.watch(watcher)
        return getattr(self._made, name)


def late_session() -> Session:
    """The session of this user, made when it is first asked for something."""

    def make() -> Session:
        from supplier_pcf.app.session import Session

        return Session()

    made: Any = LateSession(make)
    session: Session = made
    return session
