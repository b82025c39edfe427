"""Ten thousand draws beside everything else: started, watched and stopped, while the window goes on."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from supplier_pcf.engine.draws import DRAWS, SEED, Drawn, draw, draws_of
from supplier_pcf.engine.spread import Part
from supplier_pcf.report.drawing import Drawing
from supplier_pcf.report.histogram import histogram
from supplier_pcf.report.labels import Translate

__all__ = ["DRAWS", "SEED", "DrawingRun", "Drawn", "draws_of"]


def histogram_drawing(drawn: Drawn, translate: Translate, language: str, width: float) -> Drawing:
    """The draws as a histogram with its figures, so many points wide."""
    return histogram(drawn, translate, language, width=width)


class DrawingRun:
    """One run of draws in a thread of its own; the same parts give the same figures every time."""

    def __init__(self, parts: Sequence[Part], count: int = DRAWS, seed: int = SEED) -> None:
        self.done_part = 0.0
        """How much is done, 0 to 1."""
        self.drawn: Drawn | None = None
        """What the draws say; None before the end, and where it was stopped."""
        self._stopped = False
        self._thread = threading.Thread(target=self._draw, args=(tuple(parts), count, seed))
        self._thread.daemon = True
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return not self._thread.is_alive()

    def stop(self) -> None:
        """Give up; what was drawn is forgotten."""
        self._stopped = True

    def wait(self) -> Drawn | None:
        """What the draws say, when they are done."""
        self._thread.join()
        return self.drawn

    def _draw(self, parts: Sequence[Part], count: int, seed: int) -> None:
        self.drawn = draw(parts, count, seed, self._go_on)

    def _go_on(self, part: float) -> bool:
        self.done_part = part
        return not self._stopped
