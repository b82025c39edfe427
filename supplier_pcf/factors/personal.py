"""The personal library: the user's own factors in every version, as a value that edits make anew."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.units import UNITS

MOST_VERSIONS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalLibrary:
    """Every version of every own factor, and the ids that were removed: no id is ever used again."""

    versions: tuple[EmissionFactor, ...] = ()
    """In the order they were saved."""
    removed: tuple[str, ...] = ()

    @property
    def current(self) -> tuple[EmissionFactor, ...]:
        """The newest version of each factor that was not removed."""
        gone = frozenset(self.removed)
        newest = {f.id: f for f in sorted(self.versions, key=lambda f: f.version)}
        return tuple(factor for factor in newest.values() if factor.id not in gone)

    @property
    def taken(self) -> frozenset[str]:
        """Every id that was ever used."""
        return frozenset({*(factor.id for factor in self.versions), *self.removed})

    def get(self, factor_id: str) -> EmissionFactor | None:
        """The newest version of this factor, unless it was removed."""
        return next((factor for factor in self.current if factor.id == factor_id), None)

    def history(self, factor_id: str) -> tuple[EmissionFactor, ...]:
        """All versions of a factor, the oldest first, of a removed one too."""
        own = (factor for factor in self.versions if factor.id == factor_id)
        return tuple(sorted(own, key=lambda factor: factor.version))


def is_same(one: EmissionFactor, other: EmissionFactor) -> bool:
    """Whether two factors say the same, whatever their versions are."""
    return replace(one, version=other.version) == other


def with_factor(library: PersonalLibrary, factor: EmissionFactor) -> PersonalLibrary:
    """The library with a factor: a new one as version 1, a known one as its next version.

    What says nothing new changes nothing.

    Raises:
        Refusal: the factor is not the user's own, its id was removed, or the library is full.
    """
    problem = unsound(factor)
    if problem:
        raise Refusal(problem, id=factor.id, unit=factor.unit)
    if factor.id in library.removed:
        raise Refusal("own.id_removed", id=factor.id)
    known = library.history(factor.id)
    if known and is_same(factor, known[-1]):
        return library
    if len(library.versions) >= MOST_VERSIONS:
        raise Refusal("own.library_full", limit=MOST_VERSIONS)
    version = known[-1].version + 1 if known else 1
    return replace(library, versions=(*library.versions, replace(factor, version=version)))


def without(library: PersonalLibrary, factor_id: str) -> PersonalLibrary:
    """The library without this factor; studies that use it keep their copies.

    Raises:
        Refusal: there is none.
    """
    if library.get(factor_id) is None:
        raise Refusal("own.unknown_id", id=factor_id)
    return replace(library, removed=(*library.removed, factor_id))


def unsound(factor: EmissionFactor) -> str:
    """The code of what no own factor can be; empty if it is one."""
    if factor.layer is Layer.BUNDLED or not factor.id.startswith(f"{factor.layer.value}:"):
        return "own.foreign_id"
    if factor.unit not in UNITS:
        return "own.unknown_unit"
    emitted = (factor.fossil, factor.biogenic_non_co2, factor.land_use_change, factor.aircraft)
    removed = (factor.uptake, factor.land_removals)
    parts = [n for n in (factor.direct, factor.grid_kwh, factor.sigma_ln) if n is not None]
    fine = all(0 <= n < math.inf for n in (*emitted, *parts))
    return "" if fine and all(-math.inf < n <= 0 for n in removed) else "own.bad_number"


def exportable(factors: Iterable[EmissionFactor]) -> tuple[EmissionFactor, ...]:
    """The factors whose values may leave the house: all but licensed ones."""
    return tuple(factor for factor in factors if factor.layer is not Layer.LICENSED)
