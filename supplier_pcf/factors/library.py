"""The factor library: every factor a study may use, looked up by its id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.factors.fuel_values import Fuels, bundled_fuels
from supplier_pcf.factors.sets import FactorSet, describe, folders, load
from supplier_pcf.paths import resources

Find = Callable[[str | None], EmissionFactor | None]
"""From an id to its factor; nothing where there is none."""


class Factors(Protocol):
    """Where a factor is found by its id: the library, or those of a report."""

    def get(self, factor_id: str, /) -> EmissionFactor | None:
        """The factor of this id, or nothing."""


def own_first(own: Iterable[EmissionFactor], others: Factors) -> Find:
    """Finds a factor by its id: among a study's own first, else among the others."""
    kept = {factor.id: factor for factor in own}

    def find(factor_id: str | None) -> EmissionFactor | None:
        return None if factor_id is None else kept.get(factor_id) or others.get(factor_id)

    return find


@dataclass(frozen=True, slots=True, eq=False)
class FactorLibrary:
    """Factors by id and the sets they come from; a library is never changed, only extended."""

    factors: Mapping[str, EmissionFactor]
    sets: tuple[FactorSet, ...] = ()
    fuels: Fuels = field(default_factory=dict)
    """Heating values and densities, by the id of the factor whose fuel they are of."""
    power_mixes: dict[str, list[EmissionFactor]] = field(
        init=False, repr=False, default_factory=dict
    )
    """Factors per kWh by place, as `power_mix` found them when it was first asked."""

    @classmethod
    def of(cls, factors: Iterable[EmissionFactor], sets: Iterable[FactorSet] = ()) -> FactorLibrary:
        """A library of these factors; of two with the same id the later one counts."""
        by_id = {factor.id: factor for factor in factors}
        return cls(MappingProxyType(by_id), tuple(sets))

    def get(self, factor_id: str) -> EmissionFactor | None:
        """The factor with this id, if there is one."""
        return self.factors.get(factor_id)

    def set_of(self, factor: EmissionFactor) -> FactorSet | None:
        """The set a factor comes from, if it is a bundled one."""
        return next((found for found in self.sets if found.id == factor.set_id), None)

    def with_factors(self, extra: Iterable[EmissionFactor]) -> FactorLibrary:
        """This library and more: own, supplier's and project copies win over bundled ones."""
        more = FactorLibrary.of([*self.factors.values(), *extra], self.sets)
        return replace(more, fuels=self.fuels)

    def __len__(self) -> int:
        return len(self.factors)

    def __iter__(self) -> Iterator[EmissionFactor]:
        return iter(self.factors.values())

    def __contains__(self, factor_id: object) -> bool:
        return factor_id in self.factors


def read_library(root: Path) -> FactorLibrary:
    """All sets in the folders under `root`.

    Raises:
        Refusal: a set is missing or damaged.
    """
    sets = [(folder, describe(folder)) for folder in folders(root)]
    factors = [factor for folder, about in sets for factor in load(folder, about)]
    return FactorLibrary.of(factors, [about for _, about in sets])


@cache
def bundled_library() -> FactorLibrary:
    """The factors that come with the program; read once, when first asked for."""
    return replace(read_library(resources() / "factors"), fuels=bundled_fuels())
