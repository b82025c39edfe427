"""The words for what a factor says about itself, and for why it stands where it does."""

from __future__ import annotations

import math
from collections.abc import Callable

from supplier_pcf.app.choosing import FactorRow
from supplier_pcf.app.favoured import (
    ON_THE_ROW,
    SAME_MATERIAL,
    SAME_SUPPLIER,
    USED_HERE,
    USED_LATELY,
)
from supplier_pcf.domain.factor import (
    Boundary,
    EmissionFactor,
    GwpSet,
    Layer,
    PowerMix,
    ScrapConvention,
)
from supplier_pcf.domain.numbers import NOTHING, significant
from supplier_pcf.domain.places import country_of
from supplier_pcf.gui.widgets.place_words import place_title

Translate = Callable[[str], str]

_SIGNS = {"m3": "m³", "Nm3": "Nm³", "m2": "m²", "cm2": "cm²", "mm2": "mm²", "t.km": "t·km"}


def unit_sign(unit: str) -> str:
    """A unit as it is printed."""
    return _SIGNS.get(unit, unit)


def boundary_title(boundary: Boundary, _: Translate) -> str:
    """Which part of the life cycle is covered."""
    return {
        Boundary.CRADLE_TO_GATE: _("cradle to gate"),
        Boundary.GATE_TO_GATE: _("this process only"),
        Boundary.COMBUSTION: _("burning only"),
        Boundary.COMBUSTION_AND_UPSTREAM: _("burning and supply"),
        Boundary.UPSTREAM: _("supply only"),
        Boundary.WELL_TO_WHEEL: _("well to wheel"),
        Boundary.TANK_TO_WHEEL: _("driving only"),
        Boundary.GENERATION: _("burning in power stations"),
        Boundary.GENERATION_LIFE_CYCLE: _("power stations, life cycle"),
        Boundary.GENERATION_AND_GRID: _("power stations and grid losses"),
        Boundary.DELIVERED_LIFE_CYCLE: _("delivered, life cycle"),
        Boundary.GRID_ONLY: _("grid losses only"),
        Boundary.WASTE_COLLECTION: _("collection only"),
        Boundary.WASTE_TREATMENT: _("treatment of waste"),
        Boundary.SPEND: _("per money spent"),
        Boundary.CHARACTERISATION: _("effect of a gas"),
        Boundary.DIRECT_ONLY: _("direct emissions only"),
    }[boundary]


def gwp_title(gwp_set: GwpSet, _: Translate) -> str:
    """Which values of the IPCC stand behind a figure."""
    return {
        GwpSet.AR4: _("IPCC AR4 (2007)"),
        GwpSet.AR5: _("IPCC AR5 (2013)"),
        GwpSet.AR6: _("IPCC AR6 (2021)"),
        GwpSet.MIXED: _("mixed"),
        GwpSet.CO2_ONLY: _("CO₂ only"),
        GwpSet.UNKNOWN: _("not stated by the source"),
    }[gwp_set]


def power_title(mix: PowerMix, _: Translate) -> str:
    """Which power a factor of electricity stands for."""
    return {
        PowerMix.CONSUMPTION: _("average mix: all power of the place"),
        PowerMix.RESIDUAL: _("residual mix: without claimed power"),
        PowerMix.FOSSIL: _("fossil mix"),
        PowerMix.TECHNOLOGY: _("one way of generation"),
        PowerMix.SUPPLIER: _("whole mix of a supplier"),
    }[mix]


def scrap_title(convention: ScrapConvention, _: Translate) -> str:
    """What a factor does with scrap."""
    return {
        ScrapConvention.CUT_OFF: _("enters free of burden (cut-off)"),
        ScrapConvention.BURDENED: _("enters with a burden"),
        ScrapConvention.CREDITED: _("a recycling credit is inside"),
        ScrapConvention.NOT_STATED: _("not stated"),
    }[convention]


def layer_title(layer: Layer, _: Translate) -> str:
    """Who brought the factor."""
    return {
        Layer.BUNDLED: _("comes with the program"),
        Layer.OWN: _("entered by you"),
        Layer.SUPPLIER: _("from a supplier"),
        Layer.LICENSED: _("licensed data"),
    }[layer]


def years_title(factor: EmissionFactor) -> str:
    """The years the data are of."""
    years = dict.fromkeys(y for y in (factor.year_from, factor.year_to) if y is not None)
    return "–".join(str(year) for year in years) or NOTHING


def value_title(factor: EmissionFactor, language: str) -> str:
    """The figure with its unit."""
    return f"{significant(factor.kg_co2e, language)} kg CO₂e/{unit_sign(factor.unit)}"


def spread_title(factor: EmissionFactor, language: str, _: Translate) -> str:
    """Between which figures the true one lies, 95 times of 100."""
    if factor.sigma_ln is None:
        return _("not stated")
    reach = math.exp(1.96 * factor.sigma_ln)
    text = {
        "judgement": _("{low} to {high} kg CO₂e/{unit} (95 %, our judgement)"),
        "published_interval": _("{low} to {high} kg CO₂e/{unit} (95 %, published)"),
    }.get(factor.sigma_origin, _("{low} to {high} kg CO₂e/{unit} (95 %)"))
    return text.format(
        low=significant(factor.kg_co2e / reach, language),
        high=significant(factor.kg_co2e * reach, language),
        unit=unit_sign(factor.unit),
    )


def reason_title(row: FactorRow, site: str, has_own_place: bool, _: Translate) -> str:
    """Why a factor stands where it does, in a few words; whether another is for the site's place."""
    if row.blocked:
        return blocked_title(row.blocked, _)
    parts = [_near_title(row, _), _of_place(row, site, has_own_place, _)]
    if "material_near" in row.reasons:
        parts.insert(0, _("another material"))
    if "old_data" in row.reasons:
        parts.append(_("old data"))
    parts += [_warning_title(code, _) for code in row.warnings]
    return ", ".join(part for part in parts if part)


def _near_title(row: FactorRow, _: Translate) -> str:
    titles = {
        SAME_SUPPLIER: _("from this supplier"),
        SAME_MATERIAL: _("on a row of this material"),
        ON_THE_ROW: _("on this row now"),
        USED_HERE: _("used in this study"),
        USED_LATELY: _("chosen lately"),
    }
    return next((titles[code] for code in row.reasons if code in titles), "")


def _of_place(row: FactorRow, site: str, has_own_place: bool, _: Translate) -> str:
    here = place_title(country_of(site) or site, _)
    there = place_title(row.factor.place, _)
    if "place_exact" in row.reasons:
        return _("for {place}").format(place=there)
    if "place_region" in row.reasons:
        return _("{place}, with {site} in it").format(place=there, site=here)
    if "place_global" in row.reasons:
        text = _("world average") if has_own_place else _("no factor for {site}: world average")
        return text.format(site=here)
    if "place_other" in row.reasons:
        text = _("not for {site}") if has_own_place else _("no factor for {site}: {place}")
        return text.format(site=here, place=there)
    return ""


def _warning_title(code: str, _: Translate) -> str:
    return {
        "factor.spend_only": _("per money, for screening only"),
        "factor.co2_only_fuel": _("CO₂ of burning only"),
        "factor.co2_only_grid": _("CO₂ of power stations only"),
        "factor.co2_only": _("CO₂ only"),
        "factor.no_upstream": _("supply is missing"),
        "factor.no_grid_losses": _("grid losses are missing"),
    }.get(code, "")


def blocked_title(code: str, _: Translate) -> str:
    """Why a factor cannot be chosen, in a few words; the whole sentence is in `words`."""
    return {
        "factor.unit_mismatch": _("another kind of unit"),
        "factor.heating_value": _("on another heating value (net or gross)"),
        "factor.inventory_only": _("for a plant's inventory only"),
        "factor.provincial_electricity": _("a province, for a plant's inventory only"),
        "factor.radiative_forcing": _("with high-altitude effects"),
        "factor.process_on_material": _("a process, no material"),
        "factor.gwp_only": _("the effect of a gas set free"),
        "factor.bound_only": _("a default for customs, no factor"),
        "factor.activity_default": _("a typical consumption, no factor"),
        "factor.do_not_sum": _("must not enter a footprint"),
        "factor.grid_only": _("covers grid losses only"),
        "factor.upstream_only": _("covers the supply only"),
        "factor.collection_only": _("covers collection only"),
        "factor.collection_for_burning": _("covers collection only"),
    }.get(code, _("covers something else"))
