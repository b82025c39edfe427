"""Energy that production uses, where electricity comes from and how that is proven, gases set free on site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from supplier_pcf.domain.flows import Flow
from supplier_pcf.domain.fuels import StatedRatio
from supplier_pcf.domain.stoichiometry import Reaction
from supplier_pcf.domain.units import Quantity


class Carrier(StrEnum):
    """What form the energy comes in."""

    ELECTRICITY = "electricity"
    NATURAL_GAS = "natural_gas"
    LPG = "lpg"
    DIESEL = "diesel"
    PETROL = "petrol"
    HEATING_OIL = "heating_oil"
    COAL = "coal"
    BIOMASS = "biomass"
    STEAM = "steam"
    HEAT = "heat"
    COLD = "cold"
    COMPRESSED_AIR = "compressed_air"
    HYDROGEN = "hydrogen"
    OTHER = "other"


class ElectricitySource(StrEnum):
    """Where a block of electricity comes from (ISO 14067 clause 6.4.9.4)."""

    GRID = "grid"
    ON_SITE = "on_site"
    DIRECT_LINE = "direct_line"
    CERTIFICATES = "certificates"
    PPA = "ppa"
    GREEN_TARIFF = "green_tariff"
    SUPPLIER_MIX = "supplier_mix"
    RESIDUAL = "residual"


class Criterion(StrEnum):
    """What contractual electricity has to fulfil (ISO 14067 clause 6.4.9.4.4); names of fields below."""

    CARRIES_ATTRIBUTES = "carries_attributes"
    UNIQUE_CLAIM = "unique_claim"
    CANCELLED_FOR_US = "cancelled_for_us"
    CLOSE_IN_TIME = "close_in_time"
    SAME_MARKET = "same_market"


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionProof:
    """The documents behind one criterion."""

    criterion: Criterion
    evidence: tuple[str, ...] = ()
    """Ids of `Study.evidence`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentProof:
    """The five criteria of ISO 14067 clause 6.4.9.4.4 for contractual electricity, and the proof.

    None means: not answered yet.
    """

    carries_attributes: bool | None = None
    unique_claim: bool | None = None
    cancelled_for_us: bool | None = None
    close_in_time: bool | None = None
    same_market: bool | None = None
    certificates_sold: bool | None = None
    """On-site or direct line: were certificates for this power sold?"""
    serials: str = ""
    evidence: tuple[str, ...] = ()
    criteria: tuple[CriterionProof, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergyUse(Flow):
    """Energy used in production; with `meter_id` the amount is the sum of that meter's readings."""

    carrier: Carrier = Carrier.ELECTRICITY
    site_id: str = ""
    meter_id: str | None = None
    source: ElectricitySource = ElectricitySource.GRID
    proof: InstrumentProof | None = None
    part_of: str | None = None
    """Id of the use of electricity of which this is a part (a contract, own power behind the same meter):
    its amount is taken off there, and it reaches the product as that one does."""
    exported: Quantity | None = None
    """Own power fed into the grid: it leaves with its own burden, without credit."""
    included_in: str | None = None
    """Id of the use of energy that already holds this one (own compressor, own boiler): it counts nothing."""
    added_factor_ids: tuple[str, ...] = ()
    """Factors for the same kWh that the main one does not hold: upstream, grid losses, building."""
    loss_share: float | None = None
    """Power lost on the way over power sent, 0 to 1, where the factor is at the power plant."""
    loss_source: str = ""
    is_tracked_factor: bool = False
    """The factor was matched by a certificate: it may count as primary (Catena-X v4, 6.1)."""
    conversions: tuple[StatedRatio, ...] = ()
    """Heating value, density or net to gross as the bill states them; they win over published ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectEmission(Flow):
    """A greenhouse gas set free on site: process gas, refrigerant refill, reaction."""

    site_id: str = ""
    gas: str = ""
    recovered: Quantity | None = None
    reaction: Reaction | None = None
    """Where the amount is a substance that becomes CO2, not the gas itself; the factor is of CO2."""
