"""How far a sum of uncertain lines spreads: one lognormal matched to its mean and variance (STANDARDS D.13).

Each line is kg x exp(sum of sigma_k z_k), with one z for each cause: five lines on one grid factor move together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

CERTAINTY = 1.959963984540054
"""Standard deviations on either side that hold 95 %."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a line is uncertain: what it has in common with other lines, and sigma_ln."""

    key: str
    sigma: float


@dataclass(frozen=True, slots=True)
class Part:
    """One line: its kg CO2e as calculated, taken as the median, and the causes of its spread."""

    id: str
    kg: float
    causes: tuple[Cause, ...]

    @property
    def variance_ln(self) -> float:
        """The sum of the squared sigmas."""
        return math.fsum(cause.sigma**2 for cause in self.causes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Where the true figure lies with 95 % likelihood, and which cause has which part in that."""

    mean: float
    median: float
    low: float
    high: float
    shares: Mapping[str, float]
    """Part of the variance by cause, largest first, summing to one."""

    @property
    def plus_minus_percent(self) -> float:
        """The larger of both distances from the median, in percent of it."""
        if not self.median:
            return 0.0
        return 100 * max(self.high - self.median, self.median - self.low) / abs(self.median)


def spread_of(parts: Sequence[Part]) -> Spread | None:
    """Mean and variance of the sum exactly, matched by one lognormal; None where the mean is not positive.

    mean = sum m_i exp(s_i2/2); cov_ij = m_i m_j exp((s_i2 + s_j2)/2) (exp(c_ij) - 1), c_ij being the squared
    sigmas of the causes both lines have.
    """
    means = {part.id: part.kg * math.exp(part.variance_ln / 2) for part in parts}
    mean = math.fsum(means.values())
    if not mean > 0:
        return None
    variance = _variance(parts, means)
    in_log = math.log1p(variance / mean**2)
    median = mean / math.exp(in_log / 2)
    width = CERTAINTY * math.sqrt(in_log)
    return Spread(
        mean=mean,
        median=median,
        low=median * math.exp(-width),
        high=median * math.exp(width),
        shares=_shares(parts, means),
    )


def _variance(parts: Sequence[Part], means: Mapping[str, float]) -> float:
    terms = [means[part.id] ** 2 * math.expm1(part.variance_ln) for part in parts]
    for (one, other), common in _in_common(parts).items():
        terms.append(2 * means[one] * means[other] * math.expm1(common))
    return max(math.fsum(terms), 0.0)


def _in_common(parts: Iterable[Part]) -> dict[tuple[str, str], float]:
    """For every pair of lines with a common cause, c_ij."""
    by_cause: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for part in parts:
        for cause in part.causes:
            if cause.sigma:
                by_cause[cause.key].append((part.id, cause.sigma))
    found: dict[tuple[str, str], float] = defaultdict(float)
    for lines in by_cause.values():
        for at, (one, sigma) in enumerate(lines):
            for other, same in lines[at + 1 :]:
                found[one, other] += sigma * same
    return found


def _shares(parts: Iterable[Part], means: Mapping[str, float]) -> dict[str, float]:
    """What each cause alone would make of the variance, over the sum of all causes."""
    by_cause: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for part in parts:
        for cause in part.causes:
            by_cause[cause.key].append((means[part.id], cause.sigma))
    alone = {key: _alone(lines) for key, lines in by_cause.items()}
    whole = math.fsum(alone.values())
    if not whole > 0:
        return {}
    order = sorted(alone, key=lambda key: -alone[key])
    return {key: alone[key] / whole for key in order}


def _alone(lines: Sequence[tuple[float, float]]) -> float:
    """The variance by one cause: the sum over all pairs of its lines."""
    return math.fsum(
        one * other * math.expm1(sigma * same) for one, sigma in lines for other, same in lines
    )
