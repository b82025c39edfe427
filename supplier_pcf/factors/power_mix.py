"""Which power a factor stands for, the average mix of a place, and what stands in for a fossil mix."""

from __future__ import annotations

from supplier_pcf.domain.factor import Boundary, EmissionFactor, PowerMix, RowType
from supplier_pcf.domain.places import country_of
from supplier_pcf.factors.library import FactorLibrary

_ELECTRICITY_BOUNDARIES = (
    Boundary.DELIVERED_LIFE_CYCLE,
    Boundary.GENERATION_AND_GRID,
    Boundary.GENERATION_LIFE_CYCLE,
    Boundary.GENERATION,
)
"""Whole life cycle up to the socket first (STANDARDS B.3; ISO 14067 clause 6.4.9.4.1)."""

_MIX_OF_KIND = (
    ("grid mix", PowerMix.CONSUMPTION),
    ("residual", PowerMix.RESIDUAL),
    ("by technology", PowerMix.TECHNOLOGY),
)
"""How the sets name their kinds of power, by the beginning of the name."""

_FOSSIL = {
    "CN": (
        "cn-electricity-footprint:{year}-coal",
        "cn-electricity-footprint:{year}-grid-incl-losses",
    ),
}
"""The most carbon-intensive official power of a country and what brings it to the socket."""
_FOSSIL_YEARS = (2024, 2023)


def mix_of(factor: EmissionFactor) -> PowerMix | None:
    """Which power a factor stands for, as stated or as its set names it; None: not known."""
    if factor.power_mix is not None or factor.category not in ("electricity", ""):
        return factor.power_mix
    kind = factor.subcategory
    return next((mix for start, mix in _MIX_OF_KIND if kind.startswith(start)), None)


def is_fossil(factor: EmissionFactor) -> bool:
    """Whether it may stand for a fossil mix: stated so, or the power that stands in for one here."""
    stand_ins = {main for year in _FOSSIL_YEARS for main, _ in fossil_stand_ins(year)}
    return mix_of(factor) is PowerMix.FOSSIL or factor.id in stand_ins


def fossil_stand_ins(year: int) -> list[tuple[str, str]]:
    """Generation and grid of every country whose authority publishes fossil power, for a year."""
    return [(main.format(year=year), grid.format(year=year)) for main, grid in _FOSSIL.values()]


def fossil_factors(
    library: FactorLibrary, place: str, year: int | None
) -> tuple[EmissionFactor, ...]:
    """What stands in for a fossil mix nobody publishes: generation, and the grid that is added to it.

    Coal power of the authority: conservative, since no fossil mix of the country can be above it.
    """
    ids = _FOSSIL.get(country_of(place))
    if ids is None:
        return ()
    years = sorted(_FOSSIL_YEARS, key=lambda y: y != year)
    for found in ([library.get(part.format(year=y)) for part in ids] for y in years):
        known = tuple(factor for factor in found if factor is not None)
        if len(known) == len(ids):
            return known
    return ()


def electricity_factor(
    library: FactorLibrary, place: str, year: int | None
) -> EmissionFactor | None:
    """The national mix of a place: the best boundary, then the reference year, else the latest."""
    mixes = _mixes_of(library, country_of(place), PowerMix.CONSUMPTION)
    for boundary in _ELECTRICITY_BOUNDARIES:
        found = [f for f in mixes if f.boundary is boundary]
        if found:
            return max(found, key=lambda f: (f.year_to == year, f.year_to or 0, f.id))
    return None


def residual_factor(library: FactorLibrary, place: str, year: int | None) -> EmissionFactor | None:
    """The residual mix of a country, of the reference year or else the latest."""
    found = _mixes_of(library, country_of(place), PowerMix.RESIDUAL)
    return max(found, key=lambda f: (f.year_to == year, f.year_to or 0, f.id), default=None)


def grid_factor(library: FactorLibrary, place: str, year: int | None) -> EmissionFactor | None:
    """What transmission and distribution of a country add to a kilowatt hour, of this year or else the latest."""
    known = _power_of(library, country_of(place))
    found = [f for f in known if f.boundary is Boundary.GRID_ONLY]
    return max(found, key=lambda f: (f.year_to == year, f.year_to or 0, f.id), default=None)


def technologies(library: FactorLibrary, place: str) -> list[EmissionFactor]:
    """The factors of one way of generation of a country."""
    return _mixes_of(library, country_of(place), PowerMix.TECHNOLOGY)


def _mixes_of(library: FactorLibrary, country: str, mix: PowerMix) -> list[EmissionFactor]:
    """The mixes of a whole country."""
    known = _power_of(library, country)
    return [f for f in known if f.category == "electricity" and mix_of(f) is mix]


def _power_of(library: FactorLibrary, country: str) -> list[EmissionFactor]:
    """The factors per kWh of a country; the library is gone through once and remembers them."""
    if not library.power_mixes:
        library.power_mixes[""] = []
        for factor in library:
            if factor.unit == "kWh" and factor.row_type is RowType.FACTOR and factor.place:
                library.power_mixes.setdefault(factor.place, []).append(factor)
    return library.power_mixes.get(country, []) if country else []
