"""What a calculation says: totals by bucket, stage and flow, shares, ratings and balances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.domain.flows import Stage
from supplier_pcf.domain.fuels import Conversion
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.engine.electricity import PowerFactor

Amount = tuple[float, str]
"""A value and its unit."""


class NotCounted(StrEnum):
    """Why a flow is not in the sum. STRUCTURE rows are never owed a number; the others are."""

    NO_AMOUNT = "no_amount"
    NO_FACTOR = "no_factor"
    UNKNOWN_FACTOR = "unknown_factor"
    UNIT_MISMATCH = "unit_mismatch"
    NOT_A_FACTOR = "not_a_factor"
    """Its row type may not be summed in a footprint."""
    NO_VOLUME = "no_volume"
    """Amount for the period, but the number of units made is unknown."""
    NO_SHARE = "no_share"
    """A plant's amount whose share to this product cannot be worked out."""
    NO_DECLARED_UNIT = "no_declared_unit"
    NO_YIELD = "no_yield"
    """A yield of zero or rejects of one: no good piece comes out."""
    LOSSES = "losses"
    """Losses of power that are no share, so that nothing or less would arrive."""
    NOT_A_NUMBER = "not_a_number"
    EXCLUDED = "excluded"
    CLOSED_BY_PARENT = "closed_by_parent"
    """A level above has its own factor."""
    ASSEMBLY = "assembly"
    """A level whose parts are counted instead."""
    INCLUDED = "included"
    """Another use of energy already holds it: own compressor, own boiler."""
    CIRCULAR = "circular"
    """The levels of the bill of materials run in a circle."""


NOT_OWED = (
    NotCounted.EXCLUDED,
    NotCounted.CLOSED_BY_PARENT,
    NotCounted.ASSEMBLY,
    NotCounted.INCLUDED,
)
"""Reasons for which a missing number is right."""


class FlowResult(NamedTuple):
    """One flow's part in the footprint, per declared unit."""

    id: str
    name: str
    kind: str
    """Name of the tuple on `Study`, such as `materials`."""
    stage: Stage
    amount: float | None
    """In `unit`, per declared unit, losses and shares included."""
    unit: str
    factor_id: str | None
    buckets: Buckets
    counted: bool
    reason: NotCounted | None
    primary_share: float
    """0 to 1."""
    technology: float
    time: float
    geography: float
    """Data quality ratings of the line, 1 to 5."""
    estimate: float
    """kg CO2e left out by an exclusion; 0 for counted flows."""
    conversion: Conversion | None = None
    """How a fuel's amount came into `unit`: amount as entered, times each step, is `amount`."""
    power: PowerFactor | None = None
    """The factors behind one `unit`, where there is more than one or where losses were added."""

    @property
    def kg_co2e(self) -> float:
        """Without biogenic uptake."""
        return self.buckets.excluding_uptake


@dataclass(frozen=True, slots=True, kw_only=True)
class CarbonContent:
    """kg of carbon per declared unit; None where a part of the product is unknown."""

    fossil: float | None = None
    biogenic: float | None = None
    recycled: float | None = None
    packaging_biogenic: float | None = None
    packaging_fossil: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MassBalance:
    """Mass in against mass out in kg per declared unit, product materials only."""

    inputs: float
    product: float
    co_products: float
    wastes: float
    returned: float = 0.0
    """Fed straight back into the same process; neither input nor output."""
    net: float = 0.0
    """What the materials say stays of them in the product."""

    @property
    def lost(self) -> float:
        """What the materials say is lost on the way: should be waste and co-products."""
        return self.inputs - self.net

    @property
    def difference(self) -> float:
        """What went in and is not accounted for."""
        return self.inputs - self.product - self.co_products - self.wastes

    @property
    def relative(self) -> float:
        """The difference over the inputs; 0 where nothing went in."""
        return self.difference / self.inputs if self.inputs else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CoProductShare:
    """How much of the joint burdens the product carries (ISO 14067 clause 6.4.6.2)."""

    share: float = 1.0
    method: str = ""
    """`physical` or `economic`; empty without co-products."""
    price_ratio: float | None = None


class LocationLack(StrEnum):
    """Why power cannot be counted with the average mix of its place."""

    NO_PLACE = "no_place"
    """It is not said where the power was used."""
    NO_MIX = "no_mix"
    """No average mix of the place is in the library, and none was chosen."""
    UNIT_MISMATCH = "unit_mismatch"


class LocationLine(NamedTuple):
    """One line of electricity counted with the average mix of its place."""

    id: str
    factor_id: str | None
    kg_co2e: float | None
    """Per declared unit; None where it cannot be said."""
    lack: LocationLack | None = None
    power: PowerFactor | None = None
    """The mix with grid and losses, where they are added to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerResult:
    """The footprint with power as it was bought, and with the average mix of its place (STANDARDS B.3, step 5).

    kg CO2e per declared unit, without biogenic uptake; the market-based figure is the footprint itself.
    """

    market: float = 0.0
    location: float | None = None
    market_power: float = 0.0
    """The part of electricity alone."""
    location_power: float | None = None
    lines: tuple[LocationLine, ...] = ()

    @property
    def lacks(self) -> tuple[LocationLine, ...]:
        """The lines that keep the location-based figure from being known."""
        return tuple(line for line in self.lines if line.lack is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The footprint of one declared unit, in kg CO2e, with all that explains it.

    Stages and totals hold counted flows only; `complete` says whether that is all of them.
    """

    study_id: str
    rule_set: str
    as_of: date
    declared_unit: DeclaredUnit
    units_per_declared_unit: float | None
    mass_kg: float | None
    """Net mass of the whole declared unit."""
    buckets: Buckets
    outbound: Buckets
    stages: Mapping[Stage, Buckets]
    """All stages of the footprint; outbound transport is not one of them."""
    flows: tuple[FlowResult, ...]
    primary_data_share_excluding: float | None
    primary_data_share_including: float | None
    """Percent; None where the footprint is zero."""
    ratings_excluding: Ratings | None
    ratings_including: Ratings | None
    exempted_percent: float
    carbon: CarbonContent
    mass_balance: MassBalance | None
    co_product_share: CoProductShare
    rows_counted: int
    rows_total: int
    factor_sets: tuple[str, ...]
    gwp_sets: tuple[str, ...]
    power: PowerResult = PowerResult()

    @property
    def complete(self) -> bool:
        """Every flow that is owed a number has one, and there is at least one."""
        return 0 < self.rows_total == self.rows_counted

    @property
    def excluding(self) -> float:
        """kg CO2e per declared unit, without biogenic uptake."""
        return self.buckets.excluding_uptake

    @property
    def including(self) -> float:
        """kg CO2e per declared unit, with the uptake of the product."""
        return self.buckets.including_uptake

    @property
    def packaging(self) -> float:
        """kg CO2e of the packaging stage, without uptake."""
        return self.stages[Stage.PACKAGING].excluding_uptake

    @property
    def per_kg(self) -> float | None:
        """kg CO2e per kg of product, without uptake; None without a mass."""
        return self.excluding / self.mass_kg if self.mass_kg else None
