"""Fuels between units: heating values and densities as stated ratios, and the conversions made of them.

Nothing is converted across dimensions without a ratio that has a source. What the user states wins
over published tables, and net and gross heating value meet only in a ratio that names both.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from supplier_pcf.domain.units import Dimension, dimension_of, ratio

_ENERGIES = frozenset({Dimension.ENERGY, Dimension.ENERGY_NET, Dimension.ENERGY_GROSS})
_AMOUNTS = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.NORMAL_VOLUME})
MOST_STEPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedRatio:
    """How much of one unit one of another holds, for one very fuel: 11.3 kWh gross per m3."""

    id: str = ""
    """Id of the row of a published table; empty where the user states it."""
    value: float | None = None
    of: str = ""
    per: str = ""
    source: str = ""
    """The gas bill, the analysis, or the publisher with table and cell."""

    @property
    def is_sound(self) -> bool:
        """Whether it can be reckoned with: positive, and between two kinds of units."""
        if self.value is None or not 0 < self.value < math.inf:
            return False
        both = {dimension_of(self.of), dimension_of(self.per)}
        return len(both) == 2 and both <= _ENERGIES | _AMOUNTS

    @property
    def net_share(self) -> float | None:
        """Net over gross heating value where it states that; above 1 it cannot be."""
        if not self.is_sound or self.value is None:
            return None
        kinds = dimension_of(self.of), dimension_of(self.per)
        if kinds == (Dimension.ENERGY_NET, Dimension.ENERGY_GROSS):
            return self.value * ratio(self.of, "kWh net") / ratio(self.per, "kWh gross")
        if kinds == (Dimension.ENERGY_GROSS, Dimension.ENERGY_NET):
            return ratio(self.per, "kWh net") / (self.value * ratio(self.of, "kWh gross"))
        return None


class ConversionStep(NamedTuple):
    """One step: the amount so far times `times` is the amount in `unit`.

    `times` is the ratio's value (or one over it, against its direction), with the plain change of
    units before and after it, such as m3 to l or kWh to MJ.
    """

    times: float
    unit: str
    by: StatedRatio


class Conversion(NamedTuple):
    """An amount as it was entered, and the steps that bring it to the factor's unit."""

    amount: float
    unit: str
    steps: tuple[ConversionStep, ...]

    @property
    def converted(self) -> float:
        """The amount in the unit of the last step."""
        return self.amount * math.prod(step.times for step in self.steps)


class _Edge(NamedTuple):
    by: StatedRatio
    is_stated: bool
    times: float
    """From one `before` to `after`."""
    before: str
    after: str

    @property
    def start(self) -> Dimension | None:
        return dimension_of(self.before)

    @property
    def end(self) -> Dimension | None:
        return dimension_of(self.after)


def convert(
    amount: float,
    unit: str,
    to: str,
    stated: Sequence[StatedRatio] = (),
    published: Sequence[StatedRatio] = (),
) -> Conversion | None:
    """The way from one unit to another by stated ratios; None where no honest way leads there.

    Ways with a ratio of the user win, then shorter ones. A way from energy to energy never passes a
    mass or a volume by ratios of two sources, for their fuels are not the same: net and gross of a
    published table do not go through the heating value of the user's bill.
    """
    start, goal = dimension_of(unit), dimension_of(to)
    if start is None or goal is None or start is goal:
        return None
    edges = [*_edges(stated, is_stated=True), *_edges(published, is_stated=False)]
    ways = [way for way in _ways(start, goal, edges, frozenset({start})) if _is_honest(way)]
    if not ways:
        return None
    best = min(ways, key=lambda way: (not any(e.is_stated for e in way), len(way)))
    return Conversion(amount, unit, tuple(_steps(unit, to, best)))


def _edges(ratios: Iterable[StatedRatio], *, is_stated: bool) -> Iterator[_Edge]:
    for by in ratios:
        if by.is_sound and by.value is not None:
            yield _Edge(by, is_stated, by.value, by.per, by.of)
            yield _Edge(by, is_stated, 1 / by.value, by.of, by.per)


Way = tuple[_Edge, ...]


def _ways(
    at: Dimension, goal: Dimension, edges: Sequence[_Edge], seen: frozenset[Dimension]
) -> Iterator[Way]:
    for edge in edges:
        if edge.start is not at or edge.end is None or edge.end in seen:
            continue
        if edge.end is goal:
            yield (edge,)
        elif len(seen) < MOST_STEPS:
            for rest in _ways(edge.end, goal, edges, seen | {edge.end}):
                yield (edge, *rest)


def _is_honest(way: Way) -> bool:
    """Whether it does not go from energy through an amount to energy by a published value."""
    if all(edge.is_stated for edge in way):
        return True
    if way[0].start not in _ENERGIES or way[-1].end not in _ENERGIES:
        return True
    return all(edge.end in _ENERGIES for edge in way)


def _steps(unit: str, to: str, way: Way) -> Iterator[ConversionStep]:
    now = unit
    for number, edge in enumerate(way, start=1):
        after = to if number == len(way) else edge.after
        times = ratio(now, edge.before) * edge.times * ratio(edge.after, after)
        yield ConversionStep(times, after, edge.by)
        now = after


def may_be_converted(unit: str, to: str) -> bool:
    """Whether a heating value or a density could lead from one unit to the other."""
    both = {dimension_of(unit), dimension_of(to)}
    return len(both) == 2 and both <= _ENERGIES | _AMOUNTS
