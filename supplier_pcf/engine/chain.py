"""Shares along the chain: what of a footprint is verified, and what is made under a certified program.

Verification framework v2.0 of Catena-X and TfS, tables 8 to 10 (STANDARDS D.11): weighted with the absolute
contributions like the primary data share, nothing is rounded on the way, and what is missing counts as zero.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import Flow, Material, Stage
from supplier_pcf.domain.study import AssuranceLevel, Study
from supplier_pcf.engine.result import Result

VOUCHED_FOR: dict[AssuranceLevel, float] = {
    AssuranceLevel.NONE: 0.0,
    AssuranceLevel.REGULAR: 0.80,
    AssuranceLevel.IN_DEPTH: 0.95,
}
"""The part of a footprint that a verification of this depth vouches for."""

FactorOf = Callable[[str | None], EmissionFactor | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainShares:
    """Percent of the footprint; None for a footprint of zero."""

    verified: float | None
    """3PVS: verified by a third party."""
    certified: float | None
    """PCS: made under a certified program."""


def chain_shares(
    study: Study, result: Result, factor_of: FactorOf, weight: Callable[[Buckets], float]
) -> ChainShares:
    """Both shares on one base: own operations by the study, the rest by what suppliers declare."""
    flows = {flow.id: flow for flow in study.flows()}
    sizes: list[float] = []
    verified: list[float] = []
    certified: list[float] = []
    for line in result.flows:
        if not line.counted or line.stage is Stage.OUTBOUND_TRANSPORT:
            continue
        factors = _factors(flows.get(line.id), line.factor_id, factor_of)
        sizes.append(weight(line.buckets))
        verified.append(_verified(study, factors))
        certified.append(_certified(study, factors))
    whole = math.fsum(sizes)
    return ChainShares(
        verified=_percent(sizes, verified, whole), certified=_percent(sizes, certified, whole)
    )


def _percent(sizes: list[float], shares: list[float], whole: float) -> float | None:
    if not whole > 0:
        return None
    return 100 * math.fsum(size * share for size, share in zip(sizes, shares, strict=True)) / whole


def _factors(
    flow: Flow | None, factor_id: str | None, factor_of: FactorOf
) -> tuple[EmissionFactor, ...]:
    """The factors a line stands on, that of a recycled part too."""
    recycled = flow.recycled_factor_id if isinstance(flow, Material) else None
    found = (factor_of(factor_id), factor_of(recycled))
    return tuple(factor for factor in found if factor is not None)


def _verified(study: Study, factors: tuple[EmissionFactor, ...]) -> float:
    """No line is vouched for deeper than the study is; an unverified study breaks the chain."""
    own = VOUCHED_FOR[study.assurance.level]
    received = [factor.verified_share or 0.0 for factor in factors if factor.is_received]
    return min((own, *received))


def _certified(study: Study, factors: tuple[EmissionFactor, ...]) -> float:
    """Of a received footprint what its sender declares; own operations are certified wholly or not."""
    received = [factor.certified_share or 0.0 for factor in factors if factor.is_received]
    return min(received, default=float(study.assurance.has_certified_program))
