"""CO2e from masses of gas, for the IPCC report that is asked for: AR4, AR5 or AR6, over 100 years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from supplier_pcf.domain.factor import EmissionFactor, Gases, GwpSet


class Gwp100(NamedTuple):
    """What one kg of each gas counts in kg CO2; biogenic CO2 counts nothing, net of its uptake."""

    ch4_fossil: float
    ch4_biogenic: float
    n2o: float


GWP100: dict[GwpSet, Gwp100] = {
    # IPCC 2007, WG1, table 2.14
    GwpSet.AR4: Gwp100(25.0, 25.0, 298.0),
    # IPCC 2013, WG1, table 8.A.1; one value for all methane, as DESNZ and EPA use it
    GwpSet.AR5: Gwp100(28.0, 28.0, 265.0),
    # IPCC 2021, WG1, table 7.15
    GwpSet.AR6: Gwp100(29.8, 27.0, 273.0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GasTerm:
    """One line of the sum: so much of a gas, times what it counts."""

    gas: str
    """A field of `Gases`."""
    mass: float
    gwp: float

    @property
    def kg_co2e(self) -> float:
        """What this gas adds to the figure."""
        return self.mass * self.gwp


@dataclass(frozen=True, slots=True, kw_only=True)
class FromGases:
    """How a figure is made up of its gases, and what its publisher gives as CO2e alone."""

    gwp_set: GwpSet
    terms: tuple[GasTerm, ...]
    rest: float
    """kg CO2e whose gases are not published: supply of a fuel, other gases, replaceable electricity."""

    @property
    def kg_co2e(self) -> float:
        """The whole figure."""
        return sum(term.kg_co2e for term in self.terms) + self.rest


def from_gases(factor: EmissionFactor, gwp_set: GwpSet) -> FromGases | None:
    """The factor's figure on another report, gas by gas; nothing where it does not tell its gases.

    The part whose gases are not published stays as it is: it cannot be taken apart.
    """
    if factor.gases is None or factor.gwp_set not in GWP100 or gwp_set not in GWP100:
        return None
    published = _terms(factor.gases, factor.gwp_set)
    if not published:
        return None
    rest = factor.kg_co2e - sum(term.kg_co2e for term in published)
    return FromGases(gwp_set=gwp_set, terms=_terms(factor.gases, gwp_set), rest=rest)


def on(factor: EmissionFactor, gwp_set: GwpSet) -> EmissionFactor | None:
    """The same factor with its CO2e recomputed from its gases; nothing where that cannot be done.

    The direct part moves with the whole, the upstream part stays; the spread stays in proportion.
    """
    if factor.gwp_set is gwp_set:
        return factor
    parts = from_gases(factor, gwp_set)
    if parts is None:
        return None
    change = parts.kg_co2e - factor.kg_co2e
    bucket = _bucket_of_gases(factor)
    return replace(
        factor,
        gwp_set=gwp_set,
        direct=None if factor.direct is None else factor.direct + change,
        **{bucket: getattr(factor, bucket) + change},
    )


def _terms(gases: Gases, gwp_set: GwpSet) -> tuple[GasTerm, ...]:
    counts = GWP100[gwp_set]
    weights = {"co2_fossil": 1.0, **counts._asdict()}
    masses = gases._asdict()
    return tuple(
        GasTerm(gas=gas, mass=masses[gas], gwp=gwp) for gas, gwp in weights.items() if masses[gas]
    )


def _bucket_of_gases(factor: EmissionFactor) -> str:
    """Where the gases of a factor are counted: burnt biomass and flights have buckets of their own."""
    if factor.biogenic_non_co2 and not (factor.gases and factor.gases.co2_fossil):
        return "biogenic_non_co2"
    return "aircraft" if factor.aircraft and not factor.fossil else "fossil"
