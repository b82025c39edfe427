"""The footprint with the average mix of every place beside the footprint as it is (STANDARDS B.3, step 5)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.factor import Boundary, EmissionFactor, PowerMix
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import UnitMismatch, ratio
from supplier_pcf.engine.electricity import is_power, supplies, whole_factor
from supplier_pcf.engine.lines import Lines
from supplier_pcf.engine.result import FlowResult, LocationLack, LocationLine, PowerResult
from supplier_pcf.factors.library import FactorLibrary, own_first
from supplier_pcf.factors.power_mix import electricity_factor, mix_of


def power_result(run: Lines, lines: Sequence[FlowResult], whole: float) -> PowerResult:
    """Both results in kg CO2e per declared unit; only lines of electricity are counted again.

    All power is, what is made on site or contracted as well: by location nobody owns power.

    Args:
        run: the run that made the lines.
        lines: every line, in the order of the study.
        whole: the footprint without biogenic uptake.
    """
    power = list(_power_lines(run.study, lines))
    market = math.fsum(line.kg_co2e for _, line in power)
    found = tuple(_locations(run, power))
    known = [line.kg_co2e for line in found if line.kg_co2e is not None]
    location_power = math.fsum(known) if len(known) == len(found) else None
    location = None
    if location_power is not None:
        others = [-line.kg_co2e for _, line in power]
        location = math.fsum([whole, *others, *known])
    return PowerResult(
        market=whole,
        location=location,
        market_power=market,
        location_power=location_power,
        lines=found,
    )


def _power_lines(
    study: Study, lines: Sequence[FlowResult]
) -> Iterator[tuple[EnergyUse, FlowResult]]:
    start = len(study.materials)
    for use, line in zip(study.energy_uses, lines[start:], strict=False):
        if line.counted and is_power(use):
            yield use, line


def _locations(run: Lines, power: Sequence[tuple[EnergyUse, FlowResult]]) -> Iterator[LocationLine]:
    heads = supplies(run.study.energy_uses)
    for use, line in power:
        yield _location(run, heads.get(use.id, use), line)


def _location(run: Lines, supply: EnergyUse, line: FlowResult) -> LocationLine:
    """One line with the mix chosen for its site, else with that of its own supply, else its country's."""
    site = run.study.site(supply.site_id)
    own = run.factor(supply.factor_id)
    is_own = own is not None and mix_of(own) is PowerMix.CONSUMPTION
    mix = own if is_own and (site is None or site.location_factor_id is None) else None
    if mix is None and site is not None:
        mix = average_mix(run.study, site, run.library)
    if mix is None:
        lack = LocationLack.NO_PLACE if site is None or not site.place else LocationLack.NO_MIX
        return LocationLine(line.id, None, None, lack)
    try:
        made = whole_factor(mix, _added(run, supply, is_own and mix is own), supply.loss_share)
        per_unit = mix.kg_co2e if made is None else made.buckets.excluding_uptake
        kg = (line.amount or 0.0) * ratio(line.unit, mix.unit) * per_unit
    except UnitMismatch:
        return LocationLine(line.id, mix.id, None, LocationLack.UNIT_MISMATCH)
    told = made if made is not None and (made.loss_share or len(made.parts) > 1) else None
    return LocationLine(line.id, mix.id, kg, None, told)


def _added(run: Lines, supply: EnergyUse, is_own: bool) -> list[EmissionFactor]:
    """What is added to the mix: all of the supply's own, of another one only the grid."""
    found = (run.factor(factor_id) for factor_id in supply.added_factor_ids)
    return [f for f in found if f is not None and (is_own or f.boundary is Boundary.GRID_ONLY)]


def average_mix(study: Study, site: Site, library: FactorLibrary) -> EmissionFactor | None:
    """The average mix of a site: as chosen there, else the one of its country and of the period's year."""
    chosen = factor_of(study, library, site.location_factor_id)
    return chosen or electricity_factor(library, site.place, last_year(study))


def factor_of(study: Study, library: FactorLibrary, factor_id: str | None) -> EmissionFactor | None:
    """The factor of this id, the study's own first."""
    return own_first(study.factors, library)(factor_id)


def last_year(study: Study) -> int | None:
    """The year the reference period ends in."""
    return study.period.end.year if study.period.end else None
