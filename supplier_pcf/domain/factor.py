"""An emission factor with its birth certificate: what it says, for what, from whom, on what terms."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.recipe import Recipe
from supplier_pcf.domain.units import Dimension, dimension_of


class RowType(StrEnum):
    """What a row of a factor set may be used for."""

    FACTOR = "factor"
    SPEND = "spend"
    """Screening by money only."""
    EOL_TRANSPORT = "eol_transport"
    """Collection and transport of waste only, not its treatment."""
    COMBUSTION_CO2_ONLY = "combustion_co2_only"
    """CO2 of burning only: methane, nitrous oxide and upstream are missing."""
    CO2_ONLY_INVENTORY = "co2_only_inventory"
    """For the plant's own inventory (location-based), never inside a footprint."""
    GWP = "gwp"
    """The characterisation of one gas: for direct emissions only."""
    BOUND_ONLY = "bound_only"
    ACTIVITY_DEFAULT = "activity_default"
    DO_NOT_SUM = "do_not_sum"


class GwpSet(StrEnum):
    """The assessment report of the IPCC whose GWP100 values stand behind a CO2e figure."""

    AR4 = "AR4"
    AR5 = "AR5"
    AR6 = "AR6"
    MIXED = "mixed"
    CO2_ONLY = "co2_only"
    UNKNOWN = "unknown"


class Boundary(StrEnum):
    """Which part of a life cycle a factor covers."""

    CRADLE_TO_GATE = "cradle_to_gate"
    GATE_TO_GATE = "gate_to_gate"
    COMBUSTION = "combustion"
    COMBUSTION_AND_UPSTREAM = "combustion_and_upstream"
    UPSTREAM = "upstream"
    WELL_TO_WHEEL = "well_to_wheel"
    TANK_TO_WHEEL = "tank_to_wheel"
    GENERATION = "generation"
    GENERATION_LIFE_CYCLE = "generation_life_cycle"
    GENERATION_AND_GRID = "generation_and_grid"
    DELIVERED_LIFE_CYCLE = "delivered_life_cycle"
    GRID_ONLY = "grid_only"
    WASTE_COLLECTION = "waste_collection"
    WASTE_TREATMENT = "waste_treatment"
    SPEND = "spend"
    CHARACTERISATION = "characterisation"
    DIRECT_ONLY = "direct_only"


class ScrapConvention(StrEnum):
    """What a metal factor does with scrap: the rule that changes metal parts most."""

    CUT_OFF = "cut_off"
    BURDENED = "burdened"
    CREDITED = "credited"
    """A recycling credit is inside: not allowed under cut-off rules."""
    NOT_STATED = "not_stated"


class Provenance(StrEnum):
    """How the figure came from its document to us."""

    PUBLISHED = "published"
    """As it stands in the publisher's document, converted in unit at most."""
    SUMMED = "summed"
    """The sum of figures that the publisher prints apart."""
    COMPUTED = "computed"
    """Computed by us from the publisher's inventory or composition."""
    TRANSCRIBED = "transcribed"
    """Read in a public copy, not in the publisher's own file."""
    SINGLE_VALUE = "single_value"
    """One figure of a paper or an association, cited as a fact; ranked last."""
    NOT_STATED = "not_stated"


class PowerMix(StrEnum):
    """Which power a factor of electricity stands for."""

    CONSUMPTION = "consumption"
    """All power of a country or region, whoever claims it."""
    RESIDUAL = "residual"
    """What is left when claimed power is taken out."""
    FOSSIL = "fossil"
    TECHNOLOGY = "technology"
    """One way of generation."""
    SUPPLIER = "supplier"
    """The whole mix of one supplier."""


class HeatingValue(StrEnum):
    """On which calorific value a figure per unit of fuel energy stands."""

    NET = "net"
    """Lower heating value: water leaves as steam (NCV, LHV, Hi)."""
    GROSS = "gross"
    """Higher heating value: water leaves as liquid (GCV, HHV, Hs)."""


class Layer(StrEnum):
    """Who brought the factor: bundled with the program, the user, a supplier, or licensed data."""

    BUNDLED = "bundled"
    OWN = "own"
    SUPPLIER = "supplier"
    LICENSED = "licensed"


class Gases(NamedTuple):
    """Masses of gas in kg per unit of the factor, where the publisher states them."""

    co2_fossil: float = 0.0
    ch4_fossil: float = 0.0
    ch4_biogenic: float = 0.0
    n2o: float = 0.0
    co2_biogenic: float = 0.0
    """Released biogenic CO2: for information, counted as zero net of its uptake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """Data quality ratings from 1 (best) to 5, as a supplier declared them with his footprint."""

    technology: float
    time: float
    geography: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EmissionFactor:
    """kg CO2e per one `unit` of something, split into buckets, with all that a verifier asks of it.

    The buckets exclude each other and sum to the published value. `uptake` is zero or negative.
    `direct` and `upstream` are parts of the sum, not additions to it.
    """

    id: str
    version: int = 1
    name: str = ""
    name_zh: str = ""
    name_de: str = ""
    category: str = ""
    subcategory: str = ""
    unit: str = "kg"

    fossil: float = 0.0
    biogenic_non_co2: float = 0.0
    land_use_change: float = 0.0
    land_management: float = 0.0
    land_removals: float = 0.0
    aircraft: float = 0.0
    uptake: float = 0.0

    gases: Gases | None = None
    direct: float | None = None
    upstream: float | None = None
    grid_kwh: float | None = None
    """Electricity inside one unit that can be swapped for another grid, kWh."""
    grid_id: str = ""
    """Id of the factor of that grid, where it is stated."""

    row_type: RowType = RowType.FACTOR
    boundary: Boundary = Boundary.CRADLE_TO_GATE
    scrap_convention: ScrapConvention = ScrapConvention.NOT_STATED
    includes_forming: bool = False
    includes_packaging: bool = False
    includes_empty_running: bool | None = None
    """Transport: whether empty kilometres are inside; None: not stated."""
    power_mix: PowerMix | None = None
    recycled_content: float | None = None
    """Share of recycled input already inside the figure, 0 to 1."""
    radiative_forcing: bool = False
    """Aircraft effects beyond the gases are inside: not allowed by ISO 14067 clause 6.4.9.7."""
    gwp_set: GwpSet = GwpSet.UNKNOWN

    place: str = ""
    """ISO 3166 code of a country or subdivision, or a region id of `domain.places`."""
    year_from: int | None = None
    year_to: int | None = None
    technology: str = ""

    publisher: str = ""
    document: str = ""
    table: str = ""
    edition: str = ""
    licence: str = ""
    url: str = ""
    set_id: str = ""
    note: str = ""
    layer: Layer = Layer.BUNDLED

    sigma_ln: float | None = None
    sigma_origin: str = ""

    primary_share: float = 0.0
    """Share of primary data behind this factor, 0 to 1; a supplier's declared PDS."""
    ratings: Ratings | None = None
    rule_set: str = ""
    """The rules a received footprint was made by, as its sender names them."""
    outbound: float | None = None
    """kg CO2e per unit of delivery that the sender reports apart from the figure."""
    verified_share: float | None = None
    """Share of a received footprint that a third party has verified, 0 to 1."""
    certified_share: float | None = None
    """Share made under a certified program, 0 to 1."""
    from_studies: tuple[str, ...] = ()
    """Ids of own studies the figure comes from, those behind them included."""
    valid_until: str = ""
    """Last day a received footprint may be used, ISO date."""
    exempted_percent: float | None = None
    biogenic_carbon: float | None = None
    """kg of biogenic carbon in one unit of the product the factor describes."""
    fossil_carbon: float | None = None
    recycled_carbon: float | None = None
    aliases: tuple[str, ...] = ()
    provenance: Provenance = Provenance.NOT_STATED
    recipe: Recipe | None = None
    """What it was made of, where it was made of other factors."""

    @property
    def buckets(self) -> Buckets:
        """The factor as buckets per one unit."""
        return Buckets(
            self.fossil,
            self.biogenic_non_co2,
            self.land_use_change,
            self.land_management,
            self.land_removals,
            self.aircraft,
            self.uptake,
        )

    @property
    def kg_co2e(self) -> float:
        """The published figure: kg CO2e per unit without biogenic uptake."""
        return self.buckets.excluding_uptake

    @property
    def heating_value(self) -> HeatingValue | None:
        """The basis of a factor per unit of fuel energy; nothing where the unit asks for none."""
        return _HEATING_VALUES.get(dimension_of(self.unit))

    @property
    def includes_grid_losses(self) -> bool | None:
        """Whether transmission and distribution are inside; nothing where power is not the matter."""
        return _GRID_LOSSES.get(self.boundary)

    @property
    def is_received(self) -> bool:
        """Whether it is the footprint of somebody's product, not a figure of a library."""
        return (
            self.layer is Layer.SUPPLIER
            or bool(self.from_studies)
            or self.verified_share is not None
            or self.certified_share is not None
        )

    @property
    def gsd(self) -> float | None:
        """The geometric standard deviation of the spread, as publications print it."""
        return None if self.sigma_ln is None else math.exp(self.sigma_ln)


_HEATING_VALUES: dict[Dimension | None, HeatingValue] = {
    Dimension.ENERGY_NET: HeatingValue.NET,
    Dimension.ENERGY_GROSS: HeatingValue.GROSS,
}

_GRID_LOSSES = {
    Boundary.GENERATION: False,
    Boundary.GENERATION_LIFE_CYCLE: False,
    Boundary.GENERATION_AND_GRID: True,
    Boundary.DELIVERED_LIFE_CYCLE: True,
    Boundary.GRID_ONLY: True,
}
