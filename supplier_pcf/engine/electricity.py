"""Electricity in blocks behind one meter, and the whole factor of a kilowatt hour (ISO 14067 clause 6.4.9.4)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from supplier_pcf.domain.buckets import Buckets, total
from supplier_pcf.domain.energy import Carrier, ElectricitySource, EnergyUse
from supplier_pcf.domain.factor import Boundary, EmissionFactor
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import ratio

OWN_SOURCES = (ElectricitySource.ON_SITE, ElectricitySource.DIRECT_LINE)
CONTRACTS = (
    ElectricitySource.CERTIFICATES,
    ElectricitySource.PPA,
    ElectricitySource.GREEN_TARIFF,
)

_LIFE_CYCLE = (Boundary.GENERATION_LIFE_CYCLE, Boundary.DELIVERED_LIFE_CYCLE)


class PowerPart(NamedTuple):
    """One factor of a kilowatt hour: the main one, or one that is added to it."""

    factor_id: str
    kg_co2e: float
    """Per unit of the main factor, before losses."""
    with_losses: bool
    """Whether it is divided by what arrives of the power sent."""
    left_out: str = ""
    """`grid` or `upstream` where the main factor holds it already; it is not counted then."""


class PowerFactor(NamedTuple):
    """What a kilowatt hour was counted with: EF = (generation + upstream) / (1 - losses) + grid (STANDARDS D.3)."""

    parts: tuple[PowerPart, ...]
    loss_share: float
    """Power lost over power sent as it was applied; 0 where the factor holds the losses already."""
    buckets: Buckets
    """kg CO2e per unit of the main factor."""


def is_power(use: EnergyUse) -> bool:
    """Whether it is electricity."""
    return use.carrier is Carrier.ELECTRICITY


def supplies(uses: Iterable[EnergyUse]) -> dict[str, EnergyUse]:
    """Of every block the metered supply it is a part of, by the id of the block.

    A block belongs to another use of electricity that is no block itself; one that points elsewhere
    stands for itself, and a check says so.
    """
    blocks = [use for use in uses if use.part_of is not None]
    if not blocks:
        return {}
    heads = {use.id: use for use in uses if use.part_of is None and is_power(use)}
    return {b.id: heads[b.part_of] for b in blocks if is_power(b) and b.part_of in heads}


def supply_of(study: Study, use: EnergyUse) -> EnergyUse:
    """The metered supply a block is a part of; the use itself where it is no block."""
    if use.part_of is None:
        return use
    return supplies(study.energy_uses).get(use.id, use)


def blocks_of(study: Study, use_id: str) -> tuple[EnergyUse, ...]:
    """The blocks that are taken off a supply, in the order of the study."""
    found = supplies(study.energy_uses)
    return tuple(u for u in study.energy_uses if u.id in found and found[u.id].id == use_id)


def self_used(use: EnergyUse, amount: tuple[float, str]) -> tuple[float, str]:
    """Own power less what was fed into the grid, never below zero (STANDARDS D.3).

    Raises:
        UnitMismatch: what was fed in is no energy.
    """
    if use.exported is None or use.source is not ElectricitySource.ON_SITE:
        return amount
    return max(0.0, amount[0] - use.exported.to(amount[1])), amount[1]


def rest(whole: tuple[float, str], blocks: Sequence[tuple[float, str]]) -> tuple[float, str]:
    """What of a meter is left when its blocks are taken off, never below zero.

    Raises:
        UnitMismatch: a block is no energy.
    """
    taken = math.fsum(value * ratio(unit, whole[1]) for value, unit in blocks)
    left = whole[0] - taken
    # one part in 10^12 is rounding, not power
    return (left if left > abs(whole[0]) * 1e-12 else 0.0), whole[1]


def is_made_of_parts(use: EnergyUse) -> bool:
    """Whether more than one factor stands behind its kilowatt hours."""
    return bool(use.added_factor_ids) or use.loss_share is not None


def whole_factor(
    main: EmissionFactor, added: Iterable[EmissionFactor], loss_share: float | None
) -> PowerFactor | None:
    """The factor of a delivered kilowatt hour; None where the losses are no share.

    EF = (g + u) / (1 - l) + grid (STANDARDS D.3). What the main factor holds already is not added again.

    Raises:
        UnitMismatch: an added factor is not per unit of energy.
    """
    lost = 0.0 if loss_share is None or main.includes_grid_losses else loss_share
    if not 0 <= lost < 1:
        return None
    parts, sums = [PowerPart(main.id, main.kg_co2e, with_losses=True)], [main.buckets]
    after: list[Buckets] = []
    for factor in added:
        buckets = factor.buckets.times(ratio(main.unit, factor.unit))
        is_grid = factor.boundary is Boundary.GRID_ONLY
        part = PowerPart(factor.id, buckets.excluding_uptake, not is_grid, held(main, factor))
        parts.append(part)
        if not part.left_out:
            (after if is_grid else sums).append(buckets)
    whole = total((total(sums).times(1 / (1 - lost)), *after))
    return PowerFactor(tuple(parts), lost, whole)


def held(main: EmissionFactor, added: EmissionFactor) -> str:
    """What of an added factor the main one holds already: `grid`, `upstream`, or nothing."""
    if added.boundary is Boundary.GRID_ONLY and main.includes_grid_losses:
        return "grid"
    if added.boundary is Boundary.UPSTREAM and main.boundary in _LIFE_CYCLE:
        return "upstream"
    return ""


def factor_ids(use: EnergyUse) -> tuple[str, ...]:
    """The factors behind its kilowatt hours, the main one first."""
    main = () if use.factor_id is None else (use.factor_id,)
    return (*main, *use.added_factor_ids)
