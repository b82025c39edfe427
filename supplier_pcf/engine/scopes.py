"""Scope 1, 2 and 3 of a footprint and of the plant, from the parts of each factor (ISO 14064-1; STANDARDS A.4).

Own burning and gases set free are scope 1, generation of bought power and heat is scope 2, supply, grid
losses and all that others do are scope 3. A figure that its publisher does not split stays apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from supplier_pcf.domain.energy import Carrier, DirectEmission, ElectricitySource, EnergyUse
from supplier_pcf.domain.factor import Boundary, EmissionFactor, RowType
from supplier_pcf.domain.flows import Flow
from supplier_pcf.domain.places import country_of
from supplier_pcf.domain.plant import plant_flows
from supplier_pcf.domain.site import Meter, MeterPart, MeterPartKind, Site
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.transport import Transport, TransportPurpose
from supplier_pcf.domain.units import UnitMismatch, ratio
from supplier_pcf.engine.lines import Lines
from supplier_pcf.engine.plant import whole_plant
from supplier_pcf.engine.result import NOT_OWED, FlowResult, NotCounted, Result
from supplier_pcf.factors.library import FactorLibrary, Find, own_first
from supplier_pcf.rules import RuleSet

_BOUGHT = frozenset(
    {Carrier.ELECTRICITY, Carrier.STEAM, Carrier.HEAT, Carrier.COLD, Carrier.COMPRESSED_AIR}
)
_ALL_DIRECT = frozenset(
    {
        Boundary.COMBUSTION,
        Boundary.TANK_TO_WHEEL,
        Boundary.DIRECT_ONLY,
        Boundary.CHARACTERISATION,
        Boundary.GENERATION,
    }
)
_NONE_DIRECT = frozenset({Boundary.UPSTREAM, Boundary.GRID_ONLY})
_REST_IS_DIRECT = frozenset(
    {
        Boundary.COMBUSTION_AND_UPSTREAM,
        Boundary.WELL_TO_WHEEL,
        Boundary.GENERATION_LIFE_CYCLE,
    }
)
"""Boundaries where what is not upstream is burnt or generated: no grid is inside."""


class ScopeLine(NamedTuple):
    """One line of the footprint, kg CO2e by scope; `unsplit` where its factor does not say."""

    id: str
    name: str
    scope_1: float
    scope_2: float
    scope_3: float
    unsplit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeSplit:
    """A footprint by scope, kg CO2e per declared unit; the four sum to the total without uptake."""

    lines: tuple[ScopeLine, ...]

    @property
    def scope_1(self) -> float:
        """Burnt and set free by the plant itself."""
        return math.fsum(line.scope_1 for line in self.lines)

    @property
    def scope_2(self) -> float:
        """Generation of bought power, heat, steam, cold and air."""
        return math.fsum(line.scope_2 for line in self.lines)

    @property
    def scope_3(self) -> float:
        """Everything before and beside it."""
        return math.fsum(line.scope_3 for line in self.lines)

    @property
    def unsplit(self) -> float:
        """What the factors do not split."""
        return math.fsum(line.unsplit for line in self.lines)


class Gap(NamedTuple):
    """A row of the plant without its part in the scopes: `not_counted`, `unsplit` or `no_grid_figure`."""

    id: str
    name: str
    code: str
    kg_co2e: float | None = None
    """What is not split; None where there is no figure at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantScopes:
    """Scope 1 and 2 of one site for the reference period in kg CO2e: the whole plant, offices included."""

    site: Site
    scope_1: float
    location: float
    """Scope 2 by the average generation of the place."""
    market: float
    """Scope 2 by contracts; without one by the residual mix of the site, else by the average."""
    grid_factor: EmissionFactor | None
    """The average that was used."""
    scope_1_gaps: tuple[Gap, ...]
    location_gaps: tuple[Gap, ...]
    market_gaps: tuple[Gap, ...]


def direct_part(factor: EmissionFactor) -> float | None:
    """kg CO2e per unit at the chimney, the vehicle or the power plant; None where it is not said."""
    if factor.direct is not None:
        return factor.direct
    if factor.row_type is RowType.GWP or factor.boundary in _ALL_DIRECT:
        return factor.kg_co2e
    if factor.boundary in _NONE_DIRECT:
        return 0.0
    if factor.upstream is not None and factor.boundary in _REST_IS_DIRECT:
        return factor.kg_co2e - factor.upstream
    return None


def scope_split(study: Study, result: Result, library: FactorLibrary) -> ScopeSplit:
    """The footprint by scope, line by line; outbound transport is no part of it."""
    find = own_first(study.factors, library)
    pairs = zip(study.flows(), result.flows, strict=True)
    return ScopeSplit(
        lines=tuple(
            _split(flow, line, find) for flow, line in pairs if line.counted and _is_inside(flow)
        )
    )


def _is_inside(flow: Flow) -> bool:
    return not isinstance(flow, Transport) or flow.purpose is not TransportPurpose.OUTBOUND


def _split(flow: Flow, line: FlowResult, find: Find) -> ScopeLine:
    one, two, three, unsplit = 0.0, 0.0, 0.0, 0.0
    kg = line.kg_co2e
    if isinstance(flow, EnergyUse | DirectEmission):
        direct = _direct_kg(line, find)
        if direct is None:
            unsplit = kg
        elif isinstance(flow, EnergyUse) and _is_bought(flow):
            two, three = direct, kg - direct
        else:
            one, three = direct, kg - direct
    elif isinstance(flow, Transport) and flow.purpose is TransportPurpose.INTERNAL:
        unsplit = kg
    else:
        three = kg
    return ScopeLine(line.id, line.name, one, two, three, unsplit)


def _direct_kg(line: FlowResult, find: Find) -> float | None:
    factor = find(line.factor_id)
    part = None if factor is None else direct_part(factor)
    return None if part is None or line.amount is None else part * line.amount


def _is_bought(use: EnergyUse) -> bool:
    is_own = use.carrier is Carrier.ELECTRICITY and use.source is ElectricitySource.ON_SITE
    return use.carrier in _BOUGHT and not is_own


def plant_scopes(
    study: Study, library: FactorLibrary, rules: RuleSet, as_of: date
) -> tuple[PlantScopes, ...]:
    """Scope 1 and 2 of every site for the reference period, from the same meters and factors.

    Amounts are those of the whole plant: offices and charging points count, what was passed on does not.
    """
    meters = tuple(replace(m, parts=_passed_on(m)) for m in study.meters)
    run = Lines(whole_plant(replace(study, meters=meters)), library, rules, as_of)
    rows = tuple(zip(run.study.flows(), run.lines(), strict=True))
    uses: dict[str, Flow] = {f.id: f for f in plant_flows(study)}
    return tuple(_of_site(study, site, run, _at(study, site, rows, uses)) for site in study.sites)


def inventory_factor(
    site: Site, study: Study, find: Find, library: FactorLibrary
) -> EmissionFactor | None:
    """The average generation of a place: as chosen, else the CO2 row of its province or country.

    Of the year of the period, else the latest before it, else the oldest there is.
    """
    if site.inventory_factor_id is not None:
        return find(site.inventory_factor_id)
    rows = [f for f in library if f.row_type is RowType.CO2_ONLY_INVENTORY and _is_average(f)]
    here = [f for f in rows if site.subdivision and f.place == site.subdivision]
    country = site.country or country_of(site.subdivision)
    here = here or [f for f in rows if country and f.place == country]
    year = study.period.end.year if study.period.end else 9999
    past = [f for f in here if (f.year_to or 0) <= year]
    if past:
        return max(past, key=lambda f: f.year_to or 0)
    return min(here, key=lambda f: f.year_to or 0, default=None)


def _is_average(factor: EmissionFactor) -> bool:
    """Whether a row is the mean of its place, not of its fossil power or of what is not traded."""
    is_country = len(factor.place) == 2
    return factor.id.endswith("-national") if is_country else bool(factor.place)


def _passed_on(meter: Meter) -> tuple[MeterPart, ...]:
    return tuple(p for p in meter.parts if p.kind is MeterPartKind.PASSED_ON)


_Row = tuple[Flow, FlowResult]


def _at(
    study: Study, site: Site, rows: tuple[_Row, ...], uses: dict[str, Flow]
) -> tuple[_Row, ...]:
    """The rows of one site that are owed a number, as the study has them."""
    return tuple(
        (uses[flow.id], line)
        for flow, line in rows
        if study.site(getattr(flow, "site_id", "")) is site and line.reason not in NOT_OWED
    )


def _of_site(study: Study, site: Site, run: Lines, rows: tuple[_Row, ...]) -> PlantScopes:
    grid = inventory_factor(site, study, run.factor, run.library)
    own: list[_Row] = []
    bought: list[_Row] = []
    for flow, line in rows:
        is_bought = isinstance(flow, EnergyUse) and _is_bought(flow)
        (bought if is_bought else own).append((flow, line))
    one = [_own_part(flow, line, run.factor) for flow, line in own]
    location = [_bought_part(flow, line, run, grid, by_place=True) for flow, line in bought]
    market = [_bought_part(flow, line, run, grid, by_place=False) for flow, line in bought]
    return PlantScopes(
        site=site,
        scope_1=_known(one),
        location=_known(location),
        market=_known(market),
        grid_factor=grid,
        scope_1_gaps=tuple(_gaps(one)),
        location_gaps=tuple(_gaps(location)),
        market_gaps=tuple(_gaps(market)),
    )


_Part = float | Gap


def _own_part(flow: Flow, line: FlowResult, find: Find) -> _Part:
    if not line.counted:
        return Gap(flow.id, flow.name, "not_counted")
    direct = _direct_kg(line, find)
    return Gap(flow.id, flow.name, "unsplit", line.kg_co2e) if direct is None else direct


def _bought_part(
    flow: Flow, line: FlowResult, run: Lines, grid: EmissionFactor | None, *, by_place: bool
) -> _Part:
    """Power by the place's average where the place or no contract decides; else by its own factor."""
    is_power = isinstance(flow, EnergyUse) and flow.carrier is Carrier.ELECTRICITY
    if not is_power or not isinstance(flow, EnergyUse):
        return _own_part(flow, line, run.factor)
    if flow.source is ElectricitySource.DIRECT_LINE:
        return _own_part(flow, line, run.factor)
    by_grid = _by_grid(flow, run, grid)
    if by_place:
        return by_grid
    is_average = flow.source is ElectricitySource.GRID
    residual = _residual(flow, run) if is_average else None
    if residual is not None:
        return _by_grid(flow, run, residual)
    direct = _own_part(flow, line, run.factor)
    return by_grid if is_average and isinstance(direct, Gap) else direct


def _residual(flow: EnergyUse, run: Lines) -> EmissionFactor | None:
    """The mix left without claimed power, where the site names one that says its generation."""
    site = run.study.site(flow.site_id)
    factor = None if site is None else run.factor(site.residual_factor_id)
    return factor if factor is not None and direct_part(factor) is not None else None


def _by_grid(flow: EnergyUse, run: Lines, grid: EmissionFactor | None) -> _Part:
    whole = next(u for u in run.study.energy_uses if u.id == flow.id)
    amount = run.amounts.per_unit(whole)
    if isinstance(amount, NotCounted):
        return Gap(flow.id, flow.name, "not_counted")
    part = None if grid is None else direct_part(grid)
    if grid is None or part is None:
        return Gap(flow.id, flow.name, "no_grid_figure")
    try:
        return amount[0] * ratio(amount[1], grid.unit) * part
    except UnitMismatch:
        return Gap(flow.id, flow.name, "not_counted")


def _known(parts: list[_Part]) -> float:
    return math.fsum(part for part in parts if isinstance(part, float))


def _gaps(parts: list[_Part]) -> Iterator[Gap]:
    yield from (part for part in parts if isinstance(part, Gap))
