"""Why two footprints differ: the difference taken apart into causes that add up to it exactly (ISO 14067 clause 6.4.7).

Each line is a product: amount x losses x share x units x factor. The difference of two products is shared among what
changed in them by the mean over all orders of changing one after the other: nothing is left over, zero and negative
values are allowed, and no order is preferred (Shapley; Sun, Energy Economics 20, 1998; Ang, Energy Policy 32, 2004).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from supplier_pcf.domain.flows import Stage
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import UnitMismatch, ratio
from supplier_pcf.engine.levels import Level, Levels, levels_of
from supplier_pcf.engine.matching import Pair, pairs
from supplier_pcf.engine.result import FlowResult, Result


class CauseKind(StrEnum):
    """What changed."""

    AMOUNT = "amount"
    """What goes in for one piece, or what a plant used for each kg, piece or hour it made."""
    LOSSES = "losses"
    """What goes in beyond the net mass: yields, rejects."""
    SHARE = "share"
    """What one piece carries of the plant's amount, and what co-products take."""
    UNIT = "unit"
    """Pieces in the declared unit: the mass of one piece, where the unit is a mass."""
    FACTOR = "factor"
    """kg CO2e per unit of the amount."""
    NEW = "new"
    GONE = "gone"
    COUNTED = "counted"
    """The line was there without a number, or left out."""
    UNCOUNTED = "uncounted"
    UPTAKE = "uptake"
    """Biogenic uptake of the product, where it is inside the figure."""
    METHOD = "method"
    """What other rules make of the older study."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One reason for a difference, in kg CO2e per declared unit; `before` and `after` are of what changed."""

    kind: CauseKind
    kg: float
    name: str = ""
    """Of the first line it is about."""
    where: str = ""
    """Its place in the newer study; of what is gone, in the older one."""
    lines: int = 1
    """How many lines it is about."""
    before: float | None = None
    after: float | None = None
    """None where the lines it is about differ in it."""
    unit: str = ""
    factor_before: str = ""
    factor_after: str = ""
    """Ids of the factors, where it is a factor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """From one footprint to another, kg CO2e per declared unit; the causes sum to the difference."""

    before: float
    after: float
    causes: tuple[Cause, ...]
    """The largest first, whatever their sign; the method before all others."""

    @property
    def kg(self) -> float:
        """What is more (positive) or less (negative) than before."""
        return self.after - self.before


class Side(NamedTuple):
    """A study with its footprint."""

    study: Study
    result: Result

    def figure(self, *, with_uptake: bool) -> float:
        """kg CO2e per declared unit."""
        return self.result.including if with_uptake else self.result.excluding


def difference(
    before: Side, after: Side, *, with_uptake: bool = False, original: float | None = None
) -> Difference:
    """The difference of two footprints that were calculated under the same rules for the same declared unit.

    `original` is what the older study came to under its own rules, where those are others.
    """
    start = before.figure(with_uptake=with_uptake)
    causes = _joined(_causes(before, after))
    if with_uptake:
        uptake = after.result.buckets.uptake_product - before.result.buckets.uptake_product
        causes.append(Cause(kind=CauseKind.UPTAKE, kg=uptake))
    causes = sorted((c for c in causes if c.kg), key=lambda c: -abs(c.kg))
    if original is not None and original != start:
        causes.insert(0, Cause(kind=CauseKind.METHOD, kg=start - original))
        start = original
    end = after.figure(with_uptake=with_uptake)
    return Difference(before=start, after=end, causes=_exactly(causes, end - start))


def _exactly(causes: Sequence[Cause], whole: float) -> tuple[Cause, ...]:
    """The causes with the last rounding of the machine in the largest of them."""
    left = math.fsum((whole, *(-cause.kg for cause in causes)))
    if not causes or not left:
        return tuple(causes)
    at = max(range(len(causes)), key=lambda i: abs(causes[i].kg))
    return tuple(replace(c, kg=c.kg + left) if i == at else c for i, c in enumerate(causes))


def _causes(before: Side, after: Side) -> Iterator[Cause]:
    old, new = Levels(before.study, before.result), Levels(after.study, after.result)
    for pair in pairs(before.study, after.study, before.result, after.result):
        then, now = _kg(pair.before), _kg(pair.after)
        if pair.before is None or pair.after is None or then is None or now is None:
            yield from _only_one(pair, then, now)
        elif then != now:
            yield from _changed(pair.before, pair.after, old, new)


def _kg(line: FlowResult | None) -> float | None:
    """The line's part in the footprint without uptake; None where it has none."""
    if line is None or not line.counted or line.stage is Stage.OUTBOUND_TRANSPORT:
        return None
    return line.kg_co2e


def _only_one(pair: Pair, then: float | None, now: float | None) -> Iterator[Cause]:
    """A line that one of the two does not have, or does not count."""
    line = pair.after or pair.before
    kg = (now or 0.0) - (then or 0.0)
    if line is None or not kg:
        return
    if then is None:
        kind = CauseKind.NEW if pair.before is None else CauseKind.COUNTED
    else:
        kind = CauseKind.GONE if pair.after is None else CauseKind.UNCOUNTED
    yield Cause(kind=kind, kg=kg, name=line.name, where=f"{line.kind}/{line.id}")


def _changed(then: FlowResult, now: FlowResult, old: Levels, new: Levels) -> Iterator[Cause]:
    """What of a line changed, and how much each of that makes."""
    first, last = levels_of(old, then, new, now)
    times = _ratio(then.unit, now.unit)
    name, where = now.name, f"{now.kind}/{now.id}"
    if times is None or not then.amount or not now.amount:
        whole = now.kg_co2e - then.kg_co2e
        cause = Cause(kind=CauseKind.FACTOR, kg=whole, name=name, where=where)
        yield _with_factors(cause, then, now)
        return
    first[0] = first[0]._replace(value=first[0].value * times, unit=last[0].unit)
    per = f"kg CO2e/{now.unit}"
    first.append(Level(then.kg_co2e / (then.amount * times), per))
    last.append(Level(now.kg_co2e / now.amount, per))
    for at, kg in parts_of([x.value for x in first], [x.value for x in last]):
        cause = Cause(
            kind=_KINDS[at],
            kg=kg,
            name=name,
            where=where,
            before=first[at].value,
            after=last[at].value,
            unit=last[at].unit,
        )
        yield _with_factors(cause, then, now) if cause.kind is CauseKind.FACTOR else cause


def _with_factors(cause: Cause, then: FlowResult, now: FlowResult) -> Cause:
    return replace(cause, factor_before=then.factor_id or "", factor_after=now.factor_id or "")


_KINDS = (
    CauseKind.AMOUNT,
    CauseKind.LOSSES,
    CauseKind.SHARE,
    CauseKind.UNIT,
    CauseKind.FACTOR,
)
_SAME = 1e-12
"""Relative difference of levels that is rounding."""


def parts_of(before: Sequence[float], after: Sequence[float]) -> Iterator[tuple[int, float]]:
    """The difference of two products shared among their members that differ, by position; the mean over all orders.

    part_k = sum over the sets S of the other members that differ of |S|! (n - |S| - 1)! / n! x
    (product with S and k after) - (product with S after).
    """
    moved = [
        i
        for i, (a, b) in enumerate(zip(before, after, strict=True))
        if not math.isclose(a, b, rel_tol=_SAME)
    ]
    fixed = math.prod(after[i] for i in range(len(after)) if i not in moved)
    found = {k: _part(k, moved, before, after) * fixed for k in moved}
    if not found:
        return
    # the members within rounding of each other, and the rounding of the sum, go to the largest part
    whole = math.prod(after) - math.prod(before)
    largest = max(found, key=lambda k: abs(found[k]))
    found[largest] += math.fsum((whole, *(-part for part in found.values())))
    yield from found.items()


def _part(k: int, moved: Sequence[int], before: Sequence[float], after: Sequence[float]) -> float:
    others, n = [i for i in moved if i != k], len(moved)
    terms = []
    for size in range(n):
        weight = math.factorial(size) * math.factorial(n - size - 1) / math.factorial(n)
        for done in combinations(others, size):
            rest = math.prod(after[i] if i in done else before[i] for i in others)
            terms.append(weight * rest * (after[k] - before[k]))
    return math.fsum(terms)


def _ratio(old: str, new: str) -> float | None:
    try:
        return 1.0 if old == new else ratio(old, new)
    except UnitMismatch:
        return None


def _joined(causes: Iterator[Cause]) -> list[Cause]:
    """One cause for a factor that several lines have, and one for the declared unit of all lines."""
    by_key: dict[tuple[str, ...], list[Cause]] = {}
    for cause in causes:
        key: tuple[str, ...] = (cause.kind.value, cause.where)
        if cause.kind is CauseKind.FACTOR and cause.factor_after:
            key = (cause.kind.value, cause.factor_before, cause.factor_after)
        elif cause.kind is CauseKind.UNIT:
            key = (cause.kind.value,)
        by_key.setdefault(key, []).append(cause)
    return [_one_of(several) for several in by_key.values()]


def _one_of(several: Sequence[Cause]) -> Cause:
    first = several[0]
    if len(several) == 1:
        return first
    return replace(
        first,
        kg=math.fsum(cause.kg for cause in several),
        lines=len(several),
        before=_common([cause.before for cause in several]),
        after=_common([cause.after for cause in several]),
    )


def _common(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    same = len(known) == len(values) and all(math.isclose(known[0], v) for v in known)
    return known[0] if same else None
