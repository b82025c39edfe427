"""The result of the study as it stands: worked out when it is asked for, or ahead in a thread beside the window."""

from __future__ import annotations

from collections.abc import Callable

from supplier_pcf.app.aside import Aside
from supplier_pcf.app.calculation import Calculated
from supplier_pcf.domain.study import Study

LARGE = 1000
"""Rows of a study from which on its result takes longer than a picture."""
Work = Callable[[], Calculated]


class PresentResult:
    """Worked out once for each study; whoever asks while a thread is at it waits for that thread."""

    def __init__(self) -> None:
        self._known: Calculated | None = None
        self._ahead: tuple[Study, Aside[Calculated]] | None = None

    def forget(self) -> None:
        """What it was worked out with is another now."""
        self._known = None
        self._give_up()

    def is_working(self, study: Study) -> bool:
        """Whether a thread is still at the result of this very study."""
        ahead = self._ahead
        return ahead is not None and ahead[0] is study and not ahead[1].is_done()

    def begin(self, study: Study, work: Work) -> None:
        """Let a thread work it out, where it is not known; what is not asked for any more is given up."""
        if self._known is not None and self._known.study is study:
            return
        if self._ahead is None or self._ahead[0] is not study:
            self._give_up()
            self._ahead = study, Aside(work)

    def value(self, study: Study, work: Work) -> Calculated:
        """The result of this study."""
        known, ahead = self._known, self._ahead
        if known is not None and known.study is study:
            return known
        if ahead is not None and ahead[0] is study:
            self._ahead = None
            return self._waited_for(ahead)
        self._known = known = work()
        return known

    def _waited_for(self, ahead: tuple[Study, Aside[Calculated]]) -> Calculated:
        ahead[1].is_done(None)
        try:
            self._known = known = ahead[1].result()
        finally:
            if self._ahead is ahead:
                self._ahead = None
        return known

    def _give_up(self) -> None:
        if self._ahead is not None:
            self._ahead[1].give_up()
            self._ahead = None
