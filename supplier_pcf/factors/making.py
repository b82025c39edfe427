"""Factors made of other factors: what a sum of parts carries over, and what it cannot."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from supplier_pcf.domain.buckets import total
from supplier_pcf.domain.factor import EmissionFactor, Gases, GwpSet, Layer
from supplier_pcf.domain.finding import Finding, Param, Severity, errors
from supplier_pcf.domain.recipe import FactorPart, PartRole
from supplier_pcf.factors.guards import BLOCKING, FactorUse, misuse

Part = tuple[FactorPart, EmissionFactor]
"""A line of the sum and the factor it was taken from."""

_NO_SLUG = re.compile(r"[\W_]+")
_LONGEST_SLUG = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A factor that was made, or what stands in its way; remarks may stand beside it."""

    factor: EmissionFactor | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Findings:
    """Findings as they are gathered."""

    found: list[Finding] = field(default_factory=list)

    def error(self, code: str, where: str = "", **params: Param) -> None:
        """Something the factor cannot be made with."""
        self.found.append(Finding(code=code, severity=Severity.ERROR, where=where, params=params))

    def warning(self, code: str, where: str = "", **params: Param) -> None:
        """Something to be looked at."""
        self.found.append(Finding(code=code, severity=Severity.WARNING, where=where, params=params))

    def uses(self, factor: EmissionFactor, use: FactorUse, where: str, name: str) -> None:
        """What speaks against this use of a factor, as everywhere else in a study."""
        for code in misuse(factor, use):
            say = self.error if code in BLOCKING else self.warning
            say(code, where, name=name, factor=factor.name or factor.id)

    @property
    def stop(self) -> bool:
        """Whether one of them is an error."""
        return bool(errors(tuple(self.found)))


def combined(parts: Sequence[Part]) -> dict[str, Any]:
    """The fields of the sum: figures added up, facts that all share, and the weaker of the rest.

    Gases, direct and upstream parts are there only where every part states them. What holds a
    licensed value is licensed itself.
    """
    factors = [factor for _, factor in parts]
    sums = total(part.buckets.times(part.amount) for part, _ in parts)._asdict()
    uptake = sums.pop("uptake_product") + sums.pop("uptake_packaging")
    return {
        **sums,
        "uptake": uptake,
        "gases": summed_gases(parts),
        "direct": summed(parts, lambda factor: factor.direct),
        "upstream": summed(parts, lambda factor: factor.upstream),
        "gwp_set": _gwp_set(factors),
        "layer": layer_of(factors),
        "set_id": "licensed" if layer_of(factors) is Layer.LICENSED else "own",
        "licence": "; ".join(dict.fromkeys(f.licence for f in factors if f.licence)),
        "year_from": _oldest(f.year_from or f.year_to for f in factors),
        "year_to": _oldest(f.year_to for f in factors),
        "includes_forming": any(f.includes_forming for f in factors),
        **_spread(parts),
        "primary_share": _primary_share(parts),
    }


def summed(parts: Sequence[Part], value: Callable[[EmissionFactor], float | None]) -> float | None:
    """The sum of a figure over all parts; nothing where one of them does not state it."""
    values = [value(factor) for _, factor in parts]
    known = [v * part.amount for v, (part, _) in zip(values, parts, strict=True) if v is not None]
    return math.fsum(known) if values and len(known) == len(values) else None


def summed_gases(parts: Sequence[Part]) -> Gases | None:
    """The masses of gas of the sum; nothing where one part does not state them."""
    if not parts or any(factor.gases is None for _, factor in parts):
        return None
    rows = [[kg * part.amount for kg in factor.gases or ()] for part, factor in parts]
    return Gases._make(math.fsum(column) for column in zip(*rows, strict=True))


def _gwp_set(factors: Iterable[EmissionFactor]) -> GwpSet:
    sets = {factor.gwp_set for factor in factors}
    if len(sets) == 1:
        return next(iter(sets))
    return GwpSet.UNKNOWN if GwpSet.UNKNOWN in sets else GwpSet.MIXED


def layer_of(factors: Iterable[EmissionFactor]) -> Layer:
    """Own, or licensed where one of the parts is."""
    licensed = any(factor.layer is Layer.LICENSED for factor in factors)
    return Layer.LICENSED if licensed else Layer.OWN


def _oldest(years: Iterable[int | None]) -> int | None:
    """The weakest year counts; where one part does not tell its year, the sum does not either."""
    known = list(years)
    stated = [year for year in known if year is not None]
    return min(stated) if stated and len(stated) == len(known) else None


def _spread(parts: Sequence[Part]) -> dict[str, Any]:
    """ln GSD of a sum: the root of the squared shares times the squared ln GSD of each factor."""
    amounts: dict[str, float] = {}
    sigmas: dict[str, float | None] = {}
    for part, factor in parts:
        amounts[factor.id] = amounts.get(factor.id, 0.0) + part.kg_co2e
        sigmas[factor.id] = factor.sigma_ln
    whole = math.fsum(amounts.values())
    known = [(amounts[i] / whole * s) ** 2 for i, s in sigmas.items() if s is not None and whole]
    if not known or len(known) < len(sigmas):
        return {"sigma_ln": None, "sigma_origin": ""}
    return {"sigma_ln": math.sqrt(math.fsum(known)), "sigma_origin": "from_parts"}


def _primary_share(parts: Sequence[Part]) -> float:
    whole = math.fsum(abs(part.kg_co2e) for part, _ in parts)
    if not whole:
        return 0.0
    return math.fsum(abs(p.kg_co2e) * f.primary_share for p, f in parts) / whole


def part_of(
    factor: EmissionFactor, role: PartRole, amount: float, share: float | None = None
) -> Part:
    """A line of the sum, with the figures the factor has today."""
    line = FactorPart(
        factor_id=factor.id,
        version=factor.version,
        role=role,
        name=factor.name,
        share=share,
        amount=amount,
        unit=factor.unit,
        buckets=factor.buckets,
    )
    return line, factor


def free_id(layer: Layer, name: str, taken: Collection[str]) -> str:
    """An id made of the name that nobody has had yet."""
    slug = _NO_SLUG.sub("-", name.casefold()).strip("-")[:_LONGEST_SLUG] or "factor"
    stem = f"{layer.value}:{slug}"
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(i for i in (stem, *numbered) if i not in taken)
