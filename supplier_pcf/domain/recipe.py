"""How a factor was made of others: which, in which version, how much, so that anybody can add it up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from supplier_pcf.domain.buckets import Buckets, total


class RecipeKind(StrEnum):
    """What was done."""

    COMPOSITION = "composition"
    """An alloy or compound from shares, with the energy of making it."""
    REBASED = "rebased"
    """The electricity inside a factor taken from another grid."""


class PartRole(StrEnum):
    """What a part is in the sum."""

    COMPONENT = "component"
    ELECTRICITY = "electricity"
    HEAT = "heat"
    BASE = "base"
    OLD_GRID = "old_grid"
    NEW_GRID = "new_grid"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorPart:
    """One line of the sum: so much of a factor, with the figures it had then."""

    factor_id: str
    version: int = 1
    role: PartRole = PartRole.COMPONENT
    name: str = ""
    share: float | None = None
    """Of the product, 0 to 1; of components only."""
    amount: float = 0.0
    """Units of the part in one unit of the whole, losses included; below zero where it is taken out."""
    unit: str = ""
    buckets: Buckets = Buckets()
    """Of one unit of the part."""

    @property
    def kg_co2e(self) -> float:
        """What the part adds to one unit of the whole."""
        return self.buckets.times(self.amount).excluding_uptake


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All parts of a made factor; its figure is the sum of theirs, bucket by bucket."""

    kind: RecipeKind
    parts: tuple[FactorPart, ...] = ()
    material_yield: float = 1.0
    """kg of product from one kg of components; their amounts are share / yield."""

    @property
    def buckets(self) -> Buckets:
        """The sum of the parts, to be compared with the factor."""
        return total(part.buckets.times(part.amount) for part in self.parts)
