"""Shares and ratings, weighted with the absolute contributions (Catena-X v4, 7.2.4-7.2.5; PACT 3)."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import mul

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.engine.result import FlowResult


@dataclass(frozen=True, slots=True)
class Weighted:
    """Lines of the footprint with their weights on one base: with or without biogenic uptake."""

    lines: Sequence[FlowResult]
    weights: tuple[float, ...]
    whole: float

    def primary_percent(self) -> float | None:
        """PDS = sum of |PCF_i| x share_i over the sum of |PCF_i|; None for a footprint of zero."""
        if not self.whole > 0:
            return None
        return 100 * self._mean([r.primary_share for r in self.lines])

    def ratings(self) -> Ratings | None:
        """DQR = sum of |PCF_i| x DQR_i over the sum of |PCF_i|; None for a footprint of zero."""
        if not self.whole > 0:
            return None
        return Ratings(
            technology=self._mean([r.technology for r in self.lines]),
            time=self._mean([r.time for r in self.lines]),
            geography=self._mean([r.geography for r in self.lines]),
        )

    def _mean(self, values: Sequence[float]) -> float:
        return mean(self.weights, values, self.whole)


def mean(weights: Sequence[float], values: Sequence[float], whole: float) -> float:
    """The weighted mean of values, never outside of them: a rating of 5.000000000000001 is refused."""
    found = math.fsum(map(mul, weights, values)) / whole
    return min(max(found, min(values)), max(values))


def weighted(lines: Sequence[FlowResult], weight: Callable[[Buckets], float]) -> Weighted:
    """The lines with this weight each."""
    weights = tuple(weight(r.buckets) for r in lines)
    return Weighted(lines, weights, math.fsum(weights))


def without_uptake(buckets: Buckets) -> float:
    """The base of PACT 3."""
    return buckets.absolute_excluding_uptake


def with_uptake(buckets: Buckets) -> float:
    """The base of Catena-X v4."""
    return buckets.absolute_including_uptake


def exempted_percent(included: float, left_out: float) -> float:
    """What was left out, in percent of all there is (STANDARDS D.12); the result is never scaled up."""
    whole = abs(included) + left_out
    return 100 * left_out / whole if whole > 0 else 0.0
