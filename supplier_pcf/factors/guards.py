"""What a factor must not be used for, as codes; the checks decide how heavy each one weighs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from supplier_pcf.domain.factor import (
    Boundary,
    EmissionFactor,
    GwpSet,
    Layer,
    RowType,
    ScrapConvention,
)
from supplier_pcf.domain.places import country_of
from supplier_pcf.domain.units import Dimension, dimension_of


class FactorUse(StrEnum):
    """What a factor is multiplied with."""

    MATERIAL = "material"
    ELECTRICITY = "electricity"
    FUEL = "fuel"
    HEAT = "heat"
    DIRECT_EMISSION = "direct_emission"
    PROCESS = "process"
    PACKAGING = "packaging"
    TRANSPORT = "transport"
    WASTE = "waste"
    """Treated: dumped, composted, or in a way that is not said."""
    WASTE_BURNING = "waste_burning"
    """Burnt, with or without use of the heat."""
    WASTE_BURNING_APART = "waste_burning_apart"
    """Burnt, and the CO2 of its carbon is counted beside the factor."""
    WASTE_RECYCLING = "waste_recycling"
    """Handed on to a recycler: under the cut-off rule collection and sorting are all."""
    CO_PRODUCT = "co_product"


_GOODS = frozenset({Boundary.CRADLE_TO_GATE, Boundary.SPEND, Boundary.DIRECT_ONLY})
_POWER = frozenset(
    {
        Boundary.DELIVERED_LIFE_CYCLE,
        Boundary.GENERATION_LIFE_CYCLE,
        Boundary.GENERATION_AND_GRID,
        Boundary.GENERATION,
    }
)
_WASTE = frozenset({Boundary.WASTE_TREATMENT, Boundary.WASTE_COLLECTION, Boundary.SPEND})

FITTING: dict[FactorUse, frozenset[Boundary]] = {
    FactorUse.MATERIAL: _GOODS,
    # Washing of boxes is often known as the kWh it takes.
    FactorUse.PACKAGING: _GOODS | _POWER,
    # A bought process is often declared as the kWh it takes for a part.
    FactorUse.PROCESS: _GOODS | _POWER | {Boundary.GATE_TO_GATE},
    FactorUse.ELECTRICITY: _POWER,
    FactorUse.FUEL: frozenset({Boundary.COMBUSTION_AND_UPSTREAM, Boundary.COMBUSTION}),
    FactorUse.HEAT: frozenset(
        {
            Boundary.DELIVERED_LIFE_CYCLE,
            Boundary.GENERATION_LIFE_CYCLE,
            Boundary.COMBUSTION_AND_UPSTREAM,
            Boundary.COMBUSTION,
        }
    ),
    FactorUse.DIRECT_EMISSION: frozenset({Boundary.CHARACTERISATION}),
    FactorUse.TRANSPORT: frozenset(
        {
            Boundary.WELL_TO_WHEEL,
            Boundary.TANK_TO_WHEEL,
            Boundary.COMBUSTION_AND_UPSTREAM,
            Boundary.COMBUSTION,
            Boundary.SPEND,
        }
    ),
    FactorUse.WASTE: _WASTE,
    FactorUse.WASTE_BURNING: _WASTE,
    FactorUse.WASTE_BURNING_APART: _WASTE,
    FactorUse.WASTE_RECYCLING: _WASTE,
    FactorUse.CO_PRODUCT: frozenset(),
}
"""Which boundaries may stand behind a use at all; what they still lack is said besides."""

_ROW_CODES = {
    RowType.SPEND: "factor.spend_only",
    RowType.COMBUSTION_CO2_ONLY: "factor.co2_only_fuel",
    RowType.CO2_ONLY_INVENTORY: "factor.inventory_only",
    RowType.BOUND_ONLY: "factor.bound_only",
    RowType.ACTIVITY_DEFAULT: "factor.activity_default",
    RowType.DO_NOT_SUM: "factor.do_not_sum",
}

_LACKS = {
    Boundary.GENERATION: ("factor.no_upstream", "factor.no_grid_losses"),
    Boundary.GENERATION_AND_GRID: ("factor.no_upstream",),
    Boundary.GENERATION_LIFE_CYCLE: ("factor.no_grid_losses",),
    Boundary.COMBUSTION: ("factor.no_upstream",),
    Boundary.TANK_TO_WHEEL: ("factor.no_upstream",),
}

_UNFIT = {
    Boundary.GRID_ONLY: "factor.grid_only",
    Boundary.UPSTREAM: "factor.upstream_only",
}

_GOODS_USES = frozenset({FactorUse.MATERIAL, FactorUse.PACKAGING})

_HEATS = frozenset({Dimension.ENERGY, Dimension.ENERGY_NET, Dimension.ENERGY_GROSS})
"""Units of heat: plain, on the net and on the gross heating value. None converts into another."""

IPCC_REPORTS = frozenset({GwpSet.AR4, GwpSet.AR5, GwpSet.AR6})
"""The reports a factor may rest on; the other members of `GwpSet` name none."""

BLOCKING = frozenset(
    {
        "factor.unit_mismatch",
        "factor.heating_value",
        "factor.inventory_only",
        "factor.provincial_electricity",
        "factor.radiative_forcing",
        "factor.process_on_material",
        "factor.collection_for_burning",
        "factor.gwp_only",
        "factor.bound_only",
        "factor.activity_default",
        "factor.do_not_sum",
        "factor.grid_only",
        "factor.upstream_only",
        "factor.collection_only",
        "factor.boundary_unfit",
    }
)
"""Codes of uses that give a wrong number, whatever is written beside it; the rest need a word."""


def misuse(factor: EmissionFactor, use: FactorUse, unit: str | None = None) -> list[str]:
    """What speaks against this use of a factor, the gravest first; empty if nothing does.

    `unit` is that of the amount the factor is multiplied with.
    """
    codes = [*_by_unit(factor, unit), *_by_row_type(factor, use), *_by_boundary(factor, use)]
    return list(dict.fromkeys(codes))


def _by_unit(factor: EmissionFactor, unit: str | None) -> Iterator[str]:
    if unit is None:
        return
    measured = dimension_of(unit)
    if heating_values_differ(unit, factor.unit):
        yield "factor.heating_value"
    elif measured is None or measured is not dimension_of(factor.unit):
        yield "factor.unit_mismatch"


def heating_values_differ(unit: str, factor_unit: str) -> bool:
    """Whether both measure heat, but not on the same heating value."""
    found = {dimension_of(unit), dimension_of(factor_unit)}
    return len(found) > 1 and found <= _HEATS


def _by_row_type(factor: EmissionFactor, use: FactorUse) -> Iterator[str]:
    if factor.radiative_forcing:
        yield "factor.radiative_forcing"
    elif _is_provincial(factor):
        yield "factor.provincial_electricity"
    elif factor.row_type in _ROW_CODES:
        yield _ROW_CODES[factor.row_type]
    if factor.row_type is RowType.GWP and use is not FactorUse.DIRECT_EMISSION:
        yield "factor.gwp_only"
    if _is_collection(factor) and use not in _COLLECTION_IS_ENOUGH:
        is_burnt = use is FactorUse.WASTE_BURNING
        yield "factor.collection_for_burning" if is_burnt else "factor.collection_only"
    if _is_co2_only(factor) and factor.row_type is RowType.FACTOR:
        is_power = factor.category == "electricity" or use is FactorUse.ELECTRICITY
        yield "factor.co2_only_grid" if is_power else "factor.co2_only"


_COLLECTION_IS_ENOUGH = frozenset({FactorUse.WASTE_RECYCLING, FactorUse.WASTE_BURNING_APART})
"""Uses whose treatment is nothing, or is counted beside the factor."""


def _is_provincial(factor: EmissionFactor) -> bool:
    """Of a part of China: such figures exist as CO2 of the power stations only."""
    is_part = _is_chinese_electricity(factor) and factor.place != "CN"
    return is_part and _is_co2_only(factor)


def _is_collection(factor: EmissionFactor) -> bool:
    is_row = factor.row_type is RowType.EOL_TRANSPORT
    return is_row or factor.boundary is Boundary.WASTE_COLLECTION


def _by_boundary(factor: EmissionFactor, use: FactorUse) -> Iterator[str]:
    if factor.boundary not in FITTING[use]:
        is_step = factor.boundary is Boundary.GATE_TO_GATE and use in _GOODS_USES
        code = "factor.process_on_material" if is_step else "factor.boundary_unfit"
        yield _UNFIT.get(factor.boundary, code)
        return
    if factor.row_type is RowType.CO2_ONLY_INVENTORY:
        return
    said = set()
    if use is FactorUse.HEAT:
        said.add("factor.no_grid_losses")
    if _is_co2_only(factor) and factor.category == "electricity":
        said.add("factor.no_upstream")
    lacks = (code for code in _LACKS.get(factor.boundary, ()) if code not in said)
    yield from lacks


def families(factors: Iterable[EmissionFactor]) -> list[str]:
    """What must not stand side by side in one footprint, as codes."""
    used = list(factors)
    codes = []
    chinese = {_is_co2_only(factor) for factor in used if _is_chinese_electricity(factor)}
    if len(chinese) > 1:
        codes.append("factors.mixed_china_electricity")
    stated = {factor.gwp_set for factor in used} & IPCC_REPORTS
    if len(stated) > 1:
        codes.append("factors.mixed_gwp_sets")
    if any(factor.gwp_set in (GwpSet.UNKNOWN, GwpSet.MIXED) for factor in used):
        codes.append("factors.gwp_set_not_stated")
    return codes


def grid_sources(factors: Iterable[EmissionFactor]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The countries whose power is counted by Ember, and those by the authority, in order."""
    ember, official = set(), set()
    for factor in factors:
        if factor.category == "electricity" and factor.row_type is RowType.FACTOR:
            if factor.publisher.startswith("Ember"):
                ember.add(country_of(factor.place))
            elif factor.layer is Layer.BUNDLED:
                official.add(country_of(factor.place))
    return tuple(sorted(ember)), tuple(sorted(official))


_LIGHT_METALS = ("aluminium", "aluminum", "magnesium", "铝", "镁")
_NOT_PRIMARY = (
    "recycled", "secondary", "closed-loop", "scrap", "re-used", "alumina", "oxide", "hydroxide",
    "sulfate", "再生",
)  # fmt: skip
_PRIMARY = ("primary", "sheet", "aluminium extrusion")
"""Words of metal from ore, or mostly so, whatever share of scrap is named beside it."""


def is_primary_light_metal_from_elsewhere(factor: EmissionFactor) -> bool:
    """Aluminium or magnesium from ore, or mostly so, of a place that is not China.

    Chinese metal takes coal power: two to five times the figures of other places.
    """
    is_plain = factor.row_type is RowType.FACTOR and factor.layer is not Layer.SUPPLIER
    if not is_plain or factor.category == "waste" or country_of(factor.place) == "CN":
        return False
    names = f"{factor.name} {factor.name_zh}".casefold()
    if not any(metal in names for metal in _LIGHT_METALS):
        return False
    is_primary = any(word in names for word in _PRIMARY)
    return is_primary or not any(word in names for word in _NOT_PRIMARY)


_CREDIT = re.compile(
    r"(?<!without )(?<!excluding )\b(with|incl\.|including) (end.of.life )?recycling\b"
    r"|\bmodule d\b|(?<!without )(?<!no )\brecycling credit|含回收",
    re.IGNORECASE,
)


def names_a_recycling_credit(factor: EmissionFactor) -> bool:
    """Whether a figure that does not state its scrap rule is called one "with recycling"."""
    if factor.scrap_convention is not ScrapConvention.NOT_STATED:
        return False
    if factor.layer is Layer.BUNDLED:
        return False
    said = f"{factor.name} {factor.technology} {factor.document} {factor.table} {factor.note}"
    return _CREDIT.search(said) is not None


def _is_chinese_electricity(factor: EmissionFactor) -> bool:
    return factor.category == "electricity" and country_of(factor.place) == "CN"


def _is_co2_only(factor: EmissionFactor) -> bool:
    return factor.gwp_set is GwpSet.CO2_ONLY
