"""Carbon content of materials, worked out from formulas; the source of every share is named.

Pure substances follow from their chemical formula and standard atomic weights (IUPAC 2021, abridged);
elements other than carbon hold none by definition. Mixtures whose recipe we cannot know (rubber,
paint, textiles, laminates) are not listed: the user enters their share or it stays unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

ATOMIC_WEIGHTS: dict[str, float] = {
    "C": 12.011,
    "H": 1.008,
    "O": 15.999,
    "N": 14.007,
    "S": 32.06,
    "F": 18.998,
    "Cl": 35.45,
    "Si": 28.085,
    "Li": 6.94,
    "Na": 22.990,
    "Mg": 24.305,
    "K": 39.098,
    "Ca": 40.078,
    "Ba": 137.33,
}


def carbon_share(**atoms: int) -> float:
    """kg of carbon per kg of a substance of this formula."""
    mass = sum(ATOMIC_WEIGHTS[element] * count for element, count in atoms.items())
    return ATOMIC_WEIGHTS["C"] * atoms.get("C", 0) / mass


@dataclass(frozen=True, slots=True)
class CarbonKind:
    """kg of carbon per kg of a material, and where the figure comes from."""

    id: str
    fossil: float
    biogenic: float
    source: str


def _polymer(name: str, formula: str, **atoms: int) -> CarbonKind:
    return CarbonKind(
        name, carbon_share(**atoms), 0.0, f"Stoichiometry of the repeat unit {formula}"
    )


_ELEMENT = "Elemental metal: holds no carbon by definition"
# Quoted from memory of the table, not re-read here; a mill certificate is the better source.
_IPCC = "IPCC 2006 Guidelines, Volume 3, Chapter 4, Table 4.3"

_KINDS: tuple[CarbonKind, ...] = (
    CarbonKind("steel", 0.01, 0.0, f"{_IPCC}: steel"),
    CarbonKind("pig_iron", 0.04, 0.0, f"{_IPCC}: purchased pig iron"),
    *(
        CarbonKind(metal, 0.0, 0.0, _ELEMENT)
        for metal in (
            "aluminium",
            "copper",
            "brass",
            "zinc",
            "magnesium",
            "nickel",
            "tin",
            "lead",
            "titanium",
            "silver",
            "gold",
        )
    ),
    CarbonKind("glass", 0.0, 0.0, "Silicate glass: oxides without carbon"),
    CarbonKind("silica", 0.0, 0.0, "SiO2: no carbon in the formula"),
    CarbonKind(
        "calcium_carbonate",
        12.011 / (40.078 + 12.011 + 3 * 15.999),
        0.0,
        "Stoichiometry of CaCO3",
    ),
    _polymer("pe", "C2H4", C=2, H=4),
    _polymer("pp", "C3H6", C=3, H=6),
    _polymer("ps", "C8H8", C=8, H=8),
    _polymer("pvc", "C2H3Cl, without plasticiser", C=2, H=3, Cl=1),
    _polymer("pet", "C10H8O4", C=10, H=8, O=4),
    _polymer("pbt", "C12H12O4", C=12, H=12, O=4),
    _polymer("pa6", "C6H11NO", C=6, H=11, N=1, O=1),
    _polymer("pa66", "C12H22N2O2", C=12, H=22, N=2, O=2),
    _polymer("pa12", "C12H23NO", C=12, H=23, N=1, O=1),
    _polymer("pc", "C16H14O3", C=16, H=14, O=3),
    _polymer("pom", "CH2O", C=1, H=2, O=1),
    _polymer("pmma", "C5H8O2", C=5, H=8, O=2),
    _polymer("pps", "C6H4S", C=6, H=4, S=1),
    _polymer("peek", "C19H12O3", C=19, H=12, O=3),
    _polymer("ptfe", "C2F4", C=2, F=4),
    _polymer("pvdf", "C2H2F2", C=2, H=2, F=2),
    _polymer("silicone", "C2H6OSi, unfilled", C=2, H=6, O=1, Si=1),
    CarbonKind(
        "cellulose",
        0.0,
        carbon_share(C=6, H=10, O=5),
        "Stoichiometry of cellulose C6H10O5: pulp, paper and board without filler and water",
    ),
    CarbonKind("wood_dry", 0.0, 0.5, "EN 16449:2014, clause 5: half of the mass of dry wood"),
)

CARBON_KINDS: dict[str, CarbonKind] = {kind.id: kind for kind in _KINDS}
