"""Ten thousand draws of a footprint with a fixed seed; the only module that needs numpy (STANDARDS D.13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from supplier_pcf.engine.spread import Part

if TYPE_CHECKING:
    import numpy as np

DRAWS, SEED = 10_000, 14067
BINS = 40
"""Bars of the histogram."""
_BLOCK = 8
"""Lines drawn between two looks at whether to go on."""


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

    sums = _sums(parts, count, np.random.default_rng(seed), go_on)
    if sums is None:
        return None
    low, median, high = np.quantile(sums, (0.025, 0.5, 0.975))
    counts, edges = np.histogram(sums, bins=BINS)
    return Drawn(
        count=count,
        mean=float(sums.mean()),
        median=float(median),
        low=float(low),
        high=float(high),
        edges=tuple(map(float, edges)),
        counts=tuple(map(int, counts)),
    )


def draws_of(parts: Sequence[Part], count: int = DRAWS, seed: int = SEED) -> tuple[float, ...]:
    """Every single draw behind `draw`, in the order they were drawn."""
    import numpy as np

    sums = _sums(parts, count, np.random.default_rng(seed), lambda _part: True)
    return () if sums is None else tuple(map(float, sums))


def _sums(
    parts: Sequence[Part], count: int, random: np.random.Generator, go_on: Go
) -> np.ndarray | None:
    """Line by line; each cause is drawn when it first appears and kept as long as a line needs it."""
    import numpy as np

    left = Counter(cause.key for part in parts for cause in part.causes)
    drawn: dict[str, np.ndarray] = {}
    sums = np.zeros(count)
    for at, part in enumerate(parts):
        if at % _BLOCK == 0 and not go_on(at / len(parts)):
            return None
        exponent = np.zeros(count)
        for key, sigma in part.causes:
            z = drawn.pop(key) if key in drawn else random.standard_normal(count)
            exponent += sigma * z
            left[key] -= 1
            if left[key]:
                drawn[key] = z
        sums += part.kg * np.exp(exponent)
    go_on(1.0)
    return sums
