"""What a factor must not be used for, as codes; the checks decide how heavy each one weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from supplier_pcf.domain.factor import Boundary, EmissionFactor, GwpSet, RowType
from supplier_pcf.domain.places import country_of
from supplier_pcf.domain.units import dimension_of


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
    """Treated: burnt, dumped, composted."""
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
    FactorUse.PACKAGING: _GOODS,
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

IPCC_REPORTS = frozenset({GwpSet.AR4, GwpSet.AR5, GwpSet.AR6})
"""The reports a factor may rest on; the other members of `GwpSet` name none."""

BLOCKING = frozenset(
    {
        "factor.unit_mismatch",
        "factor.inventory_only",
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
    if measured is None or measured is not dimension_of(factor.unit):
        yield "factor.unit_mismatch"


def _by_row_type(factor: EmissionFactor, use: FactorUse) -> Iterator[str]:
    if factor.row_type in _ROW_CODES:
        yield _ROW_CODES[factor.row_type]
    if factor.row_type is RowType.GWP and use is not FactorUse.DIRECT_EMISSION:
        yield "factor.gwp_only"
    if factor.radiative_forcing:
        yield "factor.do_not_sum"
    if _is_collection(factor) and use is not FactorUse.WASTE_RECYCLING:
        yield "factor.collection_only"


def _is_collection(factor: EmissionFactor) -> bool:
    is_row = factor.row_type is RowType.EOL_TRANSPORT
    return is_row or factor.boundary is Boundary.WASTE_COLLECTION


def _by_boundary(factor: EmissionFactor, use: FactorUse) -> Iterator[str]:
    if factor.boundary not in FITTING[use]:
        yield _UNFIT.get(factor.boundary, "factor.boundary_unfit")
        return
    lacks = _LACKS.get(factor.boundary, ())
    if use is FactorUse.HEAT:
        lacks = tuple(code for code in lacks if code != "factor.no_grid_losses")
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


def _is_chinese_electricity(factor: EmissionFactor) -> bool:
    return factor.category == "electricity" and country_of(factor.place) == "CN"


def _is_co2_only(factor: EmissionFactor) -> bool:
    return factor.gwp_set is GwpSet.CO2_ONLY
