"""Factors proposed for rows that have none; a proposal is marked as one until the user confirms it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, Provenance, RowType
from supplier_pcf.domain.flows import ChosenBy, Material
from supplier_pcf.domain.units import Dimension, dimension_of
from supplier_pcf.factors.guards import BLOCKING, FactorUse, misuse
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.power_mix import electricity_factor
from supplier_pcf.factors.search import Hit, search

_LIKELY = 6.0
_SURE = 10.0
_CLEARLY_AHEAD = 1.5
"""How well a factor must fit the words to be shown, to be proposed, and how far before the next."""

_NAME = re.compile(r"(?=[\w.-]*[A-Za-z])[A-Za-z0-9][\w.-]{2,}|\d\.\d{4}")
"""A designation inside a longer text: DC01 in "SPCC (DC01) 2.0 mm", 1.4301, AlSi9Cu3."""

_WORDS = re.compile(r"[A-Za-z]{2}|[\u4e00-\u9fff]{2}")
"""Enough letters to say something; a bare "20#" fits anything."""

_FUELS: dict[tuple[Carrier, Dimension], str] = {
    (Carrier.NATURAL_GAS, Dimension.VOLUME): "desnz-2025:natural-gas-mineral-m3",
    (Carrier.NATURAL_GAS, Dimension.ENERGY_NET): "desnz-2025:natural-gas-mineral-kwh-net",
    (Carrier.NATURAL_GAS, Dimension.ENERGY_GROSS): "desnz-2025:natural-gas-mineral-kwh-gross",
    (Carrier.DIESEL, Dimension.VOLUME): "desnz-2025:diesel-mineral-l",
    (Carrier.PETROL, Dimension.VOLUME): "desnz-2025:petrol-mineral-l",
    (Carrier.LPG, Dimension.VOLUME): "desnz-2025:lpg-l",
    (Carrier.LPG, Dimension.MASS): "desnz-2025:lpg-kg",
    (Carrier.HEATING_OIL, Dimension.VOLUME): "desnz-2025:gas-oil-l",
}
"""Combustion with supply, by fuel and by what the bill measures; the mineral grades, without a
country's blend of biofuel. A gas bill in plain kWh is not here: it must say gross or net."""


def candidates(material: Material, library: FactorLibrary, place: str, limit: int = 3) -> list[Hit]:
    """The factors that fit this material's words best and may be used for a material at all."""
    says_enough = _WORDS.search(material.designation)
    words = material.designation if says_enough else material.name
    return _likely(words, material, library, place)[:limit]


def proposed(material: Material, library: FactorLibrary, place: str) -> EmissionFactor | None:
    """The one factor that a name in the material's designation points to, clearly before all others."""
    whole = material.designation.strip()
    names = dict.fromkeys([*_NAME.findall(whole), *([whole] if _WORDS.search(whole) else [])])
    found = {}
    for name in names:
        hits = _likely(name, material, library, place)
        ahead = hits[0].score - hits[1].score if len(hits) > 1 else _CLEARLY_AHEAD
        is_sure = bool(hits) and hits[0].score >= _SURE and ahead >= _CLEARLY_AHEAD
        # one figure of one paper is for a person to choose
        if is_sure and hits[0].factor.provenance is not Provenance.SINGLE_VALUE:
            found[hits[0].factor.id] = hits[0].factor
    return next(iter(found.values())) if len(found) == 1 else None


def _likely(words: str, material: Material, library: FactorLibrary, place: str) -> list[Hit]:
    unit = material.amount.unit if material.amount else None
    hits = search(library, words, unit=unit, place=place, limit=15) if words.strip() else []
    return [hit for hit in hits if hit.score >= _LIKELY and _fits(hit.factor)]


def propose_for_materials(
    materials: Iterable[Material], library: FactorLibrary, place: str
) -> Iterator[Material]:
    """The same materials; those without a factor get the proposed one where there is one."""
    for material in materials:
        factor = None
        if material.factor_id is None and material.amount is not None:
            factor = proposed(material, library, place)
        yield material if factor is None else _with(material, factor)


def propose_for_energy(
    use: EnergyUse, library: FactorLibrary, place: str, year: int | None, unit: str
) -> EnergyUse:
    """The same use of energy with the factor of its country or fuel, where there is just one."""
    if use.factor_id is not None:
        return use
    if use.carrier is Carrier.ELECTRICITY:
        factor = electricity_factor(library, place, year)
    else:
        factor = _fuel_factor(library, use.carrier, unit)
    if factor is None:
        return use
    return replace(use, factor_id=factor.id, factor_chosen_by=ChosenBy.IMPORT)


def _fuel_factor(library: FactorLibrary, carrier: Carrier, unit: str) -> EmissionFactor | None:
    measured = dimension_of(unit)
    found = _FUELS.get((carrier, measured)) if measured else None
    return library.get(found) if found else None


def _fits(factor: EmissionFactor) -> bool:
    bad = set(misuse(factor, FactorUse.MATERIAL)) & BLOCKING
    return factor.row_type is RowType.FACTOR and factor.category != "waste" and not bad


def _with(material: Material, factor: EmissionFactor) -> Material:
    return replace(material, factor_id=factor.id, factor_chosen_by=ChosenBy.IMPORT)
