"""Ten thousand draws of a footprint with a fixed seed; the only module that needs numpy (STANDARDS D.13)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supplier_pcf.engine.spread import Part

if TYPE_CHECKING:
    import numpy as np

DRAWS, SEED = 10_000, 14067
_BLOCK = 64
"""Causes drawn between two looks at whether to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What the draws say, in kg CO2e."""

    count: int
    mean: float
    median: float
    low: float
    """2.5 % of the draws lie below."""
    high: float
    """2.5 % lie above."""
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    """A histogram: how many draws between each two neighbouring edges."""


Go = Callable[[float], bool]
"""Hears the part that is done, 0 to 1, and says whether to go on."""


def draw(
    parts: Sequence[Part], count: int = DRAWS, seed: int = SEED, go_on: Go = lambda _part: True
) -> Drawn | None:
    """The sum of the lines, drawn so many times; one z for each cause. None if it was stopped."""
    import numpy as np

    totals = _totals(parts, count, np.random.default_rng(seed), go_on)
    if totals is None:
        return None
    low, median, high = np.quantile(totals, (0.025, 0.5, 0.975))
    counts, edges = np.histogram(totals, bins=40)
    return Drawn(
        count=count,
        mean=float(totals.mean()),
        median=float(median),
        low=float(low),
        high=float(high),
        edges=tuple(map(float, edges)),
        counts=tuple(map(int, counts)),
    )


def _totals(
    parts: Sequence[Part], count: int, random: np.random.Generator, go_on: Go
) -> np.ndarray | None:
    """Lines without a cause of their own in common share a draw; each cause is drawn once, in order of appearance."""
    import numpy as np

    keys = list(dict.fromkeys(cause.key for part in parts for cause in part.causes))
    drawn: dict[str, np.ndarray] = {}
    for at, key in enumerate(keys):
        drawn[key] = random.standard_normal(count)
        if at % _BLOCK == 0 and not go_on(at / max(len(keys), 1) / 2):
            return None
    totals = np.zeros(count)
    for at, part in enumerate(parts):
        exponent = np.zeros(count)
        for cause in part.causes:
            exponent += cause.sigma * drawn[cause.key]
        totals += part.kg * np.exp(exponent)
        if at % _BLOCK == 0 and not go_on(0.5 + at / len(parts) / 2):
            return None
    go_on(1.0)
    return totals
