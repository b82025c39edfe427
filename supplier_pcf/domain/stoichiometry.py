"""Gas set free on site: carbonates and carbon to CO2, and gas that was used and not recovered.

Formulas of STANDARDS D.5; masses in any one unit, shares 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from supplier_pcf.domain.buckets import CO2_PER_CARBON
from supplier_pcf.domain.carbon import ATOMIC_WEIGHTS


def molar_mass(**atoms: int) -> float:
    """g per mol of a substance of this formula, from standard atomic weights (IUPAC 2021, abridged)."""
    return sum(ATOMIC_WEIGHTS[element] * count for element, count in atoms.items())


def co2_share(**atoms: int) -> float:
    """kg CO2 in one kg of a carbonate: its carbon atoms times M(CO2) over its own molar mass."""
    return atoms.get("C", 0) * molar_mass(C=1, O=2) / molar_mass(**atoms)


@dataclass(frozen=True, slots=True)
class Carbonate:
    """A carbonate by its id and formula, and how much CO2 one kg of it holds."""

    id: str
    formula: str
    co2: float


CARBONATES: dict[str, Carbonate] = {
    found.id: found
    for found in (
        Carbonate("calcium_carbonate", "CaCO3", co2_share(Ca=1, C=1, O=3)),
        Carbonate("magnesium_carbonate", "MgCO3", co2_share(Mg=1, C=1, O=3)),
        Carbonate("dolomite", "CaMg(CO3)2", co2_share(Ca=1, Mg=1, C=2, O=6)),
        Carbonate("sodium_carbonate", "Na2CO3", co2_share(Na=2, C=1, O=3)),
        Carbonate("potassium_carbonate", "K2CO3", co2_share(K=2, C=1, O=3)),
        Carbonate("lithium_carbonate", "Li2CO3", co2_share(Li=2, C=1, O=3)),
        Carbonate("barium_carbonate", "BaCO3", co2_share(Ba=1, C=1, O=3)),
    )
}
"""Pure substances; what a raw material holds of them is part of the share that reacts."""


def co2_of_carbonate(mass: float, carbonate: Carbonate, reacted: float = 1.0) -> float:
    """E = M x EF x F: mass, CO2 in the carbonate, share that reacts (as 40 CFR 98.213, equation U-1)."""
    return mass * carbonate.co2 * reacted


def co2_of_carbon(mass: float, carbon_share: float, oxidised: float = 1.0) -> float:
    """E = AD x C x 44/12 x OxF: mass, its carbon content, the share of the carbon that is oxidised."""
    return mass * carbon_share * CO2_PER_CARBON * oxidised


def set_free(used: float, recovered: float = 0.0) -> float:
    """A gas used or refilled, less what was recovered: the yearly refill of a circuit is its leak."""
    return used - recovered


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """How a substance becomes fossil CO2: as a named carbonate, or by its carbon content."""

    carbonate: str = ""
    """Key of `CARBONATES`."""
    carbon_share: float | None = None
    """kg of carbon per kg, by the analysis or the data sheet."""
    converted: float = 1.0
    """Share that reacts or is oxidised, 0 to 1; purity of the substance included."""

    @property
    def co2_per_kg(self) -> float | None:
        """kg CO2 from one kg of the substance; None where that is not said, or said twice."""
        if not 0 <= self.converted <= 1 or bool(self.carbonate) is (self.carbon_share is not None):
            return None
        if self.carbon_share is not None:
            possible = 0 <= self.carbon_share <= 1
            return co2_of_carbon(1.0, self.carbon_share, self.converted) if possible else None
        found = CARBONATES.get(self.carbonate)
        return None if found is None else co2_of_carbonate(1.0, found, self.converted)

    @property
    def formula(self) -> str:
        """What a verifier reckons with: the formula of the carbonate, or the way of the carbon."""
        found = CARBONATES.get(self.carbonate)
        what = f"{self.carbon_share} C x 44/12" if found is None else f"{found.formula} -> CO2"
        return f"{what} x {self.converted:g}"
