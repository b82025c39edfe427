"""How far a sum of uncertain lines spreads: one lognormal matched to its mean and variance (STANDARDS D.13).

Each line is kg x exp(sum of sigma_k z_k), with one z for each cause: five lines on one grid factor move together.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

CERTAINTY = 1.959963984540054
"""Standard deviations on either side that hold 95 %."""


class Cause(NamedTuple):
    """Why a line is uncertain: what it has in common with other lines, and sigma_ln."""

    key: str
    sigma: float


class Part(NamedTuple):
    """One line: its kg CO2e as calculated, taken as the median, and the causes of its spread."""

    id: str
    kg: float
    causes: tuple[Cause, ...]

    @property
    def variance_ln(self) -> float:
        """The sum of the squared sigmas."""
        return math.fsum([cause.sigma**2 for cause in self.causes])


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Where the true figure lies with 95 % likelihood, and which cause has which part in that."""

    figure: float
    """The sum as calculated; skewed lines make the median a little larger."""
    mean: float
    median: float
    low: float
    high: float
    shares: Mapping[str, float]
    """Part of the variance by cause, largest first, summing to one."""

    @property
    def distances_percent(self) -> tuple[float, float]:
        """How far both limits are from the figure, in percent of it, the lower first; from the median below zero."""
        base = self.figure if self.figure > 0 else self.median
        return 100 * (self.low - base) / base, 100 * (self.high - base) / base

    @property
    def plus_minus_percent(self) -> float:
        """The larger of both distances from the figure."""
        return max(map(abs, self.distances_percent))


def spread_of(parts: Sequence[Part]) -> Spread | None:
    """Mean and variance of the sum exactly, matched by one lognormal; None where the mean is not positive.

    mean = sum m_i exp(s_i2/2); cov_ij = m_i m_j exp((s_i2 + s_j2)/2) (exp(c_ij) - 1), c_ij being the squared
    sigmas of the causes both lines have.
    """
    variances = [part.variance_ln for part in parts]
    means = [p.kg * math.exp(v / 2) for p, v in zip(parts, variances, strict=True)]
    mean = math.fsum(means)
    if not mean > 0:
        return None
    in_log = math.log1p(_variance(parts, variances, means) / mean**2)
    median = mean / math.exp(in_log / 2)
    width = CERTAINTY * math.sqrt(in_log)
    return Spread(
        figure=math.fsum([part.kg for part in parts]),
        mean=mean,
        median=median,
        low=median * math.exp(-width),
        high=median * math.exp(width),
        shares=_shares(parts, means),
    )


Weighed = dict[float, float]
"""Of one cause, the sum of the means of its lines, by sigma."""


def _variance(parts: Sequence[Part], variances: Sequence[float], means: Sequence[float]) -> float:
    """The sum over all pairs of lines, taken over groups of lines that have the very same causes in common.

    A cause that only one line has counts with that line alone.
    """
    uses = Counter([cause.key for part in parts for cause in part.causes])
    groups: dict[tuple[Cause, ...], list[float]] = {}
    terms = []
    for part, whole, mean in zip(parts, variances, means, strict=True):
        common = tuple([c for c in part.causes if uses[c.key] > 1 and c.sigma])
        groups.setdefault(common, []).append(mean)
        inside = math.fsum([c.sigma**2 for c in common])
        terms.append(mean * mean * (math.expm1(whole) - math.expm1(inside)))
    shared = [common for common in groups if common]
    sums = [math.fsum(groups[common]) for common in shared]
    for common, mean in zip(shared, sums, strict=True):
        terms.append(mean * mean * math.expm1(math.fsum([c.sigma**2 for c in common])))
    for (one, other), c in _in_common(shared).items():
        terms.append(2 * sums[one] * sums[other] * math.expm1(c))
    return max(math.fsum(terms), 0.0)


def _in_common(groups: Iterable[tuple[Cause, ...]]) -> dict[tuple[int, int], float]:
    """For every pair of groups with a common cause, c_ij; groups by their number."""
    by_cause: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for key, sigma in group:
            by_cause[key].append((number, sigma))
    found: dict[tuple[int, int], float] = {}
    for members in by_cause.values():
        for (one, sigma), (other, same) in combinations(members, 2):
            pair = one, other
            found[pair] = found.get(pair, 0.0) + sigma * same
    return found


def _shares(parts: Iterable[Part], means: Iterable[float]) -> dict[str, float]:
    """What each cause alone would make of the variance, over the sum of all causes."""
    by_cause: dict[str, Weighed] = {}
    for part, mean in zip(parts, means, strict=True):
        for cause in part.causes:
            lines = by_cause.setdefault(cause.key, {})
            lines[cause.sigma] = lines.get(cause.sigma, 0.0) + mean
    alone = {key: _alone(lines) for key, lines in by_cause.items()}
    whole = math.fsum(alone.values())
    if not whole > 0:
        return {}
    order = sorted(alone, key=lambda key: -alone[key])
    return {key: alone[key] / whole for key in order}


def _alone(lines: Weighed) -> float:
    """The variance by one cause: the sum over all pairs of its lines."""
    if len(lines) == 1:
        ((sigma, mean),) = lines.items()
        return mean**2 * math.expm1(sigma**2)
    return math.fsum(
        one * other * math.expm1(sigma * same)
        for sigma, one in lines.items()
        for same, other in lines.items()
    )
