"""How what a plant used is shared among its products (ISO 14067 clause 6.4.6; STANDARDS D.2)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from supplier_pcf.domain.flows import Allocation, AllocationBasis
from supplier_pcf.domain.site import PlantOutput, Site
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import UnitMismatch

PLANT_BASES: tuple[AllocationBasis, ...] = (
    AllocationBasis.MASS,
    AllocationBasis.PIECES,
    AllocationBasis.MACHINE_HOURS,
    AllocationBasis.VALUE,
)


def weight(output: PlantOutput, basis: AllocationBasis) -> float | None:
    """What one product of the plant weighs on this basis: kg, pieces, hours or money; None if unknown."""
    if basis is AllocationBasis.MACHINE_HOURS:
        return output.machine_hours
    if output.units is None:
        return None
    if basis is AllocationBasis.PIECES:
        return output.units
    if basis is AllocationBasis.VALUE:
        return None if output.price_per_unit is None else output.units * output.price_per_unit
    if output.mass_per_unit is None:
        return None
    try:
        return output.units * output.mass_per_unit.to("kg")
    except UnitMismatch:
        return None


def _weights(outputs: Sequence[PlantOutput], basis: AllocationBasis) -> list[float | None]:
    """The weights of all products; the plain ones at once, for plants have many products."""
    if basis is AllocationBasis.MACHINE_HOURS:
        return [output.machine_hours for output in outputs]
    if basis is AllocationBasis.PIECES:
        return [output.units for output in outputs]
    if basis is AllocationBasis.VALUE:
        return [
            None if o.units is None or o.price_per_unit is None else o.units * o.price_per_unit
            for o in outputs
        ]
    return [weight(output, basis) for output in outputs]


def plant_shares(
    outputs: Sequence[PlantOutput], basis: AllocationBasis
) -> tuple[float, ...] | None:
    """Every product's share, in order, summing to one; None where a weight is missing or all are zero."""
    found = _weighed(outputs, basis)
    if found is None:
        return None
    weights, whole = found
    return tuple(w / whole for w in weights)


def _weighed(
    outputs: Sequence[PlantOutput], basis: AllocationBasis
) -> tuple[list[float], float] | None:
    """All weights and their sum; None where one is missing, negative or no number, or all are zero."""
    found = _weights(outputs, basis)
    weights = [w for w in found if w is not None]
    if not weights or len(weights) < len(found) or not min(weights) >= 0:
        return None
    return (weights, math.fsum(weights)) if 0 < sum(weights) < math.inf else None


def product_share(site: Site | None, basis: AllocationBasis) -> float | None:
    """This product's share of what the site used; None where it cannot be worked out."""
    if site is None:
        return None
    own = [number for number, o in enumerate(site.outputs) if o.is_this_product]
    found = _weighed(site.outputs, basis) if own else None
    if found is None:
        return None
    weights, whole = found
    return math.fsum(weights[number] for number in own) / whole


def own_weight(site: Site | None, basis: AllocationBasis) -> float | None:
    """What this product weighs among those of the site, on this basis; None where it cannot be worked out."""
    own = [] if site is None else [weight(o, basis) for o in site.outputs if o.is_this_product]
    known = [w for w in own if w is not None]
    return math.fsum(known) if known and len(known) == len(own) else None


def allocated_share(study: Study, allocation: Allocation | None, site_id: str) -> float | None:
    """The share of a plant's amount that reaches this product, 0 to 1; None where it is unknown."""
    if allocation is None or allocation.basis is AllocationBasis.ALL:
        return 1.0
    if allocation.basis is AllocationBasis.SHARE:
        share = allocation.share
        return share if share is not None and 0 <= share <= 1 else None
    return product_share(study.site(allocation.site_id or site_id), allocation.basis)


def units_made(study: Study) -> float | None:
    """Good units of this product in the period: as entered, else the sum of the plants' outputs."""
    if study.product.volume is not None:
        return study.product.volume
    made = [o.units for s in study.sites for o in s.outputs if o.is_this_product]
    known = [units for units in made if units is not None]
    return math.fsum(known) if known and len(known) == len(made) else None


def made_at(study: Study) -> dict[str, float]:
    """Each site's part of the units of this product, by site id, where several sites make it side by side.

    Empty where one site makes it, where a number is missing, or where the plants' output is not what
    the study was made of: then they work one after the other, and each makes all of it.
    """
    made: dict[str, float] = {}
    for site in study.sites:
        own = [output.units for output in site.outputs if output.is_this_product]
        known = [units for units in own if units is not None]
        if len(known) < len(own):
            return {}
        if own:
            made[site.id] = math.fsum(known)
    whole, volume = math.fsum(made.values()), study.product.volume
    if len(made) < 2 or not whole > 0 or min(made.values()) < 0:
        return {}
    if volume is not None and not math.isclose(volume, whole, rel_tol=SAME_OUTPUT):
        return {}
    return {site_id: units / whole for site_id, units in made.items()}


SAME_OUTPUT = 0.005
"""So near the plants' output must be to the volume of the study."""
