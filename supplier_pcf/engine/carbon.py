"""Carbon in the product and its packaging, and the uptake that follows from it (STANDARDS D.14)."""

from __future__ import annotations

import math
from collections.abc import Iterable

from supplier_pcf.domain.carbon import CARBON_KINDS
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import Material, Packaging
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.recycling import entered_share
from supplier_pcf.engine.result import CarbonContent, NotCounted

Carbon = tuple[float | None, float | None]
"""kg of fossil and of biogenic carbon; None where unknown."""

CarbonLine = tuple[float | None, float | None, float | None]
"""kg of fossil and of biogenic carbon of one material, and the recycled share of them."""


def known_carbon(material: Material, kg: float | None) -> Carbon:
    """Kg of carbon in this much of a material, by what it says of itself: entered, else by kind."""
    kind = CARBON_KINDS.get(material.carbon_kind or "")
    fossil, biogenic = material.fossil_carbon_share, material.biogenic_carbon_share
    if kind is not None:
        fossil = kind.fossil if fossil is None else fossil
        biogenic = kind.biogenic if biogenic is None else biogenic
    if kg is not None and fossil is not None and biogenic is not None:
        return kg * fossil if fossil else 0.0, kg * biogenic if biogenic else 0.0
    return _times(kg, fossil), _times(kg, biogenic)


def carbon_with_factor(
    known: Carbon, factor: EmissionFactor | None, amount: float | None
) -> Carbon:
    """The same, completed by what the factor says of `amount` units; fossil alone means no biogenic."""
    fossil, biogenic = known
    if factor is not None:
        fossil = _first(fossil, _times(amount, factor.fossil_carbon))
        biogenic = _first(biogenic, _times(amount, _biogenic_of(factor)))
    return fossil, 0.0 if biogenic is None and fossil is not None else biogenic


def _first(one: float | None, other: float | None) -> float | None:
    return other if one is None else one


def _biogenic_of(factor: EmissionFactor) -> float | None:
    """kg of biogenic carbon per unit: stated, or what the stated uptake stands for (12/44)."""
    if factor.biogenic_carbon is not None:
        return factor.biogenic_carbon
    return -factor.uptake * 12 / 44 if factor.uptake else None


def packaging_share(packaging: Packaging) -> float:
    """kg of biogenic carbon per kg of packaging; 0 where nothing says otherwise."""
    if packaging.biogenic_carbon_share is not None:
        return packaging.biogenic_carbon_share
    kind = CARBON_KINDS.get(packaging.carbon_kind or "")
    return kind.biogenic if kind else 0.0


def packaging_fossil_share(packaging: Packaging) -> float:
    """kg of fossil carbon per kg of packaging; 0 where nothing says otherwise."""
    if packaging.fossil_carbon_share is not None:
        return packaging.fossil_carbon_share
    kind = CARBON_KINDS.get(packaging.carbon_kind or "")
    return kind.fossil if kind else 0.0


def in_product(material: Material, amounts: Amounts) -> bool:
    """Whether this line's mass leaves with the product and is counted by itself; what is left out is not."""
    if material.is_auxiliary or material.exclusion is not None:
        return False
    reason = amounts.places[material.id].not_counted
    return reason is None or reason not in (
        NotCounted.ASSEMBLY,
        NotCounted.CLOSED_BY_PARENT,
        NotCounted.CIRCULAR,
    )


def carbon_content(
    lines: Iterable[CarbonLine], packaging: float, packaging_fossil: float
) -> CarbonContent:
    """The carbon of the product in kg; a total is None as soon as one material's part is unknown."""
    listed = tuple(lines)
    return CarbonContent(
        fossil=_sum([fossil for fossil, _, _ in listed]),
        biogenic=_sum([biogenic for _, biogenic, _ in listed]),
        recycled=_sum([_times(_plus(f, b), share) for f, b, share in listed]),
        packaging_biogenic=packaging,
        packaging_fossil=packaging_fossil,
    )


def recycled_share(material: Material) -> float | None:
    """The recycled part of a material's carbon: entered, else its recycled content by mass."""
    if material.recycled_carbon_share is not None:
        return material.recycled_carbon_share
    return entered_share(material)


def _times(mass: float | None, share: float | None) -> float | None:
    return 0.0 if share == 0 else None if mass is None or share is None else mass * share


def _plus(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _sum(parts: list[float | None]) -> float | None:
    known = [p for p in parts if p is not None]
    return math.fsum(known) if known and len(known) == len(parts) else None
